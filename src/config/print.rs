//! The settings as a `gainsay.toml` again: what `gainsay config show` answers, with what holds where nothing is said.

use std::fmt::Write as _;

use super::Config;
use crate::comparison::Verdict;
use crate::gate::policy::Policy;

/// The whole configuration as it holds, defaults included; it reads back as the same settings.
pub fn print(config: &Config, policy: &Policy) -> String {
    let mut text = String::new();
    let _ = writeln!(text, "min-confidence = {:?}", policy.min_confidence);
    print_check(&mut text, config, policy);
    let _ = writeln!(text, "\n[verdicts]");
    for (verdict, severity) in &policy.verdicts {
        if let Some(name) = name(*verdict) {
            let _ = writeln!(text, "{name} = \"{severity}\"");
        }
    }
    if !policy.rules.is_empty() {
        let _ = writeln!(text, "\n[rules]");
        for (rule, severity) in &policy.rules {
            let _ = writeln!(text, "{rule} = \"{severity}\"");
        }
    }
    if !config.aliases.is_empty() {
        let _ = writeln!(text, "\n[aliases]");
        for (name, others) in &config.aliases {
            let _ = writeln!(text, "{} = {}", quoted(name), list(others));
        }
    }
    print_inputs(&mut text, config);
    text
}

fn print_check(text: &mut String, config: &Config, policy: &Policy) {
    let baseline = config.check.baseline.as_deref();
    let baseline = baseline.unwrap_or(crate::gate::baseline::FILE_NAME);
    let causes: Vec<String> = policy.fail_on.iter().map(ToString::to_string).collect();
    let _ = writeln!(text, "\n[check]\nbaseline = {}", quoted(baseline));
    let _ = writeln!(
        text,
        "fail-on = {}\nstale = \"{}\"",
        list(&causes),
        policy.stale
    );
}

fn print_inputs(text: &mut String, config: &Config) {
    for story in &config.stories {
        let _ = writeln!(text, "\n[[story]]");
        if story.files.is_empty() {
            let _ = writeln!(text, "folders = {}", list(&story.folders));
        } else {
            let _ = writeln!(text, "name = {}", quoted(&story.name));
            let _ = writeln!(text, "files = {}", list(&story.files));
        }
    }
    for source in &config.sources {
        let _ = writeln!(text, "\n[[source]]\nfiles = {}", list(&source.files));
        let date = source.date.map(|date| date.to_string());
        let fields = [
            ("id", &source.id),
            ("name", &source.name),
            ("date", &date),
            ("url", &source.url),
        ];
        print_given(text, &fields);
    }
    for ignore in &config.ignores {
        let _ = writeln!(text, "\n[[ignore]]");
        print_given(text, &[("rule", &ignore.rule), ("path", &ignore.path)]);
        let _ = writeln!(text, "reason = {}", quoted(&ignore.reason));
    }
}

fn print_given(text: &mut String, fields: &[(&str, &Option<String>)]) {
    for (key, value) in fields {
        if let Some(value) = value {
            let _ = writeln!(text, "{key} = {}", quoted(value));
        }
    }
}

fn name(verdict: Verdict) -> Option<&'static str> {
    match verdict {
        Verdict::Contradiction => Some("contradiction"),
        Verdict::Update => Some("update"),
        Verdict::Tension => Some("tension"),
        Verdict::Precision => Some("precision"),
        Verdict::Agreement | Verdict::Single => None,
    }
}

fn list(texts: &[String]) -> String {
    let texts: Vec<String> = texts.iter().map(|text| quoted(text)).collect();
    format!("[{}]", texts.join(", "))
}

/// A basic string of TOML.
fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}
