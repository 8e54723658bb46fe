//! Fixed phrases: "now", "recently", "in the past", "soon".

use super::super::reading::Reading;
use super::atom::{Atom, Meaning};
use super::lexicon::{self, Leads, Word};
use super::line::Line;

/// The longest phrase that turns on piece `i`.
pub(super) fn phrase(line: &Line, i: usize) -> Option<Atom> {
    if line.pieces[i].entry.leads != Leads::ToPhrases {
        return None;
    }
    let mut phrases = lexicon::phrases_of(line.text(i));
    let found = phrases.find(|p| i >= p.key && line.are(i - p.key, &p.words))?;
    let start = i - found.key;
    let end = start + found.words.len();
    // "in the past two weeks" goes on, and "right now" is not "write now-famous".
    if line.mark(end, b'-') && line.glued(end)
        || line.mark(start.wrapping_sub(1), b'-') && line.glued(start)
    {
        return None;
    }
    if line.is(i, "soon") && found.words.len() == 1 && line.is_one(i + 1, &["as", "after"]) {
        return None;
    }
    // "Some time last year" is last year.
    if line.is(end - 1, "time")
        && matches!(
            line.word(end),
            Word::Shift(_) | Word::Weekday(_) | Word::Month(_)
        )
    {
        return None;
    }
    let lead = usize::from(
        matches!(found.words[0], "in" | "at") && found.words.len() > 2 && found.words[1] == "the",
    );
    let meaning = match &found.value {
        Reading::Vague(vague) => Meaning::Vague(*vague),
        Reading::Length(length) => Meaning::Length(length.clone()),
        Reading::Calendar(_) => return None,
    };
    Some(Atom::new(start + lead, end, meaning))
}
