//! Direct speech: quotation marks in pairs, across sentences and paragraphs.
//!
//! Marks are straight, curly or the doubled ones of typewriters, tight or spaced; apostrophes and inches are none.

use gainsay_syntax::Span;

use super::speaker;
use super::{Quote, Sentence};
use crate::article::{Article, BlockKind};

/// A speech that is opened and closed in different paragraphs spans at most this many.
const MAX_BLOCKS: usize = 4;

/// A quotation mark: where, of which family, and which way it can be read.
#[derive(Clone, Copy, Debug)]
struct Mark {
    span: Span,
    block: usize,
    single: bool,
    role: Role,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    Open,
    Close,
    Either,
}

/// The quotes of an article, in text order, each with its speaker where the words around it tell.
pub(super) fn find(article: &Article, sentences: &[Sentence]) -> Vec<Quote> {
    let spans = pairs(article);
    speaker::attribute(article, sentences, &spans)
}

/// The stretches of direct speech.
fn pairs(article: &Article) -> Vec<Span> {
    let marks = marks(article);
    let mut spans = Vec::new();
    let mut next = 0;
    while next < marks.len() {
        let mark = marks[next];
        if let Some(close) = close(&marks, next) {
            spans.push(mark.span.cover(marks[close].span));
            next = close + 1;
            continue;
        }
        if speech_goes_on(article, &marks, next) {
            let end = article.blocks[mark.block].span.end;
            spans.push(Span::new(mark.span.start, end));
        }
        next += 1;
    }
    spans
}

/// The mark that closes mark `open`: the next of its family, unless that one opens.
fn close(marks: &[Mark], open: usize) -> Option<usize> {
    let mark = marks[open];
    if mark.role == Role::Close {
        return None;
    }
    let (at, other) = (open + 1..marks.len())
        .map(|i| (i, marks[i]))
        .find(|(_, m)| m.single == mark.single)?;
    let reach = if mark.single { 0 } else { MAX_BLOCKS };
    (other.role != Role::Open && other.block - mark.block <= reach).then_some(at)
}

/// Whether mark `open` opens a speech whose next paragraph opens again: the closing mark is left out by custom.
fn speech_goes_on(article: &Article, marks: &[Mark], open: usize) -> bool {
    let mark = marks[open];
    mark.role != Role::Close
        && !mark.single
        && marks.get(open + 1).is_some_and(|other| {
            let start = article.blocks[other.block].span.start;
            other.block == mark.block + 1 && other.span.start == start
        })
}

/// All quotation marks of the blocks that are read, in text order.
fn marks(article: &Article) -> Vec<Mark> {
    article
        .blocks
        .iter()
        .enumerate()
        .filter(|(_, b)| !matches!(b.kind, BlockKind::Furniture | BlockKind::Code))
        .flat_map(|(i, b)| block_marks(&article.text, b.span, i))
        .collect()
}

fn block_marks(text: &str, block: Span, index: usize) -> Vec<Mark> {
    let words = block.of(text);
    let mut marks: Vec<Mark> = Vec::new();
    for (at, c) in words.char_indices() {
        if c.is_ascii_alphanumeric() || c == ' ' {
            continue;
        }
        let start = block.start + at;
        if marks.last().is_some_and(|m| m.span.end > start) {
            continue;
        }
        let len = if words[at..].starts_with("``") || words[at..].starts_with("''") {
            2
        } else {
            c.len_utf8()
        };
        let before = words[..at].chars().next_back();
        let after = words[at + len..].chars().next();
        if let Some((single, role)) = read_mark(&words[at..at + len], before, after) {
            marks.push(Mark {
                span: Span::new(start, start + len),
                block: index,
                single,
                role,
            });
        }
    }
    marks
}

/// Family (single or not) and role of a mark between two characters; `None` for apostrophes and all that is no mark.
///
/// Single marks close only behind punctuation: the apostrophe of "the workers’ hall" looks just the same.
fn read_mark(mark: &str, before: Option<char>, after: Option<char>) -> Option<(bool, Role)> {
    let at_start = before
        .is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '—' | '–' | '-' | '‘' | '“'));
    let at_end = after.is_none_or(|c| !c.is_alphanumeric());
    let stopped = before.is_some_and(|c| matches!(c, ',' | '.' | '?' | '!'));
    match mark {
        "“" | "``" => Some((false, Role::Open)),
        "”" | "''" => Some((false, Role::Close)),
        "\"" => Some((false, straight(at_start, at_end, before, after))),
        "‘" | "'" if at_start && after.is_some_and(char::is_uppercase) => {
            Some((true, Role::Open))
        }
        "’" | "'" if stopped && at_end => Some((true, Role::Close)),
        _ => None,
    }
}

/// A straight mark opens where a word begins and closes where one ends; between two blanks it does either.
fn straight(at_start: bool, at_end: bool, before: Option<char>, after: Option<char>) -> Role {
    let blank_after = after.is_none_or(char::is_whitespace);
    match (at_start, at_end) {
        (true, true) if before.is_some() && blank_after => Role::Either,
        (true, _) => Role::Open,
        (false, true) => Role::Close,
        (false, false) => Role::Either,
    }
}

#[cfg(test)]
mod tests {
    use super::pairs;
    use crate::article::Article;

    #[test]
    fn pairs_of_marks() {
        let cases: &[(&str, &[&str])] = &[
            ("\"We left,\" he said.", &["\"We left,\""]),
            ("\" We left , \" he said .", &["\" We left , \""]),
            ("``We left,'' he said.", &["``We left,''"]),
            (
                "He called it “a loss” and “a shame”.",
                &["“a loss”", "“a shame”"],
            ),
            ("‘We left,’ he said at the workers’ hall.", &["‘We left,’"]),
            (
                "\"We left.\nThen we came back,\" he said.",
                &["\"We left.\nThen we came back,\""],
            ),
            (
                "“We left.\n“Then we came back,” he said.",
                &["“We left.", "“Then we came back,”"],
            ),
            ("The board is 5\" wide, the workers' own.", &[]),
            ("He said \"we left.", &[]),
            ("(\"We left\")", &["\"We left\""]),
        ];
        for (text, quotes) in cases {
            let article = Article::plain("a1", text);
            let found: Vec<&str> = pairs(&article).into_iter().map(|s| s.of(text)).collect();
            assert_eq!(&found, quotes, "{text}");
        }
    }
}
