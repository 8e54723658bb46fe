//! Event classes: the words that say the same kind of thing happened, read from `classes.tsv`.

use std::sync::LazyLock;

use rustc_hash::{FxBuildHasher, FxHashMap};

use crate::lexicon::{add, rows};

/// Index of a class in the lexicon.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
pub struct Class(u16);

/// A class as the lexicon describes it.
#[derive(Debug)]
struct Entry {
    name: &'static str,
    marks: Vec<&'static str>,
}

/// A word that can name an event of a class.
#[derive(Clone, Copy, Debug)]
pub struct Sense {
    /// The class it names.
    pub class: Class,
    /// Words that must stand beside it ("set off" needs "off"); empty for a word that needs none.
    pub beside: &'static [&'static str],
    /// For a verb: its subject undergoes the event. For a noun: it names the one who undergoes it.
    pub undergoes: bool,
}

struct Lexicon {
    entries: Vec<Entry>,
    verbs: FxHashMap<&'static str, Vec<Sense>>,
    nouns: FxHashMap<&'static str, Vec<Sense>>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut lexicon = Lexicon {
        entries: Vec::new(),
        verbs: FxHashMap::with_capacity_and_hasher(600, FxBuildHasher),
        nouns: FxHashMap::with_capacity_and_hasher(440, FxBuildHasher),
    };
    for [name, verbs, nouns, marks] in rows(include_str!("classes.tsv")) {
        let class = Class(lexicon.entries.len() as u16);
        lexicon.entries.push(Entry {
            name,
            marks: marks.split(' ').collect(),
        });
        add_senses(&mut lexicon.verbs, class, verbs);
        add_senses(&mut lexicon.nouns, class, nouns);
    }
    lexicon
});

/// Reads `gun+down die^` into senses under their first word.
fn add_senses(table: &mut FxHashMap<&'static str, Vec<Sense>>, class: Class, words: &'static str) {
    for word in words.split(' ').filter(|w| !w.is_empty()) {
        let bare = word.trim_end_matches('^');
        let mut parts = bare.split('+');
        let Some(head) = parts.next() else { continue };
        let beside: &'static [&'static str] = Vec::leak(parts.collect());
        let undergoes = bare.len() < word.len();
        let sense = Sense {
            class,
            beside,
            undergoes,
        };
        add(table, head, sense);
    }
}

impl Class {
    /// Its name in the lexicon.
    pub fn name(self) -> &'static str {
        LEXICON.entries[self.0 as usize].name
    }

    /// The class of that name.
    pub fn named(name: &str) -> Option<Self> {
        LEXICON
            .entries
            .iter()
            .position(|e| e.name == name)
            .map(|i| Self(i as u16))
    }

    fn has(self, mark: &str) -> bool {
        LEXICON.entries[self.0 as usize].marks.contains(&mark)
    }

    /// Whether the same thing undergoes such an event only once (one dies once; a meeting can recur).
    pub fn is_once(self) -> bool {
        self.has("once")
    }

    /// Whether it is a step that is announced before it is taken: what is planned in one account is done in a later one.
    pub fn is_step(self) -> bool {
        self.has("step")
    }

    /// Whether those who undergo such events are counted, and the count grows while the news comes in.
    pub fn is_toll(self) -> bool {
        self.has("toll")
    }

    /// Whether one doer does it: who buys a house is asked for, who attends a meeting is not.
    pub fn has_one_doer(self) -> bool {
        self.has("doer")
    }

    /// Whether it only says that something came about, went on or was over.
    pub fn only_carries(self) -> bool {
        self.has("carrier")
    }
}

/// The senses of a verb lemma whose companions are all among the words beside it; those that need the most
/// companions win, so that "set off" is no "set".
pub fn of_verb(lemma: &str, beside: &[&str]) -> Vec<Sense> {
    best(LEXICON.verbs.get(lemma), beside)
}

/// The senses of a noun lemma, as for verbs.
pub fn of_noun(lemma: &str, beside: &[&str]) -> Vec<Sense> {
    best(LEXICON.nouns.get(lemma), beside)
}

fn best(senses: Option<&Vec<Sense>>, beside: &[&str]) -> Vec<Sense> {
    let fitting: Vec<Sense> = senses
        .into_iter()
        .flatten()
        .filter(|s| s.beside.iter().all(|w| beside.contains(w)))
        .copied()
        .collect();
    let most = fitting.iter().map(|s| s.beside.len()).max().unwrap_or(0);
    fitting
        .into_iter()
        .filter(|s| s.beside.len() == most)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn classes(lemma: &str, beside: &[&str]) -> Vec<&'static str> {
        of_verb(lemma, beside)
            .into_iter()
            .map(|s| s.class.name())
            .collect()
    }

    #[test]
    fn a_particle_chooses_the_class() {
        assert_eq!(classes("set", &["off"]), ["departure"]);
        assert_eq!(classes("shoot", &["dead"]), ["death"]);
        assert_eq!(classes("shoot", &[]), ["shooting"]);
        assert!(classes("set", &[]).is_empty());
    }
}
