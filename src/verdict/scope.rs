//! A part against the whole: 1,500 houses damaged in one district and 300 in all can not both be.

use crate::claims::questions::how_many::WHOLE;
use crate::claims::{Attribute, Claim};
use crate::facts::Account;
use crate::values::quantity::Quantity;
use crate::values::{Relation, place};

use super::pairs::{Outcome, flag};

/// A part must exceed the whole by this factor: a whole may be rounded, or count a little otherwise.
const PLAINLY: f64 = 1.2;

/// What a count of a part and one of the whole come to; `None` where neither is a part of the other.
pub(super) fn judge(a: &Quantity, b: &Quantity, one: &Account, other: &Account) -> Option<Outcome> {
    let (part, whole) = if is_part(one.claim, other.claim) {
        (a, b)
    } else if is_part(other.claim, one.claim) {
        (b, a)
    } else {
        return None;
    };
    // "More than 300 in all" means hardly more than 300.
    let most = whole.most().or(whole.least())?;
    let exceeds = part.least().is_some_and(|least| least > PLAINLY * most);
    Some(if exceeds {
        flag("part-exceeds-whole", 1.0)
    } else {
        Outcome::Nothing
    })
}

/// Whether one claim counts within a place what the other counts in all, or in a wider place.
fn is_part(part: &Claim, whole: &Claim) -> bool {
    let places = |claim: &'_ Claim| {
        let event = claim.question.event.as_ref();
        event.map(|e| e.places.clone()).unwrap_or_default()
    };
    let counts = |claim: &Claim| claim.question.attribute == Attribute::HowMany;
    if !counts(part) || !counts(whole) || is_total(part) || does(part) || does(whole) {
        return false;
    }
    let (within, around) = (places(part), places(whole));
    let narrower = |p| {
        around
            .iter()
            .any(|q| place::relate(p, q) == Relation::Narrower)
    };
    let shared = |p| {
        around
            .iter()
            .any(|q| place::relate(p, q) == Relation::Equal)
    };
    !within.is_empty()
        && !within.iter().any(shared)
        && (is_total(whole) || within.iter().any(narrower))
}

/// Whether those who are counted do it: four robbers in the centre of a town are no part of three in the town.
fn does(claim: &Claim) -> bool {
    let question = &claim.question;
    let agent = question.event.as_ref().and_then(|e| e.agent.as_ref());
    let counted = question.subject.as_ref();
    agent
        .zip(counted)
        .is_some_and(|(agent, counted)| agent.span == counted.span)
}

fn is_total(claim: &Claim) -> bool {
    let subject = claim.question.subject.as_ref();
    subject.is_some_and(|s| s.modifiers.iter().any(|m| m == WHOLE))
}

#[cfg(test)]
mod tests {
    use crate::article::Article;
    use crate::compare::{Options, compare};

    const IN_ALL: &str =
        "More than 300 houses were damaged in Aceh in all, the disaster agency said.";

    /// The rules that a count within a district comes to, beside one of the whole.
    fn rules(within: &str) -> Vec<String> {
        let articles = [Article::plain("a1", IN_ALL), Article::plain("a2", within)];
        let found = compare(&articles, &Options::default()).findings.into_iter();
        found.map(|finding| finding.rule).collect()
    }

    #[test]
    fn a_district_has_no_more_than_the_whole() {
        let more = "In Bener Meriah alone 1,500 houses were damaged, the disaster agency said.";
        assert_eq!(rules(more), ["part-exceeds-whole"]);
        let fewer = "In Bener Meriah alone 150 houses were damaged, the disaster agency said.";
        assert_eq!(rules(fewer), <[&str; 0]>::default());
    }

    #[test]
    fn doers_in_the_centre_are_no_part_of_those_in_the_town() {
        let centre = "Four men robbed a bank in central Harbin of cash, Petra Lind said.";
        let town = "Three men robbed a bank in Harbin of cash, Petra Lind said.";
        assert_eq!(crate::spec::rules(centre, town), ["quantity-conflict"]);
    }
}
