//! The tables of spec.md: two articles, and the rule that finds them to disagree.

use crate::article::Article;
use crate::compare::{Options, compare};

/// Rules that this specification speaks of.
const RULES: [&str; 9] = [
    "name-conflict",
    "place-name-conflict",
    "rank-conflict",
    "role-conflict",
    "doer-conflict",
    "doer-vague",
    "role-swap",
    "withheld-reason",
    "withheld-update",
];

fn found(one: &str, other: &str) -> String {
    let articles = [Article::plain("a1", one), Article::plain("a2", other)];
    let mut rules: Vec<String> = compare(&articles, &Options::default())
        .findings
        .into_iter()
        .map(|finding| finding.rule)
        .filter(|rule| RULES.contains(&rule.as_str()))
        .collect();
    rules.sort();
    rules.dedup();
    if rules.is_empty() {
        "—".to_owned()
    } else {
        rules.join(", ")
    }
}

#[test]
fn spec_holds() {
    let mut wrong = Vec::new();
    for (number, line) in include_str!("spec.md").lines().enumerate() {
        let cells: Vec<&str> = line.split(" | ").map(str::trim).collect();
        let [one, other, rule] = cells[..] else {
            continue;
        };
        let got = found(one, other);
        if one != "one says" && got != rule {
            wrong.push(format!("spec.md:{}: {line}\n  got {got}", number + 1));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
