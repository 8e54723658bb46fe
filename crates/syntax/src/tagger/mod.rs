//! Parts of speech by an averaged perceptron that reads a sentence from the left, one joint label (universal and Penn
//! tag) a word.
//!
//! The method is Collins' (2002); the features are in [`features`], the file's layout in [`model`]. Those two and
//! [`words`] are public for the sake of training.

pub mod features;
mod lexicon;
pub mod model;
pub mod words;

use std::sync::LazyLock;

use crate::{Span, Upos, Xpos};
use features::Style;
use model::{MOST_LABELS, Model};
use words::Word;

/// The label before the first word.
pub const START: u8 = 0x7f;

/// The universal and Penn tag of each word of a sentence.
pub fn tag(text: &str, words: &[Span]) -> Vec<(Upos, Xpos)> {
    static EMBEDDED: LazyLock<Model<'static>> = LazyLock::new(|| {
        Model::new(include_bytes!("../../../../data/tagger.bin"))
            .expect("the embedded model is of this version")
    });
    tag_with(&EMBEDDED, words.iter().map(|word| word.of(text)))
}

/// The same with a model of the caller's.
pub fn tag_with<'a>(model: &Model, forms: impl Iterator<Item = &'a str>) -> Vec<(Upos, Xpos)> {
    let mut words: Vec<Word> = forms
        .map(|form| words::read(form, |key| model.class(key)))
        .collect();
    let style = features::settle(&mut words);
    let (mut one, mut two) = (START, START);
    (0..words.len())
        .map(|i| {
            let label = match model.only(words[i].class) {
                Some(label) => label,
                None => best(model, &words, style, i, one, two),
            };
            (one, two) = (label, one);
            model.labels()[label as usize]
        })
        .collect()
}

/// The label with the highest score, the first of equals.
fn best(model: &Model, words: &[Word], style: Style, i: usize, one: u8, two: u8) -> u8 {
    let mut scores = [0; MOST_LABELS];
    model.add(&features::fixed(words, style, i), &mut scores);
    model.add(&features::moving(words, i, one, two), &mut scores);
    let count = model.labels().len();
    (1..count).fold(0, |best, label| {
        if scores[label] > scores[best] {
            label
        } else {
            best
        }
    }) as u8
}
