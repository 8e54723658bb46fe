//! Words found by their letters: read eight at a time, and looked up by one multiplication, which turns away most words
//! that stand in no table.

/// Up to sixteen letters of a word in lower case, the first in the lowest byte; none but its own end in nought.
pub(super) type Key = u128;

/// The bytes of the longest word that has a key of its own.
pub(super) const LONGEST: usize = 16;

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGH: u64 = 0x80 * ONES;

/// The key of a word: that of its first sixteen bytes.
#[inline]
pub(super) fn key(word: impl AsRef<[u8]>) -> Key {
    sixteen(word.as_ref(), lower)
}

/// The key of a word as it is written: "Police" is not "police".
#[inline]
pub(super) fn written(word: impl AsRef<[u8]>) -> Key {
    sixteen(word.as_ref(), |bytes| bytes)
}

/// The first sixteen bytes of a word, as `read` has each eight of them.
#[inline]
fn sixteen(word: &[u8], read: impl Fn(u64) -> u64) -> Key {
    let first = read(eight(word));
    match word.get(8..) {
        None | Some([]) => Key::from(first),
        Some(rest) => Key::from(first) | Key::from(read(eight(rest))) << 64,
    }
}

/// The key of the run of ASCII letters with which `text` begins, and how many they are.
#[inline]
pub(super) fn letters(text: &[u8]) -> (Key, usize) {
    let (first, length) = eight_letters(text);
    if length < 8 {
        return (Key::from(first), length);
    }
    let (rest, more) = eight_letters(&text[8..]);
    let key = Key::from(first) | Key::from(rest) << 64;
    let mut length = length + more;
    if more == 8 {
        let beyond = text[length..].iter();
        length += beyond.take_while(|byte| byte.is_ascii_alphabetic()).count();
    }
    (key, length)
}

/// The letters among the first eight bytes, up to the first byte that is none, and how many they are.
#[inline]
fn eight_letters(text: &[u8]) -> (u64, usize) {
    let bytes = eight(text);
    let small = bytes | (0x20 * ONES);
    let others = HIGH & !(between(small, b'a', b'z') & !bytes);
    let length = (others.trailing_zeros() / 8) as usize;
    // The lowest bit of the first byte that is none, less one, covers the bytes below it.
    let taken = ((others & others.wrapping_neg()) >> 7).wrapping_sub(1);
    (small & taken, length)
}

/// The first eight bytes, noughts behind the last.
#[inline]
fn eight(text: &[u8]) -> u64 {
    if let Some(first) = text.first_chunk() {
        return u64::from_le_bytes(*first);
    }
    if let (Some(first), Some(last)) = (text.first_chunk(), text.last_chunk()) {
        // Four to seven bytes: the first four and the last, some of which are the same.
        let four = |four: &[u8; 4]| u64::from(u32::from_le_bytes(*four));
        return four(first) | four(last) << (8 * (text.len() - 4));
    }
    let bytes = text.iter().rev();
    bytes.fold(0, |number, &byte| number << 8 | u64::from(byte))
}

/// Eight bytes with their ASCII letters in lower case.
#[inline]
fn lower(bytes: u64) -> u64 {
    let capitals = between(bytes, b'A', b'Z') & !bytes & HIGH;
    bytes | capitals >> 2
}

/// The highest bit of each byte that lies between two ASCII characters, its own highest bit aside.
#[inline]
const fn between(bytes: u64, first: u8, last: u8) -> u64 {
    let low = bytes & !HIGH;
    let reached = low + (0x80 - first as u64) * ONES;
    let passed = low + (0x7F - last as u64) * ONES;
    (reached & !passed) & HIGH
}

/// What is known of words, by their keys.
pub(super) struct Words<T> {
    /// The row of a word at the place that its key tells or soon after, counted from one; nought ends the search.
    slots: Vec<u16>,
    rows: Vec<(Key, T)>,
    shift: u32,
}

impl<T> Words<T> {
    /// The table of these rows, no key of which comes twice.
    pub(super) fn new(rows: Vec<(Key, T)>) -> Self {
        // Four of five places are empty: most searches end where they begin.
        let size = (5 * rows.len()).next_power_of_two().max(2);
        let mut words = Self {
            slots: vec![0; size],
            rows,
            shift: 64 - size.trailing_zeros(),
        };
        for row in 0..words.rows.len() {
            let mut place = words.place(words.rows[row].0);
            while words.slots[place] != 0 {
                place = (place + 1) % size;
            }
            words.slots[place] = u16::try_from(row + 1).expect("a table of words is small");
        }
        words
    }

    /// The keys of all words, with what is known of them.
    pub(super) fn rows(&self) -> &[(Key, T)] {
        &self.rows
    }

    /// What is known of the word with that key.
    #[inline]
    pub(super) fn get(&self, key: Key) -> Option<&T> {
        let mut place = self.place(key);
        loop {
            let row = usize::from(self.slots[place]).checked_sub(1)?;
            let (known, value) = &self.rows[row];
            if *known == key {
                return Some(value);
            }
            place = (place + 1) % self.slots.len();
        }
    }

    /// Where the search for a key begins: the highest bits of a product depend on all letters.
    #[inline]
    fn place(&self, key: Key) -> usize {
        let letters = key as u64 ^ ((key >> 64) as u64).rotate_left(32);
        (letters.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> self.shift) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::{Words, key, letters};
    use proptest::prelude::*;

    #[test]
    fn a_word_is_found_in_any_case_and_no_other() {
        let rows = ["noon", "Sept", "extraordinarily", "½"];
        let words = Words::new(rows.iter().map(|word| (key(word), *word)).collect());
        let found = |word: &str| words.get(key(word)).copied();
        assert_eq!((found("NOON"), found("sept")), (Some("noon"), Some("Sept")));
        assert_eq!(
            (found("½"), found("noo"), found("noons")),
            (Some("½"), None, None)
        );
        assert_eq!(found("Extraordinarily"), Some("extraordinarily"));
    }

    proptest! {
        #[test]
        fn letters_are_those_that_one_counts(text in "[a-zA-Z]{0,20}[ -~é]{0,4}") {
            let count = text.bytes().take_while(u8::is_ascii_alphabetic).count();
            let wanted = key(text[..count].to_ascii_lowercase());
            prop_assert_eq!(letters(text.as_bytes()), (wanted, count));
        }
    }
}
