//! A country's coast by the nation's adjective: "off the Somali coast" is off Somalia.

use gainsay_syntax::Upos;

use super::{Candidate, Evidence};
use crate::values::naming::countries;
use crate::values::place::gazetteer;
use crate::values::scene::Scene;

/// The country whose coast the words at token `i` name; where a noun goes on, as in "the Somali coast guard", it is none.
pub(super) fn coast(scene: &Scene, i: usize) -> Option<Candidate> {
    let row = scene.row(i)?;
    let next = scene.sentence.tokens.get(i + 2);
    let goes_on = || next.is_some_and(|t| matches!(t.upos, Upos::Noun | Upos::Propn));
    if !row.naming.adjective || !is_coast(scene.word(i + 1)) || goes_on() {
        return None;
    }
    let country = countries::by_adjective(scene.word(i))?;
    Some(Candidate {
        span: scene.span((i, i + 2)),
        sentence: scene.index,
        tokens: (i, i + 2),
        readings: gazetteer::readings(country.name),
        evidence: Evidence::Located,
        offset: None,
    })
}

/// Whether it is a word for where a country meets the sea.
pub(super) fn is_coast(word: &str) -> bool {
    matches!(word, "coast" | "coastline" | "shore" | "shores")
}
