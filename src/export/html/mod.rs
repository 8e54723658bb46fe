//! The report as one HTML file: no request to anywhere, readable without its script, safe with hostile articles.
//!
//! All that is shown is rendered here; the script only filters, sorts, chooses and draws the joining lines. The
//! page's policy admits exactly the style and the script that are part of it, by their hashes.

mod articles;
mod axis;
mod cards;
mod charts;
mod dots;
mod drawing;
mod escape;
mod filters;
mod matrix;
mod shares;
mod table;
mod timeline;

use crate::article::Article;
use crate::comparison::{ArticleRow, Comparison, FactRow, Finding, Slot, Verdict};
use crate::report::difference::{COMPARED, Difference, stories};
use crate::report::labels::labels;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use escape::text;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::io::{self, Write};

const STYLE: &str = concat!(
    include_str!("page.css"),
    include_str!("table.css"),
    include_str!("articles.css"),
    include_str!("charts.css"),
);
const SCRIPT: &str = concat!(
    "\"use strict\";(() => {\n",
    include_str!("filter.js"),
    include_str!("choose.js"),
    include_str!("joins.js"),
    "})();\n",
);

/// A fact with at least two accounts, and the finding about it, if there is one.
struct Entry<'a> {
    /// Its number in the page, from 0.
    number: usize,
    fact: &'a FactRow,
    finding: Option<&'a Finding>,
}

/// What every part of a story's section is made from.
struct Story<'a> {
    name: &'a str,
    number: usize,
    articles: Vec<&'a ArticleRow>,
    texts: Vec<Option<&'a Article>>,
    entries: Vec<Entry<'a>>,
    labels: &'a BTreeMap<String, String>,
}

/// The whole page.
pub fn html(comparison: &Comparison, articles: &[Article], out: &mut dyn Write) -> io::Result<()> {
    let labels = labels(comparison);
    let stories = sections(comparison, articles, &labels);
    head(&stories, out)?;
    header(comparison, &stories, out)?;
    filters::filters(&stories, out)?;
    writeln!(out, "<main>")?;
    for story in &stories {
        section(story, stories.len(), out)?;
    }
    writeln!(out, "</main>")?;
    footer(comparison, out)?;
    writeln!(out, "<script>{SCRIPT}</script>\n</body>\n</html>")
}

fn sections<'a>(
    comparison: &'a Comparison,
    texts: &'a [Article],
    labels: &'a BTreeMap<String, String>,
) -> Vec<Story<'a>> {
    let mut first = 0;
    let mut sections = Vec::new();
    let texts: BTreeMap<&str, &Article> = texts.iter().map(|a| (a.id.as_str(), a)).collect();
    for (number, story) in stories(comparison, &COMPARED).into_iter().enumerate() {
        let text_of = |row: &&ArticleRow| texts.get(row.id.as_str()).copied();
        let entries = entries(&story.rows, first);
        first += entries.len();
        sections.push(Story {
            name: story.name,
            number: number + 1,
            texts: story.articles.iter().map(text_of).collect(),
            articles: story.articles,
            entries,
            labels,
        });
    }
    sections
}

/// The rows of a story, numbered from `first`.
fn entries<'a>(rows: &[Difference<'a>], first: usize) -> Vec<Entry<'a>> {
    rows.iter()
        .enumerate()
        .map(|(i, told)| Entry {
            number: first + i,
            fact: told.fact,
            finding: told.finding,
        })
        .collect()
}

impl<'a> Entry<'a> {
    fn told(&self) -> Difference<'a> {
        Difference {
            fact: self.fact,
            finding: self.finding,
        }
    }

    fn verdict(&self) -> Verdict {
        self.told().verdict()
    }

    fn slot(&self) -> Option<Slot> {
        self.told().slot()
    }

    /// What links lead to: the fingerprint, or a name of its own where there is none.
    fn anchor(&self) -> String {
        match self.told().fingerprint() {
            Some(fingerprint) => fingerprint.to_owned(),
            None => format!("fact-{}", self.number),
        }
    }
}

impl Story<'_> {
    /// The source's name, to be escaped.
    fn plain_label(&self, article: &str) -> String {
        self.labels
            .get(article)
            .map_or(article, String::as_str)
            .to_owned()
    }

    /// The source's name in HTML.
    fn label(&self, article: &str) -> String {
        text(&self.plain_label(article))
    }
}

fn head(stories: &[Story], out: &mut dyn Write) -> io::Result<()> {
    let names: Vec<String> = stories.iter().map(|s| text(s.name)).collect();
    let title = match names.join(", ") {
        names if names.trim().is_empty() => "gainsay".to_owned(),
        names => format!("{names} · gainsay"),
    };
    writeln!(
        out,
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '{}'; \
         script-src '{}'; base-uri 'none'; form-action 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n<title>{title}</title>\n<style>{STYLE}</style>\n\
         </head>\n<body>",
        source_hash(STYLE),
        source_hash(SCRIPT),
    )
}

/// What a content security policy calls an inline source by.
fn source_hash(source: &str) -> String {
    format!(
        "sha256-{}",
        STANDARD.encode(Sha256::digest(source.as_bytes()))
    )
}

fn header(comparison: &Comparison, stories: &[Story], out: &mut dyn Write) -> io::Result<()> {
    let count = |verdict| {
        comparison
            .findings
            .iter()
            .filter(|f| f.verdict == verdict)
            .count()
    };
    let compared = comparison
        .facts
        .iter()
        .filter(|f| f.verdict != Verdict::Single)
        .count();
    let precise = comparison.facts.iter();
    let precise = precise.filter(|f| f.verdict == Verdict::Precision).count();
    let (claims, unread) = comparison
        .articles
        .iter()
        .fold((0, 0), |(c, u), a| (c + a.claims, u + a.unread_sentences));
    let title = match stories {
        [one] if !one.name.is_empty() => text(one.name),
        [_] | [] => "One story".to_owned(),
        many => format!("{} stories", many.len()),
    };
    writeln!(
        out,
        "<a class=\"skip\" href=\"#main\">Skip to the comparison</a>\n<header class=\"top\">"
    )?;
    writeln!(
        out,
        "<p class=\"brand\">gainsay</p>\n<h1>{title}</h1>\n<ul class=\"tally\">"
    )?;
    let figures = [
        (
            count(Verdict::Contradiction),
            ["contradiction", "contradictions"],
            "v-contradiction",
        ),
        (
            count(Verdict::Tension),
            ["tension", "tensions"],
            "v-tension",
        ),
        (count(Verdict::Update), ["update", "updates"], "v-update"),
        (
            precise,
            ["difference in precision", "differences in precision"],
            "v-precision",
        ),
    ];
    for (number, [one, many], class) in figures {
        let what = if number == 1 { one } else { many };
        writeln!(out, "<li class=\"{class}\"><b>{number}</b> {what}</li>")?;
    }
    writeln!(
        out,
        "</ul>\n<p class=\"figures\">{} articles, {claims} claims, {compared} facts compared; {unread} sentences not \
         understood, {} findings below confidence not shown</p>\n</header>",
        comparison.articles.len(),
        comparison.not_shown.below_confidence,
    )
}

fn section(story: &Story, stories: usize, out: &mut dyn Write) -> io::Result<()> {
    writeln!(
        out,
        "<section class=\"story\" id=\"story-{}\">",
        story.number
    )?;
    if stories > 1 {
        writeln!(out, "<h2 class=\"name\">{}</h2>", text(story.name))?;
    }
    table::table(story, out)?;
    writeln!(
        out,
        "<section class=\"work\" aria-label=\"Articles side by side\">"
    )?;
    cards::cards(story, out)?;
    articles::articles(story, out)?;
    writeln!(
        out,
        "<svg class=\"joins\" aria-hidden=\"true\"></svg>\n</section>"
    )?;
    charts::charts(story, out)?;
    matrix::matrix(story, out)?;
    writeln!(out, "</section>")
}

fn footer(comparison: &Comparison, out: &mut dyn Write) -> io::Result<()> {
    writeln!(
        out,
        "<footer><p>Made by {} {}. A disagreement between articles is not a finding about which of them is right.</p>\
         </footer>",
        text(&comparison.tool.name),
        text(&comparison.tool.version),
    )
}
