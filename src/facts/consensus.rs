//! One count against the many: where most articles of a story count the same thing alike, an article that only counts
//! it otherwise answers the same question, however differently its sentence is worded.
//!
//! "Two boats closed in", "attacked by two boats" in ten articles, "three boats were attempting to board" in one. An
//! article that gives the common count too and another one beside it speaks of two groups, so it is left alone.

use std::collections::{BTreeMap, BTreeSet};

use crate::claims::headcount::Sort;
use crate::claims::questions::how_many::PART;
use crate::claims::{Answer, Attribute};
use crate::values::quantity::{Dimension, Quantity};

use super::features::sets_apart;
use super::sums;
use super::{Account, Fact};

/// So many articles make a count the common one.
const COMMON: usize = 2;
/// The larger of two counts of one thing, as a multiple of the smaller, is at most this.
const FACTOR: f64 = 3.0;
/// A noun that a story counts in more ways than this names no one group.
const WAYS: usize = 4;
/// How sure a merged fact is, compared to what it was merged into.
const CERTAINTY: f64 = 0.85;

/// Brings the counts that stand alone against a common one into its fact.
pub(super) fn join(mut facts: Vec<Fact>) -> Vec<Fact> {
    let mut nouns: BTreeMap<String, Vec<Seat>> = BTreeMap::new();
    for (fact, accounts) in facts.iter().map(|f| &f.accounts).enumerate() {
        for account in accounts {
            if let Some((noun, value)) = count(account) {
                let seats = nouns.entry(noun).or_default();
                seats.push(Seat {
                    fact,
                    value,
                    account: *account,
                });
            }
        }
    }
    let mut moves: BTreeMap<usize, usize> = BTreeMap::new();
    for seats in nouns.values() {
        moves.extend(moved(seats, &facts));
    }
    moves.extend(sums::moves(&facts));
    for (&from, &to) in &moves {
        if moves.contains_key(&to) {
            continue;
        }
        let guests = std::mem::take(&mut facts[from].accounts);
        let home = &mut facts[to];
        home.accounts.extend(guests);
        home.accounts.sort_by_key(|a| (a.article, a.number));
        home.cohesion *= CERTAINTY;
    }
    facts.retain(|f| !f.accounts.is_empty());
    facts
}

/// An account that counts a noun, and the fact that it is in.
struct Seat<'a> {
    fact: usize,
    value: f64,
    account: Account<'a>,
}

/// What is counted, and the number, where an article tells it as its own news: a noun, or the toll of a kind of event.
fn count(account: &Account) -> Option<(String, f64)> {
    let claim = account.claim;
    let (Answer::Quantity(quantity), Some(subject)) = (&claim.answer, &claim.question.subject)
    else {
        return None;
    };
    let counted = claim.question.attribute == Attribute::HowMany
        && quantity.dimension() == Dimension::Count
        && !claim.background
        && !claim.yardstick;
    let value = plain(quantity).filter(|_| counted)?;
    let part = subject.modifiers.iter().any(|m| m == PART);
    let anyone = Sort::Anyone.has(&subject.head) && !part;
    if let Some(toll) = toll(account).filter(|_| anyone) {
        return Some((toll, value));
    }
    let own = !sets_apart(&subject.modifiers) && !Sort::Generic.has(&subject.head);
    own.then(|| (subject.head.clone(), value))
}

/// The toll that an account counts: the dead, the hurt.
fn toll(account: &Account) -> Option<String> {
    let event = account.claim.question.event.as_ref()?;
    let class = event.classes.iter().find(|c| c.is_toll())?;
    Some(format!("toll {}", class.name()))
}

fn plain(quantity: &Quantity) -> Option<f64> {
    quantity.single().filter(|_| !quantity.approximate)
}

/// Which facts of a noun go into which other: those of the outliers into the home of the common count.
fn moved(seats: &[Seat], facts: &[Fact]) -> Vec<(usize, usize)> {
    let mut tellers: BTreeMap<u64, BTreeSet<usize>> = BTreeMap::new();
    for seat in seats {
        let articles = tellers.entry(seat.value.to_bits()).or_default();
        articles.insert(seat.account.voice.article);
    }
    let all: BTreeSet<usize> = tellers.values().flatten().copied().collect();
    let Some((&common, articles)) = tellers.iter().max_by_key(|(_, a)| a.len()) else {
        return vec![];
    };
    if articles.len() < COMMON || articles.len() * 2 < all.len() || tellers.len() > WAYS {
        return vec![];
    }
    let Some(home) = home(seats, common) else {
        return vec![];
    };
    let residents: Vec<&Seat> = seats
        .iter()
        .filter(|s| s.fact == home && s.value.to_bits() == common)
        .collect();
    let outlier = |account: &Account| {
        count(account).is_some_and(|(_, value)| {
            let common = f64::from_bits(common);
            value.to_bits() != common.to_bits()
                && value >= 2.0
                && value.max(common) <= FACTOR * value.min(common)
        }) && !articles.contains(&account.voice.article)
            && residents
                .iter()
                .any(|r| can_be_one_event(account, &r.account))
    };
    let alone = |fact: usize| fact != home && facts[fact].accounts.iter().all(outlier);
    let mut from: BTreeSet<usize> = seats.iter().map(|s| s.fact).filter(|&f| alone(f)).collect();
    if from.is_empty() {
        return vec![];
    }
    // The others who give the common count belong with it, however their own sentences are worded.
    let alike = |account: &Account| {
        count(account).is_some_and(|(_, value)| value.to_bits() == common)
            && residents
                .iter()
                .any(|r| can_be_one_event(account, &r.account))
    };
    let tells_the_same = |fact: usize| fact != home && facts[fact].accounts.iter().all(alike);
    from.extend(seats.iter().map(|s| s.fact).filter(|&f| tells_the_same(f)));
    from.into_iter().map(|f| (f, home)).collect()
}

/// The fact in which most accounts give the common count.
fn home(seats: &[Seat], common: u64) -> Option<usize> {
    let mut sizes: BTreeMap<usize, usize> = BTreeMap::new();
    for seat in seats.iter().filter(|s| s.value.to_bits() == common) {
        *sizes.entry(seat.fact).or_default() += 1;
    }
    let largest = sizes
        .into_iter()
        .max_by_key(|&(fact, size)| (size, std::cmp::Reverse(fact)));
    largest.map(|(fact, _)| fact)
}

/// Whether nothing tells the two events apart: a known class that the other lacks does.
pub(super) fn can_be_one_event(one: &Account, other: &Account) -> bool {
    let classes = |account: &Account| {
        let event = account.claim.question.event.as_ref();
        event.map_or(vec![], |e| e.classes.clone())
    };
    let (a, b) = (classes(one), classes(other));
    a.is_empty() || b.is_empty() || a.iter().any(|c| b.contains(c))
}
