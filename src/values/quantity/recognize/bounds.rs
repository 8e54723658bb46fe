//! What the words around an amount make of its bounds: "more than 300", "up to about $5", "18 or older".

use super::super::{Dimension, Quantity};
use super::WORDS;
use super::amount::Amount;
use super::context::{Context, ends_with, starts_with, without_blanks};
use crate::lexicon::{add, rows};
use crate::values::words::{Words, key, letters};
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

/// Bound words in lower case, and what they do.
type Said = (&'static str, Effect);

/// Bound words by where they stand to the amount.
struct Lexicon {
    /// By the key of their last word, the longest first; signs have none.
    before: Words<Vec<Said>>,
    /// By the key of their first word.
    after: Words<Vec<Said>>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let (mut before, mut after) = (FxHashMap::default(), FxHashMap::default());
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
            add(&mut after, letters(words.as_bytes()).0, (words, effect));
        } else {
            add(&mut before, key(last_word(words)), (words, effect));
        }
    }
    let longest_first = |words: &mut Vec<Said>| {
        words.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
    };
    before.values_mut().for_each(longest_first);
    Lexicon {
        before: Words::new(before.into_iter().collect()),
        after: Words::new(after.into_iter().collect()),
    }
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
    let ending = LEXICON.before.get(key(last_word(text)))?;
    ending.iter().find_map(|&(words, effect)| {
        let start = text.len().checked_sub(words.len())?;
        let free = ends_with(text, words) && parts_words(&text[..start], words);
        if !free || words == "over" && ends_in_verb(&text[..start]) {
            return None;
        }
        Some((context.sentence.span.start + start, effect))
    })
}

/// Whether bound words may begin behind a text: words behind a blank or a mark that opens, signs behind anything.
fn parts_words(text: &str, words: &str) -> bool {
    let breaks = [' ', '\u{a0}', '(', '\n', '"', '“', '—'];
    text.is_empty() || text.ends_with(breaks) || !words.contains(char::is_alphanumeric)
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

/// Whether a text ends in a verb that "over" belongs to.
fn ends_in_verb(text: &str) -> bool {
    let word = text.trim_end().rsplit(' ').next().unwrap_or_default();
    let mut verbs = WORDS.words("takes-over").iter();
    verbs.any(|verb| verb.eq_ignore_ascii_case(word))
}

/// The bound words that follow the amount, and their end.
fn starting_at(context: &Context, offset: usize) -> Option<(usize, Effect)> {
    let after = context.after(offset);
    let rest = after.trim_start_matches(' ');
    let at = context.sentence.span.end - rest.len();
    let begun = LEXICON.after.get(letters(rest.as_bytes()).0)?.iter();
    begun.copied().find_map(|(words, effect)| {
        let apart = rest.len() < after.len() || words == "-plus";
        let ends = apart
            && starts_with(rest, words)
            && !rest[words.len()..].starts_with(char::is_alphanumeric);
        ends.then_some((at + words.len(), effect))
    })
}
