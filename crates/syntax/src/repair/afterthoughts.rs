//! A time or place right before "…, police said" belongs to what they said: "Lund fired his deputy on Tuesday night, an
//! aide said". The parser may hang it on the saying.

use super::{lexicon, part};
use crate::{Deprel, Sentence, Upos, Xpos};

/// Hangs what closes a reported clause on that clause.
pub(super) fn mend(sentence: &mut Sentence) {
    for verb in 0..sentence.tokens.len() {
        let token = &sentence.tokens[verb];
        if token.upos != Upos::Verb || lexicon::report(&token.lemma).is_none() {
            continue;
        }
        let (Some(subject), Some(clause)) = (speaker(sentence, verb), told(sentence, verb)) else {
            continue;
        };
        for phrase in closing(sentence, verb, subject, clause) {
            part::hang(sentence, phrase, clause, Deprel::Obl);
        }
    }
}

/// Whoever says it, right behind a comma.
fn speaker(sentence: &Sentence, verb: usize) -> Option<usize> {
    let subject = sentence.child(verb, &[Deprel::Nsubj])?;
    let first = *sentence.subtree(subject).first()?;
    let comma = first.checked_sub(1)?;
    (first < verb && sentence.tokens[comma].xpos == Xpos::Comma).then_some(first)
}

/// The clause that is told before the verb of saying: the one that it stands beside, or its complement.
fn told(sentence: &Sentence, verb: usize) -> Option<usize> {
    let token = &sentence.tokens[verb];
    let complement = || sentence.child(verb, &[Deprel::Ccomp]);
    let beside = token.head.filter(|_| token.deprel == Deprel::Parataxis);
    beside.or_else(complement).filter(|&clause| clause < verb)
}

/// The phrases under the verb of saying that stand between the clause and the speaker.
fn closing(sentence: &Sentence, verb: usize, subject: usize, clause: usize) -> Vec<usize> {
    let phrases = [Deprel::Obl, Deprel::OblUnmarked];
    let children = sentence.children(verb);
    children
        .filter(|&c| phrases.contains(&sentence.tokens[c].deprel))
        .filter(|&c| {
            sentence
                .subtree(c)
                .iter()
                .all(|&i| clause < i && i < subject)
        })
        .collect()
}
