//! When one event was, told in two articles by other words: "resigned on Wednesday" and "was dismissed on Tuesday".
//!
//! Deeds of one family that befall one bearer are one event where each article dates but one of the kind.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use crate::claims::class;
use crate::claims::kindred;
use crate::claims::referent::{Likeness, Referent, groups};
use crate::claims::told::Told;
use crate::claims::{Answer, Attribute, Event};
use crate::values::{Relation, time};

use super::features::sets_apart;
use super::near;
use super::setting::{self, Setting};
use super::{Account, Rarity};

/// The days on which each article puts events of a family.
#[derive(Debug, Default)]
pub(super) struct Moments(FxHashMap<(usize, &'static str), BTreeSet<String>>);

impl Moments {
    /// Takes in all accounts of a story.
    pub(super) fn of(accounts: &[Account], setting: &Setting) -> Self {
        let mut days: FxHashMap<_, BTreeSet<String>> = FxHashMap::default();
        for account in accounts.iter().filter(|a| !a.claim.background) {
            let Some(day) = told(account).and_then(day) else {
                continue;
            };
            for family in families(account, setting) {
                let own = days.entry((account.voice.article, family)).or_default();
                own.insert(day.clone());
            }
        }
        Self(days)
    }

    /// Whether the article of an account puts all events of the family on one day.
    fn is_one(&self, account: &Account, family: &'static str) -> bool {
        let days = self.0.get(&(account.voice.article, family));
        days.is_none_or(|days| days.len() <= 1)
    }
}

/// How likely two points in time are those of one event; 0 where nothing tells.
pub(super) fn likeness(one: &Account, other: &Account, rarity: &Rarity) -> f64 {
    /// Where one named bearer, or one thing, undergoes both.
    const ONE_BEARER: f64 = 0.65;
    /// Where nothing parts those who undergo them, and the clocks are neighbours.
    const NEIGHBOURS: f64 = 0.5;
    let events = [one, other].map(|account| account.claim.question.event.as_deref());
    let [Some(x), Some(y)] = events else {
        return 0.0;
    };
    let apart = one.voice.article == other.voice.article
        || one.claim.background
        || other.claim.background
        || one.claim.stance != other.claim.stance;
    if apart || told(one).is_none() || told(other).is_none() {
        return 0.0;
    }
    let shared: Vec<&'static str> = families(one, &rarity.setting)
        .filter(|family| families(other, &rarity.setting).any(|other| other == *family))
        .collect();
    let is_one = |family: &&'static str| {
        rarity.moments.is_one(one, family) && rarity.moments.is_one(other, family)
    };
    if !shared.iter().any(is_one) || are_parted(x.agent.as_ref(), y.agent.as_ref()) {
        return 0.0;
    }
    match bearers(x, y) {
        Some(Likeness::Same) => ONE_BEARER,
        Some(Likeness::Different) => 0.0,
        _ if near::near(one, other) || are_of_one_day(one, other) => NEIGHBOURS,
        _ => 0.0,
    }
}

/// "Were found at about 9 a.m.", "were found in the afternoon": both open their articles, of no two days.
fn are_of_one_day(one: &Account, other: &Account) -> bool {
    let days = told(one).zip(told(other));
    let of_two = days.is_none_or(|(x, y)| time::relate(&x.day(), &y.day()) == Relation::Disjoint);
    !of_two && setting::opens(one.claim) && setting::opens(other.claim)
}

/// How the two who undergo the events, or else do them, stand to each other.
fn bearers(one: &Event, other: &Event) -> Option<Likeness> {
    let bearer = |event: &Event| event.patient.clone().or_else(|| event.agent.clone());
    let (x, y) = bearer(one).zip(bearer(other))?;
    if sets_apart(&x.modifiers) || sets_apart(&y.modifiers) {
        return Some(Likeness::Different);
    }
    if names_event(&x) && names_event(&y) {
        return Some(Likeness::Same);
    }
    Some(match x.likeness(&y) {
        Likeness::Same if x.name.is_empty() && is_person(&x) => Likeness::Similar,
        likeness => likeness,
    })
}

/// "The walkout began", "the strike started": the noun is the event itself.
fn names_event(bearer: &Referent) -> bool {
    bearer.name.is_empty() && !class::of_noun(&bearer.head, &[]).is_empty()
}

fn is_person(bearer: &Referent) -> bool {
    groups(&bearer.head).contains(&"person")
}

/// Whether two named people are not one.
fn are_parted(one: Option<&Referent>, other: Option<&Referent>) -> bool {
    one.zip(other).is_some_and(|(x, y)| {
        !x.name.is_empty() && !y.name.is_empty() && x.likeness(y) == Likeness::Different
    })
}

/// The point in time that an account gives for an event.
fn told<'a>(account: &Account<'a>) -> Option<&'a Told> {
    match &account.claim.answer {
        Answer::Time(told) if account.claim.question.attribute == Attribute::When => Some(told),
        _ => None,
    }
}

/// The day, where the words name one.
fn day(told: &Told) -> Option<String> {
    told.names_a_day().then(|| told.day().to_string())
}

/// The families of deeds that an account can tell of.
fn families<'s>(
    account: &Account,
    setting: &'s Setting,
) -> impl Iterator<Item = &'static str> + use<'s> {
    let kinds = setting.kinds(account).iter();
    kinds.flat_map(|class| kindred::families(*class)).copied()
}
