//! Builds the lemmatizer's tables: the lemmas of the treebanks (bases), and the forms that the rules get wrong with them.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fmt::Write;
use std::fs;

use gainsay_syntax::lemmas::rules;
use gainsay_syntax::{Upos, Xpos};

use crate::conllu::{self, Tree};

/// How often each lemma was given to a form with these tags.
type Counts = BTreeMap<(String, Upos, Xpos), BTreeMap<String, usize>>;

/// The first lines of both tables.
const SOURCE: &str =
    "# source: UD English EWT and GUM, see ATTRIBUTION.md; licence: CC BY-SA 4.0\n";

/// `lemmas FOLDER TRAIN...`: writes `lemmas.tsv` and `bases.tsv` to the folder.
pub(crate) fn command(arguments: &[String]) -> Result<(), Box<dyn Error>> {
    let [folder, files @ ..] = arguments else {
        return Err("usage: gainsay-train lemmas FOLDER TRAIN.conllu...".into());
    };
    let trees = conllu::read_all(files)?;
    let bases = bases(&trees);
    let exceptions = exceptions(&trees, &bases);
    let mut table = SOURCE.to_owned();
    for ((form, upos, xpos), lemma) in &exceptions {
        writeln!(table, "{form}\t{upos}\t{xpos}\t{lemma}")?;
    }
    let list: String = bases
        .iter()
        .flat_map(|base| [base.as_str(), "\n"])
        .collect();
    for (name, content) in [
        ("lemmas.tsv", table),
        ("bases.tsv", SOURCE.to_owned() + &list),
    ] {
        let path = format!("{folder}/{name}");
        fs::write(&path, &content).map_err(|e| format!("cannot write {path}: {e}"))?;
        println!(
            "{path}: {} lines, {} bytes",
            content.lines().count(),
            content.len()
        );
    }
    Ok(())
}

/// Lemmas of verbs, nouns and adjectives that decide whether an "e" was swallowed or a capital is only the sentence's.
fn bases(trees: &[Tree]) -> BTreeSet<String> {
    trees
        .iter()
        .flat_map(|tree| &tree.words)
        .filter(|w| matches!(w.upos, Upos::Verb | Upos::Noun | Upos::Adj | Upos::Adv))
        .map(|w| &w.lemma)
        .filter(|lemma| lemma.len() > 2 && lemma.bytes().all(|b| b.is_ascii_lowercase()))
        .cloned()
        .collect()
}

/// Forms whose usual lemma is not the rule's: lower-case forms first, then those whose case makes a difference.
fn exceptions(trees: &[Tree], bases: &BTreeSet<String>) -> BTreeMap<(String, Upos, Xpos), String> {
    let (mut folded, mut exact) = (Counts::new(), Counts::new());
    for word in trees
        .iter()
        .flat_map(|tree| &tree.words)
        .filter(|w| w.lemma != "_" && w.xpos != Xpos::Gw)
    {
        for (counts, form) in [
            (&mut folded, word.form.to_lowercase()),
            (&mut exact, word.form.clone()),
        ] {
            *counts
                .entry((form, word.upos, word.xpos))
                .or_default()
                .entry(word.lemma.clone())
                .or_default() += 1;
        }
    }
    let by_rule =
        |form: &str, upos, xpos| rules::lemma(form, upos, xpos, |base| bases.contains(base));
    let mut exceptions = BTreeMap::new();
    for ((form, upos, xpos), lemmas) in &folded {
        let key = (form.clone(), *upos, *xpos);
        let written_so = exact.get(&key);
        let lemma = usual(written_so.unwrap_or(lemmas));
        let same_in_capitals =
            !matches!(upos, Upos::Propn | Upos::X | Upos::Sym) && lemma == lemma.to_lowercase();
        if (written_so.is_some() || same_in_capitals) && by_rule(form, *upos, *xpos) != lemma {
            exceptions.insert(key, lemma);
        }
    }
    for ((form, upos, xpos), lemmas) in exact {
        let (lower, lemma) = (form.to_lowercase(), usual(&lemmas));
        let otherwise = exceptions.get(&(lower.clone(), upos, xpos)).cloned();
        if lower != form && otherwise.unwrap_or_else(|| by_rule(&form, upos, xpos)) != lemma {
            exceptions.insert((form, upos, xpos), lemma);
        }
    }
    exceptions
}

/// The most frequent lemma, the first of equals in the alphabet.
fn usual(lemmas: &BTreeMap<String, usize>) -> String {
    let most = lemmas.values().copied().max().unwrap_or(0);
    lemmas
        .iter()
        .find(|&(_, &count)| count == most)
        .map(|(lemma, _)| lemma.clone())
        .unwrap_or_default()
}
