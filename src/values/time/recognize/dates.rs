//! Calendar dates: weekdays, months, days of the month, years, decades, centuries, and dates in digits.

use super::super::reading::{Calendar, Day, Period, Reading, Years};
use super::atom::{Atom, Meaning};
use super::lexicon::Word;
use super::line::Line;
use super::numbers;
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
            .or_else(|| decade(line, i))
            .or_else(|| century(line, i))
            .or_else(|| year(line, i)),
        Word::Ordinal(_) | Word::Cardinal(_) => day_then_month(line, i)
            .or_else(|| century(line, i))
            .or_else(|| spelled_year(line, i)),
        Word::DecadeName(tens) => decade_name(line, i, tens),
        Word::Mark(b'\'') => short_year(line, i),
        _ => None,
    }
}

/// "Sunday"; its plural with a part of the day ("Sunday nights") is a set.
fn weekday(line: &Line, i: usize, day: i8) -> Option<Atom> {
    if !line.capital(i) {
        return None;
    }
    if let Word::Parts(_) = line.word(i + 1) {
        return Some(set_of_weekday(i, i + 1, day));
    }
    Some(Atom::calendar(i, i + 1, of_day(Day::Weekday(day))))
}

fn set_of_weekday(start: usize, end: usize, day: i8) -> Atom {
    Atom::new(
        start,
        end,
        Meaning::Set(Reading::Calendar(of_day(Day::Weekday(day)))),
    )
}

fn of_day(day: Day) -> Calendar {
    Calendar {
        day,
        ..Calendar::default()
    }
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
    (line.capital(i) && dated).then(|| Atom::calendar(i, i + 1 + dot, of_day(Day::Weekday(day))))
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
    let mut calendar = Calendar {
        period: Period::Month(month),
        ..Calendar::default()
    };
    let mut end = after;
    if let Some((day, next)) = day_of_month(line, after) {
        calendar.day = Day::OfMonth(day);
        end = next;
    }
    if let Some((year, next)) = year_after(line, end) {
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
fn day_of_month(line: &Line, i: usize) -> Option<(i8, usize)> {
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

/// The year that goes on a month or a day: " 2010", ", 2010", " of 2010", " '98".
fn year_after(line: &Line, i: usize) -> Option<(i16, usize)> {
    let at = i + usize::from(line.mark(i, b',') || line.is(i, "of"));
    if let Word::Digits(year, 4) = line.word(at) {
        let number = line.mark(at + 1, b',')
            && line.glued(at + 1)
            && line.glued(at + 2)
            && matches!(line.word(at + 2), Word::Digits(..));
        return ((1000..2200).contains(&year) && !number).then_some((year as i16, at + 1));
    }
    if let Some(atom) = spelled_year(line, at) {
        return year_of(&atom).map(|year| (year, atom.end));
    }
    let atom = short_year(line, at)?;
    year_of(&atom).map(|year| (year, atom.end))
}

fn year_of(atom: &Atom) -> Option<i16> {
    match &atom.meaning {
        Meaning::Point(point) => match point.calendar.years {
            Years::Exactly(year) => Some(year),
            _ => None,
        },
        _ => None,
    }
}

/// "10 September 2023", "7th of March", "the seventh of May", "7-9 August".
fn day_then_month(line: &Line, i: usize) -> Option<Atom> {
    let (day, end) = day_of_month(line, i)?;
    let of = usize::from(line.is(end, "of"));
    let (month, mut end) = month_name(line, end + of)?;
    let mut calendar = Calendar {
        period: Period::Month(month),
        ..of_day(Day::OfMonth(day))
    };
    // "the second May": an ordinal word needs its "of".
    if matches!(line.word(i), Word::Ordinal(_) | Word::Cardinal(_)) && of == 0 {
        return None;
    }
    // In "killed 12 May 3" the number before is a count: a day behind the month wins.
    if of == 0 && day_of_month(line, end).is_some() {
        return None;
    }
    if let Some((year, next)) = year_after(line, end) {
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

/// "1995", "the year 2000"; not "1995 people", "$1995", "Section 1995".
fn year(line: &Line, i: usize) -> Option<Atom> {
    let Word::Digits(year, 4) = line.word(i) else {
        return None;
    };
    let before = i.wrapping_sub(1);
    let in_number = line.glued(i)
        && !matches!(
            line.word(before),
            Word::Mark(b'(' | b'-' | b'"' | b'\'' | b'/')
        )
        || line.glued(i + 1)
            && matches!(line.word(i + 1), Word::Mark(b'.' | b',' | b':' | b'%'))
            && line.glued(i + 2)
            && matches!(line.word(i + 2), Word::Digits(..));
    if in_number || !(1500..2100).contains(&year) || line.mark(i + 1, b'%') {
        return None;
    }
    let led = line.is_one(
        before,
        &[
            "in", "since", "of", "by", "from", "until", "till", "during", "through", "early",
            "late", "mid", "fiscal", "year", "between", "before", "after", "the", "to", "and",
            "for", "than",
        ],
    );
    if !led && !(1900..2060).contains(&year) {
        return None;
    }
    if counts_something(line, i, year) || is_label(line, before) {
        return None;
    }
    let named = line.is(before, "year") && line.is(i.wrapping_sub(2), "the");
    let start = if named { i - 2 } else { i };
    let calendar = Calendar {
        years: Years::Exactly(year as i16),
        ..Calendar::default()
    };
    Some(Atom::calendar(start, i + 1, calendar))
}

/// "2000 people", "1500 meters", "1900 hours": a round number before a plural noun or a unit is no year.
fn counts_something(line: &Line, i: usize, year: u32) -> bool {
    let before = i.wrapping_sub(1);
    if line.is_one(
        before,
        &[
            "about", "some", "nearly", "almost", "than", "over", "least", "around", "roughly",
        ],
    ) && year % 10 == 0
    {
        return line.token(i + 1).is_some_and(|t| t.xpos == Xpos::Nns);
    }
    if line.is_one(
        i + 1,
        &[
            "GMT",
            "UTC",
            "hours",
            "hrs",
            "local",
            "people",
            "meters",
            "metres",
            "miles",
            "percent",
            "feet",
            "dollars",
            "tons",
            "tonnes",
            "troops",
            "acres",
            "km",
            "kilometers",
            "kilometres",
        ],
    ) {
        return true;
    }
    let plural = line.token(i + 1).is_some_and(|t| t.xpos == Xpos::Nns);
    year % 50 == 0 && plural && !line.is_one(before, &["the", "in", "of", "its", "their"])
}

/// "Section 1995", "Flight 1990", "No. 1984", "$1,995": the number is a name or money.
fn is_label(line: &Line, before: usize) -> bool {
    matches!(line.word(before), Word::Mark(b'$' | b'#' | 0))
        || line.is_one(
            before,
            &[
                "section",
                "flight",
                "no",
                "number",
                "room",
                "article",
                "resolution",
                "page",
                "windows",
            ],
        )
}

/// "nineteen ninety-seven", "two thousand", "the year two thousand".
fn spelled_year(line: &Line, i: usize) -> Option<Atom> {
    let Word::Cardinal(first) = line.word(i) else {
        return None;
    };
    let before = i.wrapping_sub(1);
    let led = line.is(before, "year");
    let start = if led && line.is(i.wrapping_sub(2), "the") {
        i - 2
    } else {
        i
    };
    if first == 2 && line.is(i + 1, "thousand") && led {
        let years = Years::Exactly(2000);
        return Some(Atom::calendar(
            start,
            i + 2,
            Calendar {
                years,
                ..Calendar::default()
            },
        ));
    }
    let (rest, end) = numbers::cardinal(line, i + 1)?;
    let is_word = matches!(line.word(i + 1), Word::Cardinal(_));
    let whole = matches!(first, 17..=20) && (10..100).contains(&rest) && is_word;
    let years = Years::Exactly((first * 100 + rest) as i16);
    whole.then(|| {
        Atom::calendar(
            start,
            end,
            Calendar {
                years,
                ..Calendar::default()
            },
        )
    })
}

/// "'98" after a month or a preposition, "the '80s".
fn short_year(line: &Line, i: usize) -> Option<Atom> {
    let Word::Digits(year, 2) = line.word(i + 1) else {
        return None;
    };
    if !line.mark(i, b'\'') || !line.glued(i + 1) {
        return None;
    }
    let century = if year < 40 { 20 } else { 19 };
    if line.glued(i + 2) && line.is(i + 2, "s") && year % 10 == 0 {
        let start = i - usize::from(line.is(i.wrapping_sub(1), "the"));
        let years = Years::Decade((century * 10 + year / 10) as i16);
        return Some(Atom::calendar(
            start,
            i + 3,
            Calendar {
                years,
                ..Calendar::default()
            },
        ));
    }
    let years = Years::Exactly((century * 100 + year) as i16);
    let free =
        !line.glued(i + 2) || matches!(line.word(i + 2), Word::Mark(b',' | b'.' | b')' | b';'));
    free.then(|| {
        Atom::calendar(
            i,
            i + 2,
            Calendar {
                years,
                ..Calendar::default()
            },
        )
    })
}

/// "1990s", "the 1960's", "80s".
fn decade(line: &Line, i: usize) -> Option<Atom> {
    let Word::Digits(year, length @ (2 | 4)) = line.word(i) else {
        return None;
    };
    let apostrophe = usize::from(line.mark(i + 1, b'\'') && line.glued(i + 1));
    let s = i + 1 + apostrophe;
    if !line.glued(s) || !line.is(s, "s") || year % 10 != 0 {
        return None;
    }
    let article = line.is(i.wrapping_sub(1), "the");
    let decade = match length {
        4 if (1000..2100).contains(&year) => year / 10,
        // "in his 30s" is an age, "low 40s" a temperature.
        2 if article && (20..100).contains(&year) => 190 + year / 10,
        _ => return None,
    };
    // "the 1900s" is the century.
    let years = match decade % 10 {
        0 if length == 4 && decade < 200 => Years::Century((decade / 10) as i16),
        _ => Years::Decade(decade as i16),
    };
    Some(Atom::calendar(
        i - usize::from(article),
        s + 1,
        Calendar {
            years,
            ..Calendar::default()
        },
    ))
}

/// "the nineties", "the roaring twenties"; not "in her eighties".
fn decade_name(line: &Line, i: usize, tens: i16) -> Option<Atom> {
    let before = i.wrapping_sub(1);
    let adjective = usize::from(line.is_one(
        before,
        &["early", "late", "mid", "roaring", "swinging", "-"],
    ));
    let led = line.is_one(before.wrapping_sub(adjective), &["the", "nineteen"])
        || line.is(before, "nineteen");
    let years = Years::Decade(190 + tens);
    let start = i - usize::from(adjective == 0 && line.is(before, "the"));
    led.then(|| {
        Atom::calendar(
            start,
            i + 1,
            Calendar {
                years,
                ..Calendar::default()
            },
        )
    })
}

/// "the 20th century", "11th-century", "the nineteenth century".
fn century(line: &Line, i: usize) -> Option<Atom> {
    let (number, end) = numbers::ordinal(line, i)?;
    let hyphen = usize::from(line.mark(end, b'-'));
    if !line.is(end + hyphen, "century") || !(1..=22).contains(&number) {
        return None;
    }
    let start = i - usize::from(line.is(i.wrapping_sub(1), "the"));
    let years = Years::Century(number as i16 - 1);
    Some(Atom::calendar(
        start,
        end + hyphen + 1,
        Calendar {
            years,
            ..Calendar::default()
        },
    ))
}
