//! What a statement is about, in words that another page could use too, and where it holds.

use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

use gainsay_syntax::{Token, Upos, Xpos};

use crate::claims::questions;
use crate::lexicon;

use super::kind::Kind;

/// The topic of a statement and the scope that it holds in.
#[derive(
    Clone,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    serde::Serialize,
    serde::Deserialize,
)]
pub struct Topic {
    /// What kind of value it gives.
    pub kind: Kind,
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
    /// Whether its words are those of the heading alone.
    pub borrowed: bool,
    /// What its amount is per, where that is said: "minute", "user".
    pub per: BTreeSet<String>,
}

/// Which of the values that a setting can have a statement gives.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    serde::Serialize,
    serde::Deserialize,
)]
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
static SCOPES: LazyLock<BTreeSet<&'static str>> = LazyLock::new(|| {
    let scopes = rows(true).into_iter().filter(|(_, mark)| *mark == "=scope");
    scopes.map(|(word, _)| word).collect()
});
static ENDS: LazyLock<HashMap<&'static str, &'static str>> = LazyLock::new(|| rows(true));

/// The rows of the lexicon whose first cell begins with `=`, or the others.
fn rows(ends: bool) -> HashMap<&'static str, &'static str> {
    lexicon::rows(include_str!("words.tsv"))
        .filter(|[first, _]| first.starts_with('=') == ends)
        .flat_map(|[first, words]| words.split(' ').map(move |w| (w, first)))
        .collect()
}

/// The word that stands for a lemma in topics; `None` where it says nothing of one.
pub(super) fn word(lemma: &str) -> Option<String> {
    let letters = lemma.bytes().any(|b| b.is_ascii_alphabetic()) || !lemma.is_ascii();
    if !letters || lemma.len() < 2 {
        return None;
    }
    let singular = singular(lemma);
    match WORDS.get(lemma).or_else(|| WORDS.get(singular.as_str())) {
        Some(&"-") => None,
        Some(&canonical) => Some(canonical.to_owned()),
        None => Some(singular),
    }
}

/// A word without the ending of the plural, as topics have it.
pub(super) fn singular(word: &str) -> String {
    word.strip_suffix('s')
        .filter(|s| s.len() > 2 && !s.ends_with('s'))
        .unwrap_or(word)
        .to_owned()
}

/// The nouns and names among tokens as they stand: "value size" has no word that tells more.
pub(super) fn nouns<'a>(tokens: impl Iterator<Item = &'a Token>) -> BTreeSet<String> {
    tokens
        .filter(|t| matches!(t.upos, Upos::Noun | Upos::Propn))
        .map(|t| t.lemma.to_lowercase())
        .filter(|l| !ENDS.contains_key(l.as_str()) && l.len() > 1)
        .collect()
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
/// "By default", "Maximum", "up to" in a value's own words.
pub(super) fn end<'a>(tokens: impl Iterator<Item = &'a Token>) -> End {
    let parts: Vec<String> = tokens
        .flat_map(|t| {
            // "Largest" is an end, "large" is none; both have one lemma.
            let superlative = if t.xpos == Xpos::Jjs { "*" } else { "" };
            let lemma = format!("{}{superlative}", t.lemma.to_lowercase());
            lemma
                .split(['_', '-'])
                .map(str::to_owned)
                .collect::<Vec<_>>()
        })
        .collect();
    let mark = |i: usize| parts.get(i).and_then(|p| ENDS.get(p.as_str())).copied();
    let is_limit = |mark: Option<&str>| matches!(mark, Some("=most" | "=least"));
    if let Some(at) = (0..parts.len()).find(|&i| mark(i) == Some("=default")) {
        // "The default limit is 10,000 clients" gives a limit and a default in one.
        return if (at + 1..=at + 2).any(|i| is_limit(mark(i))) {
            End::Open
        } else {
            End::Default
        };
    }
    match (0..parts.len()).rev().map(mark).find(|m| is_limit(*m)) {
        Some(Some("=least")) => End::Least,
        Some(_) => End::Most,
        None => End::Open,
    }
}

/// Whether a word names a scope by itself: a plan, a platform, a channel.
pub(super) fn is_scope(word: &str) -> bool {
    SCOPES.contains(word)
}

/// What an amount is per: "100 requests per minute", "$9 a month".
pub(super) fn per<'a>(words: impl Iterator<Item = &'a str>) -> BTreeSet<String> {
    let words: Vec<String> = words.map(str::to_lowercase).collect();
    let after = |i: usize| {
        matches!(
            words[i].as_str(),
            "per" | "a" | "an" | "each" | "every" | "/"
        )
    };
    let known = |w: &str| questions::WORDS.has("per", w);
    (1..words.len())
        .filter(|&i| after(i - 1) && known(&words[i]))
        .map(|i| words[i].clone())
        .collect()
}

/// The versions that the tokens name: "version 5", "v2.1", "Tern 6" where `products` holds "tern".
pub(super) fn versions(tokens: &[Token], text: &str, products: &BTreeSet<String>) -> Vec<Version> {
    let mut found = Vec::new();
    for (i, token) in tokens.iter().enumerate() {
        let written = token.span.of(text);
        let number = written
            .trim_start_matches(['v', 'V'])
            .trim_end_matches(".x");
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
