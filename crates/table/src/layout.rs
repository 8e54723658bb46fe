//! Laying an index out, in a build script.

use super::{FREE, PLACE_BITS, check, hash, home};

/// Places in a text, by words.
#[derive(Clone, Debug)]
pub struct Layout {
    slots: Vec<u32>,
}

impl Layout {
    /// Room for so many words.
    pub fn new(words: usize) -> Self {
        let slots = (words * 2 + 1).next_power_of_two();
        Self {
            slots: vec![FREE; slots],
        }
    }

    /// The places of the rows of a text by their first column; lines that begin with `#` are comments.
    pub fn of_rows(text: &str) -> Self {
        let mut layout = Self::new(text.lines().count());
        for (place, row) in rows(text) {
            let word = row.split('\t').next().unwrap_or_default();
            layout.enter(word, place);
        }
        layout
    }

    /// Enters a place of a word, behind those that it has.
    ///
    /// # Panics
    ///
    /// If the place is more than a slot can hold: a build script has nothing better to do.
    pub fn enter(&mut self, word: &str, place: usize) {
        let place = u32::try_from(place).unwrap_or(FREE);
        assert!(place < (1 << PLACE_BITS) - 1, "{word:?} stands too far");
        let hash = hash(word.as_bytes());
        let mut slot = home(hash, self.slots.len());
        while self.slots[slot] != FREE {
            slot = (slot + 1) % self.slots.len();
        }
        self.slots[slot] = check(hash) | place;
    }

    /// The index as it is embedded.
    pub fn bytes(&self) -> Vec<u8> {
        let bytes = self.slots.iter().flat_map(|slot| slot.to_le_bytes());
        bytes.collect()
    }
}

/// The rows of a text that are no comments, and where they begin.
pub fn rows(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut next = 0;
    let lines = text.split_inclusive('\n').map(move |line| {
        let place = next;
        next += line.len();
        (place, line.trim_end_matches(['\n', '\r']))
    });
    lines.filter(|(_, row)| !row.starts_with('#') && !row.is_empty())
}
