//! The gate's one verb: hold a comparison against a baseline and say of each finding what it is.

use std::collections::BTreeSet;
use std::fmt;

use jiff::civil::Date;

use super::baseline::Baseline;
use super::entry::{Entry, Status};
use super::ignore::Ignores;
use super::location::plain_path;
use super::matching::{Sign, entry_of, pair};
use super::policy::{Cause, Policy, Severity, Stale};
use crate::comparison::{ArticleRow, Comparison, Finding, Side};

/// What a finding is beside the baseline; the order is that of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// The baseline does not know it.
    New,
    /// The baseline knows the question with other answers.
    Changed,
    /// It was accepted until a day that is over.
    Expired,
    /// Known, and nobody has looked at it.
    Unreviewed,
    /// Known, and somebody lets it stand.
    Accepted,
}

/// What an entry is that this run did not find again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Absence {
    /// All its sources were read, and they do not disagree any more.
    Stale,
    /// One of its sources was not in this run: nothing is known.
    NotChecked,
}

/// A finding with all that the gate says of it.
#[derive(Clone, Debug)]
pub struct Judged<'a> {
    /// As the comparison has it.
    pub finding: &'a Finding,
    /// As the baseline would hold it now.
    pub entry: Entry,
    /// What it is.
    pub state: State,
    /// How much it weighs.
    pub severity: Severity,
    /// Whether it makes the gate fail.
    pub fails: bool,
    /// What the baseline knows of it.
    pub known: Option<&'a Entry>,
}

/// A comparison beside a baseline.
#[derive(Clone, Debug)]
pub struct Held<'a> {
    /// What is shown: new ones first, then by weight, then as the comparison has them.
    pub judged: Vec<Judged<'a>>,
    /// What the run did not find again, by fingerprint.
    pub absent: Vec<(Absence, &'a Entry)>,
    /// How many findings an ignore took out.
    pub ignored: usize,
    /// How many findings are below the confidence asked for.
    pub below_confidence: usize,
    /// What was held, for names and paths.
    pub comparison: &'a Comparison,
    /// The ignores that took out nothing: place and text.
    pub idle_ignores: Vec<String>,
    /// What to do about stale entries.
    pub stale: Stale,
}

/// How the gate ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing that fails.
    Pass,
    /// Something fails.
    Fail,
    /// Only the baseline is out of date, and that was to be an error.
    OutOfDate,
}

/// Holds a comparison against a baseline.
pub fn hold<'a>(
    comparison: &'a Comparison,
    baseline: &'a Baseline,
    ignores: &Ignores,
    policy: &Policy,
) -> Held<'a> {
    let articles = &comparison.articles;
    let present: BTreeSet<&str> = articles.iter().map(|a| a.key.as_str()).collect();
    let found: Vec<Entry> = comparison
        .findings
        .iter()
        .map(|finding| entry_of(finding, articles))
        .collect();
    let pairing = pair(&found, baseline, &present);
    let mut held = Held {
        judged: Vec::new(),
        absent: pairing
            .left
            .iter()
            .map(|entry| (absence(entry, &present), *entry))
            .collect(),
        ignored: 0,
        below_confidence: comparison.not_shown.below_confidence,
        comparison,
        idle_ignores: Vec::new(),
        stale: policy.stale,
    };
    let mut used = BTreeSet::new();
    for ((finding, entry), pair) in comparison.findings.iter().zip(found).zip(pairing.pairs) {
        let severity = policy.severity(finding);
        if severity == Severity::Off {
            continue;
        }
        if let Some(ignore) = ignores.covering(finding) {
            used.extend(ignore);
            held.ignored += 1;
        } else if finding.confidence < policy.min_confidence {
            held.below_confidence += 1;
        } else {
            held.judged
                .push(judge(finding, entry, pair, severity, policy));
        }
    }
    held.judged
        .sort_by_key(|j| (j.state, std::cmp::Reverse(j.severity)));
    held.idle_ignores = ignores.idle(&used);
    held
}

fn judge<'a>(
    finding: &'a Finding,
    entry: Entry,
    pair: Option<(Sign, &'a Entry)>,
    severity: Severity,
    policy: &Policy,
) -> Judged<'a> {
    let state = match pair {
        None => State::New,
        Some((Sign::Changed, _)) => State::Changed,
        Some((Sign::Same | Sign::Regrouped | Sign::Renamed, known)) => {
            known_state(known, policy.today)
        }
    };
    let cause = match state {
        State::New => Some(Cause::New),
        State::Changed => Some(Cause::Changed),
        State::Expired => Some(Cause::Expired),
        State::Unreviewed => Some(Cause::Unreviewed),
        State::Accepted => None,
    };
    Judged {
        finding,
        entry,
        state,
        severity,
        fails: severity == Severity::Error && cause.is_some_and(|c| policy.fail_on.contains(&c)),
        known: pair.map(|(_, known)| known),
    }
}

/// The day an acceptance names is the last on which it holds.
fn known_state(known: &Entry, today: Date) -> State {
    match &known.status {
        Status::Unreviewed => State::Unreviewed,
        Status::Accepted(acceptance) if acceptance.expires.is_some_and(|day| day < today) => {
            State::Expired
        }
        Status::Accepted(_) => State::Accepted,
    }
}

fn absence(entry: &Entry, present: &BTreeSet<&str>) -> Absence {
    if entry.sources().is_subset(present) {
        Absence::Stale
    } else {
        Absence::NotChecked
    }
}

impl Judged<'_> {
    /// Whether it is shown in place: what fails, and what is as new but weighs less.
    pub fn is_shown(&self) -> bool {
        let unseen = matches!(self.state, State::New | State::Changed | State::Expired);
        self.fails || (unseen && self.severity >= Severity::Warning)
    }
}

impl fmt::Display for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            State::New => "new",
            State::Changed => "changed",
            State::Expired => "expired",
            State::Unreviewed => "unreviewed",
            State::Accepted => "accepted",
        })
    }
}

impl<'a> Held<'a> {
    /// The article that a side stands in.
    pub fn article(&self, side: &Side) -> Option<&'a ArticleRow> {
        let articles = &self.comparison.articles;
        articles.iter().find(|article| article.id == side.article)
    }

    /// The path that a side stands in, as globs and links are written.
    pub fn path(&self, side: &Side) -> String {
        let path = self.article(side).map_or(&side.article, |a| &a.path);
        plain_path(path)
    }

    /// How the gate ends.
    pub fn outcome(&self) -> Outcome {
        if self.judged.iter().any(|judged| judged.fails) {
            Outcome::Fail
        } else if self.stale == Stale::Error && self.count_absent(Absence::Stale) > 0 {
            Outcome::OutOfDate
        } else {
            Outcome::Pass
        }
    }

    /// How many findings are in a state.
    pub fn count(&self, state: State) -> usize {
        self.judged.iter().filter(|j| j.state == state).count()
    }

    /// How many entries are absent in this way.
    pub fn count_absent(&self, absence: Absence) -> usize {
        self.absent.iter().filter(|(a, _)| *a == absence).count()
    }
}

#[cfg(test)]
mod tests {
    use super::super::edit;
    use super::super::entry::{Acceptance, Kind, day};
    use super::super::sample::comparison;
    use super::*;
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
        let ignore = |article: &str| super::super::ignore::Ignore {
            place: "news/b.md:1".to_owned(),
            rules: vec!["quantity-conflict".to_owned()],
            scope: super::super::ignore::Scope::Stretch {
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
}
