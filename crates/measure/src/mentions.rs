//! Holds the recognizers of times and quantities against annotated text, by the measures of `TempEval-3` (`UzZaman` et
//! al., 2013) and `NewsQuant` (Almasian et al., 2023): what overlaps meets, and counts for the value F1 if it says the same.

use std::error::Error;
use std::path::Path;

use gainsay::article::Article;
use gainsay::document::analyze;
use gainsay::values::quantity::Quantity;
use gainsay::values::{self, Mention, Mentions};
use gainsay::{Span, read};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::floors;

/// The times of one article: a line of `times.jsonl`.
#[derive(Deserialize)]
struct Dated {
    /// The article's file, from the folder of the annotation.
    file: String,
    /// The day on which it was written.
    date: String,
    times: Vec<Timed>,
}

/// A time as a person reads it.
#[derive(Deserialize)]
struct Timed {
    /// Where it begins in the file, in bytes.
    start: usize,
    quote: String,
    /// TIMEX3's value.
    value: String,
}

/// The quantities of one sentence: a line of `quantities.jsonl`.
#[derive(Deserialize)]
struct Counted {
    text: String,
    /// The number, or both ends of a range, of each.
    quantities: Vec<Vec<f64>>,
}

/// How many were annotated and found, how many of them meet, and how many say the same.
#[derive(Debug, Default)]
struct Tally {
    annotated: usize,
    found: usize,
    met: usize,
    right: usize,
    /// The others, a line each.
    misread: Vec<String>,
}

impl Tally {
    /// The harmonic mean of precision and recall, where `good` of those found are good.
    fn f1(&self, good: usize) -> f64 {
        2.0 * good as f64 / (self.annotated + self.found).max(1) as f64
    }
}

/// `values [--floors FILE] FOLDER`: the scores of what the folder annotates; fails below the floors.
pub(crate) fn command(arguments: &[String]) -> Result<(), Box<dyn Error>> {
    let (floors, rest) = floors::given(arguments)?;
    let [folder] = rest else {
        return Err("usage: values [--floors FILE] FOLDER".into());
    };
    for (kind, tally) in read_all(Path::new(folder))? {
        let (met, right) = (tally.f1(tally.met), tally.f1(tally.right));
        println!(
            "{kind:10} annotated {}, found {}  relaxed F1 {met:.3}  value F1 {right:.3}",
            tally.annotated, tally.found
        );
        floors.hold(kind, &[("relaxed", met), ("value", right)])?;
    }
    Ok(())
}

/// `misread FOLDER`: a line for each time or quantity that is not read as it is annotated.
pub(crate) fn misread(arguments: &[String]) -> Result<(), Box<dyn Error>> {
    let [folder] = arguments else {
        return Err("usage: misread FOLDER".into());
    };
    for (_, tally) in read_all(Path::new(folder))? {
        for line in tally.misread {
            println!("{line}");
        }
    }
    Ok(())
}

fn read_all(folder: &Path) -> Result<[(&'static str, Tally); 2], Box<dyn Error>> {
    let [mut times, mut quantities] = [Tally::default(), Tally::default()];
    for row in rows::<Dated>(&folder.join("times.jsonl"))? {
        read_times(folder, &row, &mut times)?;
    }
    for row in rows::<Counted>(&folder.join("quantities.jsonl"))? {
        read_quantities(&row, &mut quantities);
    }
    Ok([("times", times), ("quantities", quantities)])
}

fn rows<T: DeserializeOwned>(file: &Path) -> Result<Vec<T>, Box<dyn Error>> {
    let text = std::fs::read_to_string(file).map_err(|e| format!("{}: {e}", file.display()))?;
    let row = |(number, line): (usize, &str)| {
        let problem = |e| format!("{}, line {}: {e}", file.display(), number + 1).into();
        serde_json::from_str(line).map_err(problem)
    };
    text.lines().enumerate().map(row).collect()
}

fn mentions(article: &Article) -> Mentions {
    values::recognize(article, &analyze(article))
}

fn read_times(folder: &Path, row: &Dated, tally: &mut Tally) -> Result<(), Box<dyn Error>> {
    let path = folder.join(&row.file);
    let bytes = std::fs::read(&path).map_err(|e| format!("{}: {e}", path.display()))?;
    for mut article in read::read(&bytes, &row.file, None)? {
        article.date = Some(row.date.parse()?);
        let mut times = mentions(&article).times;
        times.extend(values::posted(&article));
        let found = times.iter().map(|time| {
            let value = time.value.timex.value.as_str();
            (article.place(time.span).span, value)
        });
        let mut found: Vec<(Span, &str)> = found.collect();
        tally.annotated += row.times.len();
        tally.found += found.len();
        for time in &row.times {
            let met = met(&found, time).map(|at| found.remove(at).1);
            tally.met += usize::from(met.is_some());
            tally.right += usize::from(met == Some(&time.value));
            if met != Some(&time.value) {
                let (quote, value) = (&time.quote, &time.value);
                let read = met.unwrap_or("nothing");
                let line = format!("{}: “{quote}” = {value}, read as {read}", row.file);
                tally.misread.push(line);
            }
        }
    }
    Ok(())
}

/// Which of those found shares most with an annotated time.
fn met(found: &[(Span, &str)], time: &Timed) -> Option<usize> {
    let span = Span::new(time.start, time.start + time.quote.len());
    let shared = |at: &usize| {
        let other = found[*at].0;
        other
            .end
            .min(span.end)
            .saturating_sub(other.start.max(span.start))
    };
    let best = (0..found.len()).max_by_key(shared)?;
    (shared(&best) > 0).then_some(best)
}

fn read_quantities(row: &Counted, tally: &mut Tally) {
    let article = Article::plain("sentence", &row.text);
    let quantities = mentions(&article).quantities;
    let ends = |m: &Mention<Quantity>| {
        let mut ends: Vec<f64> = [m.value.least(), m.value.most()]
            .into_iter()
            .flatten()
            .collect();
        ends.dedup();
        ends
    };
    let mut found: Vec<Vec<f64>> = quantities.iter().map(ends).collect();
    tally.annotated += row.quantities.len();
    tally.found += found.len();
    for values in &row.quantities {
        if let Some(at) = found.iter().position(|ends| is_same(ends, values)) {
            found.remove(at);
            (tally.met, tally.right) = (tally.met + 1, tally.right + 1);
        } else {
            let line = format!("{}: {values:?}", row.text);
            tally.misread.push(line);
        }
    }
}

fn is_same(one: &[f64], other: &[f64]) -> bool {
    let close = |(a, b): (&f64, &f64)| (a - b).abs() <= 1e-5 * a.abs().max(b.abs());
    one.len() == other.len() && one.iter().zip(other).all(close)
}
