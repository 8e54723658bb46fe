//! What a comparison can be told beside the articles.

use crate::claims::alias::Aliases;
use crate::facts::Weights;

/// What a user can choose about a comparison.
#[derive(Clone, Debug)]
pub struct Options {
    /// Findings below this confidence are counted, not shown.
    pub min_confidence: f64,
    /// Names that mean the same.
    pub aliases: Aliases,
    /// The weights of the question model.
    pub weights: Weights,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            min_confidence: 0.5,
            aliases: Aliases::default(),
            weights: Weights::default(),
        }
    }
}
