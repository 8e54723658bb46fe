//! What `WordNet` knows of words that the treebanks may lack: their parts of speech, and whether they are names.
//!
//! The file is a table with open addressing: in each slot 16 bits of the key and a byte of kinds, zero in a free one.

/// The word can be a noun.
pub const NOUN: u8 = 1;
/// The word can be a verb.
pub const VERB: u8 = 2;
/// The word can be an adjective.
pub const ADJECTIVE: u8 = 4;
/// The word can be an adverb.
pub const ADVERB: u8 = 8;
/// The word is a name or a part of one.
pub const NAME: u8 = 16;
/// The word is that and no common noun.
pub const ONLY_NAME: u8 = 32;

/// Slots of the table, a power of two.
pub const SLOTS: usize = 1 << 17;

static TABLE: &[[u8; 3]] = include_bytes!("../../../../data/vocabulary.bin")
    .as_chunks()
    .0;

/// The kinds of a folded form as bits, 0 if it is not known.
pub fn kinds(key: u64) -> u8 {
    let mut slot = home(key);
    while let Some(&[a, b, kinds]) = TABLE.get(slot).filter(|[_, _, kinds]| *kinds != 0) {
        if [a, b] == check(key) {
            return kinds;
        }
        slot = (slot + 1) % SLOTS;
    }
    0
}

/// The slot at which the search for a word starts.
pub fn home(key: u64) -> usize {
    key as usize % SLOTS
}

/// The bits of a word's key that its slot keeps.
pub fn check(key: u64) -> [u8; 2] {
    [(key >> 48) as u8, (key >> 56) as u8]
}
