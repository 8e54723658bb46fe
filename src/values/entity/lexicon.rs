//! The tables of organizations, roles and known names.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Gender, Kind};
use crate::lexicon::{Groups, lower, rows, words};
use crate::values::naming::countries;
use crate::values::naming::people::Bearer;
use crate::values::number;
use crate::values::openings::Openings;

static HEADS: LazyLock<FxHashSet<&str>> =
    LazyLock::new(|| words(include_str!("organization-heads.tsv")));
static BODIES: LazyLock<FxHashSet<&str>> = LazyLock::new(|| words(include_str!("bodies.tsv")));

static WORDS: LazyLock<Groups> = LazyLock::new(|| Groups::read(include_str!("words.tsv")));

static ROLES: LazyLock<FxHashMap<&str, Bearer>> = LazyLock::new(|| {
    rows(include_str!("roles.tsv"))
        .map(|[role, gender]| (role, Bearer::from_field(gender)))
        .collect()
});

static KNOWN: LazyLock<FxHashMap<&str, Known>> = LazyLock::new(|| {
    rows(include_str!("known.tsv"))
        .filter_map(|[name, kind]| match kind {
            "group" => Some((name, Known::Kind(Kind::Group))),
            "organization" => Some((name, Known::Kind(Kind::Organization))),
            _ => Some((name, Known::Government(kind.strip_prefix("government:")?))),
        })
        .collect()
});

/// The openings of the roles and rulers.
static OPENINGS: LazyLock<Openings> = LazyLock::new(|| {
    let nouns = ROLES.keys().chain(WORDS.words("ruler"));
    Openings::new(nouns.map(|noun| noun.as_bytes()))
});

/// What the tables know of a capital word in the names of people and bodies.
#[derive(Clone, Copy)]
pub(in crate::values) struct Traits {
    /// Whether a number may begin with it: "Two".
    pub(super) number: bool,
    /// Whether it ends names of organizations: "Corp".
    pub(super) head: bool,
    /// Who may have the role that it names in small letters: "Captain".
    pub(super) role: Option<Bearer>,
}

impl Traits {
    /// What the tables know of that word.
    pub(in crate::values) fn of(word: &str) -> Self {
        Self {
            number: number::is_number_word(word),
            head: is_organization_head(word),
            role: role_in_capitals(word),
        }
    }
}

/// What a known name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Known {
    /// Itself.
    Kind(Kind),
    /// The government of the country of this code.
    Government(&'static str),
}

impl Known {
    /// The country whose government is meant.
    pub(super) fn country(self) -> Option<&'static countries::Country> {
        match self {
            Self::Government(code) => countries::by_code(code),
            Self::Kind(_) => None,
        }
    }
}

/// The sex of whom a noun describes, where it tells: "wife", "policeman", but not "driver".
pub fn sex(noun: &str) -> Option<Gender> {
    ROLES.get(noun)?.gender()
}

/// Whether a word ends names of organizations: "Corp", "University".
pub(super) fn is_organization_head(word: &str) -> bool {
    HEADS.contains(word)
}

/// Whether a common noun is said of an organization: "company".
pub(super) fn is_body(noun: &str) -> bool {
    BODIES.contains(noun)
}

/// Whether a word of a name tells nobody from another: "Inc", "the".
pub(super) fn is_formal(word: &str) -> bool {
    WORDS.has("formal", word)
}

/// Whether the short name of a company drops a word: "Norvane Holdings", but not "Surrey Police".
pub(super) fn is_trade(word: &str) -> bool {
    WORDS.has("trade", word)
}

/// Whether a name that ends so is nobody's, though many are called so: "Newton Street".
pub(super) fn ends_no_person(word: &str) -> bool {
    WORDS.has("no-person", word)
}

/// Whether a lower-case word stands inside the names of persons: "van".
pub(super) fn is_particle(word: &str) -> bool {
    WORDS.has("particle", word)
}

/// Whether a bare name after the preposition is more likely that of a place: "near".
pub(super) fn is_locating(word: &str) -> bool {
    WORDS.has("locating", word)
}

/// What the tables know of a name.
pub(super) fn known(name: &str) -> Option<Known> {
    KNOWN.get(name).copied()
}

/// Whether a noun may name a role or a ruler; if not, it names none.
#[inline]
pub(super) fn may_describe(noun: &[u8]) -> bool {
    OPENINGS.may_have(noun)
}

/// Whether a noun stands for the country of the adjective before it: "government".
pub(super) fn is_ruler(noun: &str) -> bool {
    WORDS.has("ruler", noun)
}

/// Who may have the role that a noun names; `None` if it names none.
pub(super) fn role(noun: &str) -> Option<Bearer> {
    OPENINGS.may_have(noun).then(|| ROLES.get(noun).copied())?
}

/// Who may have the role that a word names in any case.
pub(super) fn role_in_capitals(word: &str) -> Option<Bearer> {
    OPENINGS.may_have(word).then(|| role(&lower(word)))?
}
