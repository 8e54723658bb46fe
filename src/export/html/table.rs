//! The comparison table: rows are questions, columns are sources, or the answers where there are many sources.

use super::escape::text;
use super::{Entry, Story};
use crate::comparison::{Account, distinct_answers};
use crate::report::fold;
use crate::report::labels::{slot_word, verdict_word};
use crate::report::readable::{readable, value_beside};
use std::collections::BTreeSet;
use std::io::{self, Write};

/// Sources that stand side by side in the table.
const SIDE_BY_SIDE: usize = 5;

/// The table of a story, or a line that nothing disagrees.
pub(super) fn table(story: &Story, out: &mut dyn Write) -> io::Result<()> {
    if story.entries.iter().all(|entry| entry.finding.is_none()) {
        writeln!(out, "<p class=\"nothing\">Nothing disagrees.</p>")?;
    }
    if story.entries.is_empty() {
        return Ok(());
    }
    let side_by_side = story.articles.len() <= SIDE_BY_SIDE;
    writeln!(
        out,
        "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Comparison table\"><table class=\"facts\">\n\
         <thead><tr><th scope=\"col\" data-sort=\"question\"><span>Question</span></th>"
    )?;
    if side_by_side {
        for article in &story.articles {
            let date = article
                .date
                .as_deref()
                .map(|d| text(&readable(d)))
                .unwrap_or_default();
            writeln!(
                out,
                "<th scope=\"col\">{}<small>{date}</small></th>",
                story.label(&article.id)
            )?;
        }
    } else {
        writeln!(out, "<th scope=\"col\">Answers</th>")?;
    }
    writeln!(
        out,
        "<th scope=\"col\" data-sort=\"verdict\"><span>Verdict</span></th>\
         <th scope=\"col\" data-sort=\"confidence\"><span>Sure</span></th></tr></thead>\n<tbody>"
    )?;
    for entry in &story.entries {
        row(story, entry, side_by_side, out)?;
    }
    writeln!(out, "</tbody></table></div>")
}

/// The attributes by which the script filters and sorts whatever belongs to an entry.
pub(super) fn attributes(entry: &Entry) -> String {
    let sources: BTreeSet<&str> = entry
        .fact
        .accounts
        .iter()
        .map(|a| a.article.as_str())
        .collect();
    let sources: Vec<String> = sources.into_iter().map(text).collect();
    format!(
        "data-f=\"{}\" data-verdict=\"{}\" data-slot=\"{}\" data-confidence=\"{}\" data-sources=\"{}\"",
        entry.number,
        verdict_word(entry.verdict()),
        entry.slot().map_or("", slot_word),
        percent(entry),
        sources.join(" "),
    )
}

/// How sure the verdict is, in hundredths; agreement is not weighed.
fn percent(entry: &Entry) -> usize {
    entry
        .finding
        .map_or(100, |f| (f.confidence * 100.0).round() as usize)
}

fn row(story: &Story, entry: &Entry, side_by_side: bool, out: &mut dyn Write) -> io::Result<()> {
    let word = verdict_word(entry.verdict());
    writeln!(
        out,
        "<tr class=\"v-{word}\" {}><th scope=\"row\"><a href=\"#{}\">{}</a></th>",
        attributes(entry),
        text(&entry.anchor()),
        text(&entry.fact.question)
    )?;
    if side_by_side {
        for article in &story.articles {
            let accounts = entry
                .fact
                .accounts
                .iter()
                .filter(|a| a.article == article.id);
            let answers = distinct_answers(accounts);
            let items: Vec<String> = answers.iter().map(|group| answer(group[0])).collect();
            let cell = if items.is_empty() {
                "<span class=\"none\">–</span>".to_owned()
            } else {
                items.concat()
            };
            writeln!(
                out,
                "<td data-label=\"{}\">{cell}</td>",
                story.label(&article.id)
            )?;
        }
    } else {
        write!(out, "<td>")?;
        for group in distinct_answers(entry.fact.accounts.iter()) {
            let sources: BTreeSet<&str> = group.iter().map(|a| a.article.as_str()).collect();
            let sources: Vec<String> = sources.iter().map(|id| story.label(id)).collect();
            let (answer, sources) = (answer(group[0]), fold::names(&sources));
            write!(
                out,
                "<div class=\"group\">{answer}<span class=\"by\">{sources}</span></div>"
            )?;
        }
        writeln!(out, "</td>")?;
    }
    let sure = entry
        .finding
        .map_or(String::new(), |_| format!("{} %", percent(entry)));
    writeln!(
        out,
        "<td><span class=\"tag\">{word}</span></td><td class=\"sure\">{sure}</td></tr>"
    )
}

/// The answer as said, who is reported to say so, the value where it adds something.
fn answer(account: &Account) -> String {
    let holder = account.holder.as_deref();
    let holder = holder.map_or(String::new(), |h| format!(" <i>{}</i>", text(h)));
    let value = value_beside(&account.said, &account.value);
    let value = value.map_or(String::new(), |v| format!("<small>= {}</small>", text(&v)));
    format!(
        "<p class=\"answer\">{}{holder}{value}</p>",
        text(&account.said)
    )
}
