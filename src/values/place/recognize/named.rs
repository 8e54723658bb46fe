//! Names that the article itself tells to be places, where they stand bare: "in Keldon" after "the village of Keldon".

use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::borders::{begins_name, ends_name};
use super::evidence::evidence;
use super::scan::usual_case;
use super::surroundings::way;
use super::typed::{capital_run_end, unknown};
use super::{Candidate, Evidence};
use crate::document::Document;
use crate::values::capitalized::Capitalized;
use crate::values::naming::people::Borne;
use crate::values::place::Kind;
use crate::values::place::gazetteer::Reading;
use crate::values::scene::Scene;

/// The unknown places that an article tells by their type, by what holds them or by its dateline.
type Told = FxHashMap<String, Rc<[Reading]>>;

/// Adds those that stand bare behind a preposition of places.
pub(super) fn add(
    text: &str,
    document: &Document,
    capitals: &Capitalized,
    borne: &Borne,
    candidates: &mut Vec<Candidate>,
) {
    let told = told(text, document, capitals, candidates);
    if told.is_empty() {
        return;
    }
    let mut found = Vec::new();
    for index in 0..document.sentences.len() {
        let scene = Scene::new(text, document, capitals, index);
        let mut next = 0;
        for word in scene.capitals.all() {
            let start = word.token;
            if start < next {
                continue;
            }
            let end = capital_run_end(&scene, start);
            if let Some(mut candidate) = bare(&scene, (start, end), &told, borne) {
                next = end;
                way(&scene, &mut candidate);
                found.push(candidate);
            }
        }
    }
    found.retain(|f: &Candidate| {
        let at = candidates.partition_point(|c| c.span.end <= f.span.start);
        let other = candidates.get(at);
        !other.is_some_and(|other| other.span.overlaps(f.span))
    });
    candidates.extend(found);
    candidates.sort_by_key(|candidate| candidate.span.start);
}

/// The told place whose name these tokens are, if it is one that is meant.
fn bare(scene: &Scene, tokens: (usize, usize), told: &Told, borne: &Borne) -> Option<Candidate> {
    let (start, end) = tokens;
    if start == 0 || start == end {
        return None;
    }
    let said = scene.span(tokens).of(scene.text);
    let readings = told.get(&*usual_case(said, true))?;
    let borders = begins_name(scene, start) && ends_name(scene, end) && !scene.is_mark(end, b'-');
    let located = evidence(scene, tokens, borne.has(said)) == Evidence::Located;
    (borders && located).then(|| Candidate {
        readings: Rc::clone(readings),
        ..unknown(scene, tokens, String::new(), Kind::Unknown)
    })
}

/// What the article tells so, by the name alone.
fn told(text: &str, document: &Document, capitals: &Capitalized, candidates: &[Candidate]) -> Told {
    let mut told = Told::default();
    for candidate in candidates {
        let [only] = &*candidate.readings else {
            continue;
        };
        let scene = Scene::new(text, document, capitals, candidate.sentence);
        let start = candidate.tokens.0;
        let end = capital_run_end(&scene, start).min(candidate.tokens.1);
        let is_town = matches!(only.place.kind, Kind::City | Kind::Unknown | Kind::Area);
        if start < end && is_town && only.position.is_none() {
            let name = usual_case(scene.span((start, end)).of(text), true);
            told.entry(name.into_owned())
                .or_insert_with(|| Rc::clone(&candidate.readings));
        }
    }
    for index in 0..document.sentences.len() {
        let scene = Scene::new(text, document, capitals, index);
        if let Some((name, readings)) = dateline(&scene) {
            told.entry(name).or_insert(readings);
        }
    }
    told
}

/// The unknown name that opens a dateline: "KELDON, Sept 3 (Reuters) -".
fn dateline(scene: &Scene) -> Option<(String, Rc<[Reading]>)> {
    let end = capital_run_end(scene, 0);
    let ends = || matches!(scene.word(end), "," | "(" | "-" | "--" | "–" | "—");
    if end == 0 || !scene.is_dateline() || !ends() {
        return None;
    }
    let name = usual_case(scene.span((0, end)).of(scene.text), true).into_owned();
    let town = unknown(scene, (0, end), name.clone(), Kind::Unknown);
    Some((name, town.readings))
}
