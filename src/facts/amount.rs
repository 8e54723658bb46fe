//! Two amounts of one matter: what is bailed, rewarded, weighed tells whether two amounts answer one question, where the
//! words around them seldom meet.
//!
//! "Bail of $15,000" and "was set at $5,000" meet; "was fined $390" meets neither. An article that gives several amounts
//! of one matter speaks of several things, so each that it gives makes it less likely.

use crate::claims::{Attribute, Claim};

use super::apart::{FACTOR, FEW, are_alike, are_apart, are_two_earlier};
use super::count;
use super::period;
use super::sets;
use super::{Account, Rarity, WORDS};

/// How likely two amounts of one matter answer one question, where each article gives but this one.
const ONE_MATTER: f64 = 0.75;
/// How likely amounts of two matters answer one question.
const TWO_MATTERS: f64 = 0.05;

/// How likely the only counts of a noun or a group in two articles answer one question.
const ONE_COUNT: f64 = 0.6;

/// The likeness of two amounts in the light of what they are amounts of.
pub(super) fn corrected(likeness: f64, one: &Account, other: &Account, rarity: &Rarity) -> f64 {
    if are_two_earlier(one.claim, other.claim) || period::are_of_two(one, other) {
        return likeness.min(TWO_MATTERS);
    }
    let measured = matches!(one.claim.question.attribute, Attribute::Measure(_));
    if measured && sets::are_of_two_payers(one, other) {
        return 0.0;
    }
    let (one_matter, likely) = match one.claim.question.attribute {
        Attribute::HowMany => (count::is_one(one, other, rarity), ONE_COUNT),
        Attribute::Measure(_) => measures(one, other, rarity),
        _ => return likeness,
    };
    match one_matter {
        Some(true) => likeness.max(likely),
        Some(false) => likeness.min(TWO_MATTERS),
        None => likeness,
    }
}

/// Whether two measures are of one matter, where anything tells, and how likely they answer one question if they are.
fn measures(one: &Account, other: &Account, rarity: &Rarity) -> (Option<bool>, f64) {
    let earlier = one.claim.background != other.claim.background;
    if earlier || is_asked(one.claim) != is_asked(other.claim) {
        return (Some(false), 0.0);
    }
    let few = rarity.setting.few(one, other);
    let close = few >= FEW
        && !are_apart(one.claim, other.claim)
        && are_alike(one.claim, other.claim, FACTOR);
    let told = rarity.setting.of_one_matter(one, other);
    (
        told.filter(|one| !one || close),
        ONE_MATTER * (0.6 + 0.4 * few),
    )
}

/// What somebody asks for is not what he is offered or gets: "the union had sought 6 percent".
fn is_asked(claim: &Claim) -> bool {
    let event = claim.question.event.as_ref();
    event.is_some_and(|event| WORDS.has("asking", &event.lemma))
}

#[cfg(test)]
mod tests {
    use crate::spec::rules;

    /// How many disagreements two articles come to.
    fn found(one: &str, other: &str) -> usize {
        rules(one, other).len()
    }

    #[test]
    fn whoever_estimates_an_amount_does_not_set_it_apart() {
        let one = "The 7.2 quake shook Arvel at dawn.";
        let other = "The Halden Observatory put the strength of the quake at magnitude 6.4.";
        assert_eq!(found(one, other), 1);
        let later = "A magnitude 6.4 aftershock rattled windows.";
        assert_eq!(found(one, later), 0);
    }

    #[test]
    fn the_amounts_of_one_matter_lie_within_reach() {
        let loot = "The thieves took jewels worth 40 million euros.";
        assert_eq!(found(loot, "The haul was valued at 103 million euros."), 1);
    }
}
