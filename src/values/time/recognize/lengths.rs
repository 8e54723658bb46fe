//! Lengths: "two weeks", "a three-day visit", "2 1/2 hours", "for months", and what their neighbours make of them:
//! "two weeks ago" is a point, "$5 a day" a set.

use super::super::Modifier;
use super::super::length::{Length, Unit};
use super::super::reading::{Reading, Vague};
use super::atom::{Atom, Base, Meaning};
use super::lexicon::{self, Word};
use super::line::Line;
use super::numbers::{self, Count};

/// A length, or the point or set that its neighbours turn it into, beginning at piece `i`.
pub(super) fn length(line: &Line, i: usize) -> Option<Atom> {
    if !line.measures_after(i) {
        return None;
    }
    let measured = measure(line, i)?;
    if line.is(measured.end, "old")
        || (line.mark(measured.end, b'-') && line.is(measured.end + 1, "old"))
    {
        return None;
    }
    if let Some(point) = moved(line, i, &measured) {
        return Some(point);
    }
    if measured.article {
        return article_length(line, i, measured);
    }
    let atom =
        Atom::new(i, measured.end, Meaning::Length(measured.length)).with(measured.count.modifier);
    Some(or_so(line, atom))
}

/// A count and its unit.
struct Measured {
    count: Count,
    unit: Unit,
    length: Length,
    end: usize,
    /// Whether the count is a bare article.
    article: bool,
}

/// "two weeks", "two more weeks", "three-year", "a year and a half", "one hour and ten minutes".
fn measure(line: &Line, i: usize) -> Option<Measured> {
    let article = line.is_one(i, &["a", "an"]) && !matches!(line.word(i + 1), Word::Scale(_));
    let (count, after) = numbers::count(line, i)?;
    if !may_be_measured(line, after) {
        return None;
    }
    let article = article && after == i + 1;
    let (modifier, after) = upper_end(line, after).map_or((count.modifier, after), |end| {
        (Some(Modifier::EqualOrMore), end)
    });
    let count = Count { modifier, ..count };
    let hyphen = usize::from(line.mark(after, b'-') && !article);
    let at = after + hyphen;
    let between = !article && hyphen == 0 && line.word(at) == Word::Plain;
    let at = at + usize::from(between && lexicon::in_group("before-unit", line.text(at)));
    let at = at + usize::from(article && line.is_one(at, &["full", "whole", "solid"]));
    let (unit, mut end, times) = unit(line, at)?;
    let spoken = line.is(at, "second") && hyphen == 0 && count.whole != Some(1);
    let year_like =
        matches!(line.word(i), Word::Digits(1000.., 4)) && matches!(line.word(at), Word::Unit(_));
    if year_like
        || spoken
        || article && line.is(at, "second")
        || unit == Unit::Quarter && !is_calendar_quarter(line, i, count)
    {
        return None;
    }
    let whole = count.whole.map(|n| n.saturating_mul(times));
    let mut length = match (whole, count.half) {
        (Some(n), true) => Length::of_and_half(n, unit),
        (n, _) => Length::of(n, unit),
    };
    if let (Some(half_end), Some(n)) = (numbers::and_a_half(line, end), whole) {
        length = Length::of_and_half(n, unit);
        end = half_end;
    }
    if let Some((rest, rest_end)) = finer_rest(line, end, unit) {
        length = length.and(&rest);
        end = rest_end;
    }
    Some(Measured {
        count,
        unit,
        length,
        end,
        article,
    })
}

/// Whether a count may go on at piece `i`: with its unit, or with one word or hyphen before that, or another number.
fn may_be_measured(line: &Line, i: usize) -> bool {
    let unit = |i: usize| line.word(i).may_measure();
    match line.word(i) {
        Word::Plain | Word::Mark(b'-') => {
            unit(i + 1) || matches!(line.word(i + 1), Word::Digits(..) | Word::Cardinal(_))
        }
        _ => unit(i),
    }
}

/// The piece after "to three" in "two to three weeks", "or 20" in "15 or 20 minutes".
fn upper_end(line: &Line, i: usize) -> Option<usize> {
    let dash = line.mark(i, b'-') && matches!(line.word(i + 1), Word::Digits(..));
    if !dash && !line.is_one(i, &["to", "or"])
        || !matches!(line.word(i + 1), Word::Digits(..) | Word::Cardinal(_))
    {
        return None;
    }
    let (_, end) = numbers::cardinal(line, i + 1)?;
    matches!(line.word(end), Word::Unit(_) | Word::Units(_)).then_some(end)
}

/// The unit at piece `i`, the piece after it, and how many of the unit it stands for.
fn unit(line: &Line, i: usize) -> Option<(Unit, usize, u32)> {
    match line.word(i) {
        Word::Unit(unit) | Word::Units(unit) => Some((unit, i + 1, 1)),
        Word::Fortnight => Some((Unit::Week, i + 1, 2)),
        _ if line.is(i, "second") => Some((Unit::Second, i + 1, 1)),
        _ => None,
    }
}

/// "Three quarters" of the voters are a share; "three quarters of losses" a length: only a whole number and no share.
fn is_calendar_quarter(line: &Line, i: usize, count: Count) -> bool {
    let share = line.is_one(i + 2, &["of"]) || matches!(count.whole, Some(0 | 1 | 3));
    !share
        || line.is_one(
            i.wrapping_sub(1),
            &["past", "last", "next", "consecutive", "straight"],
        )
}

/// " and ten minutes", ", 30 seconds", " 20 minutes" behind a coarser unit.
fn finer_rest(line: &Line, i: usize, coarser: Unit) -> Option<(Length, usize)> {
    let comma = usize::from(line.mark(i, b','));
    let at = i + comma;
    let at = at + usize::from(line.is(at, "and"));
    let (number, after) = match line.word(at) {
        Word::Digits(..) | Word::Cardinal(_) => numbers::cardinal(line, at)?,
        _ => return None,
    };
    let (unit, end, times) = unit(line, after)?;
    let finer = unit < coarser
        && (coarser <= Unit::Hour
            || matches!(
                (coarser, unit),
                (Unit::Year, Unit::Month) | (Unit::Day, Unit::Hour)
            ));
    finer.then(|| (Length::of(Some(number.saturating_mul(times)), unit), end))
}

/// "ago", "earlier", "later", "from now" behind a length make it a point.
fn moved(line: &Line, i: usize, measured: &Measured) -> Option<Atom> {
    let or_so = usize::from(line.are(measured.end, &["or", "so"])) * 2;
    let hyphen = usize::from(line.mark(measured.end, b'-'));
    let at = measured.end + or_so + hyphen;
    let before = i.wrapping_sub(1);
    let exactly = line.is(before, "exactly") || line.is(before, "precisely");
    let (sign, base, end) = if line.is(at, "ago") && line.are(at + 1, &["to", "the", "day"]) {
        (-1, Base::ToTheDay, at + 4)
    } else if line.is(at, "ago") && line.is(at + 1, "today") {
        (-1, Base::ToTheDay, at + 2)
    } else if line.is(at, "ago") && exactly {
        (-1, Base::ToTheDay, at + 1)
    } else if line.is(at, "ago") {
        (-1, Base::Ago, at + 1)
    } else if line.is(at, "earlier") || line.is(at, "previously") {
        (-1, Base::Earlier, at + 1)
    } else if line.is(at, "later") && !line.is(at + 1, "than") {
        (1, Base::Narrative, at + 1)
    } else if line.are(at, &["from", "now"]) || line.is(at, "hence") {
        (
            1,
            Base::Document,
            at + 2 - usize::from(line.is(at, "hence")),
        )
    } else {
        return None;
    };
    let Some(number) = measured.count.whole else {
        if base == Base::Earlier || base == Base::Narrative {
            return Some(Atom::new(i, end, Meaning::Length(measured.length.clone())));
        }
        let vague = if sign < 0 { Vague::Past } else { Vague::Future };
        return Some(Atom::new(i, end, Meaning::Vague(vague)));
    };
    let approximate = (or_so > 0).then_some(Modifier::Approx);
    if measured
        .length
        .finest()
        .is_some_and(|unit| unit < Unit::Day)
    {
        // No document tells its hour: "two hours later" stays a length.
        return Some(
            Atom::new(i, end, Meaning::Length(measured.length.clone()))
                .with(measured.count.modifier),
        );
    }
    let (unit, number) = in_steps(&measured.length, measured.unit, number);
    let i = if exactly { before } else { i };
    let atom = Atom::step(i, end, unit, sign * number as i32, base);
    Some(atom.with(approximate.or(measured.count.modifier)))
}

/// The unit to count back in: decades in years, a year and a half in months.
fn in_steps(length: &Length, unit: Unit, number: u32) -> (Unit, u32) {
    match length.parts[..] {
        [(Some(n), unit)] => (unit, n.min(1_000_000)),
        [(Some(y), Unit::Year), (Some(m), Unit::Month)] => {
            (Unit::Month, y.min(10_000) * 12 + m.min(10_000))
        }
        _ => (unit, number.min(1_000_000)),
    }
}

/// "a year": a length behind a preposition ("within a year"), a set behind what is counted ("$5 a year").
fn article_length(line: &Line, i: usize, measured: Measured) -> Option<Atom> {
    let before = i.wrapping_sub(1);
    let whole = measured.end > i + 2;
    let set = line.token(before).is_some_and(|t| {
        use gainsay_syntax::Upos::{Noun, Num, Sym};
        matches!(t.upos, Noun | Num | Sym)
    }) || line.is_one(before, &["once", "twice", "times"])
        || matches!(line.word(before), Word::Digits(..));
    if set && is_speed(line, i, measured.unit) {
        return None;
    }
    if set && !whole {
        return Some(Atom::new(
            i,
            measured.end,
            Meaning::Set(Reading::Length(measured.length)),
        ));
    }
    let acts = line
        .token(before)
        .is_some_and(|t| t.upos == gainsay_syntax::Upos::Verb);
    let led = acts || lexicon::in_group("before-length", line.text(before));
    let led = led || whole || line.is(measured.end, "of") && measured.unit <= Unit::Hour;
    led.then(|| {
        or_so(
            line,
            Atom::new(i, measured.end, Meaning::Length(measured.length)),
        )
    })
}

/// "Ninety miles an hour", "30 metres per second" is how fast, not how often.
pub(super) fn is_speed(line: &Line, i: usize, unit: Unit) -> bool {
    unit <= Unit::Hour && lexicon::in_group("distance", line.text(i.wrapping_sub(1)))
}

/// "or so", "or more", "or less" behind a length.
fn or_so(line: &Line, mut atom: Atom) -> Atom {
    let modifier = match line.text(atom.end + 1) {
        _ if !line.is(atom.end, "or") => return atom,
        "so" => Modifier::Approx,
        "more" | "longer" => Modifier::EqualOrMore,
        "less" => Modifier::EqualOrLess,
        _ => return atom,
    };
    atom.end += 2;
    atom.with(Some(modifier))
}

/// "months of talks", "for years", "in the weeks before the vote", "day-long": a unit with no number at all.
pub(super) fn bare_units(line: &Line, i: usize) -> Option<Atom> {
    let (unit, plural) = match line.word(i) {
        Word::Units(unit) => (unit, true),
        Word::Unit(unit) => (unit, false),
        _ => return None,
    };
    if line.mark(i + 1, b'-')
        && line.is_one(i + 2, &["long", "old"])
        && (plural || line.is(i + 2, "long"))
    {
        let number = if plural { None } else { Some(1) };
        let free = !line.mark(i.wrapping_sub(1), b'-');
        return free.then(|| Atom::new(i, i + 3, Meaning::Length(Length::of(number, unit))));
    }
    let before = i.wrapping_sub(1);
    let beside = line.is_one(i + 1, &["after", "before", "later", "earlier"]);
    if !plural || unit < Unit::Minute && !beside || unit == Unit::Quarter {
        return None;
    }
    let some = line.is(before, "some");
    let start = i - usize::from(some);
    if line.is(i + 1, "ago") {
        return Some(Atom::new(start, i + 2, Meaning::Vague(Vague::Past)));
    }
    let the = line.is(before, "the");
    let around = line.is_one(
        i + 1,
        &["before", "after", "ahead", "leading", "following", "since"],
    ) || line.is(i + 1, "that") && line.is_one(i + 2, &["followed", "follow"]);
    let led = line.is_one(
        before,
        &[
            "for", "in", "within", "after", "over", "through", "took", "spent", "takes", "take",
            "follows", "followed",
        ],
    );
    let first = before >= line.pieces.len() || matches!(line.word(before), Word::Mark(_));
    let followed = beside || line.is(i + 1, "of");
    // "Left the stage seconds before the fall"; "school days before the war" are days of a kind.
    let acted = line.token(before).is_some_and(|t| {
        use gainsay_syntax::Upos::{Noun, Propn, Verb};
        t.upos == Verb || unit < Unit::Day && matches!(t.upos, Noun | Propn)
    });
    let told = led || some || first && followed || acted && beside || the && around;
    let start = start - usize::from(the);
    told.then(|| Atom::new(start, i + 1, Meaning::Length(Length::of(None, unit))))
}
