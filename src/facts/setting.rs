//! Where a claim stands in its story: what kind of event it tells of, what its amount is an amount of, and whether its
//! article gives but one such answer.
//!
//! Where two articles give one weight each, or one number of machines, they hardly speak of two things. And a verb that
//! only says that something came about hands on what its noun names: "the avalanche came down" tells of an avalanche.

use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::claims::class::{self, Class};
use crate::claims::headcount;
use crate::claims::kindred;
use crate::claims::matter::{self, Matter};
use crate::claims::referent::groups;
use crate::claims::{Answer, Attribute, Claim, Event};
use crate::values::number::is_number_word;

use super::Account;
use super::candidates::Key;
use super::features::sets_apart;

/// So many sentences open an article.
const OPENING: usize = 3;

/// How the claims of a story stand in it.
#[derive(Debug, Default)]
pub(super) struct Setting {
    seats: FxHashMap<(usize, usize), Seat>,
    /// The words with which each article opens.
    openings: FxHashSet<(usize, Arc<str>)>,
}

/// How one claim stands in its story.
#[derive(Debug, Default)]
struct Seat {
    kinds: Vec<Class>,
    /// What its amount is an amount of.
    matters: Vec<Matter>,
    /// What it answers whatever the event, each with the number of answers that its article gives to it.
    asked: Vec<(u32, usize)>,
}

impl Setting {
    /// Takes in all accounts of a story.
    pub(super) fn of(accounts: &[Account]) -> Self {
        let mut setting = Self::default();
        let mut numbers: FxHashMap<String, u32> = FxHashMap::default();
        let mut given: FxHashSet<(usize, u32, String)> = FxHashSet::default();
        let mut answers: FxHashMap<(usize, u32), usize> = FxHashMap::default();
        for account in accounts {
            let claim = account.claim;
            if opens(claim) {
                let words = claim.context.iter().map(Arc::clone);
                setting
                    .openings
                    .extend(words.map(|word| (account.article, word)));
            }
            let matters = matter::matters(claim);
            let mut own = Vec::new();
            for asked in asked(claim, &matters) {
                let next = numbers.len() as u32;
                let asked = *numbers.entry(asked).or_insert(next);
                if given.insert((account.voice.article, asked, value(&claim.answer))) {
                    *answers.entry((account.voice.article, asked)).or_default() += 1;
                }
                own.push((asked, 0));
            }
            let kinds = claim.question.event.as_deref().map_or(vec![], kinds);
            let seat = Seat {
                kinds,
                matters,
                asked: own,
            };
            setting.seats.insert(place(account), seat);
        }
        for account in accounts {
            if let Some(seat) = setting.seats.get_mut(&place(account)) {
                for (asked, count) in &mut seat.asked {
                    *count = answers[&(account.voice.article, *asked)];
                }
            }
        }
        setting
    }

    /// The kinds of event that an account tells of.
    pub(super) fn kinds(&self, account: &Account) -> &[Class] {
        let seat = self.seats.get(&place(account));
        seat.map_or(&[], |seat| &seat.kinds)
    }

    fn both(&self, one: &Account, other: &Account) -> Option<(&Seat, &Seat)> {
        let seat = |account: &Account| self.seats.get(&place(account));
        seat(one).zip(seat(other))
    }

    /// Whether both tell of one kind of event.
    pub(super) fn of_one_kind(&self, one: &Account, other: &Account) -> bool {
        self.both(one, other)
            .is_some_and(|(a, b)| share(&a.kinds, &b.kinds))
    }

    /// Whether both amounts are told of one matter; `None` where nothing tells of one of them, or where a story has many
    /// amounts of that matter.
    pub(super) fn of_one_matter(&self, one: &Account, other: &Account) -> Option<bool> {
        let (a, b) = self.both(one, other)?;
        let known = !a.matters.is_empty() && !b.matters.is_empty();
        let shared = a.matters.iter().filter(|m| b.matters.contains(m));
        let shared: Vec<Matter> = shared.copied().collect();
        known
            .then_some(!shared.is_empty())
            .filter(|one| !one || shared.iter().any(|&m| matter::is_one(m)))
    }

    /// One over the number of answers that both articles give to what both claims answer: 1 where each gives but one.
    pub(super) fn few(&self, one: &Account, other: &Account) -> f64 {
        let seats = self.both(one, other);
        let Some((a, b)) = seats.filter(|_| one.voice.article != other.voice.article) else {
            return 0.0;
        };
        let ways = a.asked.iter().flat_map(|&(asked, n)| {
            let same = b.asked.iter().filter(move |(other, _)| *other == asked);
            same.map(move |(_, m)| n * m)
        });
        ways.min().map_or(0.0, |ways| 1.0 / ways as f64)
    }

    /// Whether the article of an account opens with a word, or the account itself is told in connection with it.
    pub(super) fn is_about(&self, account: &Account, word: &str) -> bool {
        let word: Arc<str> = Arc::from(word);
        account.claim.context.contains(&word) || self.openings.contains(&(account.article, word))
    }

    /// Coarse keys under which a claim can meet others that are told in other words.
    pub(super) fn keys(&self, account: &Account) -> Vec<Key<'static>> {
        let Some(seat) = self.seats.get(&place(account)) else {
            return vec![];
        };
        match account.claim.question.attribute {
            Attribute::Happened => vec![],
            Attribute::HowMany => {
                let asked = seat.asked.iter();
                asked.map(|(asked, _)| Key::Asked(*asked)).collect()
            }
            Attribute::When => {
                let kinds = seat.kinds.iter();
                let families = kinds.clone().flat_map(|&class| kindred::families(class));
                let families = families.map(|family| Key::Deed(family));
                kinds
                    .map(|&class| Key::Class(class))
                    .chain(families)
                    .collect()
            }
            _ => seat.kinds.iter().map(|&class| Key::Class(class)).collect(),
        }
    }
}

fn place(account: &Account) -> (usize, usize) {
    (account.article, account.number)
}

fn share<T: PartialEq>(one: &[T], other: &[T]) -> bool {
    one.iter().any(|x| other.contains(x))
}

/// Whether a claim stands in the headline or the opening of its article.
pub(super) fn opens(claim: &Claim) -> bool {
    claim.headline || claim.sentence < OPENING
}

/// What kinds of event it can be: its own, or, where its verb only carries it, those that its participants name.
fn kinds(event: &Event) -> Vec<Class> {
    let carries = |class: &Class| class.only_carries();
    let mut kinds = event.classes.clone();
    if kinds.iter().all(carries) {
        let told = event.patient.iter().chain(&event.agent);
        let nouns = told.filter(|referent| referent.name.is_empty());
        kinds.extend(
            nouns
                .flat_map(|r| class::of_noun(&r.head, &[]))
                .map(|sense| sense.class),
        );
    }
    kinds
}

/// What a claim answers whatever the event: the mass, the number of machines, the length of a trial.
fn asked(claim: &Claim, matters: &[Matter]) -> Vec<String> {
    let question = &claim.question;
    let event = question.event.as_deref();
    let of_event = |what: &str| -> Vec<String> {
        let names = |e: &Event| -> Vec<String> {
            let classes = e.classes.iter().map(|c| c.name());
            classes
                .chain([e.lemma.as_str()])
                .map(|word| format!("{what} {word}"))
                .collect()
        };
        event.map_or(vec![], names)
    };
    match &question.attribute {
        Attribute::Measure(dimension) => {
            let unit = currency(&claim.answer);
            // What an earlier case came to answers another question.
            let then = if claim.background { "then" } else { "now" };
            let matters = matters
                .iter()
                .map(|m| format!("matter {m} {dimension} {unit} {then}"));
            matters.chain([format!("{dimension} {unit}")]).collect()
        }
        Attribute::HowMany => question.subject.as_ref().map_or(vec![], |counted| {
            let part = if sets_apart(&counted.modifiers) {
                "others"
            } else {
                "all"
            };
            let named = groups(&counted.head).iter().copied();
            let named = named.chain([counted.head.as_str()]);
            let group = headcount::group(claim).map(|group| format!("{part} of group {group}"));
            let tells =
                |word: &&String| word.starts_with(char::is_alphabetic) && !is_number_word(word);
            let kinds = counted.modifiers.iter().filter(tells);
            let kinds = kinds.map(|kind| format!("{part} {kind} {}", counted.head));
            named
                .map(|noun| format!("{part} {noun}"))
                .chain(group)
                .chain(kinds)
                .collect()
        }),
        Attribute::HowLong => of_event("length"),
        _ => vec![],
    }
}

/// The currency of an amount, which no other converts to: "mile" and "kilometre" are one unit here.
fn currency(answer: &Answer) -> &'static str {
    match answer {
        Answer::Quantity(quantity) => quantity.unit.currency(),
        _ => "",
    }
}

/// An answer as far as two of one article tell of two things: "about 20" and "20" are one.
fn value(answer: &Answer) -> String {
    match answer {
        Answer::Quantity(q) => {
            let size = q.single().or(q.least()).or(q.most());
            size.map_or_else(|| q.to_string(), |v| v.to_string())
        }
        other => other.to_string(),
    }
}
