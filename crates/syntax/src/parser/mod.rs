//! Heads and relations: a greedy transition parser over a small neural network.
//!
//! The parts are public for the crate that trains the network: both sides must see the same [`state`], [`features`] and
//! [`words`].

pub mod features;
mod kernels;
mod memory;
pub mod model;
mod network;
pub mod state;
pub mod words;

use std::{cell::RefCell, sync::LazyLock};

pub use self::{memory::Memory, network::Hidden};
use self::{
    model::Model,
    network::Encoded,
    state::{Move, State},
    words::Words,
};
use crate::{Deprel, Sentence, Upos};

static MODEL: LazyLock<Model> = LazyLock::new(|| {
    Model::read(include_bytes!("../../../../data/parser.bin"))
        .expect("the embedded model is of this version")
});

/// Gives every token of a tagged sentence of `text` its head and relation.
pub(crate) fn attach(text: &str, sentence: &mut Sentence) {
    thread_local! {
        static MEMORY: RefCell<Memory> = RefCell::default();
    }
    MEMORY.with_borrow_mut(|memory| attach_with(&MODEL, memory, text, sentence));
}

/// `attach`, with a model of the caller's and what is remembered of the words that it has read.
pub fn attach_with(model: &Model, memory: &mut Memory, text: &str, sentence: &mut Sentence) {
    let words = Words::new(text, sentence, &model.vocabulary);
    let scorer = Scorer::new(model, &words, memory);
    let mut state = State::new(sentence.tokens.len());
    while !state.is_done() {
        let hidden = scorer.hidden(&state);
        let step = best_move(&state, |step| scorer.score(&hidden, step as usize));
        let label = match state.arc(step) {
            None => Deprel::Dep,
            Some((dependent, head)) => {
                let upos = sentence.tokens[dependent].upos;
                let bearable = model.bearable[bearable_row(step, upos)];
                best_label(&state, bearable, head, |label| {
                    scorer.score(&hidden, output_row(step, label))
                })
            }
        };
        state.apply(step, label);
    }
    for (i, token) in sentence.tokens.iter_mut().enumerate() {
        token.head = Some(state.head(i)).filter(|&h| h != state.root());
        token.deprel = state.label(i);
    }
}

/// A model that has read a sentence's words and scores what can be done in its states.
#[derive(Debug)]
pub struct Scorer<'a> {
    model: &'a Model,
    words: &'a Words,
    encoded: Encoded,
}

impl<'a> Scorer<'a> {
    /// Reads the words.
    pub fn new(model: &'a Model, words: &'a Words, memory: &mut Memory) -> Self {
        let encoded = network::encode(model, words, memory);
        Self {
            model,
            words,
            encoded,
        }
    }

    /// The hidden layer of a state.
    pub fn hidden(&self, state: &State) -> Hidden {
        let rows = features::rows(state, self.words);
        network::hidden(self.model, &self.encoded, features::nodes(state), &rows)
    }

    /// The score of a row of the output layer, of which [`model::SCORE_ONE`] is the unit.
    pub fn score(&self, hidden: &Hidden, row: usize) -> i32 {
        network::output(self.model, hidden, row)
    }
}

/// The row of the output layer that scores a relation of the arc that a move draws.
pub fn output_row(step: Move, label: Deprel) -> usize {
    let block = match step {
        Move::Shift | Move::Left => 3,
        Move::Right => 3 + Deprel::ALL.len(),
    };
    block + label as usize
}

fn best_move(state: &State, score: impl Fn(Move) -> i32) -> Move {
    Move::ALL
        .into_iter()
        .filter(|&step| state.allows(step))
        .max_by_key(|&step| score(step))
        .expect("a state that is not done allows a move")
}

/// The row of [`model::BEARABLE`] that tells which relations a word can bear in the arc that a move draws.
pub fn bearable_row(step: Move, upos: Upos) -> usize {
    let block = match step {
        Move::Shift | Move::Left => 0,
        Move::Right => Upos::ALL.len(),
    };
    block + upos as usize
}

/// The best of the relations that the arc may bear.
fn best_label(state: &State, bearable: u64, head: usize, score: impl Fn(Deprel) -> i32) -> Deprel {
    if head == state.root() {
        return Deprel::Root;
    }
    let taken = if has_subject(state, head) {
        SUBJECTS
    } else {
        0
    };
    let open = bearable & !taken & !(1 << Deprel::Root as usize);
    Deprel::ALL
        .iter()
        .copied()
        .filter(|&label| open >> label as usize & 1 == 1)
        .max_by_key(|&label| score(label))
        .unwrap_or(Deprel::Dep)
}

/// The relations of which a head takes but one.
const SUBJECTS: u64 = 1 << Deprel::Nsubj as usize
    | 1 << Deprel::NsubjPass as usize
    | 1 << Deprel::Csubj as usize
    | 1 << Deprel::CsubjPass as usize;

fn has_subject(state: &State, head: usize) -> bool {
    let subject = |node: usize| {
        node != state::NONE
            && matches!(
                state.label(node),
                Deprel::Nsubj | Deprel::NsubjPass | Deprel::Csubj | Deprel::CsubjPass
            )
    };
    let (left, right) = (state.left(head), state.right(head));
    [left.outer, left.inner, right.outer, right.inner]
        .into_iter()
        .any(subject)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Span;

    #[test]
    fn vectors_of_any_width_give_the_same_trees() {
        const TEXT: &str = include_str!("../../benches/text.txt");
        let mut plain = MODEL.clone();
        plain.level = fearless_simd::Level::baseline();
        for mut one in crate::parse(TEXT, Span::new(0, TEXT.len())) {
            let mut other = one.clone();
            attach_with(&MODEL, &mut Memory::default(), TEXT, &mut one);
            attach_with(&plain, &mut Memory::default(), TEXT, &mut other);
            assert_eq!(one, other);
        }
    }
}
