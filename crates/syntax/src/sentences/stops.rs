//! Stops that end no sentence: those of abbreviations, initials, list numbers and torn decimals.

use super::cues;
use crate::abbreviations::{self, Kind};

/// Whether a sentence that has come as far as `before` goes on with `next` after a stop.
pub(super) fn goes_on(before: &str, next: &str) -> bool {
    let word = last_word(before);
    let earlier = before[..before.len() - word.len()].trim_end();
    if is_torn_number(word, earlier, next) || is_list_number(word, earlier) {
        return true;
    }
    match abbreviations::kind(word) {
        None => false,
        Some(Kind::Title | Kind::Inner) => true,
        Some(Kind::Initial) => {
            !(cues::opens(next) && last_word(earlier).starts_with(char::is_lowercase))
        }
        Some(Kind::Number | Kind::Month) => next.starts_with(|c: char| c.is_ascii_digit()),
        Some(Kind::Time) => cues::is_time(next),
        Some(Kind::Outer | Kind::Letters) => !cues::opens(next),
    }
}

/// The last word: letters, digits and the stops between them.
fn last_word(before: &str) -> &str {
    let start = before
        .rfind(|c: char| !c.is_alphanumeric() && c != '.')
        .map_or(0, |i| {
            i + before[i..].chars().next().map_or(1, char::len_utf8)
        });
    &before[start..]
}

/// "a 6. 1 quake", "a. 357 Magnum": a decimal that was torn. News does not open a sentence with a figure, so short digits
/// on both sides are one number unless a day of a month stands before the stop ("on June 3. 12 boats …").
fn is_torn_number(word: &str, earlier: &str, next: &str) -> bool {
    let digits = next.bytes().take_while(u8::is_ascii_digit).count();
    if !(1..=3).contains(&digits) || next[digits..].starts_with(['.', ')']) {
        return false;
    }
    let figure = word.len() <= 3 && word.bytes().all(|b| b.is_ascii_digit());
    let day = matches!(
        abbreviations::kind(last_word(earlier.trim_end_matches('.'))),
        Some(Kind::Month)
    ) || cues::is_time(last_word(earlier));
    (figure && !word.is_empty() && !day) || cues::leans(word)
}

/// "1. Pay the fine": a number that only opens the line.
fn is_list_number(word: &str, earlier: &str) -> bool {
    earlier.is_empty()
        && word.len() <= 2
        && !word.is_empty()
        && word.bytes().all(|b| b.is_ascii_digit())
}
