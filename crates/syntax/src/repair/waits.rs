//! "Has yet to open" is one verb: what waits to be done bears the clause, and "has" helps it.

use crate::{Deprel, Sentence, Upos};

/// Mends the tree of a sentence.
pub(super) fn mend(sentence: &mut Sentence) {
    for has in 0..sentence.tokens.len() {
        if let Some(verb) = awaited(sentence, has) {
            hand_over(sentence, has, verb);
        }
    }
}

/// The verb that "has yet to" leads to, where it hangs on "has".
fn awaited(sentence: &Sentence, has: usize) -> Option<usize> {
    let words = sentence.tokens.get(has..has + 4)?;
    let lemmas = words.iter().map(|token| token.lemma.as_str());
    let waits = lemmas.take(3).eq(["have", "yet", "to"]);
    let verb = sentence.tokens[has + 2].head.filter(|_| waits)?;
    (sentence.tokens[verb].head == Some(has)).then_some(verb)
}

/// Gives the place of one verb, and all that hangs on it, to another below it.
fn hand_over(sentence: &mut Sentence, has: usize, verb: usize) {
    let (head, deprel) = (sentence.tokens[has].head, sentence.tokens[has].deprel);
    for token in &mut sentence.tokens {
        if token.head == Some(has) {
            token.head = Some(verb);
        }
    }
    let bearer = &mut sentence.tokens[verb];
    (bearer.head, bearer.deprel) = (head, deprel);
    let helper = &mut sentence.tokens[has];
    (helper.head, helper.deprel, helper.upos) = (Some(verb), Deprel::Aux, Upos::Aux);
}
