//! Numbers in words that open a sentence: "Nine died in the harbour alone".
//!
//! Their capital makes the tagger take them for names, nouns or adjectives. Before another name they can be one: "Nine
//! Elms".

use super::lexicon;
use crate::{Token, Upos, Xpos};

/// Mends the tags of a sentence.
pub(super) fn mend(tokens: &mut [Token]) {
    let quoted = tokens.iter().take_while(|t| t.upos == Upos::Punct).count();
    let [first, next, ..] = &mut tokens[quoted..] else {
        return;
    };
    let tagged = matches!(first.upos, Upos::Propn | Upos::Noun | Upos::Adj);
    if !tagged || next.upos == Upos::Propn {
        return;
    }
    let word = first.lemma.to_lowercase();
    if lexicon::is_numeral(&word) {
        first.upos = Upos::Num;
        first.xpos = Xpos::Cd;
        first.lemma = word;
    }
}
