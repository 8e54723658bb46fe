//! What the network sees of a state: nodes whose word vectors it reads, and rows of one table of feature weights.
//!
//! Each feature has its own stretch of the table; a row is the weight vector of one value of one feature, so that the
//! hidden layer is a sum of rows and needs no product. Features come in groups, for a parse adds up some of them once a
//! word or once for all; training takes them all at once, from [`rows`].

use super::{
    state::{NONE, Side, State},
    words::{FREQUENT, NO_TAG, TAGS, Words},
};
use crate::Deprel;

/// How many nodes' word vectors the network reads.
pub const NODES: usize = 3;

const LABELS: usize = Deprel::ALL.len() + 1;
const LEXICAL: usize = FREQUENT + 1;
const DISTANCES: usize = 9;

/// Sizes of the stretches of the table, in the order of the features' numbers.
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

/// The row of a feature's value.
fn row(feature: usize, value: usize) -> u32 {
    (OFFSETS[feature] + value) as u32
}

/// The nodes whose word vectors the network reads, [`NONE`] where there is none.
pub fn nodes(state: &State) -> [usize; NODES] {
    [state.stack(0), state.stack(1), state.buffer(0)]
}

/// The rows of the table of feature weights that a state adds up.
pub fn rows(state: &State, words: &Words) -> [u32; COUNT] {
    let mut rows = [0; COUNT];
    let mut put = |feature: usize, value: usize| rows[feature] = row(feature, value);
    let [top, second, front] = nodes(state);
    put(0, tag(words, top));
    put(1, tag(words, second));
    put_ahead(words, front, &mut put);
    for (place, side) in sides(state).into_iter().enumerate() {
        put_side(state, words, place, side, &mut put);
    }
    put_rest(state, words, &mut put);
    rows
}

/// The row of the tag of a node that is read as the `k`-th of [`nodes`], the first or the second.
pub(super) fn tag_row(words: &Words, k: usize, node: usize) -> u32 {
    row(k, tag(words, node))
}

/// Numbers of the rows of [`ahead_rows`].
const AHEAD: usize = 6;

/// The rows that depend on nothing but where the buffer begins.
pub(super) fn ahead_rows(words: &Words, front: usize) -> [u32; AHEAD] {
    let (mut rows, mut count) = ([0; AHEAD], 0);
    put_ahead(words, front, &mut |feature, value| {
        rows[count] = row(feature, value);
        count += 1;
    });
    rows
}

/// Tags and frequent words of the buffer that begins with `front`.
fn put_ahead(words: &Words, front: usize, put: &mut impl FnMut(usize, usize)) {
    let node = |ahead: usize| front.saturating_add(ahead);
    for ahead in 0..4 {
        put(3 + ahead, tag(words, node(ahead)));
    }
    put(32, lexical(words, node(1)));
    put(33, lexical(words, node(2)));
}

/// Places where dependents are looked at: on the left and right of the top of the stack, of the node below it, and on the
/// left of the front of the buffer.
pub(super) const SIDES: usize = 5;

/// The dependents at each place.
pub(super) fn sides(state: &State) -> [Side; SIDES] {
    let [top, second, front] = nodes(state);
    [
        state.left(top),
        state.right(top),
        state.left(second),
        state.right(second),
        state.left(front),
    ]
}

/// The rows of the dependents at one of the places. Most sides are empty, and an empty side has always the same rows.
pub(super) fn side_rows(
    state: &State,
    words: &Words,
    place: usize,
    side: Side,
    mut take: impl FnMut(u32),
) {
    put_side(state, words, place, side, &mut |feature, value| {
        take(row(feature, value));
    });
}

fn put_side(
    state: &State,
    words: &Words,
    place: usize,
    side: Side,
    put: &mut impl FnMut(usize, usize),
) {
    let (outer, inner) = (side.outer, side.inner);
    let [of_outer, of_inner] = [[7, 9], [11, 13], [15, NONE], [17, 19], [21, 23]][place];
    put(of_outer, tag(words, outer));
    put(of_outer + 1, label(state, outer));
    if of_inner != NONE {
        put(of_inner, tag(words, inner));
        put(of_inner + 1, label(state, inner));
    }
    match place {
        0 => put(25, tag(words, state.left(outer).outer)),
        1 => put(26, tag(words, state.right(outer).outer)),
        3 => put(27, tag(words, state.right(outer).outer)),
        _ => {}
    }
    match place {
        0..=2 => put(28 + place, lexical(words, outer)),
        3 => {}
        _ => put(31, lexical(words, outer)),
    }
}

/// The rows that change with every move.
pub(super) fn rest_rows(state: &State, words: &Words, mut take: impl FnMut(u32)) {
    put_rest(state, words, &mut |feature, value| {
        take(row(feature, value));
    });
}

fn put_rest(state: &State, words: &Words, put: &mut impl FnMut(usize, usize)) {
    let [top, second, front] = nodes(state);
    put(2, tag(words, state.stack(2)));
    put(34, state.kinds(top) as usize);
    put(35, state.kinds(second) as usize);
    put(36, state.kinds(front) as usize);
    let [top_left, top_right, second_left, second_right, front_left] =
        sides(state).map(|side| side.count.min(3));
    put(37, top_left * 4 + top_right);
    put(38, second_left * 4 + second_right);
    put(39, front_left);
    put(40, distance(second, top));
    put(41, distance(top, front));
    put(42, between(words, second, top));
    put(43, between(words, top, front));
    let [last, before] = state.last_moves();
    put(44, last * 4 + before);
}

fn tag(words: &Words, node: usize) -> usize {
    words.tags.get(node).copied().unwrap_or(NO_TAG)
}

fn lexical(words: &Words, node: usize) -> usize {
    words.frequent.get(node).copied().unwrap_or(0)
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
