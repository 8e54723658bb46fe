//! Groups of words, as the tables of this folder have them: a row is a group's name and the words in it.

use rustc_hash::FxHashMap;

use crate::values::naming::rows;

/// The words of a table, each with the groups it stands in.
pub(in crate::claims) struct Groups(FxHashMap<&'static str, Vec<&'static str>>);

impl Groups {
    /// Reads a table.
    pub(in crate::claims) fn read(table: &'static str) -> Self {
        let mut groups: FxHashMap<&str, Vec<&str>> = FxHashMap::default();
        for row in rows(table) {
            if let [group, words] = row[..] {
                for word in parts(words, b' ') {
                    groups.entry(word).or_default().push(group);
                }
            }
        }
        Self(groups)
    }

    /// The groups that a word stands in.
    pub(in crate::claims) fn of(&self, word: &str) -> &[&'static str] {
        self.0.get(word).map_or(&[], Vec::as_slice)
    }

    /// Whether a word stands in a group.
    pub(in crate::claims) fn has(&self, group: &str, word: &str) -> bool {
        self.of(word).contains(&group)
    }

    /// Whether two words stand in one group.
    pub(in crate::claims) fn share(&self, one: &str, other: &str) -> bool {
        let others = self.of(other);
        self.of(one).iter().any(|group| others.contains(group))
    }
}

/// The parts of a list: as [`str::split`], which takes long for parts as short as words.
pub(in crate::claims) fn parts(
    list: &'static str,
    separator: u8,
) -> impl Iterator<Item = &'static str> {
    let mut rest = Some(list);
    std::iter::from_fn(move || {
        let list = rest?;
        let end = list.bytes().position(|byte| byte == separator);
        rest = end.and_then(|end| list.get(end + 1..));
        list.get(..end.unwrap_or(list.len()))
    })
}
