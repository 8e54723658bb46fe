//! Proposes every name that may be a place: names of the gazetteer, and unknown ones beside a word that types them.

use gainsay_syntax::{Deprel, Sentence, Span, Upos};

use super::heads::{Side, head};
use super::{Candidate, Evidence};
use crate::document::Document;
use crate::values::naming::{acts, countries, fold, is_name, people};
use crate::values::place::gazetteer::{self, Reading};
use crate::values::place::{Bearing, Kind, Place};

use std::collections::{BTreeSet, HashSet};
use std::sync::LazyLock;

/// Words that stand before places; of persons, only the first six do not.
const LOCATING: &[&str] = &[
    "in",
    "near",
    "outside",
    "inside",
    "across",
    "throughout",
    "at",
    "from",
    "to",
    "into",
    "through",
    "via",
    "around",
    "toward",
    "towards",
    "off",
    "over",
    "above",
    "between",
    "beyond",
    "along",
    "on",
];

/// Verbs whose object is a place, if it can be one.
const LOCATING_VERBS: &[&str] = &[
    "visit", "leave", "reach", "enter", "hit", "strike", "rock", "tour", "flee", "shake", "quit",
];

/// Cities with fewer people need the words around them to say that they are meant.
const WELL_KNOWN: u32 = 300;

/// Cities with more people are meant even where their name is a person's, too: Paris.
const LARGE: u32 = 1_000;

static AMBIGUOUS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    include_str!("../ambiguous.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .collect()
});

/// One sentence in its article.
pub(super) struct Scene<'a> {
    pub text: &'a str,
    pub sentence: &'a Sentence,
    pub index: usize,
}

impl<'a> Scene<'a> {
    pub(super) fn word(&self, i: usize) -> &'a str {
        self.sentence
            .tokens
            .get(i)
            .map_or("", |token| self.slice(token.span.start, token.span.end))
    }

    fn slice(&self, start: usize, end: usize) -> &'a str {
        self.text.get(start..end).unwrap_or_default()
    }

    pub(super) fn span(&self, tokens: (usize, usize)) -> Span {
        self.sentence.tokens[tokens.0]
            .span
            .cover(self.sentence.tokens[tokens.1 - 1].span)
    }

    fn is_name(&self, i: usize) -> bool {
        i < self.sentence.tokens.len() && is_name(self.text, self.sentence, i)
    }
}

/// All candidates of an article, in text order.
pub(super) fn candidates(text: &str, document: &Document) -> Vec<Candidate> {
    let bearers = people::bearers(text, document);
    let mut found = Vec::new();
    for (index, sentence) in document.sentences.iter().enumerate() {
        let scene = Scene {
            text,
            sentence: &sentence.syntax,
            index,
        };
        let mut i = 0;
        while i < scene.sentence.tokens.len() {
            let after_place = found
                .last()
                .is_some_and(|last| comma_parts(&scene, last, i));
            let (candidate, next) = if capitalized(scene.word(i)) {
                propose(&scene, i, &bearers, after_place)
            } else {
                (None, i + 1)
            };
            i = next;
            found.extend(candidate);
        }
    }
    found
}

/// Whether token `i` follows a place and a comma: "Newton Street, Millom".
fn comma_parts(scene: &Scene, last: &Candidate, i: usize) -> bool {
    last.sentence == scene.index && last.tokens.1 + 1 == i && scene.word(last.tokens.1) == ","
}

fn capitalized(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// The candidate that begins at token `i`, typed ("High Street", "Suka Makmur village") or known, and the token to go on
/// from. What was known and rejected is passed over: "Bedford" is no place inside "New Bedford".
fn propose(
    scene: &Scene,
    i: usize,
    bearers: &BTreeSet<&str>,
    after_place: bool,
) -> (Option<Candidate>, usize) {
    let typed = typed(scene, i);
    match known(scene, i) {
        Some((end, readings)) if typed.as_ref().is_none_or(|typed| typed.tokens.1 <= end) => {
            (accept(scene, (i, end), readings, bearers, after_place), end)
        }
        _ => {
            let end = typed.as_ref().map_or(i + 1, |typed| typed.tokens.1);
            (typed, end)
        }
    }
}

/// The longest name of the gazetteer that begins at token `i`: the token after it, and what it may name.
fn known(scene: &Scene, i: usize) -> Option<(usize, Vec<Reading>)> {
    let tokens = &scene.sentence.tokens;
    let start = tokens[i].span.start;
    let longest = gazetteer::longest(&fold(scene.word(i)));
    if longest == 0 {
        return None;
    }
    let reach = tokens[i..]
        .iter()
        .take_while(|token| token.span.end - start <= longest + 4)
        .count();
    (i + 1..=i + reach.max(1)).rev().find_map(|end| {
        let name = scene.slice(start, tokens[end - 1].span.end);
        let readings = gazetteer::readings(&usual_case(name));
        (!readings.is_empty()).then_some((end, readings))
    })
}

/// "NEW YORK" is "New York", "US" stays; letters are made plain and spaces single.
fn usual_case(name: &str) -> String {
    let plain = fold(name);
    let shouted = plain.is_ascii()
        && plain.len() > 4
        && !plain.bytes().any(|b| b.is_ascii_lowercase() || b == b'.');
    let words: Vec<String> = plain
        .split_ascii_whitespace()
        .map(|word| {
            if shouted {
                word[..1.min(word.len())].to_owned() + &tail(word).to_ascii_lowercase()
            } else {
                word.to_owned()
            }
        })
        .collect();
    words.join(" ")
}

fn tail(word: &str) -> &str {
    word.get(1..).unwrap_or_default()
}

/// Keeps a known name if neither the run it stands in nor its own kind of name speaks against a place.
fn accept(
    scene: &Scene,
    tokens: (usize, usize),
    readings: Vec<Reading>,
    bearers: &BTreeSet<&str>,
    after_place: bool,
) -> Option<Candidate> {
    let (start, end) = tokens;
    let name = scene.span(tokens).of(scene.text);
    if Bearing::read(name).is_some() || is_nations(scene, tokens) {
        return None;
    }
    if !tagged_as_name(scene, tokens) || !begins_name(scene, start) || !ends_name(scene, end) {
        return None;
    }
    let borne = bearers.contains(name);
    let evidence = if after_place || before_holder(scene, end, &readings) {
        Evidence::Located
    } else {
        evidence(scene, tokens, borne)
    };
    if evidence == Evidence::None && (borne || acts(scene.sentence, end - 1)) {
        return None;
    }
    let evidence = match evidence {
        Evidence::None if is_doubtful(name, &readings) => Evidence::Doubtful,
        other => other,
    };
    Some(Candidate {
        span: scene.span(tokens),
        sentence: scene.index,
        tokens,
        readings,
        evidence,
        offset: None,
    })
}

/// Whether the name is, or ends in, a nation's adjective: "Somali", "South" of "South Korean".
fn is_nations(scene: &Scene, (start, end): (usize, usize)) -> bool {
    let adjective = |span: Span| {
        let words = span.of(scene.text);
        countries::by_adjective(words).is_some() && countries::by_name(words).is_none()
    };
    adjective(scene.span((start, end)))
        || (end < scene.sentence.tokens.len() && adjective(scene.span((end - 1, end + 1))))
}

/// Whether a comma and a place follow that holds one of the readings: "Millom, Cumbria".
fn before_holder(scene: &Scene, end: usize, readings: &[Reading]) -> bool {
    if scene.word(end) != "," || !capitalized(scene.word(end + 1)) {
        return false;
    }
    let Some((_, outer)) = known(scene, end + 1) else {
        return false;
    };
    readings.iter().any(|inner| {
        outer
            .iter()
            .any(|outer| inner.place.within.contains(&outer.place.name))
    })
}

/// Whether the tagger takes it for a name; one word that it takes for another must be a country's.
fn tagged_as_name(scene: &Scene, (start, end): (usize, usize)) -> bool {
    end - start > 1 || scene.is_name(start) || countries::by_name(scene.word(start)).is_some()
}

/// Whether the word before lets a place's name begin here: "Mr. Jordan" and "Michael Jordan" do not.
fn begins_name(scene: &Scene, start: usize) -> bool {
    let Some(before) = start.checked_sub(1) else {
        return true;
    };
    if !scene.is_name(before) {
        return people::title(scene.word(before)).is_none();
    }
    let word = scene.word(before);
    Bearing::read(word).is_some()
        || countries::by_adjective(word).is_some()
        || matches!(
            word,
            "Greater" | "Downtown" | "Central" | "Inner" | "Old" | "Metropolitan" | "Mainland"
        )
        || matches!(head(word), Some((_, Side::After | Side::Both)))
}

/// Whether the word after lets a place's name end here: "Paris Hilton" and "Georgia Tech" do not.
fn ends_name(scene: &Scene, end: usize) -> bool {
    if !scene.is_name(end) {
        return true;
    }
    let word = scene.word(end);
    people::title_at(scene.text, scene.sentence, end).is_some()
        || countries::by_adjective(word).is_some()
        || crate::values::place::recognize::heads::head(word).is_some()
        || is_weekday_or_month(word)
}

fn is_weekday_or_month(word: &str) -> bool {
    const NAMES: &[&str] = &[
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    NAMES.contains(&word)
}

/// Whether a name alone is more often something else, or too little known to be meant without more words.
fn is_doubtful(name: &str, readings: &[Reading]) -> bool {
    let governed = readings
        .iter()
        .any(|r| matches!(r.place.kind, Kind::Country | Kind::Region | Kind::Continent));
    let known = readings
        .iter()
        .any(|r| r.people >= WELL_KNOWN || r.place.kind != Kind::City);
    let shared =
        AMBIGUOUS.contains(name) || people::given(name).is_some() || people::is_surname(name);
    let large = readings.iter().any(|r| r.people >= LARGE);
    (shared && !governed && !large) || !known || (name.len() == 2 && name != "US" && name != "UK")
}

/// What the words before say.
fn evidence(scene: &Scene, (start, end): (usize, usize), borne: bool) -> Evidence {
    let mut before = start;
    while let Some(i) = before.checked_sub(1) {
        let word = scene.word(i);
        let lower = word.to_ascii_lowercase();
        let only_place = LOCATING.iter().position(|&l| l == lower);
        if only_place.is_some_and(|rank| !borne || rank < 6)
            || (lower == "of" && typed_before(scene, i))
        {
            return Evidence::Located;
        }
        if !is_attribute(scene, i) || start - i > 4 {
            break;
        }
        before = i;
    }
    let token = &scene.sentence.tokens[end - 1];
    let object = matches!(token.deprel, Deprel::Obj | Deprel::NsubjPass)
        && token.head.is_some_and(|verb| {
            LOCATING_VERBS.contains(&scene.sentence.tokens[verb].lemma.as_str())
        });
    if object && !borne {
        Evidence::Located
    } else {
        Evidence::None
    }
}

/// Words between a preposition and its name: "in the northern Iraqi city X", "in nearby X".
fn is_attribute(scene: &Scene, i: usize) -> bool {
    let token = &scene.sentence.tokens[i];
    matches!(token.upos, Upos::Det | Upos::Adj | Upos::Adv)
        || head(scene.word(i)).is_some()
        || Bearing::read(scene.word(i)).is_some()
        || countries::by_adjective(scene.word(i)).is_some()
}

/// Whether "of" at token `i` follows a word that types a place or points to one: "village of", "south of", "coast of".
fn typed_before(scene: &Scene, i: usize) -> bool {
    const POINTING: &[&str] = &[
        "coast",
        "outskirts",
        "centre",
        "center",
        "side",
        "shores",
        "part",
        "parts",
        "streets",
        "edge",
        "capital",
    ];
    let Some(before) = i.checked_sub(1) else {
        return false;
    };
    let word = scene.word(before);
    // "Ann Rowe, 66, of Burnsville"
    word == "," || head(word).is_some() || POINTING.contains(&word) || Bearing::read(word).is_some()
}

/// An unknown name beside a word that types it; its capital words are the name.
fn typed(scene: &Scene, i: usize) -> Option<Candidate> {
    if i > 0 && capitalized(scene.word(i - 1)) && scene.sentence.tokens[i - 1].upos != Upos::Det {
        return None;
    }
    let end = capital_run_end(scene, i);
    if end == i || end - i > 5 || is_nations(scene, (i, end)) {
        return None;
    }
    let name = scene.span((i, end)).of(scene.text);
    let inside = (end - i > 1)
        .then(|| super::kind_of_head(name))
        .filter(|&kind| kind != Kind::Unknown);
    if let Some(kind) = inside {
        return Some(unknown(scene, (i, end), name.to_owned(), kind));
    }
    let after = scene.word(end);
    let heads = scene
        .sentence
        .tokens
        .get(end)
        .is_some_and(|token| token.deprel != Deprel::Compound)
        && scene.word(end + 1) != "of";
    if let (true, Some((kind, Side::Before | Side::Both))) =
        (heads && !capitalized(after), head(after))
    {
        return Some(unknown(
            scene,
            (i, end + 1),
            format!("{name} {after}"),
            kind,
        ));
    }
    let (of, before) = (scene.word(i.checked_sub(1)?), scene.word(i.checked_sub(2)?));
    match head(before) {
        Some((kind, Side::Both)) if of == "of" && !capitalized(before) => {
            Some(unknown(scene, (i, end), format!("{name} {before}"), kind))
        }
        _ => None,
    }
}

/// The token after the capital words that begin at `i`; a word that is no name belongs only before a head: "High Street".
fn capital_run_end(scene: &Scene, i: usize) -> usize {
    let word = |j: usize| {
        scene.sentence.tokens.get(j).is_some_and(|token| {
            capitalized(scene.word(j))
                && matches!(token.upos, Upos::Propn | Upos::Adj | Upos::Noun | Upos::X)
        })
    };
    let end = (i..scene.sentence.tokens.len())
        .find(|&j| !word(j))
        .unwrap_or(scene.sentence.tokens.len());
    if end > i + 1 && head(scene.word(end - 1)).is_some() {
        end
    } else {
        people::run_end(scene.text, scene.sentence, i)
    }
}

pub(super) fn unknown(
    scene: &Scene,
    tokens: (usize, usize),
    name: String,
    kind: Kind,
) -> Candidate {
    let place = Place {
        name,
        kind,
        within: Vec::new(),
        zone: None,
        offset: None,
    };
    let readings = vec![Reading {
        place,
        people: 0,
        position: None,
    }];
    Candidate {
        span: scene.span(tokens),
        sentence: scene.index,
        tokens,
        readings,
        evidence: Evidence::Located,
        offset: None,
    }
}
