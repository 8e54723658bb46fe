//! How two quantities stand to each other: their intervals in a common unit, widened by how exactly each was said.

use super::Quantity;
use super::unit::{Dimension, Noun, Unit};
use crate::lexicon::rows;
use crate::values::Relation;
use std::cmp::Ordering;
use std::ops::Bound;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

/// What "about" may hide on either side.
const ABOUT: f64 = 0.1;
/// How far "nearly" and "just over" reach.
const NEARLY: f64 = 0.15;
/// What a round number ("3,000") may hide, at most.
const ROUNDED: f64 = 0.05;

/// How `one` stands to `other`.
///
/// Units of one dimension convert, currencies never. Counts of different things are incomparable; so are disjoint counts
/// of things that different words narrow down ("three other rifles", "seven rifles").
pub fn relate(one: &Quantity, other: &Quantity) -> Relation {
    let Some((scale_one, scale_other)) = common_scale(&one.unit, &other.unit) else {
        return Relation::Incomparable;
    };
    if one.dimension() == Dimension::Score {
        let same = (one.low, one.high) == (other.low, other.high);
        return if same {
            Relation::Equal
        } else {
            Relation::Disjoint
        };
    }
    let relation = relate_intervals(&interval(one, scale_one), &interval(other, scale_other));
    match relation {
        Relation::Disjoint if !same_modifiers(&one.unit, &other.unit) => Relation::Incomparable,
        Relation::Equal
        | Relation::Narrower
        | Relation::Wider
        | Relation::Overlapping
        | Relation::Disjoint
        | Relation::Incomparable => relation,
    }
}

/// From a number in a unit to the number in the base of its dimension.
#[derive(Clone, Copy)]
struct Scale {
    factor: f64,
    offset: f64,
}

impl Scale {
    const SAME: Self = Self {
        factor: 1.0,
        offset: 0.0,
    };
}

/// The scales that bring both units to one base, if there is one.
fn common_scale(one: &Unit, other: &Unit) -> Option<(Scale, Scale)> {
    match (one, other) {
        (Unit::Measure(a), Unit::Measure(b)) => {
            let comparable =
                share_family(a.dimension) == share_family(b.dimension) && a.currency == b.currency;
            let scale = |m: &super::Measure| Scale {
                factor: m.factor,
                offset: m.offset,
            };
            comparable.then(|| (scale(a), scale(b)))
        }
        (Unit::Counted(a), Unit::Counted(b)) | (Unit::ShareOf(a), Unit::ShareOf(b)) => {
            (counted_thing(a) == counted_thing(b)).then_some((Scale::SAME, Scale::SAME))
        }
        (Unit::ShareOf(_), Unit::Measure(m)) | (Unit::Measure(m), Unit::ShareOf(_)) => {
            let percent = Scale {
                factor: m.factor,
                offset: 0.0,
            };
            (share_family(m.dimension) == Dimension::Percent).then_some(match one {
                Unit::ShareOf(_) => (Scale::SAME, percent),
                _ => (percent, Scale::SAME),
            })
        }
        (Unit::Per(a, per_a), Unit::Per(b, per_b)) => {
            let (of, per) = (common_scale(a, b)?, common_scale(per_a, per_b)?);
            let rate = |of: Scale, per: Scale| Scale {
                factor: of.factor / per.factor,
                offset: 0.0,
            };
            Some((rate(of.0, per.0), rate(of.1, per.1)))
        }
        // A bare number may count what the other one counts.
        (Unit::Bare, Unit::Bare | Unit::Counted(_)) | (Unit::Counted(_), Unit::Bare) => {
            Some((Scale::SAME, Scale::SAME))
        }
        (
            Unit::Bare | Unit::Measure(_) | Unit::Counted(_) | Unit::ShareOf(_) | Unit::Per(..),
            _,
        ) => None,
    }
}

/// Shares are said in hundredths or as ratios.
fn share_family(dimension: Dimension) -> Dimension {
    match dimension {
        Dimension::Ratio => Dimension::Percent,
        same => same,
    }
}

/// The words of nouns.tsv that count the same things: "24 dead", "24 people".
static COUNTED_THINGS: LazyLock<FxHashMap<&str, &str>> = LazyLock::new(|| {
    rows(include_str!("nouns.tsv"))
        .map(|[noun, thing]| (noun, thing))
        .collect()
});

fn counted_thing(noun: &Noun) -> &str {
    COUNTED_THINGS
        .get(noun.lemma.as_str())
        .copied()
        .unwrap_or(&noun.lemma)
}

fn same_modifiers(one: &Unit, other: &Unit) -> bool {
    match (one, other) {
        (Unit::Counted(a), Unit::Counted(b)) | (Unit::ShareOf(a), Unit::ShareOf(b)) => {
            a.modifiers == b.modifiers
        }
        (Unit::Counted(noun), Unit::Bare) | (Unit::Bare, Unit::Counted(noun)) => {
            noun.modifiers.is_empty()
        }
        _ => true,
    }
}

/// What a quantity may truly be, in the base unit; `open` where the end itself is left out.
struct Interval {
    low: f64,
    low_open: bool,
    high: f64,
    high_open: bool,
}

fn interval(quantity: &Quantity, scale: Scale) -> Interval {
    let (low, high) = (quantity.least(), quantity.most());
    let low_value = low.unwrap_or_else(|| reach(quantity, high, -1.0));
    let high_value = high.unwrap_or_else(|| reach(quantity, low, 1.0));
    // A sharp bound stays sharp: "nearly 300" does not reach 300, "more than 300" does not hold it.
    let slack = |value: Option<f64>, bound: Bound<f64>| match bound {
        Bound::Included(_) => value.map_or(0.0, |v| slack(quantity, v)),
        Bound::Excluded(_) | Bound::Unbounded => 0.0,
    };
    let (below, above) = (slack(low, quantity.low), slack(high, quantity.high));
    let base = |value: f64| value * scale.factor + scale.offset;
    Interval {
        low: base(low_value - below),
        low_open: below > 0.0 || !matches!(quantity.low, Bound::Included(_)),
        high: base(high_value + above),
        high_open: above > 0.0 || !matches!(quantity.high, Bound::Included(_)),
    }
}

/// Where the side that was not said ends: nowhere, but near the other end for "nearly" and "just over".
fn reach(quantity: &Quantity, said: Option<f64>, direction: f64) -> f64 {
    match said {
        Some(value) if quantity.approximate => {
            value + direction * NEARLY * value.abs().max(quantity.grain)
        }
        _ => direction * f64::INFINITY,
    }
}

/// How far the truth may lie from a number as it was said.
fn slack(quantity: &Quantity, value: f64) -> f64 {
    let vague_range = quantity.approximate && quantity.low != quantity.high;
    let about = if quantity.approximate && !vague_range {
        ABOUT * value.abs()
    } else {
        0.0
    };
    let rounding = match quantity.grain {
        grain if grain <= 1.0 && counts_exactly(quantity.dimension()) => 0.0,
        grain if grain >= 100.0 => (grain / 2.0).min(ROUNDED * value.abs()),
        grain => grain / 2.0,
    };
    about.max(rounding)
}

/// Whether "22" means 22 and not 21.5 to 22.5.
fn counts_exactly(dimension: Dimension) -> bool {
    match dimension {
        Dimension::Count
        | Dimension::Age
        | Dimension::Score
        | Dimension::Rank
        | Dimension::Number => true,
        Dimension::Money
        | Dimension::Percent
        | Dimension::PercentagePoint
        | Dimension::Ratio
        | Dimension::Duration
        | Dimension::Magnitude
        | Dimension::Rate
        | Dimension::Physical(_) => false,
    }
}

fn relate_intervals(one: &Interval, other: &Interval) -> Relation {
    if before(one, other) || before(other, one) {
        return Relation::Disjoint;
    }
    match (within(one, other), within(other, one)) {
        (true, true) => Relation::Equal,
        (true, false) => Relation::Narrower,
        (false, true) => Relation::Wider,
        (false, false) => Relation::Overlapping,
    }
}

/// Whether all of `one` lies below all of `other`.
fn before(one: &Interval, other: &Interval) -> bool {
    match compare(one.high, other.low) {
        Ordering::Less => true,
        Ordering::Equal => one.high_open || other.low_open,
        Ordering::Greater => false,
    }
}

/// Whether all of `one` lies within `other`.
fn within(one: &Interval, other: &Interval) -> bool {
    let low = match compare(one.low, other.low) {
        Ordering::Less => false,
        Ordering::Equal => one.low_open || !other.low_open,
        Ordering::Greater => true,
    };
    let high = match compare(one.high, other.high) {
        Ordering::Less => true,
        Ordering::Equal => one.high_open || !other.high_open,
        Ordering::Greater => false,
    };
    low && high
}

/// Order of two ends; conversions leave a few units in the last place between equals.
fn compare(one: f64, other: f64) -> Ordering {
    let finite = one.is_finite() && other.is_finite();
    let close = finite && (one - other).abs() <= 1e-9 * one.abs().max(other.abs());
    if close {
        Ordering::Equal
    } else {
        one.total_cmp(&other)
    }
}
