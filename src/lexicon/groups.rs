//! Tables whose rows are a group's name and the words in it.

use rustc_hash::{FxBuildHasher, FxHashMap};

use super::{add, parts, rows};

/// The words of a table in their groups.
pub(crate) struct Groups {
    groups: FxHashMap<&'static str, Vec<&'static str>>,
    /// The groups that each word stands in.
    of: FxHashMap<&'static str, Vec<&'static str>>,
}

impl Groups {
    /// Reads a table; `+` stands for a blank inside a phrase.
    pub(crate) fn read(table: &'static str) -> Self {
        let mut groups: FxHashMap<&str, Vec<&str>> = FxHashMap::default();
        // A word and the blank behind it take six bytes and more.
        let mut of = FxHashMap::with_capacity_and_hasher(table.len() / 8, FxBuildHasher);
        for [group, words] in rows(table) {
            let members = groups.entry(group).or_default();
            members.reserve(words.len() / 6);
            for word in parts(words, b' ').map(phrase) {
                members.push(word);
                add(&mut of, word, group);
            }
        }
        Self { groups, of }
    }

    /// The groups that a word stands in.
    pub(crate) fn of(&self, word: &str) -> &[&'static str] {
        self.of.get(word).map_or(&[], Vec::as_slice)
    }

    /// Whether a word stands in a group.
    pub(crate) fn has(&self, group: &str, word: &str) -> bool {
        debug_assert!(self.groups.contains_key(group), "no group {group}");
        self.of(word).contains(&group)
    }

    /// The words of a group, in the table's order.
    pub(crate) fn words(&self, group: &str) -> &[&'static str] {
        debug_assert!(self.groups.contains_key(group), "no group {group}");
        self.groups.get(group).map_or(&[], Vec::as_slice)
    }

    /// Whether two words stand in one group.
    pub(crate) fn share(&self, one: &str, other: &str) -> bool {
        let others = self.of(other);
        self.of(one).iter().any(|group| others.contains(group))
    }
}

fn phrase(words: &'static str) -> &'static str {
    if words.contains('+') {
        words.replace('+', " ").leak()
    } else {
        words
    }
}
