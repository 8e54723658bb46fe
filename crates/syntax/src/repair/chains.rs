//! Two auxiliaries that share one verb: "The country has or will supply tanks".
//!
//! The parser expects a verb after each. It reads the sentence without the first auxiliary and the conjunction, which
//! then join the second one.

use super::part;
use crate::{Deprel, Sentence, Token, Upos, Xpos};

/// The first auxiliary of a pair before one verb.
pub(super) fn find(tokens: &[Token]) -> Option<usize> {
    tokens.windows(4).position(|words| {
        let [first, and, second, verb] = words else {
            return false;
        };
        let helps = matches!(first.lemma.as_str(), "have" | "be" | "do" | "can" | "could");
        helps
            && and.upos == Upos::Cconj
            && second.xpos == Xpos::Md
            && matches!(verb.upos, Upos::Verb | Upos::Adv | Upos::Part)
    })
}

/// Hangs the first auxiliary on the verb of the second, and the conjunction on the second.
pub(super) fn join(sentence: &mut Sentence, first: usize) {
    let second = first + 2;
    let verb = sentence.tokens[second].head.unwrap_or(second);
    part::hang(sentence, first, verb, Deprel::Aux);
    part::hang(sentence, first + 1, second, Deprel::Cc);
}
