//! Parts of speech by an averaged perceptron that reads a sentence from the left, one joint label (universal and Penn
//! tag) a word.
//!
//! The method is Collins' (2002); the features are in [`features`], the file's layout in [`model`]. Those two and
//! [`words`] are public for the sake of training.

pub mod features;
mod kernels;
mod lately;
mod lexicon;
mod memory;
pub mod model;
pub mod words;

use std::{cell::RefCell, sync::LazyLock};

use crate::{Span, Upos, Xpos};
use features::{Opening, Style};
pub use memory::Memory;
use memory::{NO_WORD, Role, Sentence};
use model::Model;
use words::Word;

/// The label before the first word.
pub const START: u8 = 0x7f;

static EMBEDDED: LazyLock<Model<'static>> = LazyLock::new(|| {
    Model::new(include_bytes!("../../../../data/tagger.bin"))
        .expect("the embedded model is of this version")
});

/// The universal and Penn tag of each word of a sentence.
pub fn tag(text: &str, words: &[Span]) -> Vec<(Upos, Xpos)> {
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
    let mut sentence = std::mem::take(&mut memory.spare);
    sentence.numbers.clear();
    sentence.words.clear();
    for (number, word) in forms.map(|form| memory.word(model, form)) {
        sentence.numbers.push(number);
        sentence.words.push(word);
    }
    let style = features::settle(&mut sentence.words);
    let tags = tag_words(model, memory, &sentence, style);
    memory.spare = sentence;
    tags
}

/// Where the sums of the features stand that see word `i` alone, or one word beside it.
fn sums(
    model: &Model,
    memory: &mut Memory,
    numbers: &[usize],
    words: &[Word],
    style: Style,
    i: usize,
) -> [u16; 5] {
    let number = |j: usize| numbers.get(j).copied().unwrap_or(NO_WORD);
    let word = |j: usize| words.get(j);
    let opening = Opening::of(words, style, i);
    let [before, after] = [i.wrapping_sub(1), i + 1];
    let [far_before, far_after] = [i.wrapping_sub(2), i + 2];
    [
        memory.sum(model, number(i), Role::Own(opening), || {
            features::own(&words[i], opening)
        }),
        memory.sum(model, number(before), Role::Before, || {
            features::before(word(before))
        }),
        memory.sum(model, number(after), Role::After, || {
            features::after(word(after))
        }),
        memory.sum(model, number(far_before), Role::FarBefore, || {
            features::far_before(word(far_before))
        }),
        memory.sum(model, number(far_after), Role::FarAfter, || {
            features::far_after(word(far_after))
        }),
    ]
}

/// The tags, word by word: each depends on those before it.
fn tag_words(
    model: &Model,
    memory: &mut Memory,
    sentence: &Sentence,
    style: Style,
) -> Vec<(Upos, Xpos)> {
    let Sentence { numbers, words } = sentence;
    let (mut one, mut two) = (START, START);
    let tags = (0..words.len()).map(|i| {
        // What has but one usual tag has that one, whatever stands around it.
        let label = model.only(words[i].class).unwrap_or_else(|| {
            let sums = sums(model, memory, numbers, words, style, i);
            let keys = features::several(words, i, one, two);
            memory.best(model, &sums, keys)
        });
        (one, two) = (label, one);
        model.labels()[label as usize]
    });
    tags.collect()
}
