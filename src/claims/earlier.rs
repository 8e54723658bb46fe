//! What is told only to measure the news by: "the worst blaze since a fire in Bergen killed 30 last May".

use gainsay_syntax::{Sentence, Span, Xpos};

use crate::lexicon::lower;
use crate::values::number;

/// Whether the words stand behind the "since" of a rank: they tell of the last event of the kind, not of the news.
pub(super) fn is_yardstick(sentence: &Sentence, said: Span) -> bool {
    let tokens = &sentence.tokens;
    let Some(at) = tokens.iter().position(|t| said.contains(t.span)) else {
        return false;
    };
    let since = (0..at).rev().find(|&i| lower(&tokens[i].lemma) == "since");
    since.is_some_and(|since| follows_a_rank(sentence, since) && !is_over(sentence, since, at))
}

/// Whether something is ranked shortly before: "the worst", "the first", "the third of its kind". What was done "for the
/// first time since" the news was itself done after it.
fn follows_a_rank(sentence: &Sentence, since: usize) -> bool {
    const REACH: usize = 12;
    let ranks = |i: usize| {
        let token = &sentence.tokens[i];
        let ordinal = || number::of_word(&lower(&token.lemma)).map(|n| n.kind);
        let is_rank =
            matches!(token.xpos, Xpos::Jjs | Xpos::Rbs) || ordinal() == Some(number::Kind::Ordinal);
        is_rank && sentence.tokens[i + 1].lemma != "time"
    };
    (since.saturating_sub(REACH)..since).any(ranks)
}

/// Whether a comma ends the comparison before `at`: but for "since 2004, when 30 people died".
fn is_over(sentence: &Sentence, since: usize, at: usize) -> bool {
    let lemma = |i: usize| sentence.tokens[i].lemma.as_str();
    (since..at).any(|i| matches!(lemma(i), "," | ";") && lemma(i + 1) != "when")
}

#[cfg(test)]
mod tests {
    use crate::spec::rules;

    #[test]
    fn the_toll_of_the_last_event_of_the_kind_is_none_of_the_news() {
        let news = "A fire in the mill of Arvel killed five people on Monday.";
        for yardstick in [
            "A fire in the mill of Arvel was the worst since a blaze at a depot killed nine people last May.",
            "The fire in the mill of Arvel is the first since May, when nine people were killed.",
        ] {
            assert!(rules(news, yardstick).is_empty(), "{yardstick}");
        }
        let after =
            "People of Arvel met for the first time since a fire in the mill killed nine people.";
        assert_eq!(rules(news, after), ["quantity-conflict"]);
        let own =
            "The fire in the mill of Arvel, the worst since May, killed nine people on Monday.";
        assert_eq!(rules(news, own), ["quantity-conflict"]);
    }
}
