//! The tagger's features: keys that name a template and what it sees, shared by training and tagging so that they can
//! not drift apart.

use super::words::{self, Case, Word};

/// Features that depend on words alone.
pub const FIXED: usize = OWN + BEFORE + AFTER + AHEAD + AROUND;
/// Features that depend on the tags before.
pub const MOVING: usize = BEHIND + BETWEEN;
const OWN: usize = 19;
const BEFORE: usize = 2;
const AFTER: usize = 4;
const AHEAD: usize = 4;
const AROUND: usize = 7;
const BEHIND: usize = 5;
const BETWEEN: usize = 5;

/// What the words of a sentence have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
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

/// How a word stands in its sentence: what comes before it, and the sentence's style.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Opening {
    opens: u8,
    style: Style,
}

impl Opening {
    /// How word `i` stands: it is the first, it stands after a mark, or neither.
    pub fn of(words: &[Word], style: Style, i: usize) -> Self {
        let opens = match i.checked_sub(1).map(|j| &words[j]) {
            None => 2,
            Some(before) => u8::from(before.case == Case::None && before.len < 4),
        };
        Self { opens, style }
    }

    /// That, and the case of the word, as one value.
    fn with(self, case: Case) -> u64 {
        u64::from(self.opens) << 8 | (self.style as u64) << 4 | case as u64
    }
}

/// The keys of word `i` that need no tags.
pub fn fixed(words: &[Word], style: Style, i: usize) -> [u64; FIXED] {
    let mut keys = [0; FIXED];
    let groups: [&[u64]; 5] = [
        &own(&words[i], Opening::of(words, style, i)),
        &before(i.checked_sub(1).map(|j| &words[j])),
        &after(words.get(i + 1)),
        &ahead(&words[i], class(words.get(i + 1))),
        &around(words, i),
    ];
    for (key, made) in keys.iter_mut().zip(groups.into_iter().flatten()) {
        *key = *made;
    }
    keys
}

/// The keys that see the word alone and how it stands.
pub(super) fn own(word: &Word, opening: Opening) -> [u64; OWN] {
    let stands = opening.with(word.case);
    [
        key(1, word.folded),
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
        key(16, stands),
        key(17, pair(stands, ending(word, 2))),
        key(18, u64::from(word.class)),
        key(22, word.stem),
        key(29, pair(u64::from(word.class), stands)),
        key(33, pair(ending(word, 3), stands)),
        key(34, word.listed),
        key(36, pair(word.listed, stands)),
    ]
}

/// The keys that see nothing but the word before.
pub(super) fn before(word: Option<&Word>) -> [u64; BEFORE] {
    [key(2, folded(word)), key(26, tail(word, 3))]
}

/// The keys that see nothing but the word after.
pub(super) fn after(word: Option<&Word>) -> [u64; AFTER] {
    [
        key(3, folded(word)),
        key(19, u64::from(class(word))),
        key(27, tail(word, 3)),
        key(32, tail(word, 2)),
    ]
}

/// The keys that see the word and the usual tags of the word after.
pub(super) fn ahead(word: &Word, next: u16) -> [u64; AHEAD] {
    let next = u64::from(next);
    [
        key(20, pair(u64::from(word.class), next)),
        key(30, pair(word.stem, next)),
        key(31, pair(ending(word, 3), next)),
        key(35, pair(word.listed, next)),
    ]
}

/// The keys that see words two places away, or several words at once.
pub(super) fn around(words: &[Word], i: usize) -> [u64; AROUND] {
    let at = |offset: isize| i.checked_add_signed(offset).and_then(|j| words.get(j));
    let look = |word: Option<&Word>| word.map_or(9, |w| w.case as u64);
    let word = &words[i];
    let (before, after) = (at(-1), at(1));
    [
        key(4, folded(at(-2))),
        key(5, folded(at(2))),
        key(21, pair(u64::from(class(after)), u64::from(class(at(2))))),
        key(23, pair(folded(before), word.folded)),
        key(24, pair(word.folded, folded(after))),
        key(25, pair(folded(before), folded(after))),
        key(28, look(before) << 16 | look(after) << 8 | word.case as u64),
    ]
}

/// The keys of word `i` after the tags `one` (of the word before) and `two` (of the word before that).
pub fn moving(words: &[Word], i: usize, one: u8, two: u8) -> [u64; MOVING] {
    let mut keys = [0; MOVING];
    let (behind, between) = (behind(&words[i], one), between(words, i, one, two));
    for (key, made) in keys.iter_mut().zip(behind.iter().chain(&between)) {
        *key = *made;
    }
    keys
}

/// The keys that see the word and the tag before.
pub(super) fn behind(word: &Word, one: u8) -> [u64; BEHIND] {
    let one = u64::from(one);
    [
        key(40, one),
        key(42, pair(one, word.folded)),
        key(43, pair(one, u64::from(word.class))),
        key(47, pair(one, ending(word, 3))),
        key(48, pair(one, word.listed)),
    ]
}

/// The keys that see two tags, or a tag and the word after.
pub(super) fn between(words: &[Word], i: usize, one: u8, two: u8) -> [u64; BETWEEN] {
    let word = &words[i];
    let next = u64::from(class(words.get(i + 1)));
    let one = u64::from(one);
    let both = u64::from(two) << 8 | one;
    [
        key(41, both),
        key(44, pair(one, next)),
        key(45, pair(both, u64::from(word.class))),
        key(46, pair(one << 16 | u64::from(word.class), next)),
        key(49, pair(both, word.listed)),
    ]
}

fn folded(word: Option<&Word>) -> u64 {
    word.map_or(1, |w| w.folded)
}

/// The number of the usual tags of a word.
pub(super) fn class(word: Option<&Word>) -> u16 {
    word.map_or(0xffff, |w| w.class)
}

fn tail(word: Option<&Word>, bytes: u32) -> u64 {
    word.map_or(1, |w| ending(w, bytes))
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
