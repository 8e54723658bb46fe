//! Past tenses that the tagger takes for participles.
//!
//! "A quake struck the island" and "The envoy, a former judge, resigned" have no other finite verb, and a participle is
//! followed by no object and closes no insertion.

use crate::{Token, Upos, Xpos};

/// Mends the first such verb of a sentence that has no finite verb.
pub(super) fn mend(tokens: &mut [Token]) {
    if tokens.iter().any(is_finite) {
        return;
    }
    let verb = (1..tokens.len()).find(|&i| tokens[i].xpos == Xpos::Vbn && is_past(tokens, i));
    if let Some(verb) = verb {
        tokens[verb].xpos = Xpos::Vbd;
    }
}

/// Whether the participle must be the sentence's verb.
fn is_past(tokens: &[Token], i: usize) -> bool {
    let helped = tokens[..i].iter().any(|t| t.upos == Upos::Aux);
    let named = tokens[..i].iter().any(is_name);
    let object = tokens
        .get(i + 1)
        .is_some_and(|t| t.upos == Upos::Det || t.xpos == Xpos::PrpDollar);
    !helped && named && (object || closes_insert(&tokens[..i]))
}

/// Whether the words are a noun phrase and an insertion between two commas.
fn closes_insert(tokens: &[Token]) -> bool {
    let is_comma = |t: &Token| t.xpos == Xpos::Comma;
    let open = tokens.iter().position(is_comma);
    let closed = tokens.last().is_some_and(is_comma);
    closed && open.is_some_and(|open| open + 1 < tokens.len() && tokens[..open].iter().any(is_name))
}

fn is_name(token: &Token) -> bool {
    matches!(
        token.upos,
        Upos::Noun | Upos::Propn | Upos::Pron | Upos::Num
    )
}

/// Whether a verb form is finite by itself.
pub(super) fn is_finite(token: &Token) -> bool {
    matches!(token.xpos, Xpos::Vbd | Xpos::Vbz | Xpos::Vbp | Xpos::Md)
}
