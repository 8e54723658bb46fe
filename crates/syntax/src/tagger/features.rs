//! The tagger's features: keys that name a template and what it sees, shared by training and tagging so that they can
//! not drift apart.

use super::words::{self, Case, Word};

/// Features that depend on words alone.
pub const FIXED: usize = 36;
/// Features that depend on the tags before.
pub const MOVING: usize = 10;

/// What the words of a sentence have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Style {
    /// Running text.
    Text,
    /// A Headline Where Most Words Are Capitalized.
    Title,
    /// A HEADLINE IN CAPITALS.
    Capitals,
}

/// The style that the cases of its words show.
fn style(words: &[Word]) -> Style {
    let count = |case: Case| words.iter().filter(|w| w.case == case).count();
    let (lower, initial, upper) = (count(Case::Lower), count(Case::Initial), count(Case::Upper));
    let long_lower = words
        .iter()
        .filter(|w| w.case == Case::Lower && w.len > 4)
        .count();
    if lower == 0 && initial == 0 && upper > 2 {
        Style::Capitals
    } else if initial > 3 && long_lower == 0 {
        Style::Title
    } else {
        Style::Text
    }
}

/// The style of a sentence; its words are made ready for the features.
pub fn settle(words: &mut [Word]) -> Style {
    let style = style(words);
    if style == Style::Capitals {
        words::calm(words);
    }
    style
}

/// The keys of word `i` that need no tags.
pub fn fixed(words: &[Word], style: Style, i: usize) -> [u64; FIXED] {
    let at = |offset: isize| i.checked_add_signed(offset).and_then(|j| words.get(j));
    let folded = |offset| at(offset).map_or(1, |w| w.folded);
    let class = |offset| at(offset).map_or(0xffff, |w| u64::from(w.class));
    let tail = |offset, bytes: u32| at(offset).map_or(1, |w| ending(w, bytes));
    let look = |offset| at(offset).map_or(9, |w| w.case as u64);
    let word = &words[i];
    let opens = match i.checked_sub(1).map(|j| &words[j]) {
        None => 2,
        Some(before) => u64::from(before.case == Case::None && before.len < 4),
    };
    let position = opens << 8 | (style as u64) << 4;
    [
        key(1, word.folded),
        key(2, folded(-1)),
        key(3, folded(1)),
        key(4, folded(-2)),
        key(5, folded(2)),
        key(6, ending(word, 1)),
        key(7, ending(word, 2)),
        key(8, ending(word, 3)),
        key(9, ending(word, 4)),
        key(10, ending(word, 5)),
        key(11, beginning(word, 1)),
        key(12, beginning(word, 2)),
        key(13, beginning(word, 3)),
        key(14, beginning(word, 4)),
        key(15, word.shape),
        key(16, position | word.case as u64),
        key(17, pair(position | word.case as u64, ending(word, 2))),
        key(18, u64::from(word.class)),
        key(19, class(1)),
        key(20, pair(u64::from(word.class), class(1))),
        key(21, pair(class(1), class(2))),
        key(22, word.stem),
        key(23, pair(folded(-1), word.folded)),
        key(24, pair(word.folded, folded(1))),
        key(25, pair(folded(-1), folded(1))),
        key(26, tail(-1, 3)),
        key(27, tail(1, 3)),
        key(28, look(-1) << 16 | look(1) << 8 | word.case as u64),
        key(29, pair(u64::from(word.class), position | word.case as u64)),
        key(30, pair(word.stem, class(1))),
        key(31, pair(ending(word, 3), class(1))),
        key(32, tail(1, 2)),
        key(33, pair(ending(word, 3), position | word.case as u64)),
        key(34, word.listed),
        key(35, pair(word.listed, class(1))),
        key(36, pair(word.listed, position | word.case as u64)),
    ]
}

/// The keys of word `i` after the tags `one` (of the word before) and `two` (of the word before that).
pub fn moving(words: &[Word], i: usize, one: u8, two: u8) -> [u64; MOVING] {
    let word = &words[i];
    let next = words.get(i + 1).map_or(0xffff, |w| u64::from(w.class));
    let (one, two) = (u64::from(one), u64::from(two) << 8);
    [
        key(40, one),
        key(41, two | one),
        key(42, pair(one, word.folded)),
        key(43, pair(one, u64::from(word.class))),
        key(44, pair(one, next)),
        key(45, pair(two | one, u64::from(word.class))),
        key(46, pair(one << 16 | u64::from(word.class), next)),
        key(47, pair(one, ending(word, 3))),
        key(48, pair(one, word.listed)),
        key(49, pair(two | one, word.listed)),
    ]
}

/// The last bytes of a word, and whether it is that short.
fn ending(word: &Word, bytes: u32) -> u64 {
    let whole = u64::from(word.len <= bytes as usize) << 56;
    word.tail & ((1 << (8 * bytes)) - 1) | whole
}

/// The first bytes of a word.
fn beginning(word: &Word, bytes: u32) -> u64 {
    word.head & ((1 << (8 * bytes)) - 1)
}

/// Two values as one.
fn pair(one: u64, other: u64) -> u64 {
    (one.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ other).rotate_left(23)
}

/// A key whose upper and lower bits all depend on the template and the value.
fn key(template: u64, value: u64) -> u64 {
    let mut key = value ^ template.wrapping_mul(0xd6e8_feb8_6659_fd93);
    key = (key ^ key >> 32).wrapping_mul(0xd6e8_feb8_6659_fd93);
    key ^ key >> 29
}
