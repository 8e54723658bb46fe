//! Under what name? Each proper name of an article is an account of how its bearer is called.
//!
//! "Catherine Halden" and "Katherine Halden" can be one woman; "Catherine Halden" and "Gregory Halden" can not. The name's
//! own words are the question, so accounts meet only under spellings that are close; [`variant`] says how close.

use std::collections::BTreeMap;

use gainsay_syntax::{Deprel, Span, Upos};

use crate::article::{Article, BlockKind};
use crate::claims::modality::Stance;
use crate::claims::referent::Referent;
use crate::claims::{Answer, Attribute, Claim, Question};
use crate::document::Document;

/// One claim for each different proper name of two words and more, where the article first gives it.
pub fn ask(article: &Article, document: &Document) -> Vec<Claim> {
    let mut first: BTreeMap<Vec<String>, Claim> = BTreeMap::new();
    for (index, sentence) in document.sentences.iter().enumerate() {
        // A headline capitalizes every word, so its runs of capitals are no names.
        if matches!(
            article.blocks[sentence.block].kind,
            BlockKind::Headline | BlockKind::Heading(_)
        ) {
            continue;
        }
        for run in runs(&article.text, &sentence.syntax) {
            let words: Vec<String> = run.iter().map(|s| plain(s.of(&article.text))).collect();
            let name = run[0].cover(run[run.len() - 1]);
            let span = described(&sentence.syntax, name);
            first
                .entry(words.clone())
                .or_insert_with(|| claim(article, index, span, name, words));
        }
    }
    first.into_values().collect()
}

fn claim(article: &Article, sentence: usize, span: Span, said: Span, words: Vec<String>) -> Claim {
    let head = words.last().cloned().unwrap_or_default();
    let bearer = Referent {
        span,
        head,
        name: words,
        modifiers: vec![],
        owner: vec![],
    };
    Claim {
        sentence,
        span,
        said,
        question: Question {
            attribute: Attribute::Name,
            event: None,
            subject: Some(bearer.clone()),
            label: format!(
                "{}: name",
                span.of(&article.text)
                    .split_whitespace()
                    .collect::<Vec<_>>()
                    .join(" ")
            ),
        },
        answer: Answer::Words(bearer),
        stance: Stance::FACT,
        holder: None,
        headline: false,
        background: false,
        context: vec![],
    }
}

/// The name with the words right beside it that tell whose it is: "DA spokesman Ann Roe", "Ann Roe, spokesman".
fn described(sentence: &gainsay_syntax::Sentence, name: Span) -> Span {
    let Some(head) = sentence.tokens.iter().position(|t| {
        name.contains(t.span)
            && t.head
                .is_none_or(|h| !name.contains(sentence.tokens[h].span))
    }) else {
        return name;
    };
    let beside = [Deprel::Compound, Deprel::NmodDesc, Deprel::Amod];
    let mut span = name;
    for child in sentence.children(head) {
        let token = &sentence.tokens[child];
        let before = token.span.end <= name.start && beside.contains(&token.deprel);
        let after = token.span.start >= name.end
            && token.deprel == Deprel::Appos
            && token.span.end - name.end <= 40;
        if before || after {
            span = span.cover(token.span);
        }
    }
    span
}

/// Runs of two and more capitalized proper nouns that stand side by side.
fn runs(text: &str, sentence: &gainsay_syntax::Sentence) -> Vec<Vec<Span>> {
    let mut runs: Vec<Vec<Span>> = vec![vec![]];
    for token in &sentence.tokens {
        let word = token.span.of(text);
        let capital = word.chars().next().is_some_and(char::is_uppercase)
            && word.chars().any(char::is_lowercase);
        if token.upos == Upos::Propn && capital {
            runs.last_mut()
                .expect("there is always a last run")
                .push(token.span);
        } else {
            runs.push(vec![]);
        }
    }
    runs.retain(|run| run.len() >= 2);
    runs
}

fn plain(word: &str) -> String {
    word.trim_end_matches('.').to_lowercase()
}

/// How two names stand to each other, from their words (lower case, in order).
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Variant {
    /// The same words, or one is a short form of the other.
    Same,
    /// Close enough in spelling to be one name, and yet not the same: how close, from 0 to 1.
    Spelling(f64),
    /// Two names.
    Different,
}

/// Least Jaro-Winkler similarity of two spellings of one word.
const CLOSE: f64 = 0.8;

/// Compares two names word by word: all words but one must be the same, and that one close.
///
/// Endings do not count ("Ukraine", "Ukrainian"), nor do initials and short forms ("Ben", "Benjamin").
pub fn variant(one: &[String], other: &[String]) -> Variant {
    if one == other
        || one.iter().all(|w| other.contains(w))
        || other.iter().all(|w| one.contains(w))
    {
        return Variant::Same;
    }
    if one.len() != other.len() {
        return match (one.len() > other.len(), one, other) {
            (true, [first, .., last], [a, b]) | (false, [a, b], [first, .., last]) => {
                variant(&[first.clone(), last.clone()], &[a.clone(), b.clone()])
            }
            _ => Variant::Different,
        };
    }
    let mut differing = one.iter().zip(other).filter(|(a, b)| a != b);
    let plural = |a: &str, b: &str| a.strip_suffix('s') == Some(b);
    let (Some((a, b)), None) = (differing.next(), differing.next()) else {
        return Variant::Different;
    };
    if is_short_form(a, b) || is_short_form(b, a) || plural(a, b) || plural(b, a) {
        return Variant::Same;
    }
    let similarity = strsim::jaro_winkler(a, b);
    if similarity >= CLOSE && a.len().min(b.len()) >= 4 {
        Variant::Spelling(similarity)
    } else {
        Variant::Different
    }
}

/// "Ben" for "Benjamin", "Philly" for "Philadelphia": the beginning of the long form, with a fond ending at most.
fn is_short_form(short: &str, long: &str) -> bool {
    let stem = short.trim_end_matches(['y', 's']).trim_end_matches("ie");
    let doubled =
        stem.len() >= 4 && stem.as_bytes()[stem.len() - 1] == stem.as_bytes()[stem.len() - 2];
    let stem = if doubled && stem.is_ascii() {
        &stem[..stem.len() - 1]
    } else {
        stem
    };
    long.len() >= short.len() + 2 && stem.len() >= 3 && long.starts_with(stem)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn compare(one: &str, other: &str) -> Variant {
        let words = |name: &str| name.split(' ').map(plain).collect::<Vec<_>>();
        variant(&words(one), &words(other))
    }

    #[test]
    fn one_word_in_another_spelling_is_a_variant() {
        assert!(matches!(
            compare("Marit Halvorsen", "Marit Halversen"),
            Variant::Spelling(_)
        ));
        assert!(matches!(
            compare("Elisabeth Ann Roe", "Elizabeth Roe"),
            Variant::Spelling(_)
        ));
    }

    #[test]
    fn short_forms_and_other_people_are_not() {
        assert_eq!(compare("Ben Ostrow", "Benjamin Ostrow"), Variant::Same);
        assert_eq!(compare("Petra Lund", "Petra Maria Lund"), Variant::Same);
        assert_eq!(
            compare("Marit Halvorsen", "Jonas Halvorsen"),
            Variant::Different
        );
        assert_eq!(compare("North Korea", "South Korea"), Variant::Different);
    }
}
