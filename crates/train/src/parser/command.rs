//! `parser TREEBANKS OUT.bin`: trains on EWT and GUM with the tags that a tagger gives to text it was not trained on.

use std::{error::Error, fs};

use gainsay_syntax::{Upos, Xpos, parser::model::Model, tag};

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
    let tags = jackknifed(&training);
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
    Model::read(&bytes).ok_or_else(|| format!("{path} is no model of this version"))
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

/// Jackknifed tags; a file named by `GAINSAY_TAGS` keeps them from one experiment to the next.
fn jackknifed(trees: &[Tree]) -> Vec<Vec<(Upos, Xpos)>> {
    let Ok(path) = std::env::var("GAINSAY_TAGS") else {
        return tagger::jackknife(trees, FOLDS);
    };
    if let Ok(bytes) = fs::read(&path) {
        let mut pairs = bytes
            .chunks_exact(2)
            .map(|pair| (Upos::ALL[pair[0] as usize], Xpos::ALL[pair[1] as usize]));
        return trees
            .iter()
            .map(|tree| pairs.by_ref().take(tree.words.len()).collect())
            .collect();
    }
    let tags = tagger::jackknife(trees, FOLDS);
    let bytes: Vec<u8> = tags
        .iter()
        .flatten()
        .flat_map(|&(u, x)| [u as u8, x as u8])
        .collect();
    fs::write(path, bytes).ok();
    tags
}
