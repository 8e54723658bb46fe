//! One or several of the same thing in the same event? Grammar alone tells such numbers, so the event must be plainly one.

use crate::claims::Event;
use crate::claims::questions::number::is_record;
use crate::claims::referent::{Likeness, Referent};

use super::WORDS;
use super::features::{sets_apart, shared_participants};
use super::{Account, Rarity};

/// How likely the two answer for one group of things, from 0 to 1.
pub(super) fn likeness(one: &Account, other: &Account, rarity: &Rarity) -> f64 {
    let (Some((x, event)), Some((y, another))) = (parts(one), parts(other)) else {
        return 0.0;
    };
    let record = is_record(&x.head);
    if record && shared_modifiers(x, y) == 0.0 {
        return 0.0;
    }
    if x.head != y.head || apart(x, y) || one.claim.background != other.claim.background {
        return 0.0;
    }
    let told_alike = if record {
        2.0
    } else {
        1.5 * same_event(event, another) + agents(event, another)
    };
    let around = rarity.context(one, other);
    let score = -2.3
        + told_alike
        + 3.5 * around
        + shared_participants(event, another)
        + 0.5 * shared_modifiers(x, y);
    1.0 / (1.0 + (-score).exp())
}

/// What is counted, and the event that it takes part in.
fn parts<'a>(account: &Account<'a>) -> Option<(&'a Referent, &'a Event)> {
    let question = &account.claim.question;
    question.subject.as_ref().zip(question.event.as_deref())
}

/// Whether the words beside the two nouns set one group apart from the other.
fn apart(one: &Referent, other: &Referent) -> bool {
    sets_apart(&one.modifiers) != sets_apart(&other.modifiers)
}

fn same_event(one: &Event, other: &Event) -> f64 {
    let class = one.classes.iter().any(|c| other.classes.contains(c));
    f64::from(u8::from(
        class
            || one.may_be_one_verb(other)
            || lists(one) && lists(other)
            || brings(one) && brings(other),
    ))
}

/// Whether the event is a list of things found or held.
fn lists(event: &Event) -> bool {
    WORDS.has("listing", &event.lemma)
}

/// Whether the event takes somebody along: who is moved on a helicopter is flown on it.
fn brings(event: &Event) -> bool {
    WORDS.has("bringing", &event.lemma)
}

/// Whether the same ones do it; whoever leads a list of things need not be the same.
fn agents(one: &Event, other: &Event) -> f64 {
    if lists(one) && lists(other) {
        return 0.0;
    }
    match one
        .agent
        .as_ref()
        .zip(other.agent.as_ref())
        .map(|(x, y)| x.likeness(y))
    {
        Some(Likeness::Same) => 1.0,
        Some(Likeness::Similar) => 0.5,
        Some(Likeness::Different) => -1.5,
        Some(Likeness::Unknown) | None => 0.0,
    }
}

fn shared_modifiers(one: &Referent, other: &Referent) -> f64 {
    let shared = one.modifiers.iter().any(|m| other.modifiers.contains(m));
    f64::from(u8::from(shared))
}
