//! How the words of two names stand to each other: the same, one name in two spellings, or two names.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::lexicon::{capitalized, one_word, rows};
use crate::values::naming::countries;
use crate::values::naming::people;

/// How two names stand to each other, from their words (in plain small letters, in order).
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Variant {
    /// The same words, or one is a short form of the other.
    Same,
    /// Close enough in spelling to be one name, and yet not the same: how close, from 0 to 1.
    Spelling(f64),
    /// Two names.
    Different,
}

/// Least Jaro-Winkler similarity of two spellings of one word.
const CLOSE: f64 = 0.8;

/// What the tables say of two words that look or sound alike.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Known {
    /// One word for the desk: Bob and Robert, Gaddafi and Qaddafi.
    Same,
    /// Two words, however alike: north and south.
    Apart,
}

/// The groups of a word in `words.tsv`, each with what its members are to each other.
static GROUPS: LazyLock<HashMap<&str, Vec<(usize, Known)>>> = LazyLock::new(|| {
    let mut groups: HashMap<&str, Vec<(usize, Known)>> = HashMap::new();
    for (i, [kind, words]) in rows(include_str!("words.tsv")).enumerate() {
        let known = if kind == "same" {
            Known::Same
        } else {
            Known::Apart
        };
        for word in words.split(' ') {
            groups.entry(word).or_default().push((i, known));
        }
    }
    groups
});

fn known(one: &str, other: &str) -> Option<Known> {
    let others = GROUPS.get(other)?;
    let shared = GROUPS.get(one)?.iter().find(|group| others.contains(group));
    shared.map(|group| group.1)
}

/// Compares two names word by word: all words but one must be the same, and that one close.
///
/// Endings do not count ("Ukraine", "Ukrainian"), nor do initials and short forms ("Ben", "Benjamin").
pub fn variant(one: &[String], other: &[String]) -> Variant {
    if one == other
        || one.iter().all(|w| other.contains(w))
        || other.iter().all(|w| one.contains(w))
    {
        return Variant::Same;
    }
    if one.len() != other.len() {
        return match (one.len() > other.len(), one, other) {
            (true, [first, .., last], [a, b]) | (false, [a, b], [first, .., last]) => {
                variant(&[first.clone(), last.clone()], &[a.clone(), b.clone()])
            }
            _ => Variant::Different,
        };
    }
    let mut differing = one
        .iter()
        .zip(other)
        .enumerate()
        .filter(|(_, (a, b))| !one_word(a, b));
    match (differing.next(), differing.next()) {
        (None, _) => Variant::Same,
        (Some((at, (a, b))), None) => word(a, b, at == 0 && one.len() > 1),
        (Some(_), Some(_)) => Variant::Different,
    }
}

/// Compares the one word in which two names differ; `given` where it may be a given name.
fn word(a: &str, b: &str, given: bool) -> Variant {
    match known(a, b) {
        Some(Known::Same) => return Variant::Same,
        Some(Known::Apart) => return Variant::Different,
        None => {}
    }
    let plural = |a: &str, b: &str| a.strip_suffix('s') == Some(b);
    let short = |a: &str, b: &str| is_initial(a, b) || is_short_form(a, b);
    if short(a, b) || short(b, a) || plural(a, b) || plural(b, a) {
        return Variant::Same;
    }
    if let Some((x, y)) = country(a).zip(country(b)) {
        return if x == y {
            Variant::Same
        } else {
            Variant::Different
        };
    }
    if given && genders_exclude(a, b) {
        return Variant::Different;
    }
    let similarity = strsim::jaro_winkler(a, b);
    if similarity >= CLOSE && a.len().min(b.len()) >= 4 {
        Variant::Spelling(similarity)
    } else {
        Variant::Different
    }
}

/// Two names of one word: nothing but the spelling tells, so it must be long, and differ inside by a letter or two.
pub(super) fn lone(one: &str, other: &str) -> Variant {
    const LONG: usize = 9;
    if one_word(one, other) || known(one, other) == Some(Known::Same) {
        return Variant::Same;
    }
    let ends = |word: &str| (word.chars().next(), word.chars().last());
    let most = if one.len().min(other.len()) >= LONG {
        2
    } else {
        1
    };
    // A word for a country or its people that is misspelled is a slip of the pen, not another name.
    let apart = known(one, other).is_some() || country(one).is_some() || country(other).is_some();
    if ends(one) == ends(other) && !apart && strsim::osa_distance(one, other) <= most {
        Variant::Spelling(strsim::jaro_winkler(one, other))
    } else {
        Variant::Different
    }
}

/// Whether one given name is a woman's and the other a man's: "Eric", "Erica".
pub(super) fn genders_exclude(one: &str, other: &str) -> bool {
    let gender = |name: &str| people::given(&capitalized(name)).and_then(people::Bearer::gender);
    gender(one).zip(gender(other)).is_some_and(|(x, y)| x != y)
}

/// The country that a word names or whose adjective it is.
fn country(word: &str) -> Option<&'static str> {
    let word = capitalized(word);
    countries::by_name(&word)
        .or_else(|| countries::by_adjective(&word))
        .map(|c| c.code)
}

/// "J. Roe" for "John Roe", and, of whom a court tells no more, "John R.".
fn is_initial(short: &str, long: &str) -> bool {
    short.chars().nth(1).is_none() && long.starts_with(short)
}

/// "Ben" for "Benjamin", "Philly" for "Philadelphia": the beginning of the long form, with a fond ending at most.
fn is_short_form(short: &str, long: &str) -> bool {
    let stem = short.trim_end_matches(['y', 's']).trim_end_matches("ie");
    let doubled =
        stem.len() >= 4 && stem.as_bytes()[stem.len() - 1] == stem.as_bytes()[stem.len() - 2];
    let stem = if doubled && stem.is_ascii() {
        &stem[..stem.len() - 1]
    } else {
        stem
    };
    long.len() >= short.len() + 2 && stem.len() >= 3 && long.starts_with(stem)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn compare(one: &str, other: &str) -> Variant {
        let words =
            |name: &str| -> Vec<String> { name.split(' ').map(str::to_lowercase).collect() };
        variant(&words(one), &words(other))
    }

    #[test]
    fn one_word_in_another_spelling_is_a_variant() {
        for (one, other) in [
            ("Marit Halvorsen", "Marit Halversen"),
            ("Elisabeth Ann Roe", "Elizabeth Roe"),
            ("Kestrel Printing", "Kestrel Printers"),
            ("Constance Street", "Constant Street"),
        ] {
            assert!(
                matches!(compare(one, other), Variant::Spelling(_)),
                "{one} × {other}"
            );
        }
    }

    #[test]
    fn short_forms_and_other_people_are_not() {
        for (one, other) in [
            ("Ben Ostrow", "Benjamin Ostrow"),
            ("Petra Lund", "Petra Maria Lund"),
            ("Bill Ostrow", "William Ostrow"),
            ("Harbour Trust", "Harbor Trust"),
            ("India Post", "Indian Post"),
            ("Petra L", "Petra Lund"),
        ] {
            assert_eq!(compare(one, other), Variant::Same, "{one} × {other}");
        }
        for (one, other) in [
            ("Marit Halvorsen", "Jonas Halvorsen"),
            ("North Korea", "South Korea"),
            ("Eric Lund", "Erica Lund"),
            ("Petra M", "Petra Lund"),
            ("Northern Ferries", "Southern Ferries"),
            ("Foreign Minister", "Foreign Ministry"),
            ("Austria Cup", "Australia Cup"),
        ] {
            assert_eq!(compare(one, other), Variant::Different, "{one} × {other}");
        }
    }

    #[test]
    fn a_lone_name_differs_inside_by_a_letter_or_two() {
        assert!(matches!(
            lone("marhaddin", "marhuddin"),
            Variant::Spelling(_)
        ));
        assert_eq!(lone("gaddafi", "gadhafi"), Variant::Same);
        assert_eq!(lone("kestrel", "kestrels"), Variant::Different);
        assert_eq!(lone("austria", "australia"), Variant::Different);
    }
}
