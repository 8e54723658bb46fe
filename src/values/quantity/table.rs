//! The rows of units.tsv and currencies.tsv, and the ways to look them up in a text.

use super::unit::{Dimension, Measure};
use crate::lexicon::{first_word, rows};
use crate::values::memo::Memory;
use crate::values::openings::Openings;
use crate::values::words::{Key, key};
use std::borrow::Cow;
use std::sync::LazyLock;

use rustc_hash::{FxBuildHasher, FxHashMap};
use serde::de::{Deserialize, Deserializer, Error};
use serde::ser::Serializer;

/// The rows of both tables.
struct Table {
    measures: Vec<Measure>,
    by_name: FxHashMap<&'static str, usize>,
    /// Surfaces as they stand, and words of four letters and more also in lower case.
    by_surface: FxHashMap<Cow<'static, str>, usize>,
    /// The keys of the surfaces' first words, and the bytes of the longest surface that begins so.
    first_words: FxHashMap<Key, usize>,
    /// The openings of these words.
    openings: Openings,
    /// Currency signs and codes that stand before their number, by their last byte, the longest first.
    before: FxHashMap<u8, Vec<(&'static str, usize)>>,
    /// The bytes of the longest surface.
    longest: usize,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table {
        measures: Vec::new(),
        by_name: FxHashMap::default(),
        by_surface: FxHashMap::with_capacity_and_hasher(1_500, FxBuildHasher),
        first_words: FxHashMap::with_capacity_and_hasher(1_200, FxBuildHasher),
        openings: Openings::new(std::iter::empty()),
        before: FxHashMap::default(),
        longest: 0,
    };
    for [surface, name, dimension, factor, offset] in rows(include_str!("units.tsv")) {
        let index = table.index(Measure {
            name,
            dimension: Dimension::from_name(dimension),
            currency: "",
            factor: float(factor),
            offset: float(offset),
        });
        table.add_surface(surface, index);
    }
    for [surface, name, currency, factor, place] in rows(include_str!("currencies.tsv")) {
        let index = table.index(Measure {
            name,
            dimension: Dimension::Money,
            currency,
            factor: float(factor),
            offset: 0.0,
        });
        if place != "after"
            && let Some(last) = surface.bytes().next_back()
        {
            let signs = table.before.entry(last).or_default();
            signs.push((surface, index));
        }
        if place != "before" {
            table.add_surface(surface, index);
        }
    }
    for signs in table.before.values_mut() {
        signs.sort_by_key(|(surface, _)| std::cmp::Reverse(surface.len()));
    }
    table.openings = Openings::of_keys(table.first_words.keys());
    table
});

impl Table {
    fn index(&mut self, measure: Measure) -> usize {
        *self.by_name.entry(measure.name).or_insert_with(|| {
            self.measures.push(measure);
            self.measures.len() - 1
        })
    }

    fn add_surface(&mut self, surface: &'static str, index: usize) {
        self.longest = self.longest.max(surface.len());
        let longest = self.first_words.entry(key(first_word(surface)));
        let longest = longest.or_default();
        *longest = surface.len().max(*longest);
        self.by_surface.entry(surface.into()).or_insert(index);
        if is_word(surface) {
            self.by_surface
                .entry(folded(surface).into())
                .or_insert(index);
        }
    }
}

fn float(cell: &str) -> f64 {
    cell.parse().expect("the tables hold numbers")
}

/// The measure of that canonical name.
pub(super) fn by_name(name: &str) -> Option<&'static Measure> {
    TABLE.by_name.get(name).map(|&i| &TABLE.measures[i])
}

/// A measure is kept as its name.
pub(super) fn serialize<S: Serializer>(measure: &Measure, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(measure.name)
}

pub(super) fn deserialize<'de, D: Deserializer<'de>>(
    from: D,
) -> Result<&'static Measure, D::Error> {
    let name = String::deserialize(from)?;
    by_name(&name).ok_or_else(|| D::Error::custom("an unknown measure"))
}

/// Scores, ranks and their like are read from their shape; as words they are nouns: "four scores".
fn is_said(measure: &Measure) -> bool {
    match measure.dimension {
        Dimension::Score | Dimension::Rank | Dimension::Ratio | Dimension::Magnitude => false,
        Dimension::Physical(name) => name != "category",
        _ => true,
    }
}

/// Words may stand in any case; symbols ("MW", "mW") may not.
fn is_word(surface: &str) -> bool {
    surface.len() >= 4
        && surface
            .bytes()
            .all(|b| b.is_ascii_alphabetic() || b" -.".contains(&b))
}

fn folded(surface: &str) -> String {
    surface.to_ascii_lowercase().replace('-', " ")
}

/// The bytes of the longest surface, its plural's letter included, that may begin a text by its first word or the
/// singular of that; 0 if none may.
pub(super) fn longest(text: &str) -> usize {
    let word = first_word(text);
    if word.is_empty() {
        return TABLE.longest + 1;
    }
    let known = |word: &str| {
        let longest = TABLE
            .openings
            .may_have(word)
            .then(|| TABLE.first_words.get(&key(word)));
        longest.flatten().map(|longest| longest + 1)
    };
    let singular = word.strip_suffix(['s', 'S']).and_then(known);
    known(word).max(singular).unwrap_or(0)
}

/// The measure that a surface after a number names, in singular or plural.
pub(super) fn by_surface(surface: &str) -> Option<&'static Measure> {
    let fits = surface.len() <= longest(surface);
    fits.then(|| known_surface(surface))?
}

/// The same of a surface that is no longer than the [`longest`] that begins as it does.
pub(super) fn known_surface(surface: &str) -> Option<&'static Measure> {
    thread_local! {
        static MEASURES: Memory<Option<&'static Measure>> = Memory::default();
    }
    MEASURES.with(|known| known.of(surface, || find_surface(surface)))
}

/// The measure that a surface names as it stands, in lower case, or as a plural.
fn find_surface(surface: &str) -> Option<&'static Measure> {
    let find = |surface: &str| {
        TABLE
            .by_surface
            .get(surface)
            .map(|&i| &TABLE.measures[i])
            .filter(|m| is_said(m))
    };
    if let Some(measure) = find(surface) {
        return Some(measure);
    }
    if !is_word(surface) {
        return None;
    }
    let folded = folded(surface);
    // "miles per hour" and "square miles" carry their plural on different words.
    let singular = |word: &str| word.strip_suffix('s').and_then(find);
    find(&folded).or_else(|| singular(&folded)).or_else(|| {
        let (first, rest) = folded.split_once(' ')?;
        find(&format!("{} {rest}", first.strip_suffix('s')?))
    })
}

/// The currency whose sign or code ends `text`, and that sign's length.
pub(super) fn currency_before(text: &str) -> Option<(&'static Measure, usize)> {
    let last = text.bytes().next_back()?;
    if last.is_ascii_lowercase() && last != b's' && last != b'h' && last != b'p' && last != b'k' {
        return None;
    }
    TABLE.before.get(&last)?.iter().find_map(|&(sign, index)| {
        let rest = text.strip_suffix(sign)?;
        let inside_word =
            sign.starts_with(char::is_alphabetic) && rest.ends_with(char::is_alphanumeric);
        (!inside_word).then(|| (&TABLE.measures[index], sign.len()))
    })
}
