//! What can be in a state: people, buildings, roads, fires, each with its nouns, read from `bearers.tsv`.

use super::lexicon::{self, NAMES};

/// The kinds of bearer that a scale takes, as bits.
#[derive(Debug)]
pub struct Bearers(u64);

impl Bearers {
    /// Reads `person,animal`.
    pub(super) fn named(kinds: &str) -> Self {
        Self(kinds.split(',').fold(0, |all, k| all | lexicon::bit(k)))
    }

    /// Whether nothing fits.
    pub fn is_empty(&self) -> bool {
        self.0 == 0
    }

    /// Whether a noun or pronoun fits.
    pub fn take(&self, lemma: &str) -> bool {
        lexicon::word(lemma).kinds & self.0 != 0
    }

    /// Whether proper names fit.
    pub fn take_names(&self) -> bool {
        self.take(NAMES)
    }
}
