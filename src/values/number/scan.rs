//! Every number of a stretch of text.

use gainsay_syntax::Span;

use super::Number;

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
                let rest = &bytes[at..end];
                let len = rest.iter().position(|b| !b.is_ascii_alphabetic());
                let word = at..at + len.unwrap_or(rest.len());
                let starts_word = at == 0 || !is_word_byte(bytes[at - 1]);
                at = word.end;
                let number = || super::read(text, Span::new(word.start, end));
                starts_word.then(number).flatten()
            }
            b'0'..=b'9' | b'.' | 0xc2.. => {
                let start = at;
                at = skip(text, at);
                number_at(text, start, end)
            }
            _ => {
                at += 1;
                continue;
            }
        };
        if let Some(number) = number {
            at = number.span.end;
            numbers.push(number);
        }
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
    super::read(text, Span::new(at, end))
}

/// Past a run of digits and the dots and commas inside it, or past one character.
fn skip(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes();
    let inside = |i: usize| {
        bytes[i].is_ascii_digit()
            || (matches!(bytes[i], b'.' | b',') && bytes.get(i + 1).is_some_and(u8::is_ascii_digit))
    };
    if bytes[at].is_ascii_digit() {
        (at..bytes.len())
            .find(|&i| !inside(i))
            .unwrap_or(bytes.len())
    } else {
        (at + 1..=bytes.len())
            .find(|&i| text.is_char_boundary(i))
            .unwrap_or(bytes.len())
    }
}
