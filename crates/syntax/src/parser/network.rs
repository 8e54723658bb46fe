//! The forward pass: word vectors that know their context, and scores of the moves and relations of a state.
//!
//! The encoder is a gated running mean in each direction: `h = f·h' + (1 - f)·z`, where the candidate `z` and the gate
//! `f` come from the word alone, so that all products of a sentence are independent of each other and only additions run
//! along it. Loops have fixed lengths: the compiler turns them into vector instructions of any x86-64 or Arm processor.
//! Products keep the upper half of 32 bits, which those processors give for eight numbers at a time.

use super::{
    features::{COUNT, NODES},
    model::{CONTEXT, CONTEXT_ONE, GATE_ONE, GATES, HIDDEN, MEMORY, Model, WIDTH, WINDOW},
    state::NONE,
    words::{Rows, Words},
};

/// Numbers that are summed at a time: as many as fit the registers of the plainest processor.
const LANES: usize = 64;

/// Product sums lose half a unit a product by cutting; this gives it back to each node's.
const CUT: i16 = CONTEXT as i16 / 2;

/// What each word of a sentence adds to the hidden layer, for each node as which it is read.
#[derive(Debug)]
pub(super) struct Encoded {
    products: Vec<[Hidden; NODES]>,
}

/// A hidden layer, or a summand of it.
pub type Hidden = [i16; HIDDEN];

/// Encodes a sentence's words and the root.
pub(super) fn encode(model: &Model, words: &Words) -> Encoded {
    let embeddings: Vec<_> = words.rows.iter().map(|r| embedding(model, r)).collect();
    let gates: Vec<_> = (0..embeddings.len())
        .map(|i| gates(model, &embeddings, i))
        .collect();
    let mut vectors = vec![[0i16; CONTEXT]; gates.len()];
    run(gates.iter().zip(&mut vectors), 0);
    run(gates.iter().zip(&mut vectors).rev(), 1);
    let products = vectors
        .iter()
        .map(|vector| products(model, vector))
        .collect();
    Encoded { products }
}

fn embedding(model: &Model, rows: &Rows) -> [i16; WIDTH] {
    let mut sum = [0; WIDTH];
    for &row in rows {
        for (sum, &x) in sum.iter_mut().zip(&model.embeddings[row as usize]) {
            *sum = i16::saturating_add(*sum, x);
        }
    }
    sum
}

/// The gates of word `i`, from it and its neighbours.
fn gates(model: &Model, embeddings: &[[i16; WIDTH]], i: usize) -> [f32; GATES] {
    let mut sums = [WIDTH as i16; GATES];
    for (offset, matrix) in WINDOW.into_iter().zip(model.gates.chunks_exact(WIDTH)) {
        if let Some(embedding) = i.checked_add_signed(offset).and_then(|j| embeddings.get(j)) {
            add_products(&mut sums, embedding, matrix);
        }
    }
    let mut gates = [0.0; GATES];
    for (k, gate) in gates.iter_mut().enumerate() {
        let x = f32::from(sums[k]) * (1.0 / GATE_ONE) + model.gate_bias[k];
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
            half[k] = (memory[k] * CONTEXT_ONE) as i32 as i16;
        }
    }
}

fn products(model: &Model, vector: &[i16; CONTEXT]) -> [Hidden; NODES] {
    let mut products = [[CUT; HIDDEN]; NODES];
    for (product, weights) in products.iter_mut().zip(model.nodes.chunks_exact(CONTEXT)) {
        add_products(product, vector, weights);
    }
    products
}

/// Adds the products of a vector and a matrix to `sums`.
fn add_products<const N: usize>(sums: &mut [i16; N], vector: &[i16], matrix: &[[i16; N]]) {
    for (block, sums) in sums.as_chunks_mut::<LANES>().0.iter_mut().enumerate() {
        let mut lanes = *sums;
        for (&x, row) in vector.iter().zip(matrix) {
            let row = &row.as_chunks::<LANES>().0[block];
            for k in 0..LANES {
                lanes[k] = lanes[k].wrapping_add(upper_half(x, row[k]));
            }
        }
        *sums = lanes;
    }
}

fn upper_half(x: i16, y: i16) -> i16 {
    ((i32::from(x) * i32::from(y)) >> 16) as i16
}

/// The hidden layer of a state.
pub(super) fn hidden(
    model: &Model,
    encoded: &Encoded,
    nodes: [usize; NODES],
    rows: &[u32; COUNT],
) -> Hidden {
    let mut hidden = model.table[model.table.len() - 1];
    for (block, sums) in hidden.as_chunks_mut::<LANES>().0.iter_mut().enumerate() {
        let mut lanes = *sums;
        for (k, node) in nodes.into_iter().enumerate() {
            let row = if node == NONE {
                &model.absent[k]
            } else {
                &encoded.products[node][k]
            };
            add(&mut lanes, row, block);
        }
        for &row in rows {
            add(&mut lanes, &model.table[row as usize], block);
        }
        *sums = lanes.map(|x| x.max(0));
    }
    hidden
}

#[inline]
fn add(lanes: &mut [i16; LANES], row: &Hidden, block: usize) {
    let row = &row.as_chunks::<LANES>().0[block];
    for k in 0..LANES {
        lanes[k] = lanes[k].wrapping_add(row[k]);
    }
}

/// The score of one row of the output layer.
pub(super) fn output(model: &Model, hidden: &Hidden, row: usize) -> i32 {
    dot(hidden, &model.outputs[row]).wrapping_add(model.output_bias[row])
}

/// A dot product in eight lanes: the shape in which compilers see the instruction that multiplies and adds pairs.
fn dot(one: &Hidden, other: &Hidden) -> i32 {
    let mut lanes = [0i32; 8];
    for (one, other) in one.chunks_exact(8).zip(other.chunks_exact(8)) {
        for k in 0..8 {
            lanes[k] = lanes[k].wrapping_add(i32::from(one[k]) * i32::from(other[k]));
        }
    }
    lanes.iter().fold(0, |sum, &x| sum.wrapping_add(x))
}
