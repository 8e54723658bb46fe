//! JSON-LD held against the vocabulary of schema.org, as far as `schema-org.tsv` has it.

use serde_json::Value;
use std::collections::BTreeMap;

/// What a property may be, by type and property.
fn vocabulary() -> BTreeMap<(&'static str, &'static str), Vec<&'static str>> {
    let rows = include_str!("schema-org.tsv").lines();
    rows.filter(|row| !row.starts_with('#'))
        .map(|row| {
            let mut cells = row.split('\t');
            let mut next = || cells.next().expect("three cells a row");
            ((next(), next()), next().split('|').collect())
        })
        .collect()
}

/// Where a node says what the vocabulary does not know, or not so.
pub(crate) fn violations(node: &Value) -> Vec<String> {
    let kind = node["@type"].as_str().unwrap_or("none");
    let vocabulary = vocabulary();
    let mut found = Vec::new();
    for (name, value) in node.as_object().into_iter().flatten() {
        if name == "@type" {
            continue;
        }
        match vocabulary.get(&(kind, name.as_str())) {
            None => found.push(format!("{kind} has no {name}")),
            Some(ranges) if !ranges.iter().any(|range| is(range, value)) => {
                found.push(format!("{kind}.{name} is none of {ranges:?}: {value}"));
            }
            Some(_) => {}
        }
        if value.is_object() {
            found.extend(violations(value));
        }
    }
    found
}

fn is(range: &str, value: &Value) -> bool {
    let text = value.as_str();
    match range {
        "Text" => text.is_some(),
        "URL" => text.is_some_and(|t| t.starts_with("https://") || t.starts_with("http://")),
        "Date" => text.is_some_and(|t| t.parse::<jiff::civil::Date>().is_ok()),
        node => value["@type"] == node,
    }
}
