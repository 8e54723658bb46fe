//! The document's day where no metadata tells it: from the dateline or the posting line at the head or the foot.

use super::super::interval::interval_of;
use super::super::length::Unit;
use super::atom::Meaning;
use super::lexicon::{self, Word};
use super::line::{Inner, Line};
use super::{atoms, join};
use crate::article::Article;
use crate::document::Document;
use crate::values::cut::Cut;
use jiff::civil::Date;

/// How many sentences from each end may hold a dateline or a posting line.
const REACH: usize = 4;

/// The day that an article says it was published on.
pub(super) fn day(
    article: &Article,
    document: &Document,
    cut: &Cut,
    inner: &Inner,
) -> Option<Date> {
    let head = document.sentences.iter().enumerate().take(REACH);
    let foot = document.sentences.iter().enumerate().rev().take(REACH);
    head.chain(foot).find_map(|(index, sentence)| {
        let pieces = cut.sentence(index);
        if !pieces.cue || pieces.all.len() > LONGEST {
            return None;
        }
        let line = Line::new(&article.text, &sentence.syntax, pieces, inner);
        is_posting_line(&line).then(|| whole_date(&line)).flatten()
    })
}

/// The most pieces that a posting line has, and those of one that needs no posting word.
const LONGEST: usize = 30;
const SHORT: usize = 12;

/// "Posted: March 3, 2014", "PARIS, March 3, 2014 (Reuters) -", "3 March 2014": short, or led by a posting word.
fn is_posting_line(line: &Line) -> bool {
    let mut words = line.pieces.iter().map(|piece| piece.entry.word);
    let pieces = line.pieces.len();
    let posted = || (0..pieces).any(|i| lexicon::in_group("posted", line.text(i)));
    words.any(|word| matches!(word, Word::Digits(..))) && (pieces <= SHORT || posted())
}

/// The first date of a line that tells its day, month and year.
fn whole_date(line: &Line) -> Option<Date> {
    let (mut found, mut joined) = (Vec::new(), Vec::new());
    atoms(line, &mut found);
    join::join(line, found.into_iter(), &mut joined);
    joined.iter().find_map(|atom| match &atom.meaning {
        Meaning::Point(point) if point.step.is_none() => {
            let interval = interval_of(&point.calendar)?;
            (interval.grain <= Unit::Day).then(|| interval.start.date())
        }
        _ => None,
    })
}
