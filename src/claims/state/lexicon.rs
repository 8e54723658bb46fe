//! The words and phrases of `states.tsv` and the nouns of `bearers.tsv` as numbers: sentences are compared with them by
//! these, not by letters. `build/states.rs` lays them out, so that no run has to read the tables.

use gainsay_table::{Index, parts};

use super::State;

/// What the lexicon knows of a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Word {
    /// Its number among the words of the lexicon; 0 for any other.
    pub(super) number: u16,
    /// The kinds of bearer that it names, as bits.
    pub(super) kinds: u64,
}

/// One word of a phrase, or a gap.
#[derive(Clone, Copy, Debug)]
pub(super) enum Element {
    /// One of these words, each a form or a lemma.
    Words(Stretch),
    /// A noun of these kinds of bearer.
    Bearer(u64),
    /// A proper name.
    Name,
    /// A few words without a comma.
    Gap,
}

/// A phrase that a word can begin.
#[derive(Clone, Copy, Debug)]
pub(super) struct Phrase {
    /// The state that it names.
    pub(super) state: State,
    /// Its words.
    pub(super) elements: Stretch,
}

/// Neighbours in one of the lexicon's lists.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stretch {
    start: u16,
    end: u16,
}

/// The mark in a kind's nouns that lets proper names in.
pub(super) const NAMES: &str = "*";
/// The number of the comma, which is entered first.
pub(super) const COMMA: u16 = 1;

/// Three numbers as they are laid out: an element, or a phrase's state with where its elements begin and end.
pub(super) type Three = [[u8; 2]; 3];

/// The name of each kind of bearer; its bit is its place.
const KINDS: &str = include_str!(concat!(env!("OUT_DIR"), "/state-kinds"));
/// All words, one behind the other, where each ends, and the kinds that each names.
const WORDS: &str = include_str!(concat!(env!("OUT_DIR"), "/state-words"));
const WORD_ENDS: &[[u8; 2]] = include_bytes!(concat!(env!("OUT_DIR"), "/state-word-ends"))
    .as_chunks()
    .0;
const WORD_KINDS: &[[u8; 8]] = include_bytes!(concat!(env!("OUT_DIR"), "/state-word-kinds"))
    .as_chunks()
    .0;
static NUMBERS: Index = Index::new(include_bytes!(concat!(
    env!("OUT_DIR"),
    "/state-words.index"
)));
const CHOICES: &[[u8; 2]] = include_bytes!(concat!(env!("OUT_DIR"), "/state-choices"))
    .as_chunks()
    .0;
const ELEMENTS: &[Three] = include_bytes!(concat!(env!("OUT_DIR"), "/state-elements"))
    .as_chunks()
    .0
    .as_chunks()
    .0;
/// Phrases in the order of the words that begin them, then of the table.
const PHRASES: &[Three] = include_bytes!(concat!(env!("OUT_DIR"), "/state-phrases"))
    .as_chunks()
    .0
    .as_chunks()
    .0;
/// The words that can come second in each, as a set of the remainders of their numbers: it may hold others, too.
const SECONDS: &[[u8; 8]] = include_bytes!(concat!(env!("OUT_DIR"), "/state-seconds"))
    .as_chunks()
    .0;
/// Where the phrases of each word begin among them, by its number.
const BEGINS: &[[u8; 2]] = include_bytes!(concat!(env!("OUT_DIR"), "/state-begins"))
    .as_chunks()
    .0;

impl Stretch {
    fn of<T>(self, list: &[T]) -> &[T] {
        let stretch = usize::from(self.start)..usize::from(self.end);
        list.get(stretch).unwrap_or_default()
    }
}

/// The bit of a kind of bearer, none if there is no such kind.
pub(super) fn bit(kind: &str) -> u64 {
    let at = parts(KINDS, b' ').position(|name| name == kind);
    at.map_or(0, |at| 1 << at)
}

/// What is known of a word.
pub(super) fn word(text: &str) -> Word {
    let end = |number: usize| usize::from(u16::from_le_bytes(WORD_ENDS[number]));
    let spells = |&number: &usize| WORDS.get(end(number - 1)..end(number)) == Some(text);
    let Some(number) = NUMBERS.places(text).find(spells) else {
        return Word::default();
    };
    Word {
        number: number as u16,
        kinds: u64::from_le_bytes(WORD_KINDS[number - 1]),
    }
}

/// The phrases that a word can begin where such words follow.
pub(super) fn begun_by(word: Word, next: [Word; 2]) -> impl Iterator<Item = Phrase> {
    let begin = |at: usize| BEGINS.get(at).map_or(0, |begin| u16::from_le_bytes(*begin));
    let number = usize::from(word.number);
    let phrases = Stretch {
        start: begin(number),
        end: begin(number + 1),
    };
    let next = next.map(|word| 1_u64 << (word.number % 64));
    let next = next[0] | next[1];
    let fits = move |second: &[u8; 8]| match u64::from_le_bytes(*second) {
        u64::MAX => true,
        second => second & next != 0,
    };
    let seconds = phrases.of(SECONDS).iter();
    let phrases = phrases.of(PHRASES).iter().zip(seconds);
    phrases
        .filter(move |(_, second)| fits(second))
        .map(|(phrase, _)| {
            let [state, start, end] = phrase.map(u16::from_le_bytes);
            Phrase {
                state: State(state),
                elements: Stretch { start, end },
            }
        })
}

/// The words of a phrase.
pub(super) fn elements(phrase: Phrase) -> &'static [Three] {
    phrase.elements.of(ELEMENTS)
}

/// A word of a phrase.
pub(super) fn element(element: Three) -> Element {
    match element.map(u16::from_le_bytes) {
        [0, start, end] => Element::Words(Stretch { start, end }),
        [1, bit, _] => Element::Bearer(1 << bit),
        [2, ..] => Element::Name,
        [_, ..] => Element::Gap,
    }
}

/// Whether an element's words have that number among them.
pub(super) fn has(words: Stretch, number: u16) -> bool {
    words.of(CHOICES).contains(&number.to_le_bytes())
}
