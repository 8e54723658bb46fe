//! What can be in a state: people, buildings, roads, fires, each with its nouns, read from `bearers.tsv`.

use std::collections::HashMap;
use std::collections::HashSet;
use std::sync::LazyLock;

use super::rows;

static KINDS: LazyLock<HashMap<&'static str, HashSet<&'static str>>> = LazyLock::new(|| {
    rows(include_str!("bearers.tsv"))
        .filter_map(|line| line.split_once('\t'))
        .map(|(kind, nouns)| (kind, nouns.split(' ').collect()))
        .collect()
});

/// The kinds of bearer that a scale takes.
#[derive(Debug)]
pub struct Bearers(Vec<&'static HashSet<&'static str>>);

/// The mark in a kind's nouns that lets proper names in.
const NAMES: &str = "*";

impl Bearers {
    /// Reads `person,animal`.
    pub(super) fn named(kinds: &str) -> Self {
        Self(kinds.split(',').filter_map(|k| KINDS.get(k)).collect())
    }

    /// Whether nothing fits.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether a noun or pronoun fits.
    pub fn take(&self, lemma: &str) -> bool {
        self.0.iter().any(|nouns| nouns.contains(lemma))
    }

    /// Whether proper names fit.
    pub fn take_names(&self) -> bool {
        self.take(NAMES)
    }
}

/// The nouns of a kind.
pub(super) fn nouns(kind: &str) -> impl Iterator<Item = &'static str> {
    KINDS
        .get(kind)
        .into_iter()
        .flatten()
        .copied()
        .filter(|n| *n != NAMES)
}

/// Whether a noun is of the kind.
pub(super) fn is(kind: &str, noun: &str) -> bool {
    KINDS.get(kind).is_some_and(|nouns| nouns.contains(noun))
}
