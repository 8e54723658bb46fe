//! Finds the quantities of a document: every number that is no name, date or clock time, with its unit or noun, joined
//! into ranges, scores and ratios and bounded by the words around it.

mod age;
mod amount;
mod bounds;
mod context;
mod counted;
mod dates;
mod glue;
mod names;
mod parts;
mod range;
mod shapes;

use super::Quantity;
use crate::article::Article;
use crate::document::Document;
use crate::values::Mention;
use crate::values::number::{self, Number};
use amount::Amount;
use context::Context;
use gainsay_syntax::Span;

/// The quantities that an article states, in text order, none overlapping.
pub fn recognize(article: &Article, document: &Document) -> Vec<Mention<Quantity>> {
    let mut mentions = Vec::new();
    for (index, sentence) in document.sentences.iter().enumerate() {
        let numbers = numbers(&article.text, sentence.syntax.span);
        if numbers.is_empty() {
            continue;
        }
        let context = Context::new(&article.text, &sentence.syntax);
        let said = said(&context, &numbers);
        for (span, value) in said {
            // A number that a stray full stop has cut is read from its second half.
            mentions.pop_if(|last: &mut Mention<Quantity>| last.span.overlaps(span));
            mentions.push(Mention {
                span,
                sentence: index,
                value,
            });
        }
    }
    mentions
}

/// The quantities of one sentence that holds numbers.
fn said(context: &Context, numbers: &[Number]) -> Vec<(Span, Quantity)> {
    let amounts = read_amounts(context, numbers);
    let joined = range::join(context, amounts);
    let mut found: Vec<_> = joined
        .into_iter()
        .map(|amount| bounds::apply(context, amount))
        .collect();
    found.sort_by_key(|(span, _)| (span.start, std::cmp::Reverse(span.end)));
    let mut end = 0;
    found.retain(|(span, _)| {
        let free = span.start >= end;
        end = end.max(span.end);
        free
    });
    found
}

/// Every number as an amount of its own; special shapes first, since they claim numbers that would be names.
fn read_amounts(context: &Context, numbers: &[Number]) -> Vec<Amount> {
    let mut amounts = Vec::new();
    let mut end = 0;
    for (i, number) in numbers.iter().enumerate() {
        if number.span.start < end {
            continue;
        }
        let shaped = shapes::read(context, &numbers[i..]).or_else(|| age::read(context, number));
        let amount = shaped.or_else(|| {
            let fits = !names::is_name(context, number);
            fits.then(|| amount::read(context, number)).flatten()
        });
        end = amount
            .as_ref()
            .map_or(number.span.end, |a| a.span.end.max(number.span.end));
        amounts.extend(amount);
    }
    amounts
}

/// Every number of a stretch of text, in order, none overlapping.
fn numbers(text: &str, within: Span) -> Vec<Number> {
    let bytes = text.as_bytes();
    let mut numbers: Vec<Number> = Vec::new();
    let mut at = within.start;
    while at < within.end {
        let byte = bytes[at];
        if byte.is_ascii_alphabetic() {
            let len = bytes[at..within.end]
                .iter()
                .take_while(|b| b.is_ascii_alphabetic())
                .count();
            let starts_word = at == 0 || !is_word_byte(bytes[at - 1]);
            let number = (starts_word && number::is_number_word(&text[at..at + len]))
                .then(|| number::read(text, Span::new(at, within.end)))
                .flatten();
            at = number.map_or(at + len, |n| n.span.end);
            numbers.extend(number);
        } else if byte.is_ascii_digit() || byte == b'.' || byte >= 0xc2 {
            let number = number_at(text, at, within.end);
            at = number.map_or_else(|| skip(text, at), |n| n.span.end);
            numbers.extend(number);
        } else {
            at += 1;
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
    number::read(text, Span::new(at, end))
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
