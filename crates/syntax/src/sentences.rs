//! Where sentences end: at a mark that no abbreviation, number or quotation claims, and at an empty line.

use crate::Span;
use crate::abbreviations::{self, Kind};
use crate::tokens::is_closer;

/// The sentences of the text inside `within`, without the blanks around them.
pub fn sentences(text: &str, within: Span) -> Vec<Span> {
    let mut found = Vec::new();
    let mut start = within.start;
    let inside = within.of(text);
    for (offset, c) in inside.char_indices() {
        let at = within.start + offset;
        if at < start {
            continue;
        }
        let end = match c {
            '.' | '!' | '?' | '…' => mark_end(text, Span::new(start, within.end), at),
            '\n' => line_end(text, Span::new(start, within.end), at),
            _ => None,
        };
        if let Some(end) = end {
            push(text, Span::new(start, end), &mut found);
            start = end;
        }
    }
    push(text, Span::new(start, within.end), &mut found);
    found
}

/// Adds a stretch without the blanks around it.
fn push(text: &str, stretch: Span, found: &mut Vec<Span>) {
    let inner = stretch.of(text);
    let start = stretch.end - inner.trim_start().len();
    let end = stretch.start + inner.trim_end().len();
    if start < end {
        found.push(Span::new(start, end));
    }
}

/// The end of the sentence at the mark at `at`, its closing quotation marks included; `None` if it goes on.
fn mark_end(text: &str, rest: Span, at: usize) -> Option<usize> {
    let after = &text[at..rest.end];
    let marks: usize = after
        .chars()
        .take_while(|c| matches!(c, '.' | '!' | '?' | '…'))
        .map(char::len_utf8)
        .sum();
    let closers: usize = after[marks..]
        .chars()
        .take_while(|&c| is_closer(c))
        .map(char::len_utf8)
        .sum();
    let end = at + marks + closers;
    let next = text[end..rest.end].trim_start();
    let blank = text[end..rest.end].len() - next.len();
    if next.is_empty() {
        return Some(rest.end);
    }
    let opens = next.starts_with(|c: char| {
        c.is_uppercase()
            || c.is_ascii_digit()
            || matches!(c, '"' | '“' | '‘' | '`' | '\'' | '(' | '[')
    });
    (blank > 0 && opens && !abbreviated(text, rest.start, at, marks + closers, next)).then_some(end)
}

/// Whether the stop at `at` belongs to the word before it and the sentence goes on with `next`.
fn abbreviated(text: &str, start: usize, at: usize, marks: usize, next: &str) -> bool {
    if marks > 1 || !text[at..].starts_with('.') {
        return false;
    }
    let before = &text[start..at];
    let word_start = before
        .rfind(|c: char| !c.is_alphanumeric() && c != '.')
        .map_or(0, |i| {
            i + before[i..].chars().next().map_or(1, char::len_utf8)
        });
    match abbreviations::kind(&before[word_start..]) {
        None => false,
        Some(Kind::Title | Kind::Inner | Kind::Initial) => true,
        Some(Kind::Number | Kind::Month) => next.starts_with(|c: char| c.is_ascii_digit()),
        Some(Kind::Outer | Kind::Letters) => !starts_sentence(next),
    }
}

/// Whether the first word of `next` is one that opens sentences rather than names.
fn starts_sentence(next: &str) -> bool {
    const OPENERS: [&str; 44] = [
        "A", "After", "All", "An", "And", "As", "At", "Before", "But", "By", "For", "From", "He",
        "Her", "His", "How", "However", "I", "If", "In", "It", "Its", "More", "No", "Not", "On",
        "One", "She", "Since", "So", "Some", "That", "The", "Their", "There", "These", "They",
        "This", "Those", "We", "What", "When", "While", "You",
    ];
    let word = next.trim_start_matches(['"', '“', '‘', '`', '\'', '(', '[']);
    let word = word
        .split(|c: char| !c.is_alphabetic())
        .next()
        .unwrap_or(word);
    OPENERS.contains(&word)
}

/// The end at a line break that an empty line follows.
fn line_end(text: &str, rest: Span, at: usize) -> Option<usize> {
    let after = &text[at + 1..rest.end];
    let blank = after.len() - after.trim_start_matches([' ', '\t', '\r']).len();
    after[blank..].starts_with('\n').then_some(at)
}
