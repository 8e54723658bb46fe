//! What the words around an amount make of its bounds: "more than 300", "up to about $5", "18 or older".

use super::super::{Dimension, Quantity};
use super::WORDS;
use super::amount::Amount;
use super::context::Context;
use crate::lexicon::{lower, rows};
use crate::values::openings::Openings;
use gainsay_syntax::Span;
use std::ops::Bound;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

/// What a bound word does to the amount beside it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Effect {
    Above,
    From,
    Below,
    UpTo,
    About,
    Nearly,
    Barely,
}

/// Bound words in lower case, by where they stand to the amount.
struct Lexicon {
    before: FxHashMap<&'static str, Effect>,
    /// The openings of all of `before`.
    openings: Openings,
    /// The openings of the last words of `before`.
    last_words: Openings,
    /// The bytes of the longest words of `before`.
    longest: usize,
    /// What stands after, by its first byte.
    after: FxHashMap<u8, Vec<(&'static str, Effect)>>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut lexicon = Lexicon {
        before: FxHashMap::default(),
        openings: Openings::new(std::iter::empty()),
        last_words: Openings::new(std::iter::empty()),
        longest: 0,
        after: FxHashMap::default(),
    };
    for [words, effect, place] in rows(include_str!("../bounds.tsv")) {
        let effect = match effect {
            "above" => Effect::Above,
            "from" => Effect::From,
            "below" => Effect::Below,
            "upto" => Effect::UpTo,
            "nearly" => Effect::Nearly,
            "barely" => Effect::Barely,
            _ => Effect::About,
        };
        if place == "after" {
            let first = words.bytes().next().unwrap_or_default();
            let begun = lexicon.after.entry(first).or_default();
            begun.push((words, effect));
        } else {
            lexicon.longest = lexicon.longest.max(words.len());
            lexicon.before.insert(words, effect);
        }
    }
    let words = || lexicon.before.keys();
    lexicon.last_words = Openings::new(words().map(|words| last_word(words).as_bytes()));
    lexicon.openings = Openings::new(words().map(|words| words.as_bytes()));
    lexicon
});

/// The amount as a quantity, with the bounds that the words around it give, and the span that covers those words.
pub(super) fn apply(context: &Context, amount: Amount) -> (Span, Quantity) {
    let mut span = amount.span;
    let mut before = || {
        let (start, effect) = ending_at(context, span.start)?;
        span.start = start;
        Some(effect)
    };
    // Two may stand before one another: "up to about 300".
    if let Some(first) = before() {
        let second = before();
        return (span, bounded(amount, &[Some(first), second]));
    }
    if context.after(amount.numeral_end).starts_with('+') {
        span.end = span.end.max(amount.numeral_end + 1);
        return (span, bounded(amount, &[Some(Effect::From)]));
    }
    let after = starting_at(context, span.end).map(|(end, effect)| {
        span.end = end;
        effect
    });
    (span, bounded(amount, &[after]))
}

fn bounded(amount: Amount, effects: &[Option<Effect>]) -> Quantity {
    let mut quantity = Quantity {
        low: Bound::Included(amount.low),
        high: Bound::Included(amount.high),
        approximate: amount.approximate,
        grain: amount.grain,
        unit: amount.unit,
    };
    // A range or a rank has its bounds already; blur is all that can be added.
    let bare = amount.low.total_cmp(&amount.high).is_eq()
        && !matches!(quantity.dimension(), Dimension::Rank | Dimension::Score);
    for &effect in effects.iter().flatten() {
        match effect {
            Effect::About => quantity.approximate = true,
            _ if !bare => quantity.approximate = true,
            Effect::Above => {
                (quantity.low, quantity.high) = (Bound::Excluded(amount.low), Bound::Unbounded);
            }
            Effect::From => {
                (quantity.low, quantity.high) = (Bound::Included(amount.low), Bound::Unbounded);
            }
            Effect::Below => {
                (quantity.low, quantity.high) = (Bound::Unbounded, Bound::Excluded(amount.low));
            }
            Effect::UpTo => {
                (quantity.low, quantity.high) = (Bound::Unbounded, Bound::Included(amount.low));
            }
            Effect::Nearly => {
                (quantity.low, quantity.high) = (Bound::Unbounded, Bound::Excluded(amount.low));
                quantity.approximate = true;
            }
            Effect::Barely => {
                (quantity.low, quantity.high) = (Bound::Excluded(amount.low), Bound::Unbounded);
                quantity.approximate = true;
            }
        }
    }
    quantity
}

/// The longest bound words that end where the amount begins, and their start.
fn ending_at(context: &Context, offset: usize) -> Option<(usize, Effect)> {
    let text = without_blanks(context.before(offset));
    if !LEXICON.last_words.may_have(last_word(text)) {
        return None;
    }
    let (starts, count) = word_starts(text);
    // A letter has at most three times the bytes of its lower case.
    let near = |start: &&usize| text.len() - **start <= 3 * LEXICON.longest;
    starts[..count]
        .iter()
        .rev()
        .filter(near)
        .find_map(|&start| {
            let said = &text[start..];
            // Some letters beyond ASCII have small ones within it.
            if said.is_ascii() && !LEXICON.openings.may_have(said) {
                return None;
            }
            let words = lower(said);
            let effect = LEXICON.before.get(&*words)?;
            if words == "over" && ends_in_verb(&text[..start]) {
                return None;
            }
            Some((context.sentence.span.start + start, *effect))
        })
}

/// The letters and digits that end a text; none after a sign.
fn last_word(text: &str) -> &str {
    let other = text.bytes().rposition(|byte| !byte.is_ascii_alphanumeric());
    match other {
        None => text,
        Some(at) if text.as_bytes()[at].is_ascii() => &text[at + 1..],
        Some(_) => &text[text.trim_end_matches(char::is_alphanumeric).len()..],
    }
}

/// A text without the blanks that end it.
fn without_blanks(text: &str) -> &str {
    match *text.as_bytes() {
        [.., last, b' '] if last.is_ascii_alphanumeric() => &text[..text.len() - 1],
        _ => text.trim_end_matches([' ', '\u{a0}']),
    }
}

/// Bytes in which the words of a bound are looked for.
const LONGEST: usize = 200;

/// Whether a text ends in a verb that "over" belongs to.
fn ends_in_verb(text: &str) -> bool {
    let word = text.trim_end().rsplit(' ').next().unwrap_or_default();
    let mut verbs = WORDS.words("takes-over").iter();
    verbs.any(|verb| verb.eq_ignore_ascii_case(word))
}

/// How many words a bound may have.
const WORDS_AT_MOST: usize = 4;

/// Where the last words of a text start, from the last one to the fourth last, and how many they are; a sign is a word.
fn word_starts(text: &str) -> ([usize; WORDS_AT_MOST], usize) {
    let (mut starts, mut count) = ([0; WORDS_AT_MOST], 0);
    if let Some(sign) = text.chars().next_back().filter(|c| !c.is_alphanumeric()) {
        starts[count] = text.len() - sign.len_utf8();
        count += 1;
    }
    let mut end = text.len();
    // No bound is longer, and a text may have no blank at all.
    let longest = text.len().saturating_sub(LONGEST);
    let floor = (longest..end)
        .find(|&i| text.is_char_boundary(i))
        .unwrap_or(end);
    while count < WORDS_AT_MOST && end > floor {
        let start = match after_break(&text[floor..end]) {
            Some(start) => floor + start,
            None if floor > 0 => break,
            None => 0,
        };
        starts[count] = start;
        count += 1;
        if start == 0 || !text[..start].ends_with(' ') {
            break;
        }
        end = start - 1;
    }
    (starts, count)
}

/// The offset after the last mark of a text that parts words.
fn after_break(text: &str) -> Option<usize> {
    let breaks = |byte: u8| matches!(byte, b' ' | b'(' | b'\n' | b'"') || !byte.is_ascii();
    let at = text.bytes().rposition(breaks)?;
    if text.as_bytes()[at].is_ascii() {
        return Some(at + 1);
    }
    let at = text.rfind([' ', '\u{a0}', '(', '\n', '"', '“', '—'])?;
    Some(at + text[at..].chars().next().map_or(1, char::len_utf8))
}

/// The bound words that follow the amount, and their end.
fn starting_at(context: &Context, offset: usize) -> Option<(usize, Effect)> {
    let after = context.after(offset);
    let rest = after.trim_start_matches(' ');
    let at = context.sentence.span.end - rest.len();
    let first = rest.bytes().next()?.to_ascii_lowercase();
    LEXICON
        .after
        .get(&first)?
        .iter()
        .find_map(|&(words, effect)| {
            let sign = words == "-plus";
            let found = rest
                .get(..words.len())
                .filter(|said| said.eq_ignore_ascii_case(words))?;
            let ends = !rest[found.len()..].starts_with(char::is_alphanumeric);
            (ends && (rest.len() < after.len() || sign)).then_some((at + found.len(), effect))
        })
}
