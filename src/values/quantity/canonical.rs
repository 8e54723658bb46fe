//! The canonical form of a quantity, which parses back, and its place in the published JSON.
//!
//! `24 person`, `~40 kilometre`, `>=5 house [wooden]`, `<300 dollar per barrel`, `5..7 percentage`, `6.1±0.005 magnitude`.
//! The step is printed (halved, after ±) only where the numerals do not imply it.

use super::unit::{Noun, Unit};
use super::{Quantity, decimals};
use crate::values::number::implied_grain;
use std::fmt;
use std::ops::Bound;
use std::str::FromStr;

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.approximate {
            f.write_str("~")?;
        }
        write_bounds(f, self.low, self.high)?;
        if self.grain.total_cmp(&usual_grain(self)).is_ne() {
            write!(f, "±{}", self.grain / 2.0)?;
        }
        match &self.unit {
            Unit::Bare => Ok(()),
            unit => write!(f, " {}", Canonical(unit)),
        }
    }
}

fn write_bounds(f: &mut fmt::Formatter<'_>, low: Bound<f64>, high: Bound<f64>) -> fmt::Result {
    match (low, high) {
        (Bound::Included(low), Bound::Included(high)) if low.total_cmp(&high).is_eq() => {
            return write!(f, "{low}");
        }
        (Bound::Included(low), Bound::Unbounded) => return write!(f, ">={low}"),
        (Bound::Excluded(low), Bound::Unbounded) => return write!(f, ">{low}"),
        (Bound::Unbounded, Bound::Included(high)) => return write!(f, "<={high}"),
        (Bound::Unbounded, Bound::Excluded(high)) => return write!(f, "<{high}"),
        _ => {}
    }
    match low {
        Bound::Included(low) => write!(f, "{low}..")?,
        Bound::Excluded(low) => write!(f, ">{low}..")?,
        Bound::Unbounded => write!(f, "..")?,
    }
    match high {
        Bound::Included(high) => write!(f, "{high}"),
        Bound::Excluded(high) => write!(f, "<{high}"),
        Bound::Unbounded => Ok(()),
    }
}

/// The step that the printed numerals imply: the finer one of the two ends.
fn usual_grain(quantity: &Quantity) -> f64 {
    let grain = |value: f64| implied_grain(value, decimals(value));
    let ends = quantity.least().into_iter().chain(quantity.most());
    ends.map(grain).reduce(f64::min).unwrap_or(1.0)
}

/// A unit in its canonical form: nouns carry their modifiers in brackets, so that they can not be taken for measures.
struct Canonical<'u>(&'u Unit);

impl fmt::Display for Canonical<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Unit::Bare => f.write_str("1"),
            Unit::Measure(measure) => f.write_str(measure.name),
            Unit::Counted(noun) => write_noun(f, noun),
            Unit::ShareOf(noun) => {
                f.write_str("share of ")?;
                write_noun(f, noun)
            }
            Unit::Per(of, per) => write!(f, "{} per {}", Canonical(of), Canonical(per)),
        }
    }
}

fn write_noun(f: &mut fmt::Formatter<'_>, noun: &Noun) -> fmt::Result {
    f.write_str(&noun.lemma)?;
    if !noun.modifiers.is_empty() || Unit::named(&noun.lemma).is_some() {
        write!(f, " [{}]", noun.modifiers.join(", "))?;
    }
    Ok(())
}

/// Why a text is no canonical quantity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParseQuantityError {
    text: String,
}

impl fmt::Display for ParseQuantityError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "no quantity in \"{}\": write a number, a bound or a range and then its unit, as in \">=5 house [wooden]\"",
            self.text
        )
    }
}

impl std::error::Error for ParseQuantityError {}

impl FromStr for Quantity {
    type Err = ParseQuantityError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        parse(text).ok_or_else(|| ParseQuantityError {
            text: text.to_owned(),
        })
    }
}

fn parse(text: &str) -> Option<Quantity> {
    let (numbers, unit) = text.split_once(' ').unwrap_or((text, ""));
    let (numbers, half_step) = match numbers.split_once('±') {
        Some((numbers, half)) => (numbers, Some(finite(half)?)),
        None => (numbers, None),
    };
    let bounds = numbers.strip_prefix('~');
    let (low, high) = parse_bounds(bounds.unwrap_or(numbers))?;
    let unit = if unit.is_empty() {
        Unit::Bare
    } else {
        parse_unit(unit)?
    };
    let mut quantity = Quantity {
        low,
        high,
        approximate: bounds.is_some(),
        grain: 1.0,
        unit,
    };
    quantity.grain = half_step.map_or_else(|| usual_grain(&quantity), |half| half * 2.0);
    Some(quantity)
}

fn parse_bounds(text: &str) -> Option<(Bound<f64>, Bound<f64>)> {
    if let Some((low, high)) = text.split_once("..") {
        let low = match low.strip_prefix('>') {
            Some(low) => Bound::Excluded(finite(low)?),
            None if low.is_empty() => Bound::Unbounded,
            None => Bound::Included(finite(low)?),
        };
        let high = match high.strip_prefix('<') {
            Some(high) => Bound::Excluded(finite(high)?),
            None if high.is_empty() => Bound::Unbounded,
            None => Bound::Included(finite(high)?),
        };
        return Some((low, high));
    }
    let bounds = if let Some(low) = text.strip_prefix(">=") {
        (Bound::Included(finite(low)?), Bound::Unbounded)
    } else if let Some(low) = text.strip_prefix('>') {
        (Bound::Excluded(finite(low)?), Bound::Unbounded)
    } else if let Some(high) = text.strip_prefix("<=") {
        (Bound::Unbounded, Bound::Included(finite(high)?))
    } else if let Some(high) = text.strip_prefix('<') {
        (Bound::Unbounded, Bound::Excluded(finite(high)?))
    } else {
        let value = finite(text)?;
        (Bound::Included(value), Bound::Included(value))
    };
    Some(bounds)
}

fn finite(text: &str) -> Option<f64> {
    text.parse().ok().filter(|value: &f64| value.is_finite())
}

fn parse_unit(text: &str) -> Option<Unit> {
    if let Some(unit) = Unit::named(text) {
        return Some(unit);
    }
    if let Some((of, per)) = text.rsplit_once(" per ") {
        return Some(Unit::Per(
            Box::new(parse_unit(of)?),
            Box::new(parse_unit(per)?),
        ));
    }
    match text.strip_prefix("share of ") {
        _ if text == "1" => Some(Unit::Bare),
        Some(noun) => parse_noun(noun).map(Unit::ShareOf),
        None => parse_noun(text).map(Unit::Counted),
    }
}

fn parse_noun(text: &str) -> Option<Noun> {
    let (lemma, modifiers) = match text.strip_suffix(']') {
        Some(open) => open.split_once(" [")?,
        None => (text, ""),
    };
    let modifiers = modifiers
        .split(", ")
        .filter(|m| !m.is_empty())
        .map(str::to_owned)
        .collect();
    (!lemma.is_empty()).then(|| Noun {
        lemma: lemma.to_owned(),
        modifiers,
    })
}
