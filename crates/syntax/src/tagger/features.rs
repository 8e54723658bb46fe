//! The tagger's features: keys that name a template and what it sees, shared by training and tagging so that they can
//! not drift apart.

use super::words::{self, Case, Word};

/// Features that depend on words alone.
pub const FIXED: usize = OWN + BEFORE + AFTER + AHEAD + 2 * FAR + AROUND;
/// Features that depend on the tags before.
pub const MOVING: usize = BEHIND + BETWEEN;
/// Features that see nothing but the word and how it stands.
pub(super) const OWN: usize = 19;
const BEFORE: usize = 3;
const AFTER: usize = 5;
const AHEAD: usize = 4;
const FAR: usize = 1;
const AROUND: usize = 6;
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

/// How many ways there are to stand in a sentence.
pub(super) const OPENINGS: usize = 9;

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

    /// The number of this way to stand, below [`OPENINGS`].
    pub(super) fn number(self) -> usize {
        usize::from(self.opens) * 3 + self.style as usize
    }

    /// That, and the case of the word, as one value.
    fn with(self, case: Case) -> u64 {
        u64::from(self.opens) << 8 | (self.style as u64) << 4 | case as u64
    }
}

/// The keys of word `i` that need no tags.
pub fn fixed(words: &[Word], style: Style, i: usize) -> [u64; FIXED] {
    join(&[
        &own(&words[i], Opening::of(words, style, i)),
        &before(at(words, i, -1)),
        &after(at(words, i, 1)),
        &ahead(words, i),
        &far_before(at(words, i, -2)),
        &far_after(at(words, i, 2)),
        &around(words, i),
    ])
}

/// The keys that see a word and words or tags beside it.
pub(super) fn several(
    words: &[Word],
    i: usize,
    one: u8,
    two: u8,
) -> [u64; AHEAD + AROUND + MOVING] {
    join(&[
        &ahead(words, i),
        &around(words, i),
        &moving(words, i, one, two),
    ])
}

/// The keys of several groups.
fn join<const N: usize>(groups: &[&[u64]]) -> [u64; N] {
    let mut keys = [0; N];
    let mut rest = keys.as_mut_slice();
    for group in groups {
        let (first, others) = rest.split_at_mut(group.len());
        first.copy_from_slice(group);
        rest = others;
    }
    keys
}

/// The word at some distance from word `i`, if the sentence has it.
fn at(words: &[Word], i: usize, offset: isize) -> Option<&Word> {
    words.get(i.checked_add_signed(offset)?)
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

/// How many keys [`alone`] gives.
pub(super) const ALONE: usize = BEFORE + 2 * FAR;

/// The keys that see nothing but this word: from the word after it, from two places after it and from two before it.
pub(super) fn alone(word: Option<&Word>) -> [u64; ALONE] {
    join(&[&before(word), &far_before(word), &far_after(word)])
}

/// The keys that see nothing but the word before.
fn before(word: Option<&Word>) -> [u64; BEFORE] {
    [
        key(2, folded(word)),
        key(26, tail(word, 3)),
        key(50, listed(word)),
    ]
}

/// The keys that see nothing but the word after.
pub(super) fn after(word: Option<&Word>) -> [u64; AFTER] {
    [
        key(3, folded(word)),
        key(19, u64::from(class(word))),
        key(27, tail(word, 3)),
        key(32, tail(word, 2)),
        key(51, listed(word)),
    ]
}

/// The keys that see word `i` and the usual tags of the word after.
fn ahead(words: &[Word], i: usize) -> [u64; AHEAD] {
    let word = &words[i];
    let next = u64::from(class(at(words, i, 1)));
    [
        key(20, pair(u64::from(word.class), next)),
        key(30, pair(word.stem, next)),
        key(31, pair(ending(word, 3), next)),
        key(35, pair(word.listed, next)),
    ]
}

/// The key that sees nothing but the word two places before.
fn far_before(word: Option<&Word>) -> [u64; FAR] {
    [key(4, folded(word))]
}

/// The key that sees nothing but the word two places after.
fn far_after(word: Option<&Word>) -> [u64; FAR] {
    [key(5, folded(word))]
}

/// The keys that see several words at once.
fn around(words: &[Word], i: usize) -> [u64; AROUND] {
    let look = |word: Option<&Word>| word.map_or(9, |w| w.case as u64);
    let word = &words[i];
    let (before, after) = (at(words, i, -1), at(words, i, 1));
    let next = u64::from(class(after));
    [
        key(21, pair(next, u64::from(class(at(words, i, 2))))),
        key(23, pair(folded(before), word.folded)),
        key(24, pair(word.folded, folded(after))),
        key(25, pair(folded(before), folded(after))),
        key(28, look(before) << 16 | look(after) << 8 | word.case as u64),
        key(52, pair(listed(before), word.listed)),
    ]
}

/// The keys of word `i` after the tags `one` (of the word before) and `two` (of the word before that).
pub fn moving(words: &[Word], i: usize, one: u8, two: u8) -> [u64; MOVING] {
    join(&[&behind(&words[i], one), &between(words, i, one, two)])
}

/// The keys that see the word and the tag before.
fn behind(word: &Word, one: u8) -> [u64; BEHIND] {
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
fn between(words: &[Word], i: usize, one: u8, two: u8) -> [u64; BETWEEN] {
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

/// What the lists know of a word.
fn listed(word: Option<&Word>) -> u64 {
    word.map_or(u64::MAX, |w| w.listed)
}

/// The number of the usual tags of a word.
fn class(word: Option<&Word>) -> u16 {
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
