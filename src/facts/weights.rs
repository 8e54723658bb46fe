//! The weights of the question model, read from `weights.tsv`: a row a feature, a column an attribute.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::claims::Attribute;

use super::features::{Features, NAMES};

static WEIGHTS: LazyLock<FxHashMap<&'static str, Features>> = LazyLock::new(|| {
    let mut lines = include_str!("weights.tsv")
        .lines()
        .skip_while(|l| !l.starts_with("# feature"));
    let columns: Vec<&str> = lines
        .next()
        .unwrap_or_default()
        .split('\t')
        .skip(1)
        .collect();
    let mut weights: FxHashMap<&str, Features> =
        columns.iter().map(|c| (*c, [0.0; NAMES.len()])).collect();
    for line in lines {
        let mut cells = line.split('\t');
        let Some(row) = cells
            .next()
            .and_then(|name| NAMES.iter().position(|n| *n == name))
        else {
            continue;
        };
        for (column, cell) in columns.iter().zip(cells) {
            if let (Some(features), Ok(weight)) = (weights.get_mut(column), cell.parse()) {
                features[row] = weight;
            }
        }
    }
    weights
});

/// The weights for an attribute; those of the column `*` where it has none of its own.
pub(super) fn of(attribute: &Attribute) -> &'static Features {
    WEIGHTS
        .get(attribute.column())
        .unwrap_or_else(|| &WEIGHTS["*"])
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
