//! Places that no table knows, beside a word that tells what they are: "Suka Makmur village", "the town of Elm".

use std::rc::Rc;

use gainsay_syntax::{Deprel, Upos};

use super::borders::is_nations;
use super::heads::{Side, head, kind_of_head};
use super::scene::{Scene, capitalized};
use super::{Candidate, Evidence};
use crate::values::naming::people;
use crate::values::place::gazetteer::Reading;
use crate::values::place::{Kind, Place};

/// An unknown name beside a word that types it; its capital words are the name.
pub(super) fn typed(scene: &Scene, i: usize) -> Option<Candidate> {
    if i > 0 && capitalized(scene.word(i - 1)) && scene.sentence.tokens[i - 1].upos != Upos::Det {
        return None;
    }
    let end = capital_run_end(scene, i);
    if end == i || end - i > 5 {
        return None;
    }
    headed(scene, i, end).filter(|_| !is_nations(scene, (i, end)))
}

/// The name of those tokens with the word that types it: inside of it, after it or before it.
fn headed(scene: &Scene, i: usize, end: usize) -> Option<Candidate> {
    let name = scene.span((i, end)).of(scene.text);
    let inside = (end - i > 1)
        .then(|| kind_of_head(name))
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
    if heads
        && !capitalized(after)
        && let Some((kind, Side::Before | Side::Both)) = head(after)
    {
        return Some(unknown(
            scene,
            (i, end + 1),
            format!("{name} {after}"),
            kind,
        ));
    }
    let (of, before) = (scene.word(i.checked_sub(1)?), scene.word(i.checked_sub(2)?));
    if of != "of" {
        return None;
    }
    match head(before) {
        Some((kind, Side::Both)) if !capitalized(before) => {
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
    let readings = Rc::new([Reading {
        place,
        people: 0,
        position: None,
    }]);
    Candidate {
        span: scene.span(tokens),
        sentence: scene.index,
        tokens,
        readings,
        evidence: Evidence::Located,
        offset: None,
    }
}
