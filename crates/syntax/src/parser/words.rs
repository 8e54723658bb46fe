//! What the parser knows of a word before parsing: its rows in the table of embeddings, its tag class, and the running
//! counts that tell what stands between two words.

use crate::{Sentence, Upos, Xpos};

/// Classes of tags: the Penn tag, twice (see [`tag_class`]), the root and "no word".
pub const TAGS: usize = 2 * Xpos::ALL.len() + 2;
/// The class of the root above the sentence.
pub const ROOT_TAG: usize = TAGS - 2;
/// The class where a state has no word.
pub const NO_TAG: usize = TAGS - 1;
/// The most frequent words, which some features name directly.
pub const FREQUENT: usize = 400;

const SHAPES: usize = 64;
const ENDS: usize = 2048;

/// Rows of the embedding table that every model has before those of its vocabulary.
pub const FIXED_ROWS: usize = TAGS + SHAPES + 4 * ENDS;
/// Embedding rows a word adds up.
pub const ROWS: usize = 7;

/// A word's rows in the embedding table; the first is that of the word itself.
pub type Rows = [u32; ROWS];

/// The Penn tag, told apart where it hides a difference that matters: an auxiliary from a verb, "that" from "of".
pub fn tag_class(upos: Upos, xpos: Xpos) -> usize {
    let marked = matches!(upos, Upos::Aux | Upos::Sconj | Upos::Pron | Upos::Part);
    xpos as usize + if marked { Xpos::ALL.len() } else { 0 }
}

/// The words of a vocabulary, most frequent first, known by the hash of their folded form.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    /// `(hash, rank)`, open addressing; rank 0 is a free place.
    places: Vec<(u32, u32)>,
}

impl Vocabulary {
    /// The vocabulary of these hashes, most frequent first.
    pub fn new(hashes: &[u32]) -> Self {
        let mut places = vec![(0, 0); (hashes.len() * 2 + 1).next_power_of_two()];
        let mask = places.len() - 1;
        for (rank, &hash) in hashes.iter().enumerate() {
            let mut at = hash as usize & mask;
            while places[at].1 != 0 {
                at = (at + 1) & mask;
            }
            places[at] = (hash, rank as u32 + 1);
        }
        Self { places }
    }

    /// Rank of a word from 1, or 0 for an unknown one.
    pub fn rank(&self, hash: u32) -> u32 {
        let mask = self.places.len() - 1;
        let mut at = hash as usize & mask;
        loop {
            match self.places[at] {
                (_, 0) => return 0,
                (h, rank) if h == hash => return rank,
                _ => at = (at + 1) & mask,
            }
        }
    }
}

/// A form as the vocabulary knows it: lower case, every digit a zero.
pub fn fold(form: &str) -> String {
    form.chars()
        .flat_map(char::to_lowercase)
        .map(|c| if c.is_ascii_digit() { '0' } else { c })
        .collect()
}

/// The hash (FNV-1a, folded to 32 bits) of a string.
pub fn hash(bytes: &[u8]) -> u32 {
    let full = bytes.iter().fold(0xcbf2_9ce4_8422_2325_u64, |h, &b| {
        (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3)
    });
    (full ^ (full >> 32)) as u32
}

/// Everything about a sentence's words that does not change while it is parsed.
#[derive(Clone, Debug, Default)]
pub struct Words {
    /// Embedding rows of each word; the root is the last entry.
    pub rows: Vec<Rows>,
    /// Tag class of each word; the root is the last entry.
    pub tags: Vec<usize>,
    /// Rank of each word among the [`FREQUENT`], 0 for all others; the root is the last entry.
    pub frequent: Vec<usize>,
    /// For each place, how many commas, quotation marks, verbs and conjunctions stand before it.
    before: Vec<[u16; 4]>,
}

/// What the parser knows of a form, whatever its tag.
#[derive(Clone, Copy, Debug)]
pub struct Form {
    /// The embedding rows; that of the tag is missing.
    rows: Rows,
    /// Its rank among the [`FREQUENT`], 0 for all others.
    frequent: usize,
}

impl Form {
    /// Reads a form.
    pub fn read(form: &str, vocabulary: &Vocabulary) -> Self {
        let folded = fold(form);
        let rank = vocabulary.rank(hash(folded.as_bytes()));
        Self {
            rows: rows(form, &folded, rank),
            frequent: Some(rank as usize).filter(|&r| r <= FREQUENT).unwrap_or(0),
        }
    }
}

impl Words {
    /// Reads the forms and tags of a sentence of `text`.
    pub fn new(text: &str, sentence: &Sentence, vocabulary: &Vocabulary) -> Self {
        let mut words = Self::default();
        words.read(text, sentence, |form| Form::read(form, vocabulary));
        words
    }

    /// Reads another sentence, with what `know` knows of its forms.
    pub(super) fn read(
        &mut self,
        text: &str,
        sentence: &Sentence,
        mut know: impl FnMut(&str) -> Form,
    ) {
        self.rows.clear();
        self.tags.clear();
        self.frequent.clear();
        self.before.clear();
        let mut before = [0u16; 4];
        for token in &sentence.tokens {
            let class = tag_class(token.upos, token.xpos);
            self.push(know(token.span.of(text)), class);
            self.before.push(before);
            if let Some(kind) = divider(token.upos, token.xpos) {
                before[kind] = before[kind].wrapping_add(1);
            }
        }
        self.before.push(before);
        self.push(know("<root>"), ROOT_TAG);
    }

    fn push(&mut self, form: Form, class: usize) {
        let mut rows = form.rows;
        rows[TAG_ROW] = class as u32;
        self.rows.push(rows);
        self.tags.push(class);
        self.frequent.push(form.frequent);
    }

    /// Which dividers stand between two words, as bits: comma, quotation mark, verb, conjunction.
    pub fn between(&self, one: usize, other: usize) -> usize {
        let (from, to) = (self.before[one + 1], self.before[other]);
        (0..4).map(|k| usize::from(from[k] != to[k]) << k).sum()
    }
}

fn divider(upos: Upos, xpos: Xpos) -> Option<usize> {
    match (upos, xpos) {
        (_, Xpos::Comma) => Some(0),
        (_, Xpos::OpenQuote | Xpos::CloseQuote | Xpos::Lrb | Xpos::Rrb | Xpos::Colon) => Some(1),
        (Upos::Verb, _) => Some(2),
        (Upos::Cconj, _) => Some(3),
        _ => None,
    }
}

/// Which of the embedding rows of a word is that of its tag.
const TAG_ROW: usize = 1;

/// The embedding rows of a form: itself, its tag, which is still missing, its shape, its beginning and its endings.
fn rows(form: &str, folded: &str, rank: u32) -> Rows {
    let ends = (TAGS + SHAPES) as u32;
    let bucket = |kind: usize, part: &str| {
        let place = hash(part.as_bytes()) as usize % ENDS;
        ends + (kind * ENDS + place) as u32
    };
    [
        FIXED_ROWS as u32 + rank,
        0,
        TAGS as u32 + shape(form),
        bucket(0, head(folded, 3)),
        bucket(1, tail(folded, 2)),
        bucket(2, tail(folded, 3)),
        bucket(3, tail(folded, 4)),
    ]
}

/// Shape of a form: capitals, digits, hyphens and dots, and its length up to three.
fn shape(form: &str) -> u32 {
    let mut chars = form.chars();
    let first_upper = chars.next().is_some_and(char::is_uppercase);
    let rest_upper = chars.clone().any(char::is_uppercase);
    let digit = form.bytes().any(|b| b.is_ascii_digit());
    let mark = form.bytes().any(|b| matches!(b, b'-' | b'.' | b'/' | b'@'));
    let length = chars.take(3).count() as u32;
    [first_upper, rest_upper, digit, mark]
        .iter()
        .fold(length, |shape, &bit| shape * 2 + u32::from(bit))
}

fn head(form: &str, count: usize) -> &str {
    match form.char_indices().nth(count) {
        Some((end, _)) => &form[..end],
        None => form,
    }
}

fn tail(form: &str, count: usize) -> &str {
    match form.char_indices().nth_back(count - 1) {
        Some((start, _)) => &form[start..],
        None => form,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_vocabulary_knows_its_words_by_rank() {
        let hashes: Vec<u32> = ["the", "of", "0,000"].map(|w| hash(w.as_bytes())).to_vec();
        let vocabulary = Vocabulary::new(&hashes);
        assert_eq!(vocabulary.rank(hash(fold("The").as_bytes())), 1);
        assert_eq!(vocabulary.rank(hash(fold("3,200").as_bytes())), 3);
        assert_eq!(vocabulary.rank(hash(b"gainsay")), 0);
    }

    #[test]
    fn ends_are_cut_on_characters() {
        assert_eq!((head("élan", 3), tail("café", 2)), ("éla", "fé"));
        assert_eq!((head("a", 3), tail("a", 4)), ("a", "a"));
    }

    #[test]
    fn shapes_stay_below_their_number() {
        assert!((shape("McDonald-2000") as usize) < SHAPES);
    }
}
