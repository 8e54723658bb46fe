//! The verdict: the one place that decides what two different answers to one question mean.
//!
//! Every pair of accounts is related; the worst relation that a rule names decides the fact. A flag must survive
//! the question "same thing, same time, same scope?", so confidence is the rule's strength times how sure it is that
//! the accounts answer one question, and what falls below the user's threshold is only counted.

mod ages;
mod bounds;
mod course;
mod deadline;
mod pairs;
mod people;
pub mod rules;
mod scope;
mod stances;
mod stated;

use std::sync::LazyLock;

use crate::comparison::Verdict;
use crate::facts::{Account, Fact};
use crate::lexicon::Groups;
use rules::Rule;

/// The words of `words.tsv`.
static WORDS: LazyLock<Groups> = LazyLock::new(|| Groups::read(include_str!("words.tsv")));

/// What was decided about a fact.
#[derive(Clone, Debug)]
pub struct Judgement {
    /// What it is.
    pub verdict: Verdict,
    /// The rule that decided; `None` for agreement and single accounts.
    pub rule: Option<&'static Rule>,
    /// From 0 to 1.
    pub confidence: f64,
    /// The two accounts that decided, as positions in the fact.
    pub decided_by: Option<(usize, usize)>,
    /// What more there is to say: the diagnosis of two clocks.
    pub note: String,
}

/// The worst that was found among the pairs so far.
struct Disagreement {
    rule: &'static Rule,
    confidence: f64,
    pair: (usize, usize),
    note: String,
}

/// An account is held against this many that follow it: of a fact with thousands of accounts, each is seen beside
/// enough others.
const HELD_AGAINST: usize = 400;

/// What all pairs of a fact's accounts come to.
#[derive(Default)]
struct Pairs {
    worst: Option<Disagreement>,
    /// Whether any two are of one answer.
    agreed: bool,
    /// Whether any is more exact than another.
    precise: bool,
}

impl Pairs {
    /// Takes in what a rule says of a pair, if nothing worse was said before.
    fn flag(&mut self, disagreement: Disagreement) {
        let key = |d: &Disagreement| (rank(d.rule), -d.confidence);
        let worst = self.worst.as_ref();
        if worst.is_none_or(|worst| key(worst) > key(&disagreement)) {
            self.worst = Some(disagreement);
        }
    }
}

/// Holds each account against those that follow it.
fn pairs_of(accounts: &[Account]) -> Pairs {
    let mut found = Pairs::default();
    for (i, one) in accounts.iter().enumerate() {
        let others = accounts.iter().enumerate().skip(i + 1);
        for (j, other) in others.take(HELD_AGAINST) {
            match pairs::judge(one, other) {
                pairs::Outcome::Flag(rule, certainty, note) => found.flag(Disagreement {
                    rule,
                    confidence: rule.strength * certainty,
                    pair: (i, j),
                    note,
                }),
                pairs::Outcome::Precision => found.precise = true,
                pairs::Outcome::Agreement => found.agreed = true,
                pairs::Outcome::Nothing => {}
            }
        }
    }
    found
}

/// Judges one fact.
pub fn judge(fact: &Fact) -> Judgement {
    let found = pairs_of(&fact.accounts);
    if let Some(Disagreement {
        rule,
        confidence,
        pair,
        note,
    }) = found.worst
    {
        let verdict = rule.verdict;
        let confidence = confidence * (0.8 + 0.2 * fact.cohesion);
        return Judgement {
            verdict,
            rule: Some(rule),
            confidence,
            decided_by: Some(pair),
            note,
        };
    }
    let verdict = if found.precise {
        Verdict::Precision
    } else if found.agreed && several_articles(&fact.accounts) {
        Verdict::Agreement
    } else {
        Verdict::Single
    };
    Judgement {
        verdict,
        rule: None,
        confidence: fact.cohesion,
        decided_by: None,
        note: String::new(),
    }
}

/// How bad a rule is among all that speak of a fact, the worst first.
fn rank(rule: &Rule) -> (bool, Verdict) {
    (rule.yields, rule.verdict)
}

/// Whether two accounts, taken as answers to one question, disagree.
pub fn disagree(one: &Account, other: &Account) -> bool {
    matches!(pairs::judge(one, other), pairs::Outcome::Flag(..))
}

fn several_articles(accounts: &[Account]) -> bool {
    accounts.iter().any(|a| a.article != accounts[0].article)
}
