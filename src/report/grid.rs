//! The table itself: rows are questions, columns are sources, the last column is the verdict.

use super::cells::{answer, cell, natural, sources, wrap_answer};
use super::columns::{Arrangement, VERDICT, arrange, room, share};
use super::ink::Ink;
use super::visible::visible;
use super::wrap::{clip, width, wrap};
use super::{Row, fold, labels, readable};
use crate::comparison::{ArticleRow, FactRow, Verdict, distinct_answers};
use comfy_table::{Cell, ColumnConstraint, ContentArrangement, ContentLineStyle, LineStyle, Table};
use comfy_table::{TableStyle, Width, presets};
use std::collections::BTreeMap;

/// The table of one story's rows, each line ended by a line feed.
pub(super) fn grid(
    articles: &[&ArticleRow],
    rows: &[Row],
    labels: &BTreeMap<String, String>,
    room: usize,
) -> String {
    let is_asked = |article: &&&ArticleRow| {
        let facts = rows.iter().map(|row| row.told.fact);
        facts.into_iter().any(|fact| answers(fact, &article.id))
    };
    let answering: Vec<&ArticleRow> = articles.iter().filter(is_asked).copied().collect();
    match arrange(answering.len(), room) {
        Arrangement::BySource => by_source(&answering, rows, labels, room),
        Arrangement::ByAnswer => by_answer(rows, labels, room),
    }
}

fn answers(fact: &FactRow, article: &str) -> bool {
    fact.accounts
        .iter()
        .any(|account| account.article == article)
}

fn by_source(
    articles: &[&ArticleRow],
    rows: &[Row],
    labels: &BTreeMap<String, String>,
    total: usize,
) -> String {
    let mut header = vec![vec!["Question".to_owned()]];
    for article in articles {
        let mut lines = vec![labels[&article.id].clone()];
        lines.extend(article.date.as_deref().map(readable::readable));
        header.push(lines);
    }
    let cells: Vec<Vec<Vec<String>>> = rows
        .iter()
        .map(|row| {
            let mut cells = vec![vec![question(row)]];
            for article in articles {
                let accounts = row.told.fact.accounts.iter();
                let said = accounts.filter(|a| a.article == article.id);
                cells.push(
                    distinct_answers(said)
                        .into_iter()
                        .map(|group| answer(group[0]))
                        .collect(),
                );
            }
            cells
        })
        .collect();
    let naturals: Vec<usize> = (0..header.len())
        .map(|c| natural(cells.iter().map(|row| &row[c]).chain([&header[c]])))
        .collect();
    let widths = share(room(total, header.len() + 1), &naturals);
    let header = header
        .iter()
        .zip(&widths)
        .map(|(lines, &w)| heading(lines, w));
    let mut table = frame(header.collect(), &widths);
    for (row, cells) in rows.iter().zip(&cells) {
        let mut line: Vec<String> = cells
            .iter()
            .zip(&widths)
            .enumerate()
            .map(|(column, (lines, &w))| cell(lines, w, column))
            .collect();
        line.push(verdict(row.told.verdict()));
        table.add_row(line);
    }
    print(&table)
}

fn by_answer(rows: &[Row], labels: &BTreeMap<String, String>, total: usize) -> String {
    let groups: Vec<Vec<(String, String)>> = rows
        .iter()
        .map(|row| {
            let mut groups = distinct_answers(row.told.fact.accounts.iter());
            // What most sources say stands first, the one that stands alone last.
            groups.sort_by_key(|group| std::cmp::Reverse(sources(group, labels).len()));
            let (groups, more) = fold::answers(groups);
            let told = groups.into_iter();
            let told = told.map(|group| (answer(group[0]), fold::names(&sources(&group, labels))));
            let rest = (more > 0).then(|| (format!("and {more} other answers"), String::new()));
            told.chain(rest).collect()
        })
        .collect();
    let longest = |pick: fn(&(String, String)) -> &String| {
        let all = groups.iter().flatten();
        all.map(|group| width(pick(group)))
            .max()
            .unwrap_or(0)
            .max(7)
    };
    let questions = rows
        .iter()
        .map(|row| width(&question(row)))
        .max()
        .unwrap_or(0);
    let widths = share(
        room(total, 4),
        &[questions.max(8), longest(|g| &g.0), longest(|g| &g.1)],
    );
    let header = ["Question", "Answer", "Sources"].map(|h| Ink::Strong.on(h));
    let mut table = frame(header.to_vec(), &widths);
    for (row, groups) in rows.iter().zip(&groups) {
        let (said, by) = level(groups, widths[1], widths[2]);
        let question = cell(&[question(row)], widths[0], 0);
        table.add_row(vec![question, said, by, verdict(row.told.verdict())]);
    }
    print(&table)
}

/// Two cells in which each answer stands level with its sources.
fn level(groups: &[(String, String)], answer: usize, sources: usize) -> (String, String) {
    let (mut left, mut right) = (Vec::new(), Vec::new());
    for (said, by) in groups {
        left.extend(wrap_answer(said, answer));
        right.extend(
            wrap(by, sources)
                .into_iter()
                .map(|line| Ink::Faint.on(&line)),
        );
        let lines = left.len().max(right.len());
        left.resize(lines, String::new());
        right.resize(lines, String::new());
    }
    (left.join("\n"), right.join("\n"))
}

fn question(row: &Row) -> String {
    format!("{} {}", row.number, visible(&row.told.fact.question))
}

fn heading(lines: &[String], room: usize) -> String {
    let mut out = vec![Ink::Strong.on(&clip(&lines[0], room))];
    out.extend(
        lines[1..]
            .iter()
            .map(|line| Ink::Faint.on(&clip(line, room))),
    );
    out.join("\n")
}

fn verdict(verdict: Verdict) -> String {
    Ink::Verdict(verdict).on(labels::verdict_word(verdict))
}

/// Thin rules between rows and columns, a double one below the header, no frame.
fn rules() -> TableStyle {
    presets::UTF8_NO_BORDERS
        .header_lines(ContentLineStyle::none().junction('│'))
        .content_lines(ContentLineStyle::none().junction('│'))
        .row_separator(LineStyle::none().fill('─').junction('┼'))
}

fn frame(mut header: Vec<String>, widths: &[usize]) -> Table {
    let mut table = Table::new();
    table
        .load_style(rules())
        .set_content_arrangement(ContentArrangement::Dynamic)
        .set_width(u16::MAX);
    header.push(Ink::Strong.on("Verdict"));
    table.set_header(header.into_iter().map(Cell::new));
    // A column's constraint counts its padding.
    let fixed = widths.iter().chain([&VERDICT]).map(|&w| w as u16 + 2);
    table.set_constraints(fixed.map(|w| ColumnConstraint::Absolute(Width::Fixed(w))));
    table
}

fn print(table: &Table) -> String {
    table
        .lines()
        .fold(String::new(), |out, line| out + line.trim_end() + "\n")
}
