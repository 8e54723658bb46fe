//! What `extract` found, for people: an article's values in a table, each with its place in the file.

use comfy_table::{ContentArrangement, Table, presets};

use super::ink::{self, Ink};
use super::visible::visible;
use super::{Layout, NARROWEST};
use crate::export::article::{ArticleRecord, Detail, MentionRecord};

/// The tables of some articles with the layout's width and paint, one below the other, and a line of figures.
pub fn articles(records: &[ArticleRecord], layout: &Layout) -> String {
    let width = layout.width.max(NARROWEST);
    let mut out = String::new();
    for record in records {
        out += &Ink::Strong.on(&visible(&heading(record)));
        out.push('\n');
        if !record.mentions.is_empty() {
            out += &mentions(&record.mentions, width);
        }
        out.push('\n');
    }
    let mentions: usize = records.iter().map(|r| r.mentions.len()).sum();
    let figures = format!(
        "{}, {}\n",
        counted(records.len(), "article"),
        counted(mentions, "mention")
    );
    ink::paint(&(out + &figures), layout.paint)
}

/// "1 article", "2 articles".
fn counted(count: usize, noun: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{plural}")
}

/// "story/one.txt: Storm cuts power (The Courier, 2024-09-03)".
fn heading(record: &ArticleRecord) -> String {
    let title = record
        .title
        .as_ref()
        .map_or_else(String::new, |t| format!(": {t}"));
    let about: Vec<&str> = [&record.source, &record.date]
        .into_iter()
        .flatten()
        .map(String::as_str)
        .collect();
    let about = if about.is_empty() {
        String::new()
    } else {
        format!(" ({})", about.join(", "))
    };
    format!("{}{title}{about}", record.path)
}

fn mentions(mentions: &[MentionRecord], width: usize) -> String {
    let mut table = Table::new();
    table
        .load_style(presets::NOTHING)
        .set_content_arrangement(ContentArrangement::Dynamic)
        .set_width(u16::try_from(width).unwrap_or(u16::MAX))
        .set_header(["line", "kind", "words", "value"]);
    for mention in mentions {
        table.add_row([
            format!("{}:{}", mention.line, mention.column),
            kind(&mention.detail).to_owned(),
            visible(&mention.text),
            visible(&mention.value),
        ]);
    }
    table
        .lines()
        .fold(String::new(), |out, line| out + line.trim_end() + "\n")
}

const fn kind(detail: &Detail) -> &'static str {
    match detail {
        Detail::Time { .. } => "time",
        Detail::Quantity { .. } => "quantity",
        Detail::Place { .. } => "place",
        Detail::Entity { .. } => "entity",
        Detail::Quote { .. } => "quote",
    }
}
