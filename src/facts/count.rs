//! Two counts of one group: "eight models" in one article that counts models but once, "nine models" in another.
//!
//! An article that counts several groups of a kind tells them apart by who counts, by what they are a part of, or by words
//! beside the noun.

use crate::claims::Claim;
use crate::claims::actor;
use crate::claims::headcount::{self, Sort};
use crate::claims::referent::{Referent, same_group};
use crate::comparison::Modality;
use crate::values::number::is_number_word;

use super::apart::{FACTOR, FEW, are_alike, are_apart};
use super::consensus::can_be_one_event;
use super::features::sets_apart;
use super::sets;
use super::setting;
use super::{Account, Rarity};

/// The only counts of a noun in two articles differ by at most this factor.
const NEAR_COUNTS: f64 = 2.0;

/// A count of the dead or missing grows, while the news comes in, by at most this factor.
const GROWN: f64 = 6.0;

/// Whether two counts are of one group; `None` where nothing tells.
pub(super) fn is_one(one: &Account, other: &Account, rarity: &Rarity) -> Option<bool> {
    let lone = || are_lone_counts(one, other, rarity) || are_of_one_group(one, other, rarity);
    if sets::are_two(one, other, rarity) {
        Some(false)
    } else {
        lone().then_some(true)
    }
}

/// Whether each article counts a telling noun but once, in events that may be one, and the counts lie close.
fn are_lone_counts(one: &Account, other: &Account, rarity: &Rarity) -> bool {
    let (a, b) = (&one.claim.question, &other.claim.question);
    let Some((x, y)) = a.subject.as_ref().zip(b.subject.as_ref()) else {
        return false;
    };
    is_telling(x, y)
        && are_one_kind(x, y)
        && !sets_apart(&x.modifiers)
        && !sets_apart(&y.modifiers)
        && rarity.setting.few(one, other) >= 1.0
        && is_certain(one.claim) == is_certain(other.claim)
        && (can_be_one_event(one, other) || is_of_the_news(one, other))
        && are_alike(one.claim, other.claim, NEAR_COUNTS)
        && !are_apart(one.claim, other.claim)
}

/// Whether an article opens with so many things of a kind and another holds for a fact that something befell as many or
/// nearly: "five paintings stolen", "they carried out six paintings". People of one kind meet many fates.
fn is_of_the_news(one: &Account, other: &Account) -> bool {
    let heads = [one, other].map(|account| {
        let things = headcount::group(account.claim).is_none() && is_certain(account.claim);
        let subject = account.claim.question.subject.as_ref();
        subject
            .map(|subject| subject.head.as_str())
            .filter(|head| things && actor::kind(head).is_none() && !Sort::Anyone.has(head))
    });
    let same = heads[0].is_some() && heads[0] == heads[1];
    same && (setting::opens(one.claim) || setting::opens(other.claim))
}

/// Whether two nouns are one, or two words for one kind of things; guards and officers can be two groups.
fn are_one_kind(one: &Referent, other: &Referent) -> bool {
    let things = || [one, other].iter().all(|r| actor::kind(&r.head).is_none());
    one.head == other.head || same_group(&one.head, &other.head) && things()
}

/// Whether what two articles count is one group of its kind in a story: not people, but business people.
fn is_telling(one: &Referent, other: &Referent) -> bool {
    let any = |sort: Sort| sort.has(&one.head) || sort.has(&other.head);
    let kind = |word: &&String| word.starts_with(char::is_alphabetic) && !is_number_word(word);
    let mut shared = one.modifiers.iter().filter(kind);
    !any(Sort::Tallied)
        && (!any(Sort::Generic) || shared.any(|word| other.modifiers.contains(word)))
}

/// Whether each article counts a group of people but once or twice, and the counts lie close.
fn are_of_one_group(one: &Account, other: &Account, rarity: &Rarity) -> bool {
    let group = headcount::group(one.claim);
    let factor = if group.is_some_and(headcount::grows) {
        GROWN
    } else {
        FACTOR
    };
    let apart = |account: &Account| {
        let subject = account.claim.question.subject.as_ref();
        subject.is_some_and(|s| sets_apart(&s.modifiers))
    };
    group.is_some()
        && group == headcount::group(other.claim)
        && !apart(one)
        && !apart(other)
        && one.claim.stance.polarity == other.claim.stance.polarity
        && is_certain(one.claim) == is_certain(other.claim)
        && rarity.setting.few(one, other) >= FEW
        && are_alike(one.claim, other.claim, factor)
        && !are_apart(one.claim, other.claim)
}

/// Whether a claim is held for a fact: jobs that were cut once are not those that will be.
pub(super) fn is_certain(claim: &Claim) -> bool {
    claim.stance.modality == Modality::Certain
}

#[cfg(test)]
mod tests {
    use crate::spec::rules;

    /// How many disagreements two articles come to.
    fn found(one: &str, other: &str) -> usize {
        rules(one, other).len()
    }

    #[test]
    fn the_only_counts_of_one_kind_of_things_meet_in_other_words() {
        let nine = "The envoys of Arvel and Dalby signed nine agreements on trade.";
        let seven = "After lunch seven documents were signed in the palace.";
        assert_eq!(found(nine, seven), 1);
        let some = "The minister flew to Arvel. He is accompanied by some 60 business people.";
        let fewer = "The minister is back. His delegation of 45 business people came with him.";
        assert_eq!(found(some, fewer), 1);
        assert_eq!(
            found(some, "The minister is back. The square held 45 people."),
            0
        );
        let guards = "Two guards were taken hostage in the jail.";
        assert_eq!(found(guards, "Three officers stormed the jail."), 0);
    }
}
