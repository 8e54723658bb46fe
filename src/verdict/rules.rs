//! The table of rules: code, slot, verdict, strength, whether it yields, meaning and example, read from `rules.tsv`.

use std::sync::LazyLock;

use crate::comparison::{Slot, Verdict};
use crate::lexicon::rows;

/// One rule of the policy.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rule {
    /// The name that the JSON and the baseline use.
    pub code: &'static str,
    /// What kind of answer it is about.
    pub slot: Slot,
    /// What it decides.
    pub verdict: Verdict,
    /// Prior confidence that what it flags disagrees, from 0 to 1.
    pub strength: f64,
    /// Whether it yields to whatever else speaks of a fact: where a count moved on between two of its accounts, what others
    /// count on one day is part of that course.
    pub yields: bool,
    /// What it means, in one sentence.
    pub meaning: &'static str,
    /// Two statements that it flags.
    pub example: &'static str,
}

static RULES: LazyLock<Vec<Rule>> = LazyLock::new(|| {
    let rule = |[code, slot, verdict, strength, yields, meaning, example]: [&'static str; 7]| {
        Some(Rule {
            code,
            slot: serde_json::from_value(slot.into()).ok()?,
            verdict: serde_json::from_value(verdict.into()).ok()?,
            strength: strength.parse().ok()?,
            yields: yields == "yields",
            meaning,
            example,
        })
    };
    rows(include_str!("rules.tsv")).filter_map(rule).collect()
});

/// All rules, in the table's order.
pub fn all() -> &'static [Rule] {
    &RULES
}

/// The rule of that code.
pub fn by_code(code: &str) -> Option<&'static Rule> {
    RULES.iter().find(|r| r.code == code)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::lines;

    #[test]
    fn every_row_is_a_rule_with_a_code_of_its_own() {
        let rows = lines(include_str!("rules.tsv")).count();
        assert_eq!(all().len(), rows);
        for (i, rule) in all().iter().enumerate() {
            assert!(
                !rule.example.is_empty() && all()[..i].iter().all(|r| r.code != rule.code),
                "{}",
                rule.code
            );
        }
    }
}
