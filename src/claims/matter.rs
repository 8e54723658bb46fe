//! What an amount is an amount of: the bail, the reward, the weight of the bomb, whatever the sentence around it.
//!
//! "Bail was set at $5,000" and "he put up $15,000 bail" answer one question; "was fined $390" answers another.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::lexicon::rows;

use super::phrase;
use super::referent::Referent;
use super::{Attribute, Claim};

/// A matter, as a position among all matters.
pub type Matter = u16;

#[derive(Default)]
struct Lexicon {
    nouns: FxHashMap<&'static str, Vec<Sense>>,
    verbs: FxHashMap<&'static str, Vec<Sense>>,
    names: Vec<&'static str>,
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
    for [name, dimensions, nouns, verbs] in rows(include_str!("matters.tsv")) {
        let matter = lexicon.learn(name);
        let sense = Sense { matter, dimensions };
        for noun in nouns.split(' ').filter(|w| !w.is_empty()) {
            lexicon.nouns.entry(noun).or_default().push(sense);
        }
        for verb in verbs.split(' ').filter(|w| !w.is_empty()) {
            lexicon.verbs.entry(verb).or_default().push(sense);
        }
    }
    for name in phrase::matters() {
        lexicon.learn(name);
    }
    lexicon
});

impl Lexicon {
    /// The matter of that name, a new one where it is not known yet.
    fn learn(&mut self, name: &'static str) -> Matter {
        let known = self.names.iter().position(|n| *n == name);
        let matter = known.unwrap_or(self.names.len()) as Matter;
        if known.is_none() {
            self.names.push(name);
            if name.ends_with('^') {
                self.estimates.push(matter);
            }
        }
        matter
    }
}

/// The matter of a name in the tables.
pub(super) fn named(name: &str) -> Option<Matter> {
    let at = LEXICON.names.iter().position(|n| *n == name);
    at.map(|at| at as Matter)
}

/// The matters that the amount of a claim can be told of; none where no word near it names one.
///
/// The nearest word decides: a fixed turn right around it, the noun that the amount describes, then the verb, then
/// whoever takes part.
pub fn matters(claim: &Claim) -> Vec<Matter> {
    let Attribute::Measure(dimension) = &claim.question.attribute else {
        return vec![];
    };
    if let Some(matter) = claim.matter {
        return vec![matter];
    }
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

/// Whether a story has but one amount of a matter, so that two amounts of it answer one question.
pub fn is_one(matter: Matter) -> bool {
    !LEXICON.names[usize::from(matter)].ends_with('~')
}

/// Whether the amount is that of one day: a share falls on Monday and rises on Tuesday.
pub fn is_of_a_day(claim: &Claim) -> bool {
    matters(claim)
        .iter()
        .any(|&matter| LEXICON.names[usize::from(matter)].ends_with('='))
}

/// Whether the amount is told as a part of one that was told before: "$120,000 of it".
pub fn is_part(claim: &Claim) -> bool {
    claim.matter.is_some() && claim.matter == named("part~")
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
