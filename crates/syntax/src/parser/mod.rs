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

use std::{
    cell::{LazyCell, RefCell},
    ops::Deref,
    sync::LazyLock,
};

pub use self::{memory::Memory, network::Hidden};
use self::{
    model::Model,
    network::Encoded,
    state::{Move, State},
    words::Words,
};
use crate::{Deprel, Sentence, Upos};

static MODEL: LazyLock<Model> = LazyLock::new(|| {
    Model::read(include_bytes!("../../../../data/parser.bin").as_slice())
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
    let mut words = std::mem::take(&mut memory.spare.words);
    words.read(text, sentence, |form| memory.form(model, form));
    let mut state = std::mem::take(&mut memory.spare.state);
    state.begin(sentence.tokens.len());
    let scorer = Scorer::new(model, &words, memory);
    while !state.is_done() {
        // Where all is forced, nothing asks for it.
        let hidden = LazyCell::new(|| scorer.hidden(&state));
        let step = scorer.best_move(&hidden, &state);
        let label = match state.arc(step) {
            None => Deprel::Dep,
            Some((dependent, head)) => {
                let upos = sentence.tokens[dependent].upos;
                let bearable = model.bearable[bearable_row(step, upos)];
                scorer.best_label(&hidden, step, relations(&state, bearable, head))
            }
        };
        state.apply(step, label);
    }
    for (i, token) in sentence.tokens.iter_mut().enumerate() {
        token.head = Some(state.head(i)).filter(|&h| h != state.root());
        token.deprel = state.label(i);
    }
    memory.spare.encoded = scorer.encoded;
    memory.spare.words = words;
    memory.spare.state = state;
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
        network::hidden(self.model, &self.encoded, state, self.words)
    }

    /// The score of a row of the output layer, of which [`model::SCORE_ONE`] is the unit.
    pub fn score(&self, hidden: &Hidden, row: usize) -> i32 {
        network::output(self.model, hidden, row)
    }

    /// The best of the moves that a state allows.
    fn best_move(&self, hidden: &impl Deref<Target = Hidden>, state: &State) -> Move {
        let allowed = Move::ALL.into_iter().filter(|&step| state.allows(step));
        let wanted = allowed.fold(0, |wanted, step| wanted | 1 << step as usize);
        let best = self.best(hidden, 0, wanted);
        best.map(|best| Move::ALL[best])
            .expect("a state that is not done allows a move")
    }

    /// The best of these relations, as bits, for the arc that a move draws.
    fn best_label(
        &self,
        hidden: &impl Deref<Target = Hidden>,
        step: Move,
        relations: u64,
    ) -> Deprel {
        let first = output_row(step, Deprel::ALL[0]);
        let best = self.best(hidden, first, relations);
        best.map_or(Deprel::Dep, |best| Deprel::ALL[best])
    }

    /// The best of the rows of the output layer from row `first` on whose bit is set, the last of equals.
    fn best(
        &self,
        hidden: &impl Deref<Target = Hidden>,
        first: usize,
        wanted: u64,
    ) -> Option<usize> {
        if wanted.is_power_of_two() {
            return Some(wanted.trailing_zeros() as usize);
        }
        let scores = network::scores(self.model, hidden, first, wanted);
        rows(wanted).max_by_key(|&row| scores[row])
    }
}

/// The places of the bits that are set.
fn rows(wanted: u64) -> impl Iterator<Item = usize> {
    let rest = std::iter::successors(Some(wanted), |rest| Some(rest & rest.wrapping_sub(1)));
    rest.take_while(|&rest| rest != 0)
        .map(|rest| rest.trailing_zeros() as usize)
}

/// The row of the output layer that scores a relation of the arc that a move draws.
pub fn output_row(step: Move, label: Deprel) -> usize {
    let block = match step {
        Move::Shift | Move::Left => 3,
        Move::Right => 3 + Deprel::ALL.len(),
    };
    block + label as usize
}

/// The row of [`model::BEARABLE`] that tells which relations a word can bear in the arc that a move draws.
pub fn bearable_row(step: Move, upos: Upos) -> usize {
    let block = match step {
        Move::Shift | Move::Left => 0,
        Move::Right => Upos::ALL.len(),
    };
    block + upos as usize
}

/// Those of the relations that a word can bear which its arc to this head may have.
fn relations(state: &State, bearable: u64, head: usize) -> u64 {
    const ROOT: u64 = 1 << Deprel::Root as usize;
    if head == state.root() {
        return ROOT;
    }
    let taken = if has_subject(state, head) {
        SUBJECTS
    } else {
        0
    };
    bearable & !taken & !ROOT
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
