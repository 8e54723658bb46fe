//! Reads `WordNet` 3.0: the parts of speech of its words, and the names among them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use gainsay_syntax::tagger::vocabulary::{ADJECTIVE, ADVERB, NAME, NOUN, ONLY_NAME, VERB};
use gainsay_syntax::tagger::words;

/// The parts of speech and the endings of their files.
const PARTS: [(&str, u8); 4] = [
    ("noun", NOUN),
    ("verb", VERB),
    ("adj", ADJECTIVE),
    ("adv", ADVERB),
];

/// The kinds of all words, as bits.
pub(super) fn kinds(folder: &str) -> Result<BTreeMap<u64, u8>, String> {
    let mut kinds: BTreeMap<u64, u8> = BTreeMap::new();
    for (part, bit) in PARTS {
        for line in rows(folder, &format!("index.{part}"))? {
            let word = line.split(' ').next().unwrap_or_default();
            if !word.contains(['_', '.']) {
                *kinds.entry(words::key(word)).or_default() |= bit;
            }
        }
    }
    let (names, plain) = names(folder)?;
    for &key in &names {
        let only = if plain.contains(&key) { 0 } else { ONLY_NAME };
        *kinds.entry(key).or_default() |= NAME | only;
    }
    Ok(kinds)
}

/// Words of nouns that have a capital, and nouns of one word that have none.
fn names(folder: &str) -> Result<(BTreeSet<u64>, BTreeSet<u64>), String> {
    let (mut names, mut plain) = (BTreeSet::new(), BTreeSet::new());
    for line in rows(folder, "data.noun")? {
        let columns: Vec<&str> = line.split(' ').collect();
        let count = columns
            .get(3)
            .and_then(|c| usize::from_str_radix(c, 16).ok());
        let nouns = columns
            .iter()
            .skip(4)
            .step_by(2)
            .take(count.unwrap_or_default());
        for noun in nouns {
            for word in noun.split('_') {
                if word.starts_with(char::is_uppercase) {
                    names.insert(words::key(word));
                } else if word.len() == noun.len() {
                    plain.insert(words::key(word));
                }
            }
        }
    }
    Ok((names, plain))
}

/// The lines of a file of `WordNet` without its licence.
fn rows(folder: &str, name: &str) -> Result<Vec<String>, String> {
    let path = format!("{folder}/{name}");
    let bytes = fs::read(&path).map_err(|e| format!("cannot read {path}: {e}"))?;
    let text = String::from_utf8_lossy(&bytes);
    let rows = text.lines().filter(|line| !line.starts_with(' '));
    Ok(rows.map(str::to_owned).collect())
}
