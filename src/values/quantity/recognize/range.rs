//! Two amounts that are one: ranges ("24- to 30-foot", "between 5% and 6%", "from 21 mpg to 23"), alternatives ("three or
//! four") and lists that share a unit ("four- and five-cylinder").

use super::super::Dimension;
use super::super::unit::Unit;
use super::amount::Amount;
use super::context::{Context, ends_with};

/// How far "from" may stand before the "to" that closes its range.
const FROM_TO_REACH: usize = 48;

/// Joins what belongs together, in text order.
pub(super) fn join(context: &Context, amounts: &mut Vec<Amount>) {
    let mut joined = 0;
    for i in 0..amounts.len() {
        let last = amounts[..joined].last();
        if let Some(range) = last.and_then(|last| pair(context, last, &amounts[i])) {
            amounts[joined - 1] = range;
        } else {
            amounts.swap(joined, i);
            joined += 1;
        }
    }
    amounts.truncate(joined);
    share_units(context, amounts);
}

/// The range that two neighbours make.
fn pair(context: &Context, one: &Amount, other: &Amount) -> Option<Amount> {
    if one.low < one.high || other.low < other.high || one.span.end > other.span.start {
        return None;
    }
    let link = &context.text[one.span.end..other.span.start];
    // Apart from "from … to", a word or a dash is all that may join the two.
    if link.len() > FROM_TO_REACH && link.trim().len() > 4 {
        return None;
    }
    let before = context.before(one.span.start).trim_end();
    let opened = |word: &str| {
        let near = before.char_indices().rev().nth(16).map_or(0, |(i, _)| i);
        before[near..]
            .split(' ')
            .any(|w| w.eq_ignore_ascii_case(word))
    };
    // "rose by $4 billion to $40 billion" is a step and a level, "fell by 1 to 1.5 degrees" is a range.
    if ends_with(before, " by") && other.low > one.low * 3.0 {
        return None;
    }
    // "from 24 to 33-35 billion": the second one is a range of its own.
    let goes_on = context.after(other.span.end).strip_prefix(['-', '–']);
    if goes_on.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit())) {
        return None;
    }
    let same_unit = one.unit == other.unit && one.unit != Unit::Bare;
    let joins = match link.trim() {
        "-" | "–" | "to" | "- to" | "to-" => {
            one.low * scale_of(one, other) < other.low || opened("from") || same_unit
        }
        "and" => opened("between"),
        "or" => one.unit == Unit::Bare && one.low < other.low && other.low <= one.low * 2.0 + 1.0,
        _ => link.len() <= FROM_TO_REACH && closes(link) && opened("from"),
    };
    if !joins {
        return None;
    }
    let unit = common_unit(
        one,
        other,
        opened("from") || opened("between"),
        matches!(link.trim(), "-" | "–"),
    )?;
    Some(range(one, other, unit))
}

/// Whether the words between end in the "to" of "from … to".
fn closes(link: &str) -> bool {
    let link = link.trim_end();
    let last = [
        "to",
        "to about",
        "to around",
        "to nearly",
        "to more than",
        "to as much as",
    ];
    last.iter().any(|words| {
        link.strip_suffix(words)
            .is_some_and(|rest| rest.ends_with(' '))
    }) && !link.contains(['.', ';'])
}

/// The unit of a range: both have it, or one of them lends it.
fn common_unit(one: &Amount, other: &Amount, opened: bool, hyphened: bool) -> Option<Unit> {
    match (&one.unit, &other.unit) {
        (Unit::Bare, unit) => Some(unit.clone()),
        (unit, Unit::Bare) if opened => Some(unit.clone()),
        (a, b) if a == b => Some(a.clone()),
        // "$1.5-2 million"
        (Unit::Measure(money), Unit::Bare)
            if money.dimension == Dimension::Money && (hyphened || other.scale > 1.0) =>
        {
            Some(one.unit.clone())
        }
        // "$62 and $68 per share", "$750 to $800 a month".
        (a, Unit::Per(of, _)) if *a == **of => Some(other.unit.clone()),
        _ => None,
    }
}

/// What the second one's "million" makes of the first: "$89 to $93 billion", but "$200 to $4 million".
fn scale_of(one: &Amount, other: &Amount) -> f64 {
    if one.scale > 1.0 || other.scale <= 1.0 || one.low.abs() > (other.low / other.scale).abs() {
        return 1.0;
    }
    other.scale
}

fn range(one: &Amount, other: &Amount, unit: Unit) -> Amount {
    let scale = scale_of(one, other);
    let (first, last) = (one.low * scale, other.low);
    Amount {
        span: one.span.cover(other.span),
        low: first.min(last),
        high: first.max(last),
        grain: (one.grain * scale).min(other.grain),
        approximate: one.approximate || other.approximate,
        scale: 1.0,
        numeral_end: other.numeral_end,
        unit,
    }
}

/// Gives the members of a list the unit of its last: "four-, five- and six-cylinder", "280 million of the 1.5 billion shekels".
fn share_units(context: &Context, amounts: &mut [Amount]) {
    for i in (0..amounts.len().saturating_sub(1)).rev() {
        let (head, tail) = amounts.split_at_mut(i + 1);
        let (one, next) = (&mut head[i], &tail[0]);
        if one.unit != Unit::Bare || one.span.end > next.span.start {
            continue;
        }
        let link = context.text[one.span.end..next.span.start].trim();
        if matches!(
            link,
            "-," | "- and" | "- or" | "-, and" | "and" | "or" | "of the" | "out of" | "out of the"
        ) {
            one.unit = next.unit.clone();
        }
    }
}
