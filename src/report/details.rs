//! Below the table: each finding with its reason and its quotes in place, so that nobody has to believe the table.

use super::Row;
use super::cells::with_holder;
use super::ink::Ink;
use super::labels::verdict_word;
use super::visible::visible;
use super::wrap::{hang, width, wrap};
use crate::comparison::{Comparison, Finding, Side};
use std::collections::BTreeMap;

/// What the quotes stand in by.
const INDENT: &str = "    ";

/// All findings of the rows, each followed by an empty line.
pub(super) fn details(
    comparison: &Comparison,
    rows: &[Row],
    labels: &BTreeMap<String, String>,
    width: usize,
) -> String {
    let mut lines = Vec::new();
    for row in rows {
        for finding in &row.findings {
            lines.extend(reason(&format!("{} ", row.number), finding, width));
            let sides = finding.sides.iter();
            let sides: Vec<[String; 3]> =
                sides.map(|side| quoted(side, comparison, labels)).collect();
            lines.extend(in_one_line(&sides, width).unwrap_or_else(|| in_two_lines(&sides, width)));
            lines.push(String::new());
        }
    }
    lines
        .iter()
        .fold(String::new(), |out, line| out + line.trim_end() + "\n")
}

/// What was decided, about what, and why; `number` stands before it.
pub(super) fn reason(number: &str, finding: &Finding, room: usize) -> Vec<String> {
    let word = verdict_word(finding.verdict);
    let lead = format!(
        "{}{}  ",
        Ink::Strong.on(number),
        Ink::Verdict(finding.verdict).on(word)
    );
    let mut lines = hang(&lead, &visible(&finding.question), room);
    let indent = "  ";
    lines.extend(hang(indent, &visible(&finding.explanation), room));
    let how = format!(
        "{} · confidence {:.2} · {}",
        visible(&finding.rule),
        finding.confidence,
        visible(&finding.fingerprint)
    );
    let how = wrap(&how, room - 2).into_iter();
    lines.extend(how.map(|line| format!("{indent}{}", Ink::Faint.on(&line))));
    lines
}

/// Who says it, where it stands, the words.
fn quoted(side: &Side, comparison: &Comparison, labels: &BTreeMap<String, String>) -> [String; 3] {
    let article = comparison.articles.iter().find(|a| a.id == side.article);
    let path = article.map_or(side.article.as_str(), |a| a.path.as_str());
    let label = labels.get(&side.article).unwrap_or(&side.article);
    let quote = format!("“{}”", visible(&side.quote));
    let quote = with_holder(&quote, side.holder.as_deref());
    let place = format!("{}:{}:{}", visible(path), side.line, side.column);
    [label.clone(), place, quote]
}

/// All sides in three columns, if they fit.
fn in_one_line(sides: &[[String; 3]], room: usize) -> Option<Vec<String>> {
    let longest = |part: usize| {
        sides
            .iter()
            .map(|side| width(&side[part]))
            .max()
            .unwrap_or(0)
    };
    let (label, place) = (longest(0), longest(1));
    let fits = INDENT.len() + label + 2 + place + 2 + longest(2) <= room;
    let pad = |text: &str, to: usize| " ".repeat(to.saturating_sub(width(text)) + 2);
    let line = |[by, at, quote]: &[String; 3]| {
        let (after_by, after_at) = (pad(by, label), pad(at, place));
        let (by, at) = (Ink::Strong.on(by), Ink::Faint.on(at));
        format!("{INDENT}{by}{after_by}{at}{after_at}{quote}")
    };
    fits.then(|| sides.iter().map(line).collect())
}

/// Each side's place, and its words below.
fn in_two_lines(sides: &[[String; 3]], room: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for [by, at, quote] in sides {
        lines.push(format!(
            "{INDENT}{}  {}",
            Ink::Strong.on(by),
            Ink::Faint.on(at)
        ));
        lines.extend(hang(&format!("{INDENT}  "), quote, room));
    }
    lines
}
