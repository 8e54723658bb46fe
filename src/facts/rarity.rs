//! What is rare in a story: counted once over all its claims, and kept for each account as numbers, since pairs of
//! accounts are many times as many as accounts.

use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::claims::class::Class;
use crate::claims::modality::Stance;
use crate::claims::opposites::{self, Side};
use crate::claims::state::State;
use crate::claims::{Answer, Attribute};

use super::Account;
use super::candidates::{self, Key};
use super::described::Descriptions;
use super::hour::Hours;
use super::moment::Moments;
use super::namesake::Ages;
use super::setting::Setting;
use super::weights::Weights;

/// What is rare in a story: lemmas, kinds of question, questions that one article answers in several ways.
#[derive(Debug, Default)]
pub struct Rarity {
    lemmas: FxHashMap<Arc<str>, f64>,
    accounts: FxHashMap<(usize, usize), Seen>,
    squares: Vec<f64>,
    /// The articles that give each name to somebody, ascending.
    names: FxHashMap<Vec<String>, Vec<usize>>,
    states: FxHashMap<usize, Vec<State>>,
    pub(super) setting: Setting,
    pub(super) weights: Weights,
    pub(super) moments: Moments,
    pub(super) hours: Hours,
    pub(super) ages: Ages,
    pub(super) descriptions: Descriptions,
    /// The articles that tell of dead or hurt, or of damage, each with what it tells of.
    tolls: FxHashSet<(usize, Class)>,
    /// The sides of questions that each article takes.
    sides: FxHashSet<(usize, Side)>,
}

/// What an account is compared by.
#[derive(Debug, Default)]
struct Seen {
    /// Its keys, each with the number of accounts of its kind that have it, too.
    keys: Vec<(u32, usize)>,
    /// The keys under which it can meet others: those, and those of its setting.
    meets: Vec<u32>,
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
            rarity.ages.learn(account);
            rarity.descriptions.learn(account);
            rarity.learn_name(account);
            rarity.learn_state(account);
            rarity.learn_toll(account);
            rarity.learn_sides(account);
        }
        rarity.setting = Setting::of(accounts);
        rarity.moments = Moments::of(accounts, &rarity.setting);
        rarity.hours = Hours::of(accounts);
        rarity.count_lemmas(accounts);
        rarity.count_keys(accounts);
        rarity
    }

    fn seen(&mut self, account: &Account) -> &mut Seen {
        let place = (account.article, account.number);
        self.accounts.entry(place).or_default()
    }

    fn count_lemmas(&mut self, accounts: &[Account]) {
        // Every verb is told or denied: those claims would count a sentence's words twice.
        let counts = |a: &Account| a.claim.question.attribute != Attribute::Whether;
        let mut numbers: FxHashMap<&Arc<str>, u32> = FxHashMap::default();
        let mut lemmas: Vec<(&Arc<str>, f64)> = Vec::new();
        let mut contexts: Vec<Vec<u32>> = Vec::with_capacity(accounts.len());
        for account in accounts {
            let once = f64::from(u8::from(counts(account)));
            let number = |lemma| {
                let next = lemmas.len() as u32;
                let number = *numbers.entry(lemma).or_insert(next);
                if number == next {
                    lemmas.push((lemma, 0.0));
                }
                lemmas[number as usize].1 += once;
                number
            };
            contexts.push(account.claim.context.iter().map(number).collect());
        }
        let total = accounts.iter().filter(|a| counts(a)).count() as f64;
        let weight = |n: f64| (1.0 + total / n.max(1.0)).ln();
        let mut order: Vec<u32> = (0..lemmas.len() as u32).collect();
        order.sort_unstable_by_key(|&number| lemmas[number as usize].0);
        let mut positions = vec![0; order.len()];
        for (position, &number) in order.iter().enumerate() {
            let (lemma, count) = lemmas[number as usize];
            positions[number as usize] = position as u32;
            self.squares.push(weight(count).powi(2));
            self.lemmas.insert(Arc::clone(lemma), weight(count));
        }
        for (account, context) in accounts.iter().zip(contexts) {
            let context = context.into_iter().map(|n| positions[n as usize]);
            let context: Vec<u32> = context.collect();
            let norm = self.sum_of_squares(&mut context.iter()).sqrt();
            let seen = self.seen(account);
            (seen.context, seen.norm) = (context, norm);
        }
    }

    fn count_keys(&mut self, accounts: &[Account]) {
        let mut numbers: FxHashMap<Key, u32> = FxHashMap::default();
        let mut told: FxHashMap<String, u32> = FxHashMap::default();
        let mut kinds: FxHashMap<(&str, u32), usize> = FxHashMap::default();
        let mut given: FxHashSet<(usize, &str, u32, u32)> = FxHashSet::default();
        let mut answers: FxHashMap<(usize, &str, u32), usize> = FxHashMap::default();
        let mut keys_of: Vec<Vec<u32>> = Vec::with_capacity(accounts.len());
        for account in accounts {
            let (article, column) = (account.voice.article, column(account));
            let answer = number(&mut told, account.claim.answer.to_string());
            let mut own = Vec::new();
            for key in candidates::keys(account) {
                let key = number(&mut numbers, key);
                *kinds.entry((column, key)).or_default() += 1;
                if given.insert((article, column, key, answer)) {
                    *answers.entry((article, column, key)).or_default() += 1;
                }
                own.push(key);
            }
            keys_of.push(own);
        }
        for (account, keys) in accounts.iter().zip(keys_of) {
            let (article, column) = (account.voice.article, column(account));
            let around = self
                .setting
                .keys(account)
                .into_iter()
                .chain(self.hours.key(account));
            let around = around.map(|key| number(&mut numbers, key));
            let meets = keys.iter().copied().chain(around).collect();
            let sizes = keys.iter().map(|&key| answers[&(article, column, key)]);
            let answers = sizes.min().unwrap_or(1);
            let keys = keys.into_iter().map(|key| (key, kinds[&(column, key)]));
            let keys = keys.collect();
            let seen = self.seen(account);
            (seen.keys, seen.answers, seen.meets) = (keys, answers, meets);
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
        let of_the_news = told && !account.claim.background;
        let events = question.event.iter().filter(|_| of_the_news);
        let tolls = events.flat_map(|e| e.classes.iter().filter(|c| c.is_toll()));
        self.tolls
            .extend(tolls.map(|&toll| (account.article, toll)));
    }

    fn learn_sides(&mut self, account: &Account) {
        if account.claim.question.attribute == Attribute::Whether {
            let article = account.voice.article;
            let sides = sides(account).into_iter();
            self.sides.extend(sides.map(|side| (article, side)));
        }
    }

    /// Whether the article of either account takes the other's side, too: to it, one followed the other.
    pub(super) fn tells_both(&self, one: &Account, other: &Account) -> bool {
        let takes = |account: &Account, side: Side| {
            let article = account.voice.article;
            self.sides.contains(&(article, side))
        };
        sides(other).into_iter().any(|side| takes(one, side))
            || sides(one).into_iter().any(|side| takes(other, side))
    }

    /// Whether the article of an account tells of a toll of that kind itself: its "nobody was hurt" is of some other event.
    pub(super) fn tells_of_a_toll(&self, account: &Account, class: Class) -> bool {
        self.tolls.contains(&(account.article, class))
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

    /// The numbers of the keys under which an account can meet others.
    pub(super) fn meets(&self, account: &Account) -> &[u32] {
        self.of_account(account).map_or(&[], |seen| &seen.meets)
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

/// The number of a thing among those that were met, the next one where it is new.
fn number<T: Eq + std::hash::Hash>(numbers: &mut FxHashMap<T, u32>, thing: T) -> u32 {
    let next = numbers.len() as u32;
    *numbers.entry(thing).or_insert(next)
}

/// The sides of questions that an account takes.
fn sides(account: &Account) -> Vec<Side> {
    let event = account.claim.question.event.as_deref();
    event.map_or(vec![], opposites::sides)
}

/// The column of the question model that weighs an account's pairs.
fn column<'a>(account: &Account<'a>) -> &'a str {
    account.claim.question.attribute.column()
}
