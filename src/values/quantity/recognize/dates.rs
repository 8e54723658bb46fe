//! Numbers that are dates, clock times and years: "March 7", "0737 GMT", "2019".

use super::super::{Dimension, Measure};
use super::context::{Context, blanks, last_letters};
use super::{amount, counted};
use crate::lexicon::{lower, rows};
use crate::values::number::Number;
use crate::values::words::{Words, key};
use std::sync::LazyLock;

/// Words beside a number that make it a date or a clock time, by where they stand.
static DATE_WORDS: LazyLock<Words<bool>> = LazyLock::new(|| {
    let words = rows(include_str!("../dates.tsv"));
    Words::new(
        words
            .map(|[word, place]| (key(word), place == "both"))
            .collect(),
    )
});

/// Whether a word of the table stands on both sides of a number, in any case; `None` if the table has it not.
fn on_both_sides(word: &str) -> Option<bool> {
    DATE_WORDS.get(key(word)).copied()
}

/// "March 7", "7 March", "9.30 a.m.", "0737 GMT", "March 7 and 8".
pub(super) fn is_date(context: &Context, number: &Number) -> bool {
    number.value <= 3000.0
        && (is_before_date_word(context, number)
            || follows_month(context.before(number.span.start), number.value))
}

/// Whether the word behind a number is one that days and hours stand before.
fn is_before_date_word(context: &Context, number: &Number) -> bool {
    let after = context.after(number.span.end);
    let rest = &after[blanks(after)..];
    if !rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return false;
    }
    let ends = |byte: u8| matches!(byte, b' ' | b',' | b')' | b';' | b'\n' | b'-' | b'?');
    let end = rest.bytes().position(ends);
    let word = rest[..end.unwrap_or(rest.len())].trim_end_matches([':', '"', '”']);
    let short = word.trim_end_matches('.');
    if on_both_sides(short).is_some_and(|both| is_date_word(short, both)) {
        return true;
    }
    // "1230 hours", "0600 hrs" are told by a military clock.
    number.span.len() == 4
        && matches!(&*lower(short), "hours" | "hrs" | "hr" | "local")
        && number.value % 100.0 < 60.0
        && number.value < 2400.0
}

/// Whether a word of the table is meant: months and zones keep their capitals ("may", "3 ad agencies").
fn is_date_word(word: &str, on_both_sides: bool) -> bool {
    let capitals = word.chars().take_while(|c| c.is_uppercase()).count();
    let lower = lower(word);
    let clock = || matches!(&*lower, "am" | "pm" | "a.m" | "p.m") || lower.starts_with('o');
    if on_both_sides {
        capitals > 0
    } else {
        capitals > 1 || clock()
    }
}

/// A text without the numbers that end it and what joins them.
fn without_days(text: &str) -> &str {
    match *text.as_bytes() {
        [.., last, b' '] if last.is_ascii_alphabetic() => &text[..text.len() - 1],
        _ => text
            .trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, ' ' | ',' | '-' | '–')),
    }
}

/// Whether the text before a day's number ends in a month, or in a month and another day.
fn follows_month(before: &str, value: f64) -> bool {
    let days = without_days(before);
    let days = days
        .strip_suffix(" and")
        .or_else(|| days.strip_suffix(" to"))
        .unwrap_or(days);
    let days = days
        .trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, ' ' | ',' | '-' | '–' | '.'));
    let word = last_letters(days);
    word.starts_with(char::is_uppercase)
        && on_both_sides(word) == Some(true)
        && (value <= 31.0 || (1000.0..2200.0).contains(&value))
}

/// Whether a word is a month, written as one.
pub(super) fn is_month(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && on_both_sides(word.trim_end_matches('.')) == Some(true)
}

/// Four digits that read as a year, unless a counted noun in the plural makes them a round count: "2019 review".
pub(super) fn is_year(context: &Context, number: &Number) -> bool {
    let digits = number.span.of(context.text);
    let plain = digits.len() == 4 && digits.bytes().all(|b| b.is_ascii_digit());
    if !plain || !(1000.0..2200.0).contains(&number.value) {
        return false;
    }
    let dated = || {
        let before = context.word_before(number.span.start);
        let openings = [
            "in", "since", "until", "till", "by", "from", "of", "during", "before", "after",
            "late", "early", "mid",
        ];
        before.is_some_and(|(_, word)| openings.iter().any(|o| word.eq_ignore_ascii_case(o)))
    };
    let counts = counted::noun_after(context, number.span.end).is_some_and(|noun| noun.plural);
    let recent = (1600.0..2100.0).contains(&number.value);
    let round = number.value % 100.0 == 0.0;
    if counts {
        recent && !round
    } else {
        recent || dated()
    }
}

/// "the 2006 second-overall pick": a year, and no 2006 seconds.
pub(super) fn is_ordinal_next(context: &Context, number: &Number) -> bool {
    let after = context.after(number.span.end).trim_start();
    after.starts_with("second") && !after.starts_with("seconds")
}

/// "a five-year award", "the 24-hour news": periods that a hyphen makes into adjectives are the time kind's.
pub(super) fn is_period(context: &Context, number: &Number) -> bool {
    let period = |(measure, _): (&Measure, usize)| measure.dimension == Dimension::Duration;
    let end = number.span.end;
    context.after(end).starts_with('-') && amount::unit_after(context, end).is_some_and(period)
}
