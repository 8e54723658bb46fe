//! Quantities: how many, how much, how far, how old, how large a share.
//!
//! A quantity is an interval of numbers with a unit or a counted noun, and it remembers how exactly it was said: "6.1"
//! and "about 6" agree, "nearly 300" and "more than 300" do not, 22 and "dozens" do not disagree.

mod canonical;
mod recognize;
mod relate;
mod table;
mod unit;

#[cfg(test)]
mod tests;

pub use canonical::ParseQuantityError;
pub use recognize::recognize;
pub use relate::relate;
pub use unit::{Dimension, Measure, Noun, Unit};

use crate::values::number::implied_grain;
use std::ops::Bound;

/// An amount as it was said.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Quantity {
    /// The lower end: excluded for "more than 300", unbounded for "up to 300" and "nearly 300".
    pub low: Bound<f64>,
    /// The upper end: excluded for "under 300" and "nearly 300", unbounded for "at least 300".
    pub high: Bound<f64>,
    /// Said with "about", "some", "nearly", "dozens" …: the bounds are not sharp.
    pub approximate: bool,
    /// The step to which it was said, in its own unit: 0.1 for "6.1", 100 for "300", 1 for "22".
    pub grain: f64,
    /// What is counted or measured.
    pub unit: Unit,
}

impl Quantity {
    /// Exactly this number, to the step that its numeral implies.
    pub fn exactly(value: f64, unit: Unit) -> Self {
        let decimals = decimals(value);
        Self {
            low: Bound::Included(value),
            high: Bound::Included(value),
            approximate: false,
            grain: implied_grain(value, decimals),
            unit,
        }
    }

    /// The number at the lower end, whether or not it is itself included.
    pub fn least(&self) -> Option<f64> {
        end(self.low)
    }

    /// The number at the upper end, whether or not it is itself included.
    pub fn most(&self) -> Option<f64> {
        end(self.high)
    }

    /// The one number that was said, where it is neither a bound nor a range.
    pub fn single(&self) -> Option<f64> {
        self.least().filter(|&low| self.most() == Some(low))
    }

    /// What kind of amount it is.
    pub fn dimension(&self) -> Dimension {
        self.unit.dimension()
    }
}

/// The number of a bound.
fn end(bound: Bound<f64>) -> Option<f64> {
    match bound {
        Bound::Included(value) | Bound::Excluded(value) => Some(value),
        Bound::Unbounded => None,
    }
}

/// How many decimals the shortest way to write the number has.
fn decimals(value: f64) -> u32 {
    let written = value.to_string();
    written
        .split_once('.')
        .map_or(0, |(_, decimals)| decimals.len() as u32)
}
