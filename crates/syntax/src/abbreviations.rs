//! Which words keep the full stop that follows them, and whether a sentence can end there: "Dr." never, "Inc." maybe.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

/// What an abbreviation stands before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A name follows: "Gen. Harris".
    Title,
    /// A number follows, else it is an ordinary word: "No. 7".
    Number,
    /// A day or year follows: "Sept. 3".
    Month,
    /// Something follows: "vs. the state".
    Inner,
    /// It may be the last word of a sentence: "Acme Inc.".
    Outer,
    /// A day or a time zone may follow: "9 a.m. GMT".
    Time,
    /// One letter, as in a name: "J. Roe".
    Initial,
    /// Letters with stops between: "U.S.".
    Letters,
}

/// The kind of `word` (without its last stop) as an abbreviation, if it is one.
pub(crate) fn kind(word: &str) -> Option<Kind> {
    static LISTED: LazyLock<FxHashMap<&'static str, Kind>> = LazyLock::new(|| {
        include_str!("abbreviations.tsv")
            .lines()
            .filter(|line| !line.starts_with('#'))
            .filter_map(|line| line.split_once('\t'))
            .map(|(word, kind)| (word, named(kind)))
            .collect()
    });
    if word.len() > 8 {
        return None;
    }
    let lower = word.to_ascii_lowercase();
    LISTED.get(lower.as_str()).copied().or_else(|| shape(word))
}

/// The kind that the lexicon names.
fn named(kind: &str) -> Kind {
    match kind {
        "title" => Kind::Title,
        "number" => Kind::Number,
        "month" => Kind::Month,
        "inner" => Kind::Inner,
        "time" => Kind::Time,
        _ => Kind::Outer,
    }
}

/// Initials and letter abbreviations need no list: "J", "U.S", "a.k.a".
fn shape(word: &str) -> Option<Kind> {
    let mut letters = word.split('.');
    if !letters.all(|l| l.chars().count() == 1 && l.chars().all(char::is_alphabetic)) {
        return None;
    }
    if word.contains('.') {
        return Some(Kind::Letters);
    }
    word.chars()
        .all(char::is_uppercase)
        .then_some(Kind::Initial)
}
