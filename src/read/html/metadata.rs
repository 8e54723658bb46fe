//! What a page says of its article: JSON-LD, Open Graph and other meta elements, the canonical link, the title.

use jiff::civil::Date;
use serde_json::{Map, Value};

use super::dom::Dom;
use super::entities::decoded;
use crate::read::page::Metadata;
use crate::read::{date, json};

/// Meta elements with the day of publication, best first.
const DATES: &[&str] = &[
    "article:published_time",
    "og:published_time",
    "datePublished",
    "citation_publication_date",
    "citation_date",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date",
    "dc.date.issued",
    "dcterms.date",
    "dcterms.created",
    "pubdate",
    "publishdate",
    "publish-date",
    "date",
    "article:modified_time",
    "og:updated_time",
    "dateModified",
];
/// Meta elements with the title, best first.
const TITLES: &[&str] = &[
    "og:title",
    "twitter:title",
    "headline",
    "citation_title",
    "dc.title",
];
/// Meta elements with the publisher, best first.
const SOURCES: &[&str] = &[
    "og:site_name",
    "application-name",
    "publisher",
    "dc.publisher",
    "citation_journal_title",
];

/// The page's metadata and, if JSON-LD holds it, the article's text.
pub(super) fn read(dom: &Dom, raw: &str) -> (Metadata, Option<String>) {
    let linked = linked_data(dom, raw);
    let own = linked.as_ref().map(json::metadata).unwrap_or_default();
    let body = linked
        .as_ref()
        .and_then(|fields| fields.get("articleBody")?.as_str())
        .map(str::to_owned);
    let meta = |names: &[&str]| names.iter().find_map(|name| content(dom, name));
    let day = || {
        DATES
            .iter()
            .find_map(|name| date::parse(&content(dom, name)?))
    };
    let metadata = Metadata {
        given_id: None,
        source: own.source.or_else(|| meta(SOURCES)),
        title: own
            .title
            .or_else(|| meta(TITLES))
            .or_else(|| title(dom, raw)),
        date: own.date.or_else(day).or_else(|| time(dom)),
        url: canonical(dom).or_else(|| meta(&["og:url"])).or(own.url),
    };
    (metadata, body)
}

/// The value of a `<meta name=…>`, `<meta property=…>` or `<meta itemprop=…>`.
fn content(dom: &Dom, name: &str) -> Option<String> {
    let is_named = |node: &usize| {
        ["property", "name", "itemprop"]
            .iter()
            .filter_map(|a| dom.nodes[*node].attribute(a))
            .any(|value| value.eq_ignore_ascii_case(name))
    };
    let node = dom.named("meta").find(is_named)?;
    let value = dom.nodes[node].attribute("content")?.trim();
    (!value.is_empty()).then(|| value.to_owned())
}

fn canonical(dom: &Dom) -> Option<String> {
    let is_canonical = |node: &usize| dom.nodes[*node].attribute("rel") == Some("canonical");
    let node = dom.named("link").find(is_canonical)?;
    let address = dom.nodes[node].attribute("href")?;
    address.starts_with("http").then(|| address.to_owned())
}

fn title(dom: &Dom, raw: &str) -> Option<String> {
    let words = decoded(&dom.words(raw, dom.named("title").next()?));
    let words: Vec<&str> = words.split_whitespace().collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// The first `<time>` that has a whole date.
fn time(dom: &Dom) -> Option<Date> {
    dom.named("time")
        .find_map(|node| date::parse(dom.nodes[node].attribute("datetime")?))
}

/// The first JSON-LD object that is an article; broken JSON is passed over, as browsers do.
fn linked_data(dom: &Dom, raw: &str) -> Option<Map<String, Value>> {
    dom.named("script")
        .filter(|&node| dom.nodes[node].attribute("type") == Some("application/ld+json"))
        .filter_map(|node| serde_json::from_str::<Value>(dom.words(raw, node).trim()).ok())
        .find_map(|value| article(&value))
}

/// The article in a JSON-LD value: itself, in an array, or in a graph.
fn article(value: &Value) -> Option<Map<String, Value>> {
    match value {
        Value::Array(items) => items.iter().find_map(article),
        Value::Object(fields) if is_article(fields) => Some(fields.clone()),
        Value::Object(fields) => fields.get("@graph").and_then(article),
        _ => None,
    }
}

/// `NewsArticle`, `BlogPosting`, `TechArticle`, `Report` …
fn is_article(fields: &Map<String, Value>) -> bool {
    let is_kind = |v: &Value| {
        let kinds = ["Article", "Posting", "Report"];
        v.as_str()
            .is_some_and(|kind| kinds.iter().any(|k| kind.ends_with(k)))
    };
    match fields.get("@type") {
        Some(Value::Array(kinds)) => kinds.iter().any(is_kind),
        Some(kind) => is_kind(kind),
        None => false,
    }
}
