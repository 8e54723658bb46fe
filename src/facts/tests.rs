//! The tables of spec.md: two articles, and the rules that find them to disagree.

use crate::article::Article;
use crate::compare::{Options, compare};

fn found(one: &str, other: &str) -> String {
    let articles = [Article::plain("a1", one), Article::plain("a2", other)];
    let comparison = compare(&articles, &Options::default());
    let mut rules: Vec<String> = comparison.findings.into_iter().map(|f| f.rule).collect();
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
        let cells: Vec<&str> = line.trim_matches('|').split(" | ").map(str::trim).collect();
        let [one, other, rules] = cells[..] else {
            continue;
        };
        let got = found(one, other);
        if one != "one says" && got != rules {
            wrong.push(format!("spec.md:{}: {line}\n  got {got}", number + 1));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
