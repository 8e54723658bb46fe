//! Pairs of claims with what the annotation says of them: do both answer one question?

use gainsay::claims::Answer;
use gainsay::claims::Attribute;
use gainsay::compare::{self, Reading};
use gainsay::comparison::Slot;
use gainsay::facts::{self, Account, Rarity, features::Features, similarity};
use gainsay::verdict;

use crate::gold::{Story, stem};

/// A pair of claims as the model sees it, and the answer.
pub(crate) struct Sample {
    /// The column of the weights that it teaches.
    pub(crate) attribute: String,
    /// The pair's features.
    pub(crate) features: Features,
    /// Whether both claims answer one question.
    pub(crate) same: bool,
}

/// The samples of one story: the pairs whose answers exclude each other, for only these can become a flag.
///
/// Two accounts of one annotated fact are the same question. All others are not: the annotation of disagreements is
/// exhaustive.
pub(crate) fn samples(story: &Story) -> Vec<Sample> {
    let readings: Vec<Reading> = story.articles.iter().map(gainsay::read_claims).collect();
    let members: Vec<usize> = (0..readings.len()).collect();
    let stems: Vec<String> = story.articles.iter().map(stem).collect();
    let accounts = compare::accounts(&story.articles, &members, &readings);
    let on: Vec<Vec<usize>> = accounts
        .iter()
        .map(|a| facts_of(story, &stems, a))
        .collect();
    let rarity = Rarity::of(&accounts);
    let mut samples = Vec::new();
    for pair in facts::pairs(&accounts) {
        let (one, other) = (&accounts[pair.one], &accounts[pair.other]);
        let shared = on[pair.one].iter().any(|f| on[pair.other].contains(f));
        if verdict::disagree(one, other) && similarity::is_weighed(one, other, &rarity) {
            let attribute = one.claim.question.attribute.column().to_owned();
            samples.push(Sample {
                attribute,
                features: pair.features,
                same: shared,
            });
        }
    }
    samples
}

/// The annotated facts of a fitting kind on which a claim lies.
fn facts_of(story: &Story, stems: &[String], account: &Account) -> Vec<usize> {
    let place = story.articles[account.article]
        .place(account.claim.span)
        .span;
    let facts = story.gold.facts.iter().enumerate();
    let fitting = facts.filter(|(_, f)| fits(&account.claim.question.attribute, f.slot));
    fitting
        .filter(|(_, f)| {
            f.places.iter().any(|p| {
                p.holds(&stems[account.article], place.start, place.end)
                    && is_value(&account.claim.answer, p.value.as_deref())
            })
        })
        .map(|(i, _)| i)
        .collect()
}

/// Whether an amount is the one that is annotated: "twelve rifles and two rockets" is no account of two rockets as twelve.
fn is_value(answer: &Answer, annotated: Option<&str>) -> bool {
    let Answer::Quantity(quantity) = answer else {
        return true;
    };
    let sizes: Vec<f64> = [quantity.single(), quantity.least(), quantity.most()]
        .into_iter()
        .flatten()
        .collect();
    let digits = |c: char| !c.is_ascii_digit() && c != '.';
    let numbers: Vec<f64> = annotated
        .unwrap_or_default()
        .split(digits)
        .filter_map(|n| n.trim_end_matches('.').parse().ok())
        .collect();
    numbers.is_empty()
        || numbers
            .iter()
            .any(|n| sizes.iter().any(|s| (n - s).abs() <= 0.01 * n))
}

/// Whether an attribute can answer a question of that slot.
fn fits(attribute: &Attribute, slot: Slot) -> bool {
    match attribute {
        Attribute::Happened => matches!(slot, Slot::Polarity | Slot::Modality | Slot::Event),
        Attribute::HowLong => matches!(slot, Slot::Time | Slot::Quantity),
        other => other.slot() == slot,
    }
}
