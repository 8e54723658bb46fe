//! Words of the built-in tables: they live as long as the program, also when they come back from a file.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use serde::de::{Deserialize, Deserializer};
use serde::ser::Serializer;

/// A word of a built-in table.
pub type Word = &'static str;

pub(crate) fn serialize<S: Serializer>(word: &str, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(word)
}

pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Word, D::Error> {
    Ok(kept(String::deserialize(from)?))
}

/// The one copy of a word that stays; the tables hold but some hundred.
fn kept(word: String) -> Word {
    static WORDS: Mutex<BTreeSet<Word>> = Mutex::new(BTreeSet::new());
    let mut words = WORDS.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = words.get(word.as_str()) {
        return known;
    }
    let word: Word = word.leak();
    words.insert(word);
    word
}
