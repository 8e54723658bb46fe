//! One sum against the many: "$2.5 million" in one headline where a story speaks of $2.6 million throughout.
//!
//! The same loot is a heist, a haul, jewelry and watches, so the words around a sum seldom meet; but two sums of one
//! unit that nearly agree, one of them told everywhere and the other in one place, are one sum told in two ways.

use std::collections::{BTreeMap, BTreeSet};

use crate::claims::{Answer, Attribute, matter};
use crate::values::quantity::{Dimension, Quantity};

use super::sets;
use super::{Account, Fact};

/// So many articles make a sum the common one.
const COMMON: usize = 3;
/// The larger of two sums that may be one, as a multiple of the smaller.
const NEAR: f64 = 1.2;
/// A sum that more than this share of the common one's articles give stands for itself.
const RARE: f64 = 0.34;

/// Which fact goes into which other: that of a lone sum into the home of the common one that it nearly meets.
pub(super) fn moves(facts: &[Fact]) -> Vec<(usize, usize)> {
    let mut tellers: BTreeMap<Sum, BTreeSet<usize>> = BTreeMap::new();
    let mut homes: BTreeMap<Sum, BTreeMap<usize, usize>> = BTreeMap::new();
    for (fact, account) in all(facts) {
        if let Some(sum) = Sum::exactly(account) {
            let article = account.voice.article;
            tellers.entry(sum.clone()).or_default().insert(article);
            *homes.entry(sum).or_default().entry(fact).or_default() += 1;
        }
    }
    let common = tellers
        .iter()
        .filter(|(_, articles)| articles.len() >= COMMON);
    let mut moves = Vec::new();
    for (sum, articles) in common {
        let most = homes[sum]
            .iter()
            .max_by_key(|&(fact, size)| (size, std::cmp::Reverse(fact)));
        let Some((&home, _)) = most else { continue };
        let residents = &facts[home].accounts;
        let lone = |account: &Account| {
            let told = Sum::exactly(account).map_or(0, |s| tellers[&s].len());
            let rare = told as f64 <= RARE * articles.len() as f64;
            rare && sum.nearly_meets(account) && !is_of_another(account, residents)
        };
        let from = (0..facts.len()).filter(|&f| f != home && facts[f].accounts.iter().all(lone));
        moves.extend(from.map(|f| (f, home)));
    }
    moves
}

fn all<'f, 'a>(facts: &'f [Fact<'a>]) -> impl Iterator<Item = (usize, &'f Account<'a>)> {
    let facts = facts.iter().enumerate();
    facts.flat_map(|(i, fact)| fact.accounts.iter().map(move |account| (i, account)))
}

/// Whether the words right around a sum name another matter than those of the residents, or somebody else pays it: the
/// price at which shares closed is not what a buyer offers for them.
fn is_of_another(account: &Account, residents: &[Account]) -> bool {
    let told = residents
        .iter()
        .filter_map(|resident| resident.claim.matter);
    let mut told = told.peekable();
    let named = account.claim.matter.filter(|_| told.peek().is_some());
    named.is_some_and(|matter| !told.any(|other| other == matter))
        || residents
            .iter()
            .any(|resident| sets::are_of_two_payers(account, resident))
}

/// A sum of money, in one unit.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Sum {
    unit: String,
    value: u64,
}

impl Sum {
    /// The sum that an account gives as one plain number.
    fn exactly(account: &Account) -> Option<Self> {
        let quantity = money(account)?;
        let value = quantity
            .single()
            .filter(|v| *v > 0.0 && !quantity.approximate)?;
        Some(Self {
            unit: unit(quantity),
            value: value.to_bits(),
        })
    }

    /// Whether an account gives nearly this sum, or bounds it by this very number.
    fn nearly_meets(&self, account: &Account) -> bool {
        let Some(quantity) = money(account).filter(|q| unit(q) == self.unit && !q.approximate)
        else {
            return false;
        };
        let common = f64::from_bits(self.value);
        let bound = quantity.least().xor(quantity.most());
        match quantity.single() {
            Some(v) => {
                let (low, high) = (v.min(common), v.max(common));
                low > 0.0 && low < high && high <= NEAR * low
            }
            None => bound == Some(common),
        }
    }
}

/// The money of an account that asks for a sum of its own day.
fn money<'a>(account: &Account<'a>) -> Option<&'a Quantity> {
    let claim = account.claim;
    let measured = matches!(claim.question.attribute, Attribute::Measure(_));
    let asked = measured && !claim.background && !matter::is_part(claim);
    match &claim.answer {
        Answer::Quantity(q) if asked && q.dimension() == Dimension::Money => Some(q),
        _ => None,
    }
}

/// The unit as the canonical form writes it.
fn unit(quantity: &Quantity) -> String {
    let written = quantity.to_string();
    written
        .split_once(' ')
        .map_or(String::new(), |(_, unit)| unit.to_owned())
}
