//! Places that no table knows, beside a word that tells what they are: "Suka Makmur village", "the town of Elm".

use std::rc::Rc;

use gainsay_syntax::{Deprel, Token, Upos};

use super::borders::is_nations;
use super::heads::{Side, head, head_at, kind_of_head};
use super::scan::usual_case;
use super::{Candidate, Evidence};
use crate::values::naming::may_be_name;
use crate::values::place::gazetteer::Reading;
use crate::values::place::{Kind, Place};
use crate::values::scene::Scene;

/// The most tokens of such a name.
const LONGEST: usize = 6;

/// An unknown name beside a word that types it; its capital words are the name.
pub(super) fn typed(scene: &Scene, i: usize) -> Option<Candidate> {
    if i > 0 && scene.is_capitalized(i - 1) && scene.sentence.tokens[i - 1].upos != Upos::Det {
        return None;
    }
    if i > 0 && after_hyphen(scene, i - 1) == Some(i) {
        return None;
    }
    if let Some(water) = water(scene, i) {
        return Some(water);
    }
    let end = capital_run_end(scene, i);
    if end == i || end - i > LONGEST {
        return None;
    }
    headed(scene, i, end).filter(|_| !is_nations(scene, (i, end)))
}

/// "Gulf of Guinea", "Strait of Tiran": what lies before or after a land of that name, and not the land.
fn water(scene: &Scene, i: usize) -> Option<Candidate> {
    let (Kind::Water, Side::After | Side::Both | Side::Around) = head_at(scene, i)? else {
        return None;
    };
    if scene.word(i + 1) != "of" {
        return None;
    }
    let start = i + 2 + usize::from(scene.word(i + 2) == "the");
    let end = capital_run_end(scene, start).max(start + 1);
    if !scene.is_capitalized(start) || end - i > LONGEST {
        return None;
    }
    let name = usual_case(scene.span((i, end)).of(scene.text), true).into_owned();
    Some(unknown(scene, (i, end), name, Kind::Water))
}

/// The name of those tokens with the word that types it: inside of it, after it or before it.
fn headed(scene: &Scene, i: usize, end: usize) -> Option<Candidate> {
    let name = || scene.span((i, end)).of(scene.text);
    let has_head = || {
        head_at(scene, i)
            .or_else(|| head_at(scene, end - 1))
            .is_some()
    };
    if end - i > 1 && has_head() {
        let kind = kind_of_head(name());
        if kind != Kind::Unknown {
            return Some(unknown(scene, (i, end), name().to_owned(), kind));
        }
    }
    if let Some((kind, Side::Before | Side::Both | Side::Around)) = small_head(scene, end)
        && scene.sentence.tokens[end].deprel != Deprel::Compound
        && scene.word(end + 1) != "of"
    {
        let name = format!("{} {}", name(), scene.word(end));
        return Some(unknown(scene, (i, end + 1), name, kind));
    }
    let before = i.checked_sub(2).filter(|_| scene.word(i - 1) == "of")?;
    match small_head(scene, before)? {
        (kind, Side::Both | Side::Of | Side::Around) => {
            let name = format!("{} {}", name(), scene.word(before));
            Some(unknown(scene, (i, end), name, kind))
        }
        (_, Side::Before | Side::After) => None,
    }
}

/// What token `i` tells as a head word that has no capital: "village".
pub(super) fn small_head(scene: &Scene, i: usize) -> Option<(Kind, Side)> {
    match scene.row(i) {
        Some(_) => None,
        None => head(scene.word(i)),
    }
}

/// The token after the capital words that begin at `i`; a word that is no name belongs only before a head: "High Street".
pub(super) fn capital_run_end(scene: &Scene, i: usize) -> usize {
    let (mut end, mut name_end) = (i, None);
    while scene.is_capitalized(end) {
        let token = &scene.sentence.tokens[end];
        let next = after_hyphen(scene, end + 1);
        // "At-Bashy": what a hyphen joins is no word of grammar.
        if !may_be_name(token) && next.is_none() {
            name_end = name_end.or(Some(end));
            if !matches!(token.upos, Upos::Adj | Upos::Noun) {
                break;
            }
        }
        end = next.unwrap_or(end + 1);
    }
    if end > i + 1 && head_at(scene, end - 1).is_some() {
        end
    } else {
        name_end.unwrap_or(end)
    }
}

/// The token with which a name goes on behind the hyphen at token `i`: "Ak-Suu", "Stoke-on-Wye".
fn after_hyphen(scene: &Scene, i: usize) -> Option<usize> {
    let joins = |i: usize| {
        let tokens = scene.sentence.tokens.get(i.checked_sub(1)?..i + 2)?;
        let adjoin = |pair: &[Token]| pair[0].span.end == pair[1].span.start;
        (scene.is_mark(i, b'-') && tokens.windows(2).all(adjoin)).then_some(i + 1)
    };
    let next = joins(i)?;
    if scene.is_capitalized(next) {
        return Some(next);
    }
    joins(next + 1).filter(|&next| scene.is_capitalized(next))
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
