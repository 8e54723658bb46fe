//! What sets two amounts apart, whatever they are amounts of: their size, the names around them, an earlier time.

use crate::claims::headcount::Sort;
use crate::claims::{Answer, Claim, Event};
use crate::values::time::{Reading, Time};

use super::features::relate_times;

/// So many answers of both articles to one matter, multiplied, still leave it likely that two are one.
pub(super) const FEW: f64 = 0.5;
/// The larger of two amounts of one matter is at most this many times the smaller.
pub(super) const FACTOR: f64 = 3.0;

/// Whether one amount could be the other, told in haste, rounded or counted late: at most `factor` times the other.
pub(super) fn are_alike(one: &Claim, other: &Claim, factor: f64) -> bool {
    let size = |claim: &Claim| match &claim.answer {
        Answer::Quantity(q) => q.single().or(q.least()).or(q.most()),
        _ => None,
    };
    let sizes = size(one).zip(size(other));
    sizes.is_some_and(|(a, b)| a.min(b) > 0.0 && a.max(b) <= factor * a.min(b))
}

/// Whether names or background tell the two apart: names of which the other's sentence has none.
pub(super) fn are_apart(one: &Claim, other: &Claim) -> bool {
    let strangers = !names(one).is_empty() && !names(other).is_empty() && !name_one(one, other);
    strangers || one.background != other.background
}

/// Whether both tell of something earlier and nothing says that it is one thing, neither a name nor a time: the fire of
/// 1991, the one two years ago.
pub(super) fn are_two_earlier(one: &Claim, other: &Claim) -> bool {
    let events = [one, other].map(|claim| claim.question.event.as_deref());
    let of_one_time = match events {
        [Some(x), Some(y)] => is_dated(x) && is_dated(y) && relate_times(x, y).0 > 0.0,
        _ => false,
    };
    one.background && other.background && !of_one_time && !name_one(one, other)
}

/// Whether a time of the event is more than some time past, as "last year" is where nobody knows the year.
fn is_dated(event: &Event) -> bool {
    let vague = |time: &Time| matches!(time.reading, Reading::Vague(_));
    !event.times.iter().any(vague)
}

/// Whether a name of the one stands in the sentence of the other.
fn name_one(one: &Claim, other: &Claim) -> bool {
    let (a, b) = (names(one), names(other));
    let known = |name: &&str, names: &[&str], claim: &Claim| {
        names.contains(name)
            || claim
                .context
                .binary_search_by(|word| (**word).cmp(*name))
                .is_ok()
    };
    a.iter().any(|name| known(name, &b, other)) || b.iter().any(|name| known(name, &a, one))
}

/// The last words of the names of all who take part; who only estimates an amount does not.
fn names(claim: &Claim) -> Vec<&str> {
    let event = claim.question.event.iter();
    let participants = event.flat_map(|e| {
        let doer = e.agent.iter().filter(|_| !Sort::Estimating.has(&e.lemma));
        doer.chain(&e.patient)
    });
    participants
        .chain(&claim.question.subject)
        .flat_map(|r| r.name.last().into_iter().chain(r.owner.last()))
        .map(String::as_str)
        .collect()
}
