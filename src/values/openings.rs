//! A look that comes before a table's: four letters and the length of most words tell that the table has none.

use super::words::Key;

/// Which lengths, third and last letters the words of a table have, by their first two letters in either case.
pub(super) struct Openings(Vec<Sets>);

/// Sets of lengths and of letters.
#[derive(Clone, Copy, Default)]
struct Sets {
    lengths: u32,
    thirds: u32,
    lasts: u32,
}

impl Openings {
    /// The openings of these words.
    pub(super) fn new<'a>(words: impl Iterator<Item = &'a [u8]>) -> Self {
        let mut openings = Self(vec![Sets::default(); 1 << 10]);
        words.for_each(|word| openings.enter(word));
        openings
    }

    /// The openings of the words that have these keys.
    pub(super) fn of_keys<'a>(keys: impl Iterator<Item = &'a Key>) -> Self {
        let mut openings = Self(vec![Sets::default(); 1 << 10]);
        for key in keys {
            let letters = key.to_le_bytes();
            let end = letters.partition_point(|&byte| byte != 0);
            openings.enter(&letters[..end]);
        }
        openings
    }

    fn enter(&mut self, word: &[u8]) {
        let sets = &mut self.0[place(word)];
        sets.lengths |= length(word);
        sets.thirds |= third(word);
        sets.lasts |= last(word);
    }

    /// Whether the table may have that word; if not, it has not.
    #[inline]
    pub(super) fn may_have(&self, word: impl AsRef<[u8]>) -> bool {
        let word = word.as_ref();
        let sets = &self.0[place(word)];
        sets.lengths & length(word) != 0
            && sets.lasts & last(word) != 0
            && sets.thirds & third(word) != 0
    }

    /// Whether a word of the table may begin with the same two letters; if not, none does.
    #[inline]
    pub(super) fn may_begin(&self, word: &str) -> bool {
        self.0[place(word.as_bytes())].lengths != 0
    }
}

/// Letters differ in their lower five bits, cases do not.
#[inline]
fn place(word: &[u8]) -> usize {
    let (first, second) = match *word {
        [first, second, ..] => (first, second),
        [only] => (only, 0),
        [] => (0, 0),
    };
    usize::from(first & 31) << 5 | usize::from(second & 31)
}

#[inline]
fn third(word: &[u8]) -> u32 {
    1 << word.get(2).map_or(0, |byte| byte & 31)
}

#[inline]
fn last(word: &[u8]) -> u32 {
    1 << word.last().map_or(0, |byte| byte & 31)
}

#[inline]
fn length(word: &[u8]) -> u32 {
    1 << word.len().min(31)
}

#[cfg(test)]
mod tests {
    use super::Openings;

    #[test]
    fn a_word_of_the_table_is_never_turned_away() {
        let words = ["noon", "Sept", "a", "½"];
        let openings = Openings::new(words.iter().map(|word| word.as_bytes()));
        assert!(words.iter().all(|word| openings.may_have(word)));
        assert!(openings.may_have("NOON") && !openings.may_have("noun"));
        assert!(!openings.may_have("noons") && !openings.may_have("soon"));
    }
}
