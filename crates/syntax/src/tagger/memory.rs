//! What the tagger remembers of words that it has read: news repeats them, and most features see one word alone.

use rustc_hash::FxHashMap;

use super::{
    features::Opening,
    model::{MOST_LABELS, Model, Scores},
    words::{self, Word},
};

/// Sums that are remembered at most: four megabytes.
const MOST: usize = 8192;

/// Stands for the number of a word where there is none.
pub(super) const NO_WORD: u32 = u32::MAX;

/// Features that depend on a word and on nothing else than this.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Role {
    /// Those of the word itself, where it stands so.
    Own(Opening),
    /// Those that see it before the word.
    Before,
    /// Those that see it after the word.
    After,
    /// Those of the word itself after one with this label.
    Behind(u8),
    /// Those of the word itself before one with these usual tags.
    Ahead(u16),
}

/// The words that a model has read lately. What is remembered is exact: a word's tags are the same with any memory.
#[derive(Debug, Default)]
pub struct Memory {
    numbers: FxHashMap<Box<str>, u32>,
    words: Vec<Word>,
    places: FxHashMap<(u32, Role), u32>,
    sums: Vec<Scores>,
}

impl Memory {
    /// Forgets everything if it is too much; numbers of words are good until this is called.
    pub(super) fn tidy(&mut self) {
        if self.sums.len() > MOST || self.words.len() > MOST {
            self.numbers.clear();
            self.words.clear();
            self.places.clear();
            self.sums.clear();
        }
    }

    /// The number of a word and what the features see of it; `model` is the same in every call.
    pub(super) fn word(&mut self, model: &Model, form: &str) -> (u32, Word) {
        if let Some(&number) = self.numbers.get(form) {
            return (number, self.words[number as usize]);
        }
        let number = self.words.len() as u32;
        let word = words::read(form, |key| model.class(key));
        self.words.push(word);
        self.numbers.insert(form.into(), number);
        (number, word)
    }

    /// The sum of the weights of features of a word that has this number; `add` makes it.
    pub(super) fn sum(
        &mut self,
        number: u32,
        role: Role,
        add: impl FnOnce(&mut Scores),
    ) -> &Scores {
        let next = self.sums.len() as u32;
        let place = *self.places.entry((number, role)).or_insert(next);
        if place == next {
            let mut sum = [0; MOST_LABELS];
            add(&mut sum);
            self.sums.push(sum);
        }
        &self.sums[place as usize]
    }
}
