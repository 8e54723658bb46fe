//! Capitals that the tagger reads too much or too little into.
//!
//! "Ms. Torres" is one person whatever her name ends in, and the "Internet" is no name that tells one thing from another.

use super::lexicon;
use crate::{Token, Upos, Xpos};

/// Mends the tags, and with them the lemmas, of a sentence.
pub(super) fn mend(text: &str, tokens: &mut [Token]) {
    for i in 0..tokens.len() {
        let before = i.checked_sub(1).map_or("", |b| tokens[b].span.of(text));
        mend_word(&mut tokens[i], text, before);
    }
}

fn mend_word(token: &mut Token, text: &str, before: &str) {
    let word = token.span.of(text);
    let plural = matches!(token.xpos, Xpos::Nnps | Xpos::Nns);
    let capital = word.starts_with(char::is_uppercase);
    if token.upos == Upos::Propn && lexicon::is_capital_by_habit(word) {
        token.upos = Upos::Noun;
        token.xpos = Xpos::Nn;
        token.lemma = word.to_lowercase();
    } else if plural && capital && lexicon::is_address(before) {
        token.upos = Upos::Propn;
        token.xpos = Xpos::Nnp;
        word.clone_into(&mut token.lemma);
    } else if token.xpos == Xpos::Nnps && token.upos == Upos::Propn {
        // The tagger takes "Lions" now for one name, now for the plural of another: as it is spelt, it is one.
        word.clone_into(&mut token.lemma);
    }
}
