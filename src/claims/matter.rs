//! What an amount is an amount of: the bail, the reward, the weight of the bomb, whatever the sentence around it.
//!
//! "Bail was set at $5,000" and "he put up $15,000 bail" answer one question; "was fined $390" answers another.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::lexicon::rows;

use super::referent::Referent;
use super::{Attribute, Claim};

/// A matter, as a position among all matters.
pub type Matter = u16;

#[derive(Default)]
struct Lexicon {
    nouns: FxHashMap<&'static str, Vec<Sense>>,
    verbs: FxHashMap<&'static str, Vec<Sense>>,
    estimates: Vec<Matter>,
}

/// A matter that a word names for amounts of some dimensions.
#[derive(Clone, Copy)]
struct Sense {
    matter: Matter,
    dimensions: &'static str,
}

/// Stands for any noun: what an amount of a dimension is told of where no word says more.
const ANY: &str = "*";

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut lexicon = Lexicon::default();
    let mut names: Vec<&str> = Vec::new();
    for [name, dimensions, nouns, verbs] in rows(include_str!("matters.tsv")) {
        let estimate = name.ends_with('^');
        let known = names.iter().position(|n| *n == name);
        let matter = known.unwrap_or(names.len()) as Matter;
        if known.is_none() {
            names.push(name);
        }
        if estimate {
            lexicon.estimates.push(matter);
        }
        let sense = Sense { matter, dimensions };
        for noun in nouns.split(' ').filter(|w| !w.is_empty()) {
            lexicon.nouns.entry(noun).or_default().push(sense);
        }
        for verb in verbs.split(' ').filter(|w| !w.is_empty()) {
            lexicon.verbs.entry(verb).or_default().push(sense);
        }
    }
    lexicon
});

/// The matters that the amount of a claim can be told of; none where no word near it names one.
///
/// The nearest word decides: the noun that the amount describes, then the verb, then whoever takes part.
pub fn matters(claim: &Claim) -> Vec<Matter> {
    let Attribute::Measure(dimension) = &claim.question.attribute else {
        return vec![];
    };
    let event = claim.question.event.as_ref();
    let patient = event.and_then(|e| e.patient.as_ref());
    let agent = event.and_then(|e| e.agent.as_ref());
    let around = event.iter().flat_map(|e| e.around.iter().map(|(_, r)| r));
    let described = claim.question.subject.iter();
    let participants = patient.into_iter().chain(agent).chain(around);
    let told = |r: &Referent| of_phrase(r, dimension);
    let verb = || event.map_or(vec![], |e| of_word(&LEXICON.verbs, &e.lemma, dimension));
    let noun = || event.map_or(vec![], |e| of_word(&LEXICON.nouns, &e.lemma, dimension));
    described
        .map(told)
        .find(|m| !m.is_empty())
        .or_else(|| Some(noun()).filter(|m| !m.is_empty()))
        .or_else(|| patient.map(told).filter(|m| !m.is_empty()))
        .or_else(|| Some(verb()).filter(|m| !m.is_empty()))
        .or_else(|| participants.map(told).find(|m| !m.is_empty()))
        .unwrap_or_else(|| of_word(&LEXICON.nouns, ANY, dimension))
}

/// Whether the amount is an estimate that grows while the news comes in: the damage, the loot.
pub fn is_estimate(claim: &Claim) -> bool {
    matters(claim)
        .iter()
        .any(|matter| LEXICON.estimates.contains(matter))
}

/// The matters of a noun phrase: of its head, or of what stands before it ("the blood alcohol level").
fn of_phrase(phrase: &Referent, dimension: &str) -> Vec<Matter> {
    let head = of_word(&LEXICON.nouns, &phrase.head, dimension);
    if head.is_empty() {
        let words = phrase.modifiers.iter();
        return words
            .flat_map(|w| of_word(&LEXICON.nouns, w, dimension))
            .collect();
    }
    head
}

fn of_word(
    table: &FxHashMap<&'static str, Vec<Sense>>,
    word: &str,
    dimension: &str,
) -> Vec<Matter> {
    let senses = table.get(word).into_iter().flatten();
    let fitting = senses.filter(|s| s.dimensions.split(' ').any(|d| d == dimension));
    fitting.map(|s| s.matter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_names_its_matter_for_fitting_amounts_only() {
        let names = |word, dimension| of_word(&LEXICON.nouns, word, dimension).len();
        assert_eq!(names("bail", "money"), 1);
        assert_eq!(names("bail", "percent"), 0);
        assert_eq!(names("door", "money"), 0);
    }
}
