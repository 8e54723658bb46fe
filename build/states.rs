//! The phrases that name states, as the numbers of their words: `src/claims/state/lexicon.rs` reads what is laid out here.
//!
//! All numbers are little-endian. Words are counted from 1 in the order in which the tables first name them.

use std::collections::HashMap;

use gainsay_table::{Layout, parts, rows};

/// What is written of one table, by the names of the files.
pub(crate) type Files = Vec<(&'static str, Vec<u8>)>;

/// The lexicon while it is put together.
#[derive(Default)]
struct Lexicon<'a> {
    numbers: HashMap<&'a str, u16>,
    /// The words in the order of their numbers, each with the kinds of bearer that it names as bits.
    words: Vec<(&'a str, u64)>,
    /// The name and the nouns of each kind of bearer; its bit is its place.
    kinds: Vec<(&'a str, Vec<u16>)>,
    choices: Vec<u16>,
    elements: Vec<[u16; 3]>,
    /// Each phrase by the number of a word that can begin it.
    phrases: Vec<(u16, Phrase)>,
}

/// A row of `states.tsv`, where its elements begin and end, and the words that can come second as a set of 64.
#[derive(Clone, Copy)]
struct Phrase {
    state: u16,
    elements: [u16; 2],
    second: u64,
}

/// Lays out the phrases of `states` over the nouns of `bearers`.
pub(crate) fn lay_out(states: &str, bearers: &str) -> Files {
    let mut lexicon = Lexicon::default();
    // The comma is the first word.
    lexicon.enter(",");
    for (_, row) in rows(bearers) {
        let (kind, nouns) = row.split_once('\t').expect("a kind has nouns");
        let nouns = parts(nouns, b' ').collect::<Vec<_>>();
        lexicon.learn_kind(kind, &nouns);
    }
    let mut heads = String::new();
    for (at, (_, row)) in rows(states).enumerate() {
        let (head, phrases) = row.rsplit_once('\t').expect("a state has phrases");
        heads.extend([head, "\n"]);
        for words in parts(phrases, b'|') {
            lexicon.learn_phrase(small(at), words);
        }
    }
    let mut files = lexicon.files();
    files.push(("states.tsv", heads.into_bytes()));
    files
}

impl<'a> Lexicon<'a> {
    /// The number of a word, a new one if it has none.
    fn enter(&mut self, word: &'a str) -> u16 {
        let Self { numbers, words, .. } = self;
        *numbers.entry(word).or_insert_with(|| {
            words.push((word, 0));
            small(words.len())
        })
    }

    fn learn_kind(&mut self, kind: &'a str, nouns: &[&'a str]) {
        let bit = 1 << self.kinds.len();
        let enter = |noun: &&'a str| {
            let number = self.enter(noun);
            self.words[usize::from(number) - 1].1 |= bit;
            number
        };
        let numbers = nouns.iter().map(enter).collect();
        self.kinds.push((kind, numbers));
    }

    fn learn_phrase(&mut self, state: u16, words: &'a str) {
        let start = self.elements.len();
        for word in parts(words, b' ').filter(|word| !word.is_empty()) {
            let element = self.element(word);
            self.elements.push(element);
        }
        let phrase = Phrase {
            state,
            elements: [small(start), small(self.elements.len())],
            second: self.sieve(start + 1),
        };
        let begun = self.beginnings(start);
        self.phrases
            .extend(begun.into_iter().map(|number| (number, phrase)));
    }

    /// One of some words (0, with where they begin and end), a noun of a kind (1, with its bit), a name (2), a gap (3).
    fn element(&mut self, word: &'a str) -> [u16; 3] {
        match word.strip_prefix('@') {
            Some("NAME") => [2, 0, 0],
            Some(kind) => {
                let at = self.kinds.iter().position(|(name, _)| *name == kind);
                [1, small(at.expect("a phrase names a kind of bearer")), 0]
            }
            None if word == "*" => [3, 0, 0],
            None => {
                let start = small(self.choices.len());
                for choice in parts(word, b'/') {
                    let number = self.enter(choice);
                    self.choices.push(number);
                }
                [0, start, small(self.choices.len())]
            }
        }
    }

    /// The words that an element of that place lets in, by their numbers' remainders of 64; any where it is no words.
    fn sieve(&self, element: usize) -> u64 {
        match self.elements.get(element) {
            Some(&[0, start, end]) => {
                let words = &self.choices[usize::from(start)..usize::from(end)];
                words.iter().fold(0, |all, word| all | 1 << (word % 64))
            }
            _ => u64::MAX,
        }
    }

    /// The words that a phrase can begin with; none begins with a name.
    fn beginnings(&self, element: usize) -> Vec<u16> {
        match self.elements.get(element) {
            Some(&[0, start, end]) => self.choices[usize::from(start)..usize::from(end)].to_vec(),
            Some(&[1, kind, _]) => {
                let nouns = self.kinds[usize::from(kind)].1.iter().copied();
                nouns.filter(|noun| self.numbers["*"] != *noun).collect()
            }
            _ => vec![],
        }
    }

    fn files(mut self) -> Files {
        self.phrases.sort_by_key(|&(number, _)| number);
        let begins = (0..=small(self.words.len()) + 1).map(|number| {
            let before = self.phrases.partition_point(|&(begun, _)| begun < number);
            small(before)
        });
        let mut index = Layout::new(self.words.len());
        let mut ends = vec![0];
        let mut text = String::new();
        for (at, (word, _)) in self.words.iter().enumerate() {
            index.enter(word, at + 1);
            text.push_str(word);
            ends.push(small(text.len()));
        }
        let kinds: Vec<&str> = self.kinds.iter().map(|(name, _)| *name).collect();
        let phrases = self.phrases.iter().map(|&(_, phrase)| phrase);
        let heads = phrases
            .clone()
            .flat_map(|phrase| [phrase.state, phrase.elements[0], phrase.elements[1]]);
        let seconds = phrases.flat_map(|phrase| phrase.second.to_le_bytes());
        let word_kinds = self.words.iter().flat_map(|(_, kinds)| kinds.to_le_bytes());
        vec![
            ("state-begins", bytes(begins)),
            ("state-choices", bytes(self.choices.iter().copied())),
            (
                "state-elements",
                bytes(self.elements.iter().flatten().copied()),
            ),
            ("state-kinds", kinds.join(" ").into_bytes()),
            ("state-phrases", bytes(heads)),
            ("state-seconds", seconds.collect()),
            ("state-word-ends", bytes(ends)),
            ("state-word-kinds", word_kinds.collect()),
            ("state-words", text.into_bytes()),
            ("state-words.index", index.bytes()),
        ]
    }
}

fn bytes(numbers: impl IntoIterator<Item = u16>) -> Vec<u8> {
    numbers.into_iter().flat_map(u16::to_le_bytes).collect()
}

fn small(number: usize) -> u16 {
    u16::try_from(number).expect("the lexicon is small")
}
