//! Do two articles tell one story? The words and names that they share tell it, and which states each tells of.

use std::collections::{BTreeMap, BTreeSet};

use crate::claims::state::State;
use crate::claims::{Answer, Claim};

use super::{Account, Rarity};

/// What the claims of each article have in them.
#[derive(Debug, Default)]
pub(super) struct Kinship {
    words: BTreeMap<usize, BTreeSet<String>>,
    names: BTreeMap<usize, BTreeSet<String>>,
    states: BTreeMap<usize, Vec<State>>,
}

impl Kinship {
    /// Takes in one account of an article.
    pub(super) fn learn(&mut self, account: &Account) {
        let words = self.words.entry(account.article).or_default();
        words.extend(account.claim.context.iter().cloned());
        let own = self.names.entry(account.article).or_default();
        own.extend(names(account.claim));
        if let Answer::State(state) = account.claim.answer {
            self.states.entry(account.article).or_default().push(state);
        }
    }

    /// The states that the article of an account tells of.
    pub(super) fn states(&self, account: &Account) -> &[State] {
        self.states.get(&account.article).map_or(&[], Vec::as_slice)
    }

    /// Whether two articles tell of one event, by the names or by the rare words that they share.
    pub(super) fn is_one_story(&self, one: &Account, other: &Account, rarity: &Rarity) -> bool {
        let likeness = self.likeness(one, other, rarity);
        match self.shared_names(one, other) {
            0 => likeness >= 0.25,
            1 => likeness >= 0.12,
            _ => likeness >= 0.05,
        }
    }

    /// How many words of names two articles have in common.
    fn shared_names(&self, one: &Account, other: &Account) -> usize {
        let names = |a: &Account| self.names.get(&a.article);
        match (names(one), names(other)) {
            (Some(a), Some(b)) => a.intersection(b).count(),
            _ => 0,
        }
    }

    /// How much the words of two articles have in common, each lemma weighed by its rarity: from 0 to 1.
    fn likeness(&self, one: &Account, other: &Account, rarity: &Rarity) -> f64 {
        let words = |a: &Account| self.words.get(&a.article);
        let (Some(a), Some(b)) = (words(one), words(other)) else {
            return 0.0;
        };
        let weigh = |lemmas: &mut dyn Iterator<Item = &String>| -> f64 {
            lemmas.map(|l| rarity.weight(l).powi(2)).sum()
        };
        let shared = weigh(&mut a.intersection(b));
        let smaller = weigh(&mut a.iter()).min(weigh(&mut b.iter()));
        if smaller > 0.0 { shared / smaller } else { 0.0 }
    }
}

/// Words of names that many names share, and days and months.
const COMMON: [&str; 52] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "street",
    "road",
    "avenue",
    "court",
    "district",
    "county",
    "police",
    "department",
    "university",
    "hospital",
    "state",
    "city",
    "new",
    "north",
    "south",
    "east",
    "west",
    "news",
    "press",
    "associated",
    "reuters",
    "president",
    "minister",
    "officer",
    "detective",
    "sergeant",
    "lieutenant",
    "captain",
    "judge",
    "school",
    "church",
    "john",
    "united",
];

/// The words of the proper names of all participants of a claim that are not common.
fn names(claim: &Claim) -> Vec<String> {
    let event = claim.question.event.iter();
    let participants = event.flat_map(|e| {
        let around = e.around.iter().map(|(_, r)| r);
        e.agent.iter().chain(&e.patient).chain(around)
    });
    participants
        .chain(&claim.question.subject)
        .flat_map(|r| r.name.iter().cloned())
        .filter(|word| word.len() > 2 && !COMMON.contains(&word.as_str()))
        .collect()
}
