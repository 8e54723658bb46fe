//! Do two counts count two sets of people or things? The dead and the hurt, the whole and its part, those on duty and the
//! one who was suspended, whoever came to the game and to the parade after it.

use crate::claims::actor;
use crate::claims::headcount::{self, Sort};
use crate::claims::kin;
use crate::claims::referent::{Likeness, Referent};
use crate::claims::{Answer, Claim, Event};
use crate::comparison::Modality;
use crate::values::number;

use super::apart::{FACTOR, are_alike};
use super::count::is_certain;
use super::features::differing_modifiers;
use super::{Account, Rarity, WORDS};

/// Whether anything tells the sets apart that two accounts count.
pub(super) fn are_two(one: &Account, other: &Account, rarity: &Rarity) -> bool {
    let (a, b) = (one.claim, other.claim);
    let either = |parts: fn(&Claim, &Claim) -> bool| parts(a, b) || parts(b, a);
    are_of_two_groups(a, b)
        || kin::are_parted(a, b)
        || are_of_two_doers(one, other)
        || are_two_tallies(a, b)
        || are_others(a, b)
        || either(picks_one_out)
        || either(are_awaited)
        || either(is_whole_of)
        || is_of_another_occasion(one, other, rarity)
        || is_of_another_occasion(other, one, rarity)
}

/// Whether two named doers count, each for itself: "Corvane employs 11,500 people", "Lindqvist employs 4,200".
fn are_of_two_doers(one: &Account, other: &Account) -> bool {
    // Who is to blame for a toll is told in many ways.
    let toll = |e: &Event| e.classes.iter().any(|c| c.is_toll());
    events(one, other).is_some_and(|(x, y)| !toll(x) && !toll(y) && have_two_doers(x, y))
}

/// Whether two named doers pay, each his own: "Corvane is paying $41 a share", "Lindqvist, which offered $46 a share".
pub(super) fn are_of_two_payers(one: &Account, other: &Account) -> bool {
    let pays = |e: &Event| WORDS.has("paying", &e.lemma);
    events(one, other).is_some_and(|(x, y)| pays(x) && pays(y) && have_two_doers(x, y))
}

fn events<'a>(one: &Account<'a>, other: &Account<'a>) -> Option<(&'a Event, &'a Event)> {
    let event = |account: &Account<'a>| account.claim.question.event.as_deref();
    event(one).zip(event(other))
}

fn have_two_doers(one: &Event, other: &Event) -> bool {
    let differ = |(a, b): (&Referent, &Referent)| {
        !a.name.is_empty() && !b.name.is_empty() && a.likeness(b) == Likeness::Different
    };
    let agents = one.agent.as_ref().zip(other.agent.as_ref());
    agents.is_some_and(differ)
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

/// Whether one of some kind of people is told of by a deed of his own: "one warden was suspended" of the two on duty.
fn picks_one_out(single: &Claim, other: &Claim) -> bool {
    let is_one = |claim: &Claim| match &claim.answer {
        Answer::Quantity(q) => q.single() == Some(1.0),
        _ => false,
    };
    let tells = single.question.event.is_some();
    tells && is_one(single) && !is_one(other) && are_people(single, other) && !share(single, other)
}

/// Whether people are still to come of whom the other tells that they are there: "will hire four wardens".
fn are_awaited(coming: &Claim, other: &Claim) -> bool {
    let is_planned = |claim: &Claim| claim.stance.modality == Modality::Planned;
    is_planned(coming) && is_certain(other) && are_people(coming, other) && !share(coming, other)
}

fn are_people(one: &Claim, other: &Claim) -> bool {
    let mut subjects = [one, other]
        .into_iter()
        .map(|c| c.question.subject.as_ref());
    subjects.all(|subject| subject.is_some_and(|s| actor::kind(&s.head).is_some()))
}

/// Whether two counts have a deed in common, or count one group by whatever words.
fn share(one: &Claim, other: &Claim) -> bool {
    let deeds = one
        .question
        .event
        .as_ref()
        .zip(other.question.event.as_ref());
    let one_deed = deeds
        .is_some_and(|(x, y)| x.is_same_verb(y) || x.classes.iter().any(|c| y.classes.contains(c)));
    let group = headcount::group(one);
    one_deed || group.is_some() && group == headcount::group(other)
}

/// Whether a crowd came to an occasion of which the other's article tells neither there nor in its opening: to the parade
/// after the game that the other counts.
fn is_of_another_occasion(told: &Account, other: &Account, rarity: &Rarity) -> bool {
    let crowd = |account: &Account| headcount::group(account.claim);
    let event = told.claim.question.event.as_deref();
    let around = event.into_iter().flat_map(|event| &event.around);
    let mut occasions = around.filter(|(_, place)| WORDS.has("occasion", &place.head));
    crowd(told).is_some()
        && crowd(told) == crowd(other)
        && occasions.any(|(_, occasion)| !rarity.setting.is_about(other, &occasion.head))
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
    fn a_part_is_counted_by_its_things() {
        let part = "Eleven of the tram's 40 wagons left the rails.";
        assert_eq!(found(part, "Nine wagons derailed, the operator said."), 1);
        assert_eq!(found(part, "The tram had 40 wagons."), 0);
        let three = "Three of the five paintings were stolen from the hall in Corran.";
        let five = "Five paintings were stolen from the hall in Corran.";
        assert_eq!(found(three, five), 0);
    }
}
