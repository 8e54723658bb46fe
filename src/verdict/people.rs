//! Policy for what is said of people: names, roles, doers.

use crate::claims::actor::{Actor, Stand};
use crate::claims::questions::name::{self, Variant, bearers};
use crate::claims::referent::Likeness;
use crate::claims::{Attribute, Disclosure};
use crate::facts::Account;

use super::pairs::{Outcome, flag};

/// Two spellings of one name disagree; where it names a place, the place is what is told wrongly.
pub(super) fn names(one: &Account, other: &Account) -> Outcome {
    let bearer = one.claim.question.subject.as_ref();
    match bearers(one.claim, other.claim) {
        Variant::Same => Outcome::Agreement,
        Variant::Spelling(_) if bearer.is_some_and(|b| name::is_place(&b.name)) => {
            flag("place-name-conflict", 1.0)
        }
        Variant::Spelling(_) => flag("name-conflict", 1.0),
        Variant::Different => Outcome::Nothing,
    }
}

/// One article may call one person several things; two that call them what one person hardly is disagree.
pub(super) fn actors(a: &Actor, b: &Actor, one: &Account, other: &Account) -> Outcome {
    let is_role = one.claim.question.attribute == Attribute::Role;
    if is_role && one.voice.article == other.voice.article {
        return Outcome::Nothing;
    }
    match (a.stand(b), is_role) {
        (Stand::Same, _) => Outcome::Agreement,
        (Stand::Open, _) => Outcome::Nothing,
        // Two names can stand for two of many: "Lund caught eight passes", "Roe caught six".
        _ if a.is_person && b.is_person => Outcome::Nothing,
        (_, true) => flag("role-conflict", 1.0),
        (Stand::Apart, false) => flag("doer-conflict", 1.0),
        (Stand::Loose, false) => flag("doer-vague", 1.0),
    }
}

/// Who is left out is one person: another name takes somebody for whom he or she is not.
pub(super) fn exceptions(a: &Actor, b: &Actor) -> Outcome {
    match a.referent.likeness(&b.referent) {
        Likeness::Different => flag("role-swap", 1.0),
        Likeness::Same => Outcome::Agreement,
        Likeness::Similar | Likeness::Unknown => Outcome::Nothing,
    }
}

/// What one article keeps back and another, no earlier one tells is news that came out in between.
pub(super) fn disclosures(a: Disclosure, b: Disclosure, one: &Account, other: &Account) -> Outcome {
    let (kept, told) = match (a, b) {
        (Disclosure::Withheld, Disclosure::Given) => (one, other),
        (Disclosure::Given, Disclosure::Withheld) => (other, one),
        (Disclosure::Withheld, Disclosure::Withheld) | (Disclosure::Given, Disclosure::Given) => {
            return Outcome::Agreement;
        }
    };
    let later = told.days_to(kept).is_some_and(|days| days > 0);
    if later || kept.voice.article == told.voice.article {
        return Outcome::Nothing;
    }
    // Why or how something came about is a matter of its own; names and dates only come to be known.
    match &kept.claim.question.attribute {
        Attribute::Disclosed(matter)
            if !matter.starts_with("name") && !matter.starts_with("time") =>
        {
            flag("withheld-reason", 1.0)
        }
        _ => flag("withheld-update", 1.0),
    }
}
