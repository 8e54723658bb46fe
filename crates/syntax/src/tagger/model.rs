//! The tagger's weights as they lie in the file: read in place, nothing is unpacked, so loading costs nothing.
//!
//! After the header come the labels (universal and Penn tag, a byte each), for each class of the dictionary its only
//! label (or 255), the dictionary (open addressing, 20 bits of the key and 12 of the class), the slots that lead to the
//! rows (open addressing, 10 bits of the key and 22 of the row's offset plus one), and the rows: eight more bits of the
//! key, the number of weights, their scale, and pairs of label and weight.

use fearless_simd::Level;

use crate::{Upos, Xpos};

/// First bytes of a model file.
pub const MAGIC: [u8; 8] = *b"GAINTAG3";
/// Bytes before the first section.
pub const HEADER: usize = 24;
/// Room for the scores of all labels, in whole vectors.
pub const MOST_LABELS: usize = 96;
/// A score for each label.
pub type Scores = [i32; MOST_LABELS];
/// Bits of a slot that hold a row's offset plus one.
pub const OFFSET_BITS: u32 = 22;
/// Marks a class with more than one usual label.
pub const MANY: u8 = 255;

/// A trained tagger.
#[derive(Clone, Debug)]
pub struct Model<'a> {
    labels: Vec<(Upos, Xpos)>,
    only: &'a [u8],
    dictionary: &'a [u8],
    slots: &'a [[u8; 4]],
    rows: &'a [u8],
    /// The vectors that this processor has.
    pub(super) level: Level,
}

/// The weights of one feature.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row<'a> {
    /// Where it lies among the rows.
    pub(super) at: usize,
    /// Unit of the weights.
    pub(super) scale: u8,
    /// Labels and their weights.
    pub(super) weights: &'a [[u8; 2]],
}

impl<'a> Row<'a> {
    /// These weights, wherever they lie.
    pub(super) fn of_weights(scale: u8, weights: &'a [[u8; 2]]) -> Self {
        Self {
            at: 0,
            scale,
            weights,
        }
    }

    /// Adds the weights to the scores of their labels.
    pub(super) fn add(&self, scores: &mut Scores) {
        for &[label, weight] in self.weights {
            if let Some(score) = scores.get_mut(usize::from(label)) {
                *score += i32::from(weight as i8) * i32::from(self.scale);
            }
        }
    }
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
                slots: slots.as_chunks().0,
                rows,
                level: Level::new(),
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

    fn slot(&self, slot: usize) -> usize {
        self.slots
            .get(slot)
            .map_or(0, |entry| u32::from_le_bytes(*entry) as usize)
    }

    /// The row that stands there.
    pub(super) fn row_at(&self, at: usize) -> Row<'a> {
        let (scale, weights) = match self.rows.get(at..) {
            Some([_, count, scale, weights @ ..]) => {
                (*scale, weights.as_chunks().0.get(..usize::from(*count)))
            }
            _ => (0, None),
        };
        Row {
            at,
            scale,
            weights: weights.unwrap_or_default(),
        }
    }

    /// The row of a feature, if it has weights.
    pub(super) fn row(&self, key: u64) -> Option<Row<'a>> {
        let mut slot = home(key, self.slots.len());
        let mut entry = self.slot(slot);
        while entry != 0 {
            if entry >> OFFSET_BITS == check(key) {
                let at = (entry & ((1 << OFFSET_BITS) - 1)) - 1;
                if self.rows.get(at) == Some(&second_check(key)) {
                    return Some(self.row_at(at));
                }
            }
            slot += 1;
            if slot >= self.slots.len() {
                slot = 0;
            }
            entry = self.slot(slot);
        }
        None
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

#[cfg(test)]
mod tests {
    use super::super::{EMBEDDED, features};

    #[test]
    fn the_features_of_one_word_stay_in_sixteen_bits() {
        let model = &*EMBEDDED;
        let places = (0..model.slots.len()).filter_map(|slot| {
            let entry = model.slot(slot) & ((1 << super::OFFSET_BITS) - 1);
            entry.checked_sub(1)
        });
        let weights = places.flat_map(|at| {
            let row = model.row_at(at);
            let sizes = row.weights.iter().map(|w| i32::from(w[1] as i8).abs());
            sizes.map(move |size| size * i32::from(row.scale))
        });
        let most = weights.max().unwrap_or_default();
        assert!(most > 0 && most * features::OWN as i32 <= i32::from(i16::MAX));
    }
}
