//! What the network sees of a state: nodes whose word vectors it reads, and rows of one table of feature weights.
//!
//! Each feature has its own stretch of the table; a row is the weight vector of one value of one feature, so that the
//! hidden layer is a sum of rows and needs no product.

use super::{
    state::{NONE, State},
    words::{FREQUENT, NO_TAG, TAGS, Words},
};
use crate::Deprel;

/// How many nodes' word vectors the network reads.
pub const NODES: usize = 3;

const LABELS: usize = Deprel::ALL.len() + 1;
const LEXICAL: usize = FREQUENT + 1;
const DISTANCES: usize = 9;

/// Sizes of the stretches of the table, in the order in which [`rows`] names them.
const SIZES: [usize; COUNT] = [
    // Tags of the stack and the buffer.
    TAGS, TAGS, TAGS, TAGS, TAGS, TAGS, TAGS, // Tag and relation of dependents.
    TAGS, LABELS, TAGS, LABELS, TAGS, LABELS, TAGS, LABELS, TAGS, LABELS, TAGS, LABELS, TAGS,
    LABELS, TAGS, LABELS, TAGS, LABELS, // Tags of dependents of dependents.
    TAGS, TAGS, TAGS, // Frequent words among dependents and ahead.
    LEXICAL, LEXICAL, LEXICAL, LEXICAL, LEXICAL, LEXICAL, // Kinds of dependents.
    64, 64, 64, // Numbers of dependents.
    16, 16, 4, // Distances and what stands between.
    DISTANCES, DISTANCES, 16, 16, // The last moves.
    16,
];

/// How many rows are added up.
pub const COUNT: usize = 45;

/// Rows of the table of feature weights.
pub const TABLE_ROWS: usize = OFFSETS[COUNT - 1] + SIZES[COUNT - 1];

const OFFSETS: [usize; COUNT] = {
    let mut offsets = [0; COUNT];
    let mut i = 1;
    while i < COUNT {
        offsets[i] = offsets[i - 1] + SIZES[i - 1];
        i += 1;
    }
    offsets
};

/// The features of the dependents on one side of a node, the tag of the outermost first: on the left and right of the top
/// of the stack, of the node below it, and on the left of the front of the buffer.
///
/// Most sides are empty, and an empty side has always the same rows.
pub(super) const SIDES: [&[usize]; 5] = [
    &[7, 8, 9, 10, 25, 28],
    &[11, 12, 13, 14, 26, 29],
    &[15, 16, 30],
    &[17, 18, 19, 20, 27],
    &[21, 22, 23, 24, 31],
];

/// Features that are of no side.
pub(super) const SIDELESS: [usize; 20] = [
    0, 1, 2, 3, 4, 5, 6, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44,
];

/// The rows of a state that has no word at all: those of every empty side are among them.
pub(super) fn empty_rows() -> [u32; COUNT] {
    rows(&State::new(0), &Words::default())
}

/// The nodes whose word vectors the network reads, [`NONE`] where there is none.
pub fn nodes(state: &State) -> [usize; NODES] {
    [state.stack(0), state.stack(1), state.buffer(0)]
}

/// The rows of the table of feature weights that a state adds up.
pub fn rows(state: &State, words: &Words) -> [u32; COUNT] {
    let stack = [state.stack(0), state.stack(1), state.stack(2)];
    let buffer = [0, 1, 2, 3].map(|i| state.buffer(i));
    let [s0, s1, _] = stack;
    let b0 = buffer[0];
    let (s0l, s0r) = (state.left(s0), state.right(s0));
    let (s1l, s1r) = (state.left(s1), state.right(s1));
    let b0l = state.left(b0);
    let mut rows = Collector {
        rows: [0; COUNT],
        at: 0,
    };
    let tag = |node: usize| words.tags.get(node).copied().unwrap_or(NO_TAG);
    let lexical = |node: usize| words.frequent.get(node).copied().unwrap_or(0);
    for node in stack.into_iter().chain(buffer) {
        rows.push(tag(node));
    }
    let dependents = [
        s0l.outer, s0l.inner, s0r.outer, s0r.inner, s1l.outer, s1r.outer, s1r.inner, b0l.outer,
        b0l.inner,
    ];
    for node in dependents {
        rows.push(tag(node));
        rows.push(label(state, node));
    }
    rows.push(tag(state.left(s0l.outer).outer));
    rows.push(tag(state.right(s0r.outer).outer));
    rows.push(tag(state.right(s1r.outer).outer));
    for node in [
        s0l.outer, s0r.outer, s1l.outer, b0l.outer, buffer[1], buffer[2],
    ] {
        rows.push(lexical(node));
    }
    for node in [s0, s1, b0] {
        rows.push(state.kinds(node) as usize);
    }
    rows.push(s0l.count.min(3) * 4 + s0r.count.min(3));
    rows.push(s1l.count.min(3) * 4 + s1r.count.min(3));
    rows.push(b0l.count.min(3));
    rows.push(distance(s1, s0));
    rows.push(distance(s0, b0));
    rows.push(between(words, s1, s0));
    rows.push(between(words, s0, b0));
    let [last, before] = state.last_moves();
    rows.push(last * 4 + before);
    rows.rows
}

struct Collector {
    rows: [u32; COUNT],
    at: usize,
}

impl Collector {
    fn push(&mut self, value: usize) {
        self.rows[self.at] = (OFFSETS[self.at] + value) as u32;
        self.at += 1;
    }
}

fn label(state: &State, node: usize) -> usize {
    if node == NONE {
        LABELS - 1
    } else {
        state.label(node) as usize
    }
}

fn distance(one: usize, other: usize) -> usize {
    if one == NONE || other == NONE {
        return 0;
    }
    match other - one {
        near @ 0..=4 => near,
        5..=6 => 5,
        7..=10 => 6,
        11..=20 => 7,
        _ => 8,
    }
}

fn between(words: &Words, one: usize, other: usize) -> usize {
    if one == NONE || other == NONE {
        0
    } else {
        words.between(one, other)
    }
}
