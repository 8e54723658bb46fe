//! Do two articles put one bearer on the two sides of a question? "The airport stayed open" against "it was closed".

use crate::claims::deeds;
use crate::claims::opposites;
use crate::claims::referent::{Likeness, Referent, groups};
use crate::claims::{Attribute, Claim, Event};
use crate::comparison::Polarity;

use super::{Account, Rarity, odds};

/// The log odds before anything is looked at, higher than for a denial: opposite words already meet in one question.
const BEFORE: f64 = -2.2;

/// How likely both tell of one bearer at one time, from 0 to 1.
pub(super) fn likeness(one: &Account, other: &Account, rarity: &Rarity) -> f64 {
    let events = event(one.claim).zip(event(other.claim));
    let Some((x, y)) = events.filter(|(x, y)| opposites::exclude(x, y)) else {
        return 0.0;
    };
    let apart = one.claim.background || other.claim.background;
    let same_article = one.voice.article == other.voice.article;
    if apart || same_article || rarity.tells_both(one, other) {
        return 0.0;
    }
    let Some(said) = bearers(x, y) else {
        return 0.0;
    };
    odds::likely(BEFORE, said, (one, other), (x, y), rarity)
}

/// The event of a claim that tells, and does not deny, what has an opposite.
fn event(claim: &Claim) -> Option<&Event> {
    let told = claim.question.attribute == Attribute::Whether
        && claim.stance.polarity == Polarity::Positive;
    claim.question.event.as_deref().filter(|_| told)
}

/// How much speaks for one bearer; `None` where nothing does.
fn bearers(one: &Event, other: &Event) -> Option<f64> {
    let alike = |x: &Option<Referent>, y: &Option<Referent>| {
        x.as_ref().zip(y.as_ref()).map(|(x, y)| x.likeness(y))
    };
    let agents = alike(&one.agent, &other.agent);
    let is_converse = opposites::are_converse(one, other);
    // What Norvik sells Lind buys: only who is told to do both does one or the other.
    if agents == Some(Likeness::Different) || is_converse && agents != Some(Likeness::Same) {
        return None;
    }
    // "Holm welcomed the resignation", "Holm criticised the move": what it is done to need not be told again.
    let named = one.agent.as_ref().is_some_and(|a| !a.name.is_empty());
    let told_again = [one, other].iter().any(|event| is_any_deed(event));
    if named && agents == Some(Likeness::Same) && told_again {
        return Some(1.5);
    }
    if alike(&one.patient, &other.patient) == Some(Likeness::Different) {
        return None;
    }
    let (x, y) = bearer(one).zip(bearer(other))?;
    match x.likeness(y) {
        Likeness::Same if !x.name.is_empty() => Some(1.5),
        Likeness::Same if !groups(&x.head).contains(&"person") => Some(1.0),
        _ => None,
    }
}

/// Whether what the deed is done to is told by a noun that fits any deed: "the move".
fn is_any_deed(event: &Event) -> bool {
    let patient = event.patient.as_ref();
    patient.is_some_and(|p| p.name.is_empty() && deeds::is("any deed", &p.head))
}

/// Who or what is in a state: whatever undergoes the deed, or else does it.
fn bearer(event: &Event) -> Option<&Referent> {
    event.patient.as_ref().or(event.agent.as_ref())
}
