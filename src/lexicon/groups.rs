//! Tables whose rows are a group's name and the words in it.

use rustc_hash::FxHashMap;

use super::{parts, rows};

/// The words of a table, each with the groups it stands in.
pub(crate) struct Groups(FxHashMap<&'static str, Vec<&'static str>>);

impl Groups {
    /// Reads a table.
    pub(crate) fn read(table: &'static str) -> Self {
        let mut groups: FxHashMap<&str, Vec<&str>> = FxHashMap::default();
        for [group, words] in rows(table) {
            for word in parts(words, b' ') {
                groups.entry(word).or_default().push(group);
            }
        }
        Self(groups)
    }

    /// The groups that a word stands in.
    pub(crate) fn of(&self, word: &str) -> &[&'static str] {
        self.0.get(word).map_or(&[], Vec::as_slice)
    }

    /// Whether a word stands in a group.
    pub(crate) fn has(&self, group: &str, word: &str) -> bool {
        self.of(word).contains(&group)
    }

    /// Whether two words stand in one group.
    pub(crate) fn share(&self, one: &str, other: &str) -> bool {
        let others = self.of(other);
        self.of(one).iter().any(|group| others.contains(group))
    }
}
