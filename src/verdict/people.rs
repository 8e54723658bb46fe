//! Policy for what is said of people: names, roles, doers.

use crate::claims::Attribute;
use crate::claims::actor::{Actor, Stand};
use crate::claims::questions::name::{self, Variant, bearers};
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
