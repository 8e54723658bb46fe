//! How the tables of words are read that stand beside the code: TSV files whose comment lines begin with `#`. They live
//! as long as the program.

pub mod calendar;
mod groups;
mod letters;
pub mod word;

pub(crate) use gainsay_table::parts;
pub(crate) use groups::Groups;
pub(crate) use letters::{capitalized, first_word, fold, letter_runs, lower, one_word, plain};

use std::collections::hash_map::Entry;
use std::hash::Hash;

use rustc_hash::{FxHashMap, FxHashSet};

/// The rows of a table as they stand.
pub(crate) fn lines(table: &'static str) -> impl Iterator<Item = &'static str> {
    let lines = table.lines();
    lines.filter(|line| !line.starts_with('#') && !line.is_empty())
}

/// The cells of each row of a table; those that a row lacks are empty.
pub(crate) fn rows<const CELLS: usize>(
    table: &'static str,
) -> impl Iterator<Item = [&'static str; CELLS]> {
    lines(table).map(|line| {
        let mut cells = parts(line, b'\t');
        std::array::from_fn(|_| cells.next().unwrap_or_default())
    })
}

/// Adds a value to those of a key. Most keys of a table have one: its list takes no more room than that.
pub(crate) fn add<K: Eq + Hash, V>(lists: &mut FxHashMap<K, Vec<V>>, key: K, value: V) {
    match lists.entry(key) {
        Entry::Occupied(list) => list.into_mut().push(value),
        Entry::Vacant(list) => {
            list.insert(vec![value]);
        }
    }
}

/// The first cells of a table.
pub(crate) fn words(table: &'static str) -> FxHashSet<&'static str> {
    rows(table).map(|[word]| word).collect()
}

#[cfg(test)]
mod tests {
    use super::rows;

    #[test]
    fn comments_are_no_rows_and_cells_that_lack_are_empty() {
        let table = "# word\tkind\nbus\tvehicle\n\nferry\n";
        let read: Vec<[&str; 2]> = rows(table).collect();
        assert_eq!(read, [["bus", "vehicle"], ["ferry", ""]]);
    }
}
