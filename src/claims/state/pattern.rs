//! Phrases that name a state, found in a sentence token by token: "bring @fire under control", "be/get charged".

use std::borrow::Cow;

use gainsay_syntax::{Sentence, Upos};

use super::State;
use super::lexicon::{self, COMMA, Element, Three, Word};
use crate::lexicon::lower;

/// Most words that a `*` stands for.
const GAP: usize = 4;

/// A phrase found in a sentence, as token numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Match {
    /// The state that it names.
    pub state: State,
    /// Its first token.
    pub first: usize,
    /// Its last token.
    pub last: usize,
    /// What is in the state, where the phrase itself names it.
    pub bearer: Option<usize>,
}

/// A sentence as the lexicon sees it: each token's form and lemma.
struct Line<'a> {
    sentence: &'a Sentence,
    words: Vec<[Word; 2]>,
}

/// Every phrase in a sentence; `forms` are its words in lower case.
pub fn find(sentence: &Sentence, forms: &[Cow<str>]) -> Vec<Match> {
    let known = |form: &Cow<str>, lemma: &String| {
        let word = lexicon::word(form);
        [
            word,
            if form == lemma {
                word
            } else {
                lexicon::word(lemma)
            },
        ]
    };
    let tokens = sentence.tokens.iter().zip(forms);
    let words = tokens
        .map(|(token, form)| known(form, &token.lemma))
        .collect();
    let line = Line { sentence, words };
    let mut found = Vec::new();
    for (first, [form, lemma]) in line.words.iter().enumerate() {
        let next = line.words.get(first + 1).copied().unwrap_or_default();
        let by_lemma = lexicon::begun_by(*lemma, next).filter(|_| lemma != form);
        for phrase in lexicon::begun_by(*form, next).chain(by_lemma) {
            let Some((last, bearer)) = fit(lexicon::elements(phrase), &line, first) else {
                continue;
            };
            let hit = Match {
                state: phrase.state,
                first,
                last,
                bearer,
            };
            if !found.contains(&hit) {
                found.push(hit);
            }
        }
    }
    found
}

/// Whether a name of two words or more begins here.
fn is_name(sentence: &Sentence, at: usize) -> bool {
    let tokens = &sentence.tokens;
    let proper = |i: usize| tokens.get(i).is_some_and(|t| t.upos == Upos::Propn);
    let title = |i: usize| {
        let lemma = lower(&tokens[i].lemma);
        matches!(
            lemma.trim_end_matches('.'),
            "mr" | "ms" | "mrs" | "miss" | "dr"
        )
    };
    proper(at) && !title(at) && proper(at + 1) && (at == 0 || !proper(at - 1))
}

/// The last token of a phrase that begins at `at`, with the bearer that it names.
fn fit(elements: &[Three], line: &Line, at: usize) -> Option<(usize, Option<usize>)> {
    let (element, rest) = elements.split_first()?;
    let element = lexicon::element(*element);
    if matches!(element, Element::Gap) {
        let passed = |i: usize| {
            line.words
                .get(i)
                .is_some_and(|[form, _]| form.number != COMMA)
        };
        return (at..=at + GAP)
            .take_while(|&next| next == at || passed(next - 1))
            .find_map(|next| fit(rest, line, next));
    }
    let words = line.words.get(at)?;
    let bearer = match element {
        Element::Words(choices) => {
            words.iter().find(|w| lexicon::has(choices, w.number))?;
            None
        }
        Element::Bearer(kinds) => {
            words.iter().find(|w| w.kinds & kinds != 0)?;
            Some(at)
        }
        Element::Name => {
            is_name(line.sentence, at).then_some(at)?;
            Some(at)
        }
        Element::Gap => return None,
    };
    if rest.is_empty() {
        return Some((at, bearer));
    }
    let (last, later) = fit(rest, line, at + 1)?;
    Some((last, bearer.or(later)))
}
