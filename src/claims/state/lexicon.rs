//! The words and phrases of `states.tsv` and the nouns of `bearers.tsv` as numbers, read once a run: sentences are compared
//! with them by these, not by letters.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::State;
use crate::lexicon::{parts, rows};

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
    /// The words that can come second, as a set that may hold others, too.
    second: Sieve,
}

/// Neighbours in one of the lexicon's lists.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stretch {
    start: u32,
    end: u32,
}

/// A set of words that lets some through that are not in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Sieve(u64);

impl Sieve {
    const ANY: Self = Self(u64::MAX);

    fn of(number: u16) -> Self {
        Self(1 << (number % 64))
    }
}

/// The mark in a kind's nouns that lets proper names in.
pub(super) const NAMES: &str = "*";
/// The number of the comma, which is entered first.
pub(super) const COMMA: u16 = 1;

/// The words of all phrases and bearers, and the phrases by the words that can begin them.
#[derive(Default)]
pub(super) struct Lexicon {
    words: FxHashMap<&'static str, Word>,
    /// The name and the nouns of each kind of bearer; its bit is its place.
    kinds: Vec<(&'static str, Vec<u16>)>,
    choices: Vec<u16>,
    elements: Vec<Element>,
    /// Phrases in the order of the words that begin them, then of the table.
    phrases: Vec<Phrase>,
    /// Where the phrases of each word begin among them, by its number.
    begins: Vec<usize>,
}

pub(super) static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut lexicon = Lexicon::default();
    lexicon.words.reserve(4_096);
    lexicon.enter(",");
    for [kind, nouns] in rows(include_str!("bearers.tsv")) {
        lexicon.learn_kind(kind, nouns);
    }
    let mut begun = Vec::with_capacity(8_192);
    for (at, row) in rows(include_str!("states.tsv")).enumerate() {
        let Ok(at) = u16::try_from(at) else { break };
        let [_, _, _, _, _, phrases] = row;
        for words in parts(phrases, b'|') {
            let phrase = lexicon.phrase(State(at), words);
            let numbers = lexicon.beginnings(phrase);
            begun.extend(numbers.iter().map(|&number| (number, phrase)));
        }
    }
    lexicon.sort(&begun);
    lexicon
});

impl Lexicon {
    fn learn_kind(&mut self, kind: &'static str, nouns: &'static str) {
        let bit = 1 << self.kinds.len();
        let enter = |noun| {
            let word = self.enter(noun);
            word.kinds |= bit;
            word.number
        };
        let numbers = parts(nouns, b' ').map(enter).collect();
        self.kinds.push((kind, numbers));
    }

    /// The entry of a word, a new one if it has none.
    fn enter(&mut self, word: &'static str) -> &mut Word {
        let number = u16::try_from(self.words.len() + 1).expect("the lexicon has few words");
        let kinds = 0;
        self.words.entry(word).or_insert(Word { number, kinds })
    }

    fn phrase(&mut self, state: State, words: &'static str) -> Phrase {
        let start = self.elements.len() as u32;
        for word in parts(words, b' ').filter(|word| !word.is_empty()) {
            let element = self.element(word);
            self.elements.push(element);
        }
        let end = self.elements.len() as u32;
        let elements = Stretch { start, end };
        let second = match self.elements_of(elements).get(1) {
            Some(Element::Words(choices)) => self.sieve(*choices),
            Some(Element::Bearer(_) | Element::Name | Element::Gap) | None => Sieve::ANY,
        };
        Phrase {
            state,
            elements,
            second,
        }
    }

    fn element(&mut self, word: &'static str) -> Element {
        match word.strip_prefix('@') {
            Some("NAME") => Element::Name,
            Some(kind) => Element::Bearer(self.bit(kind)),
            None if word == "*" => Element::Gap,
            None => {
                let start = self.choices.len() as u32;
                for choice in parts(word, b'/') {
                    let number = self.enter(choice).number;
                    self.choices.push(number);
                }
                let end = self.choices.len() as u32;
                Element::Words(Stretch { start, end })
            }
        }
    }

    fn sieve(&self, choices: Stretch) -> Sieve {
        let words = self.choices_of(choices).iter();
        words.fold(Sieve(0), |all, &word| Sieve(all.0 | Sieve::of(word).0))
    }

    /// The words that a phrase can begin with; none begins with a name.
    fn beginnings(&self, phrase: Phrase) -> Vec<u16> {
        match self.elements_of(phrase.elements).first() {
            Some(Element::Words(choices)) => self.choices_of(*choices).to_vec(),
            Some(Element::Bearer(bit)) => {
                let names = self.word(NAMES).number;
                let kind = self.kinds.get(bit.trailing_zeros() as usize);
                let nouns = kind.map_or(&[][..], |(_, nouns)| nouns).iter().copied();
                nouns.filter(|&noun| noun != names).collect()
            }
            Some(Element::Name | Element::Gap) | None => vec![],
        }
    }

    /// Files the phrases under the numbers of the words that begin them.
    fn sort(&mut self, begun: &[(u16, Phrase)]) {
        let mut begins = vec![0; self.words.len() + 2];
        for (number, _) in begun {
            begins[usize::from(*number) + 1] += 1;
        }
        for at in 1..begins.len() {
            begins[at] += begins[at - 1];
        }
        let mut next = begins.clone();
        let mut order = vec![0; begun.len()];
        for (at, (number, _)) in begun.iter().enumerate() {
            let place = &mut next[usize::from(*number)];
            order[*place] = at;
            *place += 1;
        }
        self.phrases = order.into_iter().map(|at| begun[at].1).collect();
        self.begins = begins;
    }

    /// The bit of a kind of bearer, none if there is no such kind.
    pub(super) fn bit(&self, kind: &str) -> u64 {
        let at = self.kinds.iter().position(|(name, _)| *name == kind);
        at.map_or(0, |at| 1 << at)
    }

    /// What is known of a word.
    pub(super) fn word(&self, text: &str) -> Word {
        self.words.get(text).copied().unwrap_or_default()
    }

    /// The phrases that a word can begin where such words follow.
    pub(super) fn begun_by(&self, word: Word, next: [Word; 2]) -> impl Iterator<Item = &Phrase> {
        let number = usize::from(word.number);
        let phrases = &self.phrases[self.begins[number]..self.begins[number + 1]];
        let next = next.map(|word| Sieve::of(word.number).0);
        let next = next[0] | next[1];
        let fits = move |second: Sieve| second == Sieve::ANY || second.0 & next != 0;
        phrases.iter().filter(move |phrase| fits(phrase.second))
    }

    /// The words of a phrase.
    pub(super) fn elements_of(&self, stretch: Stretch) -> &[Element] {
        &self.elements[stretch.start as usize..stretch.end as usize]
    }

    /// The numbers of the words that an element lets in.
    pub(super) fn choices_of(&self, stretch: Stretch) -> &[u16] {
        &self.choices[stretch.start as usize..stretch.end as usize]
    }
}
