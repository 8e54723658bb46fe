//! Every number of a stretch of text.

use gainsay_syntax::Span;

use super::{Number, digits, words};

/// Adds the numbers that begin in a stretch, in order, none overlapping, and none that reaches past `end`; gives the
/// offset from which the next one may begin.
pub(in crate::values) fn scan(
    text: &str,
    within: Span,
    end: usize,
    numbers: &mut Vec<Number>,
) -> usize {
    let bytes = text.as_bytes();
    let mut at = within.start;
    while at < within.end {
        let number = match bytes[at] {
            b'a'..=b'z' | b'A'..=b'Z' => {
                let starts_word = at == 0 || !is_word_byte(bytes[at - 1]);
                let number = || words::read(text, Span::new(at, end));
                starts_word.then(number).flatten()
            }
            b'0'..=b'9' | b'.' | 0xc2.. => number_at(text, at, end),
            _ => None,
        };
        at = match number {
            Some(number) => {
                numbers.push(number);
                number.span.end
            }
            None => skip(text, at, end),
        };
    }
    at
}

fn is_word_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte >= 0x80
}

/// A number in digits, unless it is the rest of something longer ("x.5", "12.34.56").
fn number_at(text: &str, at: usize, end: usize) -> Option<Number> {
    if !text.is_char_boundary(at) {
        return None;
    }
    let decimal = text[at..].starts_with('.');
    if decimal && text[..at].ends_with(char::is_alphanumeric) {
        return None;
    }
    digits::read(text, Span::new(at, end))
}

/// Past a word, past a run of digits and the dots and commas inside it, or past one character.
fn skip(text: &str, at: usize, end: usize) -> usize {
    let bytes = text.as_bytes();
    let digit = |i: usize| bytes.get(i).is_some_and(u8::is_ascii_digit);
    let inside = |i: usize| match bytes[at] {
        b'a'..=b'z' | b'A'..=b'Z' => bytes[i].is_ascii_alphabetic(),
        b'0'..=b'9' => digit(i) || matches!(bytes[i], b'.' | b',') && digit(i + 1),
        _ => !text.is_char_boundary(i),
    };
    (at + 1..end).find(|&i| !inside(i)).unwrap_or(end)
}
