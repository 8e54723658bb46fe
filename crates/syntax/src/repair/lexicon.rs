//! The words that the repairs know, from the tables beside this file.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

/// What a reporting verb takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Report {
    /// Only a clause: "said the road was closed".
    Clause,
    /// A hearer, then a clause: "told reporters that the road was closed".
    Told,
    /// A clause or a thing: "confirmed the report".
    Thing,
}

/// What the verb of that lemma takes, if it reports.
pub(super) fn report(lemma: &str) -> Option<Report> {
    static REPORTS: LazyLock<FxHashMap<&str, Report>> = LazyLock::new(|| {
        rows(include_str!("reports.tsv"))
            .filter_map(|row| row.split_once('\t'))
            .map(|(lemma, takes)| match takes {
                "clause" => (lemma, Report::Clause),
                "told" => (lemma, Report::Told),
                _ => (lemma, Report::Thing),
            })
            .collect()
    });
    REPORTS.get(lemma).copied()
}

/// What a preposition opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Opener {
    /// A phrase or a clause: "after".
    Clause,
    /// A phrase: "in".
    Place,
}

/// What the preposition opens, if it is known.
pub(super) fn opener(lemma: &str) -> Option<Opener> {
    static OPENERS: LazyLock<FxHashMap<&str, Opener>> = LazyLock::new(|| {
        rows(include_str!("openers.tsv"))
            .filter_map(|row| row.split_once('\t'))
            .map(|(lemma, opens)| match opens {
                "clause" => (lemma, Opener::Clause),
                _ => (lemma, Opener::Place),
            })
            .collect()
    });
    OPENERS.get(lemma).copied()
}

/// Whether the word addresses one person by the name that follows: "Ms.".
pub(super) fn is_address(word: &str) -> bool {
    static ADDRESSES: LazyLock<FxHashSet<&str>> =
        LazyLock::new(|| rows(include_str!("addresses.tsv")).collect());
    ADDRESSES.contains(word.trim_end_matches('.'))
}

/// Whether the word has its capital by habit: "Internet".
pub(super) fn is_capital_by_habit(word: &str) -> bool {
    static CAPITALS: LazyLock<FxHashSet<&str>> =
        LazyLock::new(|| rows(include_str!("capitals.tsv")).collect());
    CAPITALS.contains(word)
}

/// Whether a word can close a title before a name.
pub(super) fn is_title(lemma: &str) -> bool {
    static TITLES: LazyLock<FxHashSet<&str>> =
        LazyLock::new(|| rows(include_str!("titles.tsv")).collect());
    TITLES.contains(lemma)
}

/// Whether the verb of that lemma tells of a change, whose size follows it.
pub(super) fn is_change(lemma: &str) -> bool {
    static CHANGES: LazyLock<FxHashSet<&str>> =
        LazyLock::new(|| rows(include_str!("changes.tsv")).collect());
    CHANGES.contains(lemma)
}

/// Whether a number of that noun tells how long or how far: "year".
pub(super) fn is_span(lemma: &str) -> bool {
    static SPANS: LazyLock<FxHashSet<&str>> =
        LazyLock::new(|| rows(include_str!("spans.tsv")).collect());
    SPANS.contains(lemma)
}

/// Whether the word is a number.
pub(super) fn is_numeral(lemma: &str) -> bool {
    static NUMERALS: LazyLock<FxHashSet<&str>> =
        LazyLock::new(|| rows(include_str!("numerals.tsv")).collect());
    NUMERALS.contains(lemma)
}

fn rows(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().filter(|row| !row.starts_with('#'))
}
