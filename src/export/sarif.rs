//! SARIF 2.1.0, which code hosts read: a finding is a result at one place, with its other sides as related locations.
//!
//! GitHub tells alerts apart by `primaryLocationLineHash` alone, so it carries our fingerprint. It does not honour
//! suppressions: what was accepted is left out, unless all is asked for, and then each result says its baseline state.

use std::fmt::Write as _;
use std::io::{self, Write};

use super::json as document;
use serde_json::{Map, Value, json};

use crate::comparison::Side;
use crate::gate::hold::{Held, Judged, State};
use crate::gate::location::{location, primary};
use crate::gate::policy::Severity;
use crate::verdict::rules as table;

/// Where the format is specified.
const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// Which findings become results.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Results {
    /// All but the accepted.
    Unaccepted,
    /// All, each with its `baselineState`.
    All,
}

/// The log, ended by a line feed.
pub fn sarif(held: &Held, results: Results, out: &mut dyn Write) -> io::Result<()> {
    let shown: Vec<&Judged> = held
        .judged
        .iter()
        .filter(|judged| results == Results::All || judged.state != State::Accepted)
        .collect();
    let mut rules: Vec<&str> = shown
        .iter()
        .map(|judged| judged.finding.rule.as_str())
        .collect();
    rules.sort_unstable();
    rules.dedup();
    let tool = &held.comparison.tool;
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": tool.name,
                "version": tool.version,
                "rules": rules.iter().map(|rule| described(rule)).collect::<Vec<_>>(),
            }},
            "columnKind": "unicodeCodePoints",
            "results": shown.iter().map(|judged| result(held, judged, &rules, results)).collect::<Vec<_>>(),
        }],
    });
    document::pretty(&log, out)
}

fn described(rule: &str) -> Value {
    match table::by_code(rule) {
        Some(known) => json!({
            "id": rule,
            "shortDescription": {"text": known.meaning},
            "help": {"text": format!("{}; for example: {}", known.meaning, known.example)},
        }),
        None => json!({"id": rule}),
    }
}

fn result(held: &Held, judged: &Judged, rules: &[&str], results: Results) -> Value {
    let finding = judged.finding;
    let (first, others) = primary(held, finding);
    let related: Vec<Value> = others
        .iter()
        .enumerate()
        .map(|(index, side)| {
            let mut place = physical(held, side);
            place.insert("id".to_owned(), json!(index + 1));
            place.insert(
                "message".to_owned(),
                json!({"text": format!("{} = {}", side.said, side.value)}),
            );
            Value::Object(place)
        })
        .collect();
    let mut result = json!({
        "ruleId": finding.rule,
        "ruleIndex": rules.iter().position(|rule| *rule == finding.rule),
        "level": level(judged.severity),
        "message": {"text": format!("{}: {}", finding.question, finding.explanation)},
        "locations": first.map(|side| physical(held, side)).into_iter().collect::<Vec<_>>(),
        "relatedLocations": related,
        "partialFingerprints": {"primaryLocationLineHash": finding.fingerprint},
        "properties": {"verdict": finding.verdict, "slot": finding.slot, "confidence": finding.confidence, "key": finding.key},
    });
    if results == Results::All {
        result["baselineState"] = json!(baseline_state(judged.state));
    }
    result
}

fn physical(held: &Held, side: &Side) -> Map<String, Value> {
    let place = location(held, side);
    let mut region = json!({"startLine": place.line, "snippet": {"text": side.quote}});
    if place.exact {
        region["startColumn"] = json!(place.column);
        region["endLine"] = json!(place.end_line);
        region["endColumn"] = json!(place.end_column);
    }
    let physical = json!({"artifactLocation": {"uri": uri(&place.path)}, "region": region});
    [("physicalLocation".to_owned(), physical)]
        .into_iter()
        .collect()
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
        Severity::Off => "none",
    }
}

fn baseline_state(state: State) -> &'static str {
    match state {
        State::New => "new",
        State::Changed => "updated",
        State::Expired | State::Unreviewed | State::Accepted => "unchanged",
    }
}

/// A path as a relative reference, or as a `file:` URI if it begins at the root.
fn uri(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    if path.starts_with('/') {
        uri += "file://";
    }
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    uri
}
