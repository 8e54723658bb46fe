//! Do two claims answer the same question? Named features of the pair, weighed by a logistic model.
//!
//! The answers themselves are left out: whether they differ must not decide whether they are compared.

use crate::claims::questions::name::{Variant, variant};
use crate::claims::referent::{Likeness, Referent};
use crate::claims::{Answer, Attribute, Claim, Event};
use crate::comparison::{Modality, Polarity};
use crate::values::{Relation, place, time};

use super::weights;
use super::{Account, Rarity};

/// The features of a pair, in the order of [`NAMES`].
pub type Features = [f64; NAMES.len()];

/// What each feature tells.
pub const NAMES: [&str; 29] = [
    "bias",
    "same word for the event",
    "same class of event",
    "no event on one side",
    "agents the same",
    "agents similar",
    "agents differ",
    "patients the same",
    "patients similar",
    "patients differ",
    "subjects the same",
    "subjects similar",
    "subjects differ",
    "modifiers shared",
    "modifiers differ",
    "other participants shared",
    "times agree",
    "times exclude each other",
    "places agree",
    "places exclude each other",
    "context",
    "same sentence",
    "background on one side",
    "answered variously in one article",
    "rare kind of question",
    "same article",
    "inner events of one class",
    "denial close by",
    "toll of one kind",
];

/// The probability that both claims answer one question.
pub fn probability(one: &Account, other: &Account, rarity: &Rarity) -> f64 {
    if one.article == other.article && one.claim.span.overlaps(other.claim.span) {
        return 0.0;
    }
    if let (Attribute::Name, Some(a), Some(b)) = (
        &one.claim.question.attribute,
        &one.claim.question.subject,
        &other.claim.question.subject,
    ) {
        return same_bearer(&a.name, &b.name);
    }
    if one.claim.question.attribute == Attribute::Clock {
        return 1.0;
    }
    // One sentence does not contradict itself: two answers in it are answers to two questions.
    if one.article == other.article && one.claim.sentence == other.claim.sentence {
        return 0.0;
    }
    let features = features(one, other, rarity);
    let weights = weights::of(&one.claim.question.attribute);
    let score: f64 = features.iter().zip(weights).map(|(f, w)| f * w).sum();
    1.0 / (1.0 + (-score).exp())
}

/// Whether two names are one bearer's, by their spelling alone.
fn same_bearer(one: &[String], other: &[String]) -> f64 {
    match variant(one, other) {
        Variant::Same => 0.9,
        Variant::Spelling(likeness) => likeness,
        Variant::Different => 0.0,
    }
}

/// The features of a pair of claims with the same attribute.
pub fn features(one: &Account, other: &Account, rarity: &Rarity) -> Features {
    let (a, b) = (&one.claim.question, &other.claim.question);
    let mut f = [0.0; NAMES.len()];
    f[0] = 1.0;
    match (&a.event, &b.event) {
        (Some(x), Some(y)) => {
            f[1] = truth(x.lemma == y.lemma);
            f[2] = truth(x.classes.iter().any(|c| y.classes.contains(c)));
            likeness(&mut f[4..7], x.agent.as_ref(), y.agent.as_ref());
            likeness(&mut f[7..10], x.patient.as_ref(), y.patient.as_ref());
            let counted = a.attribute == Attribute::HowMany;
            f[28] = truth(
                counted
                    && x.classes
                        .iter()
                        .any(|c| c.is_toll() && y.classes.contains(c)),
            );
            f[26] = truth(x.inner.iter().any(|c| y.inner.contains(c)));
            f[15] = shared_participants(x, y);
            (f[16], f[17]) = times(&a.attribute, x, y);
            (f[18], f[19]) = places(&a.attribute, x, y);
        }
        _ => f[3] = 1.0,
    }
    likeness(&mut f[10..13], a.subject.as_ref(), b.subject.as_ref());
    if let (Some(x), Some(y)) = (&a.subject, &b.subject) {
        f[13] = truth(x.modifiers.iter().any(|m| y.modifiers.contains(m)));
        f[14] = truth(differing_modifiers(x, y));
    }
    f[20] = context(&one.claim.context, &other.claim.context, rarity);
    if let (Answer::Time(x), Answer::Time(y)) = (&one.claim.answer, &other.claim.answer) {
        f[16] = truth(x.same_day(y));
    }
    let varies = a.attribute != Attribute::Happened;
    f[23] = truth(varies && rarity.answers(one).max(rarity.answers(other)) > 1);
    f[24] = 1.0 / rarity.kin(one, other).saturating_sub(1).max(1) as f64;
    f[27] = truth(is_denial_close_by(one, other));
    f[25] = truth(one.article == other.article);
    f[22] = truth(one.claim.background != other.claim.background);
    f[21] = truth(one.article == other.article && one.claim.sentence == other.claim.sentence);
    f
}

fn truth(holds: bool) -> f64 {
    f64::from(u8::from(holds))
}

/// Whether one party denies, within two sentences, what the other account holds: articles put claim and denial together.
fn is_denial_close_by(one: &Account, other: &Account) -> bool {
    let (a, b) = (one.claim, other.claim);
    let close = one.article == other.article && a.sentence.abs_diff(b.sentence) <= 2;
    let denies = |c: &Claim| c.stance.polarity == Polarity::Negative && c.holder.is_some();
    close && (denies(a) != denies(b)) && a.holder != b.holder
}

/// Sets `[same, similar, differ]`.
fn likeness(f: &mut [f64], one: Option<&Referent>, other: Option<&Referent>) {
    let (Some(one), Some(other)) = (one, other) else {
        return;
    };
    match one.likeness(other) {
        Likeness::Same => f[0] = 1.0,
        Likeness::Similar => f[1] = 1.0,
        Likeness::Different => f[2] = 1.0,
        Likeness::Unknown => {}
    }
}

/// "three other rifles" are not "seven rifles": words that set a group apart from the rest.
fn differing_modifiers(one: &Referent, other: &Referent) -> bool {
    const APART: [&str; 12] = [
        "other",
        "another",
        "more",
        "additional",
        "extra",
        "previous",
        "former",
        "new",
        "old",
        "first",
        "second",
        "third",
    ];
    APART
        .iter()
        .any(|w| one.modifiers.iter().any(|m| m == w) != other.modifiers.iter().any(|m| m == w))
}

/// How many participants the events share, whatever their roles: a name that two sentences have in common, or the
/// same noun in the same place. From 0 to 1 for two and more.
fn shared_participants(one: &Event, other: &Event) -> f64 {
    let shares = |(_, x): &&(String, Referent)| {
        other
            .around
            .iter()
            .any(|(_, y)| x.likeness(y) == Likeness::Same)
    };
    let around = one.around.iter().filter(shares).count();
    let everyone = |e: &'_ Event| -> Vec<Referent> {
        e.agent
            .iter()
            .chain(&e.patient)
            .chain(e.around.iter().map(|a| &a.1))
            .cloned()
            .collect()
    };
    let others = everyone(other);
    let named = everyone(one)
        .iter()
        .filter(|x| others.iter().any(|y| x.shares_name(y)))
        .count();
    around.max(named).min(2) as f64 / 2.0
}

/// Whether the events' own times agree or exclude each other, where time is not what is asked.
fn times(attribute: &Attribute, one: &Event, other: &Event) -> (f64, f64) {
    if *attribute == Attribute::When {
        return (0.0, 0.0);
    }
    let relations = || {
        one.times
            .iter()
            .flat_map(|x| other.times.iter().map(move |y| time::relate(x, y)))
    };
    relate(relations)
}

/// The same for places, where no place is asked.
fn places(attribute: &Attribute, one: &Event, other: &Event) -> (f64, f64) {
    if matches!(
        attribute,
        Attribute::Where | Attribute::From | Attribute::To
    ) {
        return (0.0, 0.0);
    }
    let relations = || {
        one.places
            .iter()
            .flat_map(|x| other.places.iter().map(move |y| place::relate(x, y)))
    };
    relate(relations)
}

fn relate<I: Iterator<Item = Relation>>(relations: impl Fn() -> I) -> (f64, f64) {
    let agree =
        relations().any(|r| matches!(r, Relation::Equal | Relation::Narrower | Relation::Wider));
    let exclude = !agree && relations().any(|r| r == Relation::Disjoint);
    (truth(agree), truth(exclude))
}

/// Cosine of the two contexts, each lemma weighed by its rarity.
fn context(one: &[String], other: &[String], rarity: &Rarity) -> f64 {
    let norm = |lemmas: &[String]| {
        lemmas
            .iter()
            .map(|l| rarity.weight(l).powi(2))
            .sum::<f64>()
            .sqrt()
    };
    let shared: f64 = one
        .iter()
        .filter(|l| other.binary_search(l).is_ok())
        .map(|l| rarity.weight(l).powi(2))
        .sum();
    let norms = norm(one) * norm(other);
    if norms > 0.0 { shared / norms } else { 0.0 }
}

/// Whether one account tells of something to come and the other of something done.
pub fn planned_and_done(one: &Account, other: &Account) -> bool {
    let done = |a: &Account| a.claim.stance.modality == Modality::Certain;
    done(one) != done(other)
}
