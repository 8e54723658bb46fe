//! An article as every later stage sees it: readable text in blocks, and the way back to the file's own bytes.
//!
//! Markup never reaches the later stages. `text` holds only what a reader reads; `origin` leads each offset of it
//! back to the decoded file, so that quotes are exact and places can be opened in an editor.

mod places;

use gainsay_syntax::Span;
use jiff::civil::Date;

pub use places::Places;

/// One article of one story.
#[derive(Clone, Debug)]
pub struct Article {
    /// Name inside one run: `a1`, `a2`, … in input order.
    pub id: String,
    /// Name that outlives the run: the given id, else the canonical URL, else the file's stem, in a file of many articles
    /// with its first words.
    pub key: String,
    /// The id that the input itself gives the article (a JSON field `id`, front matter).
    pub given_id: Option<String>,
    /// Path as the user gave it; `-` for standard input; `file.jsonl:7` for line 7 of a JSONL file.
    pub path: String,
    /// Who published it.
    pub source: Option<String>,
    /// Its headline.
    pub title: Option<String>,
    /// The day it was published: the document creation time that relative dates are read from.
    pub date: Option<Date>,
    /// Where it was published.
    pub url: Option<String>,
    /// The story it belongs to; articles of different stories are never compared.
    pub story: String,
    /// The file in UTF-8 (for JSON input: the decoded text field).
    pub raw: String,
    /// What a reader reads: the blocks, each ended by a line feed.
    pub text: String,
    /// From offsets of `text` to offsets of `raw`.
    pub origin: Origin,
    /// The blocks of `text`, in order, none overlapping.
    pub blocks: Vec<Block>,
}

/// A paragraph, heading, list item, table cell …
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Block {
    /// Where it stands in [`Article::text`].
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
    /// Indices of the headings it stands under, outermost first.
    pub headings: Vec<usize>,
    /// For a cell: the block that heads its row.
    pub row: Option<usize>,
    /// For a cell: the block that heads its column.
    pub column: Option<usize>,
}

/// The kinds of block that later stages tell apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BlockKind {
    /// The article's title: present tense for the past, no articles.
    Headline,
    /// A heading inside the article, with its level (1 is the highest).
    Heading(u8),
    /// Running prose.
    Paragraph,
    /// A list item.
    Item,
    /// A table cell, header cells included.
    Cell,
    /// The words below a picture.
    Caption,
    /// A code block or preformatted text.
    Code,
    /// Comments bars, share and subscribe lines, credits, repeated headlines: never a claim.
    Furniture,
}

/// Piecewise map from offsets of [`Article::text`] to offsets of [`Article::raw`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Origin {
    /// `(offset in text, offset in raw)` where a run of equal bytes begins, ascending in both. Empty: the identity.
    pub runs: Vec<(usize, usize)>,
    /// Stretches of text that stand for other bytes of the file ("&" for `&amp;`), ascending.
    pub replaced: Vec<Replaced>,
}

/// A stretch of text and the other bytes of the file that it stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Replaced {
    /// The stretch of [`Article::text`].
    pub text: Span,
    /// The bytes of [`Article::raw`].
    pub raw: Span,
}

impl Origin {
    /// The offset in `raw` of an offset in `text`; inside a replaced stretch, where that begins.
    pub fn raw_offset(&self, offset: usize) -> usize {
        if let Some(replaced) = self.replaced_at(offset) {
            return replaced.raw.start;
        }
        match self
            .runs
            .partition_point(|&(text, _)| text <= offset)
            .checked_sub(1)
        {
            Some(run) => self.runs[run].1 + (offset - self.runs[run].0),
            None => offset,
        }
    }

    /// The offset in `raw` where a stretch ends that ends at `end` in `text`.
    ///
    /// It is led back from the last byte, not from the byte after it: what lies between two runs is markup.
    pub(crate) fn raw_end(&self, end: usize) -> usize {
        match self.replaced_at(end - 1) {
            Some(replaced) => replaced.raw.end,
            None => self.raw_offset(end - 1) + 1,
        }
    }

    /// The replaced stretch that holds an offset of `text`.
    fn replaced_at(&self, offset: usize) -> Option<&Replaced> {
        let after = self.replaced.partition_point(|r| r.text.start <= offset);
        let replaced = &self.replaced[after.checked_sub(1)?];
        (offset < replaced.text.end).then_some(replaced)
    }
}

/// A stretch of the input file: what a report shows and an editor opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The bytes in [`Article::raw`].
    pub span: Span,
    /// 1-based line of its first character.
    pub line: usize,
    /// 1-based column of its first character, in characters.
    pub column: usize,
}

impl Article {
    /// The bytes of `raw` that a stretch of `text` stands for.
    pub fn stretch(&self, span: Span) -> Span {
        let start = self.origin.raw_offset(span.start);
        let end = if span.is_empty() {
            start
        } else {
            self.origin.raw_end(span.end)
        };
        let end = (end.max(start)..=self.raw.len())
            .find(|&i| self.raw.is_char_boundary(i))
            .unwrap_or(self.raw.len());
        Span::new(start, end)
    }

    /// Where a stretch of `text` stands in the file; [`Places`] tells it of many at less cost.
    pub fn place(&self, span: Span) -> Place {
        Places::of(self).place(span)
    }

    /// The file's own words for a stretch of `text`.
    pub fn quote(&self, span: Span) -> &str {
        self.stretch(span).of(&self.raw)
    }

    /// An article that is nothing but plain paragraphs, one a line: what tests and plain text need.
    pub fn plain(id: &str, text: &str) -> Self {
        let mut blocks = Vec::new();
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            let end = start + line.trim_end().len();
            if end > start {
                let block = Block {
                    span: Span::new(start, end),
                    kind: BlockKind::Paragraph,
                    headings: vec![],
                    row: None,
                    column: None,
                };
                blocks.push(block);
            }
            start += line.len();
        }
        Self {
            id: id.to_owned(),
            key: id.to_owned(),
            given_id: None,
            path: id.to_owned(),
            source: None,
            title: None,
            date: None,
            url: None,
            story: String::new(),
            raw: text.to_owned(),
            text: text.to_owned(),
            origin: Origin::default(),
            blocks,
        }
    }
}
