//! The rows of units.tsv and currencies.tsv, and the ways to look them up in a text.

use super::unit::{Dimension, Measure};
use crate::lexicon::{first_word, rows};
use crate::values::memo::Memory;
use crate::values::words::{Key, Words, key, letters};
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
    /// By the first words of the surfaces, in singular and plural, the bytes of the longest that may begin so.
    first_words: Words<usize>,
    /// Whether a surface begins with that byte and with no letter.
    signs: [bool; 256],
    /// By its last byte, each currency sign or code that stands before its number, the longest first.
    before: [Vec<(&'static str, usize)>; 256],
    /// The bytes of the longest surface.
    longest: usize,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table {
        measures: Vec::new(),
        by_name: FxHashMap::default(),
        by_surface: FxHashMap::with_capacity_and_hasher(1_500, FxBuildHasher),
        first_words: Words::new(Vec::new()),
        signs: [false; 256],
        before: [const { Vec::new() }; 256],
        longest: 0,
    };
    let mut first_words = FxHashMap::with_capacity_and_hasher(2_400, FxBuildHasher);
    for [surface, name, dimension, factor, offset] in rows(include_str!("units.tsv")) {
        let index = table.index(Measure {
            name,
            dimension: Dimension::from_name(dimension),
            currency: "",
            factor: float(factor),
            offset: float(offset),
        });
        table.add_surface(surface, index, &mut first_words);
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
            table.before[usize::from(last)].push((surface, index));
        }
        if place != "before" {
            table.add_surface(surface, index, &mut first_words);
        }
    }
    for signs in &mut table.before {
        signs.sort_by_key(|(surface, _)| std::cmp::Reverse(surface.len()));
    }
    table.first_words = Words::new(first_words.into_iter().collect());
    table
});

impl Table {
    fn index(&mut self, measure: Measure) -> usize {
        *self.by_name.entry(measure.name).or_insert_with(|| {
            self.measures.push(measure);
            self.measures.len() - 1
        })
    }

    fn add_surface(
        &mut self,
        surface: &'static str,
        index: usize,
        first_words: &mut FxHashMap<Key, usize>,
    ) {
        self.longest = self.longest.max(surface.len());
        let first = first_word(surface);
        if first.is_empty() {
            self.signs[usize::from(surface.as_bytes()[0])] = true;
        } else {
            for key in [key(first), key(format!("{first}s"))] {
                let longest = first_words.entry(key).or_default();
                *longest = (surface.len() + 1).max(*longest);
            }
        }
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

/// The bytes of the longest surface, its plural's letter included, that may begin a text by its first word or sign; 0 if
/// none may.
pub(super) fn longest(text: &str) -> usize {
    let bytes = text.as_bytes();
    let (plain, length) = letters(bytes);
    let first = match bytes.get(length) {
        Some(byte) if byte.is_ascii_digit() || !byte.is_ascii() => key(first_word(text)),
        _ => plain,
    };
    if first != 0 {
        return TABLE.first_words.get(first).copied().unwrap_or(0);
    }
    let sign = bytes
        .first()
        .is_some_and(|&byte| TABLE.signs[usize::from(byte)]);
    if sign { TABLE.longest + 1 } else { 0 }
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
    let last = *text.as_bytes().last()?;
    let signs = &TABLE.before[usize::from(last)];
    signs.iter().find_map(|&(sign, index)| {
        let rest = text.strip_suffix(sign)?;
        let inside_word =
            sign.starts_with(char::is_alphabetic) && rest.ends_with(char::is_alphanumeric);
        (!inside_word).then(|| (&TABLE.measures[index], sign.len()))
    })
}
