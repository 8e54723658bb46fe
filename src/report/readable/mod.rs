//! Canonical values put so that a person reads them at a glance, and left out where they say no more than the words.

mod amount;
mod time;

use super::visible::visible;
pub(crate) use amount::thousands;
pub(crate) use time::month;

/// The canonical value in readable form, where it tells more than the words do.
///
/// A partial TIMEX3 value (`XXXX-WXX-7TEV`) says nothing that "Sunday evening" does not, and `24 person` nothing
/// beside "24" in a row that asks how many people.
pub fn value_beside(said: &str, value: &str) -> Option<String> {
    // "3.10" is a version here, not the number 3.1.
    if said.contains(value) {
        return None;
    }
    let shown = readable(value);
    let (said, told) = (words(said), words(&shown));
    let number = |word: &&String| word.starts_with(|c: char| c.is_ascii_digit());
    let adds = if told.iter().any(|word| number(&word)) {
        told.iter().filter(number).any(|word| !said.contains(word))
    } else {
        told.iter().any(|word| !said.contains(word))
    };
    let partial = value.contains("XX") || value.ends_with("_REF");
    (adds && !partial).then_some(shown)
}

/// Letters, digits and the points inside numbers, in lower case: "6.2 miles" is `6.2` and `miles`.
fn words(text: &str) -> Vec<String> {
    let parts = text.split(|c: char| !c.is_alphanumeric() && c != '.' && c != ',');
    let parts = parts.map(|word| {
        word.trim_matches(['.', ','])
            .replace(',', "")
            .to_lowercase()
    });
    parts.filter(|word| !word.is_empty()).collect()
}

/// `2024-03-03TEV` → `Sun 3 Mar 2024, evening`; `>=5 person` → `at least 5`; all else as it is.
pub fn readable(value: &str) -> String {
    time::readable(value)
        .or_else(|| amount::readable(value))
        .unwrap_or_else(|| visible(value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_read_at_a_glance() {
        for (value, wanted) in [
            ("2024-03-03", "Sun 3 Mar 2024"),
            ("2024-03-03TEV", "Sun 3 Mar 2024, evening"),
            ("2024-03-03T09:38 APPROX", "about Sun 3 Mar 2024, 09:38"),
            ("2024-03-03T09:38 +00:00", "Sun 3 Mar 2024, 09:38 UTC"),
            ("2024-03-03T09:38 +09:00", "Sun 3 Mar 2024, 09:38 UTC+09:00"),
            ("2013-W27-7TEV", "Sun 7 Jul 2013, evening"),
            ("2013-W27", "week of Mon 1 Jul 2013"),
            ("2013-07", "Jul 2013"),
            ("since 2019-SU", "since summer 2019"),
            ("P2W APPROX", "about 2 weeks"),
            ("PT5H30M", "5 hours 30 minutes"),
            (">=5 person", "at least 5"),
            ("~40 kilometre", "about 40 kilometres"),
            ("22..24 person", "22 to 24"),
            ("85000000 euro", "85,000,000 EUR"),
            ("6.1 magnitude", "6.1"),
            ("0.3333333333333333±0.025 share of pupil", "33 %"),
            ("0.0014 ratio", "0.14 %"),
            ("0.123456 kilometre", "0.123456 kilometres"),
            ("Tokyo", "Tokyo"),
            ("T", "T"),
            ("P", "P"),
            ("7.5 percentage", "7.5 %"),
        ] {
            assert_eq!(readable(value), wanted);
        }
    }

    #[test]
    fn a_value_stands_beside_words_that_do_not_tell_it() {
        for (said, value, wanted) in [
            ("Sunday evening", "XXXX-WXX-7TEV", None),
            ("24", "24 person", None),
            ("6.1", "6.1 magnitude", None),
            ("1,400 people", "1400 person", None),
            ("two dozen people", "24 person", Some("24")),
            ("6.2 miles", "10 kilometre", Some("10 kilometres")),
            ("last Tuesday", "2023-09-05", Some("Tue 5 Sep 2023")),
            ("Vladivostok", "Vladivostok", None),
            ("recently", "PAST_REF", None),
        ] {
            assert_eq!(value_beside(said, value).as_deref(), wanted, "{said}");
        }
    }
}
