//! What every reader gives: readable text in blocks, the way back to the file, and what the file says of itself.

use gainsay_syntax::Span;
use jiff::civil::Date;

use crate::article::{Block, BlockKind, Origin};

/// What a file says of its article: front matter, meta elements, JSON fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Metadata {
    pub(super) given_id: Option<String>,
    pub(super) source: Option<String>,
    pub(super) title: Option<String>,
    pub(super) date: Option<Date>,
    pub(super) url: Option<String>,
}

/// One article as its format's reader leaves it.
#[derive(Clone, Debug, Default)]
pub(super) struct Page {
    pub(super) meta: Metadata,
    pub(super) raw: String,
    pub(super) text: String,
    pub(super) origin: Origin,
    pub(super) blocks: Vec<Block>,
}

/// A block that stands under no heading and in no table.
pub(super) fn block(span: Span, kind: BlockKind) -> Block {
    Block {
        span,
        kind,
        headings: Vec::new(),
        row: None,
        column: None,
    }
}
