//! Which noun does a bare number stand for? By words alone, where the tree is lost: "as toll climbs to five", "put the
//! number of missing at 28", "bringing the total to 31".

use std::ops::Range;
use std::sync::LazyLock;

use gainsay_syntax::Span;

use crate::claims::{Scene, headcount};
use crate::lexicon::Groups;

/// The sorts of word around a tally, by form.
static SORTS: LazyLock<Groups> = LazyLock::new(|| Groups::read(include_str!("tallies.tsv")));

/// How many words may lie between a tally and its number.
const REACH: usize = 24;
/// How many words may lie between "put" and the tally, and between that and "at 28".
const NEAR: usize = 8;

/// The tally whose number stands at a token.
pub(super) fn tally_of(scene: &Scene, number: usize) -> Option<usize> {
    let before = (0..number)
        .rev()
        .find(|&i| !SORTS.has("hedge", &scene.form(i)))?;
    let tally = |i: &usize| SORTS.has("tally", &scene.form(*i));
    if SORTS.has("moves", &scene.form(before)) {
        return (before.saturating_sub(REACH)..before).rev().find(tally);
    }
    // "Put the number of missing at 28": the verb stands before the tally.
    let to = matches!(scene.form(before + 1).as_str(), "to" | "at");
    let near = number.saturating_sub(NEAR)..=before;
    let tally = near.rev().find(tally).filter(|_| to)?;
    let sets = |i: usize| SORTS.has("sets", &scene.form(i));
    (tally.saturating_sub(NEAR)..tally)
        .any(sets)
        .then_some(tally)
}

/// The noun behind a tally that tells whom it counts: "the number of injured", "the count of people still missing".
pub(super) fn counted_by(scene: &Scene, mut between: Range<usize>) -> Option<usize> {
    between.find(|&i| {
        let lemma = &scene.sentence.tokens[i].lemma;
        headcount::is_group(&scene.form(i)) || headcount::is_group(lemma)
    })
}

/// The word behind a bare number that tells whom it counts: "40 are feared dead", "had 212 on board".
pub(super) fn told_behind(scene: &Scene, count: Span) -> Option<usize> {
    let tokens = &scene.sentence.tokens;
    let first = tokens.iter().position(|t| t.span.start >= count.end)?;
    let words = tokens[first..]
        .iter()
        .map(|t| t.span.of(&scene.article.text));
    Some(first + headcount::told_behind(words)?)
}
