//! Two amounts of one matter: what is bailed, rewarded, weighed tells whether two amounts answer one question, where the
//! words around them seldom meet.
//!
//! "Bail of $15,000" and "was set at $5,000" meet; "was fined $390" meets neither. An article that gives several amounts
//! of one matter speaks of several things, so each that it gives makes it less likely.

use crate::claims::{Answer, Attribute, Claim};

use super::{Account, Rarity};

/// How likely two amounts of one matter answer one question, where each article gives but this one.
const ONE_MATTER: f64 = 0.75;
/// So many answers of both articles to one matter, multiplied, still leave it likely.
const FEW: f64 = 0.5;
/// How likely amounts of two matters answer one question.
const TWO_MATTERS: f64 = 0.05;

/// The larger of two amounts of one matter is at most this many times the smaller.
const FACTOR: f64 = 3.0;

/// The likeness of two amounts in the light of what they are amounts of.
pub(super) fn corrected(likeness: f64, one: &Account, other: &Account, rarity: &Rarity) -> f64 {
    let measured = matches!(one.claim.question.attribute, Attribute::Measure(_));
    let told = rarity
        .setting
        .of_one_matter(one, other)
        .filter(|_| measured);
    match told {
        Some(false) => likeness.min(TWO_MATTERS),
        Some(true) if !are_apart(one.claim, other.claim) && are_alike(one.claim, other.claim) => {
            let few = rarity.setting.few(one, other);
            let plain = if few >= FEW {
                ONE_MATTER * (0.6 + 0.4 * few)
            } else {
                0.0
            };
            likeness.max(plain)
        }
        _ => likeness,
    }
}

/// Whether one amount could be the other, told in haste, rounded or counted late.
fn are_alike(one: &Claim, other: &Claim) -> bool {
    let size = |claim: &Claim| match &claim.answer {
        Answer::Quantity(q) => q.single().or(q.least()).or(q.most()),
        _ => None,
    };
    let sizes = size(one).zip(size(other));
    sizes.is_some_and(|(a, b)| a.min(b) > 0.0 && a.max(b) <= FACTOR * a.min(b))
}

/// Whether names or background tell the two apart.
fn are_apart(one: &Claim, other: &Claim) -> bool {
    let (a, b) = (names(one), names(other));
    let strangers = !a.is_empty() && !b.is_empty() && !a.iter().any(|x| b.contains(x));
    strangers || one.background != other.background
}

/// The last words of the names of all who take part.
fn names(claim: &Claim) -> Vec<&str> {
    let event = claim.question.event.iter();
    let participants = event.flat_map(|e| e.agent.iter().chain(&e.patient));
    participants
        .chain(&claim.question.subject)
        .flat_map(|r| r.name.last().into_iter().chain(r.owner.last()))
        .map(String::as_str)
        .collect()
}
