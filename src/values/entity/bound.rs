//! Whom a pronoun can not stand for: who does to it what its verb says is another, "Judge Orr allowed him to leave".

use std::sync::Arc;

use gainsay_syntax::Deprel;

use super::Entity;
use crate::document::Document;
use crate::values::Mention;

/// The name of whoever does to the pronoun `i` of that sentence what its verb says; a reflexive is its own doer.
pub(super) fn doer<'a>(
    document: &Document,
    mentions: &'a [Mention<Arc<Entity>>],
    sentence: usize,
    i: usize,
) -> Option<&'a str> {
    let tokens = &document.sentences[sentence].syntax.tokens;
    // "The suspect turned himself in" is about one.
    let object =
        matches!(tokens[i].deprel, Deprel::Obj | Deprel::Iobj) && !tokens[i].lemma.contains("sel");
    let verb = tokens[i].head.filter(|_| object)?;
    let subject = tokens
        .iter()
        .find(|t| t.head == Some(verb) && t.deprel == Deprel::Nsubj)?;
    let mut here = mentions.iter().filter(|m| m.sentence == sentence);
    let mention = here.find(|m| m.span.contains(subject.span))?;
    Some(mention.value.name.as_str())
}

#[cfg(test)]
mod tests {
    use crate::spec::questions;

    #[test]
    fn a_judge_does_not_free_himself() {
        let one = "Carl Mott was held in Dalby on Monday. Carl Mott was freed on $5,000 bail.";
        let other =
            "Carl Mott was held in Dalby on Monday. Judge Lena Orr freed him on $9,000 bail.";
        assert_eq!(questions(one, other).len(), 1);
    }
}
