//! Towns whose names begin with a compass word: "West Milton" is not the west of Milton.

use super::Candidate;
use super::scan::usual_case;
use super::typed::unknown;
use crate::values::place::Kind;
use crate::values::place::gazetteer::Reading;
use crate::values::scene::Scene;

/// Thousands of people in a city whose west is written "West Baltimore".
const LARGE: u32 = 200;

/// Whether the word before token `start` is a compass word with a capital.
pub(super) fn is_before(scene: &Scene, start: usize) -> bool {
    let Some(before) = start.checked_sub(1) else {
        return false;
    };
    let mut words = ["north", "south", "east", "west"].iter();
    let word = scene.word(before);
    scene.is_capitalized(before) && words.any(|compass| word.eq_ignore_ascii_case(compass))
}

/// Whether a name is a town's alone.
pub(super) fn is_town(readings: &[Reading]) -> bool {
    let is_town = |r: &Reading| matches!(r.place.kind, Kind::City | Kind::County);
    readings.iter().all(|r| is_town(r) && r.people < LARGE)
}

/// The town that no table knows, of the known name before token `end` and the compass word before it.
pub(super) fn town(scene: &Scene, (start, end): (usize, usize)) -> Candidate {
    let tokens = (start - 1, end);
    let name = usual_case(scene.span(tokens).of(scene.text), true).into_owned();
    unknown(scene, tokens, name, Kind::Unknown)
}
