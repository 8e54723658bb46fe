//! What the tagger remembers: the features that see one word alone, where they are many as their sum, for news repeats its
//! words; and rows of many weights as vectors, which are added much faster.

use super::{
    features::{self, ALONE, OPENINGS, Opening},
    kernels::{self, Weights},
    lately::{Few, Known, Lately},
    model::{MOST_LABELS, Model, Row, Scores},
    words::{self, Word},
};
use crate::forms::Forms;

/// Vectors that are remembered at most: three megabytes.
const MOST: usize = 1 << 14;
/// Vectors that a sentence may add to those.
const SPARE: usize = 1 << 13;
/// Weights of a row that is remembered as a vector at least.
const MANY_WEIGHTS: usize = 16;
/// Bits of a row's place that tell no two rows of so many weights apart.
const CLOSE: u32 = 5;

/// Stands for the number of a word where there is none.
pub(super) const NO_WORD: usize = 0;
/// Stands for the place of a vector where there is none.
const NOWHERE: u16 = 0;

/// Many features that depend on a word and on nothing else than this.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// Those of the word itself, where it stands so.
    Own(Opening),
    /// Those that see it after the word.
    After,
}

const ROLES: usize = OPENINGS + 1;

impl Role {
    fn number(self) -> usize {
        match self {
            Self::Own(opening) => opening.number(),
            Self::After => OPENINGS,
        }
    }
}

/// The words that a model has read lately. What is remembered is exact: a word's tags are the same with any memory.
#[derive(Debug, Default)]
pub struct Memory {
    numbers: Forms<usize>,
    words: Vec<Word>,
    /// For each word, what is known of the few features that see it alone from another place; the first word stands for none.
    alone: Vec<[Known; ALONE]>,
    /// For each word and role, where its sum stands; the first word stands for none.
    sums: Vec<[u16; ROLES]>,
    /// For each stretch of the model's rows, where the vector of the row stands that begins there.
    rows: Vec<u16>,
    vectors: Vec<Weights>,
    lately: Lately,
    /// Room for the next sentence.
    pub(super) spare: Sentence,
    /// Room for the places of the vectors that make up a score.
    places: Vec<u16>,
}

/// The words of a sentence.
#[derive(Debug, Default)]
pub(super) struct Sentence {
    pub(super) numbers: Vec<usize>,
    pub(super) words: Vec<Word>,
}

impl Memory {
    /// Forgets everything if it is too much; numbers of words are good until this is called.
    pub(super) fn tidy(&mut self, model: &Model) {
        if self.vectors.is_empty() || self.vectors.len() > MOST || self.words.len() > MOST {
            *self = Self {
                spare: std::mem::take(&mut self.spare),
                ..Self::default()
            };
            // Room that is never touched costs nothing, and no vector is moved when there are more.
            self.vectors.reserve(MOST + SPARE);
            self.lately.clear();
            self.vectors.push(Weights([0; _]));
            self.add(model, words::read("", |_| 0), features::alone(None));
        }
    }

    /// The number of a word and what the features see of it; `model` is the same in every call.
    pub(super) fn word(&mut self, model: &Model, form: &str) -> (usize, Word) {
        if let Some(&number) = self.numbers.get(form) {
            return (number, self.words[number]);
        }
        let number = self.words.len();
        let word = words::read(form, |key| model.class(key));
        self.add(model, word, features::alone(Some(&word)));
        self.numbers.insert(form, number);
        (number, word)
    }

    /// Adds a word and the features that see it alone.
    fn add(&mut self, model: &Model, word: Word, alone: [u64; ALONE]) {
        self.words.push(word);
        self.sums.push([NOWHERE; ROLES]);
        let known = alone.map(|key| self.read(model, key));
        self.alone.push(known);
    }

    /// What is known of the few features that see the word of this number alone: those of a word behind it, of the word two
    /// places behind it and of the one two places before it.
    pub(super) fn alone(&self, number: usize) -> &[Known; ALONE] {
        &self.alone[number]
    }

    /// Where the sum of the weights of features stands that see nothing but the word of this number, in this role.
    pub(super) fn sum<const N: usize>(
        &mut self,
        model: &Model,
        number: usize,
        role: Role,
        keys: impl FnOnce() -> [u64; N],
    ) -> u16 {
        match self.sums[number][role.number()] {
            NOWHERE => {
                let place = self.add_up(model, &keys());
                self.sums[number][role.number()] = place;
                place
            }
            known => known,
        }
    }

    /// Where the new sum of the weights of these features stands.
    #[cold]
    fn add_up(&mut self, model: &Model, keys: &[u64]) -> u16 {
        let mut scores = [0; _];
        let mut places = std::mem::take(&mut self.places);
        places.clear();
        for row in keys.iter().filter_map(|&key| model.row(key)) {
            if row.weights.len() < MANY_WEIGHTS {
                row.add(&mut scores);
            } else {
                places.push(self.vector(&row));
            }
        }
        kernels::add(model.level, &mut scores, &self.vectors, &places);
        self.places = places;
        // No model of the trainer's has weights that leave sixteen bits when a word's are added.
        let sum = scores.map(|x| x.clamp(i16::MIN.into(), i16::MAX.into()) as i16);
        self.vectors.push(Weights(sum));
        (self.vectors.len() - 1) as u16
    }

    /// The label with the highest score: the sums of weights that stand at `sums`, and the weights of features.
    pub(super) fn best<const N: usize>(
        &mut self,
        model: &Model,
        sums: &[u16],
        alone: [Known; ALONE],
        keys: [u64; N],
    ) -> u8 {
        let mut scores = [0; MOST_LABELS];
        scores[model.labels().len()..].fill(i32::MIN / 2);
        let places = self.gather(model, (sums, alone), keys, &mut scores);
        let best = kernels::best(model.level, &mut scores, &self.vectors, &places);
        self.places = places;
        best
    }

    /// Adds those of the weights that are few to the scores, and gives the places of the vectors of the others.
    fn gather<const N: usize>(
        &mut self,
        model: &Model,
        (sums, alone): (&[u16], [Known; ALONE]),
        keys: [u64; N],
        scores: &mut Scores,
    ) -> Vec<u16> {
        let mut places = std::mem::take(&mut self.places);
        places.clear();
        places.extend_from_slice(sums);
        // All are fetched before one is looked at, so that none waits for another.
        let places_of = keys.map(|key| self.lately.at(key));
        let mut add = |known| match known {
            Known::Few(weights) => weights.add(scores),
            Known::Row(at) => model.row_at(at as usize).add(scores),
            Known::Vector(place) => places.push(place),
        };
        alone.into_iter().for_each(&mut add);
        for (key, at) in keys.into_iter().zip(places_of) {
            let known = Lately::known(key, at);
            add(known.unwrap_or_else(|| self.look_up(model, key)));
        }
        places
    }

    /// What the model knows of a feature.
    fn look_up(&mut self, model: &Model, key: u64) -> Known {
        let known = self.read(model, key);
        self.lately.put(key, known);
        known
    }

    fn read(&mut self, model: &Model, key: u64) -> Known {
        match model.row(key) {
            None => Known::Few(Few::default()),
            Some(row) if row.weights.len() < MANY_WEIGHTS => {
                Few::of(&row).map_or(Known::Row(row.at as u32), Known::Few)
            }
            Some(row) => Known::Vector(self.vector(&row)),
        }
    }

    /// Where the vector of a row of many weights stands.
    fn vector(&mut self, row: &Row) -> u16 {
        let stretch = row.at >> CLOSE;
        if stretch >= self.rows.len() {
            self.rows.resize(stretch + 1, NOWHERE);
        }
        if self.rows[stretch] == NOWHERE {
            let mut scores = [0; _];
            row.add(&mut scores);
            self.rows[stretch] = self.vectors.len() as u16;
            // A byte times a byte fits.
            self.vectors.push(Weights(scores.map(|x| x as i16)));
        }
        self.rows[stretch]
    }
}
