//! Parts of speech by an averaged perceptron that reads a sentence from the left, one joint label (universal and Penn
//! tag) a word.
//!
//! The method is Collins' (2002); the features are in [`features`], the file's layout in [`model`]. Those two and
//! [`words`] are public for the sake of training.

pub mod features;
mod lexicon;
mod memory;
pub mod model;
pub mod words;

use std::{cell::RefCell, sync::LazyLock};

use crate::{Span, Upos, Xpos};
use features::{Opening, Style};
pub use memory::Memory;
use memory::{NO_WORD, Role};
use model::{Model, Scores};
use words::Word;

/// The label before the first word.
pub const START: u8 = 0x7f;

/// The universal and Penn tag of each word of a sentence.
pub fn tag(text: &str, words: &[Span]) -> Vec<(Upos, Xpos)> {
    static EMBEDDED: LazyLock<Model<'static>> = LazyLock::new(|| {
        Model::new(include_bytes!("../../../../data/tagger.bin"))
            .expect("the embedded model is of this version")
    });
    thread_local! {
        static MEMORY: RefCell<Memory> = RefCell::default();
    }
    let forms = words.iter().map(|word| word.of(text));
    MEMORY.with_borrow_mut(|memory| tag_with(&EMBEDDED, memory, forms))
}

/// The same with a model of the caller's and what is remembered of the words that it has read.
pub fn tag_with<'a>(
    model: &Model,
    memory: &mut Memory,
    forms: impl Iterator<Item = &'a str>,
) -> Vec<(Upos, Xpos)> {
    memory.tidy();
    let (numbers, mut words): (Vec<u32>, Vec<Word>) =
        forms.map(|form| memory.word(model, form)).unzip();
    let style = features::settle(&mut words);
    let seen = Seen {
        model,
        numbers: &numbers,
        words: &words,
        style,
    };
    let (mut one, mut two) = (START, START);
    (0..words.len())
        .map(|i| {
            let label = model
                .only(words[i].class)
                .unwrap_or_else(|| best(&seen.scores(memory, i, one, two)[..model.labels().len()]));
            (one, two) = (label, one);
            model.labels()[label as usize]
        })
        .collect()
}

/// A sentence as the features see it.
struct Seen<'a> {
    model: &'a Model<'a>,
    numbers: &'a [u32],
    words: &'a [Word],
    style: Style,
}

impl Seen<'_> {
    /// The scores of the labels of word `i` after the tags `one` and `two`.
    fn scores(&self, memory: &mut Memory, i: usize, one: u8, two: u8) -> Scores {
        let mut scores = self.remembered(memory, i, one);
        self.model
            .add(&features::around(self.words, i), &mut scores);
        self.model
            .add(&features::between(self.words, i, one, two), &mut scores);
        scores
    }

    /// What the features that see a single word add to them.
    fn remembered(&self, memory: &mut Memory, i: usize, one: u8) -> Scores {
        let (model, words) = (self.model, self.words);
        let number = |j: usize| self.numbers.get(j).copied().unwrap_or(NO_WORD);
        let (before, after) = (i.wrapping_sub(1), i + 1);
        let opening = Opening::of(words, self.style, i);
        let own = |sum: &mut Scores| model.add(&features::own(&words[i], opening), sum);
        let mut scores = *memory.sum(number(i), Role::Own(opening), own);
        let behind = |sum: &mut Scores| model.add(&features::behind(&words[i], one), sum);
        add(
            &mut scores,
            memory.sum(number(i), Role::Behind(one), behind),
        );
        let next = features::class(words.get(after));
        let ahead = |sum: &mut Scores| model.add(&features::ahead(&words[i], next), sum);
        add(&mut scores, memory.sum(number(i), Role::Ahead(next), ahead));
        let left = |sum: &mut Scores| model.add(&features::before(words.get(before)), sum);
        add(&mut scores, memory.sum(number(before), Role::Before, left));
        let right = |sum: &mut Scores| model.add(&features::after(words.get(after)), sum);
        add(&mut scores, memory.sum(number(after), Role::After, right));
        scores
    }
}

fn add(scores: &mut Scores, sum: &Scores) {
    for (score, &x) in scores.iter_mut().zip(sum) {
        *score += x;
    }
}

/// The label with the highest score, the first of equals.
fn best(scores: &[i32]) -> u8 {
    (1..scores.len()).fold(0, |best, label| {
        if scores[label] > scores[best] {
            label
        } else {
            best
        }
    }) as u8
}
