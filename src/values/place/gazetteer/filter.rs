//! A look that comes before a search: most words are no city's, and one bit tells so.

use std::hash::BuildHasher;

use rustc_hash::FxBuildHasher;

/// Bits, some ten times the words that are entered.
const BITS: usize = 1 << 19;

/// A set that may have words that were never entered, but has all that were.
pub(super) struct Filter(Vec<u64>);

impl Default for Filter {
    fn default() -> Self {
        Self(vec![0; BITS / 64])
    }
}

impl Filter {
    pub(super) fn enter(&mut self, word: &str) {
        let bit = bit(word);
        self.0[bit / 64] |= 1 << (bit % 64);
    }

    /// Whether the word may have been entered; if not, it was not.
    pub(super) fn may_have(&self, word: &str) -> bool {
        let bit = bit(word);
        self.0[bit / 64] >> (bit % 64) & 1 != 0
    }
}

fn bit(word: &str) -> usize {
    FxBuildHasher.hash_one(word) as usize % BITS
}

#[cfg(test)]
mod tests {
    use super::Filter;

    #[test]
    fn what_was_entered_is_never_turned_away() {
        let mut filter = Filter::default();
        filter.enter("Elm");
        assert!(filter.may_have("Elm") && !filter.may_have("Oak"));
    }
}
