//! What the gate fails on: the one place where states, verdicts, rules and dates become "this fails".

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;

use crate::compare::Options;
use crate::comparison::{Finding, Verdict};

/// The states of a finding that can make the gate fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cause {
    /// The baseline does not know it.
    New,
    /// The baseline knows the question with other answers.
    Changed,
    /// It was accepted until a day that is over.
    Expired,
    /// It is in the baseline, and nobody has looked at it.
    Unreviewed,
}

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Not shown at all.
    Off,
    /// Shown only in counts and in machine formats.
    Note,
    /// Shown, never fails.
    Warning,
    /// Fails.
    Error,
}

/// What to do about entries that were not found again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stale {
    /// Say nothing.
    Ignore,
    /// Say so.
    Warn,
    /// Say so and end with code 4.
    Error,
}

/// All that is asked of a finding.
#[derive(Clone, Debug, PartialEq)]
pub struct Policy {
    /// The states that fail.
    pub fail_on: BTreeSet<Cause>,
    /// How much a verdict weighs.
    pub verdicts: BTreeMap<Verdict, Severity>,
    /// How much a rule weighs, whatever its verdict.
    pub rules: BTreeMap<String, Severity>,
    /// Below it a finding is counted and not shown.
    pub min_confidence: f64,
    /// What to do about entries that were not found again.
    pub stale: Stale,
    /// The day that decides what has expired.
    pub today: Date,
}

impl Policy {
    /// What holds where nobody configured anything.
    pub fn usual(today: Date) -> Self {
        Self {
            fail_on: [Cause::New, Cause::Changed, Cause::Expired].into(),
            verdicts: usual_verdicts(),
            rules: BTreeMap::new(),
            min_confidence: Options::default().min_confidence,
            stale: Stale::Warn,
            today,
        }
    }

    /// How much a finding weighs: its rule decides before its verdict does.
    pub fn severity(&self, finding: &Finding) -> Severity {
        let rule = self.rules.get(&finding.rule).copied();
        let verdict = || self.verdicts.get(&finding.verdict).copied();
        rule.or_else(verdict).unwrap_or(Severity::Off)
    }

    /// Makes exactly these verdicts fail; what failed before becomes a warning.
    pub fn fail_verdicts(&mut self, verdicts: &BTreeSet<Verdict>) {
        for (verdict, severity) in &mut self.verdicts {
            if verdicts.contains(verdict) {
                *severity = Severity::Error;
            } else if *severity == Severity::Error {
                *severity = Severity::Warning;
            }
        }
    }
}

/// Contradictions fail; what may be both is worth a look; the rest is no disagreement.
pub fn usual_verdicts() -> BTreeMap<Verdict, Severity> {
    [
        (Verdict::Contradiction, Severity::Error),
        (Verdict::Tension, Severity::Warning),
        (Verdict::Update, Severity::Note),
        (Verdict::Precision, Severity::Note),
        (Verdict::Agreement, Severity::Off),
        (Verdict::Single, Severity::Off),
    ]
    .into()
}

/// A name out of a small set, as it stands in flags and in the configuration.
fn named<T: Copy>(name: &str, all: &[(&str, T)]) -> Result<T, String> {
    let found = all.iter().find(|(known, _)| *known == name);
    found.map(|&(_, value)| value).ok_or_else(|| {
        let names: Vec<&str> = all.iter().map(|&(known, _)| known).collect();
        format!("`{name}` is not one of {}", names.join(", "))
    })
}

const CAUSES: [(&str, Cause); 4] = [
    ("new", Cause::New),
    ("changed", Cause::Changed),
    ("expired", Cause::Expired),
    ("unreviewed", Cause::Unreviewed),
];
const SEVERITIES: [(&str, Severity); 4] = [
    ("off", Severity::Off),
    ("note", Severity::Note),
    ("warning", Severity::Warning),
    ("error", Severity::Error),
];
const STALE: [(&str, Stale); 3] = [
    ("ignore", Stale::Ignore),
    ("warn", Stale::Warn),
    ("error", Stale::Error),
];
const VERDICTS: [(&str, Verdict); 4] = [
    ("contradiction", Verdict::Contradiction),
    ("update", Verdict::Update),
    ("tension", Verdict::Tension),
    ("precision", Verdict::Precision),
];

impl FromStr for Cause {
    type Err = String;
    fn from_str(name: &str) -> Result<Self, String> {
        named(name, &CAUSES)
    }
}

impl FromStr for Severity {
    type Err = String;
    fn from_str(name: &str) -> Result<Self, String> {
        named(name, &SEVERITIES)
    }
}

impl FromStr for Stale {
    type Err = String;
    fn from_str(name: &str) -> Result<Self, String> {
        named(name, &STALE)
    }
}

/// The verdict of a finding by its name: agreement and single are none.
pub fn verdict(name: &str) -> Result<Verdict, String> {
    named(name, &VERDICTS)
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Cause::New => "new",
            Cause::Changed => "changed",
            Cause::Expired => "expired",
            Cause::Unreviewed => "unreviewed",
        })
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Severity::Off => "off",
            Severity::Note => "note",
            Severity::Warning => "warning",
            Severity::Error => "error",
        })
    }
}

impl fmt::Display for Stale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Stale::Ignore => "ignore",
            Stale::Warn => "warn",
            Stale::Error => "error",
        })
    }
}
