//! Quarters, halves, fiscal years, seasons, weekends, the ends of months and years: the periods of reports.

use super::super::Modifier;
use super::super::length::{Length, Unit};
use super::super::reading::{Calendar, Day, Period, Season, Years};
use super::atom::{Atom, Base, Course, Meaning, Point};
use super::lexicon::{self, Shift, Word};
use super::line::Line;
use super::numbers;
use gainsay_syntax::{Upos, Xpos};

/// A period that begins at piece `i`.
pub(super) fn period(line: &Line, i: usize) -> Option<Atom> {
    match line.word(i) {
        Word::Ordinal(_) | Word::Digits(..) | Word::Shift(Shift::Last | Shift::Latest) => {
            part_of_year(line, i).or_else(|| first_months(line, i))
        }
        Word::Season(season) => season_alone(line, i, season),
        Word::Weekend => weekend(line, i),
        Word::Unit(Unit::Year) => year_end(line, i)
            .or_else(|| year_before(line, i))
            .or_else(|| the_unit(line, i, Unit::Year)),
        Word::Unit(unit @ (Unit::Month | Unit::Week | Unit::Quarter)) => the_unit(line, i, unit),
        Word::Plain if line.is(i, "fiscal") => fiscal_year(line, i),
        Word::Plain if line.text(i).len() == 1 => short_quarter(line, i),
        _ => None,
    }
}

fn of_period(start: usize, end: usize, period: Period) -> Atom {
    let calendar = Calendar::of_period(period);
    Atom::calendar(start, end, calendar)
}

/// "the third quarter", "third-quarter", "the first half", "fiscal second-quarter", "the last half of 1989".
fn part_of_year(line: &Line, i: usize) -> Option<Atom> {
    let (number, after) = match line.word(i) {
        Word::Shift(_) => (0, i + 1),
        _ => numbers::ordinal(line, i)?,
    };
    let hyphen = usize::from(line.mark(after, b'-'));
    let at = after + hyphen;
    let at = at + usize::from(line.is_one(at, &["fiscal", "calendar"]));
    let period = match (line.word(at), number) {
        (Word::Unit(Unit::Quarter), 1..=4) => Period::Quarter(number as i8),
        _ if line.is(at, "half") && number <= 2 => {
            // "the first half" is that of a match too: it needs its year.
            let dated = line.is(at + 1, "of")
                && (matches!(line.word(at + 2), Word::Digits(_, 4) | Word::Shift(_))
                    || line.are(at + 2, &["the", "year"]));
            let half = if number == 1 { 1 } else { 2 };
            dated.then_some(Period::Half(half))?
        }
        _ => return None,
    };
    let end = at + 1;
    let start = back_over(line, i, &["the", "its", "a", "fiscal", "-", "flat"]);
    let mut atom = of_period(start, end, period);
    if line.are(end, &["of", "the", "year"]) {
        atom.end += 3;
    }
    Some(atom)
}

/// The first piece of the run of those words before `i`, at most three of them.
fn back_over(line: &Line, i: usize, words: &[&str]) -> usize {
    let mut start = i;
    while start > 0 && i - start < 3 && line.is_one(start - 1, words) {
        start -= 1;
        if line.is_one(start, &["the", "its", "a"]) {
            break;
        }
    }
    start
}

/// "Q3", "Q3 2009", "H1".
fn short_quarter(line: &Line, i: usize) -> Option<Atom> {
    let Word::Digits(number, 1) = line.word(i + 1) else {
        return None;
    };
    if !line.glued(i + 1)
        || line.glued(i)
        || line.glued(i + 2) && matches!(line.word(i + 2), Word::Plain)
    {
        return None;
    }
    let period = match (line.text(i), number) {
        ("Q", 1..=4) => Period::Quarter(number as i8),
        ("H", 1 | 2) => Period::Half(number as i8),
        _ => return None,
    };
    Some(of_period(i, i + 2, period))
}

/// "the first nine months", "the first two years", "the six months": how long, not which.
fn first_months(line: &Line, i: usize) -> Option<Atom> {
    if line.word(i) != Word::Ordinal(1) || line.is_one(i + 1, &["a", "an"]) {
        return None;
    }
    let (number, at) = numbers::cardinal(line, i + 1)?;
    let Word::Units(unit) = line.word(at) else {
        return None;
    };
    let start = i - usize::from(line.is(i.wrapping_sub(1), "the"));
    let length = Length::of(Some(number), unit);
    Some(Atom::new(start, at + 1, Meaning::Length(length)))
}

/// "summer", where it is the season: "in the summer", "the summer of 1994", "summer 2010", "fall" never the verb.
fn season_alone(line: &Line, i: usize, season: Season) -> Option<Atom> {
    let before = i.wrapping_sub(1);
    let the = line.is(before, "the");
    let dated = matches!(line.word(i + 1), Word::Digits(_, 4))
        || line.is(i + 1, "of")
            && matches!(
                line.word(i + 2),
                Word::Digits(_, 4)
                    | Word::Cardinal(_)
                    | Word::Shift(Shift::This | Shift::Last | Shift::Next)
            );
    let preposition = before.wrapping_sub(usize::from(the));
    let led = line.is_one(
        preposition,
        &[
            "in", "during", "over", "by", "since", "until", "through", "this", "last", "early",
            "late", "mid", "into", "of", "before", "after",
        ],
    );
    let noun = line
        .token(i)
        .is_some_and(|t| matches!(t.upos, Upos::Noun | Upos::Propn) && t.xpos != Xpos::Vb);
    let risky = line.is_one(i, &["fall", "spring"]);
    let modifies = line.token(i + 1).is_some_and(|t| t.upos == Upos::Noun);
    if dated
        || led
            && noun
            && !(risky && is_a_drop(line, preposition, i))
            && (!modifies || the && !risky)
    {
        let start = i - usize::from(the);
        return Some(of_period(start, i + 1, Period::Season(season)));
    }
    None
}

/// "The fall of the mayor", "hurt in a fall from the roof", "before the fall": no season.
fn is_a_drop(line: &Line, preposition: usize, fall: usize) -> bool {
    let before = line.text(preposition.wrapping_sub(1));
    line.is_one(preposition, &["before", "after", "of"])
        || lexicon::in_group("after-drop", line.text(fall + 1))
        || lexicon::in_group("before-drop", before)
}

/// "the weekend", "over the weekend", "weekend attacks".
fn weekend(line: &Line, i: usize) -> Option<Atom> {
    let the = line.is(i.wrapping_sub(1), "the");
    let calendar = Calendar::of_day(Day::Weekend);
    (the || line.is(i.wrapping_sub(1), "over"))
        .then(|| Atom::calendar(i - usize::from(the), i + 1, calendar))
}

/// "year-end", "year end", "year's end".
fn year_end(line: &Line, i: usize) -> Option<Atom> {
    let hyphen = usize::from(line.mark(i + 1, b'-'));
    let genitive = 2 * usize::from(line.mark(i + 1, b'\'') && line.is(i + 2, "s"));
    let end = i + 1 + hyphen + genitive;
    if !line.is(end, "end") {
        return None;
    }
    let start = i - usize::from(line.is(i.wrapping_sub(1), "the"));
    let atom = Atom::step(start, end + 1, Unit::Year, 0, Base::Document);
    Some(atom.with(Some(Modifier::End)))
}

/// "year-ago", "year-earlier", with what they go on: "the year-earlier quarter".
fn year_before(line: &Line, i: usize) -> Option<Atom> {
    let hyphen = usize::from(line.mark(i + 1, b'-'));
    if hyphen == 0 || !line.is_one(i + 2, &["ago", "earlier"]) {
        return None;
    }
    let noun = usize::from(line.is_one(i + 3, &["period", "quarter"]));
    let start = back_over(line, i, &["the", "comparable"]);
    Some(Atom::step(
        start,
        i + 3 + noun,
        Unit::Year,
        -1,
        Base::Earlier,
    ))
}

/// "fiscal 1989", "fiscal year 2010", "the fiscal year".
fn fiscal_year(line: &Line, i: usize) -> Option<Atom> {
    let at = i + 1 + usize::from(line.is(i + 1, "year"));
    let start = i - usize::from(line.is(i.wrapping_sub(1), "the"));
    if let Word::Digits(year @ 1900..=2100, 4) = line.word(at) {
        let years = Years::Exactly(year as i16);
        return Some(Atom::calendar(start, at + 1, Calendar::of_years(years)));
    }
    let the = start < i && line.is(i + 1, "year");
    the.then(|| Atom::step(start, at, Unit::Year, 0, Base::Document))
}

/// "the year", "the week", "the quarter", "the end of the month": the running one, where a preposition leads it.
fn the_unit(line: &Line, i: usize, unit: Unit) -> Option<Atom> {
    let before = i.wrapping_sub(1);
    let full = usize::from(line.is_one(before, &["full", "whole", "entire"]));
    let the = before.wrapping_sub(full);
    if !line.is(the, "the")
        || line.is_one(
            i + 1,
            &[
                "'", "-", "before", "after", "that", "when", "he", "she", "they", "it", "in", "of",
            ],
        ) && !line.are(i + 1, &["'", "s"])
    {
        return None;
    }
    let lead = the.wrapping_sub(1);
    let period_led = line.is_one(
        lead,
        &["for", "in", "during", "of", "through", "throughout", "over"],
    );
    if !period_led {
        return None;
    }
    if line.is_one(i + 1, &["ended", "ending"]) && unit != Unit::Quarter {
        let length = Length::of(Some(1), unit);
        return Some(Atom::new(the, i + 1, Meaning::Length(length)));
    }
    if matches!(line.word(i + 1), Word::Digits(..) | Word::Cardinal(_)) {
        return None;
    }
    if unit == Unit::Quarter {
        let point = Point {
            course: Course::Last,
            step: Some(super::atom::Step {
                unit,
                by: 0,
                base: Base::Narrative,
            }),
            ..Point::default()
        };
        return Some(Atom::new(the, i + 1, Meaning::Point(point)));
    }
    Some(Atom::step(the, i + 1, unit, 0, Base::Document))
}
