//! A card for each finding: the question, the reason, every quote with its place. The script shows one at a time.

use super::escape::text;
use super::table::attributes;
use super::{Entry, Story};
use crate::comparison::{Account, distinct_answers};
use crate::report::labels::{slot_word, verdict_word};
use crate::report::readable::value_beside;
use std::io::{self, Write};

/// The panel with all cards of a story.
pub(super) fn cards(story: &Story, out: &mut dyn Write) -> io::Result<()> {
    writeln!(
        out,
        "<div class=\"panel\">\n<nav class=\"steps\" aria-label=\"Findings\" hidden>\
         <button type=\"button\" data-step=\"-1\">Previous</button><span class=\"where\"></span>\
         <button type=\"button\" data-step=\"1\">Next</button></nav>"
    )?;
    for entry in &story.entries {
        card(story, entry, out)?;
    }
    writeln!(out, "</div>")
}

fn card(story: &Story, entry: &Entry, out: &mut dyn Write) -> io::Result<()> {
    let word = verdict_word(entry.verdict());
    let anchor = text(&entry.anchor());
    writeln!(
        out,
        "<article class=\"card v-{word}\" id=\"{anchor}\" tabindex=\"-1\" {}>",
        attributes(entry)
    )?;
    let slot = entry.slot().map_or("", slot_word);
    let how = entry.finding.map_or(slot.to_owned(), |f| {
        format!(
            "{slot} · {:.0} % sure · <code>{}</code>",
            f.confidence * 100.0,
            text(&f.rule)
        )
    });
    writeln!(
        out,
        "<p class=\"how\"><span class=\"tag\">{word}</span> {how}</p>"
    )?;
    writeln!(out, "<h3>{}</h3>", text(&entry.fact.question))?;
    let why = entry.told().explanation();
    writeln!(out, "<p class=\"why\">{}</p>", text(&why))?;
    writeln!(out, "<ol class=\"sides\">")?;
    for (i, account) in entry.fact.accounts.iter().enumerate() {
        side(story, entry, i, account, out)?;
    }
    writeln!(out, "</ol>")?;
    writeln!(
        out,
        "<p class=\"print\"><a href=\"#{anchor}\">#{anchor}</a></p>"
    )?;
    writeln!(out, "</article>")
}

fn side(
    story: &Story,
    entry: &Entry,
    i: usize,
    account: &Account,
    out: &mut dyn Write,
) -> io::Result<()> {
    let holder = account.holder.as_deref();
    let holder = holder.map_or(String::new(), |h| format!(" <i>{}</i>", text(h)));
    let value = value_beside(&account.said, &account.value);
    let value = value.map_or(String::new(), |v| {
        format!("<span class=\"value\">= {}</span>", text(&v))
    });
    let path = story
        .articles
        .iter()
        .find(|a| a.id == account.article)
        .map_or("", |a| a.path.as_str());
    let place = format!("{}:{}:{}", text(path), account.line, account.column);
    writeln!(
        out,
        "<li data-letter=\"{}\"><b>{}</b>{holder}<blockquote>{}</blockquote>{value}<a class=\"at\" href=\"#q{}-{i}\">{place}</a></li>",
        letter(entry, account),
        story.label(&account.article),
        text(&account.quote),
        entry.number,
    )
}

/// Answers are lettered in the order in which they first come; the 27th and later ones share a mark.
fn letter(entry: &Entry, account: &Account) -> char {
    let groups = distinct_answers(entry.fact.accounts.iter());
    let own = groups.iter().position(|group| group.contains(&account));
    own.and_then(|i| ('A'..='Z').nth(i)).unwrap_or('…')
}
