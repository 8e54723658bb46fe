//! How counts and amounts move on while a story is told: the toll climbs, the missing are found, an offer is raised.
//!
//! What a later article counts otherwise for such a reason is an update; neither article errs.

use crate::claims::headcount;
use crate::claims::matter;
use crate::claims::{Attribute, Claim};
use crate::facts::Account;
use crate::values::quantity::Quantity;

use super::WORDS;

/// After so many days an amount is told anew, not told otherwise.
const LONG: i64 = 14;

/// Whether the later of two accounts gives the higher count of what grows.
pub(super) fn rose(earlier: &Quantity, later: &Quantity, one: &Account, other: &Account) -> bool {
    let size = |q: &Quantity| q.least().or(q.most());
    let days = one.days_to(other).unwrap_or_default();
    if days < 0 {
        return rose(later, earlier, other, one);
    }
    let rising = matches!((size(earlier), size(later)), (Some(low), Some(high)) if low < high);
    days > 0 && rising && grows(one.claim) && grows(other.claim)
}

/// Whether the two differ because time passed or somebody revised the figure: those who are missing are found, "the toll
/// climbs to 44", "raised its offer".
pub(super) fn moved_on(one: &Account, other: &Account) -> bool {
    let both = |holds: fn(&Claim) -> bool| holds(one.claim) && holds(other.claim);
    let apart = one.days_to(other);
    let revised = match apart {
        // Which of two articles of unknown days is the later one, the words of a rise tell.
        None => both(grows) && (is_revised(one.claim) != is_revised(other.claim)),
        Some(0) => false,
        Some(1..) => is_revised(other.claim),
        Some(_) => is_revised(one.claim),
    };
    let passed = apart.is_some_and(|days| days != 0);
    let another = one.voice.article != other.voice.article;
    another
        && (revised
            || passed && both(shrinks)
            || apart.is_some_and(|days| days.abs() >= LONG) && both(is_amount))
}

/// Whether the count or the estimate is one that grows while the news comes in.
fn grows(claim: &Claim) -> bool {
    let event = claim.question.event.as_ref();
    event.is_some_and(|e| e.classes.iter().any(|c| c.is_toll()))
        || headcount::group(claim).is_some_and(headcount::grows)
        || matter::is_estimate(claim)
}

/// Whether the count falls as news comes in, as that of the missing does.
fn shrinks(claim: &Claim) -> bool {
    headcount::group(claim).is_some_and(headcount::shrinks)
}

fn is_amount(claim: &Claim) -> bool {
    matches!(claim.question.attribute, Attribute::Measure(_))
}

/// Whether the words around a figure tell that it was another before: "climbed to", "raised its offer", "is cut to".
fn is_revised(claim: &Claim) -> bool {
    let event = claim.question.event.as_ref();
    let words = claim.context.iter().map(|word| &**word);
    event
        .map(|e| e.lemma.as_str())
        .into_iter()
        .chain(words)
        .any(|word| WORDS.has("revising", word))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use crate::spec::rules_on;

    /// The rules that two articles come to, written on days of one May.
    fn rules(one: (i8, &str), other: (i8, &str)) -> Vec<String> {
        let on = |(day, text)| (date(2012, 5, day), text);
        rules_on(on(one), on(other))
    }

    #[test]
    fn the_missing_are_found_from_day_to_day() {
        let many = "The ferry sank off Arvel. Eleven people are missing, the coast guard said.";
        let few = "The ferry sank off Arvel. Four people are missing, the coast guard said.";
        assert_eq!(rules((3, many), (4, few)), ["count-update"]);
        assert_eq!(rules((3, many), (3, few)), ["quantity-conflict"]);
    }

    #[test]
    fn a_raised_offer_is_no_contradiction() {
        let first = "Corvex Pumps offered $410 million in cash for Marlin Steel of Dalby.";
        let more =
            "Corvex Pumps raised its offer for Marlin Steel of Dalby to $470 million in cash.";
        assert_eq!(rules((3, first), (9, more)), ["count-update"]);
        let other = more.replace("raised its offer for", "made its offer for");
        assert_eq!(rules((3, first), (9, &other)), ["quantity-conflict"]);
        assert_eq!(rules((3, first), (29, &other)), ["count-update"]);
    }
}
