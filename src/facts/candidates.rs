//! Candidate pairs: claims with the same attribute that share an event class, a verb or a noun.

use rustc_hash::FxHashMap;

use crate::claims::Attribute;
use crate::claims::referent::groups;

use super::{Account, Rarity, denial};

/// In a block larger than this not all members are compared with each other: each leads to the next ones only, fewer
/// the larger the block, but never fewer than [`NEXT`].
const LARGEST_BLOCK: usize = 400;
const NEXT: usize = 60;

/// Pairs `(i, j)`, `i < j`, worth weighing.
pub(super) fn pairs(accounts: &[Account], rarity: &Rarity) -> Vec<(usize, usize)> {
    let mut blocks: FxHashMap<(Option<&Attribute>, String), Vec<usize>> = FxHashMap::default();
    for (i, account) in accounts.iter().enumerate() {
        for key in keys(account)
            .into_iter()
            .chain(rarity.setting.keys(account))
        {
            blocks
                .entry((shared(&account.claim.question.attribute), key))
                .or_default()
                .push(i);
        }
    }
    let mut pairs = Vec::new();
    for ((attribute, _), members) in &blocks {
        if *attribute == Some(&Attribute::Whether) {
            pairs.extend(denied(accounts, members));
            continue;
        }
        let next = match members.len() {
            small if small <= LARGEST_BLOCK => LARGEST_BLOCK,
            large => (LARGEST_BLOCK * LARGEST_BLOCK / large).max(NEXT),
        };
        for (at, &i) in members.iter().enumerate() {
            let others = members[at + 1..].iter().take(next);
            pairs.extend(others.filter(|&&j| i != j).map(|&j| (i, j)));
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// Each denial of a block with what the block tells: two of one kind need not meet.
fn denied(accounts: &[Account], members: &[usize]) -> Vec<(usize, usize)> {
    let denies = |i: &usize| denial::is_denial(&accounts[*i]);
    let (denials, told): (Vec<usize>, Vec<usize>) = members
        .iter()
        .copied()
        .take(LARGEST_BLOCK)
        .partition(denies);
    denials
        .iter()
        .flat_map(|&d| told.iter().map(move |&t| (d.min(t), d.max(t))))
        .collect()
}

/// The attribute as far as two claims must have it in common; a topic is compared word by word.
fn shared(attribute: &Attribute) -> Option<&Attribute> {
    match attribute {
        Attribute::Stated(_) => None,
        other => Some(other),
    }
}

/// The coarse keys under which a claim can meet others.
pub(super) fn keys(account: &Account) -> Vec<String> {
    let question = &account.claim.question;
    let mut keys = Vec::new();
    if let Attribute::Stated(topic) = &question.attribute {
        let words = topic.words.iter();
        keys.extend(words.map(|w| format!("stated {} {w}", topic.kind.name())));
    }
    if question.attribute == Attribute::Whether {
        return denial::keys(account.claim);
    }
    if let Attribute::State(scale) = question.attribute {
        return vec![format!("scale {}", scale.name())];
    }
    if let Attribute::Disclosed(matter) = &question.attribute {
        return vec![format!("matter {matter}")];
    }
    if question.attribute == Attribute::Role {
        keys.push("role".to_owned());
    }
    if question.attribute == Attribute::Contact {
        keys.push("telephone".to_owned());
    }
    if let Attribute::Measure(dimension) = &question.attribute {
        keys.push(format!("measure {dimension}"));
    }
    if question.attribute == Attribute::Clock {
        keys.push(format!(
            "sentence {} {}",
            account.voice.article, account.voice.sentence
        ));
    }
    if let Some(event) = &question.event {
        keys.extend(event.classes.iter().map(|c| format!("class {}", c.name())));
        keys.push(format!("verb {}", event.lemma));
    }
    if let Some(subject) = &question.subject {
        // A number is asked of the noun, whatever name stands before it: "a prior DWI conviction".
        if question.attribute == Attribute::Number {
            keys.push(format!("noun {}", subject.head));
        } else if let Some(name) = subject.name.last() {
            keys.push(format!("name {}", name.chars().take(3).collect::<String>()));
        } else {
            keys.push(format!("noun {}", subject.head));
            keys.extend(groups(&subject.head).iter().map(|g| format!("group {g}")));
        }
    }
    keys
}
