//! Reports that are denied, and with them what they tell: "no reports of looting", "rejected claims that police had
//! fired", "rumours of a split were false".

use std::sync::LazyLock;

use gainsay_syntax::{Deprel, Sentence, Upos};

use super::modality;
use crate::lexicon::Groups;

static WORDS: LazyLock<Groups> = LazyLock::new(|| Groups::read(include_str!("hearsay.tsv")));

/// Whether the noun at `noun` carries a report, and the sentence says that it does not hold or that there is none.
pub fn is_denied(sentence: &Sentence, noun: usize) -> bool {
    let token = &sentence.tokens[noun];
    let lemma = token.lemma.as_str();
    let report = WORDS.has("report", lemma);
    if token.upos != Upos::Noun || !(report || WORDS.has("sign", lemma)) {
        return false;
    }
    is_absent(sentence, noun)
        || report && (is_turned_down(sentence, noun) || is_untrue(sentence, noun))
}

/// "No reports", "without any sign".
fn is_absent(sentence: &Sentence, noun: usize) -> bool {
    sentence.children(noun).any(|c| {
        let token = &sentence.tokens[c];
        let lemma = token.lemma.as_str();
        token.deprel == Deprel::Det && lemma == "no"
            || token.deprel == Deprel::Case && lemma == "without"
    })
}

/// "Rejected reports", "reports were dismissed", but not "did not deny reports".
fn is_turned_down(sentence: &Sentence, noun: usize) -> bool {
    let token = &sentence.tokens[noun];
    let Some(verb) = token.head else { return false };
    let negated = sentence.children(verb).any(|c| {
        let token = &sentence.tokens[c];
        modality::is_negation(token) || token.lemma == "neither"
    });
    matches!(token.deprel, Deprel::Obj | Deprel::NsubjPass)
        && WORDS.has("deny", &sentence.tokens[verb].lemma)
        && !negated
}

/// "Reports … were false."
fn is_untrue(sentence: &Sentence, noun: usize) -> bool {
    let token = &sentence.tokens[noun];
    let Some(predicate) = token.head.filter(|_| token.deprel == Deprel::Nsubj) else {
        return false;
    };
    let negated = sentence
        .children(predicate)
        .any(|c| modality::is_negation(&sentence.tokens[c]));
    WORDS.has("untrue", &sentence.tokens[predicate].lemma) && !negated
}

#[cfg(test)]
mod tests {
    use crate::claims::frame::frames;
    use crate::comparison::Polarity;
    use gainsay_syntax::{Span, parse};

    /// How the frame of a word stands in a sentence.
    fn polarity(text: &str, lemma: &str) -> Polarity {
        let sentences = parse(text, Span::new(0, text.len()));
        let mut frames = sentences.iter().flat_map(frames);
        let frame = frames.find(|f| f.lemma == lemma);
        frame.expect("the word names an event").stance.polarity
    }

    #[test]
    fn what_a_denied_report_tells_is_denied() {
        for (text, lemma) in [
            (
                "The governor rejected reports that officers had fired at the crowd.",
                "fire",
            ),
            ("There were no reports of damage in the harbour.", "damage"),
            ("The club dismissed rumours of a merger.", "merger"),
            ("Not a single patient had died in the ward.", "die"),
            ("Reports of an arrest were false.", "arrest"),
        ] {
            assert_eq!(polarity(text, lemma), Polarity::Negative, "{text}");
        }
    }

    #[test]
    fn what_a_report_tells_stands_where_nobody_denies_it() {
        for (text, lemma) in [
            (
                "The governor confirmed reports that officers had fired at the crowd.",
                "fire",
            ),
            (
                "The governor did not deny reports that officers had fired at the crowd.",
                "fire",
            ),
            ("There were reports of damage in the harbour.", "damage"),
            ("The power did not return until Wednesday.", "return"),
        ] {
            assert_eq!(polarity(text, lemma), Polarity::Positive, "{text}");
        }
    }
}
