//! What a person reads: the comparison as a table, the quotes in place below it, one line of figures.
//!
//! Everything here is a pure function of the published [`Comparison`]: the same comparison and the same
//! [`Layout`] print the same bytes, whether the comparison was just made or read back from its JSON.

pub mod article;
mod cells;
mod columns;
mod details;
pub mod explain;
mod grid;
pub mod ink;
pub mod labels;
pub mod readable;
mod summary;
pub mod visible;
mod wrap;

use crate::comparison::{Comparison, FactRow, Finding, Verdict};
use ink::Ink;

/// How a comparison is laid out for the eye.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    /// How many columns of characters a line may fill.
    pub width: usize,
    /// With or without terminal colours.
    pub paint: ink::Paint,
    /// Which rows are shown; the others are counted.
    pub verdicts: Vec<Verdict>,
}

/// The verdicts under which two answers differ: what is shown when nothing else is asked for.
pub const DIFFERENCES: [Verdict; 4] = [
    Verdict::Contradiction,
    Verdict::Update,
    Verdict::Tension,
    Verdict::Precision,
];

/// Narrower than this no table can be read; a smaller width is taken for this one.
const NARROWEST: usize = 40;

/// The comparison table with its quotes and its summary line, ended by a line feed.
pub fn table(comparison: &Comparison, layout: &Layout) -> String {
    let width = layout.width.max(NARROWEST);
    let labels = labels::labels(comparison);
    let mut out = String::new();
    for story in stories(comparison) {
        let rows = rows(comparison, story, &layout.verdicts);
        if rows.is_empty() {
            continue;
        }
        if many_stories(comparison) {
            out += &Ink::Strong.on(&visible::visible(story));
            out += "\n\n";
        }
        out += &grid::grid(comparison, story, &rows, &labels, width);
        out.push('\n');
        out += &details::details(comparison, &rows, &labels, width);
    }
    out += &summary::summary(comparison, &layout.verdicts, width);
    ink::paint(&out, layout.paint)
}

/// A fact that is shown, and its findings.
struct Row<'a> {
    number: usize,
    fact: &'a FactRow,
    findings: Vec<&'a Finding>,
}

/// The stories of a run, in the order of their first article.
pub fn stories(comparison: &Comparison) -> Vec<&str> {
    let mut stories: Vec<&str> = Vec::new();
    for article in &comparison.articles {
        if !stories.contains(&article.story.as_str()) {
            stories.push(&article.story);
        }
    }
    stories
}

fn many_stories(comparison: &Comparison) -> bool {
    stories(comparison).len() > 1
}

/// The facts of a story that `verdicts` admit: those with findings first, in the findings' order (worst first).
fn rows<'a>(comparison: &'a Comparison, story: &str, verdicts: &[Verdict]) -> Vec<Row<'a>> {
    let mut rows: Vec<Row> = Vec::new();
    let facts = || comparison.facts.iter().filter(|fact| fact.story == story);
    for finding in &comparison.findings {
        let Some(fact) = facts().find(|fact| fact.id == finding.fact) else {
            continue;
        };
        if !verdicts.contains(&finding.verdict) {
            continue;
        }
        if let Some(row) = rows.iter_mut().find(|row| row.fact.id == fact.id) {
            row.findings.push(finding);
        } else {
            rows.push(Row {
                number: 0,
                fact,
                findings: vec![finding],
            });
        }
    }
    let found = |id: &str| comparison.findings.iter().any(|f| f.fact == id);
    rows.extend(
        facts()
            .filter(|fact| verdicts.contains(&fact.verdict) && !found(&fact.id))
            .map(|fact| Row {
                number: 0,
                fact,
                findings: vec![],
            }),
    );
    for (i, row) in rows.iter_mut().enumerate() {
        row.number = i + 1;
    }
    rows
}
