//! The loops that the parser spends its time in, each compiled for the vectors that every processor has and once more for
//! wider ones, which are taken where the processor has them.
//!
//! Loops have fixed lengths, which is what compilers want to see for vector instructions. Sums of whole numbers wrap and
//! none depends on its order, and fractions are never added along a vector, so that every width gives the same numbers. Products keep the upper half of 32 bits, which processors
//! give for a whole vector at a time.

use fearless_simd::{Level, Simd, dispatch};

use super::model::{CONTEXT_ONE, GATE_ONE, GATES, MEMORY};

/// Numbers that are summed at a time where vectors have 128 bits: as many as fit the registers of such a processor.
const LANES: usize = 64;

/// Adds to each of `sums` the products of its vector and a matrix.
pub(super) fn add_products<const K: usize, const N: usize>(
    level: Level,
    sums: &mut [[i16; N]],
    vectors: &[[i16; K]],
    matrix: &[[i16; N]],
) {
    dispatch!(level, simd => if are_wide(simd) {
        add_in_blocks::<K, N, N>(sums, vectors, matrix);
    } else {
        add_in_blocks::<K, N, LANES>(sums, vectors, matrix);
    });
}

/// Whether the registers take all sums of a row of a matrix.
#[expect(clippy::inline_always, reason = "it is known when compiling")]
#[inline(always)]
fn are_wide<S: Simd>(_: S) -> bool {
    size_of::<S::i16s>() > 16
}

/// A block of the matrix stays in the nearest cache while all words pass.
#[expect(
    clippy::inline_always,
    reason = "only then is it compiled for wide vectors"
)]
#[inline(always)]
fn add_in_blocks<const K: usize, const N: usize, const LANES: usize>(
    sums: &mut [[i16; N]],
    vectors: &[[i16; K]],
    matrix: &[[i16; N]],
) {
    for block in 0..N / LANES {
        for (sums, vector) in sums.iter_mut().zip(vectors) {
            let sums = &mut sums.as_chunks_mut::<LANES>().0[block];
            let mut lanes = *sums;
            for (&x, row) in vector.iter().zip(matrix) {
                let row = &row.as_chunks::<LANES>().0[block];
                for k in 0..LANES {
                    let product = (i32::from(x) * i32::from(row[k])) >> 16;
                    lanes[k] = lanes[k].wrapping_add(product as i16);
                }
            }
            *sums = lanes;
        }
    }
}

/// The gates that these sums make.
pub(super) fn gates(level: Level, sums: &[i16; GATES], bias: &[f32; GATES]) -> [f32; GATES] {
    dispatch!(level, _simd => gates_of(sums, bias))
}

#[expect(
    clippy::inline_always,
    reason = "only then is it compiled for wide vectors"
)]
#[inline(always)]
fn gates_of(sums: &[i16; GATES], bias: &[f32; GATES]) -> [f32; GATES] {
    let mut gates = [0.0; GATES];
    for k in 0..GATES {
        let x = f32::from(sums[k]) * (1.0 / GATE_ONE) + bias[k];
        gates[k] = x / (1.0 + x.abs());
    }
    gates
}

/// Takes a word into the memory of the words so far, and writes what is then remembered.
pub(super) fn step(
    level: Level,
    memory: &mut [f32; MEMORY],
    candidates: &[f32; MEMORY],
    forgets: &[f32; MEMORY],
    written: &mut [i16; MEMORY],
) {
    dispatch!(level, _simd => step_in(memory, candidates, forgets, written));
}

#[expect(
    clippy::inline_always,
    reason = "only then is it compiled for wide vectors"
)]
#[inline(always)]
fn step_in(
    memory: &mut [f32; MEMORY],
    candidates: &[f32; MEMORY],
    forgets: &[f32; MEMORY],
    written: &mut [i16; MEMORY],
) {
    for k in 0..MEMORY {
        let forget = 0.5 + 0.5 * forgets[k];
        memory[k] = forget * memory[k] + (1.0 - forget) * candidates[k];
        written[k] = (memory[k] * CONTEXT_ONE) as i32 as i16;
    }
}

/// The sum of `first` and rows, negative numbers as zero.
pub(super) fn sum_rows<const N: usize>(
    level: Level,
    first: &[i16; N],
    rows: &[&[i16; N]],
) -> [i16; N] {
    dispatch!(level, simd => if are_wide(simd) {
        sum_in_blocks::<N, N>(first, rows)
    } else {
        sum_in_blocks::<N, LANES>(first, rows)
    })
}

#[expect(
    clippy::inline_always,
    reason = "only then is it compiled for wide vectors"
)]
#[inline(always)]
fn sum_in_blocks<const N: usize, const LANES: usize>(
    first: &[i16; N],
    rows: &[&[i16; N]],
) -> [i16; N] {
    let mut sums = *first;
    for (block, sums) in sums.as_chunks_mut::<LANES>().0.iter_mut().enumerate() {
        let mut lanes = *sums;
        for row in rows {
            let row = &row.as_chunks::<LANES>().0[block];
            for k in 0..LANES {
                lanes[k] = lanes[k].wrapping_add(row[k]);
            }
        }
        *sums = lanes.map(|x| x.max(0));
    }
    sums
}

/// The dot product.
pub(super) fn dot<const N: usize>(level: Level, one: &[i16; N], other: &[i16; N]) -> i32 {
    dispatch!(level, simd => if are_wide(simd) {
        dot_in_lanes::<N, 16>(one, other)
    } else {
        dot_in_lanes::<N, 8>(one, other)
    })
}

/// A dot product in lanes: the shape in which compilers see the instruction that multiplies and adds pairs.
#[expect(
    clippy::inline_always,
    reason = "only then is it compiled for wide vectors"
)]
#[inline(always)]
fn dot_in_lanes<const N: usize, const LANES: usize>(one: &[i16; N], other: &[i16; N]) -> i32 {
    let mut lanes = [0i32; LANES];
    let (one, other) = (one.as_chunks::<LANES>().0, other.as_chunks::<LANES>().0);
    for (one, other) in one.iter().zip(other) {
        for k in 0..LANES {
            lanes[k] = lanes[k].wrapping_add(i32::from(one[k]) * i32::from(other[k]));
        }
    }
    lanes.iter().fold(0, |sum, &x| sum.wrapping_add(x))
}
