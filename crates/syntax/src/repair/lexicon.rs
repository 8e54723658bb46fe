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

fn rows(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().filter(|row| !row.starts_with('#'))
}
