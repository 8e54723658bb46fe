//! What the tables of places know of a capital word by itself.

use super::heads::{Side, head};
use crate::values::place::gazetteer::{self, Lengths};
use crate::values::place::{Bearing, Kind};
use crate::values::scene::Scene;

/// What a capital word may be in and beside the name of a place.
#[derive(Clone, Copy)]
pub(in crate::values) struct Traits {
    /// The lengths of the names that begin with it.
    pub(super) lengths: Lengths,
    /// What it types a name as, and where that name stands: "Street".
    pub(super) head: Option<(Kind, Side)>,
    /// Its direction: "North".
    pub(super) bearing: Option<Bearing>,
}

impl Traits {
    /// What the tables know of that word.
    pub(in crate::values) fn of(word: &str) -> Self {
        Self {
            lengths: gazetteer::lengths(word),
            head: head(word),
            bearing: Bearing::read(word),
        }
    }
}

/// The direction that token `i` names.
pub(super) fn bearing_at(scene: &Scene, i: usize) -> Option<Bearing> {
    match scene.row(i) {
        Some(row) => row.place.bearing,
        None => Bearing::read(scene.word(i)),
    }
}
