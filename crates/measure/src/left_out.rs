//! What the question model is worth on a story that it has not learned from: each story is scored with weights that are
//! fitted on all others, from a table that was set by hand.

use std::error::Error;
use std::path::Path;

use gainsay::Options;
use gainsay::facts::Weights;

use crate::fit;
use crate::learn::{self, Sample};
use crate::score::{self, Score};
use crate::stories;

/// `leave-one-out PRIOR.tsv ROOT [ROOT…]`: scores the stories of the first root, fitting on those of all others, too; last
/// stands what weights reach that are fitted on every story.
pub(crate) fn command(arguments: &[String]) -> Result<(), Box<dyn Error>> {
    let [prior, asked, more @ ..] = arguments else {
        return Err("usage: leave-one-out PRIOR.tsv ROOT [ROOT…]".into());
    };
    let prior = Weights::read(&std::fs::read_to_string(prior)?)?;
    let asked = stories::find(Path::new(asked))?;
    let mut samples: Vec<Vec<Sample>> = asked.iter().map(learn::samples).collect();
    for root in more {
        samples.extend(stories::find(Path::new(root))?.iter().map(learn::samples));
    }
    let learned = options(&prior, &samples, None);
    let (mut without, mut with) = (Score::default(), Score::default());
    for (i, story) in asked.iter().enumerate() {
        let score = score::score(story, &options(&prior, &samples, Some(i)));
        score::print(&story.name, &score);
        without.add(&score);
        with.add(&score::score(story, &learned));
    }
    score::print("TOTAL", &without);
    score::print("NONE LEFT OUT", &with);
    Ok(())
}

/// A comparison by weights that are fitted on the samples of all stories but one.
fn options(prior: &Weights, samples: &[Vec<Sample>], left_out: Option<usize>) -> Options {
    let taught = samples.iter().enumerate();
    let taught = taught.filter(|&(i, _)| Some(i) != left_out);
    let taught: Vec<&Sample> = taught.flat_map(|(_, samples)| samples).collect();
    Options {
        weights: fit::fitted(prior, &taught),
        ..Options::default()
    }
}
