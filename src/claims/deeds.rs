//! Deeds that go together: who denies one of a thing denies what the other tells of it ("was never found", "dug it out").

use std::sync::LazyLock;

use crate::lexicon::Groups;

static DEEDS: LazyLock<Groups> = LazyLock::new(|| Groups::read(include_str!("deeds.tsv")));
static LISTS: LazyLock<Groups> = LazyLock::new(|| Groups::read(include_str!("denials.tsv")));

/// Whether a word stands in a list of `denials.tsv`.
pub fn is(list: &str, word: &str) -> bool {
    LISTS.has(list, word)
}

/// The groups of deeds that a verb belongs to.
pub fn groups(verb: &str) -> &'static [&'static str] {
    DEEDS.of(verb)
}

/// Whether two verbs go together.
pub fn go_together(one: &str, other: &str) -> bool {
    one == other || DEEDS.share(one, other)
}

#[cfg(test)]
mod tests {
    use super::{go_together, is};

    #[test]
    fn deeds_that_one_denial_covers_go_together() {
        assert!(go_together("find", "dig"));
        assert!(go_together("wear", "carry"));
        assert!(!go_together("find", "wear"));
    }

    #[test]
    fn a_word_stands_in_its_own_lists_only() {
        assert!(is("sign", "trace") && !is("sign", "hammer") && !is("partial", "trace"));
    }
}
