//! What a fact and a finding are called: the label for people, the lasting question, the sentence that says why.

use std::collections::BTreeMap;

use crate::claims::{Attribute, Question};
use crate::comparison::{Polarity, Side, Verdict};
use crate::facts::{Account, Fact};
use crate::lexicon::plain;
use crate::verdict::Judgement;

/// The label that tells most: with the name of whom it is about, of as many words as still read at a glance, a body's
/// rather than a headline's.
pub(super) fn label(fact: &Fact) -> String {
    const GLANCE: usize = 8;
    let fullness = |a: &&Account| {
        let words = a.claim.question.label.split_whitespace().count();
        (
            !a.claim.headline,
            is_named(&a.claim.question),
            words.min(GLANCE),
            std::cmp::Reverse(a.claim.question.label.len()),
            // The order of the articles tells nothing: among equals the alphabet decides.
            std::cmp::Reverse(a.claim.question.label.clone()),
        )
    };
    let fullest = fact.accounts.iter().rev().max_by_key(fullness);
    fullest
        .map(|a| a.claim.question.label.clone())
        .unwrap_or_default()
}

/// Whether the label has the name of somebody or something that takes part: "Marta Lund: age", but not "the driver: age".
fn is_named(question: &Question) -> bool {
    let event = question.event.iter();
    let parts = event.flat_map(|e| e.agent.iter().chain(&e.patient));
    let label = plain(&question.label);
    let mut names = question
        .subject
        .iter()
        .chain(parts)
        .filter_map(|part| part.name.last());
    names.any(|name| label.contains(name.as_str()))
}

/// What an account answers, in words: where two deeds exclude each other and nobody denies one, both are told, and the
/// deed is the answer.
pub(super) fn value(account: &Account, fact: &Fact) -> String {
    let question = &account.claim.question;
    let answer = account.claim.answer.to_string();
    let denies = |a: &Account| a.claim.stance.polarity == Polarity::Negative;
    let opposed = question.attribute == Attribute::Whether
        && fact.accounts.len() > 1
        && !fact.accounts.iter().any(denies);
    match &question.event {
        Some(event) if opposed => answer.replacen("yes", &event.lemma, 1),
        _ => answer,
    }
}

/// The question in words that no rewording of an article changes: attribute, class of event, most common participant.
pub(super) fn stable_question(fact: &Fact) -> String {
    let mut words: BTreeMap<String, usize> = BTreeMap::new();
    for account in &fact.accounts {
        let question = &account.claim.question;
        let event = question.event.iter();
        let classes = event
            .clone()
            .flat_map(|e| e.classes.iter().map(|c| c.name().to_owned()));
        let parts = question
            .subject
            .iter()
            .chain(event.flat_map(|e| e.patient.iter().chain(&e.agent)));
        let heads = parts.map(|p| p.name.last().unwrap_or(&p.head).clone());
        let topic = match &question.attribute {
            Attribute::Stated(topic) => Some(&topic.words),
            _ => None,
        };
        let topic = topic.into_iter().flatten().cloned();
        for word in classes.chain(heads).chain(topic) {
            *words.entry(word).or_default() += 1;
        }
    }
    let mut common: Vec<(String, usize)> = words
        .into_iter()
        .filter(|(_, n)| n * 2 > fact.accounts.len())
        .collect();
    common.sort_by(|a, b| a.0.cmp(&b.0));
    let words: Vec<&str> = common.iter().map(|(w, _)| w.as_str()).collect();
    format!(
        "{}|{}",
        fact.accounts[0].claim.question.attribute.name(),
        words.join("|")
    )
}

/// One plain sentence with the two answers that decided.
pub(super) fn explain(one: &Side, other: &Side, judgement: &Judgement) -> String {
    let so = match (judgement.note.as_str(), judgement.verdict) {
        ("", Verdict::Contradiction) => "both can not be true",
        ("", Verdict::Update) => "the later account brings the earlier one up to date",
        ("", _) => "they hardly fit together",
        (note, _) => note,
    };
    format!("“{}” against “{}”: {so}", one.said, other.said)
}
