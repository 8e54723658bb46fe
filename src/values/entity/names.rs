//! How names are compared: by letters, by parts, and by spelling, never by distance alone.

use std::rc::Rc;

use super::lexicon::{self, Known, Part};
use super::{Entity, Gender, Kind};
use crate::lexicon::{calendar, fold};
use crate::values::memo::Memory;
use crate::values::naming::countries::{self, Country};
use crate::values::naming::people;

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
    let all = |entity: &Entity| -> Vec<Rc<Letters>> {
        let names = std::iter::once(&entity.name).chain(&entity.aliases);
        names.map(|name| letters(name)).collect()
    };
    let (names, others) = (all(one), all(other));
    let mut best = Spelling::Different;
    for name in &names {
        for other in &others {
            match (compare(name, other), best) {
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
    if one.key == other.key && !one.key.is_empty() {
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
        if part == other {
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
}

/// The letters of a name, which are asked for more often than they are new.
pub(super) fn letters(name: &str) -> Rc<Letters> {
    thread_local! {
        static LETTERS: Memory<Rc<Letters>> = Memory::default();
    }
    let read = || {
        let plain = fold(bare(name)).to_lowercase();
        let key = plain.chars().filter(|c| c.is_alphanumeric()).collect();
        let parts = parts(&plain);
        Rc::new(Letters { key, parts })
    };
    LETTERS.with(|known| known.of(name, read))
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

fn bare(name: &str) -> &str {
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

/// What a name alone tells.
#[derive(Clone, Copy)]
pub(super) struct Told {
    /// What its bearer is.
    pub(super) kind: Kind,
    /// What its bearer's sex is, if it is a person's.
    pub(super) gender: Option<Gender>,
    /// What the table of names knows of it.
    pub(super) known: Option<Known>,
    /// The country of that name, or the one that is governed there.
    pub(super) country: Option<&'static Country>,
    /// Whether it is a nation's adjective, and names nobody: "Danish".
    pub(super) adjective: bool,
    /// Whether it is a capital's name.
    pub(super) capital: bool,
    /// Whether a word of it is a day, a month, a zone or a feast.
    pub(super) calendar: bool,
}

/// What a name tells, found now or before.
pub(super) fn told(name: &str) -> Told {
    thread_local! {
        static TOLD: Memory<Told> = Memory::default();
    }
    let read = || {
        let plain = &*fold(name);
        let capital = countries::by_capital(plain);
        Told {
            kind: kind(name),
            gender: gender(name),
            known: lexicon::known(plain),
            country: countries::by_name(plain).or(capital),
            adjective: countries::by_adjective(plain).is_some(),
            capital: capital.is_some(),
            calendar: name.split(' ').any(calendar::is_calendar),
        }
    };
    TOLD.with(|known| known.of(name, read))
}

/// The kind that the words of a name and the tables tell.
fn kind(name: &str) -> Kind {
    let plain = fold(bare(name));
    match lexicon::known(&plain) {
        Some(Known::Kind(kind)) => return kind,
        Some(Known::Government(_)) => return Kind::Government,
        None => {}
    }
    if countries::by_name(&plain).is_some() {
        return Kind::Government;
    }
    let words = || plain.split(' ').filter(|word| !word.is_empty());
    let (Some(first), Some(last)) = (words().next(), words().next_back()) else {
        return Kind::Other;
    };
    if words().any(|word| lexicon::is(word, Part::Head)) || is_capital_word(last) {
        Kind::Organization
    } else if last.starts_with(|c: char| c.is_ascii_lowercase())
        && !last.contains(char::is_uppercase)
    {
        // "al-Rashid" is a name.
        described(&plain, last)
    } else if countries::by_people(&plain).is_some() && plain.ends_with('s') {
        Kind::Group
    } else if lexicon::is(last, Part::NoPerson) {
        Kind::Other
    } else if matches!(last, "Jr" | "Jr." | "Sr" | "Sr." | "III")
        || people::given(first).is_some()
        || (words().nth(1).is_some() && people::is_surname(last))
    {
        Kind::Person
    } else {
        Kind::Other
    }
}

/// The kind of a description by its last word: "gunman", "officers".
fn described(name: &str, last: &str) -> Kind {
    let mut before = name
        .split(' ')
        .rev()
        .filter(|word| !word.is_empty())
        .skip(1);
    let two = before
        .next()
        .and_then(|word| lexicon::role_of_two(word, last));
    let said = lexicon::meaning(last);
    if said.role.is_some() || two.is_some() {
        Kind::Role
    } else if said.is(Part::Body) {
        Kind::Organization
    } else if last.ends_with('s') || last.ends_with("men") || last == "people" {
        Kind::Group
    } else {
        Kind::Other
    }
}

/// "KCNA", "FBI": several capitals and nothing else.
fn is_capital_word(word: &str) -> bool {
    word.len() > 2 && word.len() < 7 && word.bytes().all(|b| b.is_ascii_uppercase())
}

/// The gender that the first given name tells.
fn gender(name: &str) -> Option<Gender> {
    name.split([' ', '-'])
        .next()
        .and_then(people::given)?
        .gender()
}
