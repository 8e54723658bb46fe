//! What can be in a state: people, buildings, roads, fires, each with its nouns, read from `bearers.tsv`.

use std::str::Split;
use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::rows;

static KINDS: LazyLock<FxHashMap<&'static str, FxHashSet<&'static str>>> = LazyLock::new(|| {
    kinds()
        .map(|(_, kind, nouns)| (kind, nouns.collect()))
        .collect()
});

/// The kinds of bearer that a scale takes.
#[derive(Debug)]
pub struct Bearers(Vec<&'static FxHashSet<&'static str>>);

/// The mark in a kind's nouns that lets proper names in.
pub(super) const NAMES: &str = "*";

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

/// The bit, the name and the nouns of each kind; the mark of names is among the nouns.
pub(super) fn kinds() -> impl Iterator<Item = (u64, &'static str, Split<'static, char>)> {
    rows(include_str!("bearers.tsv"))
        .filter_map(|line| line.split_once('\t'))
        .enumerate()
        .map(|(at, (kind, nouns))| (1 << at, kind, nouns.split(' ')))
}

/// The bit of a kind, none if there is no such kind.
pub(super) fn bit(name: &str) -> u64 {
    kinds()
        .find(|(_, kind, _)| *kind == name)
        .map_or(0, |(bit, ..)| bit)
}
