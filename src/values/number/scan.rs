//! Every number of an article, read once for all kinds that need them.

use gainsay_syntax::Span;

use super::Number;
use crate::article::Article;
use crate::document::Document;

/// The numbers of an article, by sentence.
pub struct Numbers(Vec<Vec<Number>>);

impl Numbers {
    /// Reads the numbers of an article.
    pub fn read(article: &Article, document: &Document) -> Self {
        let sentences = document.sentences.iter();
        let spans = sentences.map(|sentence| sentence.syntax.span);
        Self(spans.map(|span| numbers(&article.text, span)).collect())
    }

    /// The numbers of the sentence of that index, in order, none overlapping.
    pub fn in_sentence(&self, index: usize) -> &[Number] {
        self.0.get(index).map_or(&[], Vec::as_slice)
    }
}

/// Every number of a stretch of text, in order, none overlapping.
fn numbers(text: &str, within: Span) -> Vec<Number> {
    let bytes = text.as_bytes();
    let mut numbers: Vec<Number> = Vec::new();
    let mut at = within.start;
    while at < within.end {
        let number = match bytes[at] {
            b'a'..=b'z' | b'A'..=b'Z' => {
                let rest = &bytes[at..within.end];
                let len = rest.iter().position(|b| !b.is_ascii_alphabetic());
                let end = at + len.unwrap_or(rest.len());
                let starts_word = at == 0 || !is_word_byte(bytes[at - 1]);
                let number = (starts_word && super::is_number_word(&text[at..end]))
                    .then(|| super::read(text, Span::new(at, within.end)))
                    .flatten();
                at = end;
                number
            }
            b'0'..=b'9' | b'.' | 0xc2.. => {
                let start = at;
                at = skip(text, at);
                number_at(text, start, within.end)
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
    numbers
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
