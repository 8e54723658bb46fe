//! The network in floats, forward and backward; the same sums as the integer network of `gainsay_syntax::parser`.

use gainsay_syntax::parser::{
    features::{COUNT, NODES, TABLE_ROWS},
    model::{CONTEXT, GATES, HIDDEN, MEMORY, OUTPUTS, WIDTH, WINDOW},
    state::NONE,
    words::{FIXED_ROWS, Rows},
};

use super::param::{Param, Step};
use crate::rng::Rng;

/// Every parameter of the parser.
#[derive(Clone, Debug)]
pub(super) struct Network {
    /// Embedding rows.
    pub(super) embeddings: Param<WIDTH>,
    /// From an embedding (row) to the gates.
    pub(super) gates: Param<GATES>,
    /// What is added to the gates.
    pub(super) gate_bias: Param<GATES>,
    /// From a word vector (row, for each node) to the hidden layer.
    pub(super) nodes: Param<HIDDEN>,
    /// What stands for a node that is not there.
    pub(super) absent: Param<HIDDEN>,
    /// Feature weights, the bias last.
    pub(super) table: Param<HIDDEN>,
    /// The output layer.
    pub(super) outputs: Param<HIDDEN>,
    /// What is added to the outputs.
    pub(super) output_bias: Param<1>,
}

/// A sentence on its way through the encoder, kept for the way back.
#[derive(Debug)]
pub(super) struct Encoding {
    rows: Vec<Rows>,
    embeddings: Vec<[f32; WIDTH]>,
    masks: Vec<[f32; WIDTH]>,
    gates: Vec<[f32; GATES]>,
    vectors: Vec<[f32; CONTEXT]>,
    dropped: Vec<[f32; CONTEXT]>,
    vector_masks: Vec<[f32; CONTEXT]>,
    products: Vec<[[f32; HIDDEN]; NODES]>,
    slopes: Vec<[[f32; HIDDEN]; NODES]>,
}

/// What of a state's features leads to the hidden layer.
#[derive(Clone, Copy, Debug)]
pub(super) struct Seen {
    /// The nodes whose vectors are read.
    pub(super) nodes: [usize; NODES],
    /// Rows of the table.
    pub(super) rows: [u32; COUNT],
}

impl Network {
    /// A network with random weights for a vocabulary of that size.
    pub(super) fn new(words: usize, random: &mut Rng) -> Self {
        let mut network = Self {
            embeddings: Param::new(FIXED_ROWS + 1 + words, 0.1, random),
            gates: Param::new(WINDOW.len() * WIDTH, 0.15, random),
            gate_bias: Param::new(1, 0.0, random),
            nodes: Param::new(NODES * CONTEXT, 0.1, random),
            absent: Param::new(NODES, 0.05, random),
            table: Param::new(TABLE_ROWS + 1, 0.05, random),
            outputs: Param::new(OUTPUTS, 0.1, random),
            output_bias: Param::new(OUTPUTS, 0.0, random),
        };
        // The hidden layer starts a little above zero, where its units have a slope.
        network.table.rows[TABLE_ROWS] = [0.1; HIDDEN];
        network
    }

    /// Encodes a sentence; `keep` is the share of numbers that dropout leaves.
    pub(super) fn encode(&self, rows: Vec<Rows>, keep: f32, random: &mut Rng) -> Encoding {
        let len = rows.len();
        let mut masks = vec![[1.0; WIDTH]; len];
        let mut vector_masks = vec![[1.0; CONTEXT]; len];
        for mask in &mut masks {
            drop_out(mask, keep, random);
        }
        for mask in &mut vector_masks {
            drop_out(mask, keep, random);
        }
        let embeddings: Vec<_> = rows
            .iter()
            .zip(&masks)
            .map(|(r, mask)| self.embedding(r, mask))
            .collect();
        let gates: Vec<_> = (0..len).map(|i| self.gates_of(&embeddings, i)).collect();
        let mut vectors = vec![[0.0; CONTEXT]; len];
        run(&gates, &mut vectors, 0);
        run(&gates, &mut vectors, 1);
        let dropped: Vec<[f32; CONTEXT]> = vectors
            .iter()
            .zip(&vector_masks)
            .map(|(v, m)| std::array::from_fn(|k| v[k] * m[k]))
            .collect();
        let products = dropped.iter().map(|v| self.products(v)).collect();
        Encoding {
            slopes: vec![[[0.0; HIDDEN]; NODES]; len],
            rows,
            embeddings,
            masks,
            gates,
            vectors,
            dropped,
            vector_masks,
            products,
        }
    }

    fn embedding(&self, rows: &Rows, mask: &[f32; WIDTH]) -> [f32; WIDTH] {
        let mut sum = [0.0; WIDTH];
        for &row in rows {
            add(&mut sum, &self.embeddings.rows[row as usize], 1.0);
        }
        std::array::from_fn(|k| sum[k] * mask[k])
    }

    fn gates_of(&self, embeddings: &[[f32; WIDTH]], i: usize) -> [f32; GATES] {
        let mut gates = self.gate_bias.rows[0];
        for (offset, rows) in WINDOW.iter().zip(self.gates.rows.chunks_exact(WIDTH)) {
            let Some(embedding) = neighbour(i, *offset).and_then(|j| embeddings.get(j)) else {
                continue;
            };
            for (&x, row) in embedding.iter().zip(rows) {
                add(&mut gates, row, x);
            }
        }
        gates.map(|x| x / (1.0 + x.abs()))
    }

    fn products(&self, vector: &[f32; CONTEXT]) -> [[f32; HIDDEN]; NODES] {
        let mut products = [[0.0; HIDDEN]; NODES];
        for (product, weights) in products
            .iter_mut()
            .zip(self.nodes.rows.chunks_exact(CONTEXT))
        {
            for (&x, row) in vector.iter().zip(weights) {
                add(product, row, x);
            }
        }
        products
    }

    /// The hidden layer of a state, before dropout.
    pub(super) fn hidden(&self, encoding: &Encoding, seen: &Seen) -> [f32; HIDDEN] {
        let mut hidden = self.table.rows[TABLE_ROWS];
        for (k, node) in seen.nodes.into_iter().enumerate() {
            let row = if node == NONE {
                &self.absent.rows[k]
            } else {
                &encoding.products[node][k]
            };
            add(&mut hidden, row, 1.0);
        }
        for &row in &seen.rows {
            add(&mut hidden, &self.table.rows[row as usize], 1.0);
        }
        hidden.map(|x| x.max(0.0))
    }

    /// The score of one row of the output layer.
    pub(super) fn output(&self, hidden: &[f32; HIDDEN], row: usize) -> f32 {
        dot(hidden, &self.outputs.rows[row]) + self.output_bias.rows[row][0]
    }

    /// Adds the gradient of outputs: `slope` for `row`; the slope of the hidden layer is added to `back`.
    pub(super) fn output_back(
        &mut self,
        hidden: &[f32; HIDDEN],
        row: usize,
        slope: f32,
        back: &mut [f32; HIDDEN],
    ) {
        add(self.outputs.touch(row), hidden, slope);
        self.output_bias.touch(row)[0] += slope;
        add(back, &self.outputs.rows[row], slope);
    }

    /// Leads the slope of a state's hidden layer back to its features.
    pub(super) fn hidden_back(
        &mut self,
        encoding: &mut Encoding,
        seen: &Seen,
        slope: &[f32; HIDDEN],
    ) {
        for (k, node) in seen.nodes.into_iter().enumerate() {
            let row = if node == NONE {
                self.absent.touch(k)
            } else {
                &mut encoding.slopes[node][k]
            };
            add(row, slope, 1.0);
        }
        for &row in &seen.rows {
            add(self.table.touch(row as usize), slope, 1.0);
        }
        add(self.table.touch(TABLE_ROWS), slope, 1.0);
    }

    /// Leads the slopes that a sentence's states left back through the encoder.
    pub(super) fn encode_back(&mut self, encoding: &Encoding) {
        self.nodes.touch_all();
        self.gates.touch_all();
        let vectors = self.products_back(encoding);
        let mut gates = vec![[0.0; GATES]; encoding.rows.len()];
        run_back(encoding, &vectors, &mut gates, 0);
        run_back(encoding, &vectors, &mut gates, 1);
        let mut embeddings = vec![[0.0; WIDTH]; encoding.rows.len()];
        for (i, slope) in gates.iter().enumerate() {
            self.gates_back(encoding, i, slope, &mut embeddings);
        }
        for (i, (back, mask)) in embeddings.iter().zip(&encoding.masks).enumerate() {
            for &row in &encoding.rows[i] {
                let gradient = self.embeddings.touch(row as usize);
                for k in 0..WIDTH {
                    gradient[k] += back[k] * mask[k];
                }
            }
        }
    }

    /// From the slopes of products back to the word vectors; each row of weights is fetched once for all words.
    fn products_back(&mut self, encoding: &Encoding) -> Vec<[f32; CONTEXT]> {
        let mut back = vec![[0.0; CONTEXT]; encoding.rows.len()];
        for k in 0..NODES {
            for j in 0..CONTEXT {
                let row = &self.nodes.rows[k * CONTEXT + j];
                let gradient = &mut self.nodes.gradient[k * CONTEXT + j];
                for (i, back) in back.iter_mut().enumerate() {
                    let slope = &encoding.slopes[i][k];
                    back[j] += dot(slope, row);
                    add(gradient, slope, encoding.dropped[i][j]);
                }
            }
        }
        for (back, mask) in back.iter_mut().zip(&encoding.vector_masks) {
            *back = std::array::from_fn(|j| back[j] * mask[j]);
        }
        back
    }

    /// From the slope of softsigned gates back to the weights and the embeddings.
    fn gates_back(
        &mut self,
        encoding: &Encoding,
        i: usize,
        slope: &[f32; GATES],
        embeddings: &mut [[f32; WIDTH]],
    ) {
        let slope: [f32; GATES] = std::array::from_fn(|k| {
            let left = 1.0 - encoding.gates[i][k].abs();
            slope[k] * left * left
        });
        add(self.gate_bias.touch(0), &slope, 1.0);
        for (k, offset) in WINDOW.into_iter().enumerate() {
            let Some(j) = neighbour(i, offset).filter(|&j| j < embeddings.len()) else {
                continue;
            };
            for (x, back) in embeddings[j].iter_mut().enumerate() {
                let row = k * WIDTH + x;
                *back += dot(&slope, &self.gates.rows[row]);
                add(
                    &mut self.gates.gradient[row],
                    &slope,
                    encoding.embeddings[j][x],
                );
            }
        }
    }

    /// One step of the optimizer over every parameter; gradients longer than `limit` are shortened to it.
    pub(super) fn update(&mut self, mut step: Step, limit: f32) {
        let squares = self.embeddings.squares()
            + self.gates.squares()
            + self.gate_bias.squares()
            + self.nodes.squares()
            + self.absent.squares()
            + self.table.squares()
            + self.outputs.squares()
            + self.output_bias.squares();
        let length = squares.sqrt() * step.scale;
        if length > limit {
            step.scale *= limit / length;
        }
        self.embeddings.update(step);
        self.gates.update(step);
        self.gate_bias.update(step);
        self.nodes.update(step);
        self.absent.update(step);
        self.table.update(step);
        self.outputs.update(step);
        self.output_bias.update(step);
    }
}

/// Zeroes all but a share of the numbers and enlarges the others, so that the mean stays.
pub(super) fn drop_out<const N: usize>(mask: &mut [f32; N], keep: f32, random: &mut Rng) {
    for x in mask.iter_mut() {
        *x = if random.unit() < keep {
            1.0 / keep
        } else {
            0.0
        };
    }
}

/// Indices of a sentence in the order of a direction (0 forward, 1 backward).
fn order(len: usize, way: usize) -> impl DoubleEndedIterator<Item = usize> {
    (0..len).map(move |i| if way == 0 { i } else { len - 1 - i })
}

fn run(gates: &[[f32; GATES]], vectors: &mut [[f32; CONTEXT]], way: usize) {
    let base = way * 2 * MEMORY;
    let mut memory = [0f32; MEMORY];
    for i in order(gates.len(), way) {
        for k in 0..MEMORY {
            let forget = 0.5 + 0.5 * gates[i][base + MEMORY + k];
            memory[k] = forget * memory[k] + (1.0 - forget) * gates[i][base + k];
            vectors[i][way * MEMORY + k] = memory[k];
        }
    }
}

/// The way back along one direction: adds the slopes of the softsigned gates.
fn run_back(
    encoding: &Encoding,
    vectors: &[[f32; CONTEXT]],
    slopes: &mut [[f32; GATES]],
    way: usize,
) {
    let base = way * 2 * MEMORY;
    let len = vectors.len();
    let mut carried = [0f32; MEMORY];
    for i in order(len, way).rev() {
        let before = neighbour(i, if way == 0 { -1 } else { 1 }).filter(|&j| j < len);
        for k in 0..MEMORY {
            let slope = carried[k] + vectors[i][way * MEMORY + k];
            let forget = 0.5 + 0.5 * encoding.gates[i][base + MEMORY + k];
            let memory = before.map_or(0.0, |j| encoding.vectors[j][way * MEMORY + k]);
            slopes[i][base + k] = slope * (1.0 - forget);
            slopes[i][base + MEMORY + k] = 0.5 * slope * (memory - encoding.gates[i][base + k]);
            carried[k] = slope * forget;
        }
    }
}

/// The place that lies `offset` words from word `i`.
fn neighbour(i: usize, offset: isize) -> Option<usize> {
    i.checked_add_signed(offset)
}

fn add<const N: usize>(sum: &mut [f32; N], row: &[f32; N], factor: f32) {
    for (sum, &x) in sum.iter_mut().zip(row) {
        *sum += factor * x;
    }
}

/// A dot product in sixteen lanes: the order of additions is fixed whatever the processor.
fn dot<const N: usize>(one: &[f32; N], other: &[f32; N]) -> f32 {
    let mut lanes = [0f32; 16];
    for (one, other) in one.chunks_exact(16).zip(other.chunks_exact(16)) {
        for k in 0..16 {
            lanes[k] += one[k] * other[k];
        }
    }
    for half in [8, 4, 2, 1] {
        for k in 0..half {
            lanes[k] += lanes[k + half];
        }
    }
    lanes[0]
}
