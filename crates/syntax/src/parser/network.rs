//! The forward pass: word vectors that know their context, and scores of the moves and relations of a state.
//!
//! The encoder is a gated running mean in each direction: `h = f·h' + (1 - f)·z`, where the candidate `z` and the gate
//! `f` come from the word alone, so that all products of a sentence are independent of each other and only additions run
//! along it. Loops have fixed lengths: the compiler turns them into vector instructions of any x86-64 or Arm processor.

use super::{
    features::{COUNT, NODES},
    model::{
        CONTEXT, CONTEXT_ONE, EMBEDDING_ONE, GATES, HIDDEN, HIDDEN_ONE, MEMORY, Model, WEIGHT_ONE,
        WIDTH,
    },
    state::NONE,
    words::{Rows, Words},
};

/// What each word of a sentence adds to the hidden layer, for each node as which it is read.
#[derive(Debug)]
pub(super) struct Encoded {
    products: Vec<[[i16; HIDDEN]; NODES]>,
}

/// A hidden layer.
pub(super) type Hidden = [i16; HIDDEN];

/// Encodes a sentence's words and the root.
pub(super) fn encode(model: &Model, words: &Words) -> Encoded {
    let gates: Vec<[f32; GATES]> = words.rows.iter().map(|rows| gates(model, rows)).collect();
    let mut vectors = vec![[0i16; CONTEXT]; gates.len()];
    run(gates.iter().zip(&mut vectors), 0);
    run(gates.iter().zip(&mut vectors).rev(), 1);
    let products = vectors
        .iter()
        .map(|vector| products(model, vector))
        .collect();
    Encoded { products }
}

fn gates(model: &Model, rows: &Rows) -> [f32; GATES] {
    let mut embedding = [0i16; WIDTH];
    for &row in rows {
        for (sum, &x) in embedding.iter_mut().zip(&model.embeddings[row as usize]) {
            *sum = sum.wrapping_add(x);
        }
    }
    let unit = 1.0 / (EMBEDDING_ONE * WEIGHT_ONE);
    let mut gates = [0.0; GATES];
    for (k, gate) in gates.iter_mut().enumerate() {
        let x = dot(&embedding, &model.gates[k]) as f32 * unit + model.gate_bias[k];
        *gate = x / (1.0 + x.abs());
    }
    gates
}

/// Runs along the words in one direction (0 forward, 1 backward) and writes that half of their vectors.
fn run<'a>(words: impl Iterator<Item = (&'a [f32; GATES], &'a mut [i16; CONTEXT])>, way: usize) {
    let mut memory = [0f32; MEMORY];
    for (gates, vector) in words {
        let gates = &gates[way * 2 * MEMORY..][..2 * MEMORY];
        let (candidates, forgets) = gates.split_at(MEMORY);
        let half = &mut vector[way * MEMORY..][..MEMORY];
        for k in 0..MEMORY {
            let forget = 0.5 + 0.5 * forgets[k];
            memory[k] = forget * memory[k] + (1.0 - forget) * candidates[k];
            half[k] = (memory[k] * CONTEXT_ONE) as i16;
        }
    }
}

fn products(model: &Model, vector: &[i16; CONTEXT]) -> [[i16; HIDDEN]; NODES] {
    let unit = HIDDEN_ONE / (CONTEXT_ONE * WEIGHT_ONE);
    let mut products = [[0; HIDDEN]; NODES];
    for (product, weights) in products.iter_mut().zip(model.nodes.chunks_exact(HIDDEN)) {
        for (sum, row) in product.iter_mut().zip(weights) {
            *sum = (dot(vector, row) as f32 * unit) as i16;
        }
    }
    products
}

/// The hidden layer of a state.
pub(super) fn hidden(
    model: &Model,
    encoded: &Encoded,
    nodes: [usize; NODES],
    rows: &[u32; COUNT],
) -> Hidden {
    let mut hidden = model.table[model.table.len() - 1];
    for (k, node) in nodes.into_iter().enumerate() {
        add(
            &mut hidden,
            if node == NONE {
                &model.absent[k]
            } else {
                &encoded.products[node][k]
            },
        );
    }
    for &row in rows {
        add(&mut hidden, &model.table[row as usize]);
    }
    hidden.map(|x| x.max(0))
}

fn add(sum: &mut Hidden, row: &Hidden) {
    for (sum, &x) in sum.iter_mut().zip(row) {
        *sum = sum.wrapping_add(x);
    }
}

/// The score of one row of the output layer.
pub(super) fn output(model: &Model, hidden: &Hidden, row: usize) -> i32 {
    dot(hidden, &model.outputs[row]).wrapping_add(model.output_bias[row])
}

fn dot<const N: usize>(one: &[i16; N], other: &[i16; N]) -> i32 {
    one.iter().zip(other).fold(0, |sum, (&x, &y)| {
        sum.wrapping_add(i32::from(x) * i32::from(y))
    })
}
