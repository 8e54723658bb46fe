//! Relative clauses: who or what "who", "which" and a gap stand for.

use gainsay_syntax::{Deprel, Sentence, Upos, Xpos};

/// The name right before ", which" and ", who", whose clause the parser may hang on the verb: "they turned down Norvik of
/// Bergen, which offered more". Behind any other word "which" may be the whole clause.
pub(super) fn named_before(sentence: &Sentence, relative: usize) -> Option<usize> {
    let tokens = &sentence.tokens;
    let comma = relative
        .checked_sub(1)
        .filter(|&i| tokens[i].lemma == ",")?;
    let last = comma.checked_sub(1)?;
    let part = |i: &usize| {
        matches!(
            tokens[*i].deprel,
            Deprel::Flat | Deprel::Compound | Deprel::Nmod
        )
    };
    let mut name = last;
    // A chain of parts is no longer than the sentence; the bound guards against ill-formed trees.
    for _ in 0..4 {
        match tokens[name].head.filter(|_| part(&name)) {
            Some(above) if above < relative => name = above,
            _ => break,
        }
    }
    (tokens[name].upos == Upos::Propn).then_some(name)
}

/// Whether a token is "who", "which" or "that" of a relative clause.
pub(super) fn is_relative(sentence: &Sentence, token: usize) -> bool {
    matches!(sentence.tokens[token].xpos, Xpos::Wdt | Xpos::Wp)
}

/// "the man whom police arrested": the head noun is the object of its relative clause.
pub(super) fn gapped_object(sentence: &Sentence, head: usize) -> Option<usize> {
    let token = &sentence.tokens[head];
    let noun = token.head.filter(|_| token.deprel == Deprel::AclRelcl)?;
    let subject = sentence.child(head, &[Deprel::Nsubj])?;
    (!is_relative(sentence, subject)).then_some(noun)
}

#[cfg(test)]
mod tests {
    use gainsay_syntax::Span;

    use crate::claims::frame::frames;

    /// Who does what the first frame with that lemma tells.
    fn doer(text: &str, lemma: &str) -> Option<String> {
        let sentence = gainsay_syntax::parse_sentence(text, Span::new(0, text.len()));
        let frame = frames(&sentence).into_iter().find(|f| f.lemma == lemma)?;
        frame
            .agent
            .map(|agent| sentence.tokens[agent].lemma.clone())
    }

    #[test]
    fn which_is_the_name_right_before_it() {
        let text = "The board turned down Oster of Norland, which offered more than the others.";
        assert_eq!(doer(text, "offer").as_deref(), Some("Oster"));
        let text = "The board turned down the offer, which angered the union.";
        assert_ne!(doer(text, "anger").as_deref(), Some("board"));
    }

    #[test]
    fn who_makes_an_offer_offers() {
        let noun = "Oster made an offer of $66 for the yard.";
        assert_eq!(doer(noun, "offer").as_deref(), Some("Oster"));
    }
}
