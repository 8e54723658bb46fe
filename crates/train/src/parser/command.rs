//! `parser TREEBANKS OUT.bin`: trains on EWT and GUM with the tags that a tagger gives to text it was not trained on.

use std::{error::Error, fs};

use gainsay_syntax::{parser::model::Model, tag};

use super::{Course, Settings, Tagged, train};
use crate::{
    conllu::{self, Tree},
    tagger,
};

/// Parts into which the training trees are cut to tag each by a model of the others.
const FOLDS: usize = 8;

/// Runs the command.
pub(crate) fn run(arguments: &[String]) -> Result<(), Box<dyn Error>> {
    let [folder, output, settings @ ..] = arguments else {
        return Err("usage: gainsay-train parser TREEBANKS OUT.bin [NAME=VALUE...]".into());
    };
    let mut chosen = Settings::default();
    let mut teachers = Vec::new();
    for setting in settings {
        match setting.strip_prefix("teacher=") {
            Some(path) => teachers.push(read_model(path)?),
            None => chosen.set(setting)?,
        }
    }
    let file = |name: &str| format!("{folder}/{name}.conllu");
    let training = conllu::read_all(&[file("en_ewt-ud-train"), file("gum-free-train")])?;
    let ewt = conllu::read_all(&[file("en_ewt-ud-dev")])?;
    let gum = conllu::read_all(&[file("gum-free-dev")])?;
    let tags = tagger::jackknife(&training, FOLDS);
    let course = Course {
        training: training.iter().zip(tags).collect(),
        dev: vec![("EWT", tagged(&ewt)), ("GUM", tagged(&gum))],
        teachers,
    };
    let mut written = Ok(());
    train(&course, chosen, |bytes| written = fs::write(output, bytes));
    written.map_err(|e| format!("cannot write {output}: {e}"))?;
    Ok(())
}

fn read_model(path: &str) -> Result<Model, String> {
    let bytes = fs::read(path).map_err(|e| format!("cannot read {path}: {e}"))?;
    Model::read(bytes).ok_or_else(|| format!("{path} is no model of this version"))
}

/// The trees with the tags of the embedded tagger.
fn tagged(trees: &[Tree]) -> Vec<Tagged<'_>> {
    trees
        .iter()
        .map(|tree| {
            let (text, spans) = tree.spaced();
            (tree, tag(&text, &spans))
        })
        .collect()
}
