//! TIMEX3 values in words: `2024-03-03TEV` is "Sun 3 Mar 2024, evening".

use jiff::civil::{Date, ISOWeekDate, Weekday};

use crate::lexicon::calendar;

const BOUNDS: [&str; 7] = ["since", "until", "by", "before", "after", "from", "to"];
const KINDS: [&str; 4] = ["DATE", "TIME", "DURATION", "SET"];

/// A canonical time in words; `None` if it is none, or tells no year.
pub(super) fn readable(value: &str) -> Option<String> {
    let mut words = value.split(' ').peekable();
    let bound = words.next_if(|word| BOUNDS.contains(word));
    let kind = words.next_if(|word| KINDS.contains(word));
    let mut text = point(words.next()?)?;
    if kind == Some("SET") {
        text = format!("every {text}");
    }
    for word in words {
        match modifier(word) {
            // The stretch that the value fills is told by the value.
            _ if word == "in" => break,
            Some(before) => text = format!("{before} {text}"),
            None => text = format!("{text} {}", zone(word)),
        }
    }
    Some(match bound {
        Some(bound) => format!("{bound} {text}"),
        None => text,
    })
}

fn modifier(word: &str) -> Option<&'static str> {
    Some(match word {
        "BEFORE" => "before",
        "AFTER" => "after",
        "ON_OR_BEFORE" => "on or before",
        "ON_OR_AFTER" => "on or after",
        "LESS_THAN" => "less than",
        "MORE_THAN" => "more than",
        "EQUAL_OR_LESS" => "at most",
        "EQUAL_OR_MORE" => "at least",
        "START" => "early",
        "MID" => "middle of",
        "END" => "late",
        "APPROX" => "about",
        _ => return None,
    })
}

fn zone(word: &str) -> String {
    match word {
        "+00:00" => "UTC".to_owned(),
        offset if offset.starts_with(['+', '-']) => format!("UTC{offset}"),
        name => name.replace("place:", "").replace('_', " "),
    }
}

/// The value itself: a day with or without a time, a month, a season, a week, a length.
fn point(value: &str) -> Option<String> {
    if let Some(length) = value.strip_prefix('P') {
        return lengths(length);
    }
    let (day, clock) = match value.split_once('T') {
        Some((day, clock)) => (day, Some(clock)),
        None => (value, None),
    };
    let day = match day.parse::<Date>() {
        Ok(date) => long(date),
        Err(_) => week(day).or_else(|| part_of_year(day))?,
    };
    match clock {
        None => Some(day),
        Some(part) => Some(format!("{day}, {}", part_or_clock(part)?)),
    }
}

/// A day or month in three letters, by its number.
fn short(names: &'static [&'static str], number: i8) -> &'static str {
    &names[(number - 1) as usize][..3]
}

/// A month in three letters.
pub(crate) fn month(number: i8) -> &'static str {
    short(calendar::months(), number)
}

fn long(date: Date) -> String {
    let weekday = short(calendar::weekdays(), date.weekday().to_monday_one_offset());
    let month = month(date.month());
    format!("{weekday} {} {month} {}", date.day(), date.year())
}

/// `2013-W27-7` is the Sunday of week 27, `2013-W27` the week itself.
fn week(day: &str) -> Option<String> {
    let (year, rest) = day.split_once("-W")?;
    let (week, weekday) = rest.split_once('-').unwrap_or((rest, ""));
    let number = if weekday.is_empty() {
        1
    } else {
        weekday.parse().ok()?
    };
    let weekday_of = Weekday::from_monday_one_offset(number).ok()?;
    let date = ISOWeekDate::new(year.parse().ok()?, week.parse().ok()?, weekday_of).ok()?;
    let day = long(date.date());
    Some(if weekday.is_empty() {
        format!("week of {day}")
    } else {
        day
    })
}

/// `2013-07` is July, `2013-SU` the summer, `2013-Q2` a quarter.
fn part_of_year(value: &str) -> Option<String> {
    let (year, part) = value.split_once('-')?;
    if year.len() != 4 || !year.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let name = match part {
        "SP" => "spring",
        "SU" => "summer",
        "FA" => "autumn",
        "WI" => "winter",
        "H1" => "first half of",
        "H2" => "second half of",
        "Q1" | "Q2" | "Q3" | "Q4" => part,
        month => calendar::months()
            .get(month.parse::<usize>().ok()?.checked_sub(1)?)?
            .get(..3)?,
    };
    Some(format!("{name} {year}"))
}

fn part_or_clock(part: &str) -> Option<String> {
    let word = match part {
        "MO" => "morning",
        "MI" => "midday",
        "AF" => "afternoon",
        "EV" => "evening",
        "NI" => "night",
        "DT" => "daytime",
        clock => {
            let is_clock = clock.starts_with(|c: char| c.is_ascii_digit());
            return is_clock.then(|| clock.replace('Z', " UTC").replace('+', " UTC+"));
        }
    };
    Some(word.to_owned())
}

/// `T5H30M` is "5 hours 30 minutes".
fn lengths(length: &str) -> Option<String> {
    let (days, clock) = length.split_once('T').unwrap_or((length, ""));
    let mut parts = Vec::new();
    for (text, units) in [
        (
            days,
            [('Y', "year"), ('M', "month"), ('W', "week"), ('D', "day")].as_slice(),
        ),
        (
            clock,
            [('H', "hour"), ('M', "minute"), ('S', "second")].as_slice(),
        ),
    ] {
        let mut number = String::new();
        for c in text.chars() {
            if c.is_ascii_digit() || c == '.' {
                number.push(c);
                continue;
            }
            let (_, unit) = units.iter().find(|(code, _)| *code == c)?;
            let plural = if number == "1" { "" } else { "s" };
            parts.push(format!("{} {unit}{plural}", std::mem::take(&mut number)));
        }
    }
    let whole = !parts.is_empty()
        && parts
            .iter()
            .all(|p| p.starts_with(|c: char| c.is_ascii_digit()));
    whole.then(|| parts.join(" "))
}
