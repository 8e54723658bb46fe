//! How many, by source and in the order of the articles' dates: a toll that rises is seen to rise.

use super::axis::{LEFT, RIGHT, Scale};
use super::drawing::{Drawing, Lane, LaneKind, Path, lanes_of};
use super::{Entry, Story};
use crate::comparison::{Account, Slot, Verdict};
use crate::report::readable::thousands;
use crate::values::quantity::{Measure, Quantity, Unit};

/// The drawing of a finding about a quantity, where two answers at least are in one unit.
pub(super) fn drawing(story: &Story, entry: &Entry) -> Option<Drawing> {
    if entry.slot() != Some(Slot::Quantity) || entry.verdict() == Verdict::Agreement {
        return None;
    }
    let mut told = lanes_of(entry);
    told.sort_by_key(|account| {
        story
            .articles
            .iter()
            .find(|a| a.id == account.article)
            .and_then(|a| a.date.clone())
    });
    let parsed: Vec<(&Account, Option<Quantity>)> = told
        .into_iter()
        .map(|account| (account, account.value.parse().ok()))
        .collect();
    let unit = parsed
        .iter()
        .find_map(|(_, quantity)| quantity.as_ref())
        .map(|q| q.unit.clone())?;
    let (drawn, beside): (Vec<_>, Vec<_>) = parsed
        .iter()
        .map(|(account, quantity)| (*account, quantity.as_ref().and_then(|q| ends(q, &unit))))
        .partition(|(_, ends)| ends.is_some());
    let drawn: Vec<(&Account, Ends)> = drawn
        .into_iter()
        .filter_map(|(account, ends)| ends.map(|e| (account, e)))
        .collect();
    if drawn.len() < 2 {
        return None;
    }
    let numbers: Vec<f64> = drawn
        .iter()
        .flat_map(|(_, ends)| [ends.0, ends.1])
        .flatten()
        .collect();
    let scale = Scale::over(&numbers)?;
    let ticks = scale.ticks().into_iter();
    Some(Drawing {
        lanes: drawn
            .iter()
            .map(|(account, ends)| lane(story, account, *ends, &scale))
            .collect(),
        ticks: ticks
            .map(|number| (scale.at(number), word(number)))
            .collect(),
        beside: beside
            .iter()
            .map(|(account, _)| account.said.clone())
            .collect(),
        path: if entry.verdict() == Verdict::Update {
            Path::Joined
        } else {
            Path::None
        },
    })
}

/// The least and the most, where there are such.
type Ends = (Option<f64>, Option<f64>);

/// The ends of a quantity in `unit`, if it is of its kind.
fn ends(quantity: &Quantity, unit: &Unit) -> Option<Ends> {
    let (least, most) = (quantity.least(), quantity.most());
    if least.is_none() && most.is_none() {
        return None;
    }
    match (&quantity.unit, unit) {
        (Unit::Measure(from), Unit::Measure(to)) => {
            let alike = from.dimension == to.dimension && from.currency == to.currency;
            let convert = |number: f64| converted(number, from, to);
            alike.then(|| (least.map(convert), most.map(convert)))
        }
        // What is counted may be named differently: "people", "victims". The question is the same.
        (Unit::Counted(_) | Unit::Bare, Unit::Counted(_) | Unit::Bare) => Some((least, most)),
        (one, other) => (one == other).then_some((least, most)),
    }
}

fn converted(number: f64, from: &Measure, to: &Measure) -> f64 {
    if from.name == to.name {
        return number;
    }
    (number * from.factor + from.offset - to.offset) / to.factor
}

fn lane(story: &Story, account: &Account, (least, most): Ends, scale: &Scale) -> Lane {
    let (from, to, kind) = match (least, most) {
        (Some(low), Some(high)) if high > low => (scale.at(low), scale.at(high), LaneKind::Bar),
        (Some(low), Some(_)) => (scale.at(low), scale.at(low), LaneKind::Dot),
        (Some(low), None) => (scale.at(low), RIGHT, LaneKind::Open),
        (None, high) => (LEFT, high.map_or(RIGHT, |h| scale.at(h)), LaneKind::Open),
    };
    Lane::of(story, account, (from, to, kind))
}

fn word(number: f64) -> String {
    let rounded = (number * 1e6).round() / 1e6;
    thousands(&rounded.to_string())
}
