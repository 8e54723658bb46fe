//! Somebody by his age alone: in "The 54-year-old, who had been in charge, left" the last word of the age is a noun.
//!
//! The tagger takes it for an adjective, and the parser then looks for its noun behind the comma.

use crate::{Token, Upos, Xpos};

/// Mends the tags of a sentence.
pub(super) fn mend(tokens: &mut [Token]) {
    for i in 5..tokens.len() {
        if ends_age(&tokens[..=i]) && !goes_on(tokens.get(i + 1)) {
            (tokens[i].upos, tokens[i].xpos) = (Upos::Noun, Xpos::Nn);
        }
    }
}

/// Whether the words end in a determiner, an age and an adjective: "the 54-year-old".
fn ends_age(tokens: &[Token]) -> bool {
    let [.., determiner, number, first, year, second, old] = tokens else {
        return false;
    };
    let is_hyphen = |token: &Token| token.xpos == Xpos::Hyph;
    determiner.upos == Upos::Det
        && number.upos == Upos::Num
        && is_hyphen(first)
        && year.lemma == "year"
        && is_hyphen(second)
        && (old.lemma.as_str(), old.upos) == ("old", Upos::Adj)
}

/// Whether the next word may be what the age describes or another adjective: "the 54-year-old former captain".
fn goes_on(next: Option<&Token>) -> bool {
    next.is_some_and(|next| {
        matches!(
            next.upos,
            Upos::Noun | Upos::Propn | Upos::Adj | Upos::Num | Upos::Adv | Upos::X
        ) || next.xpos == Xpos::Hyph
    })
}
