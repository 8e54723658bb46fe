//! How far does a denial reach? "No pupils were hurt" denies nothing of their teachers, "the officers fired no shots"
//! nothing of the robber, and "nobody was hurt", where the article has told of the dead, nothing of what they died of.

use crate::claims::actor::{self, Standing};
use crate::claims::class::Class;
use crate::claims::referent::{Likeness, Many, Referent, groups};
use crate::claims::{Attribute, Event};

use super::denial::{self, is_anybody};
use super::{Account, Rarity};

/// Whether one account denies a deed only of people, or in an event, that the other does not tell of.
pub(super) fn ends_before(one: &Account, other: &Account, rarity: &Rarity) -> bool {
    let asked = &one.claim.question.attribute;
    let Some((denied, told)) = denial::parties(one, other)
        .filter(|_| matches!(asked, Attribute::Happened | Attribute::Whether))
    else {
        return false;
    };
    let events = [denied, told].map(|account| account.claim.question.event.as_deref());
    let [Some(x), Some(y)] = events else {
        return false;
    };
    is_of_another_event(denied, x, rarity)
        || is_of_none_told(x.patient.as_ref(), y.patient.as_ref())
        || is_of_none_told(x.agent.as_ref(), y.agent.as_ref())
        || x.agent
            .as_ref()
            .zip(y.agent.as_ref())
            .is_some_and(|(x, y)| are_other_doers(x, y))
}

/// Whether nobody at all comes to harm, in an article that tells of somebody who did.
fn is_of_another_event(denied: &Account, event: &Event, rarity: &Rarity) -> bool {
    let tells =
        |class: Class| class.is_toll() && !class.is_step() && rarity.tells_of_a_toll(denied, class);
    // Where people died, whoever "was not hurt" had no part in that.
    let killed = || Class::named("death").is_some_and(tells);
    let told = |&class: &Class| tells(class) || class.name() == "injury" && killed();
    is_anybody(event.patient.as_ref()) && event.classes.iter().any(told)
}

/// Whether it is denied of all people of one kind, and told of somebody who need not be of that kind.
fn is_of_none_told(denied: Option<&Referent>, told: Option<&Referent>) -> bool {
    let Some(kind) = denied.filter(|part| part.many == Many::Nobody && is_kind_of_people(part))
    else {
        return false;
    };
    told.is_none_or(|part| part.likeness(kind) < Likeness::Similar)
}

/// Whether the noun takes some people out of all: "pupils", but not "people", "victims".
fn is_kind_of_people(part: &Referent) -> bool {
    let kinds = groups(&part.head);
    let anyone = ["person", "injured", "dead"];
    part.names_people() && !anyone.iter().any(|kind| kinds.contains(kind))
}

/// Whether the doers are several who act for all, as police do, and the other is something else: an attacker, a fire, or
/// somebody by name whom no word makes one of them.
pub(super) fn are_other_doers(doers: &Referent, other: &Referent) -> bool {
    let several = doers.name.is_empty() && doers.many != Many::Untold;
    let kind = actor::kind(&doers.head).filter(|kind| kind.standing == Standing::Public);
    let is_one = |word: &String| actor::kind(word) == kind;
    let mut words = other.name.iter().chain(&other.modifiers);
    let named = !other.name.is_empty() && !words.any(is_one);
    let attacker = || groups(&other.head).contains(&"attacker");
    several && kind.is_some() && (named || other.is_thing() || attacker())
}
