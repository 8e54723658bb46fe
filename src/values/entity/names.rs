//! How names are compared: by letters, by parts, and by spelling, never by distance alone.

use std::rc::Rc;

use super::Entity;
use super::lexicon::{self, Part};
use super::name::Name;
use crate::lexicon::{fold, one_word, plain};

/// How the spelling of one name stands to another's.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Spelling {
    /// The same letters, marks and spaces aside: Jong-un and Jong Un; or one is a short form of the other.
    Same,
    /// So near that one person or body is meant, but written with other letters: Catherine and Katherine.
    Variant {
        /// From 0 to 1: Jaro-Winkler similarity of the parts that differ.
        similarity: f64,
    },
    /// Names of different bearers.
    Different,
}

/// The least similarity of two spellings of one name.
const VARIANT: f64 = 0.84;

/// How two entities' names stand to each other, all names of both considered.
///
/// ```
/// use gainsay::values::entity::{Entity, Spelling, spelling};
/// let entity = |name: &str| name.parse::<Entity>().unwrap();
/// assert_eq!(spelling(&entity("Kim Jong-un"), &entity("Kim Jong Un")), Spelling::Same);
/// assert!(matches!(spelling(&entity("Catherine Rowe"), &entity("Katherine Rowe")), Spelling::Variant { .. }));
/// assert_eq!(spelling(&entity("Anna Rowe"), &entity("Peter Rowe")), Spelling::Different);
/// ```
pub fn spelling(one: &Entity, other: &Entity) -> Spelling {
    let all = |entity: &Entity| -> Vec<Rc<Name>> {
        let names = std::iter::once(&entity.name).chain(&entity.aliases);
        names.map(|said| Name::of(said)).collect()
    };
    let (names, others) = (all(one), all(other));
    let mut best = Spelling::Different;
    for name in &names {
        for other in &others {
            match (compare(name.letters(), other.letters()), best) {
                (Spelling::Same, _) => return Spelling::Same,
                (Spelling::Variant { similarity }, Spelling::Variant { similarity: least })
                    if similarity <= least => {}
                (Spelling::Variant { similarity }, _) => best = Spelling::Variant { similarity },
                (Spelling::Different, _) => {}
            }
        }
    }
    best
}

fn compare(one: &Letters, other: &Letters) -> Spelling {
    if one_word(&one.key, &other.key) && !one.key.is_empty() {
        return Spelling::Same;
    }
    let (parts, others) = (&one.parts, &other.parts);
    if is_short_form(parts, others) || is_short_form(others, parts) {
        return Spelling::Same;
    }
    if parts.len() != others.len() || parts.is_empty() {
        return Spelling::Different;
    }
    variant(parts, others)
}

/// Parts that differ must each be near; most of a name must be the same.
fn variant(parts: &[String], others: &[String]) -> Spelling {
    let mut least: f64 = 1.0;
    let mut same = 0;
    for (part, other) in parts.iter().zip(others) {
        if one_word(part, other) {
            same += part.len();
            continue;
        }
        if part.len().min(other.len()) < 4 || !sounds_alike(part, other) {
            return Spelling::Different;
        }
        least = least.min(strsim::jaro_winkler(part, other));
    }
    if least >= VARIANT && (same > 0 || parts.len() == 1) {
        Spelling::Variant { similarity: least }
    } else {
        Spelling::Different
    }
}

/// Whether the consonants of two spellings are the same, as transliterations leave them: Muhammad, Mohamed.
fn sounds_alike(one: &str, other: &str) -> bool {
    let (one, other) = (consonants(one), consonants(other));
    one == other || (one.len() > 4 && strsim::levenshtein(&one, &other) <= 1)
}

fn consonants(part: &str) -> String {
    let mut sounds = String::new();
    for letter in part.chars() {
        let sound = match letter {
            'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'h' | 'w' => continue,
            'c' | 'q' | 'g' => 'k',
            'z' => 's',
            'v' | 'p' => 'f',
            'd' => 't',
            other => other,
        };
        if !sounds.ends_with(sound) {
            sounds.push(sound);
        }
    }
    sounds
}

/// What is compared of a name.
pub(super) struct Letters {
    /// Letters and digits only, in lower case: "Jong-un" and "Jong Un" are one.
    pub(super) key: String,
    /// The words in lower case, initials and company forms left out.
    pub(super) parts: Vec<String>,
    /// The letters that its words begin with, as bits: of another name of the same bearer, a word begins with one, too.
    pub(super) initials: u32,
}

impl Letters {
    /// The letters of a name.
    pub(super) fn of(name: &str) -> Self {
        let plain = plain(bare(name));
        Self {
            key: plain.chars().filter(|c| c.is_alphanumeric()).collect(),
            parts: parts(&plain),
            initials: initials(name),
        }
    }
}

/// The letters and digits that the words of a name begin with, and the first letter after digits, as bits: one stands
/// for all that are not ASCII, one for a name that has none.
pub(super) fn initials(name: &str) -> u32 {
    let (mut set, mut before) = (0, (false, false));
    for byte in fold(name).bytes() {
        let kind = (byte.is_ascii_alphabetic(), byte.is_ascii_digit());
        if !byte.is_ascii() {
            set |= 1;
        } else if kind != before && kind != (false, false) {
            set |= 1 << (byte & 31);
        }
        before = kind;
    }
    if set == 0 { 1 << 31 } else { set }
}

/// The words of a name in plain small letters, as [`Letters::parts`] has them.
fn parts(plain: &str) -> Vec<String> {
    let words = || {
        plain
            .split(|c: char| !c.is_alphanumeric() && c != '\'')
            .filter(|word| !word.is_empty())
    };
    let told = |word: &&str| word.chars().nth(1).is_some() && !lexicon::is(word, Part::Formal);
    let kept: Vec<String> = words().filter(told).map(str::to_owned).collect();
    if kept.is_empty() {
        words().map(str::to_owned).collect()
    } else {
        kept
    }
}

/// The name without "the".
pub(super) fn bare(name: &str) -> &str {
    name.strip_prefix("the ")
        .or_else(|| name.strip_prefix("The "))
        .unwrap_or(name)
}

/// Whether the first is a part of the second that may stand for it: the last word, the first, or a run of them.
pub(super) fn is_short_form(short: &[String], long: &[String]) -> bool {
    if short.is_empty() || short.len() > long.len() {
        return false;
    }
    // "George Bush" is "George Walker Bush"; "Bush" and "George" are, too.
    long.starts_with(short)
        || long.ends_with(short)
        || (short.len() == 2 && long.first() == short.first() && long.last() == short.last())
}

/// Whether `short` is made of the first letters of the words of `long`: "KCNA".
pub(super) fn is_acronym(short: &str, long: &str) -> bool {
    if short.bytes().any(|b| b.is_ascii_lowercase()) {
        return false;
    }
    let letters = || short.chars().filter(char::is_ascii_alphabetic);
    if letters().nth(1).is_none() {
        return false;
    }
    let words = || long.split(|c: char| !c.is_alphanumeric());
    let firsts = || words().filter_map(|word| word.chars().next());
    let capitals = firsts().filter(|first| first.is_uppercase());
    letters().eq(capitals.flat_map(char::to_uppercase))
        || letters().eq(firsts().flat_map(char::to_uppercase))
}
