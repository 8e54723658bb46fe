//! The tables of the `spec.md` files as tests read them, and what two articles of such a table come to.

use jiff::civil::Date;

use crate::article::Article;
use crate::comparison::Finding;
use crate::{Options, compare};

/// The rows of a specification with their line numbers; heads and rules of tables left out.
pub(crate) fn rows(spec: &'static str) -> impl Iterator<Item = (usize, Vec<&'static str>)> {
    let heads = ["says", "one", "one says", "---"];
    let cells = |line: &'static str| line.trim_matches('|').split(" | ").map(str::trim).collect();
    let lines = spec.lines().enumerate().map(|(i, line)| (i + 1, line));
    lines
        .filter(|(_, line)| line.contains(" | "))
        .map(move |(number, line)| (number, cells(line)))
        .filter(move |(_, row): &(usize, Vec<&str>)| !heads.contains(&row[0]))
}

/// Holds every row against what the program makes of it: `reads` gives what a row expects and what it got.
pub(crate) fn hold(spec: &'static str, reads: impl Fn(usize, &[&str]) -> (String, String)) {
    let wrong: Vec<String> = rows(spec)
        .filter_map(|(line, row)| {
            let (expected, got) = reads(line, &row);
            let row = row.join(" | ");
            let told = || format!("spec.md:{line}: {row}\n  expected {expected}\n  got      {got}");
            (expected != got).then(told)
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The rules that find two plain articles to disagree, each written on a day of its own.
pub(crate) fn rules_on(one: (Date, &str), other: (Date, &str)) -> Vec<String> {
    let article = |id: &str, (day, text): (Date, &str)| Article {
        date: Some(day),
        ..Article::plain(id, text)
    };
    let articles = [article("a1", one), article("a2", other)];
    let found = compare(&articles, &Options::default()).findings;
    found.into_iter().map(|finding| finding.rule).collect()
}

/// What two plain articles are found to disagree about.
fn found(one: &str, other: &str) -> Vec<Finding> {
    let articles = [Article::plain("a1", one), Article::plain("a2", other)];
    compare(&articles, &Options::default()).findings
}

/// The rules that find two plain articles to disagree, one for each finding.
pub(crate) fn rules(one: &str, other: &str) -> Vec<String> {
    found(one, other).into_iter().map(|f| f.rule).collect()
}

/// The questions that two plain articles answer differently.
pub(crate) fn questions(one: &str, other: &str) -> Vec<String> {
    found(one, other).into_iter().map(|f| f.question).collect()
}

/// Holds every row of two articles and the rules that find them to disagree; `article` makes one of a name and a cell,
/// and only the rules that `counts` are looked at.
pub(crate) fn hold_rules(
    spec: &'static str,
    article: impl Fn(&str, &str) -> Article,
    counts: impl Fn(&str) -> bool,
) {
    hold(spec, |line, row| {
        let [one, other, expected] = row[..] else {
            panic!("spec.md:{line}: three cells wanted");
        };
        let articles = [article("a1", one), article("a2", other)];
        let findings = compare(&articles, &Options::default()).findings;
        let rules = findings.into_iter().map(|f| f.rule);
        let mut rules: Vec<String> = rules.filter(|rule| counts(rule)).collect();
        rules.sort();
        rules.dedup();
        let got = if rules.is_empty() {
            "—".to_owned()
        } else {
            rules.join(", ")
        };
        (expected.to_owned(), got)
    });
}
