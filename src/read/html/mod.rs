//! Web pages: the readable part as blocks whose every byte leads back to the file, and what the page says of itself.

mod blocks;
mod content;
mod dom;
mod entities;
mod heading;
mod metadata;

use super::page::{Metadata, Page};
use super::{Limits, limits, plain};
use crate::error::Result;

/// With less text than this in its elements, a page shows its article by script; JSON-LD may still hold it.
const SCRIPTED: usize = 250;

/// The page of an HTML file.
///
/// Where the elements hold next to nothing but JSON-LD holds the text, `raw` is that text.
///
/// # Errors
/// If elements stand deeper inside one another than the limits allow; the message names `place`.
pub(super) fn read(raw: String, place: &str, limits: &Limits) -> Result<Page> {
    let dom = dom::parse(&raw);
    if dom.deepest > limits.nesting {
        return Err(limits::too_deep(place, limits));
    }
    let (meta, body) = metadata::read(&dom, &raw);
    let content = content::find(&dom, &raw);
    let heading = heading::find(&dom, &raw, &content, meta.title.as_deref());
    let outside = heading.filter(|&h| !dom.is_within(h, content.root));
    let out = blocks::compose(&dom, &raw, &content, outside);
    if let Some(body) = body
        && out.text.len() < SCRIPTED
        && body.len() > 2 * out.text.len()
    {
        return Ok(plain::read(body, meta, 0));
    }
    // Titles in meta elements carry the site's name ("… | The Courier"); the heading does not.
    let title = heading
        .map(|h| heading::words(&dom, &raw, h))
        .or(meta.title);
    Ok(Page {
        meta: Metadata { title, ..meta },
        text: out.text,
        origin: out.origin,
        blocks: out.blocks,
        raw,
    })
}
