//! Deeds and qualities that exclude each other: "the airport stayed open" in one article, "was closed" in another.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::Event;
use super::class::Class;
use crate::lexicon::rows;

/// One side of a question that has two: its row in `opposites.tsv`, and whether it is the first.
pub type Side = (usize, bool);

/// The sides that words and kinds of event take.
#[derive(Default)]
struct Sides {
    words: FxHashMap<&'static str, Vec<Side>>,
    kinds: FxHashMap<Class, Vec<Side>>,
    /// The questions whose sides come and go.
    passing: Vec<usize>,
    /// The questions whose sides are the two ends of one deed.
    converse: Vec<usize>,
}

static SIDES: LazyLock<Sides> = LazyLock::new(|| {
    let mut sides = Sides::default();
    for (at, [question, one, other]) in rows(include_str!("opposites.tsv")).enumerate() {
        if question.ends_with('^') {
            sides.passing.push(at);
        }
        if question.ends_with('~') {
            sides.converse.push(at);
        }
        for (words, first) in [(one, true), (other, false)] {
            for word in words.split(' ') {
                let taken = match word.strip_prefix('=').map(Class::named) {
                    Some(Some(class)) => sides.kinds.entry(class).or_default(),
                    _ => sides.words.entry(word).or_default(),
                };
                taken.push((at, first));
            }
        }
    }
    sides
});

/// The sides that an event takes, by its word and by its kinds.
pub fn sides(event: &Event) -> Vec<Side> {
    let kinds = event.classes.iter().map(|class| SIDES.kinds.get(class));
    let word = SIDES.words.get(event.lemma.as_str());
    kinds.chain([word]).flatten().flatten().copied().collect()
}

/// Whether two events take the two sides of one question, and neither takes both.
pub fn exclude(one: &Event, other: &Event) -> bool {
    !parted(one, other).is_empty()
}

/// Whether what two events exclude comes and goes, so that both can be true on two days: open and closed.
pub fn pass(one: &Event, other: &Event) -> bool {
    let questions = parted(one, other);
    !questions.is_empty() && questions.iter().all(|q| SIDES.passing.contains(q))
}

/// Whether what two events exclude is one deed seen from its two ends: who sells to a buyer, who buys from a seller.
pub fn are_converse(one: &Event, other: &Event) -> bool {
    let questions = parted(one, other);
    !questions.is_empty() && questions.iter().all(|q| SIDES.converse.contains(q))
}

/// The questions of which two events take the two sides.
fn parted(one: &Event, other: &Event) -> Vec<usize> {
    let (own, theirs) = (sides(one), sides(other));
    let parts = |&(at, first): &Side| {
        theirs.contains(&(at, !first))
            && !theirs.contains(&(at, first))
            && !own.contains(&(at, !first))
    };
    own.iter()
        .filter(|side| parts(side))
        .map(|side| side.0)
        .collect()
}
