//! What speaks for a place, or for something else of the same name: the words before, the verb, how well known it is.

use std::sync::LazyLock;

use gainsay_syntax::{Deprel, Upos};
use rustc_hash::FxHashSet;

use super::Evidence;
use super::heads::head_at;
use super::traits::bearing_at;
use crate::lexicon::{Groups, words};
use crate::values::naming::people;
use crate::values::place::Kind;
use crate::values::place::gazetteer::Reading;
use crate::values::scene::Scene;
use crate::values::words::{Words, key};

/// Cities with fewer people need the words around them to say that they are meant.
const WELL_KNOWN: u32 = 300;

/// Cities with more people are meant even where their name is a person's, too: Paris.
const LARGE: u32 = 1_000;

pub(super) static WORDS: LazyLock<Groups> =
    LazyLock::new(|| Groups::read(include_str!("../words.tsv")));

/// A word that leads to a name.
enum Preposition {
    /// Places stand behind it, and no persons.
    OfPlaces,
    /// Places and persons do.
    OfBoth,
    /// Places do where a word that types them stands before it.
    Of,
}

static PREPOSITIONS: LazyLock<Words<Preposition>> = LazyLock::new(|| {
    let group = |name| WORDS.words(name).iter().map(key);
    let of_places = group("of-places").map(|word| (word, Preposition::OfPlaces));
    let of_both = group("of-both").map(|word| (word, Preposition::OfBoth));
    let of = (key("of"), Preposition::Of);
    Words::new(of_places.chain(of_both).chain([of]).collect())
});

static AMBIGUOUS: LazyLock<FxHashSet<&str>> =
    LazyLock::new(|| words(include_str!("../ambiguous.tsv")));

/// Whether a name alone is more often something else, or too little known to be meant without more words.
pub(super) fn is_doubtful(name: &str, readings: &[Reading]) -> bool {
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
pub(super) fn evidence(scene: &Scene, (start, end): (usize, usize), borne: bool) -> Evidence {
    let mut before = start;
    while let Some(i) = before.checked_sub(1) {
        let locates = match PREPOSITIONS.get(key(scene.word(i))) {
            Some(Preposition::OfPlaces) => true,
            Some(Preposition::OfBoth) => !borne,
            Some(Preposition::Of) => typed_before(scene, i),
            None => false,
        };
        if locates {
            return Evidence::Located;
        }
        if !is_attribute(scene, i) || start - i > 4 {
            break;
        }
        before = i;
    }
    let token = &scene.sentence.tokens[end - 1];
    let located = |verb: usize| WORDS.has("located", &scene.sentence.tokens[verb].lemma);
    let object =
        matches!(token.deprel, Deprel::Obj | Deprel::NsubjPass) && token.head.is_some_and(located);
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
        || head_at(scene, i).is_some()
        || bearing_at(scene, i).is_some()
        || scene.is_adjective(i)
}

/// Whether "of" at token `i` follows a word that types a place or points to one: "village of", "south of", "coast of".
fn typed_before(scene: &Scene, i: usize) -> bool {
    let Some(before) = i.checked_sub(1) else {
        return false;
    };
    let word = scene.word(before);
    // "Ann Rowe, 66, of Burnsville"
    word == ","
        || head_at(scene, before).is_some()
        || WORDS.has("pointing", word)
        || bearing_at(scene, before).is_some()
}
