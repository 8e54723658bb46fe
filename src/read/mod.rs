//! From the bytes of a file to articles: decode, find the readable blocks, keep the way back to every byte.
//!
//! One file a format. A reader gives a `Page`; what all formats share (headline, furniture, the date that stands in
//! the text) is added here, once.

mod charset;
mod compose;
pub mod date;
mod front_matter;
mod furniture;
mod headline;
mod html;
mod json;
pub mod language;
mod limits;
mod markdown;
mod name;
mod page;
mod plain;
mod table;

use std::path::Path;

use crate::article::Article;
use crate::error::{Error, Result};
pub use limits::Limits;
use page::Page;

/// The kinds of input that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// Plain text, with or without front matter.
    Text,
    /// Markdown, with or without front matter.
    Markdown,
    /// A web page.
    Html,
    /// One JSON document: an article or an array of them.
    Json,
    /// One article a line.
    Jsonl,
}

impl Format {
    /// Every format, in the order that help texts list them.
    pub const ALL: &'static [Self] = &[
        Self::Text,
        Self::Markdown,
        Self::Html,
        Self::Json,
        Self::Jsonl,
    ];

    /// The name that flags use.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Markdown => "markdown",
            Self::Html => "html",
            Self::Json => "json",
            Self::Jsonl => "jsonl",
        }
    }

    /// The format that a file's ending stands for; `None` for an ending that says nothing.
    pub fn of_path(path: &str) -> Option<Self> {
        let ending = Path::new(path).extension()?.to_str()?.to_ascii_lowercase();
        match ending.as_str() {
            "txt" | "text" => Some(Self::Text),
            "md" | "markdown" => Some(Self::Markdown),
            "html" | "htm" | "xhtml" => Some(Self::Html),
            "json" | "jsonld" => Some(Self::Json),
            "jsonl" | "ndjson" => Some(Self::Jsonl),
            _ => None,
        }
    }

    /// The format that a text without a telling name looks like.
    fn of_text(text: &str) -> Self {
        let start = text.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']);
        let is_json = || serde_json::from_str::<serde::de::IgnoredAny>(start).is_ok();
        match start.as_bytes().first() {
            Some(b'{' | b'[') if is_json() => Self::Json,
            Some(b'{') => Self::Jsonl,
            Some(b'<') if looks_like_html(start) => Self::Html,
            _ => Self::Text,
        }
    }
}

/// A doctype or one of the elements that open a page.
fn looks_like_html(text: &str) -> bool {
    let openings = [
        "<!doctype html",
        "<html",
        "<head",
        "<body",
        "<!--",
        "<?xml",
        "<article",
        "<div",
        "<p>",
    ];
    openings.iter().any(|o| {
        text.get(..o.len())
            .is_some_and(|head| head.eq_ignore_ascii_case(o))
    })
}

/// The articles of one file, in file order, within the usual limits; see [`read_within`].
///
/// # Errors
/// As [`read_within`].
pub fn read(bytes: &[u8], path: &str, format: Option<Format>) -> Result<Vec<Article>> {
    read_within(bytes, path, format, &Limits::default())
}

/// The articles of one file, in file order; their `id` and `story` are left for the caller to give.
///
/// `path` names the file in messages and, by its ending, its format where `format` does not.
///
/// # Errors
/// If the bytes are no text, or JSON that can not be read, or an article is beyond the limits.
pub fn read_within(
    bytes: &[u8],
    path: &str,
    format: Option<Format>,
    limits: &Limits,
) -> Result<Vec<Article>> {
    let raw = charset::decode(bytes).map_err(|what| {
        Error::new(
            path,
            format!("{what}, not a text"),
            "convert it to text, Markdown, HTML or JSON, or leave it out",
        )
    })?;
    let format = format
        .or_else(|| Format::of_path(path))
        .unwrap_or_else(|| Format::of_text(&raw));
    if !matches!(format, Format::Json | Format::Jsonl) {
        limits::hold(&raw, path, limits)?;
    }
    let pages = match format {
        Format::Text => {
            let (meta, start) = front_matter::split(&raw, path)?.unwrap_or_default();
            vec![(path.to_owned(), plain::read(raw, meta, start))]
        }
        Format::Markdown => {
            let (meta, start) = front_matter::split(&raw, path)?.unwrap_or_default();
            vec![(path.to_owned(), markdown::read(raw, meta, start))]
        }
        Format::Html => vec![(path.to_owned(), html::read(raw, path, limits)?)],
        Format::Json => json::read(&raw, path, limits)?,
        Format::Jsonl => json::read_lines(&raw, path, limits)?,
    };
    let articles = pages.into_iter();
    let mut articles: Vec<Article> = articles
        .map(|(place, page)| article(path, place, page))
        .collect();
    name::distinct(&mut articles);
    Ok(articles)
}

/// What all formats share: the headline, the furniture, the date that stands in the text, the lasting name.
fn article(file: &str, path: String, page: Page) -> Article {
    let blocks = headline::mark(page.blocks, &page.text, page.meta.title.as_deref());
    let blocks = furniture::mark(blocks, &page.text, page.meta.title.as_deref());
    let title = page
        .meta
        .title
        .or_else(|| headline::title(&blocks, &page.text));
    let date = page.meta.date.or_else(|| date::posted(&blocks, &page.text));
    let key = page
        .meta
        .given_id
        .clone()
        .or_else(|| page.meta.url.clone())
        .unwrap_or_else(|| name::lasting(file, &path, title.as_deref().unwrap_or(&page.text)));
    Article {
        id: String::new(),
        key,
        given_id: page.meta.given_id,
        path,
        source: page.meta.source,
        title,
        date,
        url: page.meta.url,
        story: String::new(),
        raw: page.raw,
        text: page.text,
        origin: page.origin,
        blocks,
    }
}
