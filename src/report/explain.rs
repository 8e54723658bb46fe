//! What was compared in full: every quote in its line with carets below, what was made of it, and how the verdict
//! came about.

use super::details::{place, reason};
use super::difference::Difference;
use super::ink::{self, Ink};
use super::labels::{labels, verdict_word};
use super::readable::{readable, value_beside};
use super::visible::visible;
use super::wrap::{hang, width, wrap};
use super::{Layout, NARROWEST};
use crate::article::Article;
use crate::comparison::{
    self, Account, Comparison, FactRow, Finding, Modality, Polarity, Verdict, distinct_answers,
};
use crate::verdict::rules;

/// Where what is said of an account begins.
const INDENT: &str = "     ";

/// What was compared explained, ended by a line feed.
pub fn explain(
    comparison: &Comparison,
    articles: &[Article],
    told: &Difference,
    layout: &Layout,
) -> String {
    let room = layout.width.max(NARROWEST);
    let mut lines = reason("", told, room);
    for account in &told.fact.accounts {
        lines.push(String::new());
        lines.push(headed(comparison, told.fact, account, layout));
        let article = articles.iter().find(|a| a.id == account.article);
        lines.extend(in_place(article, account, room));
        lines.extend(rows(INDENT, &made_of_it(account), room));
    }
    lines.push(String::new());
    lines.extend(rows("  ", &decided(told), room));
    let lines: Vec<&str> = lines.iter().map(|line| line.trim_end()).collect();
    let text = lines.join("\n") + "\n";
    ink::paint(&text, layout.paint)
}

/// An account's letter, its source and day, its place.
fn headed(comparison: &Comparison, fact: &FactRow, account: &Account, layout: &Layout) -> String {
    let label = labels(comparison)
        .remove(&account.article)
        .unwrap_or_default();
    let position = (account.line, account.column);
    let place = place(comparison, &account.article, position, &layout.links);
    let letter = Ink::Strong.on(&letter(fact, account).to_string());
    let article = comparison::article(&comparison.articles, &account.article);
    let day = article.and_then(|a| a.date.as_deref());
    let day = day.map_or(String::new(), |day| format!("  {}", readable(day)));
    format!("  {letter}  {}{day}  {place}", Ink::Strong.on(&label))
}

/// Names and what they stand for, one below the other.
fn rows(indent: &str, named: &[(&'static str, String)], room: usize) -> Vec<String> {
    let hung = |(name, what): &(&str, String)| {
        let name = format!("{indent}{}  ", Ink::Faint.on(&format!("{name:<8}")));
        hang(&name, what, room)
    };
    named.iter().flat_map(hung).collect()
}

fn made_of_it(account: &Account) -> Vec<(&'static str, String)> {
    let mut made = vec![
        ("question", visible(&account.question)),
        ("answer", visible(&account.said)),
    ];
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
    let groups = distinct_answers(fact.accounts.iter());
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

/// How the verdict came about: which answers met, the rule, how sure it is and why.
fn decided(told: &Difference) -> Vec<(&'static str, String)> {
    let match_of_all = format!(
        "{:.2} sure that all accounts answer one question",
        told.fact.cohesion
    );
    let mut rows = vec![("match", match_of_all)];
    let Some(finding) = told.finding else {
        rows.push(("verdict", meaning(told.verdict()).to_owned()));
        return rows;
    };
    rows.extend(met(told.fact, finding).map(|met| ("relation", met)));
    let word = verdict_word(finding.verdict);
    if let Some(rule) = rules::by_code(&finding.rule) {
        let line = format!("{}: {} (as in: {})", rule.code, rule.meaning, rule.example);
        rows.push(("rule", line));
        let rest = finding.confidence / rule.strength.max(f64::MIN_POSITIVE);
        let sure = format!(
            "{word}, {:.2} sure = {:.2} (the rule alone) × {rest:.2} (how plainly the answers differ, and how sure \
             the match is)",
            finding.confidence, rule.strength
        );
        rows.push(("verdict", sure));
    } else {
        rows.push(("verdict", format!("{word}, {:.2} sure", finding.confidence)));
    }
    rows
}

/// The two accounts that decided, by their letters.
fn met(fact: &FactRow, finding: &Finding) -> Option<String> {
    let [one, other] = finding.decided_by?.map(|i| fact.accounts.get(i));
    let (one, other) = (letter(fact, one?), letter(fact, other?));
    let how = match finding.verdict {
        Verdict::Contradiction => "exclude each other",
        Verdict::Update => "follow one upon the other",
        Verdict::Tension => "hardly fit together",
        Verdict::Precision | Verdict::Agreement | Verdict::Single => "fit together",
    };
    Some(format!("{one} and {other} {how}"))
}

fn meaning(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Precision => {
            "precision: one answer is more exact, rounded or wider; there is nothing to mend"
        }
        Verdict::Agreement => "agreement: the sources give the same answer",
        Verdict::Single => "one source: nothing to compare it with",
        Verdict::Contradiction | Verdict::Update | Verdict::Tension => {
            "not shown: below the confidence asked for"
        }
    }
}
