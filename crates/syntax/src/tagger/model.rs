//! The tagger's weights as they lie in the file: read in place, nothing is unpacked, so loading costs nothing.
//!
//! After the header come the labels (universal and Penn tag, a byte each), for each class of the dictionary its only
//! label (or 255), the dictionary (open addressing, 20 bits of the key and 12 of the class), the slots that lead to the
//! rows (open addressing, 11 bits of the key and 21 of the row's offset plus one), and the rows: eight more bits of the
//! key, the number of weights, their scale, and pairs of label and weight.

use crate::{Upos, Xpos};

/// First bytes of a model file.
pub const MAGIC: [u8; 8] = *b"GAINTAG2";
/// Bytes before the first section.
pub const HEADER: usize = 24;
/// Room for the scores of all labels.
pub const MOST_LABELS: usize = 128;
/// A score for each label.
pub type Scores = [i32; MOST_LABELS];
/// Bits of a slot that hold a row's offset plus one.
pub const OFFSET_BITS: u32 = 21;
/// Marks a class with more than one usual label.
pub const MANY: u8 = 255;

/// A trained tagger.
#[derive(Clone, Debug)]
pub struct Model<'a> {
    labels: Vec<(Upos, Xpos)>,
    only: &'a [u8],
    dictionary: &'a [u8],
    slots: &'a [u8],
    rows: &'a [u8],
}

impl<'a> Model<'a> {
    /// Reads a model; `None` if the bytes are no model of this version.
    pub fn new(bytes: &'a [u8]) -> Option<Self> {
        let rest = bytes.strip_prefix(&MAGIC)?;
        let size = |field: usize| number(rest, field * 4);
        let (labels, classes, words, slots) = (size(0)?, size(1)?, size(2)?, size(3)?);
        let rest = bytes.get(HEADER..)?;
        let (names, rest) = rest.split_at_checked(labels * 2)?;
        let (only, rest) = rest.split_at_checked(classes)?;
        let (dictionary, rest) = rest.split_at_checked(words * 4)?;
        let (slots, rows) = rest.split_at_checked(slots * 4)?;
        let labels = names
            .chunks_exact(2)
            .map(label)
            .collect::<Option<Vec<_>>>()?;
        (labels.len() < MOST_LABELS && words.is_power_of_two() && !slots.is_empty()).then_some(
            Self {
                labels,
                only,
                dictionary,
                slots,
                rows,
            },
        )
    }

    /// The tags that the labels stand for.
    pub fn labels(&self) -> &[(Upos, Xpos)] {
        &self.labels
    }

    /// Number of the set of usual tags of a folded form, 0 if it is not in the dictionary.
    pub fn class(&self, key: u64) -> u16 {
        let mask = self.dictionary.len() / 4 - 1;
        let mut slot = key as usize & mask;
        loop {
            let entry = number(self.dictionary, slot * 4).unwrap_or(0) as u32;
            if entry == 0 {
                return 0;
            }
            if u64::from(entry >> 12) == key >> 44 {
                return (entry & 0xfff) as u16;
            }
            slot = (slot + 1) & mask;
        }
    }

    /// The label of a class that has no other.
    pub fn only(&self, class: u16) -> Option<u8> {
        self.only
            .get(class as usize)
            .copied()
            .filter(|&label| label != MANY)
    }

    /// Adds the weights of the features to the scores of the labels.
    pub fn add<const N: usize>(&self, keys: &[u64; N], scores: &mut Scores) {
        let count = self.slots.len() / 4;
        // All first slots are fetched before one is looked at, so that their ways from memory overlap.
        let homes = keys.map(|key| home(key, count));
        let entries = homes.map(|slot| number(self.slots, slot * 4).unwrap_or(0));
        let mut entries = keys.iter().zip(homes.into_iter().zip(entries));
        // The same for the rows.
        let rows: [_; N] = std::array::from_fn(|_| {
            let (&key, (slot, entry)) = entries.next()?;
            self.row(key, slot, entry)
        });
        for row in rows.into_iter().flatten() {
            add_row(row, scores);
        }
    }

    /// The row of a feature, from its number of weights on; the search starts at a slot that holds `entry`.
    fn row(&self, key: u64, mut slot: usize, mut entry: usize) -> Option<&'a [u8]> {
        let count = self.slots.len() / 4;
        while entry != 0 {
            if entry >> OFFSET_BITS == check(key) {
                let row = self.rows.get((entry & ((1 << OFFSET_BITS) - 1)) - 1..)?;
                if row.first() == Some(&second_check(key)) {
                    return row.get(1..);
                }
            }
            slot = if slot + 1 == count { 0 } else { slot + 1 };
            entry = number(self.slots, slot * 4)?;
        }
        None
    }
}

/// Adds a row's weights.
fn add_row(row: &[u8], scores: &mut Scores) {
    let [count, scale, weights @ ..] = row else {
        return;
    };
    let weights = weights.get(..2 * usize::from(*count)).unwrap_or_default();
    for [label, weight] in weights.as_chunks().0 {
        scores[usize::from(*label) % MOST_LABELS] += i32::from(*weight as i8) * i32::from(*scale);
    }
}

/// The slot at which the search for a feature starts.
pub fn home(key: u64, slots: usize) -> usize {
    ((key & 0xffff_ffff) as usize * slots) >> 32
}

/// The bits of a feature's key that its slot keeps.
pub fn check(key: u64) -> usize {
    (key >> (32 + OFFSET_BITS)) as usize
}

/// The bits of a feature's key that its row keeps.
pub fn second_check(key: u64) -> u8 {
    (key >> 40) as u8
}

/// The four bytes at `at` as a number.
fn number(bytes: &[u8], at: usize) -> Option<usize> {
    let field = bytes.get(at..at + 4)?;
    Some(u32::from_le_bytes([field[0], field[1], field[2], field[3]]) as usize)
}

/// The tags that two bytes of the label section name.
fn label(pair: &[u8]) -> Option<(Upos, Xpos)> {
    Some((
        *Upos::ALL.get(pair[0] as usize)?,
        *Xpos::ALL.get(pair[1] as usize)?,
    ))
}
