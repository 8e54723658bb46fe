//! Plain text: a paragraph a line, or paragraphs of wrapped lines between blank ones.

use gainsay_syntax::Span;

use super::furniture;
use super::page::{Metadata, Page, block};
use crate::article::{BlockKind, Origin};

/// A wrapped line is at least this long, in bytes …
const WRAP_MIN: usize = 40;
/// … and at most this long.
const WRAP_MAX: usize = 100;

/// The page of a plain text whose front matter ends at `start`; wrapped lines are joined by blanks, so that offsets
/// stay those of the file.
pub(super) fn read(raw: String, meta: Metadata, start: usize) -> Page {
    let lines = lines(&raw, start);
    let (text, paragraphs) = if is_wrapped(&raw, &lines) {
        let paragraphs = join(&raw, &lines);
        (unwrap_lines(&raw, &paragraphs), paragraphs)
    } else {
        (raw.clone(), lines)
    };
    Page {
        blocks: paragraphs
            .into_iter()
            .map(|span| {
                let marker = marker(span.of(&text));
                let kind = if marker > 0 {
                    BlockKind::Item
                } else {
                    BlockKind::Paragraph
                };
                block(Span::new(span.start + marker, span.end), kind)
            })
            .collect(),
        meta,
        origin: Origin::default(),
        raw,
        text,
    }
}

/// The lines from `start` on with something on them, trimmed.
fn lines(raw: &str, mut start: usize) -> Vec<Span> {
    let mut lines = Vec::new();
    for line in raw[start..].split_inclusive('\n') {
        let blank = |c: char| c.is_whitespace() || c == '\u{feff}';
        let lead = line.len() - line.trim_start_matches(blank).len();
        let words = line.trim_matches(blank);
        if !words.is_empty() {
            lines.push(Span::new(start + lead, start + lead + words.len()));
        }
        start += line.len();
    }
    lines
}

/// Whether the text is broken into lines of one width: most lines that another follows at once end inside a sentence,
/// at least two of them or one that goes on with a small letter.
fn is_wrapped(raw: &str, lines: &[Span]) -> bool {
    let followed: Vec<(Span, Span)> = lines
        .windows(2)
        .filter(|w| adjoining(raw, w[0], w[1]) && marker(w[1].of(raw)) == 0)
        .map(|w| (w[0], w[1]))
        .collect();
    let is_broken =
        |line: &Span| (WRAP_MIN..=WRAP_MAX).contains(&line.len()) && !ends_sentence(line.of(raw));
    let broken: Vec<Span> = followed
        .iter()
        .filter(|(line, _)| is_broken(line))
        .map(|&(_, next)| next)
        .collect();
    let goes_on = |next: &Span| next.of(raw).starts_with(char::is_lowercase);
    lines.iter().all(|l| l.len() <= WRAP_MAX + WRAP_MIN)
        && (broken.len() >= 2 || broken.iter().any(goes_on))
        && broken.len() * 2 > followed.len()
}

/// Whether nothing but one line feed stands between two lines.
fn adjoining(raw: &str, one: Span, other: Span) -> bool {
    raw[one.end..other.start]
        .bytes()
        .filter(|&b| b == b'\n')
        .count()
        == 1
}

fn ends_sentence(line: &str) -> bool {
    line.trim_end_matches(['"', '\'', '”', '’', ')'])
        .ends_with(['.', '!', '?', ':', ';'])
}

/// Adjoining lines as one paragraph, unless a list item begins or, above the first blank line, a byline or a day ends or
/// begins.
fn join(raw: &str, lines: &[Span]) -> Vec<Span> {
    let mut paragraphs: Vec<Span> = Vec::new();
    let mut in_head = true;
    let mut alone = false;
    for &line in lines {
        let words = line.of(raw);
        let follows = paragraphs
            .last()
            .is_some_and(|last| adjoining(raw, *last, line));
        in_head &= follows || paragraphs.is_empty();
        let was_alone = std::mem::replace(&mut alone, in_head && furniture::is_line(words));
        match paragraphs.last_mut() {
            Some(last) if follows && marker(words) == 0 && !alone && !was_alone => {
                last.end = line.end;
            }
            _ => paragraphs.push(line),
        }
    }
    paragraphs
}

/// The text with the line ends inside its paragraphs blanked, byte for byte.
fn unwrap_lines(raw: &str, paragraphs: &[Span]) -> String {
    let mut text = String::with_capacity(raw.len());
    for p in paragraphs {
        text.push_str(&raw[text.len()..p.start]);
        text.push_str(&p.of(raw).replace(['\n', '\r'], " "));
    }
    text.push_str(&raw[text.len()..]);
    text
}

/// Length of the mark that makes a line a list item: of "- " in "- one", of "3) " in "3) one"; 0 without one.
fn marker(line: &str) -> usize {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let numbered =
        (1..=2).contains(&digits) && [") ", ". "].iter().any(|s| line[digits..].starts_with(s));
    let bullet = ["- ", "* ", "• ", "· ", "+ "]
        .iter()
        .find(|b| line.starts_with(**b));
    match bullet {
        Some(bullet) => bullet.len(),
        None if numbered => digits + 2,
        None => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::{Metadata, read};

    fn blocks(raw: &str) -> Vec<String> {
        let page = read(raw.to_owned(), Metadata::default(), 0);
        assert_eq!(page.text.len(), page.raw.len());
        page.blocks
            .iter()
            .map(|b| b.span.of(&page.text).to_owned())
            .collect()
    }

    #[test]
    fn a_paragraph_a_line() {
        let raw = "\u{feff}One line.\r\n\r\n  Another “line”.  \n";
        assert_eq!(blocks(raw), ["One line.", "Another “line”."]);
    }

    #[test]
    fn wrapped_lines_are_one_paragraph() {
        let raw = "The bridge over the river was closed on Monday after\r\nengineers found cracks in two of its piers, and the\ncity said it would stay closed for weeks.\n\nA second paragraph.\n";
        let blocks = blocks(raw);
        assert_eq!(blocks.len(), 2);
        assert!(blocks[0].contains("after  engineers"));
    }

    #[test]
    fn one_line_that_goes_on_in_small_letters_is_wrapped() {
        let raw = "Bridge shut\n\nThe bridge over the river was closed on Monday after\nengineers found cracks.\n";
        assert_eq!(blocks(raw).len(), 2);
        let headline =
            "Bridge over the river closed on Monday for weeks\nEngineers found cracks.\n";
        assert_eq!(blocks(headline).len(), 2);
    }

    #[test]
    fn a_byline_above_wrapped_lines_stands_alone() {
        let raw = "Bridge shut\nThe Courier, 3 May 2011\n\nThe bridge over the river was closed on Monday after\nengineers found cracks in two of its piers, and the\ncity said it would stay closed for weeks.\n";
        assert_eq!(blocks(raw)[..2], ["Bridge shut", "The Courier, 3 May 2011"]);
        assert_eq!(blocks(raw).len(), 3);
    }
}
