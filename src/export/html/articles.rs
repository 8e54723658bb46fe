//! The articles side by side, as a reader reads them, with every claim of a shown fact highlighted where it stands.

use super::Story;
use super::escape::{part, text};
use crate::article::{Article, Block, BlockKind};
use crate::comparison::{ArticleRow, Verdict};
use crate::report::labels::verdict_word;
use crate::report::readable::readable;
use gainsay_syntax::Span;
use std::collections::BTreeSet;
use std::io::{self, Write};

/// One account of one entry, in the article's text.
struct Highlight {
    span: Span,
    entry: usize,
    account: usize,
    verdict: Verdict,
}

/// A column an article.
pub(super) fn articles(story: &Story, out: &mut dyn Write) -> io::Result<()> {
    writeln!(
        out,
        "<div class=\"columns\" tabindex=\"0\" role=\"region\" aria-label=\"Articles\">"
    )?;
    for (row, article) in story.articles.iter().zip(&story.texts) {
        let highlights = article.map_or(vec![], |article| highlights(story, row, article));
        writeln!(
            out,
            "<article class=\"column\" data-article=\"{}\">",
            text(&row.id)
        )?;
        heading(story, row, out)?;
        writeln!(out, "<div class=\"text\" tabindex=\"0\">")?;
        match article {
            Some(article) => blocks(article, &highlights, out)?,
            None => writeln!(
                out,
                "<p class=\"none\">The text is not part of this report.</p>"
            )?,
        }
        writeln!(out, "</div></article>")?;
    }
    writeln!(out, "</div>")
}

fn heading(story: &Story, row: &ArticleRow, out: &mut dyn Write) -> io::Result<()> {
    let date = row
        .date
        .as_deref()
        .map_or(String::new(), |d| format!(" · {}", text(&readable(d))));
    let title = row.title.as_deref().map_or(String::new(), |t| {
        format!("<p class=\"title\">{}</p>", text(t))
    });
    writeln!(
        out,
        "<header><h3>{}</h3>{title}<p class=\"path\">{}{date}</p></header>",
        story.label(&row.id),
        text(&row.path)
    )
}

/// Where the accounts of all entries stand in the article's text.
fn highlights(story: &Story, row: &ArticleRow, article: &Article) -> Vec<Highlight> {
    let mut highlights = Vec::new();
    for entry in &story.entries {
        for (i, account) in entry.fact.accounts.iter().enumerate() {
            if account.article != row.id {
                continue;
            }
            let start = text_offset(article, account.start);
            let end = text_offset(article, account.end);
            if start < end {
                highlights.push(Highlight {
                    span: Span::new(start, end),
                    entry: entry.number,
                    account: i,
                    verdict: entry.verdict(),
                });
            }
        }
    }
    highlights
}

/// The offset in the text that an offset in the file came from; inside markup, the next one.
fn text_offset(article: &Article, raw: usize) -> usize {
    let runs = &article.origin.runs;
    let found = match runs
        .partition_point(|&(_, from)| from <= raw)
        .checked_sub(1)
    {
        Some(run) => {
            let next = runs
                .get(run + 1)
                .map_or(article.text.len(), |&(text, _)| text);
            (runs[run].0 + (raw - runs[run].1)).min(next)
        }
        None if runs.is_empty() => raw,
        None => 0,
    };
    let within = found.min(article.text.len());
    (within..=article.text.len())
        .find(|&i| article.text.is_char_boundary(i))
        .unwrap_or(article.text.len())
}

fn blocks(article: &Article, highlights: &[Highlight], out: &mut dyn Write) -> io::Result<()> {
    let row_heads: BTreeSet<usize> = article
        .blocks
        .iter()
        .filter_map(|block| block.row)
        .collect();
    let mut first: BTreeSet<(usize, usize)> = BTreeSet::new();
    for (i, block) in article.blocks.iter().enumerate() {
        let content = marked(article, block.span, highlights, &mut first);
        let begins = row_heads.contains(&i) || !follows_cell(article, i);
        let class = class(block, begins);
        match block.kind {
            BlockKind::Code => writeln!(out, "<pre>{}</pre>", code(block.span.of(&article.text)))?,
            _ => writeln!(out, "<p class=\"{class}\">{content}</p>")?,
        }
    }
    Ok(())
}

fn follows_cell(article: &Article, block: usize) -> bool {
    block > 0 && article.blocks[block - 1].kind == BlockKind::Cell
}

fn class(block: &Block, begins_row: bool) -> &'static str {
    match block.kind {
        BlockKind::Headline => "headline",
        BlockKind::Heading(_) => "heading",
        BlockKind::Paragraph | BlockKind::Code => "para",
        BlockKind::Item => "item",
        BlockKind::Cell if begins_row => "cell begins",
        BlockKind::Cell => "cell",
        BlockKind::Caption => "caption",
        BlockKind::Furniture => "furniture",
    }
}

/// Code with its lines kept.
fn code(raw: &str) -> String {
    raw.lines().map(code_line).collect::<Vec<_>>().join("\n")
}

/// A line of code with its indentation.
fn code_line(line: &str) -> String {
    let indent = line.chars().take_while(|c| c.is_whitespace()).count();
    format!("{}{}", " ".repeat(indent), text(line))
}

/// The block's text, cut wherever a highlight begins or ends, each piece marked with all that cover it.
fn marked(
    article: &Article,
    block: Span,
    highlights: &[Highlight],
    first: &mut BTreeSet<(usize, usize)>,
) -> String {
    let inside = highlights
        .iter()
        .filter(|h| h.span.start < block.end && block.start < h.span.end);
    let inside: Vec<&Highlight> = inside.collect();
    let mut cuts: BTreeSet<usize> = [block.start, block.end].into();
    for highlight in &inside {
        cuts.insert(highlight.span.start.clamp(block.start, block.end));
        cuts.insert(highlight.span.end.clamp(block.start, block.end));
    }
    let cuts: Vec<usize> = cuts.into_iter().collect();
    let mut out = String::new();
    for piece in cuts.windows(2) {
        let words = part(&article.text[piece[0]..piece[1]]);
        let mut cover: Vec<&&Highlight> = inside
            .iter()
            .filter(|h| h.span.start <= piece[0] && piece[1] <= h.span.end)
            .collect();
        // The narrowest claim is what a reader points at; of two, the worse.
        cover.sort_by_key(|h| (h.span.len(), h.verdict, h.entry));
        out += &mark(&words, &cover, first);
    }
    out
}

fn mark(words: &str, cover: &[&&Highlight], first: &mut BTreeSet<(usize, usize)>) -> String {
    let Some(worst) = cover.iter().map(|h| h.verdict).min() else {
        return words.to_owned();
    };
    let facts: Vec<String> = cover
        .iter()
        .map(|h| format!("{}.{}", h.entry, h.account))
        .collect();
    // Each account is led to where it begins, and a piece can carry one name only: the others get empty ones before it.
    let newly = cover.iter().filter(|h| first.insert((h.entry, h.account)));
    let begins: Vec<String> = newly
        .map(|h| format!("<span id=\"q{}-{}\"></span>", h.entry, h.account))
        .collect();
    format!(
        "{}<mark class=\"v-{}\" data-a=\"{}\" tabindex=\"0\" role=\"button\">{words}</mark>",
        begins.concat(),
        verdict_word(worst),
        facts.join(" ")
    )
}
