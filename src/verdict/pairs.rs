//! How two accounts of one question stand to each other.

use crate::claims::hour;
use crate::claims::lasting::Lasting;
use crate::claims::questions::contact;
use crate::claims::questions::number;
use crate::claims::state::{Mark, State};
use crate::claims::told::Told;
use crate::claims::{Answer, Attribute};
use crate::facts::Account;
use crate::values::quantity::{Dimension, Quantity, Unit};
use crate::values::time::{Diagnosis, Time};
use crate::values::{Relation, place, quantity, time};
use jiff::tz::Offset;

use super::ages;
use super::bounds;
use super::course::{self, rose};
use super::deadline;
use super::people;
use super::rules::{self, Rule};
use super::scope;
use super::stances;
use super::stated;

/// What a pair of accounts comes to.
pub(super) enum Outcome {
    /// They disagree: the rule, how plainly (from 0 to 1), and what more there is to say of it.
    Flag(&'static Rule, f64, String),
    /// One is more exact.
    Precision,
    /// They say the same.
    Agreement,
    /// They can not be compared.
    Nothing,
}

pub(super) fn judge(one: &Account, other: &Account) -> Outcome {
    if matches!(one.claim.question.attribute, Attribute::Stated(_)) {
        return stated::judge(one, other);
    }
    match (&one.claim.answer, &other.claim.answer) {
        (Answer::Stance(_), Answer::Stance(_)) if stances::came_about(one, other) => {
            flag("reports-update", 1.0)
        }
        (Answer::Stance(a), Answer::Stance(b)) => stances::judge((*a, *b), one, other),
        (Answer::Time(_), Answer::Time(_)) if deadline::missed(one, other) => {
            flag("time-vague", 1.0)
        }
        (Answer::Time(a), Answer::Time(b)) => times(a, b),
        (Answer::Length(a), Answer::Length(b)) => lengths(a, b),
        (Answer::Quantity(a), Answer::Quantity(b))
            if one.claim.question.attribute == Attribute::Age =>
        {
            ages::judge(a, b, one, other)
        }
        (Answer::Quantity(a), Answer::Quantity(b)) => {
            let of_parts = scope::judge(a, b, one, other);
            of_parts.unwrap_or_else(|| counts(a, b, one, other))
        }
        (Answer::Clock(a, offset), Answer::Clock(b, _)) => clocks(a, b, *offset),
        (Answer::Place(a), Answer::Place(b)) => {
            related(place::relate(a, b), || flag("place-conflict", 1.0))
        }
        (Answer::Disclosed(a), Answer::Disclosed(b)) => people::disclosures(*a, *b, one, other),
        (Answer::Actor(a), Answer::Actor(b))
            if one.claim.question.attribute == Attribute::Except =>
        {
            people::exceptions(a, b)
        }
        (Answer::Actor(a), Answer::Actor(b)) => people::actors(a, b, one, other),
        (Answer::Words(a), Answer::Words(b)) => match one.claim.question.attribute {
            Attribute::Name => people::names(one, other),
            Attribute::Contact => same_or(contact::same(&a.head, &b.head), "telephone-conflict"),
            _ => same_or(a.head == b.head, "rank-conflict"),
        },
        (Answer::State(a), Answer::State(b)) => states(*a, *b, one, other),
        (Answer::Spot(a), Answer::Spot(b)) => related(a.relate(*b), || flag("spot-differs", 1.0)),
        _ => Outcome::Nothing,
    }
}

/// Agreement, or what a rule says of two answers that are not the same.
pub(super) fn same_or(same: bool, code: &str) -> Outcome {
    if same {
        Outcome::Agreement
    } else {
        flag(code, 1.0)
    }
}

/// Two clocks of one statement.
fn clocks(a: &Time, b: &Time, place: Option<Offset>) -> Outcome {
    match time::clocks_disagree(a, b, place) {
        Some(diagnosis) => flag_with("clock-zone-mismatch", 1.0, diagnose(diagnosis, place)),
        None => Outcome::Agreement,
    }
}

/// States of one scale disagree where they exclude each other; stages within one article only follow each other.
fn states(a: State, b: State, one: &Account, other: &Account) -> Outcome {
    if one.voice.article == other.voice.article && !a.scale().has(Mark::Within) {
        return Outcome::Nothing;
    }
    related(a.relate(b), || flag(a.scale().rule(), 1.0))
}

pub(super) fn related(relation: Relation, disjoint: impl Fn() -> Outcome) -> Outcome {
    match relation {
        Relation::Equal => Outcome::Agreement,
        Relation::Narrower | Relation::Wider | Relation::Overlapping => Outcome::Precision,
        Relation::Disjoint => disjoint(),
        Relation::Incomparable => Outcome::Nothing,
    }
}

pub(super) fn flag_with(code: &str, certainty: f64, note: String) -> Outcome {
    rules::by_code(code).map_or(Outcome::Nothing, |rule| {
        Outcome::Flag(rule, certainty, note)
    })
}

/// Why two clocks can not both be right, in words.
fn diagnose(diagnosis: Diagnosis, place: Option<Offset>) -> String {
    let at = place.map_or(String::new(), |offset| format!(" at UTC{offset}"));
    match diagnosis {
        Diagnosis::SwappedLabels => {
            format!("the two labels are swapped: with them changed, the clocks fit{at}")
        }
        Diagnosis::WrongOffset(stated, expected) => {
            format!(
                "the clocks are {} apart, their zones{at} {}",
                hours(stated),
                hours(expected)
            )
        }
        Diagnosis::MissingDay => format!("the clocks fit{at} only on two different days"),
    }
}

fn hours(minutes: i32) -> String {
    let (hours, rest) = (minutes.abs() / 60, minutes.abs() % 60);
    if rest == 0 {
        format!("{hours} h")
    } else {
        format!("{hours} h {rest} min")
    }
}

pub(super) fn flag(code: &str, certainty: f64) -> Outcome {
    flag_with(code, certainty, String::new())
}

/// Dates compare as dates; where an account names none, only weekday and hour can disagree.
pub(super) fn times(a: &Told, b: &Told) -> Outcome {
    if !a.states_something() || !b.states_something() {
        return Outcome::Nothing;
    }
    let same_day = !matches!(time::relate(&a.day(), &b.day()), Relation::Disjoint);
    if let Some(relation) = hour::relate_about(a, b).filter(|_| same_day) {
        return related(relation, || flag("time-vague", 1.0));
    }
    let relation = if a.absolute && b.absolute {
        time::relate(&a.time, &b.time)
    } else {
        time::relate(&a.stated, &b.stated)
    };
    match relation {
        Relation::Narrower | Relation::Wider | Relation::Overlapping
            if a.is_another_part_of_day(b) =>
        {
            flag("time-vague", 1.0)
        }
        // Thursday night runs into Friday, but who writes Friday seldom means it.
        Relation::Overlapping if !same_day && (a.is_day() || b.is_day()) => flag("time-vague", 0.9),
        relation => related(relation, || flag("time-conflict", 1.0)),
    }
}

/// Lengths that exclude each other, and exact ones that only their rounding brings together.
fn lengths(a: &Lasting, b: &Lasting) -> Outcome {
    match a.relate(b) {
        Relation::Disjoint if a.is_loose() || b.is_loose() => flag("duration-vague", 1.0),
        Relation::Narrower | Relation::Wider | Relation::Overlapping if a.names_another(b) => {
            flag("duration-vague", 0.9)
        }
        relation => related(relation, || flag("duration-conflict", 1.0)),
    }
}

/// Two counts or measures of one thing.
fn counts(a: &Quantity, b: &Quantity, one: &Account, other: &Account) -> Outcome {
    match amounts(a, b) {
        Relation::Narrower | Relation::Wider | Relation::Overlapping
            if one.claim.question.attribute == Attribute::Number =>
        {
            Outcome::Agreement
        }
        Relation::Narrower | Relation::Wider | Relation::Overlapping
            if rose_within_bounds(a, b, one, other) =>
        {
            flag("count-update", 1.0)
        }
        Relation::Narrower | Relation::Wider | Relation::Overlapping if bounds::differ(a, b) => {
            flag("bounds-differ", 1.0)
        }
        relation => related(relation, || quantities(a, b, one, other)),
    }
}

/// Counts of things that two articles name by different words still compare: that they are one is settled before.
fn amounts(a: &Quantity, b: &Quantity) -> Relation {
    let relation = quantity::relate(a, b);
    let counts = a.dimension() == Dimension::Count && b.dimension() == Dimension::Count;
    if relation == Relation::Incomparable && counts {
        let bare = |q: &Quantity| Quantity {
            unit: Unit::Bare,
            ..q.clone()
        };
        return quantity::relate(&bare(a), &bare(b));
    }
    relation
}

/// Counts of the dead or hurt, and estimates of damage, that rise from an earlier day to a later one are an update.
pub(super) fn quantities(a: &Quantity, b: &Quantity, one: &Account, other: &Account) -> Outcome {
    if one.claim.question.attribute == Attribute::Number {
        return numbers(a, b, one);
    }
    if rose(a, b, one, other) || course::moved_on(one, other) {
        return flag("count-update", 1.0);
    }
    if a.approximate || b.approximate {
        flag("quantity-vague", 0.9)
    } else {
        flag("quantity-conflict", 1.0)
    }
}

/// One or several: two numerals are held against each other as counts, here only what grammar tells.
fn numbers(a: &Quantity, b: &Quantity, one: &Account) -> Outcome {
    let open = |q: &Quantity| q.most().is_none();
    let noun = one.claim.question.subject.as_ref();
    let record = noun.is_some_and(|s| number::is_record(&s.head));
    if open(a) || open(b) || record {
        flag("one-or-several", 1.0)
    } else {
        Outcome::Nothing
    }
}

/// "At least four" on the first day holds 23 on the next, and yet the count rose: by half or more it is worth telling.
fn rose_within_bounds(a: &Quantity, b: &Quantity, one: &Account, other: &Account) -> bool {
    let (Some(x), Some(y)) = (a.least(), b.least()) else {
        return false;
    };
    rose(a, b, one, other) && x.max(y) >= 1.5 * x.min(y)
}
