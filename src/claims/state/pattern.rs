//! Phrases that name a state, found in a sentence token by token: "bring @fire under control", "be/get charged".

use std::borrow::Cow;
use std::sync::LazyLock;

use gainsay_syntax::{Sentence, Upos};
use rustc_hash::FxHashMap;

use super::{State, bearer, rows};

/// One word of a phrase, or a gap.
#[derive(Clone, Debug)]
enum Element {
    /// One of these words by their numbers, each a form or a lemma.
    Words(Vec<u16>),
    /// A noun of these kinds of bearer.
    Bearer(u64),
    /// A proper name.
    Name,
    /// Up to [`GAP`] words without a comma.
    Gap,
}

/// Most words that a `*` stands for.
const GAP: usize = 4;

#[derive(Debug)]
struct Phrase {
    state: State,
    elements: Vec<Element>,
}

/// A phrase found in a sentence, as token numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Match {
    /// The state that it names.
    pub state: State,
    /// Its first token.
    pub first: usize,
    /// Its last token.
    pub last: usize,
    /// What is in the state, where the phrase itself names it.
    pub bearer: Option<usize>,
}

/// What the lexicon knows of a word: texts are compared by these, not by letters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Word {
    /// Its number among the words of the lexicon; 0 for any other.
    number: u16,
    /// The kinds of bearer that it names, as bits.
    kinds: u64,
}

/// The words of all phrases and bearers, and the phrases under the number of each word that can begin them.
#[derive(Default)]
struct Lexicon {
    words: FxHashMap<&'static str, Word>,
    phrases: Vec<Vec<Phrase>>,
}

/// The number of the comma, which is entered first.
const COMMA: u16 = 1;

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut lexicon = Lexicon::default();
    lexicon.enter(",");
    for (kind, _, nouns) in bearer::kinds() {
        for noun in nouns {
            lexicon.enter(noun).kinds |= kind;
        }
    }
    for (at, line) in rows(include_str!("states.tsv")).enumerate() {
        let Ok(at) = u16::try_from(at) else { break };
        let words = line.rsplit('\t').next().unwrap_or_default();
        for text in words.split('|') {
            let elements: Vec<Element> = text
                .split_whitespace()
                .map(|word| lexicon.element(word))
                .collect();
            for number in lexicon.beginnings(&elements) {
                lexicon.under(number).push(Phrase {
                    state: State(at),
                    elements: elements.clone(),
                });
            }
        }
    }
    lexicon
});

impl Lexicon {
    /// The entry of a word, a new one if it has none.
    fn enter(&mut self, word: &'static str) -> &mut Word {
        let number = u16::try_from(self.words.len() + 1).expect("the lexicon has few words");
        let kinds = 0;
        self.words.entry(word).or_insert(Word { number, kinds })
    }

    fn element(&mut self, word: &'static str) -> Element {
        match word.strip_prefix('@') {
            Some("NAME") => Element::Name,
            Some(kind) => Element::Bearer(bearer::bit(kind)),
            None if word == "*" => Element::Gap,
            None => Element::Words(word.split('/').map(|w| self.enter(w).number).collect()),
        }
    }

    /// The words that a phrase can begin with; none begins with a name.
    fn beginnings(&self, elements: &[Element]) -> Vec<u16> {
        match elements.first() {
            Some(Element::Words(words)) => words.clone(),
            Some(Element::Bearer(kinds)) => {
                let nouns = bearer::kinds().filter(|(kind, _, _)| kind & kinds != 0);
                let nouns = nouns.flat_map(|(_, _, nouns)| nouns);
                nouns
                    .filter(|n| *n != bearer::NAMES)
                    .map(|n| self.words[n].number)
                    .collect()
            }
            Some(Element::Name | Element::Gap) | None => vec![],
        }
    }

    /// The phrases that the word of that number can begin.
    fn under(&mut self, number: u16) -> &mut Vec<Phrase> {
        let at = usize::from(number);
        if self.phrases.len() <= at {
            self.phrases.resize_with(at + 1, Vec::new);
        }
        &mut self.phrases[at]
    }

    fn word(&self, text: &str) -> Word {
        self.words.get(text).copied().unwrap_or_default()
    }

    /// The phrases that such a word can begin.
    fn begun_by(&self, word: Word) -> &[Phrase] {
        let phrases = self.phrases.get(usize::from(word.number));
        phrases.map_or(&[], Vec::as_slice)
    }
}

/// A sentence as the lexicon sees it: each token's form and lemma.
struct Line<'a> {
    sentence: &'a Sentence,
    words: Vec<[Word; 2]>,
}

/// Every phrase in a sentence; `forms` are its words in lower case.
pub fn find(sentence: &Sentence, forms: &[Cow<str>]) -> Vec<Match> {
    let known = |form: &Cow<str>, lemma: &String| {
        let word = LEXICON.word(form);
        [
            word,
            if form == lemma {
                word
            } else {
                LEXICON.word(lemma)
            },
        ]
    };
    let tokens = sentence.tokens.iter().zip(forms);
    let words = tokens
        .map(|(token, form)| known(form, &token.lemma))
        .collect();
    let line = Line { sentence, words };
    let mut found = Vec::new();
    for (first, [form, lemma]) in line.words.iter().enumerate() {
        let by_lemma = LEXICON.begun_by(*lemma).iter().filter(|_| lemma != form);
        for phrase in LEXICON.begun_by(*form).iter().chain(by_lemma) {
            let Some((last, bearer)) = fit(&phrase.elements, &line, first) else {
                continue;
            };
            let hit = Match {
                state: phrase.state,
                first,
                last,
                bearer,
            };
            if !found.contains(&hit) {
                found.push(hit);
            }
        }
    }
    found
}

/// Whether a name of two words or more begins here.
fn is_name(sentence: &Sentence, at: usize) -> bool {
    let tokens = &sentence.tokens;
    let proper = |i: usize| tokens.get(i).is_some_and(|t| t.upos == Upos::Propn);
    let title = |i: usize| {
        let lemma = tokens[i].lemma.to_lowercase();
        matches!(
            lemma.trim_end_matches('.'),
            "mr" | "ms" | "mrs" | "miss" | "dr"
        )
    };
    proper(at) && !title(at) && proper(at + 1) && (at == 0 || !proper(at - 1))
}

/// The last token of a phrase that begins at `at`, with the bearer that it names.
fn fit(elements: &[Element], line: &Line, at: usize) -> Option<(usize, Option<usize>)> {
    let (element, rest) = elements.split_first()?;
    if matches!(element, Element::Gap) {
        let passed = |i: usize| {
            line.words
                .get(i)
                .is_some_and(|[form, _]| form.number != COMMA)
        };
        return (at..=at + GAP)
            .take_while(|&next| next == at || passed(next - 1))
            .find_map(|next| fit(rest, line, next));
    }
    let words = line.words.get(at)?;
    let bearer = match element {
        Element::Words(numbers) => {
            words.iter().find(|w| numbers.contains(&w.number))?;
            None
        }
        Element::Bearer(kinds) => {
            words.iter().find(|w| w.kinds & kinds != 0)?;
            Some(at)
        }
        Element::Name => {
            is_name(line.sentence, at).then_some(at)?;
            Some(at)
        }
        Element::Gap => return None,
    };
    if rest.is_empty() {
        return Some((at, bearer));
    }
    let (last, later) = fit(rest, line, at + 1)?;
    Some((last, bearer.or(later)))
}
