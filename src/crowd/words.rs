//! What an article is about, as its words with their weights: those of the headline and the names among them count more.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::article::{Article, BlockKind};
use crate::lexicon::{self, plain};

/// The story of an article shows in its beginning; what stands further down is background, told again and again.
const BEGINNING: usize = 4_000;
/// How much a word of the headline counts, and a name.
const HEADLINE: f64 = 2.0;
const NAME: f64 = 2.0;
/// Shorter words tell little, unless they are names or numbers.
const SHORTEST: usize = 3;

static COMMON: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| lexicon::words(include_str!("common.tsv")));

/// The words of an article.
#[derive(Clone, Debug, Default)]
pub(super) struct Profile {
    /// Each with how often it stands there: once is 1, a word of the headline or a name counts more.
    pub(super) counts: BTreeMap<String, f64>,
    /// Those that look like names.
    pub(super) names: BTreeSet<String>,
}

/// The words of the beginning of an article.
pub(super) fn profile(article: &Article) -> Profile {
    let mut seen: FxHashMap<Cow<str>, Seen> = FxHashMap::default();
    if let Some(title) = &article.title {
        count(title, HEADLINE, &mut seen);
    }
    let mut read = 0;
    for block in &article.blocks {
        if read > BEGINNING {
            break;
        }
        let weight = match block.kind {
            BlockKind::Furniture | BlockKind::Code => continue,
            BlockKind::Headline => HEADLINE,
            BlockKind::Heading(_)
            | BlockKind::Paragraph
            | BlockKind::Item
            | BlockKind::Cell
            | BlockKind::Caption => 1.0,
        };
        let text = block.span.of(&article.text);
        let end = (BEGINNING.min(text.len())..=text.len()).find(|&i| text.is_char_boundary(i));
        let text = &text[..end.unwrap_or(text.len())];
        read += text.len();
        count(text, weight, &mut seen);
    }
    let names = seen.iter().filter(|(_, seen)| seen.as_name);
    Profile {
        names: names.map(|(word, _)| word.to_string()).collect(),
        counts: seen
            .iter()
            .map(|(word, seen)| (word.to_string(), 1.0 + seen.weight.ln()))
            .collect(),
    }
}

/// How a word stands in an article.
#[derive(Default)]
struct Seen {
    weight: f64,
    as_name: bool,
}

fn count<'a>(text: &'a str, weight: f64, seen: &mut FxHashMap<Cow<'a, str>, Seen>) {
    for (word, is_name) in words(text) {
        let seen = seen.entry(word).or_default();
        seen.weight += weight * if is_name { NAME } else { 1.0 };
        seen.as_name |= is_name;
    }
}

/// The words that tell something, in lower case and in the singular, and whether each looks like a name.
fn words(text: &str) -> impl Iterator<Item = (Cow<'_, str>, bool)> {
    let mut starts = true;
    text.split_inclusive(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’')
        .filter_map(move |piece| {
            let word = piece.trim_end_matches(|c: char| !c.is_alphanumeric());
            let word = word.trim_start_matches(|c: char| !c.is_alphanumeric());
            let is_first = starts;
            if !word.is_empty() || piece.ends_with(['.', '!', '?', '\n']) {
                starts = piece.ends_with(['.', '!', '?', '\n', '"', '“', ':']);
            }
            let is_name = !is_first && word.starts_with(char::is_uppercase);
            let word = singular(word);
            let tells = word.len() >= SHORTEST && !COMMON.contains(&*word);
            tells.then_some((word, is_name))
        })
}

/// "Fires" is "fire", "the ship's" is "ship"; "crisis" and "boss" stay.
fn singular(word: &str) -> Cow<'_, str> {
    let one = |mut word: &str| {
        while let Some(owner) = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")) {
            word = owner;
        }
        match word.strip_suffix('s') {
            Some(stem) if stem.len() >= SHORTEST && !stem.ends_with(['s', 'i', 'u']) => stem.len(),
            _ => word.len(),
        }
    };
    match plain(word) {
        Cow::Borrowed(word) => Cow::Borrowed(&word[..one(word)]),
        Cow::Owned(mut word) => {
            word.truncate(one(&word));
            Cow::Owned(word)
        }
    }
}
