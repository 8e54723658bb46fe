//! Days, months, zones and feasts: words that are written as names and name nobody and no place.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::lexicon::rows;

/// What a capital word of the calendar or the clock names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Class {
    /// "Monday", "January".
    DayOrMonth,
    /// "Mon", "Jan"; "GMT"; "Easter".
    Other,
}

static CALENDAR: LazyLock<FxHashMap<&str, Class>> = LazyLock::new(|| {
    rows(include_str!("calendar.tsv"))
        .map(|[word, class]| match class {
            "day" | "month" => (word, Class::DayOrMonth),
            _ => (word, Class::Other),
        })
        .collect()
});

/// Whether a capital word names a day, month, zone or feast.
pub fn is_calendar(word: &str) -> bool {
    CALENDAR.contains_key(word.trim_end_matches('.'))
}

/// Whether it is the whole name of a day of the week or a month.
pub fn is_day_or_month(word: &str) -> bool {
    CALENDAR.get(word) == Some(&Class::DayOrMonth)
}

#[cfg(test)]
mod tests {
    use super::{is_calendar, is_day_or_month};

    #[test]
    fn days_and_months_are_told_from_the_rest_of_the_calendar() {
        assert!(is_calendar("Sept.") && !is_day_or_month("Sept."));
        assert!(is_calendar("GMT") && !is_day_or_month("GMT"));
        assert!(is_calendar("Friday") && is_day_or_month("Friday"));
        assert!(!is_calendar("friday") && !is_calendar("Elm"));
    }
}
