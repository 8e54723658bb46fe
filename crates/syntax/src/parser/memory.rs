//! What the network remembers of words that it has read: news repeats them, and what a word adds to the gates depends on
//! its own embedding alone.

use rustc_hash::FxHashMap;

use super::{
    kernels,
    model::{Gates, Model},
    network::Encoded,
    state::State,
    words::{Form, Rows, Words},
};
use crate::forms::Forms;

/// Words that are remembered at most: three megabytes.
const MOST: usize = 4096;

/// The words that a model has read lately. What is remembered is exact: a parse is the same with any memory.
#[derive(Debug, Default)]
pub struct Memory {
    forms: Forms<Form>,
    places: FxHashMap<Rows, usize>,
    gates: Vec<Gates>,
    /// Words whose place is known, but not yet their gates.
    unread: Vec<Rows>,
    /// Room for the next sentence.
    pub(super) spare: Spare,
}

/// What is made anew for each sentence, but not its memory.
#[derive(Debug, Default)]
pub(super) struct Spare {
    pub(super) words: Words,
    pub(super) encoded: Encoded,
    pub(super) state: State,
}

impl Memory {
    /// What the parser knows of a form; `model` is the same in every call.
    pub(super) fn form(&mut self, model: &Model, form: &str) -> Form {
        if let Some(&known) = self.forms.get(form) {
            return known;
        }
        if self.forms.len() >= MOST {
            self.forms.clear();
        }
        let read = Form::read(form, &model.vocabulary);
        self.forms.insert(form, read);
        read
    }

    /// Makes sure that what these words add to the gates around them is known, and writes where; all others may be
    /// forgotten.
    pub(super) fn find(&mut self, model: &Model, words: &[Rows], places: &mut Vec<usize>) {
        if self.gates.len() + words.len() > MOST {
            self.places.clear();
            self.gates.clear();
        }
        // Room that is never touched costs nothing, and nothing is moved when there are more.
        self.gates.reserve(MOST - self.gates.len().min(MOST));
        places.clear();
        places.extend(words.iter().map(|rows| self.place(rows)));
        kernels::add_word_gates(model, &self.unread, &mut self.gates);
        self.unread.clear();
    }

    /// What all words add that are known.
    pub(super) fn gates(&self) -> &[Gates] {
        &self.gates
    }

    /// Where the gates of the word with these embedding rows stand, or will stand.
    fn place(&mut self, rows: &Rows) -> usize {
        let next = self.places.len();
        let place = *self.places.entry(*rows).or_insert(next);
        if place == next {
            self.unread.push(*rows);
        }
        place
    }
}
