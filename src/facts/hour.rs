//! The hour of what a story is about: the first clock that an article tells is most often that of its main event,
//! whatever verb tells it.
//!
//! "The fire broke out at 9.30 a.m." and "flames tore through the hall shortly after ten" give one hour in two ways. An
//! article that tells both clocks tells of two events, and who raises the alarm does so after what it is raised for.

use rustc_hash::FxHashMap;

use crate::claims::modality::Stance;
use crate::claims::referent::{Likeness, Referent};
use crate::claims::told::Told;
use crate::claims::{Answer, Attribute, Event};
use crate::values::time::{self, Bound};
use crate::values::{Relation, time::Time};

use super::candidates::Key;
use super::near::minutes;
use super::{Account, Rarity, WORDS};

/// So many sentences from its start on, with the headline, an article comes to its main event.
const OPENING: usize = 6;
/// Clocks that show one hour lie less than so many minutes apart.
const WITHIN: i32 = 120;
/// The news of one event is written within so many days.
const DAYS: i32 = 3;
/// How likely the first clocks of two articles show the hour of one event.
const FIRST_CLOCKS: f64 = 0.8;

/// The clocks that each article of a story tells.
#[derive(Debug, Default)]
pub(super) struct Hours(FxHashMap<usize, Clocks>);

/// The clocks of one article.
#[derive(Debug, Default)]
struct Clocks {
    /// The sentence of the first that is told as news.
    first: Option<usize>,
    /// All of them, in minutes of the day.
    all: Vec<i32>,
}

impl Hours {
    /// Takes in all accounts of a story.
    pub(super) fn of(accounts: &[Account]) -> Self {
        let mut hours = Self::default();
        for account in accounts {
            let Some((told, minutes)) = clock(account) else {
                continue;
            };
            let own = hours.0.entry(account.voice.article).or_default();
            own.all.push(minutes);
            if is_news(account, told) {
                let sentence = account.claim.sentence;
                own.first = Some(own.first.map_or(sentence, |first| first.min(sentence)));
            }
        }
        hours
    }

    /// Whether an account tells the first clock of its article, and early in it.
    fn is_first(&self, account: &Account) -> bool {
        let sentence = account.claim.sentence;
        let own = self.0.get(&account.voice.article);
        clock(account).is_some_and(|(told, _)| is_news(account, told))
            && sentence < OPENING
            && own.is_some_and(|own| own.first == Some(sentence))
    }

    /// The key under which the first clocks of all articles meet.
    pub(super) fn key(&self, account: &Account) -> Option<Key<'static>> {
        self.is_first(account).then_some(Key::FirstClock)
    }

    /// Whether the article of an account tells another clock that is nearer to `minutes` than the account's own.
    fn tells_nearer(&self, account: &Account, own: i32, minutes: i32) -> bool {
        let told = self.0.get(&account.voice.article);
        told.is_some_and(|told| {
            let mut all = told.all.iter();
            all.any(|clock| (clock - minutes).abs() < (own - minutes).abs())
        })
    }
}

/// How likely two points in time are the hour of one main event; 0 where nothing tells.
pub(super) fn likeness(one: &Account, other: &Account, rarity: &Rarity) -> f64 {
    let hours = &rarity.hours;
    let events = [one, other].map(|account| account.claim.question.event.as_deref());
    let ([Some(x), Some(y)], Some((a, b))) = (events, clock(one).zip(clock(other))) else {
        return 0.0;
    };
    let is_one = one.voice.article != other.voice.article
        && hours.is_first(one)
        && hours.is_first(other)
        && (a.1 - b.1).abs() < WITHIN
        && !hours.tells_nearer(one, a.1, b.1)
        && !hours.tells_nearer(other, b.1, a.1)
        && !are_of_two_days(a.0, b.0)
        && raises_alarm(x) == raises_alarm(y)
        && !are_of_two_names(x, y);
    if is_one { FIRST_CLOCKS } else { 0.0 }
}

/// The clock that an account gives for an event, and its minutes of the day.
fn clock<'a>(account: &Account<'a>) -> Option<(&'a Told, i32)> {
    match &account.claim.answer {
        Answer::Time(told) if account.claim.question.attribute == Attribute::When => {
            minutes(told).map(|minutes| (told, minutes))
        }
        _ => None,
    }
}

/// Whether the event is told as one that came about at that hour, and is no background.
fn is_news(account: &Account, told: &Told) -> bool {
    let claim = account.claim;
    claim.stance == Stance::FACT && !claim.background && told.time.bound == Bound::At
}

/// Whether the words name two days, or the articles that name none are days apart.
fn are_of_two_days(one: &Told, other: &Told) -> bool {
    let start = |time: &Time| time.interval.map(|i| i.start.date());
    let dates = start(&one.time).zip(start(&other.time));
    let apart = dates.is_some_and(|(x, y)| (x - y).get_days().abs() > DAYS);
    apart || time::relate(&one.day(), &other.day()) == Relation::Disjoint
}

/// "Police were alerted at 9.10".
fn raises_alarm(event: &Event) -> bool {
    WORDS.has("alarm", &event.lemma)
}

/// Whether each names somebody or something of whom the other names none.
fn are_of_two_names(one: &Event, other: &Event) -> bool {
    let named = |event: &'_ Event| -> Vec<Referent> {
        let all = event.agent.iter().chain(&event.patient);
        all.filter(|r| !r.name.is_empty()).cloned().collect()
    };
    let (a, b) = (named(one), named(other));
    let is_one = |x: &Referent| b.iter().any(|y| x.likeness(y) != Likeness::Different);
    !a.is_empty() && !b.is_empty() && !a.iter().any(is_one)
}
