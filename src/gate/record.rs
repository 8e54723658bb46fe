//! The gate's answer as JSON: the comparison as the contract publishes it, with a member `gate` beside the findings.

use std::io::{self, Write};

use serde_json::{Value, json};

use super::edit;
use super::hold::{Absence, Held, Judged, Outcome};

/// The whole answer, indented, ended by a line feed.
pub fn json(held: &Held, out: &mut dyn Write) -> io::Result<()> {
    let mut record = json!(held.comparison);
    record["findings"] = held
        .judged
        .iter()
        .map(|judged| json!(judged.finding))
        .collect();
    record["not_shown"]["below_confidence"] = json!(held.below_confidence);
    record["gate"] = json!({
        "outcome": match held.outcome() {
            Outcome::Pass => "pass",
            Outcome::Fail => "fail",
            Outcome::OutOfDate => "out-of-date",
        },
        "findings": held.judged.iter().map(judged).collect::<Vec<_>>(),
        "absent": held.absent.iter().map(|(absence, entry)| json!({
            "fingerprint": entry.fingerprint,
            "state": match absence {
                Absence::Stale => "stale",
                Absence::NotChecked => "not-checked",
            },
            "rule": entry.rule,
            "question": entry.question,
        })).collect::<Vec<_>>(),
        "ignored": held.ignored,
    });
    crate::export::json::pretty(&record, out)
}

fn judged(judged: &Judged) -> Value {
    json!({
        "fingerprint": judged.finding.fingerprint,
        "state": judged.state.to_string(),
        "severity": judged.severity.to_string(),
        "fails": judged.fails,
        "known_as": judged.known.map(|known| &known.fingerprint),
        "decision": judged.known.map(edit::status),
    })
}
