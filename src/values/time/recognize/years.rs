//! Years in digits and words, what follows a month, decades and centuries.

use super::super::reading::{Calendar, Years};
use super::atom::{Atom, Meaning};
use super::lexicon::Word;
use super::line::Line;
use super::numbers;
use gainsay_syntax::Xpos;

/// The year that goes on a month or a day: " 2010", ", 2010", " of 2010", " '98".
pub(super) fn year_after(line: &Line, i: usize) -> Option<(i16, usize)> {
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

/// "1995", "the year 2000"; not "1995 people", "$1995", "Section 1995".
pub(super) fn year(line: &Line, i: usize) -> Option<Atom> {
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
    let calendar = Calendar::of_years(Years::Exactly(year as i16));
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
    ) && year.is_multiple_of(10)
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
    year.is_multiple_of(50) && plural && !line.is_one(before, &["the", "in", "of", "its", "their"])
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
pub(super) fn spelled_year(line: &Line, i: usize) -> Option<Atom> {
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
        return Some(Atom::calendar(start, i + 2, Calendar::of_years(years)));
    }
    if !matches!(first, 17..=20) || !matches!(line.word(i + 1), Word::Cardinal(_)) {
        return None;
    }
    let (rest, end) =
        numbers::cardinal(line, i + 1).filter(|(rest, _)| (10..100).contains(rest))?;
    let years = Years::Exactly((first * 100 + rest) as i16);
    Some(Atom::calendar(start, end, Calendar::of_years(years)))
}

/// "'98" after a month or a preposition, "the '80s".
pub(super) fn short_year(line: &Line, i: usize) -> Option<Atom> {
    let Word::Digits(year, 2) = line.word(i + 1) else {
        return None;
    };
    // In ''60 Minutes'' the mark opens a quotation.
    let quoted = line.glued(i) && line.mark(i.wrapping_sub(1), b'\'');
    if !line.mark(i, b'\'') || !line.glued(i + 1) || quoted {
        return None;
    }
    let century = if year < 40 { 20 } else { 19 };
    if line.glued(i + 2) && line.is(i + 2, "s") && year % 10 == 0 {
        let start = i - usize::from(line.is(i.wrapping_sub(1), "the"));
        let years = Years::Decade((century * 10 + year / 10) as i16);
        return Some(Atom::calendar(start, i + 3, Calendar::of_years(years)));
    }
    let years = Years::Exactly((century * 100 + year) as i16);
    let free =
        !line.glued(i + 2) || matches!(line.word(i + 2), Word::Mark(b',' | b'.' | b')' | b';'));
    free.then(|| Atom::calendar(i, i + 2, Calendar::of_years(years)))
}

/// "1990s", "the 1960's", "80s".
pub(super) fn decade(line: &Line, i: usize) -> Option<Atom> {
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
        Calendar::of_years(years),
    ))
}

/// "the nineties", "the roaring twenties"; not "in her eighties".
pub(super) fn decade_name(line: &Line, i: usize, tens: i16) -> Option<Atom> {
    let before = i.wrapping_sub(1);
    let adjective = usize::from(line.is_one(
        before,
        &["early", "late", "mid", "roaring", "swinging", "-"],
    ));
    let led = line.is_one(before.wrapping_sub(adjective), &["the", "nineteen"])
        || line.is(before, "nineteen");
    let years = Years::Decade(190 + tens);
    let start = i - usize::from(adjective == 0 && line.is(before, "the"));
    led.then(|| Atom::calendar(start, i + 1, Calendar::of_years(years)))
}

/// "the 20th century", "11th-century", "the nineteenth century".
pub(super) fn century(line: &Line, i: usize) -> Option<Atom> {
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
        Calendar::of_years(years),
    ))
}
