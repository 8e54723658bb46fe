//! What a deed is done to, where one account denies it and another tells it.

use crate::claims::Event;
use crate::claims::class;
use crate::claims::deeds;
use crate::claims::referent::{Likeness, Referent, groups};
use crate::values::number;

use super::Account;
use super::denial::{is_anybody, is_person, parties};

/// How much what the deed is done to, and what it is done with, has in common; `None` where it is another thing.
pub(super) fn objects(denied: &Event, told: &Event) -> Option<f64> {
    if is_anybody(denied.patient.as_ref()) {
        let person = |p: &Referent| !p.name.is_empty() || is_person(&p.head);
        return told.patient.as_ref().is_some_and(person).then_some(2.0);
    }
    let weigh = |x: &Referent, y: &Referent| match x.likeness(y) {
        _ if are_two_kinds(x, y) => 0.0,
        Likeness::Same | Likeness::Similar if is_anyone(x) || is_event(x) => 0.5,
        Likeness::Same if x.name.is_empty() => 2.5,
        Likeness::Same | Likeness::Similar => 1.5,
        Likeness::Unknown | Likeness::Different => 0.0,
    };
    let best = undergone(denied)
        .flat_map(|x| undergone(told).map(move |y| weigh(x, y)))
        .fold(0.0, f64::max);
    let patients = denied.patient.as_ref().zip(told.patient.as_ref());
    match patients.map(|(x, y)| x.likeness(y)) {
        Some(Likeness::Different) if best == 0.0 => None,
        Some(Likeness::Different) => Some(best - 1.0),
        Some(_) => Some(best),
        None if denied.patient.is_none() && told.patient.is_none() => Some(best + 0.5),
        None => Some(best - 0.5),
    }
}

/// Whether each is of a kind of its own, as the words beside its noun tell: "no live rounds" and "warning shots".
fn are_two_kinds(one: &Referent, other: &Referent) -> bool {
    let kinds = |of: &Referent| -> Vec<String> {
        let mut kinds = of.modifiers.clone();
        kinds.retain(|word| number::of_word(word).is_none() && !deeds::is("weak word", word));
        kinds
    };
    let (a, b) = (kinds(one), kinds(other));
    let bare = one.name.is_empty() && other.name.is_empty();
    bare && one.likeness(other) == Likeness::Similar
        && !a.is_empty()
        && !b.is_empty()
        && !a.iter().any(|word| b.contains(word))
}

/// Whether one account denies a deed of things of one kind that the other tells of things of another.
pub(super) fn denies_another_kind(one: &Account, other: &Account) -> bool {
    let patient = |account: &Account| {
        let event = account.claim.question.event.as_ref();
        event.and_then(|event| event.patient.clone())
    };
    parties(one, other).is_some()
        && patient(one)
            .zip(patient(other))
            .is_some_and(|(x, y)| are_two_kinds(&x, &y))
}

/// What a deed is done to, with and about.
pub(super) fn undergone(event: &Event) -> impl Iterator<Item = &Referent> {
    let around = event
        .around
        .iter()
        .filter(|(preposition, _)| preposition != "by");
    event
        .patient
        .iter()
        .chain(around.map(|(_, referent)| referent))
}

/// "In the fire": the story's own event tells no deed from another.
pub(super) fn is_event(part: &Referent) -> bool {
    part.name.is_empty() && !class::of_noun(&part.head, &[]).is_empty()
}

/// Whether the noun could be anyone: that both speak of police or people tells nothing.
fn is_anyone(patient: &Referent) -> bool {
    let kinds = groups(&patient.head);
    patient.name.is_empty()
        && ["person", "police", "worker"]
            .iter()
            .any(|k| kinds.contains(k))
}
