//! Do two claims about people answer one question? Names by their spelling, roles by whose they are: no model weighs that.

use crate::claims::actor::{self, Actor};
use crate::claims::questions::name::{Variant, bearers};
use crate::claims::referent::{Likeness, Referent};
use crate::claims::{Answer, Disclosure};

use super::{Account, Fact, Rarity};

/// Whether two names are one bearer's; an article that knows both as two persons tells them apart for all.
pub(super) fn same_bearer(one: &Account, other: &Account, rarity: &Rarity) -> f64 {
    match bearers(one.claim, other.claim) {
        Variant::Same => 0.9,
        Variant::Spelling(_) if rarity.knows_both(one, other) => 0.0,
        Variant::Spelling(likeness) => likeness,
        Variant::Different => 0.0,
    }
}

/// Whether two articles tell one person's place in one field: by name, or as the only dead of both.
pub(super) fn same_role(one: &Account, other: &Account) -> f64 {
    let (Answer::Actor(a), Answer::Actor(b)) = (&one.claim.answer, &other.claim.answer) else {
        return 0.0;
    };
    let field = |actor: &'_ Actor| actor.kinds.first().map(|kind| kind.field);
    let bearers = one
        .claim
        .question
        .subject
        .as_ref()
        .zip(other.claim.question.subject.as_ref());
    let Some((x, y)) = bearers.filter(|_| field(a) == field(b)) else {
        return 0.0;
    };
    if !x.name.is_empty() && !y.name.is_empty() {
        let same = x.likeness(y) == Likeness::Same;
        return if same { 0.85 } else { 0.0 };
    }
    let one_part = x.modifiers.iter().any(|part| y.modifiers.contains(part));
    if one_part { 0.7 } else { 0.0 }
}

/// How sure it is that what one article keeps back and another tells is of one event: candidates share the matter, and
/// the ties of their articles tell the rest.
const SAME_MATTER: f64 = 0.85;

/// Whether what is kept back and what is told is of one bearer, as far as words tell: the name of a guard who is charged is
/// not told with that of a robber.
pub(super) fn same_matter(one: &Account, other: &Account) -> f64 {
    let bearers = [one, other].map(|account| account.claim.question.subject.as_ref());
    let is_another = |described: &Referent, named: &Referent| {
        let kind = actor::kind(&described.head).filter(|_| described.name.is_empty());
        let mut told = named.modifiers.iter().chain([&named.head]);
        kind.is_some() && !told.any(|word| actor::kind(word) == kind)
    };
    let apart = |x, y| is_another(x, y) || is_another(y, x);
    match bearers {
        [Some(x), Some(y)] if apart(x, y) => 0.0,
        _ => SAME_MATTER,
    }
}

/// How sure it is that two exceptions to one kind of event are one question: hardly a story leaves out two people.
pub(super) const SAME_EXCEPTION: f64 = 0.85;

/// Whether a fact only tells what nobody keeps back: then nobody asks whether it is told.
pub(super) fn is_idle(fact: &Fact) -> bool {
    let told = |account: &Account| account.claim.answer == Answer::Disclosed(Disclosure::Given);
    fact.accounts.iter().all(told)
}
