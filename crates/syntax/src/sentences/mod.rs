//! Where sentences end: at a mark that no abbreviation, number or quotation claims, and at an empty line.
//!
//! Texts that were cut into words and glued again have blanks before closing quotation marks and inside numbers; both
//! are read as if the blank were not there.

mod cues;
mod stops;

use crate::Span;
use crate::tokens::is_closer;

/// The sentences of the text inside `within`, in text order and without the blanks around them.
pub fn sentences(text: &str, within: Span) -> Vec<Span> {
    let mut found = Vec::new();
    let mut start = within.start;
    for (offset, c) in within.of(text).char_indices() {
        let place = Place {
            text,
            start,
            at: within.start + offset,
            limit: within.end,
        };
        if place.at < start {
            continue;
        }
        let end = match c {
            '.' | '!' | '?' | '…' => mark_end(&place),
            '\n' => line_end(&place),
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

/// A mark in the text: the sentence so far starts at `start`, the mark stands at `at`, nothing beyond `limit` counts.
struct Place<'a> {
    text: &'a str,
    start: usize,
    at: usize,
    limit: usize,
}

impl<'a> Place<'a> {
    /// The sentence up to the mark.
    fn before(&self) -> &'a str {
        &self.text[self.start..self.at]
    }

    /// The text from `offset` on.
    fn from(&self, offset: usize) -> &'a str {
        &self.text[offset..self.limit]
    }
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

/// The end of the sentence at a mark, its closing quotation marks included; `None` if it goes on.
fn mark_end(place: &Place) -> Option<usize> {
    let after = place.from(place.at);
    let marks: usize = after
        .chars()
        .take_while(|c| matches!(c, '.' | '!' | '?' | '…'))
        .map(char::len_utf8)
        .sum();
    let end = closers_end(place, place.at + marks);
    let next = place.from(end).trim_start();
    let blank = place.from(end).len() - next.len();
    if next.is_empty() {
        return Some(place.limit);
    }
    let quoted = end > place.at + marks;
    let parted = blank > 0 || quoted || is_missing_blank(place.before(), &after[marks..]);
    let lone_stop = after.starts_with('.') && marks == 1;
    let goes_on = (quoted && cues::is_attribution(next))
        || (lone_stop && !quoted && stops::goes_on(place.before(), next));
    (parted && opens(next) && !goes_on).then_some(end)
}

/// Where the closing marks after `offset` end; a blank may stand before each.
fn closers_end(place: &Place, offset: usize) -> usize {
    let mut end = offset;
    loop {
        let rest = place.from(end);
        let next = rest.trim_start_matches(' ');
        let blank = rest.len() - next.len();
        let Some(closer) = next.chars().next().filter(|&c| is_closer(c)) else {
            return end;
        };
        let after = &next[closer.len_utf8()..];
        if blank > 0 && matches!(closer, '"' | '\'') && !closes(place, closer, after) {
            return end;
        }
        end += blank + closer.len_utf8();
    }
}

/// Whether a straight quotation mark with a blank before it closes: a blank follows too, and one is open.
fn closes(place: &Place, mark: char, after: &str) -> bool {
    let open = mark == '\'' || place.before().matches(mark).count() % 2 == 1;
    let last = after.trim_start().is_empty();
    last || (after.starts_with(|c: char| c.is_whitespace() || is_closer(c)) && open)
}

/// Whether the blank after the stop was lost: "he said.The train".
fn is_missing_blank(before: &str, after: &str) -> bool {
    let mut next = after.chars();
    before.ends_with(char::is_lowercase)
        && next.next().is_some_and(char::is_uppercase)
        && next.next().is_some_and(char::is_lowercase)
}

/// Whether a sentence can start so.
fn opens(next: &str) -> bool {
    let bare = next.trim_start_matches(['•', '*', '–', '—', '-', ' ']);
    bare.starts_with(|c: char| {
        c.is_uppercase()
            || c.is_ascii_digit()
            || matches!(
                c,
                '"' | '“' | '‘' | '`' | '\'' | '(' | '[' | '$' | '£' | '€'
            )
    }) || is_spelled_its_own_way(bare)
}

/// Names that keep a small first letter anywhere: "macOS", "iPhone", `max_clients`.
fn is_spelled_its_own_way(next: &str) -> bool {
    let word = next.split(char::is_whitespace).next().unwrap_or_default();
    word.starts_with(char::is_lowercase) && word.contains(|c: char| c.is_uppercase() || c == '_')
}

/// The end at a line break that an empty line follows.
fn line_end(place: &Place) -> Option<usize> {
    let after = place.from(place.at + 1);
    after
        .trim_start_matches([' ', '\t', '\r'])
        .starts_with('\n')
        .then_some(place.at)
}
