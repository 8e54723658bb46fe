//! The embedded model: how it is laid out in bytes and in memory.
//!
//! Weights are bytes with one scale a row; loading spreads them to 16-bit fixed point, in which all sums and products of a
//! parse are exact. The layout is the order of [`Model::read`], little-endian.

use fearless_simd::Level;

use super::{
    features::{self, COUNT, NODES, SIDES, TABLE_ROWS},
    words::{FIXED_ROWS, Vocabulary},
};
use crate::{Deprel, Upos};

/// Numbers in a word's embedding.
pub const WIDTH: usize = 64;
/// Numbers that each direction of the encoder remembers.
pub const MEMORY: usize = 32;
/// Numbers in a word's vector, which knows its context on both sides.
pub const CONTEXT: usize = 2 * MEMORY;
/// Gates: a candidate and a forget gate for each number and direction.
pub const GATES: usize = 4 * MEMORY;
/// Where the words stand, seen from a word, whose embeddings make its gates.
pub const WINDOW: [isize; 3] = [0, -1, 1];
/// Units of the hidden layer.
pub const HIDDEN: usize = 192;
/// Rows of the output layer: the moves, then the relations of left arcs, then those of right arcs.
pub const OUTPUTS: usize = 3 + 2 * Deprel::ALL.len();
/// For each universal tag, the relations that its words bear in left and in right arcs, as bits.
pub const BEARABLE: usize = 2 * Upos::ALL.len();

/// Fixed point of embeddings.
const EMBEDDING_ONE: f32 = 2048.0;
/// Fixed point of the weights that lead from embeddings to gates.
const GATE_WEIGHT_ONE: f32 = 16384.0;
/// Fixed point of gates: products keep their upper sixteen bits.
pub(super) const GATE_ONE: f32 = EMBEDDING_ONE * GATE_WEIGHT_ONE / 65536.0;
/// Fixed point of word vectors, whose numbers lie between -1 and 1.
pub(super) const CONTEXT_ONE: f32 = 16384.0;
/// Fixed point of the hidden layer.
const HIDDEN_ONE: f32 = 512.0;
/// Fixed point of the weights that lead from word vectors to the hidden layer.
const NODE_WEIGHT_ONE: f32 = HIDDEN_ONE / CONTEXT_ONE * 65536.0;
/// Fixed point of the weights of the output layer.
const OUTPUT_WEIGHT_ONE: f32 = 1024.0;

/// Fixed point of the scores of the output layer.
pub const SCORE_ONE: f32 = HIDDEN_ONE * OUTPUT_WEIGHT_ONE;

/// A trained parser, ready to run.
#[derive(Clone, Debug)]
pub struct Model {
    /// The known words.
    pub vocabulary: Vocabulary,
    /// Embedding rows.
    pub(super) embeddings: Vec<[i16; WIDTH]>,
    /// From the embeddings of the window to the gates.
    pub(super) gates: Vec<[i16; GATES]>,
    /// What is added to the gates.
    pub(super) gate_bias: [f32; GATES],
    /// For each node that is read, what leads from its vector to the hidden layer.
    pub(super) nodes: Vec<[i16; HIDDEN]>,
    /// For each node that is read, what stands for it where there is none.
    pub(super) absent: Vec<[i16; HIDDEN]>,
    /// Feature weights; the last row is the bias of the hidden layer.
    pub(super) table: Vec<[i16; HIDDEN]>,
    /// The output layer.
    pub(super) outputs: Vec<[i16; HIDDEN]>,
    /// What is added to the outputs.
    pub(super) output_bias: Vec<i32>,
    /// For each universal tag, the relations seen in left arcs, then those seen in right arcs.
    pub(super) bearable: Vec<u64>,
    /// The feature rows of a state without words.
    pub(super) empty: [u32; COUNT],
    /// The feature weights of each of [`SIDES`] where it is empty, added up.
    pub(super) empty_sides: [[i16; HIDDEN]; SIDES.len()],
    /// The vectors that this processor has.
    pub(super) level: Level,
}

impl Model {
    /// Reads a model from its bytes; `None` if they are none of this version's.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let mut bytes = Bytes(bytes);
        let words = bytes.number()? as usize;
        let hashes: Option<Vec<u32>> = (0..words).map(|_| bytes.number()).collect();
        let mut model = Self {
            vocabulary: Vocabulary::new(&hashes?),
            embeddings: bytes.rows(FIXED_ROWS + 1 + words, EMBEDDING_ONE)?,
            gates: bytes.rows(WINDOW.len() * WIDTH, GATE_WEIGHT_ONE)?,
            gate_bias: bytes.floats(GATES)?.try_into().ok()?,
            nodes: bytes.rows(NODES * CONTEXT, NODE_WEIGHT_ONE)?,
            absent: bytes.rows(NODES, HIDDEN_ONE)?,
            table: bytes.rows(TABLE_ROWS + 1, HIDDEN_ONE)?,
            outputs: bytes.rows(OUTPUTS, OUTPUT_WEIGHT_ONE)?,
            output_bias: bytes
                .floats(OUTPUTS)?
                .into_iter()
                .map(|bias| (bias * SCORE_ONE) as i32)
                .collect(),
            bearable: bytes.bits(BEARABLE)?,
            empty: features::empty_rows(),
            empty_sides: [[0; HIDDEN]; SIDES.len()],
            level: Level::new(),
        };
        model.empty_sides = SIDES.map(|side| {
            let rows = side.iter().map(|&i| &model.table[model.empty[i] as usize]);
            rows.fold([0; HIDDEN], |sum, row| {
                std::array::from_fn(|k| i16::wrapping_add(sum[k], row[k]))
            })
        });
        bytes.0.is_empty().then_some(model)
    }
}

/// What is left to read.
struct Bytes<'a>(&'a [u8]);

impl Bytes<'_> {
    fn number(&mut self) -> Option<u32> {
        let (first, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(u32::from_le_bytes(*first))
    }

    fn floats(&mut self, count: usize) -> Option<Vec<f32>> {
        (0..count)
            .map(|_| self.number().map(f32::from_bits))
            .collect()
    }

    fn bits(&mut self, count: usize) -> Option<Vec<u64>> {
        let mut half = || self.number().map(u64::from);
        (0..count).map(|_| Some(half()? | half()? << 32)).collect()
    }

    /// Rows of bytes, each after its scale, as fixed-point numbers of which `one` is the unit.
    fn rows<const N: usize>(&mut self, count: usize, one: f32) -> Option<Vec<[i16; N]>> {
        let mut rows = Vec::with_capacity(count);
        for _ in 0..count {
            // Scales become whole 1/256ths of the unit: the products are then exact and quick.
            let scale = (f32::from_bits(self.number()?) * one * 256.0).round() as i32;
            let (first, rest) = self.0.split_first_chunk::<N>()?;
            self.0 = rest;
            rows.push(first.map(|byte| ((i32::from(byte as i8) * scale + 128) >> 8) as i16));
        }
        Some(rows)
    }
}
