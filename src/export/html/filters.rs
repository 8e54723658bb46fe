//! The bar that filters everything below it: verdict, slot, source, confidence, words.

use super::escape::text;
use super::{Entry, Story};
use crate::comparison::{Slot, Verdict};
use crate::report::labels::{slot_word, verdict_word};
use std::io::{self, Write};

const VERDICTS: [Verdict; 5] = [
    Verdict::Contradiction,
    Verdict::Tension,
    Verdict::Update,
    Verdict::Precision,
    Verdict::Agreement,
];

/// The form; hidden until the script runs, since it does nothing without it.
pub(super) fn filters(stories: &[Story], out: &mut dyn Write) -> io::Result<()> {
    writeln!(
        out,
        "<form class=\"filters\" role=\"search\" aria-label=\"Filter\" hidden>"
    )?;
    writeln!(out, "<fieldset><legend>Verdict</legend>")?;
    for verdict in VERDICTS {
        let entries = stories.iter().flat_map(|s| &s.entries);
        let number = entries.filter(|e| e.verdict() == verdict).count();
        let word = verdict_word(verdict);
        let on = if verdict == Verdict::Agreement {
            ""
        } else {
            " checked"
        };
        writeln!(
            out,
            "<label class=\"chip v-{word}\"><input type=\"checkbox\" name=\"verdict\" value=\"{word}\"{on}>\
             <span>{word} <b>{number}</b></span></label>"
        )?;
    }
    writeln!(out, "</fieldset>")?;
    let entries = stories.iter().flat_map(|s| &s.entries);
    let mut slots: Vec<Slot> = entries.filter_map(Entry::slot).collect();
    slots.sort();
    slots.dedup();
    let slots = slots
        .into_iter()
        .map(|slot| (slot_word(slot).to_owned(), slot_word(slot).to_owned()));
    select("slot", "About", "anything", slots, out)?;
    let sources = stories.iter().flat_map(|story| {
        let articles = story.articles.iter();
        articles.map(|article| (text(&article.id), story.label(&article.id)))
    });
    select("source", "Source", "any", sources, out)?;
    writeln!(
        out,
        "<label>At least <output>0</output> % sure<input type=\"range\" name=\"confidence\" min=\"0\" max=\"100\" \
         step=\"5\" value=\"0\"></label>\n\
         <label class=\"words\">Words<input type=\"search\" name=\"words\" placeholder=\"train, Sunday …\"></label>\n\
         <p class=\"shown\" role=\"status\"></p>\n</form>"
    )
}

fn select(
    name: &str,
    label: &str,
    all: &str,
    options: impl Iterator<Item = (String, String)>,
    out: &mut dyn Write,
) -> io::Result<()> {
    write!(
        out,
        "<label>{label}<select name=\"{name}\"><option value=\"\">{all}</option>"
    )?;
    for (value, word) in options {
        write!(out, "<option value=\"{value}\">{word}</option>")?;
    }
    writeln!(out, "</select></label>")
}
