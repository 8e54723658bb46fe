//! Two amounts of one matter: what is bailed, rewarded, weighed tells whether two amounts answer one question, where the
//! words around them seldom meet.
//!
//! "Bail of $15,000" and "was set at $5,000" meet; "was fined $390" meets neither. An article that gives several amounts
//! of one matter speaks of several things, so each that it gives makes it less likely. So it is with counts: "eight
//! models" in one article that counts models but once, "nine models" in another.

use crate::claims::actor;
use crate::claims::headcount::{self, Sort};
use crate::claims::kin;
use crate::claims::referent::{Likeness, Referent, same_group};
use crate::claims::{Answer, Attribute, Claim, Event};
use crate::comparison::Modality;
use crate::values::number::{self, is_number_word};
use crate::values::time::{Reading, Time};

use super::consensus::can_be_one_event;
use super::features::{differing_modifiers, relate_times, sets_apart};
use super::period;
use super::{Account, Rarity, WORDS};

/// How likely two amounts of one matter answer one question, where each article gives but this one.
const ONE_MATTER: f64 = 0.75;
/// So many answers of both articles to one matter, multiplied, still leave it likely.
const FEW: f64 = 0.5;
/// How likely amounts of two matters answer one question.
const TWO_MATTERS: f64 = 0.05;

/// How likely the only counts of a noun in two articles answer one question, and by which factor they may differ.
const LONE_COUNTS: f64 = 0.6;
const NEAR_COUNTS: f64 = 2.0;

/// A count of the dead or missing grows, while the news comes in, by at most this factor.
const GROWN: f64 = 6.0;
/// The larger of two amounts of one matter is at most this many times the smaller.
const FACTOR: f64 = 3.0;

/// The likeness of two amounts in the light of what they are amounts of.
pub(super) fn corrected(likeness: f64, one: &Account, other: &Account, rarity: &Rarity) -> f64 {
    if are_two_earlier(one.claim, other.claim) || period::are_of_two(one, other) {
        return likeness.min(TWO_MATTERS);
    }
    if one.claim.question.attribute == Attribute::HowMany {
        if are_of_two_groups(one.claim, other.claim)
            || kin::are_parted(one.claim, other.claim)
            || are_of_two_doers(one, other)
            || are_two_tallies(one.claim, other.claim)
            || are_others(one.claim, other.claim)
            || is_whole_of(one.claim, other.claim)
            || is_whole_of(other.claim, one.claim)
        {
            return likeness.min(TWO_MATTERS);
        }
        let lone = are_lone_counts(one, other, rarity) || are_of_one_group(one, other, rarity);
        return if lone {
            likeness.max(LONE_COUNTS)
        } else {
            likeness
        };
    }
    let measured = matches!(one.claim.question.attribute, Attribute::Measure(_));
    if measured && is_asked(one.claim) != is_asked(other.claim) {
        return likeness.min(TWO_MATTERS);
    }
    let told = rarity
        .setting
        .of_one_matter(one, other)
        .filter(|_| measured);
    match told {
        Some(false) => likeness.min(TWO_MATTERS),
        Some(true)
            if !are_apart(one.claim, other.claim) && are_alike(one.claim, other.claim, FACTOR) =>
        {
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

/// What somebody asks for is not what he is offered or gets: "the union had sought 6 percent".
fn is_asked(claim: &Claim) -> bool {
    let event = claim.question.event.as_ref();
    event.is_some_and(|event| WORDS.has("asking", &event.lemma))
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
        && can_be_one_event(one, other)
        && are_alike(one.claim, other.claim, NEAR_COUNTS)
        && !are_apart(one.claim, other.claim)
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

/// Whether one amount could be the other, told in haste, rounded or counted late: at most `factor` times the other.
fn are_alike(one: &Claim, other: &Claim, factor: f64) -> bool {
    let size = |claim: &Claim| match &claim.answer {
        Answer::Quantity(q) => q.single().or(q.least()).or(q.most()),
        _ => None,
    };
    let sizes = size(one).zip(size(other));
    sizes.is_some_and(|(a, b)| a.min(b) > 0.0 && a.max(b) <= factor * a.min(b))
}

/// Whether names or background tell the two apart: names of which the other's sentence has none.
fn are_apart(one: &Claim, other: &Claim) -> bool {
    let strangers = !names(one).is_empty() && !names(other).is_empty() && !name_one(one, other);
    strangers || one.background != other.background
}

/// Whether both tell of something earlier and nothing says that it is one thing, neither a name nor a time: the fire of
/// 1991, the one two years ago.
fn are_two_earlier(one: &Claim, other: &Claim) -> bool {
    let events = [one, other].map(|claim| claim.question.event.as_deref());
    let of_one_time = match events {
        [Some(x), Some(y)] => is_dated(x) && is_dated(y) && relate_times(x, y).0 > 0.0,
        _ => false,
    };
    one.background && other.background && !of_one_time && !name_one(one, other)
}

/// Whether a time of the event is more than some time past, as "last year" is where nobody knows the year.
fn is_dated(event: &Event) -> bool {
    let vague = |time: &Time| matches!(time.reading, Reading::Vague(_));
    !event.times.iter().any(vague)
}

/// Whether a name of the one stands in the sentence of the other.
fn name_one(one: &Claim, other: &Claim) -> bool {
    let (a, b) = (names(one), names(other));
    let known = |name: &&str, names: &[&str], claim: &Claim| {
        names.contains(name)
            || claim
                .context
                .binary_search_by(|word| (**word).cmp(*name))
                .is_ok()
    };
    a.iter().any(|name| known(name, &b, other)) || b.iter().any(|name| known(name, &a, one))
}

/// The last words of the names of all who take part; who only estimates an amount does not.
fn names(claim: &Claim) -> Vec<&str> {
    let event = claim.question.event.iter();
    let participants = event.flat_map(|e| {
        let doer = e.agent.iter().filter(|_| !Sort::Estimating.has(&e.lemma));
        doer.chain(&e.patient)
    });
    participants
        .chain(&claim.question.subject)
        .flat_map(|r| r.name.last().into_iter().chain(r.owner.last()))
        .map(String::as_str)
        .collect()
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
