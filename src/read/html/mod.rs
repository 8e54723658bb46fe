//! Web pages: the readable part as blocks whose every byte leads back to the file, and what the page says of itself.

mod blocks;
mod content;
mod dom;
mod entities;
mod metadata;

use super::page::{Metadata, Page};
use super::plain;

/// With less text than this in its elements, a page shows its article by script; JSON-LD may still hold it.
const SCRIPTED: usize = 250;

/// The page of an HTML file.
///
/// Where the elements hold next to nothing but JSON-LD holds the text, `raw` is that text.
pub(super) fn read(raw: String) -> Page {
    let dom = dom::parse(&raw);
    let (meta, body) = metadata::read(&dom, &raw);
    let content = content::find(&dom, &raw);
    let out = blocks::compose(&dom, &raw, &content);
    match body {
        Some(body) if out.text.len() < SCRIPTED && body.len() > 2 * out.text.len() => {
            plain::read(body, meta, 0)
        }
        _ => Page {
            meta: titled(meta, &out),
            text: out.text,
            origin: out.origin,
            blocks: out.blocks,
            raw,
        },
    }
}

/// Titles in meta elements carry the site's name ("… | The Courier"); the heading that begins the same does not.
fn titled(meta: Metadata, out: &super::compose::Composer) -> Metadata {
    let words = |s: &str| s.split_whitespace().collect::<Vec<_>>().join(" ");
    let heading = out
        .blocks
        .iter()
        .filter(|b| matches!(b.kind, crate::article::BlockKind::Heading(_)))
        .map(|b| words(b.span.of(&out.text)))
        .find(|h| {
            meta.title
                .as_ref()
                .is_some_and(|t| t.starts_with(h.as_str()))
        });
    Metadata {
        title: heading.or_else(|| meta.title.clone()),
        ..meta
    }
}
