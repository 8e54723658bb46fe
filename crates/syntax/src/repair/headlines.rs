//! A noun right before the verb of a headline is its subject, and no part of a compound: "Irish nurse freed in Darfur".

use crate::{Deprel, Sentence, Token, Upos, Xpos};

/// Makes a noun that hangs on the root as a compound its subject, where it has none.
pub(super) fn mend(sentence: &mut Sentence) {
    let tokens = &sentence.tokens;
    let is_root = |t: &Token| t.head.is_none() && t.upos == Upos::Verb;
    let Some(root) = tokens.iter().position(is_root).filter(|&root| root > 0) else {
        return;
    };
    let subject = [Deprel::Nsubj, Deprel::NsubjPass, Deprel::Csubj];
    let has = |deprels: &[Deprel]| {
        let mut children = tokens.iter().filter(|t| t.head == Some(root));
        children.any(|t| deprels.contains(&t.deprel))
    };
    let noun = &tokens[root - 1];
    let compound = noun.head == Some(root) && noun.deprel == Deprel::Compound;
    if !compound || noun.upos != Upos::Noun || has(&subject) {
        return;
    }
    let passive = tokens[root].xpos == Xpos::Vbn && !has(&[Deprel::Obj]);
    sentence.tokens[root - 1].deprel = if passive {
        Deprel::NsubjPass
    } else {
        Deprel::Nsubj
    };
}
