//! Deeds that go together: who denies one of a thing denies what the other tells of it ("was never found", "dug it out").

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::values::naming::rows;

static GROUPS: LazyLock<HashMap<&str, Vec<&str>>> = LazyLock::new(|| {
    let mut groups: HashMap<&str, Vec<&str>> = HashMap::new();
    for row in rows(include_str!("deeds.tsv")) {
        if let [group, verbs] = row[..] {
            for verb in verbs.split(' ') {
                groups.entry(verb).or_default().push(group);
            }
        }
    }
    groups
});

/// The words of each list.
static LISTS: LazyLock<HashMap<&str, Vec<&str>>> = LazyLock::new(|| {
    let list = |row: Vec<&'static str>| Some((*row.first()?, row.get(1)?.split(' ').collect()));
    rows(include_str!("denials.tsv")).filter_map(list).collect()
});

/// Whether a word stands in a list of `denials.tsv`.
pub fn is(list: &str, word: &str) -> bool {
    LISTS.get(list).is_some_and(|words| words.contains(&word))
}

/// The groups of deeds that a verb belongs to.
pub fn groups(verb: &str) -> &'static [&'static str] {
    GROUPS.get(verb).map_or(&[], Vec::as_slice)
}

/// Whether two verbs go together.
pub fn go_together(one: &str, other: &str) -> bool {
    one == other
        || groups(one)
            .iter()
            .any(|group| groups(other).contains(group))
}

#[cfg(test)]
mod tests {
    use super::{LISTS, go_together, is};

    #[test]
    fn deeds_that_one_denial_covers_go_together() {
        assert!(go_together("find", "dig"));
        assert!(go_together("wear", "carry"));
        assert!(!go_together("find", "wear"));
    }

    #[test]
    fn every_list_has_words() {
        assert_eq!(LISTS.len(), 10);
        assert!(LISTS.values().all(|words| words.len() > 3));
        assert!(is("sign", "trace") && !is("sign", "hammer"));
    }
}
