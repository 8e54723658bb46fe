//! GitLab's code quality report: a JSON array in which GitLab compares two branches by fingerprint.

use std::io::{self, Write};

use super::json as document;
use serde_json::{Value, json};

use crate::gate::hold::{Held, State};
use crate::gate::location::{location, primary};
use crate::gate::policy::Severity;

/// The report, ended by a line feed; what was accepted stays out, as GitLab has no word for it.
pub fn gitlab(held: &Held, out: &mut dyn Write) -> io::Result<()> {
    let unaccepted = held.judged.iter().filter(|j| j.state != State::Accepted);
    let issues: Vec<Value> = unaccepted
        .filter_map(|judged| {
            let finding = judged.finding;
            let place = location(held, primary(held, finding).0?);
            Some(json!({
                "description": format!("{}: {}", finding.question, finding.explanation),
                "check_name": finding.rule,
                "fingerprint": finding.fingerprint,
                "severity": severity(judged.severity),
                "location": {"path": place.path, "lines": {"begin": place.line, "end": place.end_line}},
            }))
        })
        .collect();
    document::pretty(&issues, out)
}

/// GitLab knows info, minor, major, critical and blocker.
fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "critical",
        Severity::Warning => "minor",
        Severity::Off | Severity::Note => "info",
    }
}
