//! The words that the rules look at: two tables, found by a look-up that turns most words away at once.

use super::super::length::{Length, Unit};
use super::super::reading::{DayPart, Reading, Season};
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::lexicon::{Groups, lower, rows};
use crate::values::number;
use crate::values::words::{Key, Words, key as pack};

/// What a piece of text is to the rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::values) enum Word {
    /// Before the first or after the last piece.
    Nothing,
    /// A word that no table knows.
    Plain,
    /// A punctuation mark; 0 where it is not ASCII.
    Mark(u8),
    /// The fraction ½.
    Half,
    /// A run of digits: its number and how many they are.
    Digits(u32, u8),
    /// Monday is 1.
    Weekday(i8),
    /// "Mon", "Sun": only beside other parts of a date.
    ShortWeekday(i8),
    /// "Mondays".
    Weekdays(i8),
    /// January is 1.
    Month(i8),
    /// "Jan", "Sept".
    ShortMonth(i8),
    /// "summer".
    Season(Season),
    /// "summers".
    Seasons(Season),
    /// "morning".
    Part(DayPart),
    /// "mornings".
    Parts(DayPart),
    /// Noon and midnight by their hour.
    Noon(i8),
    /// "week".
    Unit(Unit),
    /// "weeks".
    Units(Unit),
    /// "weekend".
    Weekend,
    /// "weekends".
    Weekends,
    /// Two weeks.
    Fortnight,
    /// Yesterday is -1.
    Deictic(i8),
    /// The evening of today.
    Tonight,
    /// "last", "next" and the like.
    Shift(Shift),
    /// "seven".
    Cardinal(u32),
    /// "hundred".
    Scale(u32),
    /// "seventh".
    Ordinal(i8),
    /// "nineties".
    DecadeName(i16),
    /// "daily": the index of its row.
    Repeated(u8),
}

impl Word {
    /// Whether a length may end with it; "second" is an ordinal, too.
    pub(super) const fn may_measure(self) -> bool {
        matches!(
            self,
            Self::Unit(_) | Self::Units(_) | Self::Fortnight | Self::Ordinal(2)
        )
    }
}

/// Words that lead from a known time to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::values) enum Shift {
    /// "last".
    Last,
    /// "past".
    Past,
    /// "previous": before the time that the text tells of.
    Previous,
    /// "this".
    This,
    /// "current".
    Current,
    /// "next".
    Next,
    /// "coming".
    Coming,
    /// "following": after the time that the text tells of.
    Following,
    /// "latest".
    Latest,
    /// "recent".
    Recent,
    /// "future".
    Future,
    /// "(the) same".
    Same,
    /// "that".
    That,
}

/// A fixed phrase and what it stands for.
pub(super) struct Phrase {
    /// Its words.
    pub(super) words: Vec<&'static str>,
    /// Which of them leads to it.
    pub(super) key: usize,
    /// Its value.
    pub(super) value: Reading,
}

/// What the tables know of a word.
#[derive(Clone, Copy, Debug)]
pub(in crate::values) struct Entry {
    /// Its class.
    pub(in crate::values) word: Word,
    /// Whether a time may begin with or turn on it.
    pub(in crate::values) cue: bool,
    /// What rules but those of named days make of it.
    pub(in crate::values) leads: Leads,
    /// Whether a named day begins with it, where it has a capital.
    pub(in crate::values) holidays: bool,
    /// Whether a number may begin with it.
    pub(in crate::values) number: bool,
}

/// What a word leads to, from the least on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::values) enum Leads {
    /// No time begins with it.
    Nowhere,
    /// None begins with it, but one may go on with it after an article: "a full week".
    FromArticle,
    /// An article: a length may begin with it, before a word that leads somewhere.
    AsArticle,
    /// A rule may begin with it.
    ToRules,
    /// A rule may, and phrases turn on it.
    ToPhrases,
}

impl Entry {
    /// A word of that class, of which no more is known.
    pub(in crate::values) const fn of(word: Word) -> Self {
        Self {
            word,
            cue: false,
            leads: Leads::Nowhere,
            holidays: false,
            number: false,
        }
    }

    /// The same of a word that a rule may begin with.
    pub(in crate::values) const fn leading(word: Word) -> Self {
        Self {
            leads: Leads::ToRules,
            ..Self::of(word)
        }
    }
}

/// What may open a length.
const ARTICLES: [&str; 3] = ["a", "an", "the"];

/// Words of no table that stand between an article and a unit.
const AFTER_ARTICLES: [&str; 4] = ["number", "full", "whole", "solid"];

/// Words of no table that a rule begins with.
const BEGINNINGS: [&str; 16] = [
    "every",
    "each",
    "several",
    "few",
    "couple",
    "half",
    "fiscal",
    "per",
    "many",
    "dozens",
    "scores",
    "hundreds",
    "thousands",
    "tens",
    "Q",
    "H",
];

/// The tables, made for look-up.
struct Lexicon {
    entries: Words<Entry>,
    phrases: Vec<(Key, Phrase)>,
    repeated: Vec<Length>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(load);

/// What the tables know of words.
pub(in crate::values) fn words() -> &'static Words<Entry> {
    &LEXICON.entries
}

/// The phrases that `word` leads to, longest first.
pub(super) fn phrases_of(word: &str) -> impl Iterator<Item = &'static Phrase> {
    let key = pack(word);
    let phrases = &LEXICON.phrases;
    let first = phrases.partition_point(|(k, _)| *k < key);
    phrases[first..]
        .iter()
        .take_while(move |(k, _)| *k == key)
        .map(|(_, phrase)| phrase)
}

/// The length that a repeated word ("daily") comes back after.
pub(super) fn repeated(index: u8) -> Length {
    LEXICON.repeated[usize::from(index)].clone()
}

static GROUPS: LazyLock<Groups> = LazyLock::new(|| Groups::read(include_str!("groups.tsv")));

/// Whether a word, in any case, stands in that group of `groups.tsv`.
pub(super) fn in_group(group: &str, word: &str) -> bool {
    GROUPS.has(group, &lower(word))
}

fn load() -> Lexicon {
    let mut entries: FxHashMap<Key, Entry> = FxHashMap::default();
    let mut phrases: Vec<(Key, Phrase)> = Vec::new();
    let mut repeated = Vec::new();
    for [surface, class, value] in rows(include_str!("words.tsv")) {
        let word = class_of(class, value, &mut repeated);
        let cue = match word {
            Word::Shift(shift) => shift == Shift::Current,
            Word::Scale(_) => false,
            // Years are spoken from "seventeen" to "twenty".
            Word::Cardinal(number) => (17..=20).contains(&number),
            _ => true,
        };
        let entry = Entry {
            cue,
            ..Entry::leading(word)
        };
        entries.entry(pack(surface)).or_insert(entry);
    }
    for [phrase, value] in rows(include_str!("phrases.tsv")) {
        let words: Vec<_> = phrase.split(' ').collect();
        let key = (0..words.len())
            .max_by_key(|&i| words[i].len())
            .unwrap_or(0);
        let value = Reading::parse(value).expect("phrases.tsv holds TIMEX3 values");
        let packed = pack(words[key]);
        phrases.push((packed, Phrase { words, key, value }));
    }
    phrases.sort_by_key(|(key, phrase)| (*key, usize::MAX - phrase.words.len()));
    for (key, _) in &phrases {
        let entry = entries.entry(*key).or_insert(Entry::of(Word::Plain));
        (entry.cue, entry.leads) = (true, Leads::ToPhrases);
    }
    for name in super::holidays::first_words() {
        let entry = entries.entry(pack(name));
        entry.or_insert(Entry::of(Word::Plain)).holidays = true;
    }
    let leads = [
        (&BEGINNINGS[..], Leads::ToRules),
        (&ARTICLES, Leads::AsArticle),
        (&AFTER_ARTICLES, Leads::FromArticle),
    ];
    for (words, leads) in leads {
        for word in words {
            let entry = entries.entry(pack(word));
            let entry = entry.or_insert(Entry::of(Word::Plain));
            if entry.leads == Leads::Nowhere {
                entry.leads = leads;
            }
        }
    }
    for word in number::beginnings() {
        let entry = entries.entry(pack(word));
        entry.or_insert(Entry::of(Word::Plain)).number = true;
    }
    Lexicon {
        entries: Words::new(entries.into_iter().collect()),
        phrases,
        repeated,
    }
}

fn class_of(class: &str, value: &str, repeated: &mut Vec<Length>) -> Word {
    let number = || value.parse::<i16>().expect("words.tsv holds a number here");
    let unit = || {
        Unit::ALL
            .into_iter()
            .find(|u| format!("{u:?}").to_lowercase() == value)
    };
    match class {
        "weekday" => Word::Weekday(number() as i8),
        "short-weekday" => Word::ShortWeekday(number() as i8),
        "weekdays" => Word::Weekdays(number() as i8),
        "month" => Word::Month(number() as i8),
        "short-month" => Word::ShortMonth(number() as i8),
        "season" => Word::Season(Season::from_code(value).expect("words.tsv holds a season")),
        "seasons" => Word::Seasons(Season::from_code(value).expect("words.tsv holds a season")),
        "part" => Word::Part(DayPart::from_code(value).expect("words.tsv holds a part of the day")),
        "parts" => {
            Word::Parts(DayPart::from_code(value).expect("words.tsv holds a part of the day"))
        }
        "noon" => Word::Noon(number() as i8),
        "unit" => Word::Unit(unit().expect("words.tsv holds a unit")),
        "units" => Word::Units(unit().expect("words.tsv holds a unit")),
        "weekend" => Word::Weekend,
        "weekends" => Word::Weekends,
        "fortnight" => Word::Fortnight,
        "deictic" => Word::Deictic(number() as i8),
        "tonight" => Word::Tonight,
        "shift" => Word::Shift(shift(value)),
        "cardinal" => Word::Cardinal(number() as u32),
        "scale" => Word::Scale(number() as u32),
        "ordinal" => Word::Ordinal(number() as i8),
        "decade" => Word::DecadeName(number()),
        "repeated" => {
            repeated.push(Length::parse(value).expect("words.tsv holds a length"));
            Word::Repeated(repeated.len() as u8 - 1)
        }
        _ => unreachable!("words.tsv has no class {class:?}"),
    }
}

fn shift(value: &str) -> Shift {
    match value {
        "last" => Shift::Last,
        "past" => Shift::Past,
        "previous" => Shift::Previous,
        "this" => Shift::This,
        "current" => Shift::Current,
        "next" => Shift::Next,
        "coming" => Shift::Coming,
        "following" => Shift::Following,
        "latest" => Shift::Latest,
        "recent" => Shift::Recent,
        "future" => Shift::Future,
        "same" => Shift::Same,
        "that" => Shift::That,
        _ => unreachable!("words.tsv has no shift {value:?}"),
    }
}
