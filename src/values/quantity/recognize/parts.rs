//! What a number's unit may be part of: shares ("two-thirds of the voters"), rates ("a barrel"), pounds of either kind.

use super::super::unit::{Measure, Unit};
use super::super::{Dimension, Noun};
use super::amount::{Amount, unit_after};
use super::context::Context;
use super::counted;
use crate::values::number::{Form, Number};
use gainsay_syntax::Span;

/// A share ("half of the voters", "two-thirds") or a part of a unit ("half a mile", "1/16 of a pint"), from `start` on.
pub(super) fn fraction(context: &Context, number: &Number, start: usize) -> Option<Amount> {
    let rest = context.after(number.span.end).trim_start();
    let measured = unit_after(context, number.span.end).or_else(|| {
        let openings = ["a ", "an ", "of a ", "of an ", "of a US ", "of one "];
        let whole = openings
            .iter()
            .find_map(|opening| rest.strip_prefix(opening))?;
        unit_after(context, context.sentence.span.end - whole.len())
    });
    if let Some((measure, end)) = measured {
        let unit = Unit::Measure(measure);
        return Some(Amount::of(number, Span::new(start, end), unit));
    }
    let half = number.form == Form::Words && number.value.total_cmp(&0.5).is_eq();
    if half && !is_share(context, number) {
        return None;
    }
    let noun = rest
        .strip_prefix("of ")
        .and_then(|of| counted::noun_after(context, context.sentence.span.end - of.len() - 1));
    let (end, unit) = match noun.map(|noun| (noun.end, noun.unit(context, None))) {
        Some((end, Unit::Counted(noun))) => (end, Unit::ShareOf(noun)),
        _ => (number.span.end, Unit::named("ratio")?),
    };
    Some(Amount::of(number, Span::new(start, end), unit))
}

/// Whether "half" is a share: "half of them", "half the town"; not "the first half", "half a chance", "half-time".
fn is_share(context: &Context, number: &Number) -> bool {
    let rest = context.after(number.span.end).trim_start();
    let openings = [
        "of ", "the ", "its ", "his ", "her ", "their ", "our ", "all ",
    ];
    let named = context.word_before(number.span.start);
    let named = named.is_some_and(|(_, word)| {
        let halves = [
            "first", "second", "other", "this", "that", "each", "every", "next", "last", "opening",
            "and", "better",
        ];
        halves.iter().any(|half| word.eq_ignore_ascii_case(half))
    });
    !named && openings.iter().any(|opening| rest.starts_with(opening))
}

/// What a rate may be opened with.
const PER: [&str; 8] = [
    " per ", "-per-", " a ", " an ", "-a-", " each ", " every ", "/",
];

/// "per barrel", "an ounce", "a-day", "/hour" after a unit: where it ends, and the unit with it.
pub(super) fn rate(context: &Context, end: usize, unit: Unit) -> (usize, Unit) {
    let end = match &unit {
        Unit::Bare => return (end, unit),
        Unit::Measure(money) if money.dimension == Dimension::Money => after_country(context, end),
        _ => end,
    };
    let after = context.after(end);
    // Most amounts end before a word or mark that opens no rate.
    let ([b' ' | b'-', b'p' | b'a' | b'e', ..] | [b'/', ..]) = *after.as_bytes() else {
        return (end, unit);
    };
    match PER.iter().find(|opening| after.starts_with(**opening)) {
        Some(opening) => match divisor(context, end + opening.len(), opening.contains("per")) {
            Some((per_end, per)) => (per_end, unit.per(per)),
            None => (end, unit),
        },
        None => (end, unit),
    }
}

/// "$75 U.S. per barrel": past the country of the money.
fn after_country(context: &Context, end: usize) -> usize {
    let countries = [" U.S.", " US", " U.S"];
    let country = countries
        .iter()
        .find(|c| context.after(end).starts_with(**c));
    end + country.map_or(0, |country| country.len())
}

/// What a rate is taken for each of; after an article only units and "share", "person" and their like.
fn divisor(context: &Context, at: usize, after_per: bool) -> Option<(usize, Unit)> {
    let measured = unit_after(context, at)
        .filter(|(m, _)| m.dimension != Dimension::Money && !m.name.contains(" per "));
    if let Some((measure, end)) = measured {
        // "$6.78 billion a year earlier" is no rate.
        let rest = context.after(end).trim_start();
        let past = ["earlier", "ago", "later", "before", "after", "over"];
        let rated = !past.iter().any(|word| rest.starts_with(word));
        return rated.then_some((end, Unit::Measure(measure)));
    }
    let letters = context.after(at).starts_with(char::is_alphabetic);
    let (end, word) = context.word_after(at).filter(|_| letters)?;
    let shared = ["share", "person", "head", "capita", "piece"].contains(&word);
    (after_per || shared).then(|| (end, Unit::Counted(Noun::plain(word))))
}

/// Bare "pounds" are money in large numbers and where the sentence speaks of money, else a weight.
pub(super) fn settle_pound(context: &Context, value: f64, said: &str) -> Option<&'static Measure> {
    let said = said.trim_start_matches([' ', '-']);
    if !said.eq_ignore_ascii_case("pound") && !said.eq_ignore_ascii_case("pounds") {
        return None;
    }
    let text = context.sentence.span.of(context.text).to_lowercase();
    let any = |words: &[&str]| words.iter().any(|word| text.contains(word));
    let costs = [
        "£", "sterling", "pence", "cost", "fine", "price", "worth", "paid", "pay", "spen", "debt",
        "salary", "budget", "fund",
    ];
    let weighs = ["weigh", "lift", "heav", "drop", "lost", "gain"];
    let money = value >= 50_000.0 || any(&costs) && !any(&weighs);
    match Unit::named(if money {
        "pound sterling"
    } else {
        "pound-mass"
    })? {
        Unit::Measure(measure) => Some(measure),
        Unit::Bare | Unit::Counted(_) | Unit::ShareOf(_) | Unit::Per(..) => None,
    }
}
