//! Cells: the column's header is the attribute, the row's header the topic, or the other way round.

use std::collections::BTreeSet;

use gainsay_syntax::Token;

use super::page::Page;
use super::topic::{self, End, Topic};

/// The topic of a cell's value and its label; `None` for a cell that heads others or that nothing heads.
pub(super) fn topic(page: &Page, block: usize) -> Option<(Topic, String)> {
    let cell = &page.article.blocks[block];
    let (row, column) = (cell.row?, cell.column?);
    let text = |i: usize| page.article.blocks[i].span.of(&page.article.text).trim();
    let mut topic = Topic::default();
    let mut header: Vec<Token> = Vec::new();
    for (own, siblings) in [
        (row, rows(page, column, row)),
        (column, columns(page, row, column)),
    ] {
        let tokens = page.tokens(own);
        let versions = header_versions(page, own, &tokens);
        if versions.is_empty() {
            let words = page.words(own);
            let others: BTreeSet<String> =
                siblings.into_iter().flat_map(|s| page.words(s)).collect();
            let apart: BTreeSet<String> = words.difference(&others).cloned().collect();
            if !apart.is_empty() {
                topic.axes.push(apart);
            }
        }
        topic.versions.extend(versions);
        header.extend(tokens);
    }
    let described = described(page, row, column);
    topic.words = topic::words(header.iter().chain(&described));
    topic.end = match (topic::end(header.iter()), topic::end(described.iter())) {
        // The default of a maximum is that maximum as it comes.
        (End::Default, End::Most | End::Least) => End::Open,
        (end, _) => end,
    };
    let text_of = |t: &Token| t.span.of(&page.article.text);
    topic.per = topic::per(
        header
            .iter()
            .map(text_of)
            .chain(text(block).split_whitespace()),
    );
    let label = format!("{}, {}", text(row), text(column));
    (!header.is_empty()).then_some((topic, label))
}

/// The words that describe a row beside the value: the longest other cell of the row, where it is a sentence.
fn described(page: &Page, row: usize, column: usize) -> Vec<Token> {
    let blocks = &page.article.blocks;
    let beside = (0..blocks.len())
        .filter(|&i| blocks[i].row == Some(row) && blocks[i].column.is_some_and(|c| c != column));
    let wordy = beside.map(|i| page.tokens(i)).filter(|t| t.len() > 3);
    wordy.flatten().collect()
}

/// The words that head a cell: those of its row and its column.
pub(super) fn header_words(page: &Page, block: usize) -> BTreeSet<String> {
    let cell = &page.article.blocks[block];
    let headers = cell.row.into_iter().chain(cell.column);
    let tokens = headers.flat_map(|h| page.tokens(h));
    tokens.map(|t| t.lemma.to_lowercase()).collect()
}

/// The other row headers of the cells under one column.
fn rows(page: &Page, column: usize, own: usize) -> Vec<usize> {
    let blocks = page.article.blocks.iter();
    let under = blocks.filter(|b| b.column == Some(column));
    under.filter_map(|b| b.row.filter(|&r| r != own)).collect()
}

/// The other column headers of the cells in one row.
fn columns(page: &Page, row: usize, own: usize) -> Vec<usize> {
    let blocks = page.article.blocks.iter();
    let within = blocks.filter(|b| b.row == Some(row));
    within
        .filter_map(|b| b.column.filter(|&c| c != own))
        .collect()
}

/// The versions that a header names: "Tern 6", or "6" in a column that is headed "Version".
fn header_versions(page: &Page, header: usize, tokens: &[Token]) -> Vec<String> {
    let text = &page.article.text;
    let block = &page.article.blocks[header];
    let said = block.span.of(text).trim();
    let number = said.trim_start_matches(['v', 'V']).trim_end_matches(".x");
    let under_version = || {
        block.column.is_some_and(|c| {
            let head = page.article.blocks[c].span.of(text).to_lowercase();
            head.contains("version") || head.contains("release")
        })
    };
    if topic::is_version(number) && (number.len() < said.len() || under_version()) {
        return vec![number.to_owned()];
    }
    topic::versions(tokens, text, &page.title)
        .into_iter()
        .map(|v| v.number)
        .collect()
}
