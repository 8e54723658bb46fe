//! The loops that the parser spends its time in, each compiled for the vectors that every processor has and once more for
//! wider ones, which are taken where the processor has them.
//!
//! Loops have fixed lengths, which is what compilers want to see for vector instructions. Sums of whole numbers wrap and
//! none depends on its order, and fractions are never added along a vector, so that every width gives the same numbers.
//! Products keep the upper half of 32 bits, which processors give for a whole vector at a time.

use fearless_simd::{Level, Simd, dispatch};

use super::{
    model::{
        CONTEXT, CONTEXT_ONE, EMBEDDING_ONE, GATE_ONE, GATES, Gates, HIDDEN, MEMORY, Model,
        SCALE_BYTES, WIDTH, WINDOW,
    },
    network::{Encoded, Hidden, Summands},
    words::{ROWS, Rows},
};
use crate::vector::Vector;

/// Numbers that are summed at a time where vectors have 128 bits: as many as fit the registers of such a processor.
const LANES: usize = 64;

/// Adds to each of `sums` the rows that its place has and the products of its vector and a matrix.
pub(super) fn add_rows_and_products<'a, const M: usize>(
    level: Level,
    sums: &mut [Hidden],
    rows: impl Fn(usize) -> Summands<'a, M>,
    vectors: &[[i16; CONTEXT]],
    matrix: &[Hidden],
) {
    dispatch!(level, simd => {
        for (i, sum) in sums.iter_mut().enumerate() {
            add_rows(simd, sum, rows(i).all());
        }
        add_products(simd, sums, vectors, matrix);
    });
}

/// Adds what these words add to the gates of the words that have them in their window, one matrix after the other, so that
/// it stays in the nearest cache while all words pass.
pub(super) fn add_word_gates(model: &Model, words: &[Rows], gates: &mut Vec<Gates>) {
    let known = gates.len();
    gates.resize(known + words.len(), [Vector([0; GATES]); WINDOW.len()]);
    dispatch!(model.level, simd => {
        let mut embeddings = Vec::with_capacity(words.len());
        for rows in words {
            embeddings.push([embedding(rows.map(|row| model.embedding(row)))]);
        }
        for (part, matrix) in model.gates.chunks_exact(WIDTH).enumerate() {
            for (sums, embedding) in gates[known..].iter_mut().zip(&embeddings) {
                add_products(simd, std::slice::from_mut(&mut sums[part]), embedding, matrix);
            }
        }
    });
}

#[expect(
    clippy::inline_always,
    reason = "only then is it compiled for wide vectors"
)]
#[inline(always)]
fn embedding(rows: [&[u8]; ROWS]) -> [i16; WIDTH] {
    let mut sum = [0; WIDTH];
    for bytes in rows {
        let mut row = [Vector([0; WIDTH])];
        spread_in(bytes, EMBEDDING_ONE, &mut row);
        for (sum, x) in sum.iter_mut().zip(row[0].0) {
            *sum = i16::saturating_add(*sum, x);
        }
    }
    sum
}

/// Adds to each of `sums` the products of its vector and a matrix.
#[expect(
    clippy::inline_always,
    reason = "only then is it compiled for wide vectors"
)]
#[inline(always)]
fn add_products<S: Simd, const K: usize, const N: usize>(
    simd: S,
    sums: &mut [Vector<N>],
    vectors: &[[i16; K]],
    matrix: &[Vector<N>],
) {
    if are_wide(simd) {
        add_in_blocks::<K, N, N>(sums, vectors, matrix);
    } else {
        add_in_blocks::<K, N, LANES>(sums, vectors, matrix);
    }
}

/// Whether the registers take all sums of a row of a matrix.
#[expect(clippy::inline_always, reason = "it is known when compiling")]
#[inline(always)]
fn are_wide<S: Simd>(simd: S) -> bool {
    width(simd) > 16
}

/// Bytes of a vector.
#[expect(clippy::inline_always, reason = "it is known when compiling")]
#[inline(always)]
fn width<S: Simd>(_: S) -> usize {
    size_of::<S::i16s>()
}

/// A block of the matrix stays in the nearest cache while all words pass.
#[expect(
    clippy::inline_always,
    reason = "only then is it compiled for wide vectors"
)]
#[inline(always)]
fn add_in_blocks<const K: usize, const N: usize, const LANES: usize>(
    sums: &mut [Vector<N>],
    vectors: &[[i16; K]],
    matrix: &[Vector<N>],
) {
    for block in 0..N / LANES {
        for (sums, vector) in sums.iter_mut().zip(vectors) {
            let sums = &mut sums.0.as_chunks_mut::<LANES>().0[block];
            let mut lanes = *sums;
            for (&x, row) in vector.iter().zip(matrix) {
                let row = &row.0.as_chunks::<LANES>().0[block];
                for k in 0..LANES {
                    let product = (i32::from(x) * i32::from(row[k])) >> 16;
                    lanes[k] = lanes[k].wrapping_add(product as i16);
                }
            }
            *sums = lanes;
        }
    }
}

/// Gates and vectors of the words of a sentence, from what each adds to the gates around it: what stands at its place.
pub(super) fn encode(model: &Model, added: &[Gates], places: &[usize], encoded: &mut Encoded) {
    dispatch!(model.level, _simd => encode_in(model, added, places, encoded));
}

#[expect(
    clippy::inline_always,
    reason = "only then is it compiled for wide vectors"
)]
#[inline(always)]
fn encode_in(model: &Model, added: &[Gates], places: &[usize], encoded: &mut Encoded) {
    encoded.gates.resize(places.len(), [0.0; GATES]);
    encoded.vectors.resize(places.len(), [0; CONTEXT]);
    for (i, gates) in encoded.gates.iter_mut().enumerate() {
        open(added, places, i, &model.gate_bias, gates);
    }
    let [mut forward, mut backward] = [[0.0; MEMORY]; 2];
    for (gates, vector) in encoded.gates.iter().zip(&mut encoded.vectors) {
        let (written, _) = vector.split_at_mut(MEMORY);
        let (gates, _) = gates.split_at(2 * MEMORY);
        step(&mut forward, gates, written);
    }
    for (gates, vector) in encoded.gates.iter().zip(&mut encoded.vectors).rev() {
        let (_, written) = vector.split_at_mut(MEMORY);
        let (_, gates) = gates.split_at(2 * MEMORY);
        step(&mut backward, gates, written);
    }
}

/// The gates of word `i`, from it and its neighbours.
#[expect(
    clippy::inline_always,
    reason = "only then is it compiled for wide vectors"
)]
#[inline(always)]
fn open(
    added: &[Gates],
    places: &[usize],
    i: usize,
    bias: &[f32; GATES],
    gates: &mut [f32; GATES],
) {
    let mut sums = [WIDTH as i16; GATES];
    for (part, offset) in WINDOW.into_iter().enumerate() {
        let neighbour = i.checked_add_signed(offset).and_then(|j| places.get(j));
        if let Some(word) = neighbour.and_then(|&place| added.get(place)) {
            for (sum, &x) in sums.iter_mut().zip(&word[part].0) {
                *sum = sum.wrapping_add(x);
            }
        }
    }
    for k in 0..GATES {
        let x = f32::from(sums[k]) * (1.0 / GATE_ONE) + bias[k];
        gates[k] = x / (1.0 + x.abs());
    }
}

/// Takes a word into the memory of the words so far, by its candidates and then its forget gates, and writes what is then
/// remembered.
#[expect(
    clippy::inline_always,
    reason = "only then is it compiled for wide vectors"
)]
#[inline(always)]
fn step(memory: &mut [f32; MEMORY], gates: &[f32], written: &mut [i16]) {
    let (candidates, forgets) = gates.split_at(MEMORY);
    let states = memory.iter_mut().zip(written);
    for ((memory, written), (candidate, forget)) in states.zip(candidates.iter().zip(forgets)) {
        let forget = 0.5 + 0.5 * forget;
        *memory = forget * *memory + (1.0 - forget) * candidate;
        *written = (*memory * CONTEXT_ONE) as i32 as i16;
    }
}

/// The sum of rows, negative numbers as zero.
pub(super) fn hidden(level: Level, rows: &[&Hidden]) -> Hidden {
    let mut sum = Vector([0; HIDDEN]);
    dispatch!(level, simd => {
        add_rows(simd, &mut sum, rows);
        for x in &mut sum.0 {
            *x = (*x).max(0);
        }
    });
    sum
}

#[expect(
    clippy::inline_always,
    reason = "only then is it compiled for wide vectors"
)]
#[inline(always)]
fn add_rows<S: Simd>(simd: S, sum: &mut Hidden, rows: &[&Hidden]) {
    if are_wide(simd) {
        add_rows_in_blocks::<HIDDEN, HIDDEN>(sum, rows);
    } else {
        add_rows_in_blocks::<HIDDEN, LANES>(sum, rows);
    }
}

#[expect(
    clippy::inline_always,
    reason = "only then is it compiled for wide vectors"
)]
#[inline(always)]
fn add_rows_in_blocks<const N: usize, const LANES: usize>(
    sum: &mut Vector<N>,
    rows: &[&Vector<N>],
) {
    for (block, sums) in sum.0.as_chunks_mut::<LANES>().0.iter_mut().enumerate() {
        let mut lanes = *sums;
        for row in rows {
            let row = &row.0.as_chunks::<LANES>().0[block];
            for k in 0..LANES {
                lanes[k] = lanes[k].wrapping_add(row[k]);
            }
        }
        *sums = lanes;
    }
}

/// The dot products with those of the rows whose bit is set and what is added to them, each at its row's place.
pub(super) fn dots(
    level: Level,
    one: &Hidden,
    rows: (&[Hidden], &[i32]),
    wanted: u64,
) -> [i32; 64] {
    let mut dots = [0; 64];
    dispatch!(level, simd => match width(simd) {
        64.. => dots_in_lanes::<32>(one, rows, wanted, &mut dots),
        32.. => dots_in_lanes::<16>(one, rows, wanted, &mut dots),
        _ => dots_in_lanes::<8>(one, rows, wanted, &mut dots),
    });
    dots
}

#[expect(
    clippy::inline_always,
    reason = "only then is it compiled for wide vectors"
)]
#[inline(always)]
fn dots_in_lanes<const LANES: usize>(
    one: &Hidden,
    (rows, bias): (&[Hidden], &[i32]),
    mut wanted: u64,
    dots: &mut [i32; 64],
) {
    while wanted != 0 {
        let place = wanted.trailing_zeros() as usize;
        wanted &= wanted - 1;
        if let (Some(row), Some(bias)) = (rows.get(place), bias.get(place)) {
            dots[place] = dot::<HIDDEN, LANES>(one, row).wrapping_add(*bias);
        }
    }
}

/// A dot product in lanes: the shape in which compilers see the instruction that multiplies and adds pairs.
#[expect(
    clippy::inline_always,
    reason = "only then is it compiled for wide vectors"
)]
#[inline(always)]
fn dot<const N: usize, const LANES: usize>(one: &Vector<N>, other: &Vector<N>) -> i32 {
    let mut lanes = [0i32; LANES];
    let (one, other) = (one.0.as_chunks::<LANES>().0, other.0.as_chunks::<LANES>().0);
    for (one, other) in one.iter().zip(other) {
        for k in 0..LANES {
            lanes[k] = lanes[k].wrapping_add(i32::from(one[k]) * i32::from(other[k]));
        }
    }
    lanes.iter().fold(0, |sum, &x| sum.wrapping_add(x))
}

/// Rows of weights of one byte, each after its scale, as fixed-point numbers of which `one` is the unit.
pub(super) fn spread<const N: usize>(level: Level, bytes: &[u8], one: f32, rows: &mut [Vector<N>]) {
    dispatch!(level, _simd => spread_in(bytes, one, rows));
}

#[expect(
    clippy::inline_always,
    reason = "only then is it compiled for wide vectors"
)]
#[inline(always)]
fn spread_in<const N: usize>(bytes: &[u8], one: f32, rows: &mut [Vector<N>]) {
    for (bytes, row) in bytes.chunks_exact(SCALE_BYTES + N).zip(rows) {
        let Some((scale, bytes)) = bytes.split_first_chunk::<SCALE_BYTES>() else {
            continue;
        };
        // Scales become whole 1/256ths of the unit: the products are then exact and quick.
        let scale = (f32::from_le_bytes(*scale) * one * 256.0).round() as i32;
        for (x, &byte) in row.0.iter_mut().zip(bytes) {
            *x = ((i32::from(byte as i8) * scale + 128) >> 8) as i16;
        }
    }
}
