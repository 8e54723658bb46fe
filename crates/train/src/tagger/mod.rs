//! Trains the tagger: its labels and dictionary from counts, its weights by gradients, its file from both.

mod learn;
mod lexicon;
mod pack;

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;

use gainsay_syntax::tagger::model::Model;
use gainsay_syntax::tagger::{Memory, tag_with};
use gainsay_syntax::{Upos, Xpos, lemma};

use crate::conllu::{self, Tree, Word};
use learn::Effort;

/// What the embedded model is worth.
const EFFORT: Effort = Effort {
    orders: 2,
    rounds: 5,
};
/// What each of the models that only tag the parser's training data is worth.
const FOLD_EFFORT: Effort = Effort {
    orders: 1,
    rounds: 6,
};
/// Mean weights below this are dropped from the file.
const LEAST_WEIGHT: f32 = 0.07;
/// Occurrences that a joint label needs.
const LEAST_LABEL: usize = 3;

/// The joint labels, most frequent first.
#[derive(Clone, Debug, Default)]
pub(crate) struct Labels {
    tags: Vec<(Upos, Xpos)>,
}

impl Labels {
    /// The labels of the trees.
    fn collect(trees: &[&Tree]) -> Self {
        let mut counts: BTreeMap<(Upos, Xpos), usize> = BTreeMap::new();
        for word in trees.iter().flat_map(|tree| &tree.words) {
            *counts.entry((word.upos, word.xpos)).or_default() += 1;
        }
        let mut ranked: Vec<_> = counts
            .into_iter()
            .filter(|&(_, count)| count >= LEAST_LABEL)
            .collect();
        ranked.sort_by_key(|&(tags, count)| (std::cmp::Reverse(count), tags));
        Self {
            tags: ranked.into_iter().map(|(tags, _)| tags).take(120).collect(),
        }
    }

    /// The tags, in label order.
    pub(crate) fn tags(&self) -> &[(Upos, Xpos)] {
        &self.tags
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.tags.len()
    }

    /// The label of a word of a treebank, if it is not too rare for one.
    pub(crate) fn of(&self, word: &Word) -> Option<u8> {
        self.tags
            .iter()
            .position(|&tags| tags == (word.upos, word.xpos))
            .map(|label| label as u8)
    }
}

/// The bytes of a tagger learned from the trees.
pub(crate) fn train(trees: &[&Tree], effort: Effort) -> Vec<u8> {
    let labels = Labels::collect(trees);
    let lexicon = lexicon::build(trees, &labels);
    let weights = learn::learn(trees, &labels, &lexicon, effort);
    pack::pack(&weights, &labels, &lexicon, LEAST_WEIGHT)
}

/// The tags of every word, each tree tagged by a model that learned from the other folds: what a parser meets when it
/// runs on new text.
pub(crate) fn jackknife(trees: &[Tree], folds: usize) -> Vec<Vec<(Upos, Xpos)>> {
    let mut tags = vec![Vec::new(); trees.len()];
    for fold in 0..folds {
        let others: Vec<&Tree> = trees
            .iter()
            .enumerate()
            .filter(|(i, _)| i % folds != fold)
            .map(|(_, t)| t)
            .collect();
        let bytes = train(&others, FOLD_EFFORT);
        let model = Model::new(&bytes).expect("the packer writes what the model reads");
        let mut memory = Memory::default();
        for i in (fold..trees.len()).step_by(folds) {
            let forms = trees[i].words.iter().map(|w| w.form.as_str());
            tags[i] = tag_with(&model, &mut memory, forms);
        }
    }
    tags
}

/// `tagger OUT DEV TRAIN...`: trains on the files, writes the model and prints its accuracy on DEV.
pub(crate) fn command(arguments: &[String]) -> Result<(), Box<dyn Error>> {
    let [out, dev, train_files @ ..] = arguments else {
        return Err("usage: gainsay-train tagger OUT.bin DEV.conllu TRAIN.conllu...".into());
    };
    let trees = conllu::read_all(train_files)?;
    let bytes = train(&trees.iter().collect::<Vec<_>>(), EFFORT);
    fs::write(out, &bytes).map_err(|e| format!("cannot write {out}: {e}"))?;
    println!("{out}: {} bytes", bytes.len());
    let model = Model::new(&bytes).ok_or("the packed model does not read back")?;
    score(&model, &conllu::read_all(&[dev])?);
    Ok(())
}

/// Prints the share of right tags and lemmas.
fn score(model: &Model, trees: &[Tree]) {
    let start = std::time::Instant::now();
    let mut memory = Memory::default();
    let tagged: Vec<_> = trees
        .iter()
        .map(|tree| {
            let forms = tree.words.iter().map(|w| w.form.as_str());
            tag_with(model, &mut memory, forms)
        })
        .collect();
    let seconds = start.elapsed().as_secs_f64();
    let words: Vec<(&Word, (Upos, Xpos))> = trees
        .iter()
        .flat_map(|t| &t.words)
        .zip(tagged.into_iter().flatten())
        .collect();
    let share = |right: &dyn Fn(&Word, (Upos, Xpos)) -> bool| {
        let count = words
            .iter()
            .filter(|(word, tags)| right(word, *tags))
            .count();
        100.0 * count as f64 / words.len().max(1) as f64
    };
    println!(
        "UPOS {:.2} XPOS {:.2} LEMMA {:.2} (gold tags {:.2}) tokens/s {:.0}",
        share(&|word, tags| word.upos == tags.0),
        share(&|word, tags| word.xpos == tags.1),
        share(&|word, tags| word.lemma == lemma(&word.form, tags.0, tags.1)),
        share(&|word, _| word.lemma == lemma(&word.form, word.upos, word.xpos)),
        words.len() as f64 / seconds
    );
}
