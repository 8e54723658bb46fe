//! The size of a change is no object: "Shares fell 4.2 percent".

use super::lexicon;
use crate::{Deprel, Sentence, Xpos};

/// Words that measure a change.
const MEASURES: &[&str] = &["percent", "%", "point", "basis", "cent", "per"];

/// Turns the object of a verb of change into what it measures.
pub(super) fn mend(sentence: &mut Sentence) {
    for i in 0..sentence.tokens.len() {
        let token = &sentence.tokens[i];
        let Some(head) = token.head.filter(|_| token.deprel == Deprel::Obj) else {
            continue;
        };
        let measures = MEASURES.contains(&token.lemma.as_str()) || token.xpos == Xpos::Rbr;
        if measures && lexicon::is_change(&sentence.tokens[head].lemma) {
            sentence.tokens[i].deprel = Deprel::OblUnmarked;
        }
    }
}
