//! Days, months, zones and feasts: words that are written as names and name nobody and no place.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::rows;

const TABLE: &str = include_str!("calendar.tsv");

/// Each word and what it names.
static CALENDAR: LazyLock<FxHashMap<&str, &str>> =
    LazyLock::new(|| rows(TABLE).map(|[word, names]| (word, names)).collect());

static WEEKDAYS: LazyLock<Vec<&str>> = LazyLock::new(|| all("day"));
static MONTHS: LazyLock<Vec<&str>> = LazyLock::new(|| all("month"));

fn all(kind: &str) -> Vec<&'static str> {
    let named = rows(TABLE).filter(|[_, names]| *names == kind);
    named.map(|[word, _]| word).collect()
}

/// The days of the week, from Monday.
pub fn weekdays() -> &'static [&'static str] {
    &WEEKDAYS
}

/// The months, from January.
pub(crate) fn months() -> &'static [&'static str] {
    &MONTHS
}

/// Whether a capital word names a day, month, zone or feast.
pub(crate) fn is_calendar(word: &str) -> bool {
    CALENDAR.contains_key(word.trim_end_matches('.'))
}

/// Whether it is the whole name of a day of the week or a month.
pub(crate) fn is_day_or_month(word: &str) -> bool {
    matches!(CALENDAR.get(word), Some(&"day" | &"month"))
}

/// The number of the month that a word names, in any case, whole or cut short: "sept", "Nov", "JULY".
pub(crate) fn month(word: &str) -> Option<i8> {
    let begins = |name: &&str| {
        begins(name, word) || word.eq_ignore_ascii_case("sept") && *name == "September"
    };
    let at = months().iter().position(begins)?;
    i8::try_from(at + 1).ok()
}

/// Whether a word names a day of the week, in any case, whole, cut short or as many: "Tues", "Mondays".
pub(crate) fn is_weekday(word: &str) -> bool {
    let one = word.strip_suffix('s').unwrap_or(word);
    let names = |name: &&str| begins(name, word) || begins(name, one);
    weekdays().iter().any(names)
}

/// Whether a word is a name or its beginning, of three letters at least.
fn begins(name: &str, word: &str) -> bool {
    let start = name.get(..word.len());
    word.len() >= 3 && start.is_some_and(|start| start.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::{is_calendar, is_day_or_month, is_weekday, month, months, weekdays};

    #[test]
    fn days_and_months_are_told_from_the_rest_of_the_calendar() {
        assert!(is_calendar("Sept.") && !is_day_or_month("Sept."));
        assert!(is_calendar("GMT") && !is_day_or_month("GMT"));
        assert!(is_calendar("Friday") && is_day_or_month("Friday"));
        assert!(!is_calendar("friday") && !is_calendar("Elm"));
    }

    #[test]
    fn names_may_be_cut_short() {
        assert_eq!((weekdays().len(), months().len()), (7, 12));
        assert_eq!(month("SEPT"), Some(9));
        assert_eq!(month("August"), Some(8));
        assert_eq!((month("Ma"), month("Marsh")), (None, None));
        assert!(is_weekday("Mondays") && is_weekday("thurs") && !is_weekday("month"));
    }
}
