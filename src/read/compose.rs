//! Puts readable text together from pieces of a marked-up file, each piece with its place in it.

use gainsay_syntax::Span;

use super::page::block;
use crate::article::{Block, BlockKind, Origin, Replaced};

/// A text under construction: closed blocks and one that is open.
#[derive(Clone, Debug, Default)]
pub(super) struct Composer {
    pub(super) text: String,
    pub(super) origin: Origin,
    pub(super) blocks: Vec<Block>,
    /// Where the open block begins in `text`.
    open: usize,
    /// The headings that are in force: level and block, outermost first.
    headings: Vec<(u8, usize)>,
}

impl Composer {
    /// Adds words that stand in the file just so, at `raw`.
    pub(super) fn verbatim(&mut self, words: &str, raw: usize) {
        self.run(raw);
        self.text.push_str(words);
    }

    /// Adds words that stand for other bytes of the file: a decoded entity, one blank for a line end and indentation.
    pub(super) fn instead(&mut self, words: &str, raw: Span) {
        if words.is_empty() {
            return;
        }
        self.run(raw.start);
        let start = self.text.len();
        self.text.push_str(words);
        // One blank for one byte of white space leads back as it is.
        if words != " " || raw.len() != 1 {
            let text = Span::new(start, self.text.len());
            self.origin.replaced.push(Replaced { text, raw });
        }
    }

    /// Adds words with each run of white space as one blank.
    pub(super) fn collapsed(&mut self, words: &str, raw: usize) {
        let mut at = 0;
        for piece in words.split_inclusive(char::is_whitespace) {
            let word = piece.trim_end_matches(char::is_whitespace);
            if !word.is_empty() {
                self.verbatim(word, raw + at);
            }
            if word.len() < piece.len() {
                self.blank(Span::new(raw + at + word.len(), raw + at + piece.len()));
            }
            at += piece.len();
        }
    }

    /// Adds one blank, unless the block begins here or ends in one.
    pub(super) fn blank(&mut self, raw: Span) {
        if self.text.len() > self.open && !self.text.ends_with(' ') {
            self.instead(" ", raw);
        }
    }

    /// Where in the file the text ends that has been added so far.
    pub(super) fn raw_end(&self) -> usize {
        match self.text.len() {
            0 => 0,
            len => self.origin.raw_end(len),
        }
    }

    /// Closes the open block; its index, if there is something in it.
    pub(super) fn close(&mut self, kind: BlockKind) -> Option<usize> {
        let words = &self.text[self.open..];
        let lead = words.len() - words.trim_start().len();
        let len = words.trim().len();
        let span = Span::new(self.open + lead, self.open + lead + len);
        if len == 0 {
            self.open = self.text.len();
            return None;
        }
        self.text.push('\n');
        self.open = self.text.len();
        let index = self.blocks.len();
        if let BlockKind::Heading(level) = kind {
            self.headings.retain(|&(other, _)| other < level);
        }
        self.blocks.push(Block {
            headings: self.headings.iter().map(|&(_, i)| i).collect(),
            ..block(span, kind)
        });
        if let BlockKind::Heading(level) = kind {
            self.headings.push((level, index));
        }
        Some(index)
    }

    /// Begins a run at `raw`, unless the last one leads there anyhow.
    fn run(&mut self, raw: usize) {
        let at = self.text.len();
        let replaced = self
            .origin
            .replaced
            .last()
            .is_some_and(|r| r.text.end == at);
        if replaced || self.origin.runs.is_empty() || self.origin.raw_offset(at) != raw {
            self.origin.runs.push((at, raw));
        }
    }
}
