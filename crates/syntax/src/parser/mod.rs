//! Heads and relations: a greedy transition parser over a small neural network.
//!
//! The parts are public for the crate that trains the network: both sides must see the same [`state`], [`features`] and
//! [`words`].

pub mod features;
pub mod model;
mod network;
pub mod state;
pub mod words;

use std::sync::LazyLock;

use self::{
    model::Model,
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
    attach_with(&MODEL, text, sentence);
}

/// [`attach`], with a model of the caller's.
pub fn attach_with(model: &Model, text: &str, sentence: &mut Sentence) {
    let words = Words::new(text, sentence, &model.vocabulary);
    let encoded = network::encode(model, &words);
    let mut state = State::new(sentence.tokens.len());
    while !state.is_done() {
        let rows = features::rows(&state, &words);
        let hidden = network::hidden(model, &encoded, features::nodes(&state), &rows);
        let step = best_move(&state, |step| {
            network::output(model, &hidden, step as usize)
        });
        let label = match state.arc(step) {
            None => Deprel::Dep,
            Some((dependent, head)) => best_label(&state, sentence, dependent, head, |label| {
                network::output(model, &hidden, output_row(step, label))
            }),
        };
        state.apply(step, label);
    }
    for (i, token) in sentence.tokens.iter_mut().enumerate() {
        token.head = Some(state.head(i)).filter(|&h| h != state.root());
        token.deprel = state.label(i);
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

/// The best of the relations that the arc may bear.
fn best_label(
    state: &State,
    sentence: &Sentence,
    dependent: usize,
    head: usize,
    score: impl Fn(Deprel) -> i32,
) -> Deprel {
    if head == state.root() {
        return Deprel::Root;
    }
    let upos = sentence.tokens[dependent].upos;
    if upos == Upos::Punct {
        return Deprel::Punct;
    }
    Deprel::ALL
        .iter()
        .copied()
        .filter(|&label| may_bear(state, upos, head, label))
        .max_by_key(|&label| score(label))
        .unwrap_or(Deprel::Dep)
}

/// Whether a dependent of that part of speech may bear the relation to a head that has these dependents already.
fn may_bear(state: &State, upos: Upos, head: usize, label: Deprel) -> bool {
    match label {
        Deprel::Root | Deprel::Punct => false,
        Deprel::Aux | Deprel::AuxPass | Deprel::Cop => upos == Upos::Aux,
        Deprel::Nsubj | Deprel::NsubjPass | Deprel::Csubj | Deprel::CsubjPass => {
            !has_subject(state, head)
        }
        _ => true,
    }
}

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
