//! What touches a number's digits and makes it part of something else: "AK-47", "10:30", "1990s", "555-1234", "4x4".

use super::super::table;
use super::WORDS;
use super::amount::glued_scale;
use super::context::{Context, last_letters};
use super::names::has_unit;
use crate::lexicon::lower;
use crate::values::number::Number;

/// The line counts of screens.
const SCREEN_LINES: [&str; 5] = ["480", "720", "1080", "1440", "2160"];

/// Whether anything but a blank touches a number from the left, and anything but a blank or a mark that ends a clause from
/// the right.
pub(super) fn touched(context: &Context, number: &Number) -> (bool, bool) {
    let before = context.before(number.span.start).as_bytes();
    let after = context.after(number.span.end).as_bytes();
    (
        !matches!(before, [] | [.., b' ' | b'\n']),
        !matches!(after, [] | [b' ' | b'\n' | b',' | b'.' | b';' | b')', ..]),
    )
}

/// What touches the digits from the left: "AK-47", "M21", "#12", "12:30", "12/5", "x.5"; not "sub-7", "$5", "PS8".
pub(super) fn glued_before(context: &Context, number: &Number) -> bool {
    let before = context.before(number.span.start);
    let Some(last) = before.chars().next_back() else {
        return false;
    };
    if last.is_whitespace() || table::currency_before(before).is_some() {
        return false;
    }
    match last {
        '-' | '–' if is_second_year(before, number) => true,
        '(' | '[' | '"' | '“' | '‘' | '~' | '≈' | '<' | '>' | '≤' | '≥' | '+' | '=' | '−' | '–'
        | '—' | ',' | '|' => false,
        '-' => {
            let word = last_letters(before.trim_end_matches('-'));
            !word.is_empty() && !WORDS.has("hyphened", &lower(word))
        }
        '.' => !before.ends_with(". "),
        _ => true,
    }
}

/// "The 2014-15 season": two digits behind a year and its hyphen are the next one.
fn is_second_year(before: &str, number: &Number) -> bool {
    let first = before.trim_end_matches(['-', '–']).as_bytes();
    let year = matches!(first, [.., b'1' | b'2', century, b'0'..=b'9', b'0'..=b'9'] if matches!(century, b'9' | b'0'));
    let alone = first.len().checked_sub(5).is_none_or(|i| first[i] == b' ');
    year && alone && number.span.len() == 2
}

/// What touches the digits from the right: "10:30", "5am", "1990s", "5G", "3D", "737-800", "2018's"; not "5km", "10-year".
pub(super) fn glued_after(context: &Context, number: &Number) -> bool {
    let after = context.after(number.span.end);
    let mut chars = after.chars();
    match chars.next() {
        Some(':') => chars.next().is_some_and(|c| c.is_ascii_digit()),
        Some('/') => chars.next().is_some_and(char::is_alphanumeric),
        Some('\'' | '’' | '′') => chars.next() == Some('s'),
        Some('-' | '–') => is_digit_chain(context, number),
        Some('_' | '@' | '#') => true,
        // "2018s best", "channel 5s": the apostrophe is lost; seconds have a blank or decimals.
        Some('s') if number.value.fract() == 0.0 => {
            !chars.next().is_some_and(char::is_alphanumeric)
        }
        // "1080p" is a screen, "118p" is money.
        Some('p') if SCREEN_LINES.contains(&number.span.of(context.text)) => true,
        Some(c) if c.is_alphabetic() => {
            let scaled = glued_scale(context, number.span).is_some();
            !scaled && !has_unit(context, number)
        }
        _ => false,
    }
}

/// Telephone numbers, ISO dates, formations: "555-1234", "2019-07-03", "4-4-2".
fn is_digit_chain(context: &Context, number: &Number) -> bool {
    let start = context
        .before(number.span.start)
        .trim_end_matches(|c: char| c.is_ascii_digit() || c == '-')
        .len();
    let chain = &context.text[context.sentence.span.start + start..];
    let len = chain
        .find(|c: char| !c.is_ascii_digit() && c != '-')
        .unwrap_or(chain.len());
    let groups: Vec<&str> = chain[..len].split('-').filter(|g| !g.is_empty()).collect();
    groups.len() > 2 || matches!(groups[..], [area, line] if area.len() == 3 && line.len() == 4)
}

/// "0845 125 2222", "(202) 555 0100", and a whole number that begins with a zero.
pub(super) fn is_telephone(context: &Context, number: &Number) -> bool {
    let said = number.span.of(context.text);
    if said.len() > 1 && said.starts_with('0') && !said.contains('.') {
        return true;
    }
    if context.before(number.span.start).ends_with('-') && is_digit_chain(context, number) {
        return true;
    }
    let left = dialled(context.before(number.span.start).bytes().rev());
    let right = dialled(context.after(number.span.end).bytes());
    left + right > 0 && left + said.len() + right >= 9 && said.bytes().all(|b| b.is_ascii_digit())
}

/// How many digits of a telephone number come first.
fn dialled(bytes: impl Iterator<Item = u8>) -> usize {
    let within = bytes.take_while(|b| b.is_ascii_digit() || b" -()".contains(b));
    within.filter(u8::is_ascii_digit).count()
}

/// "four-by-four": two numbers that "by" joins are a size or a kind of car.
pub(super) fn is_crossed(context: &Context, number: &Number) -> bool {
    let before = context.before(number.span.start);
    let after = context.after(number.span.end);
    let sized = after
        .strip_prefix(['x', '×'])
        .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    after.starts_with("-by") || before.ends_with("by-") || sized || before.ends_with(['x', '×'])
}
