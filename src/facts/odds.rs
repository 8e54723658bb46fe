//! How likely two accounts tell of one event, where no weights are fitted: log odds set by hand, for denials and opposites
//! are too few in the annotated stories to learn from.

use crate::claims::Event;

use super::features::{relate_times, shared_participants};
use super::{Account, Rarity};

/// What the same context, in rare words, speaks for one event: as much as all else together.
const CONTEXT: f64 = 4.0;
/// Times that agree say a little: most of a story happens on one day.
const TIMES_AGREE: f64 = 0.5;
/// Times that exclude each other say much.
const TIMES_EXCLUDE: f64 = 2.0;

/// From 0 to 1, where `before` is how much speaks for it before anything is looked at and `said` what the accounts say
/// of the same; the fewer others of the story share their question, the likelier.
pub(super) fn likely(
    before: f64,
    said: f64,
    (one, other): (&Account, &Account),
    (x, y): (&Event, &Event),
    rarity: &Rarity,
) -> f64 {
    let (agree, exclude) = relate_times(x, y);
    let others = rarity.kin(one, other).saturating_sub(1).max(1) as f64;
    let odds = before
        + said
        + CONTEXT * rarity.context(one, other)
        + shared_participants(x, y)
        + TIMES_AGREE * agree
        - TIMES_EXCLUDE * exclude
        + 1.0 / others;
    1.0 / (1.0 + (-odds).exp())
}
