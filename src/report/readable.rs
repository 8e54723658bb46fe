//! Canonical values put so that a person reads them at a glance, and left out where they say no more than the words.

use super::visible::visible;
use jiff::civil::{Date, ISOWeekDate, Weekday};

/// The canonical value in readable form, where it tells more than the words do.
///
/// A partial TIMEX3 value (`XXXX-WXX-7TEV`) says nothing that "Sunday evening" does not, and `24 people` nothing
/// beside "24" in a row that asks how many people.
pub fn value_beside(said: &str, value: &str) -> Option<String> {
    let (words, canonical) = (words(said), words(value));
    let number = |word: &String| word.starts_with(|c: char| c.is_ascii_digit());
    let told = if canonical.iter().any(number) {
        canonical
            .iter()
            .filter(|w| number(w))
            .all(|w| words.contains(w))
    } else {
        canonical.iter().all(|word| words.contains(word))
    };
    let partial = value.contains("XX");
    (!told && !partial).then(|| readable(value))
}

/// Letters, digits and the points inside numbers: `6.2 miles` is `6.2` and `miles`.
fn words(text: &str) -> Vec<String> {
    let parts = text.split(|c: char| !c.is_alphanumeric() && c != '.');
    let parts = parts.map(|word| word.trim_matches('.').to_lowercase());
    parts.filter(|word| !word.is_empty()).collect()
}

/// `2024-03-03TEV` → `Sun 3 Mar 2024, evening`; `EUR 85000000` → `EUR 85,000,000`; all else as it is.
pub fn readable(value: &str) -> String {
    time(value).unwrap_or_else(|| thousands(&visible(value)))
}

fn time(value: &str) -> Option<String> {
    let (day, clock) = match value.split_once('T') {
        Some((day, clock)) => (day, Some(clock)),
        None => (value, None),
    };
    let day = match day.parse::<Date>() {
        Ok(date) => long(date),
        Err(_) => week_day(day).or_else(|| month(day))?,
    };
    match clock {
        None => Some(day),
        Some(part) => Some(format!("{day}, {}", part_or_clock(part)?)),
    }
}

fn long(date: Date) -> String {
    let weekday = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        [date.weekday().to_monday_zero_offset() as usize];
    let month = MONTHS[(date.month() - 1) as usize];
    format!("{weekday} {} {month} {}", date.day(), date.year())
}

/// Months in three letters.
pub(crate) const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// `2013-W27-7` is the Sunday of week 27.
fn week_day(day: &str) -> Option<String> {
    let (year, rest) = day.split_once("-W")?;
    let (week, weekday) = rest.split_once('-')?;
    let weekday = Weekday::from_monday_one_offset(weekday.parse().ok()?).ok()?;
    let date = ISOWeekDate::new(year.parse().ok()?, week.parse().ok()?, weekday).ok()?;
    Some(long(date.date()))
}

/// `2013-07` is July.
fn month(value: &str) -> Option<String> {
    let (year, month) = value.split_once('-')?;
    let number: usize = month.parse().ok()?;
    let name = MONTHS.get(number.checked_sub(1)?)?;
    (year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit())).then(|| format!("{name} {year}"))
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
            return clock
                .starts_with(|c: char| c.is_ascii_digit())
                .then(|| clock.replace('Z', " UTC").replace('+', " UTC+"));
        }
    };
    Some(word.to_owned())
}

/// Groups the digits of whole numbers of five digits and more.
pub(crate) fn thousands(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 4);
    let mut digits = String::new();
    for c in text.chars().chain(['\0']) {
        if c.is_ascii_digit() {
            digits.push(c);
            continue;
        }
        let fraction = out.ends_with('.');
        for (i, digit) in digits.chars().enumerate() {
            let left = digits.len() - i;
            if i > 0 && left.is_multiple_of(3) && digits.len() >= 5 && !fraction {
                out.push(',');
            }
            out.push(digit);
        }
        digits.clear();
        if c != '\0' {
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_read_at_a_glance() {
        for (value, wanted) in [
            ("2024-03-03", "Sun 3 Mar 2024"),
            ("2024-03-03TEV", "Sun 3 Mar 2024, evening"),
            ("2024-03-03T09:38", "Sun 3 Mar 2024, 09:38"),
            ("2024-03-03T09:38Z", "Sun 3 Mar 2024, 09:38 UTC"),
            ("2013-W27-7TEV", "Sun 7 Jul 2013, evening"),
            ("2013-07", "Jul 2013"),
            ("EUR 85000000", "EUR 85,000,000"),
            ("0.123456 km", "0.123456 km"),
            ("Tokyo", "Tokyo"),
            ("T", "T"),
            ("22-24", "22-24"),
        ] {
            assert_eq!(readable(value), wanted);
        }
    }

    #[test]
    fn a_value_stands_beside_words_that_do_not_tell_it() {
        for (said, value, wanted) in [
            ("Sunday evening", "XXXX-WXX-7TEV", None),
            ("24", "24 people", None),
            ("6.1", "6.1 magnitude", None),
            ("two dozen people", "24 people", Some("24 people")),
            ("6.2 miles", "10 km", Some("10 km")),
            ("last Tuesday", "2023-09-05", Some("Tue 5 Sep 2023")),
            ("Vladivostok", "Vladivostok", None),
        ] {
            assert_eq!(value_beside(said, value).as_deref(), wanted, "{said}");
        }
    }
}
