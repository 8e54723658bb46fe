//! From the text of a `gainsay.toml` to its settings, with the place of whatever is wrong.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::str::FromStr;

use jiff::civil::Date;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::apply::matcher;
use super::{Check, Config, IgnoreRule, Source, Story};
use crate::error::{Error, Result};
use crate::gate::entry::day;
use crate::gate::policy::{self, Severity};

/// The keys of each table; the first is the file itself.
pub(super) const KEYS: [(&str, &[&str]); 5] = [
    (
        "",
        &[
            "aliases",
            "check",
            "ignore",
            "min-confidence",
            "rules",
            "source",
            "story",
            "verdicts",
        ],
    ),
    ("story", &["files", "folders", "name"]),
    ("source", &["date", "files", "id", "name", "url"]),
    ("check", &["baseline", "fail-on", "stale"]),
    ("ignore", &["path", "reason", "rule"]),
];

/// The verdicts that a configuration can weigh.
const VERDICTS: [&str; 4] = ["contradiction", "update", "tension", "precision"];

type Value<'i> = Spanned<DeValue<'i>>;

/// The file as errors name it: path and text.
#[derive(Clone, Copy)]
struct File<'a> {
    name: &'a str,
    text: &'a str,
}

impl File<'_> {
    fn line(&self, span: &Range<usize>) -> usize {
        let before = self.text.get(..span.start).unwrap_or(self.text);
        before.bytes().filter(|&b| b == b'\n').count() + 1
    }

    fn error(
        &self,
        span: &Range<usize>,
        what: impl Into<String>,
        mend: impl Into<String>,
    ) -> Error {
        Error::new(format!("{}:{}", self.name, self.line(span)), what, mend)
    }
}

/// Reads a configuration; `name` is the file's for the error, `rules` are the codes that exist.
///
/// ```
/// let error = gainsay::config::parse("[check]\nfail_on = []\n", "gainsay.toml", &[]).unwrap_err();
/// assert_eq!(error.to_string(), "gainsay.toml:2: unknown key `fail_on` in [check] (did you mean `fail-on`?)");
/// ```
pub fn parse(text: &str, name: &str, rules: &[&str]) -> Result<Config> {
    let file = File { name, text };
    let document = DeTable::parse(text).map_err(|error| {
        let span = error.span().unwrap_or_default();
        let what = format!("not TOML: {}", error.message().replace('\n', ", "));
        file.error(&span, what, "mend the line")
    })?;
    let top = document.get_ref();
    refuse_unknown(file, top, "")?;
    let mut config = Config::default();
    for (key, value) in top {
        match key.get_ref().as_ref() {
            "min-confidence" => config.min_confidence = Some(confidence(file, value)?),
            "story" => config.stories = each(file, value, "story", story)?,
            "source" => config.sources = each(file, value, "source", source)?,
            "ignore" => config.ignores = each(file, value, "ignore", ignore)?,
            "check" => config.check = check(file, table(file, value, "check")?)?,
            "aliases" => config.aliases = aliases(file, value)?,
            "rules" => config.rules = weights(file, value, rules, "rule")?,
            "verdicts" => {
                let weights = weights(file, value, &VERDICTS, "verdict")?;
                let known = |name: String| policy::verdict(&name).expect("VERDICTS are verdicts");
                config.verdicts = weights.into_iter().map(|(n, w)| (known(n), w)).collect();
            }
            // Keys that are not in KEYS were refused above.
            _ => {}
        }
    }
    for ignore in &config.ignores {
        if let Some(rule) = &ignore.rule {
            known_rule(rule, rules).map_err(|(what, mend)| {
                Error::new(format!("{name}:{}", ignore.line), what, mend)
            })?;
        }
    }
    Ok(config)
}

fn refuse_unknown(file: File, table: &DeTable, section: &str) -> Result<()> {
    let known = KEYS.iter().find(|(name, _)| *name == section);
    let known = known.map_or(&[][..], |(_, keys)| keys);
    for key in table.keys() {
        let name = key.get_ref().as_ref();
        if !known.contains(&name) {
            let place = match section {
                "" => "at the top".to_owned(),
                section => format!("in [{section}]"),
            };
            let what = format!("unknown key `{name}` {place}");
            return Err(file.error(&key.span(), what, suggest(name, known)));
        }
    }
    Ok(())
}

/// The nearest known name, or all of them.
fn suggest(name: &str, known: &[&str]) -> String {
    let shaped = name.to_lowercase().replace(['_', ' '], "-");
    let nearest = known
        .iter()
        .map(|known| (strsim::damerau_levenshtein(&shaped, known), *known))
        .min()
        .filter(|(distance, known)| *distance <= known.len().div_ceil(3));
    match nearest {
        Some((_, known)) => format!("did you mean `{known}`?"),
        None if known.is_empty() => String::new(),
        None => format!("known are {}", known.join(", ")),
    }
}

fn known_rule(rule: &str, rules: &[&str]) -> std::result::Result<(), (String, String)> {
    if rules.contains(&rule) {
        Ok(())
    } else {
        Err((format!("unknown rule `{rule}`"), suggest(rule, rules)))
    }
}

fn wrong_type(file: File, value: &Value, key: &str, wanted: &str) -> Error {
    let what = format!("`{key}` is {}", article(value.get_ref().type_str()));
    file.error(&value.span(), what, format!("give {wanted}"))
}

fn article(noun: &str) -> String {
    if noun.starts_with(['a', 'i']) {
        format!("an {noun}")
    } else {
        format!("a {noun}")
    }
}

fn table<'v, 'i>(file: File, value: &'v Value<'i>, section: &str) -> Result<&'v DeTable<'i>> {
    let wrong = || wrong_type(file, value, section, &format!("a table: [{section}]"));
    let table = value.get_ref().as_table().ok_or_else(wrong)?;
    refuse_unknown(file, table, section)?;
    Ok(table)
}

/// Reads each table of an array of tables.
fn each<T>(
    file: File,
    value: &Value,
    section: &str,
    one: fn(File, &DeTable, &Range<usize>) -> Result<T>,
) -> Result<Vec<T>> {
    let wrong = || wrong_type(file, value, section, &format!("tables: [[{section}]]"));
    let array = value.get_ref().as_array().ok_or_else(wrong)?;
    array
        .iter()
        .map(|value| one(file, table(file, value, section)?, &value.span()))
        .collect()
}

fn string(file: File, value: &Value, key: &str) -> Result<String> {
    let text = value.get_ref().as_str().map(str::trim);
    match text {
        Some("") => Err(file.error(
            &value.span(),
            format!("`{key}` is empty"),
            "fill it or delete the line",
        )),
        Some(text) => Ok(text.to_owned()),
        None => Err(wrong_type(file, value, key, "text in quotes")),
    }
}

/// A text, or a list of them.
fn strings(file: File, value: &Value, key: &str) -> Result<Vec<(String, Range<usize>)>> {
    match value.get_ref().as_array() {
        None => Ok(vec![(string(file, value, key)?, value.span())]),
        Some(array) => array
            .iter()
            .map(|value| Ok((string(file, value, key)?, value.span())))
            .collect(),
    }
}

/// A glob, or a list of them.
fn globs(file: File, value: &Value, key: &str) -> Result<Vec<String>> {
    let globs = strings(file, value, key)?;
    for (glob, span) in &globs {
        matcher(glob).map_err(|error| {
            let what = format!("`{glob}` is not a glob: {}", error.kind());
            file.error(span, what, "mend the pattern")
        })?;
    }
    Ok(globs.into_iter().map(|(glob, _)| glob).collect())
}

/// One of the names of a set.
fn choice<T: FromStr<Err = String>>(file: File, text: &str, span: &Range<usize>) -> Result<T> {
    text.parse()
        .map_err(|what: String| file.error(span, what, "choose one of them"))
}

fn date(file: File, value: &Value, key: &str) -> Result<Date> {
    let text = match value.get_ref() {
        DeValue::Datetime(datetime) => datetime.to_string(),
        _ => string(file, value, key)?,
    };
    day(&text).map_err(|what| file.error(&value.span(), what, "write year-month-day"))
}

fn confidence(file: File, value: &Value) -> Result<f64> {
    let number = match value.get_ref() {
        DeValue::Float(float) => float.as_str().parse::<f64>().ok(),
        DeValue::Integer(integer) => integer.as_str().parse::<f64>().ok(),
        _ => None,
    };
    number
        .filter(|number| (0.0..=1.0).contains(number))
        .ok_or_else(|| {
            let what = "`min-confidence` is no number from 0 to 1";
            file.error(&value.span(), what, "write for example 0.8")
        })
}

fn story(file: File, table: &DeTable, span: &Range<usize>) -> Result<Story> {
    let mut story = Story::default();
    for (key, value) in table {
        match key.get_ref().as_ref() {
            "name" => story.name = string(file, value, "name")?,
            "files" => story.files = globs(file, value, "files")?,
            _ => story.folders = globs(file, value, "folders")?,
        }
    }
    match (story.files.is_empty(), story.folders.is_empty()) {
        (true, true) => Err(file.error(span, "a story without files", "give `files` or `folders`")),
        (false, false) => Err(file.error(
            span,
            "a story with both `files` and `folders`",
            "make two stories of it",
        )),
        (false, true) if story.name.is_empty() => {
            Err(file.error(span, "a story without `name`", "give it one"))
        }
        (true, false) if !story.name.is_empty() => {
            let what = "a `name` for stories that are called like their folders";
            Err(file.error(span, what, "delete `name` or give `files`"))
        }
        _ => Ok(story),
    }
}

fn source(file: File, table: &DeTable, span: &Range<usize>) -> Result<Source> {
    let mut source = Source::default();
    for (key, value) in table {
        match key.get_ref().as_ref() {
            "files" => source.files = globs(file, value, "files")?,
            "id" => source.id = Some(string(file, value, "id")?),
            "name" => source.name = Some(string(file, value, "name")?),
            "url" => source.url = Some(string(file, value, "url")?),
            _ => source.date = Some(date(file, value, "date")?),
        }
    }
    if source.files.is_empty() {
        Err(file.error(
            span,
            "a source without files",
            "give `files`, a glob or a list of them",
        ))
    } else {
        Ok(source)
    }
}

fn ignore(file: File, table: &DeTable, span: &Range<usize>) -> Result<IgnoreRule> {
    let mut ignore = IgnoreRule {
        line: file.line(span),
        ..IgnoreRule::default()
    };
    for (key, value) in table {
        match key.get_ref().as_ref() {
            "rule" => ignore.rule = Some(string(file, value, "rule")?),
            "path" => ignore.path = globs(file, value, "path")?.pop(),
            _ => ignore.reason = string(file, value, "reason")?,
        }
    }
    if ignore.reason.is_empty() {
        return Err(file.error(span, "an ignore without reason", "give `reason`"));
    }
    if ignore.rule.is_none() && ignore.path.is_none() {
        return Err(file.error(
            span,
            "an ignore of everything",
            "give `rule`, `path` or both",
        ));
    }
    Ok(ignore)
}

fn check(file: File, table: &DeTable) -> Result<Check> {
    let mut check = Check::default();
    for (key, value) in table {
        match key.get_ref().as_ref() {
            "baseline" => check.baseline = Some(string(file, value, "baseline")?),
            "fail-on" => {
                let causes = strings(file, value, "fail-on")?;
                let causes = causes.iter().map(|(cause, span)| choice(file, cause, span));
                check.fail_on = Some(causes.collect::<Result<BTreeSet<_>>>()?);
            }
            _ => check.stale = Some(choice(file, &string(file, value, "stale")?, &value.span())?),
        }
    }
    Ok(check)
}

fn aliases(file: File, value: &Value) -> Result<BTreeMap<String, Vec<String>>> {
    let wrong = || wrong_type(file, value, "aliases", "a table: [aliases]");
    let table = value.get_ref().as_table().ok_or_else(wrong)?;
    let mut aliases = BTreeMap::new();
    for (name, others) in table {
        let others = strings(file, others, name.get_ref())?;
        let others = others.into_iter().map(|(other, _)| other).collect();
        aliases.insert(name.get_ref().to_string(), others);
    }
    Ok(aliases)
}

/// A table of names and severities.
fn weights(
    file: File,
    value: &Value,
    known: &[&str],
    noun: &str,
) -> Result<BTreeMap<String, Severity>> {
    let section = format!("{noun}s");
    let wrong = || wrong_type(file, value, &section, &format!("a table: [{section}]"));
    let table = value.get_ref().as_table().ok_or_else(wrong)?;
    let mut weights = BTreeMap::new();
    for (key, value) in table {
        let name = key.get_ref().as_ref();
        if !known.contains(&name) {
            let what = format!("unknown {noun} `{name}`");
            return Err(file.error(&key.span(), what, suggest(name, known)));
        }
        let weight = choice(file, &string(file, value, name)?, &value.span())?;
        weights.insert(name.to_owned(), weight);
    }
    Ok(weights)
}
