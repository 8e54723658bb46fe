//! The tagger's dictionary: which tags a word usually has, as a number for each set of tags that occurs.

use std::collections::{BTreeMap, HashMap};

use gainsay_syntax::tagger::model::MANY;
use gainsay_syntax::tagger::words;

use crate::conllu::Tree;
use crate::tagger::Labels;

/// Occurrences that a word needs to be in the dictionary.
const LEAST: usize = 5;
/// Occurrences that a word with one tag needs for that tag to be taken without scoring.
const CERTAIN: usize = 100;
/// Share of a word's occurrences below which a tag is no usual one.
const RARE: f64 = 0.02;
/// Classes that the file has room for.
const MOST_CLASSES: usize = 4095;

/// The dictionary and, for each class, its only label or [`MANY`].
#[derive(Clone, Debug, Default)]
pub(crate) struct Lexicon {
    pub(crate) classes: HashMap<u64, u16>,
    pub(crate) only: Vec<u8>,
}

impl Lexicon {
    /// The class of a folded form, 0 if it is not in the dictionary.
    pub(crate) fn class(&self, key: u64) -> u16 {
        self.classes.get(&key).copied().unwrap_or(0)
    }
}

/// Counts the words of the trees.
pub(crate) fn build(trees: &[&Tree], labels: &Labels) -> Lexicon {
    let mut counts: BTreeMap<u64, BTreeMap<u8, usize>> = BTreeMap::new();
    for word in trees.iter().flat_map(|tree| &tree.words) {
        if let Some(label) = labels.of(word) {
            *counts
                .entry(words::key(&word.form))
                .or_default()
                .entry(label)
                .or_default() += 1;
        }
    }
    let sets: Vec<(u64, Vec<u8>)> = counts
        .into_iter()
        .filter(|(_, tags)| tags.values().sum::<usize>() >= LEAST)
        .map(|(key, tags)| (key, usual(&tags)))
        .collect();
    number(&sets)
}

/// The usual tags, the most frequent first; a lone certain one is marked by its repetition.
fn usual(tags: &BTreeMap<u8, usize>) -> Vec<u8> {
    let all: usize = tags.values().sum();
    let mut ranked: Vec<(u8, usize)> = tags.iter().map(|(&tag, &count)| (tag, count)).collect();
    ranked.sort_by_key(|&(tag, count)| (std::cmp::Reverse(count), tag));
    ranked.retain(|&(_, count)| count as f64 >= RARE * all as f64);
    let mut set: Vec<u8> = ranked.into_iter().map(|(tag, _)| tag).collect();
    if tags.len() == 1 && all >= CERTAIN {
        set.push(set[0]);
    }
    set
}

/// Numbers the sets, the most frequent first; sets beyond the room keep their first tag only.
fn number(sets: &[(u64, Vec<u8>)]) -> Lexicon {
    let mut frequency: BTreeMap<&[u8], usize> = BTreeMap::new();
    for (_, set) in sets {
        *frequency.entry(set).or_default() += 1;
        *frequency.entry(&set[..1]).or_default() += 1;
    }
    let mut ranked: Vec<(&[u8], usize)> = frequency.into_iter().collect();
    ranked.sort_by_key(|&(set, count)| (std::cmp::Reverse(count), set));
    ranked.truncate(MOST_CLASSES);
    let numbers: HashMap<&[u8], u16> = ranked
        .iter()
        .zip(1..)
        .map(|(&(set, _), n)| (set, n))
        .collect();
    let mut only = vec![MANY];
    only.extend(
        ranked
            .iter()
            .map(|(set, _)| if certain(set) { set[0] } else { MANY }),
    );
    let classes = sets
        .iter()
        .filter_map(|(key, set)| {
            Some((
                *key,
                *numbers
                    .get(set.as_slice())
                    .or_else(|| numbers.get(&set[..1]))?,
            ))
        })
        .collect();
    Lexicon { classes, only }
}

/// Whether the set is one tag that was marked as certain.
fn certain(set: &[u8]) -> bool {
    set.len() == 2 && set[0] == set[1]
}
