//! Given names, surnames and titles: what tells a person's name from a place's.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use gainsay_syntax::Sentence;
use gainsay_table::Table;
use rustc_hash::FxHashMap;

use super::{is_name, may_be_name};
use crate::document::Document;
use crate::lexicon::{first_word, fold, rows};
use crate::values::memo::Memory;
use crate::values::openings::Openings;

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
    SURNAMES.has(name)
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

/// The longest title that begins at token `start`, and the token after it.
pub fn title_at(text: &str, sentence: &Sentence, start: usize) -> Option<(Title, usize)> {
    let tokens = &sentence.tokens;
    let first = tokens.get(start)?.span;
    let word = text.get(first.start..first.end)?;
    if !OPENINGS.may_begin(word) || !OPENINGS.may_have(first_word(word)) {
        return None;
    }
    let from = first.start;
    (start + 1..=(start + 3).min(tokens.len()))
        .rev()
        .find_map(|end| Some((title(text.get(from..tokens[end - 1].span.end)?)?, end)))
}

/// The words that are parts of persons' names in this article: after a title or a given name, up to the run's end.
///
/// "Michael Jordan scored … Jordan said": no place then.
pub fn bearers<'a>(text: &'a str, document: &Document) -> BTreeSet<&'a str> {
    let mut found = BTreeSet::new();
    for sentence in &document.sentences {
        let sentence = &sentence.syntax;
        let mut i = 0;
        while i < sentence.tokens.len() {
            if !may_be_name(sentence.tokens[i].upos) {
                i += 1;
                continue;
            }
            let end = run_end(text, sentence, i);
            if end > i {
                collect(text, sentence, i..end, &mut found);
            }
            i = end.max(i + 1);
        }
    }
    found
}

/// The token after the run of adjoining name words that begins at `start`; `start` if none does.
pub fn run_end(text: &str, sentence: &Sentence, start: usize) -> usize {
    let mut end = start;
    while end < sentence.tokens.len() && is_name(text, sentence, end) {
        end += 1;
    }
    end
}

fn collect<'a>(
    text: &'a str,
    sentence: &Sentence,
    run: std::ops::Range<usize>,
    found: &mut BTreeSet<&'a str>,
) {
    let word = |i: usize| sentence.tokens[i].span.of(text);
    for i in run.clone() {
        let name_starts = match title_at(text, sentence, i) {
            Some((Title::Honorific(_), end)) => end,
            _ if given(word(i)).is_some() => i + 1,
            _ => continue,
        };
        found.extend((name_starts..run.end).map(word));
        return;
    }
}
