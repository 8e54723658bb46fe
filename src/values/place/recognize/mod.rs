//! Finds places: names of the gazetteer, unknown names typed by a word beside them, and the ways from them.
//!
//! Four passes. `scan` proposes every name with all that it may name and the words around that speak for a place;
//! `surroundings` joins "Paris, Texas" and "55 km south of Bireun"; `named` finds again what the article tells to be a
//! place; `choose` settles names by the article's other places.

mod beside;
mod borders;
mod choose;
mod coasts;
mod compass;
mod context;
mod evidence;
mod heads;
mod kinds;
mod named;
mod scan;
mod surroundings;
mod traits;
mod typed;

pub(super) use heads::kind_of_head;
pub(in crate::values) use traits::Traits;

use std::rc::Rc;

use super::gazetteer::Reading;
use super::{Offset, Place};
use crate::article::Article;
use crate::document::Document;
use crate::values::Mention;
use crate::values::capitalized::Capitalized;
use crate::values::naming::people::Borne;
use crate::values::scene::Scene;
use gainsay_syntax::Span;

/// How strongly the words around a name say that it is a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Evidence {
    /// Nothing does, and the name is often no place's: it counts if it is located elsewhere in the article.
    Doubtful,
    /// Nothing does.
    None,
    /// It stands where only places stand: "in X", "X, Texas", "the village of X".
    Located,
}

/// A name that may be a place.
#[derive(Clone, Debug)]
struct Candidate {
    span: Span,
    sentence: usize,
    /// First token and the one after the last.
    tokens: (usize, usize),
    readings: Rc<[Reading]>,
    evidence: Evidence,
    offset: Option<Offset>,
}

/// The places of an article, in text order, none overlapping.
pub fn recognize(
    article: &Article,
    document: &Document,
    capitals: &Capitalized,
) -> Vec<Mention<Place>> {
    let borne = Borne::new(&article.text, document, capitals);
    let mut candidates = scan::candidates(&article.text, document, capitals, &borne);
    surroundings::join(&article.text, document, capitals, &mut candidates);
    named::add(&article.text, document, capitals, &borne, &mut candidates);
    keep_located(&article.text, &mut candidates);
    let opens_dateline = |candidate: &Candidate| {
        let scene = || Scene::new(&article.text, document, capitals, candidate.sentence);
        candidate.tokens.0 == 0 && scene().is_dateline()
    };
    choose::settle(&article.text, &candidates, opens_dateline)
}

/// Drops the doubtful names that the article locates nowhere.
fn keep_located(text: &str, candidates: &mut Vec<Candidate>) {
    if !candidates.iter().any(|c| c.evidence == Evidence::Doubtful) {
        return;
    }
    let located: Vec<Rc<[Reading]>> = candidates
        .iter()
        .filter(|candidate| candidate.evidence == Evidence::Located)
        .map(|candidate| Rc::clone(&candidate.readings))
        .collect();
    let is_located = |name: &str| {
        let mut first = located.iter().filter_map(|readings| readings.first());
        first.any(|reading| reading.place.name == name)
    };
    candidates.retain(|candidate| {
        candidate.evidence != Evidence::Doubtful || is_located(candidate.span.of(text))
    });
}
