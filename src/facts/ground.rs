//! Do two accounts speak of two places? Whoever denies damage "there" denies it of the town that he named last, not of the
//! one where the roof fell in.

use crate::claims::{Attribute, Claim};
use crate::comparison::Polarity;
use crate::values::place::Place;
use crate::values::{Relation, place};

use super::{Account, Rarity};

/// Whether the ground of one account sets it apart from the other.
pub(super) fn are_two(one: &Account, other: &Account, rarity: &Rarity) -> bool {
    let grounded = !one.claim.ground.is_empty() || !other.claim.ground.is_empty();
    if !grounded || !happens(&one.claim.question.attribute) {
        return false;
    }
    let relations: Vec<Relation> = places(one.claim)
        .flat_map(|x| places(other.claim).map(move |y| place::relate(x, y)))
        .collect();
    if relations.iter().all(|r| *r == Relation::Incomparable) {
        return is_limited(one, other, rarity) || is_limited(other, one, rarity);
    }
    let apart = |r: &Relation| matches!(r, Relation::Disjoint | Relation::Incomparable);
    relations.iter().all(apart)
}

/// Whether the attribute is one of an event or a state, which happens somewhere.
fn happens(attribute: &Attribute) -> bool {
    matches!(
        attribute,
        Attribute::Happened
            | Attribute::Whether
            | Attribute::State(_)
            | Attribute::HowMany
            | Attribute::Measure(_)
    )
}

/// Whether a denial or a state is told of a place that is not the one of which both articles tell from the start.
fn is_limited(told: &Account, other: &Account, rarity: &Rarity) -> bool {
    let claim = told.claim;
    let denies = claim.stance.polarity == Polarity::Negative;
    let is_state = matches!(claim.question.attribute, Attribute::State(_));
    let scene = |ground: &Place| {
        let mut articles = [told, other].into_iter();
        articles.all(|account| {
            rarity
                .setting
                .is_about(account, &ground.name.to_lowercase())
        })
    };
    (denies || is_state) && claim.ground.iter().any(|ground| !scene(ground))
}

/// Where a claim is told to hold.
fn places(claim: &Claim) -> impl Iterator<Item = &Place> {
    let event = claim.question.event.as_deref();
    let own = event.into_iter().flat_map(|event| &event.places);
    own.chain(&claim.ground)
}
