//! Page furniture: what stands around an article and is no claim of it.
//!
//! Phrases are data (`furniture.tsv`); the rules here are about the shape of a line: only dates, a byline, a lone
//! address, the headline once more.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::article::{Block, BlockKind};
use crate::lexicon::{parts, rows};

use super::date;

/// Longer lines are prose, whatever they begin with.
const MAX_WORDS: usize = 30;
/// A line of dates and times, or a byline, is at most this long.
const MAX_STAMP: usize = 14;

/// Where in a line a phrase of `furniture.tsv` makes furniture of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// Only alone.
    Line,
    Start,
    End,
    Any,
    /// A word of dates and times: they and numbers alone.
    Stamp,
}

/// The phrases of `furniture.tsv` by their first words; of those that count at the end, by their last.
static PHRASES: LazyLock<FxHashMap<&str, Vec<(Place, &str)>>> = LazyLock::new(|| {
    let mut phrases: FxHashMap<&str, Vec<(Place, &str)>> = FxHashMap::default();
    for [phrase, place] in rows(include_str!("furniture.tsv")) {
        let (place, mark) = match place {
            "line" => (Place::Line, first_word(phrase)),
            "start" => (Place::Start, first_word(phrase)),
            "any" => (Place::Any, first_word(phrase)),
            "stamp" => (Place::Stamp, first_word(phrase)),
            _ => (Place::End, phrase.rsplit(' ').next().unwrap_or(phrase)),
        };
        phrases.entry(mark).or_default().push((place, phrase));
    }
    phrases
});

fn first_word(words: &str) -> &str {
    words.split(' ').next().unwrap_or(words)
}

/// Whether a word marks a phrase that counts in that place and for which `holds` is true.
fn marks(word: &str, place: Place, holds: impl Fn(&str) -> bool) -> bool {
    let phrases = PHRASES.get(word).into_iter().flatten();
    phrases
        .into_iter()
        .any(|(p, phrase)| *p == place && holds(phrase))
}

/// The blocks with furniture marked as such; headline, code and cells keep what they are.
pub(super) fn mark(blocks: Vec<Block>, text: &str, title: Option<&str>) -> Vec<Block> {
    let headline = blocks
        .iter()
        .find(|b| b.kind == BlockKind::Headline)
        .map(|b| b.span)
        .map(|s| key(s.of(text)));
    let title = title.map(key);
    let mut seen_prose = false;
    let is_furniture: Vec<bool> = blocks
        .iter()
        .map(|block| {
            let line = block.span.of(text);
            let own = matches!(
                block.kind,
                BlockKind::Headline | BlockKind::Code | BlockKind::Cell
            );
            let key = key(line);
            let again =
                seen_prose && (Some(&key) == headline.as_ref() || Some(&key) == title.as_ref());
            seen_prose |= block.kind == BlockKind::Paragraph && line.ends_with('.');
            !own && (again || has_shape(line, &key))
        })
        .collect();
    blocks
        .into_iter()
        .zip(is_furniture)
        .map(|(block, is)| Block {
            kind: if is { BlockKind::Furniture } else { block.kind },
            ..block
        })
        .collect()
}

/// Whether a line by itself is furniture.
pub(super) fn is_line(line: &str) -> bool {
    has_shape(line, &key(line))
}

fn has_shape(line: &str, key: &str) -> bool {
    let words = parts(key, b' ').count();
    if key.is_empty() {
        return true;
    }
    let has_number = key.contains('0');
    words <= MAX_WORDS
        && (is_phrase(key)
            || has_number && (is_stamp(key) || is_issue(line))
            || is_byline(line, words)
            || is_address(line))
}

/// Lower-case words with one blank between them, numbers as `0`: what phrases are held against.
///
/// "You're here — 12 Comments!" is `youre here 0 comments`.
fn key(line: &str) -> String {
    let mut key = String::with_capacity(line.len() + 8);
    let mut last = ' ';
    for c in line.chars() {
        if c.is_ascii_digit() {
            if last != '0' {
                key.push('0');
            }
            last = '0';
        } else if c.is_alphanumeric() || c == '©' {
            // "9am" is two words, as "9 am" is.
            if last == '0' {
                key.push(' ');
            }
            if c.is_ascii() {
                key.push(c.to_ascii_lowercase());
            } else {
                key.extend(c.to_lowercase());
            }
            last = 'a';
        } else if !matches!(c, '\'' | '’') && last != ' ' {
            key.push(' ');
            last = ' ';
        }
    }
    key.truncate(key.trim_end().len());
    key
}

/// "COMMENTS", "Share this article with friends", "© 2024 The Courier. All rights reserved" are; "Share prices fell on
/// Monday" and "Comments by the minister drew anger" are not.
fn is_phrase(key: &str) -> bool {
    let (first, last) = (first_word(key), key.rsplit(' ').next().unwrap_or(key));
    let mut start = 0;
    let mut words = parts(key, b' ').map(|word| {
        let rest = &key[start..];
        start += word.len() + 1;
        (word, rest)
    });
    marks(first, Place::Line, |p| key == p)
        || marks(first, Place::Start, |p| starts_with_words(key, p))
        || marks(last, Place::End, |p| ends_with_words(key, p))
        || words.any(|(word, rest)| marks(word, Place::Any, |p| rest.starts_with(p)))
}

fn starts_with_words(key: &str, phrase: &str) -> bool {
    key.strip_prefix(phrase)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

fn ends_with_words(key: &str, phrase: &str) -> bool {
    key.strip_suffix(phrase)
        .is_some_and(|rest| rest.is_empty() || rest.ends_with(' '))
}

/// A line of dates and times and nothing else: "Posted: 9 September 2024 14:39 GMT" is; "Friday" and "In May 2024" are not.
fn is_stamp(key: &str) -> bool {
    let words = || parts(key, b' ');
    let is_stamp = |word: &str| marks(word, Place::Stamp, |p| p == word);
    (2..=MAX_STAMP).contains(&words().count())
        && words().all(|word| word == "0" || is_stamp(word))
        && words().any(|word| word == "0")
}

/// Who published it, and when: "The Bayou Courier, March 15, 2019" is; "Moscow, the capital, in May 2024" is not.
fn is_issue(line: &str) -> bool {
    let split = line
        .split_once([',', '|', '–', '—', '·'])
        .or_else(|| line.split_once(" - "));
    split.is_some_and(|(name, day)| {
        let words = name.split_whitespace();
        words.clone().count() <= MAX_STAMP
            && words.clone().all(is_word_of_name)
            && name.starts_with(char::is_uppercase)
            && is_stamp(&key(day))
            && date::parse(day).is_some()
    })
}

/// "By Jane Doe", "BY JANE DOE AND JOHN ROE, The Courier" are; "By Friday the water had fallen" is not.
fn is_byline(line: &str, words: usize) -> bool {
    let Some(rest) = ["By ", "BY ", "by "]
        .iter()
        .find_map(|by| line.strip_prefix(by))
    else {
        return false;
    };
    let is_name = |w: &str| is_word_of_name(w) || w.contains('@');
    (2..=MAX_STAMP).contains(&words) && !line.ends_with('.') && rest.split_whitespace().all(is_name)
}

/// A word of the name of a person, a place or a newspaper.
fn is_word_of_name(word: &str) -> bool {
    const SMALL: [&str; 12] = [
        "and", "in", "of", "for", "the", "|", "/", "&", "de", "van", "von", "al",
    ];
    SMALL.contains(&word) || word.starts_with(char::is_uppercase)
}

/// A lone web or mail address.
fn is_address(line: &str) -> bool {
    !line.contains(char::is_whitespace)
        && (["http://", "https://", "www."]
            .iter()
            .any(|p| line.starts_with(p))
            || line.contains('@'))
}

#[cfg(test)]
mod tests {
    use super::is_line;

    #[test]
    fn furniture_and_what_only_looks_like_it() {
        let furniture = [
            "COMMENTS",
            "12 Comments",
            "Please let us know if you're having issues with commenting.",
            "Please let us know if you’re having issues with commenting.",
            "Share this article",
            "Sign up for our morning newsletter",
            "© 2024 The Courier. All rights reserved.",
            "Copyright 2024 The Courier",
            "POSTED: December 08,2010",
            "9 September 2013 Last updated at 14:39 GMT",
            "8:56am Monday 10th June 2013",
            "Updated: 09 Sep 2013 11:25 GMT+02:00",
            "9/10/2010 @ 1:19PM",
            "The Bayou Courier, March 15, 2019",
            "AFR | 9 February 2011",
            "By Jane Doe",
            "BY JANE DOE AND JOHN ROE, The Courier",
            "https://example.org/a",
            "(AP Photo/Jane Doe)",
            "Jane Doe/Getty Images",
            "* * *",
            "3 min read",
        ];
        for line in furniture {
            assert!(is_line(line), "{line}");
        }
        let prose = [
            "Share prices fell on Monday.",
            "Comments by the minister drew anger.",
            "By Friday the water had fallen",
            "Friday",
            "By Friday.",
            "Related deaths rose to 12, the ministry said.",
            "Saints place Bush on IR",
            "It happened on 9 September.",
            "Moscow, the capital, in May 2024",
            "Police arrested him, May 3, 2024",
            "Casablanca, 1942",
            "Register of voters to open on Monday",
        ];
        for line in prose {
            assert!(!is_line(line), "{line}");
        }
    }
}
