//! A reflexive right after a verb is that verb's object: "admitted herself on Sunday and plans to stay".
//!
//! Parsers trained on what people write at home take it for the subject of the next verb.

use super::part::hang;
use crate::{Deprel, Sentence, Upos};

const REFLEXIVES: [&str; 9] = [
    "myself",
    "yourself",
    "himself",
    "herself",
    "itself",
    "ourselves",
    "yourselves",
    "themselves",
    "oneself",
];

/// Gives each such reflexive back to its verb, with what hangs on it, and joins the next verb by its conjunction.
pub(super) fn mend(text: &str, sentence: &mut Sentence) {
    for i in 1..sentence.tokens.len() {
        let token = &sentence.tokens[i];
        let subject = matches!(token.deprel, Deprel::Nsubj | Deprel::NsubjPass);
        let verb = i - 1;
        let Some(next) = token.head.filter(|&h| h > i) else {
            continue;
        };
        let of_verb = sentence.tokens[verb].upos == Upos::Verb;
        if !subject || !of_verb {
            continue;
        }
        let form = token.span.of(text).to_lowercase();
        if !REFLEXIVES.contains(&form.as_str()) {
            continue;
        }
        if sentence.ancestors(verb).any(|a| a == next || a == i) {
            continue;
        }
        hang(sentence, i, verb, Deprel::Obj);
        let beside: Vec<usize> = sentence.children(i).filter(|&c| c > i).collect();
        for phrase in beside {
            hang(sentence, phrase, verb, Deprel::Obl);
        }
        let joined = sentence
            .children(next)
            .any(|c| sentence.tokens[c].deprel == Deprel::Cc && c > i);
        if joined {
            hang(sentence, next, verb, Deprel::Conj);
        }
    }
}
