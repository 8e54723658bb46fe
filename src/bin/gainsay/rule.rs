//! `gainsay rule`: what a rule means, with two statements that it flags.

use clap::{Args, ValueEnum};
use gainsay::error::Error;
use gainsay::report::labels::{slot_word, verdict_word};
use gainsay::verdict::rules::{self, Rule};
use serde_json::json;

use crate::args::OutputArgs;
use crate::exit::{Exit, Failure};
use crate::output;

/// What a rule means, with examples
#[derive(Debug, Args)]
pub(crate) struct RuleArgs {
    /// The code of the rule: time-conflict
    #[arg(required_unless_present = "all")]
    code: Option<String>,
    /// All rules
    #[arg(long, conflicts_with = "code")]
    all: bool,
    /// Format of the result
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: RuleFormat,
    #[command(flatten)]
    output: OutputArgs,
}

/// How rules are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum RuleFormat {
    /// For people.
    Text,
    /// An array of objects.
    Json,
}

/// Writes one rule or all.
pub(crate) fn run(args: &RuleArgs) -> Result<Exit, Failure> {
    let rules: Vec<&Rule> = match &args.code {
        None => rules::all().iter().collect(),
        Some(code) => vec![rules::by_code(code).ok_or_else(|| unknown(code))?],
    };
    let text = match args.format {
        RuleFormat::Text => rules
            .iter()
            .map(|rule| text(rule))
            .collect::<Vec<_>>()
            .join("\n"),
        RuleFormat::Json => {
            let rules: Vec<_> = rules.iter().map(|rule| json(rule)).collect();
            serde_json::to_string_pretty(&rules).expect("JSON values always serialize") + "\n"
        }
    };
    output::write_text(&args.output, &text)?;
    Ok(Exit::Success)
}

fn unknown(code: &str) -> Error {
    let nearest = rules::all()
        .iter()
        .min_by_key(|rule| strsim::damerau_levenshtein(code, rule.code));
    let mend = nearest.map(|rule| {
        format!(
            "did you mean `{}`? `gainsay rule --all` shows all",
            rule.code
        )
    });
    Error::new(code, "no such rule", mend.unwrap_or_default())
}

fn text(rule: &Rule) -> String {
    format!(
        "{} ({}, {})\n    {}\n    example: {}\n",
        rule.code,
        verdict_word(rule.verdict),
        slot_word(rule.slot),
        rule.meaning,
        rule.example
    )
}

fn json(rule: &Rule) -> serde_json::Value {
    json!({
        "code": rule.code,
        "verdict": rule.verdict,
        "slot": rule.slot,
        "meaning": rule.meaning,
        "example": rule.example,
    })
}
