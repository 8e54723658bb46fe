//! The tables of spec.md: two articles, and the rule that finds them to disagree.

use crate::article::Article;
use crate::spec;

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

#[test]
fn spec_holds() {
    let counts = |rule: &str| RULES.contains(&rule);
    spec::hold_rules(include_str!("spec.md"), Article::plain, counts);
}
