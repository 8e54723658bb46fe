//! Two counts of one group: "eight models" in one article that counts models but once, "nine models" in another.
//!
//! An article that counts several groups of a kind tells them apart by who counts, by what they are a part of, or by words
//! beside the noun.

use crate::claims::actor;
use crate::claims::headcount::{self, Sort};
use crate::claims::kin;
use crate::claims::referent::{Likeness, Referent, same_group};
use crate::claims::{Answer, Claim, Event};
use crate::comparison::Modality;
use crate::values::number::{self, is_number_word};

use super::apart::{FACTOR, FEW, are_alike, are_apart};
use super::consensus::can_be_one_event;
use super::features::{differing_modifiers, sets_apart};
use super::setting;
use super::{Account, Rarity};

/// The only counts of a noun in two articles differ by at most this factor.
const NEAR_COUNTS: f64 = 2.0;

/// A count of the dead or missing grows, while the news comes in, by at most this factor.
const GROWN: f64 = 6.0;
/// Whether two counts are of one group; `None` where nothing tells.
pub(super) fn is_one(one: &Account, other: &Account, rarity: &Rarity) -> Option<bool> {
    let (a, b) = (one.claim, other.claim);
    let two = are_of_two_groups(a, b)
        || kin::are_parted(a, b)
        || are_of_two_doers(one, other)
        || are_two_tallies(a, b)
        || are_others(a, b)
        || is_whole_of(a, b)
        || is_whole_of(b, a);
    let lone = || are_lone_counts(one, other, rarity) || are_of_one_group(one, other, rarity);
    if two {
        Some(false)
    } else {
        lone().then_some(true)
    }
}

/// Whether two named doers count, each for itself: "Corvane employs 11,500 people", "Lindqvist employs 4,200".
fn are_of_two_doers(one: &Account, other: &Account) -> bool {
    let events = [one, other].map(|account| account.claim.question.event.as_deref());
    let [Some(x), Some(y)] = events else {
        return false;
    };
    // Who is to blame for a toll is told in many ways.
    let toll = |e: &Event| e.classes.iter().any(|c| c.is_toll());
    let differ = |(a, b): (&Referent, &Referent)| {
        !a.name.is_empty() && !b.name.is_empty() && a.likeness(b) == Likeness::Different
    };
    !toll(x) && !toll(y) && x.agent.as_ref().zip(y.agent.as_ref()).is_some_and(differ)
}

/// Whether two counts of what games and courts count again and again are too far apart to be one tally: eight passes
/// in a game, 52 in a season.
fn are_two_tallies(one: &Claim, other: &Claim) -> bool {
    let tallied = |claim: &Claim| {
        let subject = claim.question.subject.as_ref();
        subject.is_some_and(|subject| Sort::Tallied.has(&subject.head))
    };
    tallied(one) && tallied(other) && !are_alike(one, other, FACTOR)
}

/// Whether one counts those beside somebody who was told of before, the other all: "two others", "four people".
fn are_others(one: &Claim, other: &Claim) -> bool {
    let subjects = one
        .question
        .subject
        .as_ref()
        .zip(other.question.subject.as_ref());
    subjects.is_some_and(|(x, y)| differing_modifiers(x, y))
}

/// Whether `part` counts some of so many things as `whole` counts: "three of the five bells" are no five.
fn is_whole_of(whole: &Claim, part: &Claim) -> bool {
    let (Answer::Quantity(all), Answer::Quantity(some)) = (&whole.answer, &part.answer) else {
        return false;
    };
    let subject = part.question.subject.iter();
    let counts = subject
        .flat_map(|subject| &subject.modifiers)
        .filter_map(|word| number::of_word(word));
    // "At least one person" is counted by its own number.
    let own = [some.least(), some.most()];
    let is_all = |value: f64| all.single() == Some(value) && !own.contains(&Some(value));
    counts.map(|n| n.value).any(is_all)
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

/// Whether two counts are those of two groups that grow beside each other: the dead, the hurt.
fn are_of_two_groups(one: &Claim, other: &Claim) -> bool {
    let growing = |claim: &Claim| headcount::group(claim).filter(|group| headcount::grows(*group));
    growing(one)
        .zip(growing(other))
        .is_some_and(|(a, b)| a != b || are_of_two_kinds(one, other, a))
}

/// Whether one counts the firefighters in a group, the other all of it or the policemen: passengers can be all.
fn are_of_two_kinds(one: &Claim, other: &Claim, group: headcount::Group) -> bool {
    let kind = |claim: &Claim| {
        headcount::kind(claim).filter(|&kind| kind != group && headcount::is_part(kind))
    };
    kind(one) != kind(other)
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
fn is_certain(claim: &Claim) -> bool {
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
    fn two_named_doers_count_each_for_itself() {
        let deal = "Corvex Pumps agreed on Monday to buy Marlin Steel of Dalby.";
        let one = format!("{deal} Corvex employs 6,500 people, Marlin said.");
        let other = format!("{deal} Marlin employs 4,100 people, Corvex said.");
        assert_eq!(found(&one, &other), 0);
        let corrected = format!("{deal} Corvex employs 4,100 people, the union said.");
        assert_eq!(found(&one, &corrected), 1);
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
    #[test]
    fn a_part_is_counted_by_its_things() {
        let part = "Eleven of the tram's 40 wagons left the rails.";
        assert_eq!(found(part, "Nine wagons derailed, the operator said."), 1);
        assert_eq!(found(part, "The tram had 40 wagons."), 0);
        let three = "Three of the five paintings were stolen from the hall in Corran.";
        let five = "Five paintings were stolen from the hall in Corran.";
        assert_eq!(found(three, five), 0);
    }
}
