//! What a person reads: the comparison as a table, the quotes in place below it, one line of figures.
//!
//! Everything here is a pure function of the published [`Comparison`]: the same comparison and the same
//! [`Layout`] print the same bytes, whether the comparison was just made or read back from its JSON.

pub mod article;
mod cells;
mod columns;
mod details;
pub mod difference;
pub mod explain;
pub(crate) mod fold;
mod grid;
pub mod ink;
pub mod labels;
pub mod link;
pub mod readable;
pub mod stream;
pub(crate) mod summary;
pub mod visible;
mod wrap;

use crate::comparison::{Comparison, Verdict};
use difference::{Difference, stories};
use ink::Ink;
use link::Links;

/// How a comparison is laid out for the eye.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    /// How many columns of characters a line may fill.
    pub width: usize,
    /// With or without terminal colours.
    pub paint: ink::Paint,
    /// Whether places can be clicked.
    pub links: Links,
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
    let stories = stories(comparison, &layout.verdicts);
    for story in stories.iter().filter(|story| !story.rows.is_empty()) {
        if stories.len() > 1 {
            out += &Ink::Strong.on(&visible::visible(story.name));
            out += "\n\n";
        }
        let rows = numbered(&story.rows);
        out += &grid::grid(&story.articles, &rows, &labels, width);
        out.push('\n');
        out += &details::details(comparison, &rows, &labels, layout);
    }
    out += &summary::summary(comparison, &layout.verdicts, width);
    ink::paint(&out, layout.paint)
}

/// A fact that is shown.
struct Row<'a> {
    number: usize,
    told: Difference<'a>,
}

/// The rows of a story as they are numbered.
fn numbered<'a>(rows: &[Difference<'a>]) -> Vec<Row<'a>> {
    let rows = rows.iter().enumerate();
    rows.map(|(i, &told)| Row {
        number: i + 1,
        told,
    })
    .collect()
}
