//! Features that were looked up lately, with their weights: what a text asks for often lies together in little memory,
//! where the model's slots and rows lie far apart.

use super::model::{MOST_LABELS, Row, Scores};

/// Features that are remembered at most, each in the one place that its key gives it: half a megabyte.
const PLACES: usize = 1 << PLACE_BITS;
const PLACE_BITS: u32 = 15;
/// Weights that fit beside their feature.
const MOST_WEIGHTS: usize = 3;
/// Stands for the number of weights where they stand in a vector.
const VECTOR: u8 = u8::MAX;
/// Stands for the number of weights where they stand in the model.
const ROW: u8 = u8::MAX - 1;

/// What is known of a feature.
#[derive(Clone, Copy, Debug)]
pub(super) enum Known {
    /// Its few weights, or none.
    Few(Few),
    /// Where the model has the row of its weights.
    Row(u32),
    /// Where the vector of its many weights stands.
    Vector(u16),
}

/// Up to [`MOST_WEIGHTS`] weights: their number, their unit, then label and weight of each.
#[derive(Clone, Copy, Debug)]
pub(super) struct Few([u8; 2 + 2 * MOST_WEIGHTS]);

impl Few {
    /// No weights: those that are missing are zero, each of another label, so that no sum waits for another.
    const NONE: Self = {
        const LAST: u8 = MOST_LABELS as u8 - 1;
        Self([0, 0, LAST, 0, LAST - 1, 0, LAST - 2, 0])
    };

    /// The weights of a row, `None` if they are too many.
    pub(super) fn of(row: &Row) -> Option<Self> {
        let Self(mut bytes) = Self::NONE;
        let weights = row.weights.as_flattened();
        bytes[0] = row.weights.len() as u8;
        bytes[1] = row.scale;
        bytes
            .get_mut(2..2 + weights.len())?
            .copy_from_slice(weights);
        Some(Self(bytes))
    }

    /// Adds the weights to the scores of their labels, those that are missing, too: to look how many there are would take
    /// longer.
    pub(super) fn add(self, scores: &mut Scores) {
        let [_, scale, weights @ ..] = &self.0;
        Row::of_weights(*scale, weights.as_chunks().0).add(scores);
    }
}

impl Default for Few {
    fn default() -> Self {
        Self::NONE
    }
}

/// The features that a model was asked for lately.
#[derive(Debug, Default)]
pub(super) struct Lately {
    /// Keys and what is known of them.
    places: Vec<[u64; 2]>,
}

impl Lately {
    /// Forgets everything.
    pub(super) fn clear(&mut self) {
        self.places = vec![[0; 2]; PLACES];
        // No feature has been looked up, not even that of key 0, whose place this is; the new key belongs elsewhere.
        self.places[0][0] = u64::MAX;
    }

    /// What stands in the place of a feature.
    pub(super) fn at(&self, key: u64) -> [u64; 2] {
        self.places.get(place(key)).copied().unwrap_or_default()
    }

    /// What is known of a feature in whose place that stands; `None` if it was not looked up lately.
    pub(super) fn known(key: u64, [known, value]: [u64; 2]) -> Option<Known> {
        let bytes = value.to_le_bytes();
        (known == key).then_some(match bytes {
            [VECTOR, a, b, ..] => Known::Vector(u16::from_le_bytes([a, b])),
            [ROW, a, b, c, d, ..] => Known::Row(u32::from_le_bytes([a, b, c, d])),
            _ => Known::Few(Few(bytes)),
        })
    }

    /// Remembers what is known of a feature instead of another one.
    pub(super) fn put(&mut self, key: u64, known: Known) {
        let bytes = match known {
            Known::Few(Few(bytes)) => bytes,
            Known::Row(at) => {
                let [a, b, c, d] = at.to_le_bytes();
                [ROW, a, b, c, d, 0, 0, 0]
            }
            Known::Vector(place) => {
                let [a, b] = place.to_le_bytes();
                [VECTOR, a, b, 0, 0, 0, 0, 0]
            }
        };
        if let Some(place) = self.places.get_mut(place(key)) {
            *place = [key, u64::from_le_bytes(bytes)];
        }
    }
}

fn place(key: u64) -> usize {
    (key >> (64 - PLACE_BITS)) as usize
}
