//! The weights of the question model, as `weights.tsv` holds them: a row a feature, a column an attribute.

use std::fmt;
use std::sync::{Arc, LazyLock};

use crate::claims::Attribute;

use super::features::{Features, NAMES};

/// The column of the attributes that have none of their own.
const OTHERS: &str = "*";

const HEAD: &str =
    "# Weights of the question model by attribute: what makes two claims answers to one question.
# source: fitted by `gainsay-measure weights`; licence: MIT OR Apache-2.0
";
/// What the line begins with that names the columns.
const COLUMNS: &str = "# feature";

/// The weights of every feature by column: the name of an attribute, or `*` for those without a column.
///
/// Its `Display` is the table that [`Weights::read`] reads, with weights to two digits.
#[derive(Clone, Debug)]
pub struct Weights {
    columns: Arc<[(String, Features)]>,
    /// Which column is [`OTHERS`].
    others: usize,
}

static BUILT_IN: LazyLock<Weights> =
    LazyLock::new(|| Weights::read(include_str!("weights.tsv")).expect("a test reads this table"));

impl Default for Weights {
    /// Those that the program was built with.
    fn default() -> Self {
        BUILT_IN.clone()
    }
}

impl Weights {
    /// Reads a table: a line "# feature" with the columns, then a line a feature. Features that it lacks weigh nothing.
    ///
    /// # Errors
    ///
    /// The table has no line of columns or none for `*`, names an unknown feature, or holds something else than numbers.
    pub fn read(table: &str) -> Result<Self, String> {
        let mut lines = table.lines();
        let header = lines
            .find_map(|line| line.strip_prefix(COLUMNS))
            .ok_or_else(|| format!("weights: no line begins with {COLUMNS:?}"))?;
        let names = header.split('\t').skip(1);
        let mut columns: Vec<(String, Features)> = names
            .map(|name| (name.to_owned(), [0.0; NAMES.len()]))
            .collect();
        for line in lines {
            let (name, cells) = line.split_once('\t').unwrap_or((line, ""));
            let row = NAMES.iter().position(|&feature| feature == name);
            let row = row.ok_or_else(|| format!("weights: there is no feature {name:?}"))?;
            for ((_, features), cell) in columns.iter_mut().zip(cells.split('\t')) {
                let weight = cell.parse();
                features[row] =
                    weight.map_err(|_| format!("weights: {cell:?} of {name:?} is no number"))?;
            }
        }
        let others = columns.iter().position(|(name, _)| name == OTHERS);
        Ok(Self {
            others: others.ok_or_else(|| format!("weights: no column {OTHERS:?}"))?,
            columns: columns.into(),
        })
    }

    /// The weights that `fit` makes of each column's name and weights.
    #[must_use]
    pub fn map(&self, fit: impl Fn(&str, &Features) -> Features) -> Self {
        let columns = self.columns.iter();
        let fitted = columns.map(|(name, features)| (name.clone(), fit(name, features)));
        Self {
            columns: fitted.collect(),
            others: self.others,
        }
    }

    /// Whether samples of an attribute, by the name of its column, teach a column: all of them teach that of the others.
    pub fn teaches(attribute: &str, column: &str) -> bool {
        column == OTHERS || attribute == column
    }

    /// The weights for an attribute.
    pub(super) fn of(&self, attribute: &Attribute) -> &Features {
        let name = attribute.column();
        let own = self.columns.iter().find(|(column, _)| column == name);
        &own.unwrap_or(&self.columns[self.others]).1
    }
}

impl fmt::Display for Weights {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{HEAD}{COLUMNS}")?;
        for (name, _) in &*self.columns {
            write!(f, "\t{name}")?;
        }
        for (row, name) in NAMES.iter().enumerate() {
            write!(f, "\n{name}")?;
            for (_, features) in &*self.columns {
                write!(f, "\t{:.2}", features[row])?;
            }
        }
        writeln!(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_written_as_it_is_read() {
        let table = include_str!("weights.tsv");
        assert_eq!(Weights::read(table).unwrap().to_string(), table);
    }

    #[test]
    fn what_is_no_table_is_told_apart() {
        let problem = |table: &str| Weights::read(table).unwrap_err();
        assert_eq!(problem(""), r##"weights: no line begins with "# feature""##);
        assert_eq!(problem("# feature\twhen"), r#"weights: no column "*""#);
        let no_feature = "# feature\t*\nmood\t1";
        assert_eq!(
            problem(no_feature),
            r#"weights: there is no feature "mood""#
        );
        let no_number = "# feature\t*\nbias\thigh";
        assert_eq!(
            problem(no_number),
            r#"weights: "high" of "bias" is no number"#
        );
    }
}
