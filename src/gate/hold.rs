//! The gate's one verb: hold a comparison against a baseline and say of each finding what it is.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use jiff::civil::Date;

use super::baseline::Baseline;
use super::entry::{Entry, Status};
use super::ignore::Ignores;
use super::location::plain_path;
use super::matching::{Sign, entry_of, pair};
use super::policy::{Cause, Policy, Severity, Stale};
use crate::comparison::{self, ArticleRow, Comparison, Finding, Side};

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
    let found = comparison.findings.iter();
    let found: Vec<Entry> = found.map(|f| entry_of(f, articles)).collect();
    let pairing = pair(&found, baseline, &present);
    let mut held = Held {
        judged: Vec::new(),
        absent: with_absence(pairing.left, &present),
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

/// A comparison beside no baseline: all that it found is new.
pub fn alone(comparison: &Comparison) -> Held<'_> {
    static EMPTY: Baseline = Baseline {
        entries: BTreeMap::new(),
    };
    // Whoever made the comparison chose the confidence; without acceptances the day decides nothing.
    let policy = Policy {
        min_confidence: 0.0,
        ..Policy::usual(Date::ZERO)
    };
    hold(comparison, &EMPTY, &Ignores::default(), &policy)
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

fn with_absence<'a>(left: Vec<&'a Entry>, present: &BTreeSet<&str>) -> Vec<(Absence, &'a Entry)> {
    left.into_iter()
        .map(|entry| (absence(entry, present), entry))
        .collect()
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
        comparison::article(&self.comparison.articles, &side.article)
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
