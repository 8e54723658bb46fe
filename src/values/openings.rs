//! A look that comes before a table's: the first two letters and the length of most words tell that the table has none.

/// Which lengths the words of a table have, by their first two letters in either case.
pub(super) struct Openings(Vec<u32>);

impl Openings {
    /// The openings of these words.
    pub(super) fn new<'a>(words: impl Iterator<Item = &'a [u8]>) -> Self {
        let mut lengths = vec![0; 1 << 10];
        for word in words {
            lengths[place(word)] |= length(word);
        }
        Self(lengths)
    }

    /// Whether the table may have that word; if not, it has not.
    #[inline]
    pub(super) fn may_have(&self, word: &str) -> bool {
        self.0[place(word.as_bytes())] & length(word.as_bytes()) != 0
    }
}

/// A word's first sixteen bytes in lower case as a number: the key of tables whose words are no longer.
#[inline]
pub(super) fn key(word: &str) -> u128 {
    word.bytes().take(16).fold(0, |key, byte| {
        key << 8 | u128::from(byte.to_ascii_lowercase())
    })
}

/// Letters differ in their lower five bits, cases do not.
#[inline]
fn place(word: &[u8]) -> usize {
    let letter = |at: usize| usize::from(word.get(at).map_or(0, |byte| byte & 31));
    letter(0) << 5 | letter(1)
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
        assert!(openings.may_have("NOON") && openings.may_have("nook"));
        assert!(!openings.may_have("noons") && !openings.may_have("soon"));
    }
}
