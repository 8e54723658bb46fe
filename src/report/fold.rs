//! A row that hundreds of articles answer, folded so that it can be read: the first of each answer, and how many more.

use crate::comparison::Side;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// So many sources stand in a cell; of more, fewer stand there by [`NAMED`].
const CELL: usize = 12;
/// Of more sources than fit a cell, so many are named.
const NAMED: usize = 8;
/// So many quotes stand below a table; of more, only the first of each answer.
const QUOTES: usize = 24;
/// So many quotes of an answer are its first.
const FIRST: usize = 3;
/// So many answers of a row are told; quoted are those that most accounts give.
const ANSWERS: usize = 8;

/// "Courier, Gazette": the sources of an answer; of hundreds the first and "and 312 more".
pub(crate) fn names(sources: &[String]) -> String {
    if sources.len() <= CELL {
        return sources.join(", ");
    }
    let (named, more) = sources.split_at(NAMED);
    format!("{} and {} more", named.join(", "), more.len())
}

/// The first answers, and how many are left out.
pub(crate) fn answers<T>(groups: Vec<T>) -> (Vec<T>, usize) {
    let more = groups.len().saturating_sub(ANSWERS);
    (groups.into_iter().take(ANSWERS).collect(), more)
}

/// The sides that are quoted, in their order, and how many are left out.
pub(crate) fn sides(all: Vec<Side>) -> (Vec<Side>, usize) {
    if all.len() <= QUOTES {
        return (all, 0);
    }
    let mut by_answer: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (i, side) in all.iter().enumerate() {
        by_answer.entry(&side.value).or_default().push(i);
    }
    let mut groups: Vec<Vec<usize>> = by_answer.into_values().collect();
    groups.sort_by_key(|group| Reverse(group.len()));
    let (groups, _) = answers(groups);
    let first = groups.iter().flat_map(|group| group.iter().take(FIRST));
    let mut first: Vec<usize> = first.copied().collect();
    first.sort_unstable();
    let more = all.len() - first.len();
    (first.into_iter().map(|i| all[i].clone()).collect(), more)
}
