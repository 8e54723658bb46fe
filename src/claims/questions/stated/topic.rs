//! What a statement is about, in words that another page could use too, and where it holds.

use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

use gainsay_syntax::{Token, Upos};

/// The topic of a statement and the scope that it holds in.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Topic {
    /// What kind of value it gives: "data", "money", "length", "date", "count".
    pub kind: String,
    /// The words that the value is stated with.
    pub words: BTreeSet<String>,
    /// The words of the headings above it.
    pub under: BTreeSet<String>,
    /// The words of the page's name: its product goes without saying.
    pub page: BTreeSet<String>,
    /// For a cell: for its row and its column, the words that set the header apart from its siblings.
    pub axes: Vec<BTreeSet<String>>,
    /// What sets its own heading apart from the headings beside it.
    pub section: BTreeSet<String>,
    /// What sets the headings beside its own apart from it: other plans, other platforms.
    pub beside: BTreeSet<String>,
    /// The versions that it holds for.
    pub versions: BTreeSet<String>,
    /// Whether it speaks of the default, the most or the least.
    pub end: End,
}

/// Which of the values that a setting can have a statement gives.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum End {
    /// It does not say.
    #[default]
    Open,
    /// The value without a choice.
    Default,
    /// The largest allowed.
    Most,
    /// The smallest allowed.
    Least,
}

static WORDS: LazyLock<HashMap<&'static str, &'static str>> = LazyLock::new(|| rows(false));
static ENDS: LazyLock<HashMap<&'static str, &'static str>> = LazyLock::new(|| rows(true));

/// The rows of the lexicon whose first cell begins with `=`, or the others.
fn rows(ends: bool) -> HashMap<&'static str, &'static str> {
    include_str!("words.tsv")
        .lines()
        .filter(|l| !l.starts_with('#'))
        .filter_map(|l| l.split_once('\t'))
        .filter(|(first, _)| first.starts_with('=') == ends)
        .flat_map(|(first, words)| words.split(' ').map(move |w| (w, first)))
        .collect()
}

/// The word that stands for a lemma in topics; `None` where it says nothing of one.
fn word(lemma: &str) -> Option<String> {
    let letters = lemma.bytes().any(|b| b.is_ascii_alphabetic()) || !lemma.is_ascii();
    if !letters || lemma.len() < 2 {
        return None;
    }
    let singular = lemma
        .strip_suffix('s')
        .filter(|s| s.len() > 2 && !s.ends_with('s'))
        .unwrap_or(lemma);
    match WORDS.get(lemma).or_else(|| WORDS.get(singular)) {
        Some(&"-") => None,
        Some(&canonical) => Some(canonical.to_owned()),
        None => Some(singular.to_owned()),
    }
}

/// The words of a stretch of tokens.
pub(super) fn words<'a>(tokens: impl Iterator<Item = &'a Token>) -> BTreeSet<String> {
    let lemmas = tokens
        .filter(|t| t.upos != Upos::Punct)
        .map(|t| t.lemma.to_lowercase());
    // A setting's name is words, too: "idle_timeout".
    lemmas
        .flat_map(|lemma| lemma.split(['_', '-']).filter_map(word).collect::<Vec<_>>())
        .collect()
}

/// Which end of a setting the words name.
///
/// "By default", "Maximum", "up to" in a value's own words; "a default limit" is the default.
pub(super) fn end<'a>(tokens: impl Iterator<Item = &'a Token>) -> End {
    let mut found = End::Open;
    for token in tokens {
        for part in token.lemma.to_lowercase().split(['_', '-']) {
            match ENDS.get(part) {
                Some(&"=default") => return End::Default,
                Some(&"=most") => found = End::Most,
                Some(&"=least") => found = End::Least,
                _ => {}
            }
        }
    }
    found
}

/// The versions that the tokens name: "version 5", "v2.1", "Tern 6" where `products` holds "tern".
pub(super) fn versions(tokens: &[Token], text: &str, products: &BTreeSet<String>) -> Vec<Version> {
    let mut found = Vec::new();
    for (i, token) in tokens.iter().enumerate() {
        let written = token.span.of(text);
        let number = written.trim_start_matches(['v', 'V']);
        if !is_version(number) {
            continue;
        }
        let before = i.checked_sub(1).map(|p| tokens[p].span.of(text));
        let name = before.unwrap_or_default().to_lowercase();
        let product = number.len() < written.len()
            || matches!(name.as_str(), "version" | "versions" | "release" | "v")
            || products.contains(&name);
        let named = before.is_some_and(|b| b.starts_with(|c: char| c.is_ascii_uppercase()));
        if product || named {
            found.push(Version {
                name: if product { String::new() } else { name },
                number: number.to_owned(),
            });
        }
    }
    found
}

/// A version as a page names it.
#[derive(Clone, Debug)]
pub(super) struct Version {
    /// Of what, lower case; empty for the product that the page is about.
    pub(super) name: String,
    /// "3.10".
    pub(super) number: String,
}

/// Digits and dots alone, short enough not to be a year or an amount.
pub(super) fn is_version(number: &str) -> bool {
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    let others = number.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    (1..=6).contains(&digits) && others && number.starts_with(|c: char| c.is_ascii_digit())
}
