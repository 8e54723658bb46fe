//! Fits the weights of the question model: a logistic regression for each attribute, drawn towards the weights that
//! the table holds, so that an attribute with few samples keeps what it had.

use std::error::Error;
use std::path::Path;

use gainsay::facts::Weights;
use gainsay::facts::features::{Features, NAMES};

use crate::learn::{self, Sample};
use crate::stories;

/// How strongly weights are drawn towards their prior.
const PULL: f64 = 6.0;
/// What it costs to take two questions for one, where taking one for two costs 1: a wrong flag loses more than a missed
/// one.
const COST: f64 = 1.5;
const STEPS: usize = 1500;

/// `weights PRIOR.tsv OUT.tsv ROOT…`: fits on all stories below the roots, from the weights of the first table, and writes
/// the second.
pub(crate) fn command(arguments: &[String]) -> Result<(), Box<dyn Error>> {
    let [prior, out, roots @ ..] = arguments else {
        return Err("usage: weights PRIOR.tsv OUT.tsv ROOT…".into());
    };
    let mut samples = Vec::new();
    for root in roots {
        for story in stories::find(Path::new(root))? {
            samples.extend(learn::samples(&story));
        }
    }
    let (n, same) = (samples.len(), samples.iter().filter(|s| s.same).count());
    println!("{n} pairs, {same} of one question");
    let prior = Weights::read(&std::fs::read_to_string(prior)?)?;
    let all: Vec<&Sample> = samples.iter().collect();
    let weights = prior.map(|column, before| {
        let own = of_column(&all, column);
        let after = fit(&own, before);
        println!(
            "{column}: {} pairs, log loss {:.3} -> {:.3}",
            own.len(),
            loss(&own, before),
            loss(&own, &after)
        );
        after
    });
    std::fs::write(out, weights.to_string())?;
    Ok(())
}

/// The weights that are fitted on those samples from others.
pub(crate) fn fitted(prior: &Weights, samples: &[&Sample]) -> Weights {
    prior.map(|column, before| fit(&of_column(samples, column), before))
}

/// The samples that teach a column.
fn of_column<'a>(samples: &[&'a Sample], column: &str) -> Vec<&'a Sample> {
    let own = |sample: &&&Sample| Weights::teaches(&sample.attribute, column);
    samples.iter().filter(own).copied().collect()
}

/// Gradient descent on the [`loss`] of the samples, plus the squared distance from `prior`.
fn fit(samples: &[&Sample], prior: &Features) -> Features {
    let mut weights = *prior;
    let rate = 1.0 / (COST * samples.len() as f64 / 4.0 + PULL);
    for _ in 0..STEPS {
        let mut gradient = [0.0; NAMES.len()];
        for sample in samples {
            let p = probability(sample, &weights);
            let error = if sample.same { 1.0 - p } else { -COST * p };
            for (g, f) in gradient.iter_mut().zip(&sample.features) {
                *g += error * f;
            }
        }
        for ((w, g), p) in weights.iter_mut().zip(gradient).zip(prior) {
            *w += rate * (g + PULL * (p - *w));
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

/// The mean log loss of the samples, those of two questions by their cost.
fn loss(samples: &[&Sample], weights: &Features) -> f64 {
    let of = |s: &&Sample| {
        let p = probability(s, weights).clamp(1e-9, 1.0 - 1e-9);
        if s.same {
            -p.ln()
        } else {
            -COST * (1.0 - p).ln()
        }
    };
    samples.iter().map(of).sum::<f64>() / samples.len().max(1) as f64
}
