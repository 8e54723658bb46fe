//! Below the table: each row with its reason and its quotes in place, so that nobody has to believe the table.

use super::cells::with_holder;
use super::difference::Difference;
use super::fold;
use super::ink::{Ink, linked};
use super::labels::verdict_word;
use super::link::{Links, target};
use super::visible::visible;
use super::wrap::{hang, width, wrap};
use super::{Layout, NARROWEST, Row};
use crate::comparison::{self, Comparison, Side};
use std::collections::BTreeMap;

/// What the quotes stand in by.
const INDENT: &str = "    ";

/// What there is to say of each row, followed by an empty line each.
pub(super) fn details(
    comparison: &Comparison,
    rows: &[Row],
    labels: &BTreeMap<String, String>,
    layout: &Layout,
) -> String {
    let width = layout.width.max(NARROWEST);
    let mut lines = Vec::new();
    let compared = |row: &&Row| row.told.fingerprint().is_some();
    for row in rows.iter().filter(compared) {
        lines.extend(reason(&format!("{} ", row.number), &row.told, width));
        let (sides, more) = fold::sides(row.told.sides());
        let sides: Vec<[String; 3]> = sides
            .iter()
            .map(|side| quoted(side, comparison, labels, &layout.links))
            .collect();
        lines.extend(in_one_line(&sides, width).unwrap_or_else(|| in_two_lines(&sides, width)));
        if more > 0 {
            let fingerprint = visible(row.told.fingerprint().unwrap_or_default());
            let rest = format!("and {more} more, which `gainsay explain {fingerprint}` shows");
            lines.extend(hang(INDENT, &rest, width));
        }
        lines.push(String::new());
    }
    lines
        .iter()
        .fold(String::new(), |out, line| out + line.trim_end() + "\n")
}

/// What was decided, about what, and why; `number` stands before it.
pub(super) fn reason(number: &str, told: &Difference, room: usize) -> Vec<String> {
    let word = verdict_word(told.verdict());
    let lead = format!(
        "{}{}  ",
        Ink::Strong.on(number),
        Ink::Verdict(told.verdict()).on(word)
    );
    let mut lines = hang(&lead, &visible(&told.fact.question), room);
    let indent = "  ";
    lines.extend(hang(indent, &visible(&told.explanation()), room));
    let fingerprint = visible(told.fingerprint().unwrap_or_default());
    let how = match told.finding {
        Some(finding) => format!(
            "{} · confidence {:.2} · {fingerprint}",
            visible(&finding.rule),
            finding.confidence,
        ),
        None => fingerprint,
    };
    let how = wrap(&how, room - 2).into_iter();
    lines.extend(how.map(|line| format!("{indent}{}", Ink::Faint.on(&line))));
    lines
}

/// Who says it, where it stands, the words.
fn quoted(
    side: &Side,
    comparison: &Comparison,
    labels: &BTreeMap<String, String>,
    links: &Links,
) -> [String; 3] {
    let label = labels.get(&side.article).unwrap_or(&side.article);
    let quote = format!("“{}”", visible(&side.quote));
    let quote = with_holder(&quote, side.holder.as_deref());
    let place = place(comparison, &side.article, (side.line, side.column), links);
    [label.clone(), place, quote]
}

/// `path:line:column`, which leads there where the terminal can.
pub(super) fn place(
    comparison: &Comparison,
    id: &str,
    (line, column): (usize, usize),
    links: &Links,
) -> String {
    let article = comparison::article(&comparison.articles, id);
    let path = article.map_or(id, |a| a.path.as_str());
    let place = format!("{}:{line}:{column}", visible(path));
    let target = article.and_then(|article| target(links, article, line));
    linked(target.as_deref(), &Ink::Faint.on(&place))
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
        let by = Ink::Strong.on(by);
        format!("{INDENT}{by}{after_by}{at}{after_at}{quote}")
    };
    fits.then(|| sides.iter().map(line).collect())
}

/// Each side's place, and its words below.
fn in_two_lines(sides: &[[String; 3]], room: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for [by, at, quote] in sides {
        lines.push(format!("{INDENT}{}  {at}", Ink::Strong.on(by)));
        lines.extend(hang(&format!("{INDENT}  "), quote, room));
    }
    lines
}
