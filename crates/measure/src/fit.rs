//! Fits the weights of the question model: a logistic regression for each attribute, drawn towards the weights that
//! the table holds, so that an attribute with few samples keeps what it had.

use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;

use gainsay::facts::features::{Features, NAMES};

use crate::learn::{self, Sample};
use crate::stories;

/// How strongly weights are drawn towards their prior.
const PULL: f64 = 6.0;
const STEPS: usize = 1500;

/// `weights TABLE.tsv ROOT…`: fits on all stories below the roots, from the weights in the table, and rewrites it.
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
    let (n, same) = (samples.len(), samples.iter().filter(|s| s.same).count());
    println!("{n} pairs, {same} of one question");
    let mut columns = read_table(&std::fs::read_to_string(out)?)?;
    let all: Vec<&Sample> = samples.iter().collect();
    for (name, weights) in &mut columns {
        let own = of_column(&all, name);
        let before = loss(&own, weights);
        *weights = fit(&own, weights);
        println!(
            "{name}: {} pairs, log loss {before:.3} -> {:.3}",
            own.len(),
            loss(&own, weights)
        );
    }
    std::fs::write(out, table(&columns))?;
    Ok(())
}

/// The table that is fitted on those samples from the weights of another.
pub(crate) fn fitted(prior: &str, samples: &[&Sample]) -> Result<String, Box<dyn Error>> {
    let mut columns = read_table(prior)?;
    for (name, weights) in &mut columns {
        *weights = fit(&of_column(samples, name), weights);
    }
    Ok(table(&columns))
}

/// The samples that teach a column: all of them the column of what has none.
fn of_column<'a>(samples: &[&'a Sample], column: &str) -> Vec<&'a Sample> {
    let own = |sample: &&&Sample| column == "*" || sample.attribute == column;
    samples.iter().filter(own).copied().collect()
}

/// The columns of a weights table, in their order.
fn read_table(text: &str) -> Result<Vec<(String, Features)>, Box<dyn Error>> {
    let mut lines = text.lines().skip_while(|l| !l.starts_with("# feature"));
    let header = lines
        .next()
        .ok_or("no header line in the weights: start from the table in src/facts")?;
    let mut columns: Vec<(String, Features)> = header
        .split('\t')
        .skip(1)
        .map(|c| (c.to_owned(), [0.0; NAMES.len()]))
        .collect();
    for line in lines {
        let mut cells = line.split('\t');
        let row = cells
            .next()
            .and_then(|name| NAMES.iter().position(|n| *n == name))
            .ok_or("an unknown feature in the weights")?;
        for ((_, weights), cell) in columns.iter_mut().zip(cells) {
            weights[row] = cell.parse()?;
        }
    }
    Ok(columns)
}

/// Gradient descent on the log loss of the samples, plus the squared distance from `prior`.
fn fit(samples: &[&Sample], prior: &Features) -> Features {
    let mut weights = *prior;
    let rate = 1.0 / (samples.len() as f64 / 4.0 + PULL);
    for _ in 0..STEPS {
        let mut gradient = [0.0; NAMES.len()];
        for sample in samples {
            let error = f64::from(u8::from(sample.same)) - probability(sample, &weights);
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

fn loss(samples: &[&Sample], weights: &Features) -> f64 {
    let of = |s: &&Sample| {
        let p = probability(s, weights).clamp(1e-9, 1.0 - 1e-9);
        if s.same { -p.ln() } else { -(1.0 - p).ln() }
    };
    samples.iter().map(of).sum::<f64>() / samples.len().max(1) as f64
}

fn table(columns: &[(String, Features)]) -> String {
    let mut out = String::from(
        "# Weights of the question model by attribute: what makes two claims answers to one question.\n\
         # source: fitted by `gainsay-measure weights`; licence: MIT OR Apache-2.0\n# feature",
    );
    for (name, _) in columns {
        let _ = write!(out, "\t{name}");
    }
    out.push('\n');
    for (row, name) in NAMES.iter().enumerate() {
        out += name;
        for (_, weights) in columns {
            let _ = write!(out, "\t{:.2}", weights[row]);
        }
        out.push('\n');
    }
    out
}
