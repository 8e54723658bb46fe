//! Builds the tagger's vocabulary: what `WordNet` knows of words.

mod wordnet;

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;

use gainsay_syntax::tagger::vocabulary::{SLOTS, check, home};

/// `vocabulary WORDNET OUT`: reads the folder of `WordNet`'s files and writes the table.
pub(crate) fn command(arguments: &[String]) -> Result<(), Box<dyn Error>> {
    let [folder, out] = arguments else {
        return Err("usage: gainsay-train vocabulary WORDNET OUT.bin".into());
    };
    let kinds = wordnet::kinds(folder)?;
    fs::write(out, table(&kinds)?).map_err(|e| format!("cannot write {out}: {e}"))?;
    println!("{out}: {} words", kinds.len());
    Ok(())
}

/// The words in their slots.
fn table(kinds: &BTreeMap<u64, u8>) -> Result<Vec<u8>, String> {
    if kinds.len() >= SLOTS {
        return Err(format!("{} words in {SLOTS} slots", kinds.len()));
    }
    let mut table = vec![[0; 3]; SLOTS];
    for (&key, &kinds) in kinds {
        let mut slot = home(key);
        while table[slot] != [0; 3] {
            slot = (slot + 1) % SLOTS;
        }
        let [a, b] = check(key);
        table[slot] = [a, b, kinds];
    }
    Ok(table.into_flattened())
}
