//! One finding in full: every quote in its line with carets below, what was made of it, and the rule that decided.

use super::cells::distinct;
use super::details::reason;
use super::ink::{self, Ink};
use super::labels::{labels, verdict_word};
use super::readable::value_beside;
use super::visible::visible;
use super::wrap::{hang, width, wrap};
use super::{Layout, NARROWEST};
use crate::article::Article;
use crate::comparison::{Account, Comparison, FactRow, Finding, Modality, Polarity};
use crate::verdict::rules;

/// Where what is said of an account begins.
const INDENT: &str = "     ";

/// The finding explained, ended by a line feed.
pub fn explain(
    comparison: &Comparison,
    articles: &[Article],
    finding: &Finding,
    layout: &Layout,
) -> String {
    let room = layout.width.max(NARROWEST);
    let mut lines = reason("", finding, room);
    let fact = comparison.facts.iter().find(|fact| fact.id == finding.fact);
    if let Some(fact) = fact {
        for account in &fact.accounts {
            lines.push(String::new());
            lines.extend(told(comparison, articles, fact, account, room));
        }
    }
    lines.push(String::new());
    lines.extend(decided(finding, room));
    let lines: Vec<&str> = lines.iter().map(|line| line.trim_end()).collect();
    let text = lines.join("\n") + "\n";
    ink::paint(&text, layout.paint)
}

/// One account: its answer's letter, its place, its line, what was made of it.
fn told(
    comparison: &Comparison,
    articles: &[Article],
    fact: &FactRow,
    account: &Account,
    room: usize,
) -> Vec<String> {
    let label = labels(comparison)
        .remove(&account.article)
        .unwrap_or_default();
    let row = comparison.articles.iter().find(|a| a.id == account.article);
    let article = articles.iter().find(|a| a.id == account.article);
    let before = article
        .and_then(|a| a.raw.get(..account.start))
        .unwrap_or_default();
    let line = before.matches('\n').count() + 1;
    let column = before
        .rsplit('\n')
        .next()
        .unwrap_or_default()
        .chars()
        .count()
        + 1;
    let path = visible(row.map_or("", |row| row.path.as_str()));
    let lead = format!("  {}  ", Ink::Strong.on(&letter(fact, account).to_string()));
    let head = format!(
        "{}  {}",
        Ink::Strong.on(&label),
        Ink::Faint.on(&format!("{path}:{line}:{column}"))
    );
    let mut lines = vec![format!("{lead}{head}")];
    lines.extend(in_place(article, account, room));
    for (name, what) in made_of_it(account) {
        let name = format!("{INDENT}{}  ", Ink::Faint.on(&format!("{name:<8}")));
        lines.extend(hang(&name, &what, room));
    }
    lines
}

fn made_of_it(account: &Account) -> Vec<(&'static str, String)> {
    let mut made = vec![("answer", visible(&account.said))];
    let value = visible(&account.value);
    let means = value_beside(&account.said, &account.value).filter(|means| *means != value);
    made.extend(means.map(|means| ("means", means)));
    made.push(("value", value));
    made.extend(
        account
            .holder
            .as_deref()
            .map(|holder| ("says", visible(holder))),
    );
    let put = match (account.polarity, account.modality) {
        (Polarity::Positive, Modality::Certain) => return made,
        (Polarity::Negative, Modality::Certain) => "denied",
        (Polarity::Positive, Modality::Planned) => "planned",
        (Polarity::Negative, Modality::Planned) => "planned not to be",
        (Polarity::Positive, Modality::Possible) => "possible",
        (Polarity::Negative, Modality::Possible) => "possibly not",
        (Polarity::Positive, Modality::Conditional) => "on a condition",
        (Polarity::Negative, Modality::Conditional) => "not, on a condition",
    };
    made.push(("put as", put.to_owned()));
    made
}

/// The answers lettered in the order in which they first come.
fn letter(fact: &FactRow, account: &Account) -> char {
    let groups = distinct(fact.accounts.iter());
    let own = groups.iter().position(|group| group.contains(&account));
    own.and_then(|i| ('A'..='Z').nth(i)).unwrap_or('…')
}

/// The quote in as much of its line as fits, with carets below it.
fn in_place(article: Option<&Article>, account: &Account, room: usize) -> Vec<String> {
    let room = room - INDENT.len();
    let quote = visible(&account.quote);
    let parts =
        article.and_then(|a| Some((a.raw.get(..account.start)?, a.raw.get(account.end..)?)));
    let (before, after) = parts.unwrap_or_default();
    let before = before.rsplit('\n').next().unwrap_or_default();
    let after = after.split('\n').next().unwrap_or_default();
    let spare = room.saturating_sub(width(&quote));
    if spare < 12 {
        return wrap(&quote, room)
            .iter()
            .flat_map(|line| underlined("", line, ""))
            .collect();
    }
    let after_room = spare / 2;
    let lead = tail(before, spare - after_room.min(width(after)));
    let trail = head(after, spare - width(&lead));
    underlined(&lead, &quote, &trail)
}

fn underlined(lead: &str, quote: &str, trail: &str) -> Vec<String> {
    let carets = format!("{}{}", " ".repeat(width(lead)), "^".repeat(width(quote)));
    vec![
        format!(
            "{INDENT}{}{}{}",
            Ink::Faint.on(lead),
            Ink::Strong.on(quote),
            Ink::Faint.on(trail)
        ),
        format!("{INDENT}{carets}"),
    ]
}

/// The last words of a text that fit, with the space before what follows kept.
fn tail(text: &str, room: usize) -> String {
    let space = if text.ends_with(char::is_whitespace) {
        " "
    } else {
        ""
    };
    let shown = format!("{}{space}", visible(text));
    if width(&shown) <= room {
        return shown;
    }
    let mut kept: Vec<char> = Vec::new();
    let mut used = 1;
    for c in shown.chars().rev() {
        used += width(c.encode_utf8(&mut [0; 4]));
        if used > room {
            break;
        }
        kept.push(c);
    }
    format!("…{}", kept.into_iter().rev().collect::<String>())
}

/// The first words of a text that fit, with the space after what precedes kept.
fn head(text: &str, room: usize) -> String {
    let space = if text.starts_with(char::is_whitespace) {
        " "
    } else {
        ""
    };
    super::wrap::clip(&format!("{space}{}", visible(text)), room)
}

/// The rule, and how sure it is.
fn decided(finding: &Finding, room: usize) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(rule) = rules::by_code(&finding.rule) {
        let meaning = format!("{}: {} (as in: {})", rule.code, rule.meaning, rule.example);
        lines.extend(hang("  rule     ", &meaning, room));
        let word = verdict_word(finding.verdict);
        let sure = format!(
            "{word}, {:.2} sure, where the rule alone is {:.2}",
            finding.confidence, rule.strength
        );
        lines.extend(hang("  verdict  ", &sure, room));
    }
    lines
}
