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
use difference::{Difference, differences};
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

/// The facts of a story that `verdicts` admit, numbered: those with findings first, worst first.
fn rows<'a>(comparison: &'a Comparison, story: &str, verdicts: &[Verdict]) -> Vec<Row<'a>> {
    differences(comparison, story, verdicts)
        .into_iter()
        .enumerate()
        .map(|(i, told)| Row {
            number: i + 1,
            told,
        })
        .collect()
}
