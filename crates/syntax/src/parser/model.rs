//! The embedded model: how it is laid out in bytes and in memory.
//!
//! Weights are bytes with one scale a row; loading spreads them to 16-bit fixed point, in which all sums and products of a
//! parse are exact. Embeddings, which are half of the model, are spread only when a word needs them. The layout is the
//! order of [`Model::read`], little-endian.

use std::borrow::Cow;

use fearless_simd::Level;

use super::{
    features::{self, NODES, SIDES, TABLE_ROWS},
    kernels, network,
    state::{NONE, State},
    words::{FIXED_ROWS, Vocabulary, Words},
};
use crate::{Deprel, Upos, vector::Vector};

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
pub(super) const EMBEDDING_ONE: f32 = 2048.0;
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
    /// The whole file, and where the embedding rows begin in it.
    bytes: Cow<'static, [u8]>,
    embeddings: usize,
    /// From the embeddings of the window to the gates.
    pub(super) gates: Vec<Vector<GATES>>,
    /// What is added to the gates.
    pub(super) gate_bias: [f32; GATES],
    /// For each node that is read, what leads from its vector to the hidden layer.
    pub(super) nodes: Vec<Vector<HIDDEN>>,
    /// For each node that is read, what stands for it and for its word's features where there is none.
    pub(super) absent: Vec<Vector<HIDDEN>>,
    /// Feature weights; the last row is the bias of the hidden layer.
    pub(super) table: Vec<Vector<HIDDEN>>,
    /// The output layer.
    pub(super) outputs: Vec<Vector<HIDDEN>>,
    /// What is added to the outputs.
    pub(super) output_bias: Vec<i32>,
    /// For each universal tag, the relations seen in left arcs, then those seen in right arcs.
    pub(super) bearable: Vec<u64>,
    /// For each place where dependents are looked at, its feature weights added up where there is none.
    pub(super) empty_sides: [Vector<HIDDEN>; SIDES],
    /// The vectors that this processor has.
    pub(super) level: Level,
}

/// What a word adds to the gates of the words that have it in their window, for each place in it.
pub(super) type Gates = [Vector<GATES>; WINDOW.len()];

impl Model {
    /// Reads a model from its bytes; `None` if they are none of this version's.
    pub fn read(bytes: impl Into<Cow<'static, [u8]>>) -> Option<Self> {
        let whole = bytes.into();
        let level = Level::new();
        let mut bytes = Bytes(&whole);
        let words = bytes.number()? as usize;
        let hashes: Option<Vec<u32>> = (0..words).map(|_| bytes.number()).collect();
        let vocabulary = Vocabulary::new(&hashes?);
        let embeddings = whole.len() - bytes.0.len();
        bytes.skip((FIXED_ROWS + 1 + words) * EMBEDDING_BYTES)?;
        let mut model = Self {
            vocabulary,
            embeddings,
            gates: bytes.rows(level, WINDOW.len() * WIDTH, GATE_WEIGHT_ONE)?,
            gate_bias: bytes.floats(GATES)?.try_into().ok()?,
            nodes: bytes.rows(level, NODES * CONTEXT, NODE_WEIGHT_ONE)?,
            absent: bytes.rows(level, NODES, HIDDEN_ONE)?,
            table: bytes.rows(level, TABLE_ROWS + 1, HIDDEN_ONE)?,
            outputs: bytes.rows(level, OUTPUTS, OUTPUT_WEIGHT_ONE)?,
            output_bias: bytes
                .floats(OUTPUTS)?
                .into_iter()
                .map(|bias| (bias * SCORE_ONE) as i32)
                .collect(),
            bearable: bytes.bits(BEARABLE)?,
            empty_sides: [Vector([0; HIDDEN]); SIDES],
            level,
            bytes: Cow::Borrowed(&[]),
        };
        let is_whole = bytes.0.is_empty();
        model.bytes = whole;
        model.add_up();
        is_whole.then_some(model)
    }

    /// Adds up what is the same in many states.
    fn add_up(&mut self) {
        let (state, words) = (State::new(0), Words::default());
        for (place, side) in features::sides(&state).into_iter().enumerate() {
            let sum = &mut self.empty_sides[place];
            features::side_rows(&state, &words, place, side, |row| {
                *sum = sum.plus(&self.table[row as usize]);
            });
        }
        for k in 0..NODES {
            let rows = network::node_rows(self, &words, k, NONE);
            let sums = rows.all().iter();
            self.absent[k] = sums.fold(self.absent[k], |sum, row| sum.plus(row));
        }
    }

    /// The bytes of an embedding row, none if there is no such row.
    pub(super) fn embedding(&self, row: u32) -> &[u8] {
        let start = self.embeddings + row as usize * EMBEDDING_BYTES;
        let bytes = self.bytes.get(start..start + EMBEDDING_BYTES);
        bytes.unwrap_or_default()
    }
}

/// Bytes of an embedding row: its scale and its numbers.
const EMBEDDING_BYTES: usize = SCALE_BYTES + WIDTH;
/// Bytes of a row's scale, which stands before its numbers.
pub(super) const SCALE_BYTES: usize = 4;

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

    fn skip(&mut self, count: usize) -> Option<()> {
        self.0 = self.0.get(count..)?;
        Some(())
    }

    /// Rows of bytes, each after its scale, as fixed-point numbers of which `one` is the unit.
    fn rows<const N: usize>(
        &mut self,
        level: Level,
        count: usize,
        one: f32,
    ) -> Option<Vec<Vector<N>>> {
        let (bytes, rest) = self.0.split_at_checked(count * (SCALE_BYTES + N))?;
        self.0 = rest;
        let mut rows = vec![Vector([0; N]); count];
        kernels::spread(level, bytes, one, &mut rows);
        Some(rows)
    }
}
