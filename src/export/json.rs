//! JSON as the contract publishes it (`schema/comparison.v1.json`), and JSON lines: one finding a line, each line
//! complete in itself (`schema/finding.v1.json`).

use super::row;
use crate::comparison::{Comparison, Finding, Side};
use crate::report::visible::escaped;
use serde::Serialize;
use serde_json::{Value, json};
use std::io::{self, Write};

/// The name and version of a line of JSON lines.
pub const FINDING_SCHEMA: &str = "gainsay/finding/v1";

/// The whole comparison, indented, ended by a line feed.
pub fn json(comparison: &Comparison, out: &mut dyn Write) -> io::Result<()> {
    pretty(comparison, out)
}

/// Any document, indented, ended by a line feed, with what a terminal would obey written as escapes.
pub fn pretty(document: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    let text = serde_json::to_string_pretty(document)?;
    writeln!(out, "{}", escaped(&text))
}

/// As [`pretty`], on one line.
pub fn compact(document: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    let text = serde_json::to_string(document)?;
    writeln!(out, "{}", escaped(&text))
}

/// One line a finding.
pub fn jsonl(comparison: &Comparison, out: &mut dyn Write) -> io::Result<()> {
    for finding in &comparison.findings {
        compact(&line(comparison, finding), out)?;
    }
    Ok(())
}

/// A finding that needs no other line to be understood: it names its story, and its sides their articles.
fn line(comparison: &Comparison, finding: &Finding) -> Value {
    let fact = comparison.facts.iter().find(|f| f.id == finding.fact);
    let mut line = json!({ "schema": FINDING_SCHEMA, "story": fact.map(|f| &f.story) });
    extend(&mut line, json!(finding));
    line["sides"] = finding.sides.iter().map(|s| side(comparison, s)).collect();
    line
}

fn side(comparison: &Comparison, side: &Side) -> Value {
    let article = row(comparison, &side.article);
    let mut line = json!(side);
    let about = json!({
        "path": article.map(|a| &a.path),
        "source": article.map(|a| &a.source),
        "title": article.map(|a| &a.title),
        "date": article.map(|a| &a.date),
    });
    extend(&mut line, about);
    line
}

/// Adds the members of one object to another, behind its own.
fn extend(one: &mut Value, other: Value) {
    if let (Value::Object(one), Value::Object(other)) = (one, other) {
        one.extend(other);
    }
}
