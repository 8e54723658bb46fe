//! Calendar dates: weekdays, months, days of the month, years, decades, centuries, and dates in digits.

use super::super::reading::{Calendar, Day, Hour, Period, Reading, Years};
use super::atom::{Atom, Course, Meaning};
use super::lexicon::Word;
use super::line::Line;
use super::numbers;
use super::shifts;
use super::years;
use gainsay_syntax::{Upos, Xpos};

/// A date that begins at piece `i`.
pub(super) fn date(line: &Line, i: usize) -> Option<Atom> {
    match line.word(i) {
        Word::Weekday(d) => weekday(line, i, d),
        Word::ShortWeekday(d) => short_weekday(line, i, d),
        Word::Weekdays(d) => Some(set_of_weekday(i, i + 1, d)),
        Word::Month(_) | Word::ShortMonth(_) => month(line, i),
        Word::Digits(..) => digits(line, i)
            .or_else(|| day_then_month(line, i))
            .or_else(|| years::decade(line, i))
            .or_else(|| years::century(line, i))
            .or_else(|| years::year(line, i)),
        Word::Ordinal(_) | Word::Cardinal(_) => day_then_month(line, i)
            .or_else(|| years::century(line, i))
            .or_else(|| years::spelled_year(line, i)),
        Word::DecadeName(tens) => years::decade_name(line, i, tens),
        Word::Mark(b'\'') => years::short_year(line, i),
        _ => None,
    }
}

/// "Sunday"; its plural with a part of the day ("Sunday nights") is a set.
fn weekday(line: &Line, i: usize, day: i8) -> Option<Atom> {
    if !line.capital(i) {
        return None;
    }
    if let Word::Parts(part) = line.word(i + 1) {
        let calendar = Calendar {
            hour: Hour::Part(part),
            ..Calendar::of_day(Day::Weekday(day))
        };
        return Some(Atom::new(
            i,
            i + 2,
            Meaning::Set(Reading::Calendar(calendar)),
        ));
    }
    let mut atom = Atom::calendar(i, i + 1, Calendar::of_day(Day::Weekday(day)));
    let before = i.wrapping_sub(1);
    let counted = matches!(line.word(before), Word::Ordinal(_));
    let of_period = line.is(i + 1, "in") || shifts::is_of_period(line, i + 1);
    let any = line.is(before, "one")
        || line.is(before, "a") && line.is(before.wrapping_sub(1), "on")
        || counted && of_period;
    if let (true, Meaning::Point(point)) = (any, &mut atom.meaning) {
        point.course = Course::Any;
    }
    Some(atom)
}

fn set_of_weekday(start: usize, end: usize, day: i8) -> Atom {
    Atom::new(
        start,
        end,
        Meaning::Set(Reading::Calendar(Calendar::of_day(Day::Weekday(day)))),
    )
}

/// "Sun., Sept. 10", "Mon 3 May"; not "the sun", nor "Wed" for a wedding.
fn short_weekday(line: &Line, i: usize, day: i8) -> Option<Atom> {
    let dot = usize::from(line.mark(i + 1, b'.') && line.glued(i + 1));
    let comma = usize::from(line.mark(i + 1 + dot, b','));
    let next = i + 1 + dot + comma;
    let dated = match line.word(next) {
        Word::Month(_) | Word::ShortMonth(_) => true,
        Word::Digits(..) => matches!(
            line.word(next + 1),
            Word::Month(_) | Word::ShortMonth(_) | Word::Mark(b':')
        ),
        _ => false,
    };
    (line.capital(i) && dated)
        .then(|| Atom::calendar(i, i + 1 + dot, Calendar::of_day(Day::Weekday(day))))
}

/// The month at piece `i` and the piece after it, its dot included.
fn month_name(line: &Line, i: usize) -> Option<(i8, usize)> {
    if !line.capital(i) {
        return None;
    }
    match line.word(i) {
        Word::Month(m) => Some((m, i + 1)),
        Word::ShortMonth(m) => {
            let dot = line.mark(i + 1, b'.') && line.glued(i + 1);
            Some((m, i + 1 + usize::from(dot)))
        }
        _ => None,
    }
}

/// "May", "May 22", "Sept. 10, 2023", "July 2010", "March eighth".
fn month(line: &Line, i: usize) -> Option<Atom> {
    let (month, after) = month_name(line, i)?;
    let mut calendar = Calendar::of_period(Period::Month(month));
    let mut end = after;
    if let Some((day, next)) = day_of_month(line, after) {
        calendar.day = Day::OfMonth(day);
        end = next;
    }
    if let Some((year, next)) = years::year_after(line, end) {
        calendar.years = Years::Exactly(year);
        end = next;
    }
    let alone = calendar.day == Day::Open && calendar.years == Years::Open;
    (!alone || is_month(line, i)).then(|| Atom::calendar(i, end, calendar))
}

/// Whether a month's name that stands alone is one: not the modal "May", nor "March" of a protest, nor a first name.
fn is_month(line: &Line, i: usize) -> bool {
    let short = matches!(line.word(i), Word::ShortMonth(_));
    let risky = line.is_one(
        i,
        &[
            "may", "march", "mar", "jan", "august", "april", "june", "dec",
        ],
    );
    if !short && !risky {
        return true;
    }
    let Some(token) = line.token(i) else {
        return false;
    };
    let before = i.wrapping_sub(1);
    let led = line.is_one(
        before,
        &[
            "in", "since", "last", "next", "this", "by", "until", "of", "early", "late", "mid",
            "from", "through", "to", "between", "each", "every", "for", "during",
        ],
    );
    if led {
        return true;
    }
    let name_beside =
        line.capital(i + 1) && line.token(i + 1).is_some_and(|t| t.upos == Upos::Propn);
    let name_before =
        line.capital(before) && line.token(before).is_some_and(|t| t.upos == Upos::Propn);
    !short
        && token.xpos == Xpos::Nnp
        && !name_beside
        && !name_before
        && !line.is(i, "may")
        && !line.is(i, "march")
}

/// A day of the month at piece `i`: "10", "10th", "tenth", but not "10:30", "10 people", "1995".
pub(super) fn day_of_month(line: &Line, i: usize) -> Option<(i8, usize)> {
    let (day, end) = match numbers::ordinal(line, i) {
        Some(found) => found,
        None => match line.word(i) {
            Word::Digits(day, 1 | 2) => (day, i + 1),
            _ => return None,
        },
    };
    let clock = (line.mark(end, b':') || line.mark(end, b'.'))
        && line.glued(end + 1)
        && matches!(line.word(end + 1), Word::Digits(..));
    let share = line.mark(end, b'%');
    let meridiem = line.is_one(end, &["am", "pm"])
        || (line.is_one(end, &["a", "p"]) && line.mark(end + 1, b'.') && line.is(end + 2, "m"));
    let whole = (1..=31).contains(&day) && !clock && !share && !meridiem;
    whole.then_some((day as i8, end))
}

/// "10 September 2023", "7th of March", "the seventh of May", "7-9 August".
fn day_then_month(line: &Line, i: usize) -> Option<Atom> {
    let (day, end) = day_of_month(line, i)?;
    let of = usize::from(line.is(end, "of"));
    // "13. Oct 2016", as much of Europe writes it.
    let dot = usize::from(line.mark(end, b'.') && line.glued(end));
    let (month, mut end) = month_name(line, end + of + dot)?;
    let mut calendar = Calendar {
        period: Period::Month(month),
        ..Calendar::of_day(Day::OfMonth(day))
    };
    // "the second May": an ordinal word needs its "of".
    if matches!(line.word(i), Word::Ordinal(_) | Word::Cardinal(_)) && of == 0 {
        return None;
    }
    // In "killed 12 May 3" the number before is a count: a day behind the month wins.
    if of == 0 && day_of_month(line, end).is_some() {
        return None;
    }
    if let Some((year, next)) = years::year_after(line, end) {
        calendar.years = Years::Exactly(year);
        end = next;
    }
    let start = i - usize::from(of == 1 && line.is(i.wrapping_sub(1), "the"));
    Some(Atom::calendar(start, end, calendar))
}

/// "2023-09-10", "9/10/2023", "10.09.2023".
fn digits(line: &Line, i: usize) -> Option<Atom> {
    let mut numbers = [0; 3];
    let mut lengths = [0; 3];
    let mark = line.word(i + 1);
    for n in 0..3 {
        let Word::Digits(number, length) = line.word(i + 2 * n) else {
            return None;
        };
        if n > 0
            && (!line.glued(i + 2 * n)
                || !line.glued(i + 2 * n - 1)
                || line.word(i + 2 * n - 1) != mark)
        {
            return None;
        }
        (numbers[n], lengths[n]) = (number, length);
    }
    let (year, month, day) = match (mark, lengths) {
        (Word::Mark(b'-' | b'/' | b'.'), [4, 1..=2, 1..=2]) => (numbers[0], numbers[1], numbers[2]),
        (Word::Mark(b'/'), [1..=2, 1..=2, 4]) if numbers[0] <= 12 => {
            (numbers[2], numbers[0], numbers[1])
        }
        (Word::Mark(b'/' | b'.' | b'-'), [1..=2, 1..=2, 4]) => (numbers[2], numbers[1], numbers[0]),
        _ => return None,
    };
    let whole =
        (1000..2200).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    let calendar = Calendar::date(year as i16, month as i8, day as i8);
    whole.then(|| Atom::calendar(i, i + 5, calendar))
}
