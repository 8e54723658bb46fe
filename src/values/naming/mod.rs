//! What places and entities both need to know about names: countries and their peoples, titles, given
//! names, and the verbs that make a government of a capital.

pub mod countries;
pub mod people;

use std::sync::LazyLock;

use gainsay_syntax::{Deprel, Sentence, Token, Upos};
use rustc_hash::FxHashSet;

use crate::lexicon;

static ACTS: LazyLock<FxHashSet<&str>> = LazyLock::new(|| lexicon::words(include_str!("acts.tsv")));

/// Whether token `i` does what only people and bodies do: "Moscow denied it", but not "Moscow lies on a river".
pub fn acts(sentence: &Sentence, i: usize) -> bool {
    let i = first_conjunct(sentence, i);
    let token = &sentence.tokens[i];
    let does = |verb: usize| ACTS.contains(sentence.tokens[verb].lemma.as_str());
    match token.deprel {
        Deprel::Nsubj => token.head.is_some_and(|verb| {
            does(verb) || sentence.child(verb, &[Deprel::Xcomp]).is_some_and(does)
        }),
        Deprel::OblAgent => true,
        _ => false,
    }
}

/// What is said of "Ankara" is said of "Moscow" in "Ankara and Moscow agreed".
fn first_conjunct(sentence: &Sentence, i: usize) -> usize {
    match (sentence.tokens[i].deprel, sentence.tokens[i].head) {
        (Deprel::Conj, Some(head)) if head < i => first_conjunct(sentence, head),
        _ => i,
    }
}

/// What the tables know of a capital word that may be a part of any name.
#[derive(Clone, Copy)]
pub(super) struct Traits {
    /// Who bears it as a given name.
    pub(super) given: Option<people::Bearer>,
    /// Whether it is a nation's adjective: "Danish".
    pub(super) adjective: bool,
    /// Whether it is a country's name: "Denmark".
    pub(super) country: bool,
    /// Whether a title is this word or begins with it: "President", "Prime".
    pub(super) begins_title: bool,
}

impl Traits {
    /// What the tables know of that word.
    pub(super) fn of(word: &str) -> Self {
        Self {
            given: people::given(word),
            adjective: countries::by_adjective(word).is_some(),
            country: countries::by_name(word).is_some(),
            begins_title: people::begins_title(word),
        }
    }
}

/// Whether the tagger takes the token for a name.
#[inline]
pub(super) fn may_be_name(token: &Token) -> bool {
    token.is_proper() || token.upos == Upos::X
}

/// Whether single spaces part tokens that are not one word.
pub fn are_spaced_singly(text: &str, tokens: &[Token]) -> bool {
    tokens.windows(2).all(|pair| {
        let blank = text.get(pair[0].span.end..pair[1].span.start);
        matches!(blank, Some("" | " "))
    })
}

/// Whether a word begins with a capital.
#[inline]
pub fn is_capitalized(word: &str) -> bool {
    match word.as_bytes().first() {
        Some(first) if first.is_ascii() => first.is_ascii_uppercase(),
        _ => word.starts_with(char::is_uppercase),
    }
}
