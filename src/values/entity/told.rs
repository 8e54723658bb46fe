//! What a name tells by itself: by its words and by what the tables know of it.

use super::lexicon::{self, Known, Part};
use super::names::bare;
use super::{Gender, Kind};
use crate::lexicon::{calendar, fold};
use crate::values::naming::countries::{self, Country};
use crate::values::naming::people;

/// What a name alone tells.
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
    /// What a single word says that somebody is, if it is no name: "Police", "Thieves".
    pub(super) role: Option<Spoken>,
}

/// A role in small letters.
pub(super) struct Spoken {
    /// The role of one, or of several.
    pub(super) words: String,
    /// Which of the two.
    pub(super) kind: Kind,
    /// Who may have it.
    pub(super) gender: Option<Gender>,
}

impl Told {
    /// What that name tells.
    pub(super) fn of(name: &str) -> Self {
        let plain = &*fold(name);
        let capital = countries::by_capital(plain);
        Self {
            kind: kind(name),
            gender: gender(name),
            known: lexicon::known(plain),
            country: countries::by_name(plain).or(capital),
            adjective: countries::by_adjective(plain).is_some(),
            capital: capital.is_some(),
            calendar: name.split(' ').any(calendar::is_calendar),
            role: role(name),
        }
    }
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
    let several = words().nth(1).is_some();
    if words().any(|word| word == "&" || lexicon::is(word, Part::Head))
        || is_acronym(last)
        || (several && lexicon::is(&last.to_lowercase(), Part::Firm))
    {
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
        || (several && people::is_surname(last))
        || words()
            .skip(1)
            .any(|word| lexicon::is(word, Part::Patronymic))
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
    if said.is(Part::Several) {
        Kind::Group
    } else if said.role.is_some() || two.is_some() {
        Kind::Role
    } else if said.is(Part::Body) {
        Kind::Organization
    } else if last.ends_with('s') || last.ends_with("men") || last == "people" {
        Kind::Group
    } else {
        Kind::Other
    }
}

/// "KCNA", "FBI": several capitals and nothing else, but not "MRI".
fn is_acronym(word: &str) -> bool {
    word.len() > 2
        && word.len() < 7
        && word.bytes().all(|b| b.is_ascii_uppercase())
        && !lexicon::is(word, Part::Abbreviation)
}

/// The gender that the first given name tells.
fn gender(name: &str) -> Option<Gender> {
    name.split([' ', '-'])
        .next()
        .and_then(people::given)?
        .gender()
}

/// What a word in capitals says that somebody is, or that several are.
fn role(word: &str) -> Option<Spoken> {
    if word.contains(' ') || people::is_surname(word) {
        return None;
    }
    let lower = word.to_lowercase();
    let singular = lower.strip_suffix("ies").map(|stem| format!("{stem}y"));
    let singular = singular.or_else(|| lower.strip_suffix("ves").map(|stem| format!("{stem}f")));
    let sibilant = |stem: &&str| stem.ends_with(['s', 'x', 'z']) || stem.ends_with("ch");
    let singular =
        singular.or_else(|| lower.strip_suffix("es").filter(sibilant).map(str::to_owned));
    let singular = singular.or_else(|| lower.strip_suffix('s').map(str::to_owned));
    let spoken = |kind, gender| Spoken {
        words: lower.clone(),
        kind,
        gender,
    };
    if lexicon::is(&lower, Part::Several) {
        return Some(spoken(Kind::Group, None));
    }
    if let Some(bearer) = lexicon::role(&lower) {
        return Some(spoken(Kind::Role, bearer.gender()));
    }
    lexicon::role(&singular?)?;
    Some(spoken(Kind::Group, None))
}
