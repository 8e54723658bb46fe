//! Parameters, their gradients, and the optimizer (`AdamW`; rows that a batch did not touch are left alone).

use crate::rng::Rng;

/// A matrix of parameters with its gradient and the optimizer's two moments.
#[derive(Clone, Debug)]
pub(super) struct Param<const N: usize> {
    /// The values.
    pub(super) rows: Vec<[f32; N]>,
    /// What the batch so far adds to the gradient.
    pub(super) gradient: Vec<[f32; N]>,
    first: Vec<[f32; N]>,
    second: Vec<[f32; N]>,
    touched: Vec<u32>,
    is_touched: Vec<bool>,
}

/// How far one step of the optimizer goes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Step {
    /// Learning rate.
    pub(super) rate: f32,
    /// Decay of weights.
    pub(super) decay: f32,
    /// Number of the step, from 1.
    pub(super) number: i32,
    /// What the gradient is multiplied with.
    pub(super) scale: f32,
}

const BETA: (f32, f32) = (0.9, 0.98);

impl<const N: usize> Param<N> {
    /// Rng values in `(-range, range)`.
    pub(super) fn new(count: usize, range: f32, random: &mut Rng) -> Self {
        let mut value = || (random.unit() * 2.0 - 1.0) * range;
        let rows = (0..count)
            .map(|_| std::array::from_fn(|_| value()))
            .collect();
        Self {
            rows,
            gradient: vec![[0.0; N]; count],
            first: vec![[0.0; N]; count],
            second: vec![[0.0; N]; count],
            touched: Vec::new(),
            is_touched: vec![false; count],
        }
    }

    /// The gradient of a row, to be added to.
    pub(super) fn touch(&mut self, row: usize) -> &mut [f32; N] {
        if !self.is_touched[row] {
            self.is_touched[row] = true;
            self.touched.push(row as u32);
        }
        &mut self.gradient[row]
    }

    /// Marks every row as touched: for matrices that every sentence uses.
    pub(super) fn touch_all(&mut self) {
        for row in 0..self.rows.len() {
            self.touch(row);
        }
    }

    /// Sum of the squares of the gradient.
    pub(super) fn squares(&self) -> f32 {
        self.touched
            .iter()
            .map(|&row| {
                self.gradient[row as usize]
                    .iter()
                    .map(|g| g * g)
                    .sum::<f32>()
            })
            .sum()
    }

    /// Moves the touched rows against their gradient and clears it.
    pub(super) fn update(&mut self, step: Step) {
        let correct = (
            1.0 - BETA.0.powi(step.number),
            1.0 - BETA.1.powi(step.number),
        );
        for row in self.touched.drain(..) {
            let row = row as usize;
            self.is_touched[row] = false;
            let (w, g) = (&mut self.rows[row], &mut self.gradient[row]);
            let (m, v) = (&mut self.first[row], &mut self.second[row]);
            for k in 0..N {
                let slope = g[k] * step.scale;
                m[k] = BETA.0 * m[k] + (1.0 - BETA.0) * slope;
                v[k] = BETA.1 * v[k] + (1.0 - BETA.1) * slope * slope;
                let move_by = (m[k] / correct.0) / ((v[k] / correct.1).sqrt() + 1e-8);
                w[k] -= step.rate * (move_by + step.decay * w[k]);
                g[k] = 0.0;
            }
        }
    }
}
