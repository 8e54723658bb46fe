//! Heads and relations. Until the trained parser stands here, every token hangs on the sentence's first verb: a flat but
//! well-formed tree.

use crate::{Deprel, Sentence, Upos};

/// Gives every token of a tagged sentence its head and relation.
pub(crate) fn attach(_text: &str, sentence: &mut Sentence) {
    let tokens = &mut sentence.tokens;
    let Some(root) = tokens
        .iter()
        .position(|t| t.upos == Upos::Verb)
        .or_else(|| (!tokens.is_empty()).then_some(0))
    else {
        return;
    };
    for (i, token) in tokens.iter_mut().enumerate() {
        (token.head, token.deprel) = match (i == root, token.upos) {
            (true, _) => (None, Deprel::Root),
            (false, Upos::Punct) => (Some(root), Deprel::Punct),
            (false, _) => (Some(root), Deprel::Dep),
        };
    }
}
