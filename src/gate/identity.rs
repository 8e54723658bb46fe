//! What makes two findings of two runs the same one: names that survive edits, moves, renames and re-wrapping.
//!
//! A finding is its rule, its question and how the sources split over the answers. Offsets, paths, wording, order and
//! confidence stay out of it: none of them says what the disagreement is about, and all of them drift.

use std::collections::{BTreeMap, BTreeSet};

/// How many hexadecimal digits a fingerprint and a key have.
pub const DIGITS: usize = 16;

/// The name of the question alone: a finding keeps it when the answers change.
///
/// `story` is given only where the user named the story; a folder's name would tie the finding to its place.
///
/// ```
/// use gainsay::gate::identity::key;
/// assert_eq!(key(None, "time-conflict", "train|depart|when"), key(None, "time-conflict", "Train|depart|when "));
/// assert_ne!(key(None, "time-conflict", "train|depart|when"), key(None, "time-conflict", "train|arrive|when"));
/// ```
pub fn key(story: Option<&str>, rule: &str, question: &str) -> String {
    let mut hash = Hash::new("key");
    hash.field(story.unwrap_or_default());
    hash.field(rule);
    hash.field(question);
    hash.finish()
}

/// The name of a finding: its question and which source gives which answer.
///
/// `sides` are pairs of a source's lasting name ([`crate::comparison::ArticleRow::key`]) and its canonical answer; their order and
/// repetitions do not matter.
///
/// ```
/// use gainsay::gate::identity::fingerprint;
/// let sides = [("reuters", "12"), ("ap", "14")];
/// let turned = [("ap", "14"), ("reuters", "12"), ("ap", "14")];
/// let swapped = [("reuters", "14"), ("ap", "12")];
/// let of = |sides: &[(&str, &str)]| fingerprint(None, "quantity-conflict", "quake|killed", sides);
/// assert_eq!(of(&sides), of(&turned));
/// assert_ne!(of(&sides), of(&swapped));
/// ```
pub fn fingerprint(
    story: Option<&str>,
    rule: &str,
    question: &str,
    sides: &[(&str, &str)],
) -> String {
    let mut hash = Hash::new("fingerprint");
    hash.field(story.unwrap_or_default());
    hash.field(rule);
    hash.field(question);
    let pairs: BTreeSet<(String, String)> = sides
        .iter()
        .map(|(source, value)| (plain(value), plain(source)))
        .collect();
    for (value, source) in pairs {
        hash.field(&value);
        hash.field(&source);
    }
    hash.finish()
}

/// The name of what the sides say word for word: it finds a source again that goes by another name now.
///
/// ```
/// use gainsay::gate::identity::wording;
/// assert_eq!(wording(["left on\nSunday", "left at 9:38"]), wording(["left at 9:38", "left on Sunday"]));
/// ```
pub fn wording<'a>(quotes: impl IntoIterator<Item = &'a str>) -> String {
    let quotes: BTreeSet<String> = quotes.into_iter().map(plain).collect();
    let mut hash = Hash::new("wording");
    for quote in quotes {
        hash.field(&quote);
    }
    hash.finish()
}

/// Tells repeated fingerprints of one run apart: the second becomes another name that stays the same on every run.
pub fn distinct<'a>(fingerprints: impl IntoIterator<Item = &'a mut String>) {
    // Each with the last that was made of it: the thousandth of one name does not try the names of all others.
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    for fingerprint in fingerprints {
        let first = fingerprint.clone();
        while let Some(last) = seen.get(fingerprint) {
            let mut hash = Hash::new("again");
            hash.field(last);
            *fingerprint = hash.finish();
        }
        seen.insert(fingerprint.clone(), fingerprint.clone());
        seen.insert(first, fingerprint.clone());
    }
}

/// Whether a text has the form of a fingerprint.
pub fn is_fingerprint(text: &str) -> bool {
    text.len() == DIGITS
        && text
            .bytes()
            .all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
}

/// A field without what typesetting changes: case, white space, the shape of quotes and dashes.
fn plain(field: &str) -> String {
    let lower = field.to_lowercase();
    let words: Vec<&str> = lower.split_whitespace().collect();
    words.join(" ").chars().map(straight).collect()
}

/// The typewriter's form of a character.
fn straight(c: char) -> char {
    match c {
        '\u{2018}' | '\u{2019}' | '\u{201a}' | '\u{201b}' | '\u{2032}' => '\'',
        '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{201f}' | '\u{2033}' => '"',
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        other => other,
    }
}

/// FNV-1a over fields with their lengths, so that no two lists of fields run together; 64 bits keep a million findings
/// apart. It is written down here because a hash of the standard library may change between compilers.
struct Hash(u64);

impl Hash {
    fn new(purpose: &str) -> Self {
        let mut hash = Self(0xcbf2_9ce4_8422_2325);
        hash.field(purpose);
        hash
    }

    fn field(&mut self, field: &str) {
        let field = plain(field);
        self.bytes(&(field.len() as u64).to_le_bytes());
        self.bytes(field.as_bytes());
    }

    fn bytes(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    /// The last bytes reach only the low bits of FNV; the finishing steps of `SplitMix64` spread them, so that a
    /// sorted baseline does not keep neighbours together.
    fn finish(self) -> String {
        let mut x = self.0;
        x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        x ^= x >> 31;
        format!("{x:016x}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_are_the_same_on_every_machine_and_in_every_release() {
        let sides = [("reuters", "12"), ("ap", "14")];
        let found = fingerprint(None, "quantity-conflict", "quake|killed", &sides);
        assert_eq!(found, "ff241849b62ebc18");
        assert!(is_fingerprint(&found));
    }

    #[test]
    fn fields_do_not_run_together() {
        assert_ne!(key(None, "ab", "c"), key(None, "a", "bc"));
        assert_ne!(key(Some("a"), "b", "c"), key(None, "ab", "c"));
    }

    #[test]
    fn a_repeated_fingerprint_gets_a_lasting_name_of_its_own() {
        let mut names = ["a".to_owned(), "b".to_owned(), "a".to_owned()];
        distinct(&mut names);
        assert_eq!((names[0].as_str(), names[1].as_str()), ("a", "b"));
        assert_ne!(names[2], "a");
    }

    proptest! {
        #[test]
        fn order_and_typesetting_change_nothing(mut sides in proptest::collection::vec(("[a-d]{1,3}", "[0-9 x]{1,4}"), 1..6)) {
            fn of(sides: &[(String, String)]) -> String {
                let sides: Vec<(&str, &str)> = sides.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
                fingerprint(None, "r", "q", &sides)
            }
            let before = of(&sides);
            sides.reverse();
            for (source, value) in &mut sides {
                *source = source.to_uppercase();
                *value = format!(" {value}\n");
            }
            prop_assert_eq!(before, of(&sides));
        }
    }
}
