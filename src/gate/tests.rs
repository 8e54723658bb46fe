//! The life of a finding beside a baseline, with comparisons made by hand.

use super::baseline::Baseline;
use super::edit;
use super::entry::{Acceptance, Kind, day};
use super::hold::{Absence, Held, Outcome, State, hold};
use super::ignore::Ignores;
use super::policy::{Policy, Severity, Stale};
use super::sample::comparison;
use crate::comparison::Comparison;
use crate::comparison::Verdict;

fn policy() -> Policy {
    Policy::usual(day("2026-06-15").unwrap())
}

fn states(held: &Held) -> Vec<(State, bool)> {
    held.judged.iter().map(|j| (j.state, j.fails)).collect()
}

fn check<'a>(run: &'a Comparison, baseline: &'a Baseline) -> Held<'a> {
    hold(run, baseline, &Ignores::default(), &policy())
}

fn accepted(baseline: &Baseline, expires: Option<&str>) -> Baseline {
    let why = Acceptance {
        kind: Kind::Evolving,
        reason: "later".to_owned(),
        expires: expires.map(|d| day(d).unwrap()),
    };
    let entries = baseline.entries.values().cloned().collect::<Vec<_>>();
    entries.iter().fold(baseline.clone(), |b, e| {
        edit::accept(&b, e, None, why.clone())
    })
}

#[test]
fn the_life_of_a_finding() {
    let first = comparison(&["dead: 12 a, 14 b"]);
    let empty = Baseline::default();
    let held = check(&first, &empty);
    assert_eq!(
        (states(&held), held.outcome()),
        (vec![(State::New, true)], Outcome::Fail)
    );
    let baseline = edit::add(&empty, &held);
    assert_eq!(
        states(&check(&first, &baseline)),
        [(State::Unreviewed, false)]
    );
    let baseline = accepted(&baseline, None);
    assert_eq!(
        states(&check(&first, &baseline)),
        [(State::Accepted, false)]
    );
    let more = comparison(&["hurt: 3 a, 5 b", "dead: 12 a, 14 b"]);
    assert_eq!(
        states(&check(&more, &baseline)),
        [(State::New, true), (State::Accepted, false)]
    );
    let other = comparison(&["dead: 12 a, 15 b"]);
    let held = check(&other, &baseline);
    assert_eq!(states(&held), [(State::Changed, true)]);
    assert_eq!(
        edit::add(&baseline, &held).entries.len(),
        1,
        "the new form takes the place of the old"
    );
}

#[test]
fn an_acceptance_holds_through_its_last_day() {
    let run = comparison(&["dead: 12 a, 14 b"]);
    let baseline = edit::add(&Baseline::default(), &check(&run, &Baseline::default()));
    for (expires, expected) in [
        ("2026-06-14", State::Expired),
        ("2026-06-15", State::Accepted),
        ("2026-06-16", State::Accepted),
    ] {
        let baseline = accepted(&baseline, Some(expires));
        assert_eq!(
            check(&run, &baseline).judged[0].state,
            expected,
            "{expires}"
        );
    }
}

#[test]
fn only_what_was_looked_for_is_stale() {
    let run = comparison(&["dead: 12 a, 14 b"]);
    let baseline = edit::add(&Baseline::default(), &check(&run, &Baseline::default()));
    let mut fixed = run.clone();
    fixed.findings.clear();
    let held = check(&fixed, &baseline);
    assert_eq!(held.absent[0].0, Absence::Stale);
    assert_eq!(held.outcome(), Outcome::Pass);
    assert!(edit::prune(&baseline, &held).entries.is_empty());
    let strict = Policy {
        stale: Stale::Error,
        ..policy()
    };
    let outcome = hold(&fixed, &baseline, &Ignores::default(), &strict).outcome();
    assert_eq!(outcome, Outcome::OutOfDate);
    fixed.articles.remove(0);
    let held = hold(&fixed, &baseline, &Ignores::default(), &strict);
    assert_eq!(
        (held.absent[0].0, held.outcome()),
        (Absence::NotChecked, Outcome::Pass)
    );
    assert_eq!(edit::prune(&baseline, &held), baseline);
}

#[test]
fn verdicts_rules_and_confidence_decide_what_fails() {
    let mut run = comparison(&["dead: 12 a, 14 b"]);
    let empty = Baseline::default();
    run.findings[0].verdict = Verdict::Tension;
    assert_eq!(states(&check(&run, &empty)), [(State::New, false)]);
    let mut strict = policy();
    strict.fail_verdicts(&[Verdict::Tension].into());
    assert_eq!(
        states(&hold(&run, &empty, &Ignores::default(), &strict)),
        [(State::New, true)]
    );
    strict.min_confidence = 0.95;
    let held = hold(&run, &empty, &Ignores::default(), &strict);
    assert_eq!((held.judged.len(), held.below_confidence), (0, 1));
    let mut lax = policy();
    lax.rules
        .insert("quantity-conflict".to_owned(), Severity::Off);
    assert!(
        hold(&run, &empty, &Ignores::default(), &lax)
            .judged
            .is_empty()
    );
}

#[test]
fn an_ignored_account_takes_its_finding_out_unless_others_disagree() {
    let ignore = |article: &str| super::ignore::Ignore {
        place: "news/b.md:1".to_owned(),
        rules: vec!["quantity-conflict".to_owned()],
        scope: super::ignore::Scope::Stretch {
            article: article.to_owned(),
            start: 0,
            end: 9,
        },
    };
    let ignores = Ignores {
        all: vec![ignore("a2"), ignore("a9")],
    };
    let two = comparison(&["dead: 12 a, 14 b"]);
    let held = hold(&two, &Baseline::default(), &ignores, &policy()).idle_ignores;
    assert_eq!(held, ["news/b.md:1"], "the one about a9 ignores nothing");
    let empty = Baseline::default();
    let held = hold(&two, &empty, &ignores, &policy());
    assert_eq!((held.judged.len(), held.ignored), (0, 1));
    let three = comparison(&["dead: 12 a, 14 b, 15 c"]);
    assert_eq!(hold(&three, &empty, &ignores, &policy()).judged.len(), 1);
}
