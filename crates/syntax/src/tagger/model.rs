//! The tagger's weights as they lie in the file: read in place, nothing is unpacked, so loading costs nothing.
//!
//! After the header come the labels (universal and Penn tag, a byte each), for each class of the dictionary its only
//! label (or 255), the dictionary (open addressing, 20 bits of the key and 12 of the class), the starts of the buckets
//! of rows, and the rows: 16 bits of the key, a scale, and pairs of label and weight, the last one marked.

use crate::{Upos, Xpos};

/// First bytes of a model file.
pub const MAGIC: [u8; 8] = *b"GAINTAG1";
/// Bytes before the first section.
pub const HEADER: usize = 24;
/// Room for the scores of all labels.
pub const MOST_LABELS: usize = 128;
/// Marks the last weight of a row.
pub const LAST: u8 = 0x80;
/// Marks a class with more than one usual label.
pub const MANY: u8 = 255;

/// A trained tagger.
#[derive(Clone, Debug)]
pub struct Model<'a> {
    labels: Vec<(Upos, Xpos)>,
    only: &'a [u8],
    dictionary: &'a [u8],
    buckets: &'a [u8],
    rows: &'a [u8],
}

impl<'a> Model<'a> {
    /// Reads a model; `None` if the bytes are no model of this version.
    pub fn new(bytes: &'a [u8]) -> Option<Self> {
        let rest = bytes.strip_prefix(&MAGIC)?;
        let size = |field: usize| number(rest, field * 4);
        let (labels, classes, words, buckets) = (size(0)?, size(1)?, size(2)?, size(3)?);
        let rest = bytes.get(HEADER..)?;
        let (names, rest) = rest.split_at_checked(labels * 2)?;
        let (only, rest) = rest.split_at_checked(classes)?;
        let (dictionary, rest) = rest.split_at_checked(words * 4)?;
        let (buckets, rows) = rest.split_at_checked((buckets + 1) * 4)?;
        let labels = names
            .chunks_exact(2)
            .map(label)
            .collect::<Option<Vec<_>>>()?;
        (labels.len() < MOST_LABELS && words.is_power_of_two()).then_some(Self {
            labels,
            only,
            dictionary,
            buckets,
            rows,
        })
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

    /// Adds the weights of a feature to the scores of the labels.
    pub fn add(&self, key: u64, scores: &mut [i32; MOST_LABELS]) {
        let buckets = self.buckets.len() / 4 - 1;
        let bucket = ((key & 0xffff_ffff) as usize * buckets) >> 32;
        let check = [(key >> 48) as u8, (key >> 56) as u8];
        let start = number(self.buckets, bucket * 4).unwrap_or(0);
        let end = number(self.buckets, bucket * 4 + 4).unwrap_or(0);
        let mut rows = self.rows.get(start..end).unwrap_or(&[]);
        while let [low, high, scale, weights @ ..] = rows {
            let found = check == [*low, *high];
            let mut pairs = weights.chunks_exact(2);
            let mut used = 0;
            for pair in pairs.by_ref() {
                used += 2;
                if found {
                    let label = (pair[0] & !LAST) as usize;
                    scores[label] += i32::from(pair[1] as i8) * i32::from(*scale);
                }
                if pair[0] & LAST != 0 {
                    break;
                }
            }
            if found {
                return;
            }
            rows = &weights[used..];
        }
    }
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
