//! Front matter: YAML between `---` lines or TOML between `+++` lines at the top of a text.

use saphyr::{LoadableYamlNode, Yaml};
use serde_json::{Map, Value};

use super::page::Metadata;
use super::{date, json};
use crate::error::{Error, Result};

/// Longer or deeper front matter is none: those who parse it recurse, and an attacker chooses how deep.
const LONGEST: usize = 64_000;
/// Brackets in it, and list or question marks on one line of it.
const MOST_BRACKETS: usize = 200;
const MOST_MARKS: usize = 40;

/// What the front matter says, and where the text after it begins; `None` for a text without.
///
/// # Errors
/// If its date is none.
pub(super) fn split(raw: &str, path: &str) -> Result<Option<(Metadata, usize)>> {
    let start = raw.len() - raw.trim_start_matches('\u{feff}').len();
    for (fence, parse) in [
        ("---", yaml as fn(&str) -> Option<Map<String, Value>>),
        ("+++", toml),
    ] {
        let Some((matter, end)) = fenced(&raw[start..], fence) else {
            continue;
        };
        let Some(fields) = Some(matter).filter(|m| is_flat(m)).and_then(parse) else {
            continue;
        };
        let meta = json::metadata(&fields);
        return match fields.get("date").and_then(Value::as_str) {
            Some(text) if date::parse(text).is_none() => Err(invalid_date(path, text)),
            _ => Ok(Some((meta, start + end))),
        };
    }
    Ok(None)
}

/// Whether front matter is as short and as shallow as people write it.
fn is_flat(matter: &str) -> bool {
    let marks = |line: &str| line.matches("- ").count() + line.matches("? ").count();
    matter.len() <= LONGEST
        && matter.matches(['[', '{']).count() <= MOST_BRACKETS
        && matter.lines().all(|line| marks(line) <= MOST_MARKS)
}

fn invalid_date(path: &str, text: &str) -> Error {
    Error::new(
        format!("{path}:1"),
        format!("invalid date {text:?} in the front matter"),
        "write it as 2024-09-03",
    )
}

/// What stands between two fence lines, the first of which opens the text, and where the rest begins.
fn fenced<'a>(text: &'a str, fence: &str) -> Option<(&'a str, usize)> {
    let mut lines = text.split_inclusive('\n');
    let first = lines.next().filter(|line| line.trim_end() == fence)?;
    let mut at = first.len();
    for line in lines {
        if line.trim_end() == fence {
            return Some((&text[first.len()..at], at + line.len()));
        }
        at += line.len();
    }
    None
}

/// The scalars of a YAML mapping.
fn yaml(matter: &str) -> Option<Map<String, Value>> {
    let documents = Yaml::load_from_str(matter).ok()?;
    let fields = documents.first()?.as_mapping()?;
    let scalars = fields.iter().filter_map(|(key, value)| {
        let value = match (value.as_str(), value.as_integer()) {
            (Some(text), _) => text.to_owned(),
            (None, Some(number)) => number.to_string(),
            (None, None) => return None,
        };
        Some((key.as_str()?.to_owned(), Value::String(value)))
    });
    Some(scalars.collect())
}

/// The scalars of a TOML table.
fn toml(matter: &str) -> Option<Map<String, Value>> {
    let table: toml::Table = matter.parse().ok()?;
    let scalars = table.into_iter().filter_map(|(key, value)| {
        let value = match value {
            toml::Value::String(text) => text,
            toml::Value::Integer(number) => number.to_string(),
            toml::Value::Datetime(day) => day.to_string(),
            toml::Value::Float(_)
            | toml::Value::Boolean(_)
            | toml::Value::Array(_)
            | toml::Value::Table(_) => return None,
        };
        Some((key, Value::String(value)))
    });
    Some(scalars.collect())
}
