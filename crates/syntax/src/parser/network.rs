//! The forward pass: word vectors that know their context, and scores of the moves and relations of a state.
//!
//! The encoder is a gated running mean in each direction: `h = f·h' + (1 - f)·z`, where the candidate `z` and the gate
//! `f` come from the word alone, so that all products of a sentence are independent of each other and only additions run
//! along it.

use std::cell::OnceCell;

use super::{
    features::{self, NODES},
    kernels,
    memory::Memory,
    model::{CONTEXT, GATES, HIDDEN, Model},
    state::{NONE, State},
    words::Words,
};
use crate::vector::Vector;

/// Product sums lose half a unit a product by cutting; this gives it back to each node's.
const CUT: Vector<HIDDEN> = Vector([CONTEXT as i16 / 2; HIDDEN]);

/// A sentence's words as the network has read them.
#[derive(Debug, Default)]
pub(super) struct Encoded {
    /// Where the memory has what each word adds to the gates around it.
    places: Vec<usize>,
    pub(super) gates: Vec<[f32; GATES]>,
    pub(super) vectors: Vec<[i16; CONTEXT]>,
    /// For each node that is read, what each word adds to the hidden layer in its place.
    summands: [Vec<Hidden>; NODES],
    /// The same for the second node, once it is asked for: half of all words never have another above them.
    second: Vec<OnceCell<Hidden>>,
}

/// Which of the nodes that are read is the one below the top of the stack.
const SECOND: usize = 1;

/// A hidden layer, or a summand of it.
pub type Hidden = Vector<HIDDEN>;

/// Encodes a sentence's words and the root.
pub(super) fn encode(model: &Model, words: &Words, memory: &mut Memory) -> Encoded {
    let mut encoded = std::mem::take(&mut memory.spare.encoded);
    memory.find(model, &words.rows, &mut encoded.places);
    let places = std::mem::take(&mut encoded.places);
    kernels::encode(model, memory.gates(), &places, &mut encoded);
    for (k, summands) in encoded.summands.iter_mut().enumerate() {
        if k != SECOND {
            summands.clear();
            summands.resize(places.len(), CUT);
            sum_up(model, words, k, (0, summands), &encoded.vectors);
        }
    }
    encoded.second.clear();
    encoded.second.resize_with(places.len(), OnceCell::new);
    encoded.places = places;
    encoded
}

/// Adds up what words, from word `first` on, add to the hidden layer as the `k`-th of the nodes that are read.
fn sum_up(
    model: &Model,
    words: &Words,
    k: usize,
    (first, summands): (usize, &mut [Hidden]),
    vectors: &[[i16; CONTEXT]],
) {
    let rows = |i: usize| node_rows(model, words, k, first + i);
    let weights = &model.nodes[k * CONTEXT..(k + 1) * CONTEXT];
    kernels::add_rows_and_products(model.level, summands, rows, vectors, weights);
}

/// What a word adds to the hidden layer as the second of the nodes that are read.
fn second(model: &Model, words: &Words, encoded: &Encoded, node: usize) -> Hidden {
    let mut sum = [CUT];
    let vector = std::slice::from_ref(&encoded.vectors[node]);
    sum_up(model, words, SECOND, (node, &mut sum), vector);
    sum[0]
}

/// Up to `N` rows that are added up.
pub(super) struct Summands<'a, const N: usize> {
    rows: [&'a Hidden; N],
    count: usize,
}

impl<'a, const N: usize> Summands<'a, N> {
    fn new() -> Self {
        Self {
            rows: [&CUT; N],
            count: 0,
        }
    }

    fn push(&mut self, row: &'a Hidden) {
        if let Some(place) = self.rows.get_mut(self.count) {
            *place = row;
            self.count += 1;
        }
    }

    pub(super) fn all(&self) -> &[&'a Hidden] {
        &self.rows[..self.count]
    }
}

/// The feature rows that depend on nothing but the `k`-th of the nodes that are read; the last has the bias among them.
pub(super) fn node_rows<'a>(
    model: &'a Model,
    words: &Words,
    k: usize,
    node: usize,
) -> Summands<'a, 7> {
    let mut rows = Summands::new();
    if k < NODES - 1 {
        rows.push(&model.table[features::tag_row(words, k, node) as usize]);
    } else {
        for row in features::ahead_rows(words, node) {
            rows.push(&model.table[row as usize]);
        }
        rows.push(&model.table[model.table.len() - 1]);
    }
    rows
}

/// More rows than a state adds up.
const MOST_ROWS: usize = 48;

/// The hidden layer of a state.
pub(super) fn hidden(model: &Model, encoded: &Encoded, state: &State, words: &Words) -> Hidden {
    let mut rows = Summands::<MOST_ROWS>::new();
    for (k, node) in features::nodes(state).into_iter().enumerate() {
        rows.push(match node {
            NONE => &model.absent[k],
            _ if k == SECOND => {
                encoded.second[node].get_or_init(|| second(model, words, encoded, node))
            }
            _ => &encoded.summands[k][node],
        });
    }
    let sides = features::sides(state).into_iter().zip(&model.empty_sides);
    for (place, (side, empty)) in sides.enumerate() {
        if side.outer == NONE {
            rows.push(empty);
        } else {
            features::side_rows(state, words, place, side, |row| {
                rows.push(&model.table[row as usize]);
            });
        }
    }
    features::rest_rows(state, words, |row| rows.push(&model.table[row as usize]));
    kernels::hidden(model.level, rows.all())
}

/// The score of one row of the output layer.
pub(super) fn output(model: &Model, hidden: &Hidden, row: usize) -> i32 {
    scores(model, hidden, row, 1)[0]
}

/// The scores of the rows of the output layer from row `first` on whose bit is set.
pub(super) fn scores(model: &Model, hidden: &Hidden, first: usize, wanted: u64) -> [i32; 64] {
    let (rows, bias) = (&model.outputs[first..], &model.output_bias[first..]);
    kernels::dots(model.level, hidden, (rows, bias), wanted)
}

#[cfg(test)]
mod tests {
    use super::super::{MODEL, state::Move};
    use super::*;
    use crate::{Deprel, Span};

    /// The hidden layer, from all rows one by one.
    fn row_by_row(model: &Model, encoded: &Encoded, state: &State, words: &Words) -> Hidden {
        let mut sum = model.table[model.table.len() - 1];
        for row in features::rows(state, words) {
            sum = sum.plus(&model.table[row as usize]);
        }
        let nodes = features::nodes(state).into_iter();
        for ((k, node), weights) in nodes.enumerate().zip(model.nodes.chunks_exact(CONTEXT)) {
            if node == NONE {
                let named = node_rows(model, &Words::default(), k, NONE);
                let unnamed = |sum: Hidden, row: &&Hidden| {
                    Vector(std::array::from_fn(|j| sum.0[j].wrapping_sub(row.0[j])))
                };
                sum = sum.plus(&named.all().iter().fold(model.absent[k], unnamed));
            } else {
                let mut products = [CUT];
                let vector = std::slice::from_ref(&encoded.vectors[node]);
                let no_rows = |_| Summands::<0>::new();
                kernels::add_rows_and_products(
                    model.level,
                    &mut products,
                    no_rows,
                    vector,
                    weights,
                );
                sum = sum.plus(&products[0]);
            }
        }
        Vector(sum.0.map(|x| x.max(0)))
    }

    #[test]
    fn what_is_added_up_before_is_what_the_rows_add_up_to() {
        const TEXT: &str =
            "The old harbour of the town, which rain had flooded, reopened on Monday.";
        let sentence = &crate::parse(TEXT, Span::new(0, TEXT.len()))[0];
        let words = Words::new(TEXT, sentence, &MODEL.vocabulary);
        let encoded = encode(&MODEL, &words, &mut Memory::default());
        let mut state = State::new(sentence.tokens.len());
        for step in [2, 1, 0, 0, 1, 2].into_iter().cycle().map(|k| Move::ALL[k]) {
            let quick = hidden(&MODEL, &encoded, &state, &words);
            let slow = row_by_row(&MODEL, &encoded, &state, &words);
            assert_eq!(quick.0, slow.0);
            if state.is_done() {
                break;
            }
            if state.allows(step) {
                state.apply(step, Deprel::Nmod);
            }
        }
    }
}
