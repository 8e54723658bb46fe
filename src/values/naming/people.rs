//! Given names, surnames and titles: what tells a person's name from a place's.

use std::sync::LazyLock;

use gainsay_table::Table;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::document::Document;
use crate::lexicon::{first_word, fold, rows};
use crate::values::capitalized::Capitalized;
use crate::values::memo::Memory;
use crate::values::openings::Openings;
use crate::values::scene::Scene;

/// What a name or title tells of its bearer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Gender {
    /// he
    Male,
    /// she
    Female,
}

/// Whether a title is said of anyone, or names an office.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Title {
    /// "Mr.", with the gender it tells.
    Honorific(Option<Gender>),
    /// "President", with the gender it tells.
    Role(Option<Gender>),
}

/// Who may bear a given name, a title or a role: "Anna" tells a woman, "Robin" and "officer" anyone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bearer {
    /// Anyone.
    Anyone,
    /// Only someone of this gender.
    Only(Gender),
}

impl Bearer {
    /// Reads a table's field: `m`, `f`, or anything else for anyone.
    pub fn from_field(field: &str) -> Self {
        match field {
            "m" => Self::Only(Gender::Male),
            "f" => Self::Only(Gender::Female),
            _ => Self::Anyone,
        }
    }

    /// The gender that is told.
    pub fn gender(self) -> Option<Gender> {
        match self {
            Self::Anyone => None,
            Self::Only(gender) => Some(gender),
        }
    }
}

static GIVEN: Table = Table::new(
    include_str!("given.tsv"),
    include_bytes!(concat!(env!("OUT_DIR"), "/given.index")),
);

static GIVEN_WORLD: Table = Table::new(
    include_str!("given-world.tsv"),
    include_bytes!(concat!(env!("OUT_DIR"), "/given-world.index")),
);

static SURNAMES: Table = Table::new(
    include_str!("surnames.tsv"),
    include_bytes!(concat!(env!("OUT_DIR"), "/surnames.index")),
);

static TITLES: LazyLock<FxHashMap<&str, Title>> = LazyLock::new(|| {
    rows(include_str!("titles.tsv"))
        .map(|[title, gender, kind]| {
            let gender = Bearer::from_field(gender).gender();
            match kind {
                "honorific" => (title, Title::Honorific(gender)),
                _ => (title, Title::Role(gender)),
            }
        })
        .collect()
});

/// Who may bear a given name; `None` if it is none.
pub fn given(name: &str) -> Option<Bearer> {
    thread_local! {
        static BEARERS: Memory<Option<Bearer>> = Memory::default();
    }
    BEARERS.with(|known| known.of(name, || bearer(&fold(name))))
}

/// Who may bear a given name in plain letters.
fn bearer(name: &str) -> Option<Bearer> {
    let mut rows = GIVEN_WORLD.rows(name).chain(GIVEN.rows(name));
    rows.next().map(Bearer::from_field)
}

/// Whether many people bear this surname.
pub fn is_surname(name: &str) -> bool {
    SURNAMES.has(&fold(name))
}

/// The title that a word or two are: "Mr.", "Prime Minister".
pub fn title(words: &str) -> Option<Title> {
    TITLES.get(words).copied()
}

/// The openings of the titles and of their first words.
static OPENINGS: LazyLock<Openings> = LazyLock::new(|| {
    let words = TITLES
        .keys()
        .flat_map(|title| [title, first_word(title)])
        .map(str::as_bytes);
    Openings::new(words)
});

/// Whether a title is this word or begins with it; all begin with capitals.
pub(super) fn begins_title(word: &str) -> bool {
    let may_begin = OPENINGS.may_begin(word) && OPENINGS.may_have(first_word(word));
    may_begin && TITLES.keys().any(|title| title.starts_with(word))
}

/// The longest title that begins at token `start`, and the token after it.
pub(in crate::values) fn title_at(scene: &Scene, start: usize) -> Option<(Title, usize)> {
    if !scene.row(start)?.naming.begins_title {
        return None;
    }
    let tokens = &scene.sentence.tokens;
    let from = tokens[start].span.start;
    (start + 1..=(start + 3).min(tokens.len()))
        .rev()
        .find_map(|end| Some((title(scene.text.get(from..tokens[end - 1].span.end)?)?, end)))
}

/// The words that are parts of persons' names in an article.
pub(in crate::values) struct Borne<'a>(FxHashSet<&'a str>);

impl<'a> Borne<'a> {
    /// Those after a title or a given name, up to the run's end.
    ///
    /// "Michael Jordan scored … Jordan said": no place then.
    pub(in crate::values) fn new(
        text: &'a str,
        document: &'a Document,
        capitals: &'a Capitalized,
    ) -> Self {
        let mut found = FxHashSet::default();
        for index in 0..document.sentences.len() {
            let scene = Scene::new(text, document, capitals, index);
            let mut next = 0;
            for word in scene.capitals.all() {
                let i = word.token;
                let leads = word.row.naming.begins_title || word.row.naming.given.is_some();
                if !leads || i < next || !scene.is_name(i) {
                    continue;
                }
                let start = match title_at(&scene, i) {
                    Some((Title::Honorific(_), end)) => end,
                    _ if scene.is_given(i) => i + 1,
                    _ => continue,
                };
                next = scene.name_end(i);
                found.extend((start..next).map(|i| scene.word(i)));
            }
        }
        Self(found)
    }

    /// Whether the word is one of them.
    pub(in crate::values) fn has(&self, word: &str) -> bool {
        self.0.contains(word)
    }
}
