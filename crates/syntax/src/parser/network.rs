//! The forward pass: word vectors that know their context, and scores of the moves and relations of a state.
//!
//! The encoder is a gated running mean in each direction: `h = f·h' + (1 - f)·z`, where the candidate `z` and the gate
//! `f` come from the word alone, so that all products of a sentence are independent of each other and only additions run
//! along it.

use fearless_simd::Level;

use super::{
    features::{COUNT, NODES, SIDELESS, SIDES},
    kernels,
    memory::{Gates, Memory},
    model::{CONTEXT, GATES, HIDDEN, MEMORY, Model, WIDTH, WINDOW},
    state::NONE,
    words::{Rows, Words},
};

/// Product sums lose half a unit a product by cutting; this gives it back to each node's.
const CUT: i16 = CONTEXT as i16 / 2;

/// For each node that is read, what each word of a sentence adds to the hidden layer in its place.
#[derive(Debug)]
pub(super) struct Encoded {
    products: [Vec<Hidden>; NODES],
}

/// A hidden layer, or a summand of it.
pub type Hidden = [i16; HIDDEN];

/// Encodes a sentence's words and the root.
pub(super) fn encode(model: &Model, words: &Words, memory: &mut Memory) -> Encoded {
    let gates = gates(model, &words.rows, memory);
    let mut vectors = vec![[0i16; CONTEXT]; gates.len()];
    run(model.level, gates.iter().zip(&mut vectors), 0);
    run(model.level, gates.iter().zip(&mut vectors).rev(), 1);
    let mut nodes = model.nodes.chunks_exact(CONTEXT);
    let products = std::array::from_fn(|_| {
        let mut products = vec![[CUT; HIDDEN]; vectors.len()];
        let weights = nodes.next().expect("a model has weights for each node");
        kernels::add_products(model.level, &mut products, &vectors, weights);
        products
    });
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

/// What a word adds to the gates of the words that have it in their window.
pub(super) fn word_gates(model: &Model, rows: &Rows) -> Gates {
    let embedding = embedding(model, rows);
    let mut sums = [[0; GATES]; WINDOW.len()];
    for (sums, matrix) in sums.iter_mut().zip(model.gates.chunks_exact(WIDTH)) {
        kernels::add_products(
            model.level,
            std::slice::from_mut(sums),
            &[embedding],
            matrix,
        );
    }
    sums
}

/// The gates of each word, from it and its neighbours.
fn gates(model: &Model, words: &[Rows], memory: &mut Memory) -> Vec<[f32; GATES]> {
    let mut sums = vec![[WIDTH as i16; GATES]; words.len()];
    for (i, rows) in words.iter().enumerate() {
        for (offset, added) in WINDOW.into_iter().zip(memory.gates(model, rows)) {
            // The word that has word `i` at this offset in its window.
            if let Some(sums) = i.checked_add_signed(-offset).and_then(|j| sums.get_mut(j)) {
                for (sum, &x) in sums.iter_mut().zip(added) {
                    *sum = sum.wrapping_add(x);
                }
            }
        }
    }
    sums.iter()
        .map(|sums| kernels::gates(model.level, sums, &model.gate_bias))
        .collect()
}

/// Runs along the words in one direction (0 forward, 1 backward) and writes that half of their vectors.
fn run<'a>(
    level: Level,
    words: impl Iterator<Item = (&'a [f32; GATES], &'a mut [i16; CONTEXT])>,
    way: usize,
) {
    let mut memory = [0f32; MEMORY];
    for (gates, vector) in words {
        let (candidates, forgets) = gates[way * 2 * MEMORY..].split_at(MEMORY);
        let (Some(candidates), Some(forgets), Some(half)) = (
            candidates.first_chunk(),
            forgets.first_chunk(),
            vector[way * MEMORY..].first_chunk_mut(),
        ) else {
            continue;
        };
        kernels::step(level, &mut memory, candidates, forgets, half);
    }
}

/// The hidden layer of a state.
pub(super) fn hidden(
    model: &Model,
    encoded: &Encoded,
    nodes: [usize; NODES],
    rows: &[u32; COUNT],
) -> Hidden {
    let bias = &model.table[model.table.len() - 1];
    let mut summands = [bias; NODES + COUNT];
    let mut count = 0;
    let mut push = |summand| {
        summands[count] = summand;
        count += 1;
    };
    for (k, node) in nodes.into_iter().enumerate() {
        push(if node == NONE {
            &model.absent[k]
        } else {
            &encoded.products[k][node]
        });
    }
    for feature in SIDELESS {
        push(&model.table[rows[feature] as usize]);
    }
    for (k, side) in SIDES.into_iter().enumerate() {
        if rows[side[0]] == model.empty[side[0]] {
            push(&model.empty_sides[k]);
        } else {
            for &feature in side {
                push(&model.table[rows[feature] as usize]);
            }
        }
    }
    kernels::sum_rows(model.level, bias, &summands[..count])
}

/// The score of one row of the output layer.
pub(super) fn output(model: &Model, hidden: &Hidden, row: usize) -> i32 {
    kernels::dot(model.level, hidden, &model.outputs[row]).wrapping_add(model.output_bias[row])
}
