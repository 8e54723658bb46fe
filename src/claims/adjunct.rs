//! Phrases that tell when or by what means: they make no other verb of a verb, and they do nothing themselves.
//!
//! "Turned 34 in February" turns nobody in, "caught by Tuesday evening" names no catcher, and "flown by private jet"
//! tells how, not who.

use std::sync::LazyLock;

use gainsay_syntax::{Deprel, Sentence, Xpos};

use crate::lexicon::Groups;

static WORDS: LazyLock<Groups> = LazyLock::new(|| Groups::read(include_str!("adjuncts.tsv")));

/// Whether a phrase tells a time: "in 2011", "by Tuesday evening".
pub fn is_time(sentence: &Sentence, phrase: usize) -> bool {
    let lemma = sentence.tokens[phrase].lemma.to_lowercase();
    let year = lemma.len() == 4
        && (lemma.starts_with("19") || lemma.starts_with("20"))
        && lemma.bytes().all(|b| b.is_ascii_digit());
    year || WORDS.has("time", &lemma)
}

/// Whether a phrase tells the means: "by private jet", but not "by the jet".
pub fn is_means(sentence: &Sentence, phrase: usize) -> bool {
    let token = &sentence.tokens[phrase];
    let alone = sentence
        .child(phrase, &[Deprel::Det, Deprel::NmodPoss, Deprel::Nummod])
        .is_none();
    alone && token.xpos == Xpos::Nn && WORDS.has("means", &token.lemma.to_lowercase())
}

#[cfg(test)]
mod tests {
    use crate::claims::frame::{Frame, frames};
    use gainsay_syntax::{Span, parse};

    fn of(text: &str) -> (Vec<gainsay_syntax::Sentence>, Vec<Frame>) {
        let sentences = parse(text, Span::new(0, text.len()));
        let frames = sentences.iter().flat_map(frames).collect();
        (sentences, frames)
    }

    #[test]
    fn a_time_or_a_means_is_no_doer() {
        for text in [
            "All the thieves were caught by Tuesday evening.",
            "The singer was flown by private jet to a clinic.",
            "The parcel was delivered by hand on Monday.",
        ] {
            let (_, frames) = of(text);
            let verb = frames.iter().find(|f| f.verbal).expect("a verb");
            assert_eq!(verb.agent, None, "{text}");
        }
        let (_, frames) = of("The thieves were caught by two officers.");
        assert!(frames[0].agent.is_some());
    }

    #[test]
    fn a_preposition_of_time_makes_no_other_verb() {
        let (_, frames) = of("The singer, who turned 34 in February, stayed at home.");
        let turned = frames.iter().find(|f| f.lemma == "turn").expect("turned");
        assert!(turned.classes.is_empty());
    }

    #[test]
    fn trying_is_no_trial() {
        let (_, frames) = of("The guards tried to stop him.");
        let tried = frames.iter().find(|f| f.lemma == "try").expect("tried");
        assert!(tried.classes.is_empty());
    }
}
