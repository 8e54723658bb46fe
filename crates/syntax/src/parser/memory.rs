//! What the network remembers of words that it has read: news repeats them, and what a word adds to the gates depends on
//! its own embedding alone.

use rustc_hash::FxHashMap;

use super::{
    model::{GATES, Model, WINDOW},
    network,
    words::Rows,
};

/// Words that are remembered at most: three megabytes.
const MOST: usize = 4096;

/// What a word adds to the gates of the words that have it in their window, for each place in it.
pub(super) type Gates = [[i16; GATES]; WINDOW.len()];

/// The words that a model has read lately. What is remembered is exact: a parse is the same with any memory.
#[derive(Debug, Default)]
pub struct Memory {
    places: FxHashMap<Rows, usize>,
    gates: Vec<Gates>,
}

impl Memory {
    /// What the word with these embedding rows adds to the gates around it; `model` is the same in every call.
    pub(super) fn gates(&mut self, model: &Model, rows: &Rows) -> &Gates {
        let place = match self.places.get(rows) {
            Some(&place) => place,
            None => self.read(model, rows),
        };
        &self.gates[place]
    }

    /// Remembers a new word, and forgets all others if they are too many.
    fn read(&mut self, model: &Model, rows: &Rows) -> usize {
        if self.gates.len() == MOST {
            self.places.clear();
            self.gates.clear();
        }
        let place = self.gates.len();
        self.gates.push(network::word_gates(model, rows));
        self.places.insert(*rows, place);
        place
    }
}
