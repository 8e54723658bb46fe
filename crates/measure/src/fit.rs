//! Fits the weights of the question model: one logistic regression over all attributes, and one an attribute that is
//! drawn towards it, so that an attribute with few samples keeps the common weights.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;

use gainsay::facts::similarity::{Features, NAMES};

use crate::learn::{self, Sample};
use crate::stories;

/// How strongly weights are drawn towards their prior.
const PULL: f64 = 4.0;
const STEPS: usize = 1500;
const RATE: f64 = 0.5;

/// `weights OUT.tsv ROOT…`: fits on all stories below the roots and writes the table.
pub(crate) fn command(arguments: &[String]) -> Result<(), Box<dyn Error>> {
    let [out, roots @ ..] = arguments else {
        return Err("usage: weights OUT.tsv ROOT…".into());
    };
    let mut samples = Vec::new();
    for root in roots {
        for story in stories::find(Path::new(root))? {
            samples.extend(learn::samples(&story));
        }
    }
    let all: Vec<&Sample> = samples.iter().collect();
    let common = fit(&all, &prior());
    let (n, same) = (samples.len(), samples.iter().filter(|s| s.same).count());
    println!("{n} pairs, {same} of one question");
    let mut columns: BTreeMap<String, Features> = BTreeMap::from([("*".to_owned(), common)]);
    for (attribute, samples) in learn::by_attribute(samples) {
        let own: Vec<&Sample> = samples.iter().collect();
        let weights = fit(&own, &common);
        println!(
            "{attribute}: {} pairs, log loss {:.3}",
            own.len(),
            loss(&own, &weights)
        );
        columns.insert(attribute, weights);
    }
    std::fs::write(out, table(&columns))?;
    Ok(())
}

/// What is believed before any sample: nothing is the same question.
fn prior() -> Features {
    let mut weights = [0.0; NAMES.len()];
    weights[0] = -3.0;
    weights
}

/// Gradient descent on the log loss of the samples, plus the distance from `prior`.
///
/// Positive and negative pairs weigh the same in all: how often a pair is one question is no fact about the world,
/// but about how many candidates there are.
fn fit(samples: &[&Sample], prior: &Features) -> Features {
    let positive = samples.iter().filter(|s| s.same).count().max(1) as f64;
    let negative = (samples.len() as f64 - positive).max(1.0);
    let balance = (negative / positive).sqrt().min(6.0);
    let mut weights = *prior;
    for _ in 0..STEPS {
        let mut gradient = [0.0; NAMES.len()];
        for sample in samples {
            let weight = if sample.same { balance } else { 1.0 };
            let error = (f64::from(u8::from(sample.same)) - probability(sample, &weights)) * weight;
            for (g, f) in gradient.iter_mut().zip(&sample.features) {
                *g += error * f;
            }
        }
        let total = samples.len() as f64 + PULL;
        for ((w, g), p) in weights.iter_mut().zip(gradient).zip(prior) {
            *w += RATE * (g + PULL * (p - *w))
                / total.sqrt().max(1.0)
                / 4.0_f64.max(total.sqrt() / 4.0);
        }
    }
    weights
}

fn probability(sample: &Sample, weights: &Features) -> f64 {
    let score: f64 = sample
        .features
        .iter()
        .zip(weights)
        .map(|(f, w)| f * w)
        .sum();
    1.0 / (1.0 + (-score).exp())
}

fn loss(samples: &[&Sample], weights: &Features) -> f64 {
    let of = |s: &&Sample| {
        let p = probability(s, weights).clamp(1e-9, 1.0 - 1e-9);
        if s.same { -p.ln() } else { -(1.0 - p).ln() }
    };
    samples.iter().map(of).sum::<f64>() / samples.len().max(1) as f64
}

fn table(columns: &BTreeMap<String, Features>) -> String {
    let mut out = String::from(
        "# Weights of the question model by attribute: what makes two claims answers to one question.\n\
         # source: fitted by `gainsay-measure weights`; licence: MIT OR Apache-2.0\n# feature",
    );
    for name in columns.keys() {
        let _ = write!(out, "\t{name}");
    }
    out.push('\n');
    for (row, name) in NAMES.iter().enumerate() {
        out += name;
        for weights in columns.values() {
            let _ = write!(out, "\t{:.2}", weights[row]);
        }
        out.push('\n');
    }
    out
}
