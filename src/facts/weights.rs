//! The weights of the question model, read from `weights.tsv`: a row a feature, a column an attribute.

use std::sync::{Arc, LazyLock};

use rustc_hash::FxHashMap;

use crate::claims::Attribute;

use super::features::{Features, NAMES};

/// The weights of every feature by column: the name of an attribute, or `*` for those without a column.
#[derive(Clone, Debug)]
pub struct Weights(Arc<FxHashMap<String, Features>>);

static BUILT_IN: LazyLock<Weights> = LazyLock::new(|| Weights::read(include_str!("weights.tsv")));

impl Default for Weights {
    /// Those that the program was built with.
    fn default() -> Self {
        BUILT_IN.clone()
    }
}

impl Weights {
    /// Reads a table: a line "# feature" with the columns, then a line a feature. What it lacks weighs nothing.
    pub fn read(table: &str) -> Self {
        let mut lines = table.lines().skip_while(|l| !l.starts_with("# feature"));
        let header = lines.next().unwrap_or_default();
        let columns: Vec<&str> = header.split('\t').skip(1).collect();
        let blank = |column: &&str| ((*column).to_owned(), [0.0; NAMES.len()]);
        let mut weights: FxHashMap<String, Features> = columns.iter().map(blank).collect();
        weights.entry("*".to_owned()).or_insert([0.0; NAMES.len()]);
        for line in lines {
            let mut cells = line.split('\t');
            let name = cells.next();
            let Some(row) = NAMES.iter().position(|feature| Some(*feature) == name) else {
                continue;
            };
            for (column, cell) in columns.iter().zip(cells) {
                if let (Some(features), Ok(weight)) = (weights.get_mut(*column), cell.parse()) {
                    features[row] = weight;
                }
            }
        }
        Self(Arc::new(weights))
    }

    /// The weights for an attribute; those of the column `*` where it has none of its own.
    pub(super) fn of(&self, attribute: &Attribute) -> &Features {
        let own = self.0.get(attribute.column());
        own.unwrap_or_else(|| &self.0["*"])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_feature_has_a_row() {
        let rows: Vec<&str> = include_str!("weights.tsv")
            .lines()
            .filter(|l| !l.starts_with('#'))
            .filter_map(|l| l.split('\t').next())
            .collect();
        assert_eq!(rows, NAMES);
    }
}
