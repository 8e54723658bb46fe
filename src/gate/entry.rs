//! One line of the baseline: a finding that somebody decided about, or still has to.
//!
//! The order of the fields here is the order in the file. What a line does not hold is as deliberate as what it does:
//! no time stamp, line number, count, version or message, so that a line changes only when its finding does.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::str::FromStr;

use crate::report::visible::escaped;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::identity;

/// A finding in the baseline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Question and split of the sources over the answers.
    pub fingerprint: String,
    /// Question alone.
    pub key: String,
    /// The code of the rule that found it.
    pub rule: String,
    /// The question, for people.
    pub question: String,
    /// Each answer with the sources that give it.
    pub answers: Answers,
    /// What the sides say word for word, as [`identity::wording`] names it.
    pub wording: String,
    /// What was decided.
    pub status: Status,
    /// Whatever a person wants to keep beside it.
    pub note: Option<String>,
}

/// Each answer with the sources that give it.
pub type Answers = BTreeMap<String, BTreeSet<String>>;

/// What was decided about a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Status {
    /// Nobody has looked at it.
    Unreviewed,
    /// Somebody has, and lets it stand.
    Accepted(Acceptance),
}

/// Why a finding may stand, and until when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acceptance {
    /// Which sort of reason it is.
    pub kind: Kind,
    /// The reason in a person's words.
    pub reason: String,
    /// The last day on which it may stand.
    pub expires: Option<Date>,
}

/// The sorts of reason for which a finding may stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// The accounts do not disagree: gainsay is wrong.
    NotAConflict,
    /// The facts moved on between the accounts.
    Evolving,
    /// A source is wrong, and we only quote it.
    SourceError,
    /// It is wrong, and stays.
    WontFix,
}

impl Kind {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Kind; 4] = [
        Kind::NotAConflict,
        Kind::Evolving,
        Kind::SourceError,
        Kind::WontFix,
    ];

    /// The name in the file and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Kind::NotAConflict => "not-a-conflict",
            Kind::Evolving => "evolving",
            Kind::SourceError => "source-error",
            Kind::WontFix => "wont-fix",
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Kind {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        let found = Self::ALL.into_iter().find(|kind| kind.name() == name);
        found.ok_or_else(|| {
            let names: Vec<&str> = Self::ALL.into_iter().map(Self::name).collect();
            format!("`{name}` is not one of {}", names.join(", "))
        })
    }
}

impl Entry {
    /// The sources that give an answer, without repetition.
    pub fn sources(&self) -> BTreeSet<&str> {
        self.answers
            .values()
            .flatten()
            .map(String::as_str)
            .collect()
    }

    /// The line as it stands in the file, without its line feed.
    pub fn print(&self) -> String {
        let line = Line::from(self.clone());
        let json = serde_json::to_string(&line).expect("strings, maps and dates always serialize");
        // Reviewers read the file in terminals and pull requests.
        escaped(&json).into_owned()
    }

    /// Reads a line; the error says what is wrong with it and, from 1, at which column.
    pub fn parse(line: &str) -> Result<Self, (String, usize)> {
        let line: Line = serde_json::from_str(line).map_err(|error| {
            let what = error.to_string();
            let what = what.split(" at line 1").next().unwrap_or_default();
            (what.to_owned(), error.column().max(1))
        })?;
        line.checked().map_err(|what| (what, 1))
    }
}

/// The fields of a line, in order.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    fingerprint: String,
    key: String,
    rule: String,
    question: String,
    answers: Answers,
    wording: String,
    status: StatusName,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    kind: Option<Kind>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    reason: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    expires: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    note: Option<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum StatusName {
    Unreviewed,
    Accepted,
}

impl From<Entry> for Line {
    fn from(entry: Entry) -> Self {
        let (status, acceptance) = match entry.status {
            Status::Unreviewed => (StatusName::Unreviewed, None),
            Status::Accepted(acceptance) => (StatusName::Accepted, Some(acceptance)),
        };
        Self {
            fingerprint: entry.fingerprint,
            key: entry.key,
            rule: entry.rule,
            question: entry.question,
            answers: entry.answers,
            wording: entry.wording,
            status,
            kind: acceptance.as_ref().map(|a| a.kind),
            expires: acceptance
                .as_ref()
                .and_then(|a| a.expires)
                .map(|day| day.to_string()),
            reason: acceptance.map(|a| a.reason),
            note: entry.note,
        }
    }
}

impl Line {
    /// The entry, if its fields go together.
    fn checked(self) -> Result<Entry, String> {
        for (name, value) in [
            ("fingerprint", &self.fingerprint),
            ("key", &self.key),
            ("wording", &self.wording),
        ] {
            if !identity::is_fingerprint(value) {
                let digits = identity::DIGITS;
                return Err(format!(
                    "the {name} `{value}` is not of {digits} digits 0-9 and a-f"
                ));
            }
        }
        let status = match self.status {
            StatusName::Accepted => {
                Status::Accepted(acceptance(self.kind, self.reason, self.expires.as_deref())?)
            }
            StatusName::Unreviewed => {
                if self.kind.is_some() || self.reason.is_some() || self.expires.is_some() {
                    return Err("an unreviewed finding has no kind, reason or expires".to_owned());
                }
                Status::Unreviewed
            }
        };
        Ok(Entry {
            fingerprint: self.fingerprint,
            key: self.key,
            rule: self.rule,
            question: self.question,
            answers: self.answers,
            wording: self.wording,
            status,
            note: self.note,
        })
    }
}

/// An acceptance names its kind and its reason.
fn acceptance(
    kind: Option<Kind>,
    reason: Option<String>,
    expires: Option<&str>,
) -> Result<Acceptance, String> {
    let kind = kind.ok_or("an accepted finding without `kind`")?;
    let reason = reason
        .filter(|reason| !reason.trim().is_empty())
        .ok_or("an accepted finding without `reason`")?;
    let expires = expires.map(day).transpose()?;
    Ok(Acceptance {
        kind,
        reason,
        expires,
    })
}

/// A day as `2026-12-31`, and nothing else.
pub fn day(text: &str) -> Result<Date, String> {
    let shaped = text.len() == 10;
    let parsed: Option<Date> = text.parse().ok().filter(|_| shaped);
    parsed.ok_or_else(|| format!("`{text}` is not a day like 2026-12-31"))
}
