//! CSV after RFC 4180: one row a side of a finding, for spreadsheets and data frames.
//!
//! A spreadsheet runs a cell that begins like a formula, so such a cell gets an apostrophe in front
//! (<https://owasp.org/www-community/attacks/CSV_Injection>).

use crate::comparison::{self, Comparison, Finding, Side};
use crate::report::labels::{slot_word, verdict_word};
use std::io::{self, Write};

/// The columns, in order.
pub const COLUMNS: [&str; 20] = [
    "fingerprint",
    "verdict",
    "slot",
    "rule",
    "confidence",
    "story",
    "question",
    "explanation",
    "source",
    "title",
    "date",
    "path",
    "line",
    "column",
    "start",
    "end",
    "holder",
    "said",
    "value",
    "quote",
];

/// How the file begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// With its first column's name, as data tools want it.
    None,
    /// With a byte order mark, without which Excel takes UTF-8 for the system's charset.
    ByteOrder,
}

/// One header row, then one row a side.
pub fn csv(comparison: &Comparison, mark: Mark, out: &mut dyn Write) -> io::Result<()> {
    match mark {
        Mark::None => {}
        Mark::ByteOrder => out.write_all("\u{FEFF}".as_bytes())?,
    }
    let header = COLUMNS.iter().map(|&name| name.to_owned());
    write_row(header, out)?;
    for finding in &comparison.findings {
        for side in &finding.sides {
            write_row(cells(comparison, finding, side).into_iter(), out)?;
        }
    }
    Ok(())
}

fn cells(comparison: &Comparison, finding: &Finding, side: &Side) -> Vec<String> {
    let article = comparison::article(&comparison.articles, &side.article);
    let of_article = |pick: fn(&crate::comparison::ArticleRow) -> Option<String>| {
        article.and_then(pick).unwrap_or_default()
    };
    vec![
        finding.fingerprint.clone(),
        verdict_word(finding.verdict).to_owned(),
        slot_word(finding.slot).to_owned(),
        finding.rule.clone(),
        finding.confidence.to_string(),
        of_article(|a| Some(a.story.clone())),
        finding.question.clone(),
        finding.explanation.clone(),
        of_article(|a| a.source.clone()),
        of_article(|a| a.title.clone()),
        of_article(|a| a.date.clone()),
        of_article(|a| Some(a.path.clone())),
        side.line.to_string(),
        side.column.to_string(),
        side.start.to_string(),
        side.end.to_string(),
        side.holder.clone().unwrap_or_default(),
        side.said.clone(),
        side.value.clone(),
        side.quote.clone(),
    ]
}

fn write_row(cells: impl Iterator<Item = String>, out: &mut dyn Write) -> io::Result<()> {
    let cells: Vec<String> = cells.map(|text| cell(&text)).collect();
    write!(out, "{}\r\n", cells.join(","))
}

/// A cell that no spreadsheet runs, quoted where it must be.
fn cell(text: &str) -> String {
    let mut text = text.replace('\0', "\u{FFFD}");
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']) {
        text.insert(0, '\'');
    }
    if text.contains([',', '"', '\r', '\n', ';', '\t']) {
        text = format!("\"{}\"", text.replace('"', "\"\""));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::cell;

    #[test]
    fn no_cell_is_a_formula() {
        assert_eq!(cell("=1+1"), "'=1+1");
        assert_eq!(cell("@SUM(A1)"), "'@SUM(A1)");
        assert_eq!(cell("-5, or so"), "\"'-5, or so\"");
        assert_eq!(cell("he said \"no\""), "\"he said \"\"no\"\"\"");
        assert_eq!(cell("9:38 a.m."), "9:38 a.m.");
    }
}
