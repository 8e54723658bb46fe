//! JSON and JSON Lines: the article's text is one field, its metadata others, under the names that extractors use.
//!
//! Names are those of trafilatura, news-please and CC-News, newspaper4k, readability and its ports, schema.org, and our
//! own `id, source, title, date, url, text`. Offsets are those of the decoded text field.

use serde_json::{Map, Value};

use super::page::{Metadata, Page};
use super::{Limits, date, html, limits, plain};
use crate::error::{Error, Result};

/// Fields that hold the text, best first.
const TEXT: &[&str] = &[
    "text",
    "maintext",
    "articleBody",
    "text_content",
    "textContent",
    "raw_text",
    "body",
    "content",
];
/// Fields that hold the title, best first.
const TITLE: &[&str] = &["title", "headline", "title_page", "title_rss"];
/// Fields that hold the publisher, best first.
const SOURCE: &[&str] = &[
    "source",
    "source-hostname",
    "sitename",
    "site_name",
    "siteName",
    "meta_site_name",
    "publisher",
    "source_domain",
    "hostname",
    "domain",
];
/// Fields that hold the day of publication, best first.
const DATE: &[&str] = &[
    "date",
    "date_publish",
    "publish_date",
    "published_time",
    "publishedTime",
    "datePublished",
    "published",
    "pubDate",
    "dateCreated",
    "date_modify",
    "modified_time",
    "dateModified",
];
/// Fields that hold the address, best first; trafilatura calls it `source`.
const URL: &[&str] = &["url", "canonical_link", "source", "mainEntityOfPage", "@id"];
/// Fields that hold an array of articles.
const LISTS: &[&str] = &["@graph", "articles", "items", "documents", "results"];

/// The articles of one JSON document, each with its place in messages.
///
/// # Errors
/// If it is no JSON, or holds no article.
pub(super) fn read(raw: &str, path: &str, limits: &Limits) -> Result<Vec<(String, Page)>> {
    let json = raw.trim_start_matches('\u{feff}');
    let value: Value = serde_json::from_str(json).map_err(|e| {
        let place = format!("{path}:{}:{}", e.line(), e.column());
        Error::new(
            place,
            format!("invalid JSON: {}", reason(&e)),
            "mend the file, or name its format with --stdin-format if it is none",
        )
    })?;
    let articles = articles(&value);
    if articles.is_empty() {
        return Err(no_text(path));
    }
    let alone = articles.len() == 1;
    articles
        .into_iter()
        .enumerate()
        .map(|(i, fields)| {
            let place = if alone {
                path.to_owned()
            } else {
                format!("{path}#{}", i + 1)
            };
            let page = page(fields, &place, limits)?;
            Ok((place, page))
        })
        .collect()
}

/// The articles of a JSON Lines file, each with `path:line` as its place; empty lines are passed over.
///
/// # Errors
/// If a line is no JSON object, or holds no article.
pub(super) fn read_lines(raw: &str, path: &str, limits: &Limits) -> Result<Vec<(String, Page)>> {
    raw.trim_start_matches('\u{feff}')
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(i, line)| {
            let place = format!("{path}:{}", i + 1);
            let value: Value = serde_json::from_str(line).map_err(|e| {
                let what = format!("invalid JSON at column {}: {}", e.column(), reason(&e));
                Error::new(&place, what, "write one JSON object a line")
            })?;
            let fields = value.as_object().ok_or_else(|| {
                Error::new(&place, "not a JSON object", "write one JSON object a line")
            })?;
            let page = page(fields, &place, limits)?;
            Ok((place, page))
        })
        .collect()
}

fn no_text(place: &str) -> Error {
    Error::new(
        place,
        "no article text in the JSON",
        "put it into a field \"text\"",
    )
}

/// serde's message without its own line and column.
fn reason(error: &serde_json::Error) -> String {
    let message = error.to_string();
    match message.rfind(" at line ") {
        Some(end) => message[..end].to_owned(),
        None => message,
    }
}

/// The objects that hold an article: the document itself, its members if it is an array or wraps one.
fn articles(value: &Value) -> Vec<&Map<String, Value>> {
    match value {
        Value::Array(items) => items.iter().filter_map(Value::as_object).collect(),
        Value::Object(fields) if string(fields, TEXT).is_some() => vec![fields],
        Value::Object(fields) => LISTS
            .iter()
            .filter_map(|name| fields.get(*name)?.as_array())
            .flatten()
            .filter_map(Value::as_object)
            .filter(|f| string(f, TEXT).is_some())
            .collect(),
        _ => Vec::new(),
    }
}

/// One article's fields as a page.
///
/// # Errors
/// Without a text, or with one beyond the limits.
fn page(fields: &Map<String, Value>, place: &str, limits: &Limits) -> Result<Page> {
    let (name, text) = TEXT
        .iter()
        .find_map(|name| Some((*name, fields.get(*name)?.as_str()?)))
        .ok_or_else(|| no_text(place))?;
    limits::hold(text, place, limits)?;
    let meta = metadata(fields);
    // Readability's `content` is HTML; its text, where it is given, comes before.
    Ok(if name == "content" && text.trim_start().starts_with('<') {
        Page {
            meta,
            ..html::read(text.to_owned(), place, limits)?
        }
    } else {
        plain::read(text.to_owned(), meta, 0)
    })
}

/// What the fields say of the article.
pub(super) fn metadata(fields: &Map<String, Value>) -> Metadata {
    let is_address = |s: &String| s.starts_with("http://") || s.starts_with("https://");
    let day = |name: &&str| date::parse(&string(fields, &[name])?);
    let names = |name: &&str| string(fields, &[name]).filter(|s| !is_address(s));
    Metadata {
        given_id: string(fields, &["id"]),
        source: SOURCE.iter().find_map(names),
        title: string(fields, TITLE),
        date: DATE.iter().find_map(day),
        url: URL
            .iter()
            .find_map(|n| string(fields, &[n]).filter(is_address)),
    }
}

/// The first of these fields that says something: a text, a number, or an object with a name.
fn string(fields: &Map<String, Value>, names: &[&str]) -> Option<String> {
    names.iter().find_map(|name| match fields.get(*name)? {
        Value::String(s) => Some(s.trim().to_owned()).filter(|s| !s.is_empty() && s != "None"),
        Value::Number(n) => Some(n.to_string()),
        Value::Object(inner) => string(inner, &["name", "@id"]),
        Value::Array(items) => string(items.first()?.as_object()?, &["name", "@id"]),
        Value::Null | Value::Bool(_) => None,
    })
}
