//! The whole flow on the fixtures: what must not be flagged, and what must not matter.

mod made;

use gainsay::article::Article;
use gainsay::comparison::{Comparison, Verdict};
use gainsay::{Options, compare};
use std::path::Path;

fn story(name: &str) -> Vec<Article> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    made::annotated::annotated(&root, name).1
}

fn flagged(comparison: &Comparison) -> Vec<String> {
    let disagreements = [Verdict::Contradiction, Verdict::Update, Verdict::Tension];
    let findings = comparison.findings.iter();
    findings
        .filter(|f| disagreements.contains(&f.verdict))
        .map(|f| format!("{}: {}", f.question, f.explanation))
        .collect()
}

#[test]
fn sources_that_agree_are_left_in_peace() {
    let comparison = compare(&story("agreeing"), &Options::default());
    assert_eq!(flagged(&comparison), [""; 0]);
}

#[test]
fn a_copy_contradicts_nothing_that_the_original_does_not() {
    let one = story("agreeing").remove(0);
    let mut copy = one.clone();
    copy.id = "a2".to_owned();
    copy.key = "copy".to_owned();
    let comparison = compare(&[one, copy], &Options::default());
    assert_eq!(flagged(&comparison), [""; 0]);
}

#[test]
fn every_quote_is_what_stands_at_its_place() {
    for name in [
        "leader-train",
        "formats",
        "heist",
        "court-case",
        "docs-limits",
    ] {
        let articles = story(name);
        let comparison = compare(&articles, &Options::default());
        for account in comparison.facts.iter().flat_map(|fact| &fact.accounts) {
            let article = articles.iter().find(|a| a.id == account.article);
            let raw = &article.expect("the account's article").raw;
            assert_eq!(
                raw.get(account.start..account.end),
                Some(account.quote.as_str()),
                "{name}"
            );
        }
    }
}

#[test]
fn stories_of_every_kind_give_claims() {
    for name in [
        "formats",
        "docs-limits",
        "docs-pricing",
        "docs-support",
        "football-match",
    ] {
        let comparison = compare(&story(name), &Options::default());
        for article in &comparison.articles {
            assert!(
                article.claims > 0,
                "{name}: {} gives no claim",
                article.path
            );
        }
    }
}

/// The rules that flag something in a story.
fn rules(name: &str) -> Vec<String> {
    let comparison = compare(&story(name), &Options::default());
    let mut rules: Vec<String> = comparison.findings.iter().map(|f| f.rule.clone()).collect();
    rules.sort();
    rules.dedup();
    rules
}

#[test]
fn states_kinds_and_places_in_words_are_held_against_each_other() {
    let fire = rules("mill-fire");
    for rule in ["state-update", "degree-differs"] {
        assert!(fire.iter().any(|r| r == rule), "mill-fire: {rule}");
    }
    let siege = rules("office-siege");
    for rule in [
        "state-update",
        "kind-differs",
        "spot-differs",
        "direction-conflict",
    ] {
        assert!(siege.iter().any(|r| r == rule), "office-siege: {rule}");
    }
}

#[test]
fn other_times_and_other_people_are_in_no_finding_of_states() {
    for (name, elsewhere) in [
        ("mill-fire", "Kestle was destroyed"),
        ("office-siege", "charged with theft"),
        ("office-siege", "was suspended"),
    ] {
        let comparison = compare(&story(name), &Options::default());
        let sides = comparison.findings.iter().flat_map(|f| &f.sides);
        for side in sides {
            assert!(!side.quote.contains(elsewhere), "{name}: {}", side.quote);
        }
    }
}
