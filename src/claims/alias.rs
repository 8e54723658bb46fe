//! Names that the user says mean the same: each becomes the one to compare by, before accounts are put side by side.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::lexicon::plain;

use super::actor::Actor;
use super::referent::Referent;
use super::{Answer, Claim, Event, Question};

/// The other names, in words of plain small letters, each with the one to compare by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Aliases(BTreeMap<Vec<String>, Vec<String>>);

impl Aliases {
    /// From each name to the others that mean the same, as `gainsay.toml` has them.
    pub fn new(names: &BTreeMap<String, Vec<String>>) -> Self {
        let pairs = names.iter().flat_map(|(name, others)| {
            let name = words(name);
            others.iter().map(move |other| (words(other), name.clone()))
        });
        let pairs = pairs.filter(|(other, name)| !other.is_empty() && !name.is_empty());
        Self(pairs.collect())
    }
}

/// The words of a name without its article.
fn words(name: &str) -> Vec<String> {
    let plain = plain(name);
    let words = plain.split_whitespace();
    words
        .skip_while(|word| *word == "the")
        .map(str::to_owned)
        .collect()
}

/// The claims with every other name replaced by the one to compare by; quotes and labels stay as they are.
pub fn rename(claims: Vec<Claim>, aliases: &Aliases) -> Vec<Claim> {
    if aliases.0.is_empty() {
        return claims;
    }
    let renamed = claims.into_iter().map(|claim| Claim {
        question: Question {
            event: claim
                .question
                .event
                .map(|event| Arc::new(event_renamed(Arc::unwrap_or_clone(event), aliases))),
            subject: claim.question.subject.map(|r| referent(r, aliases)),
            ..claim.question
        },
        answer: match claim.answer {
            Answer::Words(words) => Answer::Words(referent(words, aliases)),
            Answer::Actor(actor) => Answer::Actor(Actor {
                referent: referent(actor.referent, aliases),
                ..actor
            }),
            other => other,
        },
        ..claim
    });
    renamed.collect()
}

fn event_renamed(event: Event, aliases: &Aliases) -> Event {
    let around = event.around.into_iter();
    Event {
        agent: event.agent.map(|r| referent(r, aliases)),
        patient: event.patient.map(|r| referent(r, aliases)),
        around: around
            .map(|(preposition, r)| (preposition, referent(r, aliases)))
            .collect(),
        ..event
    }
}

/// A participant by the name to compare by; one without a proper name is known by its noun.
fn referent(referent: Referent, aliases: &Aliases) -> Referent {
    let own = if referent.name.is_empty() {
        vec![referent.head.clone()]
    } else {
        referent.name.clone()
    };
    let owner = aliases.0.get(&referent.owner).cloned();
    let name = aliases.0.get(&own);
    Referent {
        head: name
            .and_then(|name| name.last().cloned())
            .unwrap_or(referent.head),
        name: name.cloned().unwrap_or(referent.name),
        owner: owner.unwrap_or(referent.owner),
        ..referent
    }
}
