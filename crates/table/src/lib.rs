//! Rows of an embedded text, found by the hash of a word.
//!
//! A build script lays the index out, so that a run neither reads the text nor builds a map of it: it pays for the rows
//! that it looks up and for no other. [`Layout`] is for the build script, [`Index`] and [`Table`] are for the program.

mod index;
mod layout;

pub use index::{Index, Table, row_at};
pub use layout::{Layout, rows};

/// The parts of a list: as [`str::split`], which takes long for parts as short as words.
pub fn parts(list: &str, separator: u8) -> impl Iterator<Item = &str> {
    let mut rest = Some(list);
    std::iter::from_fn(move || {
        let list = rest?;
        let end = list.bytes().position(|byte| byte == separator);
        rest = end.and_then(|end| list.get(end + 1..));
        list.get(..end.unwrap_or(list.len()))
    })
}

/// Bits of a slot that hold a place in the text; the others hold bits of the word's hash.
const PLACE_BITS: u32 = 20;

/// Stands in a slot that is free: no place in a text is that far.
const FREE: u32 = u32::MAX;

/// A hash of a word, the same on every machine.
fn hash(word: &[u8]) -> u64 {
    const FACTOR: u64 = 0xd6e8_feb8_6659_fd93;
    let mix = |hash: u64, part: u64| {
        let mixed = (hash ^ part).wrapping_mul(FACTOR);
        mixed ^ mixed >> 32
    };
    let (whole, rest) = word.as_chunks::<8>();
    let hash = whole.iter().fold(word.len() as u64, |hash, part| {
        mix(hash, u64::from_le_bytes(*part))
    });
    mix(
        hash,
        rest.iter()
            .fold(0, |part, &byte| part << 8 | u64::from(byte)),
    )
}

/// The slot at which a search begins among so many, a power of two.
fn home(hash: u64, slots: usize) -> usize {
    hash as usize & (slots - 1)
}

/// What a slot holds of a word's hash.
fn check(hash: u64) -> u32 {
    ((hash >> (32 + PLACE_BITS)) as u32) << PLACE_BITS
}

#[cfg(test)]
mod tests {
    use super::{Layout, Table};

    const TEXT: &str = "# word<TAB>kind\noak\ttree\nreed\tgrass\noak\twood\nmoss\n";

    fn table() -> Table {
        Table::new(TEXT, Layout::of_rows(TEXT).bytes().leak())
    }

    #[test]
    fn a_word_has_its_rows_in_their_order() {
        assert!(table().rows("oak").eq(["tree", "wood"]));
        assert!(table().rows("moss").eq([""]));
    }

    #[test]
    fn other_words_have_none() {
        for word in ["", "oa", "oakum", "kind", "# word", "tree"] {
            assert!(!table().has(word), "{word}");
        }
    }
}
