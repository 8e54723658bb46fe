//! What a list by hand knows of words that the treebanks may lack: verb, noun, adjective, irregular past or participle.

use std::sync::LazyLock;

use gainsay_table::parts;

use super::words;

/// Slots of the table, some three times its words.
const SLOTS: usize = 1 << 13;
const VERB: u8 = 1;
const NOUN: u8 = 2;
const ADJECTIVE: u8 = 4;
const PAST: u8 = 8;
const PARTICIPLE: u8 = 16;

/// The kinds of a folded form as bits, 0 if the list does not have it.
pub(super) fn kinds(key: u64) -> u8 {
    static TABLE: LazyLock<Vec<(u64, u8)>> = LazyLock::new(table);
    TABLE[slot(&TABLE, key)].1
}

/// The slot of a key, or the free one where it belongs.
fn slot(table: &[(u64, u8)], key: u64) -> usize {
    let mut slot = key as usize % SLOTS;
    while table[slot].1 != 0 && table[slot].0 != key {
        slot = (slot + 1) % SLOTS;
    }
    slot
}

fn table() -> Vec<(u64, u8)> {
    let mut table = vec![(0, 0); SLOTS];
    for (word, kinds) in listed().chain(irregular()) {
        let key = words::key(word);
        let slot = slot(&table, key);
        table[slot] = (key, table[slot].1 | kinds);
    }
    table
}

/// The words of the lexicon.
fn listed() -> impl Iterator<Item = (&'static str, u8)> {
    include_str!("lexicon.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once('\t'))
        .flat_map(|(kinds, words)| parts(words, b' ').map(move |word| (word, bits(kinds))))
}

fn bits(kinds: &str) -> u8 {
    kinds.bytes().fold(0, |bits, kind| match kind {
        b'v' => bits | VERB,
        b'n' => bits | NOUN,
        b'a' => bits | ADJECTIVE,
        _ => bits,
    })
}

/// The forms of the irregular verbs: the first is the past, the last the participle.
fn irregular() -> impl Iterator<Item = (&'static str, u8)> {
    include_str!("../lemmas/irregular.tsv")
        .lines()
        .filter_map(|line| line.split_once('\t'))
        .flat_map(|(_, forms)| {
            [
                (forms.split(' ').next(), PAST),
                (forms.split(' ').next_back(), PARTICIPLE),
            ]
        })
        .filter_map(|(form, kind)| Some((form?, kind)))
}
