//! The tables of organizations, roles and known names.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::{Gender, Kind};
use crate::lexicon::{parts, rows};
use crate::values::naming::countries;
use crate::values::naming::people::Bearer;
use crate::values::number;
use crate::values::openings::Openings;
use crate::values::words::{Key, LONGEST, Words, key, written};

/// What a word can be in names and descriptions.
#[derive(Clone, Copy)]
pub(super) enum Part {
    /// Ends names of organizations: "Corp", "University".
    Head,
    /// A common noun said of an organization: "company".
    Body,
    /// Stands for the country of the adjective before it: "government".
    Ruler,
    /// A word of a name that tells nobody from another: "Inc", "the".
    Formal,
    /// Dropped from the short name of a company: "Norvane Holdings", but not "Surrey Police".
    Trade,
    /// The last word of a firm's name of several words: "Diagnostics".
    Firm,
    /// Ends names that are nobody's, though many are called so: "Newton Street".
    NoPerson,
    /// Stands in small letters inside the names of persons: "van".
    Particle,
    /// Such a word before the surname of a person: "van", "bin".
    Patronymic,
    /// Makes an adjective of a name with a hyphen: "based".
    Joined,
    /// Makes a name with a day of the week: "Sheffield".
    WithDay,
    /// What has a name of its own as people have: "tanker", "yacht".
    Craft,
    /// A place in a team or the like, by which a person is told: "center Lena Orr".
    Post,
    /// Several people though it is no plural: "crew".
    Several,
    /// An abbreviation that names no body: "MRI".
    Abbreviation,
    /// A relative: "wife".
    Kin,
    /// A role that firms and clubs have as people do: "owner".
    Either,
    /// A verb of speech, whose subject by surname is a person: "say".
    Saying,
    /// Such a preposition that stands as often before a person: "to".
    Directing,
    /// A preposition before which a bare name is more likely that of a place: "near".
    Locating,
}

impl Part {
    /// Reads a group of the table of words.
    fn from_field(group: &str) -> Self {
        match group {
            "formal" => Self::Formal,
            "trade" => Self::Trade,
            "no-person" => Self::NoPerson,
            "particle" => Self::Particle,
            "ruler" => Self::Ruler,
            "locating" => Self::Locating,
            "firm" => Self::Firm,
            "patronymic" => Self::Patronymic,
            "joined" => Self::Joined,
            "with-day" => Self::WithDay,
            "craft" => Self::Craft,
            "post" => Self::Post,
            "several" => Self::Several,
            "abbreviation" => Self::Abbreviation,
            "kin" => Self::Kin,
            "either" => Self::Either,
            "saying" => Self::Saying,
            "directing" => Self::Directing,
            _ => unreachable!("the table has no other group"),
        }
    }

    const fn bit(self) -> u32 {
        1 << self as u8
    }
}

/// What the tables know of a word as it is written.
#[derive(Clone, Copy, Default)]
pub(super) struct Meaning {
    /// Who may have the role that it names: "gunman".
    pub(super) role: Option<Bearer>,
    parts: u32,
}

impl Meaning {
    /// Whether the word can be that.
    pub(super) const fn is(self, part: Part) -> bool {
        self.parts & part.bit() != 0
    }

    /// Whether the word describes somebody: by a role, or as a nation's rulers.
    const fn describes(self) -> bool {
        self.role.is_some() || self.is(Part::Ruler)
    }
}

static WORDS: LazyLock<Words<Meaning>> = LazyLock::new(|| {
    let heads = rows(include_str!("organization-heads.tsv")).map(|[word]| (word, Part::Head));
    let bodies = rows(include_str!("bodies.tsv")).map(|[word]| (word, Part::Body));
    let grouped = rows(include_str!("words.tsv")).flat_map(|[group, words]| {
        let part = Part::from_field(group);
        parts(words, b' ').map(move |word| (word, part))
    });
    let mut meanings: BTreeMap<Key, Meaning> = BTreeMap::new();
    for (word, part) in heads.chain(bodies).chain(grouped) {
        meanings.entry(written(word)).or_default().parts |= part.bit();
    }
    for (role, bearer) in roles().filter(|(role, _)| !role.contains(' ')) {
        meanings.entry(written(role)).or_default().role = Some(bearer);
    }
    Words::new(meanings.into_iter().collect())
});

/// The openings of the words that describe somebody.
static OPENINGS: LazyLock<Openings> = LazyLock::new(|| {
    let known = WORDS.rows().iter();
    let describers = known.filter(|(_, meaning)| meaning.describes());
    Openings::of_keys(describers.map(|(key, _)| key))
});

/// The roles of two words: "prime minister".
static PAIRS: LazyLock<Vec<((&str, &str), Bearer)>> = LazyLock::new(|| {
    roles()
        .filter_map(|(role, bearer)| Some((role.split_once(' ')?, bearer)))
        .collect()
});

fn roles() -> impl Iterator<Item = (&'static str, Bearer)> {
    rows(include_str!("roles.tsv")).map(|[role, gender]| (role, Bearer::from_field(gender)))
}

static KNOWN: LazyLock<FxHashMap<&str, Known>> = LazyLock::new(|| {
    rows(include_str!("known.tsv"))
        .filter_map(|[name, kind]| match kind {
            "group" => Some((name, Known::Kind(Kind::Group))),
            "organization" => Some((name, Known::Kind(Kind::Organization))),
            _ => Some((name, Known::Government(kind.strip_prefix("government:")?))),
        })
        .collect()
});

/// What the tables know of a capital word in the names of people and bodies.
#[derive(Clone, Copy)]
pub(in crate::values) struct Traits {
    /// Whether a number may begin with it: "Two".
    pub(super) number: bool,
    /// Whether it ends names of organizations: "Corp".
    pub(super) head: bool,
    /// What it means in small letters: "Captain" names a role.
    pub(super) small: Meaning,
}

impl Traits {
    /// What the tables know of that word.
    pub(in crate::values) fn of(word: &str) -> Self {
        Self {
            number: number::is_number_word(word),
            head: is(word, Part::Head),
            small: in_any_case(word),
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
    role(noun)?.gender()
}

/// What the tables know of a word; no word of theirs is longer than a key.
#[inline]
pub(super) fn meaning(word: &str) -> Meaning {
    let short = word.len() <= LONGEST;
    let known = short.then(|| WORDS.get(written(word))).flatten();
    known.copied().unwrap_or_default()
}

/// What the tables know of a noun that may name a role or a ruler, by itself or by its lemma; most name neither.
#[inline]
pub(super) fn describer(word: &str, lemma: &str) -> Option<Meaning> {
    let may_describe = OPENINGS.may_have(word) || OPENINGS.may_have(lemma);
    let noun = may_describe.then(|| {
        let said = meaning(word);
        let role = role(lemma).or(said.role);
        Meaning { role, ..said }
    });
    noun.filter(|noun| noun.describes())
}

/// Whether a word can be that part of names and descriptions.
pub(super) fn is(word: &str, part: Part) -> bool {
    meaning(word).is(part)
}

/// What the tables know of a name.
pub(super) fn known(name: &str) -> Option<Known> {
    KNOWN.get(name).copied()
}

/// Who may have the role that a noun names; `None` if it names none.
pub(super) fn role(noun: &str) -> Option<Bearer> {
    meaning(noun).role
}

/// Who may have the role that two words name: "prime minister".
pub(super) fn role_of_two(first: &str, second: &str) -> Option<Bearer> {
    let pair = PAIRS.iter().find(|(pair, _)| *pair == (first, second))?;
    Some(pair.1)
}

/// What the tables know of a word in small letters, in whatever case it is written.
fn in_any_case(word: &str) -> Meaning {
    let short = word.len() <= LONGEST;
    let known = short.then(|| WORDS.get(key(word))).flatten();
    known.copied().unwrap_or_default()
}
