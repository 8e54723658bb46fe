//! Which blocks are the headline: the declared title, the page's first heading, or the short lines without a full stop
//! that stand before the prose.

use super::furniture;
use crate::article::{Block, BlockKind};

/// A headline with its deck is at most this many lines.
const MAX_LINES: usize = 4;
/// A headline has at most this many words.
const MAX_WORDS: usize = 25;
/// Prose has at least this many words.
const PROSE_WORDS: usize = 6;

/// The blocks with the headline marked as such.
pub(super) fn mark(blocks: Vec<Block>, text: &str, title: Option<&str>) -> Vec<Block> {
    let top = top(&blocks, text, title);
    blocks
        .into_iter()
        .enumerate()
        .map(|(i, block)| Block {
            kind: if top.contains(&i) {
                BlockKind::Headline
            } else {
                block.kind
            },
            ..block
        })
        .collect()
}

/// The headline's words, where there is one.
pub(super) fn title(blocks: &[Block], text: &str) -> Option<String> {
    let block = blocks.iter().find(|b| b.kind == BlockKind::Headline)?;
    let words: Vec<&str> = block.span.of(text).split_whitespace().collect();
    Some(words.join(" "))
}

/// Indices of the headline's blocks.
fn top(blocks: &[Block], text: &str, title: Option<&str>) -> Vec<usize> {
    let is_title = |b: &Block| title.is_some_and(|t| same_words(t, b.span.of(text)));
    if let Some(i) = blocks.iter().take(MAX_LINES).position(is_title) {
        return vec![i];
    }
    let is_first_heading = |b: &&Block| b.kind == BlockKind::Heading(1);
    if let Some(i) = blocks.iter().position(|b| is_first_heading(&b)) {
        return vec![i];
    }
    let Some(prose) = blocks.iter().position(|b| is_prose(b, text)) else {
        return Vec::new();
    };
    (0..prose.min(MAX_LINES))
        .filter(|&i| blocks[i].kind == BlockKind::Paragraph && is_headline(blocks[i].span.of(text)))
        .collect()
}

fn same_words(one: &str, other: &str) -> bool {
    one.split_whitespace().eq(other.split_whitespace())
}

/// A paragraph that ends like a sentence and is longer than most headings.
fn is_prose(block: &Block, text: &str) -> bool {
    let words = block.span.of(text);
    let end = words.trim_end_matches(['"', '\'', '”', '’', ')', ' ']);
    block.kind == BlockKind::Paragraph
        && end.ends_with(['.', '!', '?', ':', ';'])
        && words.split_whitespace().count() >= PROSE_WORDS
        && !is_headline(words)
}

/// "Storm cuts power to 4,000 homes" and "Is the bridge safe?" are; "He went home.", "OSLO, Norway (AP) _" and "By Jane
/// Doe" are not.
fn is_headline(line: &str) -> bool {
    let words = line.split_whitespace().count();
    let stopped = line.ends_with(['.', ';', ':', ',', '_', '-', '–', '—'])
        || line.ends_with(".\"")
        || line.ends_with(".”");
    (2..=MAX_WORDS).contains(&words) && !stopped && !furniture::is_line(line)
}
