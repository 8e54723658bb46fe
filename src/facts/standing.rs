//! Do two states belong to one thing? Whoever is in them must not be different.

use crate::claims::referent::{Likeness, Referent};
use crate::claims::state::{Mark, Scale, State};
use crate::claims::{Answer, Claim};
use crate::values::number;

use super::WORDS;
use super::reach::are_other_doers;
use super::{Account, Rarity};

/// How likely two accounts on one scale are about one thing, from 0 to 1.
pub(super) fn likeness(one: &Account, other: &Account, scale: Scale, rarity: &Rarity) -> f64 {
    let apart = match (one.claim.background, other.claim.background) {
        (false, false) => false,
        // "Her brother Nico died of an overdose four years ago": a name tells what was before as surely as what is.
        (true, true) => !is_of_one_name(one.claim, other.claim),
        _ => true,
    };
    if apart || uses_both(one, other, scale, rarity) {
        return 0.0;
    }
    let bearers = bearer(one.claim).zip(bearer(other.claim));
    if bearers.is_some_and(|(a, b)| is_further(a) != is_further(b)) {
        return 0.0;
    }
    if bearers.is_some_and(|(a, b)| is_share(a) != is_share(b)) {
        return 0.0;
    }
    if scale.has(Mark::Named) && bearers.is_some_and(|(a, b)| is_crowd(a) && is_crowd(b)) {
        return 0.0;
    }
    match bearers.map(|(a, b)| bearers_alike(a, b, scale)) {
        Some(Likeness::Same) => 0.9,
        _ if scale.has(Mark::Named) => 0.0,
        Some(Likeness::Similar) => 0.8,
        Some(Likeness::Unknown) | None => 0.7,
        Some(Likeness::Different) if scale.has(Mark::One) => 0.6,
        Some(Likeness::Different) => 0.0,
    }
}

/// Whether the article of either account puts the thing in both states: to it, they are no choice.
fn uses_both(one: &Account, other: &Account, scale: Scale, rarity: &Rarity) -> bool {
    let (Answer::State(a), Answer::State(b)) = (&one.claim.answer, &other.claim.answer) else {
        return false;
    };
    let has = |account: &Account, state: State| rarity.states(account).contains(&state);
    scale.has(Mark::Chosen) && a != b && (has(one, *b) || has(other, *a))
}

fn is_of_one_name(one: &Claim, other: &Claim) -> bool {
    let bearers = bearer(one).zip(bearer(other));
    bearers.is_some_and(|(a, b)| !a.name.is_empty() && a.likeness(b) == Likeness::Same)
}

fn bearer(claim: &Claim) -> Option<&Referent> {
    claim.question.subject.as_ref()
}

/// Some people are treated and other people died: a noun for any number of them makes nobody the same.
fn is_crowd(bearer: &Referent) -> bool {
    bearer.name.is_empty() && WORDS.has("crowd", &bearer.head)
}

/// "Most intercontinental flights" are not "800 flights".
fn is_share(bearer: &Referent) -> bool {
    bearer.modifiers.iter().any(|word| WORDS.has("share", word))
}

/// "A third victim" is none of the two who are told of elsewhere.
fn is_further(bearer: &Referent) -> bool {
    let further = |word: &String| {
        WORDS.has("further", word) || number::ordinal(word).is_some_and(|place| place > 1)
    };
    bearer.name.is_empty() && bearer.modifiers.iter().any(further)
}

/// "Two brothers": more than one, by a number.
pub(super) fn is_several(bearer: &Referent) -> bool {
    bearer.modifiers.iter().any(|m| WORDS.has("several", m))
}

/// Nouns of people differ in what they tell of one man ("inmate", "rapist"); only names, sex and number part them.
fn bearers_alike(one: &Referent, other: &Referent, scale: Scale) -> Likeness {
    let likeness = one.likeness(other);
    if are_other_doers(one, other) || are_other_doers(other, one) {
        return Likeness::Different;
    }
    if likeness != Likeness::Different || !one.name.is_empty() {
        return likeness;
    }
    if one.is_thing() && other.is_thing() {
        return Likeness::Different;
    }
    // A court deals with each for himself: "two brothers were charged" tells nothing of "a man".
    let apart = !scale.has(Mark::Chosen) && is_several(one) != is_several(other);
    if one.differs_in_sex(other) || apart {
        Likeness::Different
    } else {
        Likeness::Unknown
    }
}
