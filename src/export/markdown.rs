//! Markdown that renders on GitHub: one table a story, the quotes of each row folded away below it.
//!
//! Article text is escaped, so that it can neither format, nor link, nor call a user's name.

use crate::comparison::{self, Account, Comparison, FactRow, Side, Verdict};
use crate::report::difference::{Difference, StoryRows, stories};
use crate::report::fold;
use crate::report::labels::{labels, verdict_word};
use crate::report::readable::value_beside;
use crate::report::summary::figures;
use crate::report::visible::visible;
use std::collections::BTreeMap;
use std::io::{self, Write};

/// Sources that one table shows side by side; more are listed by answer.
const SIDE_BY_SIDE: usize = 5;

/// What `verdicts` admit as tables and folded quotes.
pub fn markdown(
    comparison: &Comparison,
    verdicts: &[Verdict],
    out: &mut dyn Write,
) -> io::Result<()> {
    let labels: BTreeMap<String, String> = labels(comparison)
        .into_iter()
        .map(|(id, label)| (id, escape(&label)))
        .collect();
    for story in stories(comparison, verdicts) {
        if !story.name.is_empty() {
            writeln!(out, "## {}\n", escape(story.name))?;
        }
        if story.rows.is_empty() {
            writeln!(out, "Nothing disagrees.\n")?;
            continue;
        }
        table(&story, &labels, out)?;
        let compared = |told: &&Difference| told.fingerprint().is_some();
        for told in story.rows.iter().filter(compared) {
            quotes(comparison, told, &labels, out)?;
        }
    }
    writeln!(out, "{}", figures(comparison, verdicts).join(" · "))
}

fn table(
    story: &StoryRows,
    labels: &BTreeMap<String, String>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let articles: Vec<&str> = story
        .articles
        .iter()
        .map(|a| a.id.as_str())
        .filter(|id| {
            story
                .rows
                .iter()
                .any(|told| told.fact.accounts.iter().any(|a| a.article == *id))
        })
        .collect();
    let side_by_side = articles.len() <= SIDE_BY_SIDE;
    let columns: Vec<String> = if side_by_side {
        articles.iter().map(|&id| labels[id].clone()).collect()
    } else {
        vec!["Answers".to_owned()]
    };
    writeln!(out, "| Question | {} | Verdict |", columns.join(" | "))?;
    writeln!(out, "|---|{}---|", "---|".repeat(columns.len()))?;
    for told in &story.rows {
        let cells: Vec<String> = if side_by_side {
            articles.iter().map(|id| of_source(told.fact, id)).collect()
        } else {
            vec![by_answer(told.fact, labels)]
        };
        let question = escape(&told.fact.question);
        writeln!(
            out,
            "| {question} | {} | **{}** |",
            cells.join(" | "),
            verdict_word(told.verdict())
        )?;
    }
    writeln!(out)
}

fn of_source(fact: &FactRow, id: &str) -> String {
    let mut answers: Vec<String> = Vec::new();
    for account in fact.accounts.iter().filter(|a| a.article == id) {
        let answer = answer(account, ["<br>", ""]);
        if !answers.contains(&answer) {
            answers.push(answer);
        }
    }
    if answers.is_empty() {
        return "–".to_owned();
    }
    answers.join("<br>")
}

fn by_answer(fact: &FactRow, labels: &BTreeMap<String, String>) -> String {
    let mut groups: Vec<(&Account, Vec<String>)> = Vec::new();
    for account in &fact.accounts {
        let label = labels.get(&account.article).unwrap_or(&account.article);
        match groups
            .iter_mut()
            .find(|(first, _)| first.value == account.value)
        {
            Some((_, sources)) if sources.contains(label) => {}
            Some((_, sources)) => sources.push(label.clone()),
            None => groups.push((account, vec![label.clone()])),
        }
    }
    let (groups, more) = fold::answers(groups);
    let line = |(first, sources): &(&Account, Vec<String>)| {
        format!("{}: {}", answer(first, [" (", ")"]), fold::names(sources))
    };
    let rest = (more > 0).then(|| format!("and {more} other answers"));
    let lines: Vec<String> = groups.iter().map(line).chain(rest).collect();
    lines.join("<br>")
}

/// The answer, and its value between `before` and `after` where it adds something.
fn answer(account: &Account, [before, after]: [&str; 2]) -> String {
    let value = value_beside(&account.said, &account.value);
    let value = value.map_or(String::new(), |v| {
        format!("{before}= {}{after}", escape(&v))
    });
    format!(
        "{}{}{value}",
        escape(&account.said),
        holder(account.holder.as_deref())
    )
}

fn holder(holder: Option<&str>) -> String {
    holder.map_or(String::new(), |h| format!(" ({})", escape(h)))
}

fn quotes(
    comparison: &Comparison,
    told: &Difference,
    labels: &BTreeMap<String, String>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let word = verdict_word(told.verdict());
    writeln!(
        out,
        "<details><summary><b>{word}</b> {}</summary>\n",
        escape_html(&told.fact.question)
    )?;
    writeln!(out, "{}\n", escape(&told.explanation()))?;
    let (sides, more) = fold::sides(told.sides());
    for side in &sides {
        writeln!(out, "- {}", quote(comparison, side, labels))?;
    }
    if more > 0 {
        writeln!(out, "- and {more} more")?;
    }
    let fingerprint = escape(told.fingerprint().unwrap_or_default());
    let how = told.finding.map_or(String::new(), |finding| {
        let rule = escape(&finding.rule);
        format!("{rule}, confidence {:.2}, ", finding.confidence)
    });
    writeln!(out, "\n{how}{fingerprint}\n\n</details>\n")
}

fn quote(comparison: &Comparison, side: &Side, labels: &BTreeMap<String, String>) -> String {
    let path =
        comparison::article(&comparison.articles, &side.article).map_or("", |a| a.path.as_str());
    let holder = holder(side.holder.as_deref());
    let label = labels.get(&side.article).map_or("", String::as_str);
    format!(
        "**{label}** {}:{}:{}: “{}”{holder}",
        escape(path),
        side.line,
        side.column,
        escape(&side.quote)
    )
}

/// Text inside of HTML, where Markdown's backslash is a letter.
fn escape_html(text: &str) -> String {
    let text = visible(text).replace('&', "&amp;").replace('<', "&lt;");
    text.replace('>', "&gt;").replace('@', UNCALLED)
}

/// An empty comment parts the sign from the name, so that no user is called.
const UNCALLED: &str = "@<!-- -->";

/// Text that Markdown and the HTML around it show as it is, on one line.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in visible(text).chars() {
        match c {
            '&' => out += "&amp;",
            '<' => out += "&lt;",
            '>' => out += "&gt;",
            '@' => out += UNCALLED,
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '#' | '|' | '~' | '$' | '!' => {
                out.push('\\');
                out.push(c);
            }
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn article_text_can_not_format() {
        assert_eq!(escape("a|b"), "a\\|b");
        assert_eq!(
            escape("**no** <img src=x> @someone"),
            "\\*\\*no\\*\\* &lt;img src=x&gt; @<!-- -->someone"
        );
        assert_eq!(escape("two\nlines"), "two lines");
    }
}
