//! Markdown read by a parser that knows GitHub's tables: what is a cell, what is markup of ours, what is text.

use gainsay::comparison::{Comparison, Verdict};
use gainsay::report::difference::stories;
use gainsay::report::{DIFFERENCES, visible::visible};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// Holds the tables and quotes that a reader sees against what was exported.
pub(crate) fn holds(text: &str, comparison: &Comparison, name: &str) {
    let told: Vec<_> = stories(comparison, &DIFFERENCES)
        .into_iter()
        .flat_map(|story| story.rows)
        .collect();
    let seen = seen(text);
    let questions: Vec<&str> = seen.rows.iter().map(|row| row[0].as_str()).collect();
    let asked: Vec<String> = told.iter().map(|t| visible(&t.fact.question)).collect();
    assert_eq!(questions, asked, "{name}: a row a question, shown as it is");
    for row in &seen.rows {
        assert_eq!(row.len(), seen.columns, "{name}: {row:?}");
    }
    let quotes: usize = told.iter().map(|t| t.sides().len()).sum();
    assert_eq!(seen.items.len(), quotes, "{name}: an item a quote");
    let mut items = seen.items.iter();
    for side in told
        .iter()
        .flat_map(gainsay::report::difference::Difference::sides)
    {
        let item = items.next().expect("just counted");
        assert!(
            item.contains(&format!("“{}”", visible(&side.quote))),
            "{name}: {item}"
        );
    }
    let ours = ["<br>", "<details>", "<summary>", "<b>", "</", "<!-- -->"];
    for tag in &seen.tags {
        assert!(ours.iter().any(|our| tag.starts_with(our)), "{name}: {tag}");
    }
    assert!(!told.iter().any(|t| t.verdict() == Verdict::Agreement));
}

#[derive(Default)]
struct Seen {
    /// The cells of each row below a table's head.
    rows: Vec<Vec<String>>,
    /// Columns of the head.
    columns: usize,
    /// What each item of a list says.
    items: Vec<String>,
    /// All HTML.
    tags: Vec<String>,
}

fn seen(text: &str) -> Seen {
    let mut seen = Seen::default();
    let mut row: Vec<String> = Vec::new();
    let mut words = String::new();
    for event in Parser::new_ext(text, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::TableRow) => row.clear(),
            Event::Start(Tag::TableCell | Tag::Item) => words.clear(),
            Event::End(TagEnd::TableCell) => row.push(std::mem::take(&mut words)),
            Event::End(TagEnd::TableHead) => seen.columns = std::mem::take(&mut row).len(),
            Event::End(TagEnd::TableRow) => seen.rows.push(std::mem::take(&mut row)),
            Event::End(TagEnd::Item) => seen.items.push(std::mem::take(&mut words)),
            Event::Text(text) | Event::Code(text) => words += &text,
            Event::Html(tag) | Event::InlineHtml(tag) => {
                let tags = tag.split('<').skip(1).map(|tag| format!("<{tag}"));
                seen.tags.extend(tags);
            }
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                panic!("a link of an article's: {dest_url}");
            }
            Event::SoftBreak => words.push(' '),
            _ => {}
        }
    }
    seen
}
