//! What is rare in a story: counted once over all its claims, and kept for each account as numbers, since pairs of
//! accounts are many times as many as accounts.

use std::collections::HashMap;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::claims::modality::Stance;
use crate::claims::state::State;
use crate::claims::{Answer, Attribute};

use super::setting::Setting;
use super::{Account, candidates};

/// What is rare in a story: lemmas, kinds of question, questions that one article answers in several ways.
#[derive(Debug, Default)]
pub struct Rarity {
    lemmas: FxHashMap<String, f64>,
    accounts: FxHashMap<(usize, usize), Seen>,
    squares: Vec<f64>,
    /// The articles that give each name to somebody, ascending.
    names: FxHashMap<Vec<String>, Vec<usize>>,
    states: HashMap<usize, Vec<State>>,
    pub(super) setting: Setting,
    /// The articles that tell of dead or hurt, or of damage.
    tolls: FxHashSet<usize>,
}

/// What an account is compared by.
#[derive(Debug, Default)]
struct Seen {
    /// Its keys, each with the number of accounts of its kind that have it, too.
    keys: Vec<(u32, usize)>,
    /// How many different answers its article gives under the narrowest of its keys.
    answers: usize,
    /// The lemmas of its context in order, as positions among all lemmas of the story.
    context: Vec<u32>,
    /// The length of the context as a vector of weights.
    norm: f64,
}

impl Rarity {
    /// Counts over all claims of a story.
    pub fn of(accounts: &[Account]) -> Self {
        let mut rarity = Self::default();
        for account in accounts {
            rarity.learn_name(account);
            rarity.learn_state(account);
            rarity.learn_toll(account);
        }
        rarity.setting = Setting::of(accounts);
        rarity.count_lemmas(accounts);
        rarity.count_keys(accounts);
        rarity
    }

    fn seen(&mut self, account: &Account) -> &mut Seen {
        let place = (account.article, account.number);
        self.accounts.entry(place).or_default()
    }

    fn count_lemmas(&mut self, accounts: &[Account]) {
        let mut counts: FxHashMap<&str, f64> = FxHashMap::default();
        // Every verb is told or denied: those claims would count a sentence's words twice.
        let counted = |a: &&Account| a.claim.question.attribute != Attribute::Whether;
        for account in accounts.iter().filter(counted) {
            for lemma in &account.claim.context {
                *counts.entry(lemma).or_default() += 1.0;
            }
        }
        let total = accounts.iter().filter(counted).count() as f64;
        for lemma in accounts.iter().flat_map(|a| &a.claim.context) {
            counts.entry(lemma).or_insert(1.0);
        }
        let mut weights: Vec<(&str, f64)> = counts
            .into_iter()
            .map(|(lemma, n)| (lemma, (1.0 + total / n).ln()))
            .collect();
        weights.sort_unstable_by_key(|&(lemma, _)| lemma);
        self.squares = weights.iter().map(|(_, w)| w.powi(2)).collect();
        let positions: FxHashMap<&str, u32> = weights.iter().map(|w| w.0).zip(0..).collect();
        for account in accounts {
            let context = account.claim.context.iter();
            let context: Vec<u32> = context.map(|lemma| positions[lemma.as_str()]).collect();
            let norm = self.sum_of_squares(&mut context.iter()).sqrt();
            let seen = self.seen(account);
            (seen.context, seen.norm) = (context, norm);
        }
        let owned = weights.into_iter().map(|(lemma, w)| (lemma.to_owned(), w));
        self.lemmas = owned.collect();
    }

    fn count_keys(&mut self, accounts: &[Account]) {
        let mut numbers: FxHashMap<String, u32> = FxHashMap::default();
        let mut kinds: FxHashMap<(&str, u32), usize> = FxHashMap::default();
        let mut given: FxHashSet<(usize, &str, u32, String)> = FxHashSet::default();
        let mut answers: FxHashMap<(usize, &str, u32), usize> = FxHashMap::default();
        let mut keys_of: Vec<Vec<u32>> = Vec::with_capacity(accounts.len());
        for account in accounts {
            let (article, column) = (account.voice.article, column(account));
            let answer = account.claim.answer.to_string();
            let mut own = Vec::new();
            for key in candidates::keys(account) {
                let next = numbers.len() as u32;
                let key = *numbers.entry(key).or_insert(next);
                *kinds.entry((column, key)).or_default() += 1;
                if given.insert((article, column, key, answer.clone())) {
                    *answers.entry((article, column, key)).or_default() += 1;
                }
                own.push(key);
            }
            keys_of.push(own);
        }
        for (account, keys) in accounts.iter().zip(keys_of) {
            let (article, column) = (account.voice.article, column(account));
            let sizes = keys.iter().map(|&key| answers[&(article, column, key)]);
            let answers = sizes.min().unwrap_or(1);
            let keys = keys.into_iter().map(|key| (key, kinds[&(column, key)]));
            let keys = keys.collect();
            let seen = self.seen(account);
            (seen.keys, seen.answers) = (keys, answers);
        }
    }

    fn learn_name(&mut self, account: &Account) {
        let question = &account.claim.question;
        if let (Attribute::Name, Some(bearer)) = (&question.attribute, &question.subject) {
            let article = account.voice.article;
            let givers = self.names.entry(bearer.name.clone()).or_default();
            if let Err(place) = givers.binary_search(&article) {
                givers.insert(place, article);
            }
        }
    }

    fn learn_state(&mut self, account: &Account) {
        if let Answer::State(state) = account.claim.answer {
            self.states.entry(account.article).or_default().push(state);
        }
    }

    fn learn_toll(&mut self, account: &Account) {
        let (question, stance) = (&account.claim.question, account.claim.stance);
        let told = question.attribute == Attribute::Happened && stance == Stance::FACT;
        let event = question.event.as_ref().filter(|_| told);
        if event.is_some_and(|e| e.classes.iter().any(|c| c.is_toll())) {
            self.tolls.insert(account.article);
        }
    }

    /// Whether the article of an account tells of a toll itself: its "nobody was hurt" is of some other event.
    pub(super) fn tells_of_a_toll(&self, account: &Account) -> bool {
        self.tolls.contains(&account.article)
    }

    /// The states that the article of an account tells of.
    pub(super) fn states(&self, account: &Account) -> &[State] {
        self.states.get(&account.article).map_or(&[], Vec::as_slice)
    }

    /// Whether one article gives the names of both accounts, to two bearers then.
    pub(super) fn knows_both(&self, one: &Account, other: &Account) -> bool {
        let givers = |account: &Account| {
            let bearer = account.claim.question.subject.as_ref()?;
            self.names.get(&bearer.name)
        };
        let (Some(a), Some(b)) = (givers(one), givers(other)) else {
            return false;
        };
        let (few, many) = if a.len() <= b.len() { (a, b) } else { (b, a) };
        few.iter()
            .any(|article| many.binary_search(article).is_ok())
    }

    /// The weight of a lemma: the logarithm of its inverse frequency over the contexts of all claims.
    pub fn weight(&self, lemma: &str) -> f64 {
        self.lemmas.get(lemma).copied().unwrap_or(1.0)
    }

    /// How many different answers the article of an account gives under the narrowest of its keys.
    pub(super) fn answers(&self, account: &Account) -> usize {
        self.of_account(account).map_or(1, |seen| seen.answers)
    }

    /// How many accounts of the story share the narrowest key that both have.
    pub(super) fn kin(&self, one: &Account, other: &Account) -> usize {
        let (Some(one), Some(other)) = (self.of_account(one), self.of_account(other)) else {
            return usize::MAX;
        };
        let is_shared = |key: &u32| other.keys.iter().any(|(k, _)| k == key);
        let shared = one.keys.iter().filter(|(key, _)| is_shared(key));
        shared.map(|&(_, size)| size).min().unwrap_or(usize::MAX)
    }

    /// Cosine of the contexts of two accounts, each lemma weighed by its rarity.
    pub(super) fn context(&self, one: &Account, other: &Account) -> f64 {
        let (Some(one), Some(other)) = (self.of_account(one), self.of_account(other)) else {
            return 0.0;
        };
        let is_shared = |lemma: &&u32| other.context.binary_search(lemma).is_ok();
        let shared = self.sum_of_squares(&mut one.context.iter().filter(is_shared));
        let norms = one.norm * other.norm;
        if norms > 0.0 { shared / norms } else { 0.0 }
    }

    fn sum_of_squares(&self, lemmas: &mut dyn Iterator<Item = &u32>) -> f64 {
        lemmas.map(|&lemma| self.squares[lemma as usize]).sum()
    }

    fn of_account(&self, account: &Account) -> Option<&Seen> {
        self.accounts.get(&(account.article, account.number))
    }
}

/// The column of the question model that weighs an account's pairs.
fn column<'a>(account: &Account<'a>) -> &'a str {
    account.claim.question.attribute.column()
}
