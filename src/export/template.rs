//! A user's own format: a Jinja template over the comparison's published JSON.
//!
//! Two filters are added to the language's own: `article` (an id → the article's row) and `readable` (a canonical
//! value → words). A template named `*.html`, `*.htm` or `*.xml` is escaped as such.

use crate::comparison::{ArticleRow, Comparison};
use crate::error::{Error, Result};
use crate::report::readable::readable;
use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, UndefinedBehavior, Value};
use std::collections::BTreeMap;
use std::path::Path;

/// Steps that a template may take: a loop that never ends is a mistake, not a long report.
const FUEL: u64 = 50_000_000;

/// What the template `source`, called `name` in messages, makes of the comparison.
///
/// # Errors
/// If the template is broken or asks for what the comparison does not have; the message names its line.
pub fn template(comparison: &Comparison, name: &str, source: &str) -> Result<String> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_fuel(Some(FUEL));
    environment.set_syntax(syntax());
    environment.set_auto_escape_callback(escape);
    let articles: BTreeMap<String, Value> = comparison.articles.iter().map(row).collect();
    environment.add_filter("article", move |id: String| articles.get(&id).cloned());
    environment.add_filter("readable", |value: String| readable(&value));
    environment
        .render_named_str(name, source, Value::from(Serde(comparison)))
        .map_err(|error| broken(name, &error))
}

/// A line that holds nothing but a block leaves no empty line behind.
fn syntax() -> SyntaxConfig {
    let mut syntax = SyntaxConfig::builder();
    syntax
        .trim_blocks(true)
        .lstrip_blocks(true)
        .keep_trailing_newline(true);
    syntax
        .build()
        .expect("the delimiters are the language's own")
}

fn row(article: &ArticleRow) -> (String, Value) {
    (article.id.clone(), Value::from(Serde(article)))
}

fn escape(name: &str) -> AutoEscape {
    let ending = Path::new(name).extension().and_then(|e| e.to_str());
    match ending.map(str::to_ascii_lowercase).as_deref() {
        Some("html" | "htm" | "xml" | "xhtml") => AutoEscape::Html,
        _ => AutoEscape::None,
    }
}

fn broken(name: &str, error: &minijinja::Error) -> Error {
    let place = match error.line() {
        Some(line) => format!("{name}:{line}"),
        None => name.to_owned(),
    };
    let detail = error
        .detail()
        .map_or(String::new(), |detail| format!(": {detail}"));
    let what = format!("{}{detail}", error.kind());
    Error::new(
        place,
        what,
        "the fields are those of schema/comparison.v1.json",
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::comparison::{NotShown, SCHEMA, Tool};

    fn comparison() -> Comparison {
        let tool = Tool {
            name: "gainsay".to_owned(),
            version: "1".to_owned(),
        };
        Comparison {
            schema: SCHEMA.to_owned(),
            tool,
            articles: vec![],
            facts: vec![],
            findings: vec![],
            not_shown: NotShown::default(),
        }
    }

    #[test]
    fn fields_and_filters_are_there() {
        let made = template(
            &comparison(),
            "t.txt",
            "{{ tool.name }} {{ '2024-03-03' | readable }}\n",
        );
        assert_eq!(made.as_deref(), Ok("gainsay Sun 3 Mar 2024\n"));
        let made = template(&comparison(), "t.html", "{{ '<b>' }}");
        assert_eq!(made.as_deref(), Ok("&lt;b&gt;"));
    }

    #[test]
    fn mistakes_are_named_with_their_line() {
        let error =
            template(&comparison(), "t.txt", "one\n{{ findinsg.x }}").expect_err("no such field");
        assert_eq!(error.place, "t.txt:2");
        let error = template(
            &comparison(),
            "t.txt",
            "{% for x in range(100000) %}{% for y in range(100000) %}a{% endfor %}{% endfor %}",
        );
        assert!(error.is_err(), "a template that takes for ever is stopped");
    }
}
