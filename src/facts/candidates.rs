//! Candidate pairs: claims with the same attribute that share an event class, a verb or a noun.

use rustc_hash::FxHashMap;

use crate::claims::class::Class;
use crate::claims::referent::groups;
use crate::claims::{Attribute, opposites};

use super::{Account, Rarity, denial};

/// In a block larger than this not all members are compared with each other: each leads to the next ones only, fewer
/// the larger the block, but never fewer than [`NEXT`].
const LARGEST_BLOCK: usize = 400;
const NEXT: usize = 60;

/// A coarse key: claims of one story that have one in common may answer one question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Key<'a> {
    /// What kind of value a page states, and a word of its topic.
    Topic(&'a str, &'a str),
    Scale(&'a str),
    /// What is told or kept back.
    Matter(&'a str),
    Role,
    Telephone,
    /// The first clock that an article tells.
    FirstClock,
    /// A dimension.
    Measure(&'a str),
    /// An article and a sentence of it.
    Sentence(usize, usize),
    /// A kind of event.
    Class(Class),
    /// The word for an event.
    Verb(&'a str),
    /// The first letters of a name.
    Name(&'a str),
    Noun(&'a str),
    /// A group of nouns.
    Group(&'a str),
    /// A group of verbs.
    Deed(&'a str),
    /// A question that has two sides, by its row.
    Opposites(usize),
    /// What is asked whatever the event, by its number.
    Asked(u32),
}

/// Pairs `(i, j)`, `i < j`, worth weighing.
pub(super) fn pairs(accounts: &[Account], rarity: &Rarity) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    for members in blocks(accounts, rarity).chunk_by(|one, other| one.0 == other.0) {
        let first = &accounts[members[0].1];
        if first.claim.question.attribute == Attribute::Whether {
            pairs.extend(denied(accounts, members));
            pairs.extend(opposed(accounts, members));
            continue;
        }
        let next = match members.len() {
            small if small <= LARGEST_BLOCK => LARGEST_BLOCK,
            large => (LARGEST_BLOCK * LARGEST_BLOCK / large).max(NEXT),
        };
        for (at, &(_, i)) in members.iter().enumerate() {
            let others = members[at + 1..].iter().take(next);
            pairs.extend(
                others
                    .filter(|other| i != other.1)
                    .map(|other| (i, other.1)),
            );
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// The accounts under each of their keys, with the number of the attribute that they must share, in order.
fn blocks(accounts: &[Account], rarity: &Rarity) -> Vec<((u32, u32), usize)> {
    let mut attributes: FxHashMap<Option<&Attribute>, u32> = FxHashMap::default();
    let mut blocks = Vec::new();
    for (i, account) in accounts.iter().enumerate() {
        let next = attributes.len() as u32;
        let shared = shared(&account.claim.question.attribute);
        let attribute = *attributes.entry(shared).or_insert(next);
        let keys = rarity.meets(account).iter();
        blocks.extend(keys.map(|&key| ((attribute, key), i)));
    }
    blocks.sort_unstable();
    blocks
}

/// Each denial of a block with what the block tells: two of one kind need not meet.
fn denied(accounts: &[Account], members: &[((u32, u32), usize)]) -> Vec<(usize, usize)> {
    let denies = |i: &usize| denial::is_denial(&accounts[*i]);
    let members = members.iter().map(|member| member.1).take(LARGEST_BLOCK);
    let (denials, told): (Vec<usize>, Vec<usize>) = members.partition(denies);
    denials
        .iter()
        .flat_map(|&d| told.iter().map(move |&t| (d.min(t), d.max(t))))
        .collect()
}

/// Each two of a block that take the two sides of a question.
fn opposed(accounts: &[Account], members: &[((u32, u32), usize)]) -> Vec<(usize, usize)> {
    let event = |i: usize| accounts[i].claim.question.event.as_ref();
    let members = members.iter().map(|member| member.1).take(LARGEST_BLOCK);
    let takes_a_side = |&i: &usize| event(i).is_some_and(|e| !opposites::sides(e).is_empty());
    let takers: Vec<usize> = members.filter(takes_a_side).collect();
    let exclude = |i: usize, j: usize| {
        let events = event(i).zip(event(j));
        events.is_some_and(|(x, y)| opposites::exclude(x, y))
    };
    let pairs = takers.iter().enumerate();
    pairs
        .flat_map(|(at, &i)| takers[at + 1..].iter().map(move |&j| (i, j)))
        .filter(|&(i, j)| exclude(i, j))
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
pub(super) fn keys<'a>(account: &Account<'a>) -> Vec<Key<'a>> {
    let question = &account.claim.question;
    let mut keys = match &question.attribute {
        Attribute::Whether => return denial::keys(account.claim),
        Attribute::State(scale) => return vec![Key::Scale(scale.name())],
        Attribute::Disclosed(matter) => return vec![Key::Matter(matter)],
        Attribute::Stated(topic) => {
            let words = topic.words.iter();
            words.map(|w| Key::Topic(topic.kind.name(), w)).collect()
        }
        Attribute::Role => vec![Key::Role],
        Attribute::Contact => vec![Key::Telephone],
        Attribute::Measure(dimension) => vec![Key::Measure(dimension)],
        // A description and a name have no word in common: "the 64-year-old".
        Attribute::Age => vec![Key::Measure("age")],
        Attribute::Clock => {
            let voice = account.voice;
            vec![Key::Sentence(voice.article, voice.sentence)]
        }
        _ => vec![],
    };
    if let Some(event) = &question.event {
        keys.extend(event.classes.iter().map(|&class| Key::Class(class)));
        keys.push(Key::Verb(&event.lemma));
    }
    if let Some(subject) = &question.subject {
        let head = subject.head.as_str();
        // A number is asked of the noun, whatever name stands before it: "a prior DWI conviction".
        if question.attribute == Attribute::Number {
            keys.push(Key::Noun(head));
        } else if let Some(name) = subject.name.last() {
            let end = name.char_indices().nth(3).map_or(name.len(), |(at, _)| at);
            keys.push(Key::Name(&name[..end]));
        } else {
            keys.push(Key::Noun(head));
            keys.extend(groups(head).iter().map(|group| Key::Group(group)));
        }
    }
    keys
}
