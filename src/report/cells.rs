//! What stands in a cell: the answers a source gives, as said, with the value beneath where it adds something.

use super::ink::Ink;
use super::readable::value_beside;
use super::visible::visible;
use super::wrap::{hang, width, wrap};
use crate::comparison::Account;
use std::collections::BTreeMap;

/// The labels of the articles that a group's accounts stand in, each once.
pub(super) fn sources(group: &[&Account], labels: &BTreeMap<String, String>) -> Vec<String> {
    let mut sources: Vec<String> = Vec::new();
    for account in group {
        let label = labels.get(&account.article).unwrap_or(&account.article);
        if !sources.contains(label) {
            sources.push(label.clone());
        }
    }
    sources
}

/// The answer as said, its holder, and the value where it adds something.
pub(super) fn answer(account: &Account) -> String {
    let text = with_holder(&visible(&account.said), account.holder.as_deref());
    match value_beside(&account.said, &account.value) {
        Some(value) => format!("{text}\n= {value}"),
        None => text,
    }
}

/// A cell's natural width: its longest line.
pub(super) fn natural<'a>(cells: impl Iterator<Item = &'a Vec<String>>) -> usize {
    cells
        .flatten()
        .flat_map(|lines| lines.split('\n'))
        .map(width)
        .max()
        .unwrap_or(0)
}

/// A cell's text wrapped; the question hangs behind its number.
pub(super) fn cell(lines: &[String], room: usize, column: usize) -> String {
    if lines.is_empty() {
        return Ink::Faint.on("–");
    }
    if column == 0 {
        let (number, label) = lines[0].split_once(' ').unwrap_or(("", &lines[0]));
        return hang(&format!("{number} "), label, room).join("\n");
    }
    let wrapped = lines.iter().flat_map(|line| wrap_answer(line, room));
    wrapped.collect::<Vec<_>>().join("\n")
}

/// `eleven (the coastguard)`: who is reported to say so.
pub(super) fn with_holder(text: &str, holder: Option<&str>) -> String {
    match holder {
        Some(holder) => format!("{text} ({})", visible(holder)),
        None => text.to_owned(),
    }
}

/// The words of the answer, then its value, faint.
pub(super) fn wrap_answer(answer: &str, room: usize) -> Vec<String> {
    let (said, value) = answer.split_once('\n').unwrap_or((answer, ""));
    let mut lines = wrap(said, room);
    if let Some(value) = value.strip_prefix("= ") {
        let value = hang("= ", value, room).into_iter();
        lines.extend(value.map(|line| Ink::Faint.on(&line)));
    }
    lines
}
