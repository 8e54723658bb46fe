//! Looking words up in an index that was laid out before.

use super::{FREE, PLACE_BITS, check, hash, home};

/// Places in a text, by words.
#[derive(Clone, Copy, Debug)]
pub struct Index {
    slots: &'static [[u8; 4]],
}

impl Index {
    /// The index that [`Layout::bytes`](super::Layout::bytes) gave.
    ///
    /// # Panics
    ///
    /// If the bytes are none.
    pub const fn new(bytes: &'static [u8]) -> Self {
        let (slots, rest) = bytes.as_chunks();
        assert!(
            rest.is_empty() && slots.len().is_power_of_two(),
            "these bytes are no index"
        );
        Self { slots }
    }

    /// The places that were entered for a word, in their order, and now and then one of another word.
    pub fn places(self, word: &str) -> impl Iterator<Item = usize> {
        let hash = hash(word.as_bytes());
        let home = home(hash, self.slots.len());
        let (before, from) = self.slots.split_at_checked(home).unwrap_or_default();
        from.iter()
            .chain(before)
            .map(|slot| u32::from_le_bytes(*slot))
            .take_while(|&slot| slot != FREE)
            .filter(move |slot| slot >> PLACE_BITS << PLACE_BITS == check(hash))
            .map(|slot| (slot & ((1 << PLACE_BITS) - 1)) as usize)
    }
}

/// A text of rows, found by the word in their first column.
#[derive(Clone, Copy, Debug)]
pub struct Table {
    text: &'static str,
    index: Index,
}

impl Table {
    /// The rows of `text` with the index of [`Layout::of_rows`](super::Layout::of_rows).
    pub const fn new(text: &'static str, index: &'static [u8]) -> Self {
        Self {
            text,
            index: Index::new(index),
        }
    }

    /// What stands behind a word in its rows, in their order.
    pub fn rows(&self, word: &str) -> impl Iterator<Item = &'static str> {
        self.index
            .places(word)
            .filter_map(move |place| behind(row_at(self.text, place), word))
    }

    /// Whether the table has a row of that word.
    pub fn has(&self, word: &str) -> bool {
        self.rows(word).next().is_some()
    }
}

/// The row that begins at that place.
pub fn row_at(text: &'static str, place: usize) -> &'static str {
    let rest = text.get(place..).unwrap_or_default();
    let end = rest.bytes().position(|byte| byte == b'\n');
    rest.get(..end.unwrap_or(rest.len())).unwrap_or_default()
}

/// What stands behind the word that fills a row's first column.
fn behind(row: &'static str, word: &str) -> Option<&'static str> {
    let rest = row.strip_prefix(word)?;
    if rest.is_empty() {
        return Some(rest);
    }
    rest.strip_prefix('\t')
}
