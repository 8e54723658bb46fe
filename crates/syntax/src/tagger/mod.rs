//! Parts of speech by a maximum-entropy model that reads a sentence from the left, one joint label (universal and Penn
//! tag) a word.
//!
//! The method is Ratnaparkhi's (1996); the features are in [`features`], the file's layout in [`model`]. Those two,
//! [`vocabulary`] and [`words`] are public for the sake of training.

pub mod features;
mod kernels;
mod lately;
mod lexicon;
mod memory;
pub mod model;
pub mod vocabulary;
pub mod words;

use std::{cell::RefCell, sync::LazyLock};

use crate::{Span, Upos, Xpos};
use features::{ALONE, Opening, Style};
use lately::Known;
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
    memory.tidy(model);
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

/// Where the sums of the features stand that see word `i` or the word after it alone.
fn sums(
    model: &Model,
    memory: &mut Memory,
    numbers: &[usize],
    words: &[Word],
    style: Style,
    i: usize,
) -> [u16; 2] {
    let opening = Opening::of(words, style, i);
    [
        memory.sum(model, numbers[i], Role::Own(opening), || {
            features::own(&words[i], opening)
        }),
        memory.sum(model, number(numbers, i + 1), Role::After, || {
            features::after(words.get(i + 1))
        }),
    ]
}

/// What is known of the features that see the word before word `i` alone, or one two places away.
fn alone(memory: &Memory, numbers: &[usize], i: usize) -> [Known; ALONE] {
    let of = |j: usize| memory.alone(number(numbers, j));
    let [one, two, three, ..] = of(i.wrapping_sub(1));
    let [.., far_before, _] = of(i.wrapping_sub(2));
    let [.., far_after] = of(i + 2);
    [*one, *two, *three, *far_before, *far_after]
}

/// The number of a word, also where the sentence has none.
fn number(numbers: &[usize], i: usize) -> usize {
    numbers.get(i).copied().unwrap_or(NO_WORD)
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
            let alone = alone(memory, numbers, i);
            memory.best(model, &sums, alone, keys)
        });
        (one, two) = (label, one);
        model.labels()[label as usize]
    });
    tags.collect()
}
