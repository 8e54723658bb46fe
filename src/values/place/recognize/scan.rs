//! Proposes every name that may be a place: names of the gazetteer, and unknown ones beside a word that types them.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::rc::Rc;

use gainsay_syntax::Span;

use super::borders::{begins_name, ends_name, is_nations, tagged_as_name};
use super::evidence::{evidence, is_doubtful};
use super::scene::Scene;
use super::typed::typed;
use super::{Candidate, Evidence};
use crate::document::Document;
use crate::lexicon::fold;
use crate::values::naming::{acts, are_spaced_singly, people};
use crate::values::place::Bearing;
use crate::values::place::gazetteer::{self, Reading};

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
            if !scene.is_capitalized(i) {
                i += 1;
                continue;
            }
            let after_place = found
                .last()
                .is_some_and(|last| comma_parts(&scene, last, i));
            let (candidate, next) = propose(&scene, i, &bearers, after_place);
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
fn known(scene: &Scene, i: usize) -> Option<(usize, Rc<[Reading]>)> {
    let tokens = &scene.sentence.tokens;
    let Span { start, end: first } = tokens[i].span;
    let lengths = gazetteer::lengths(scene.word(i));
    let longest = lengths.most()?;
    let reach = tokens[i..]
        .iter()
        .take_while(|token| token.span.end - start <= longest + 4)
        .count();
    // Where the tokenizer cuts inside a word ("can|not"), the name's first word is not the token.
    let goes_on = |rest: &str| rest.starts_with(char::is_alphanumeric);
    let whole = !scene.text.get(first..).is_some_and(goes_on);
    (i + 1..=i + reach.max(1)).rev().find_map(|end| {
        let said = scene.slice(start, tokens[end - 1].span.end);
        let spaced_singly = are_spaced_singly(scene.text, &tokens[i..end]);
        if whole && spaced_singly && said.is_ascii() && !lengths.has(said.len()) {
            return None;
        }
        let readings = gazetteer::readings(&usual_case(said, spaced_singly));
        (!readings.is_empty()).then_some((end, readings))
    })
}

/// "NEW YORK" is "New York", "US" stays; letters are made plain and spaces single.
fn usual_case(name: &str, spaced_singly: bool) -> Cow<'_, str> {
    let plain = fold(name);
    let shouted = plain.is_ascii()
        && plain.len() > 4
        && !plain.bytes().any(|b| b.is_ascii_lowercase() || b == b'.');
    if !shouted && spaced_singly {
        return plain;
    }
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
    Cow::Owned(words.join(" "))
}

fn tail(word: &str) -> &str {
    word.get(1..).unwrap_or_default()
}

/// Keeps a known name if neither the run it stands in nor its own kind of name speaks against a place.
fn accept(
    scene: &Scene,
    tokens: (usize, usize),
    readings: Rc<[Reading]>,
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

/// Whether a comma and a place follow that holds one of the readings: "Millom, Cumbria".
fn before_holder(scene: &Scene, end: usize, readings: &[Reading]) -> bool {
    if scene.word(end) != "," || !scene.is_capitalized(end + 1) {
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
