//! `gainsay check`: the gate. Reads, compares, holds against the baseline, and changes no file.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use gainsay::error::{Error, Result};
use gainsay::export;
use gainsay::export::sarif::Results;
use gainsay::gate::baseline::Baseline;
use gainsay::gate::hold::{Held, Outcome};
use gainsay::gate::policy::{Cause, Policy, Stale};
use gainsay::gate::{edit, record, text};

use crate::args::OutputArgs;
use crate::exit::{Exit, Failure};
use crate::gate::{self, GateArgs, Run};
use crate::{baseline_file, messages, output};

/// The CI gate: fails on findings that the baseline does not know
#[derive(Debug, Args)]
pub(crate) struct CheckArgs {
    #[command(flatten)]
    gate: GateArgs,
    /// Know what an earlier report found (made by `gainsay compare --format json`), and need no baseline file
    #[arg(
        long,
        value_name = "FILE",
        conflicts_with = "baseline",
        help_heading = "Baseline"
    )]
    baseline_from: Option<PathBuf>,
    /// States that fail: new, changed, expired, unreviewed [default: new,changed,expired]
    #[arg(
        long,
        value_name = "LIST",
        value_delimiter = ',',
        help_heading = "Policy"
    )]
    fail_on: Vec<Cause>,
    /// What to do about entries that are no longer found: ignore, warn, error [default: warn]
    #[arg(long, value_name = "HOW", help_heading = "Baseline")]
    stale: Option<Stale>,
    /// Exit with 0, not 1, if something fails
    #[arg(long, help_heading = "Policy")]
    exit_zero: bool,
    /// Format of the result
    #[arg(
        long,
        value_name = "FORMAT",
        default_value = "text",
        help_heading = "Output"
    )]
    format: CheckFormat,
    /// Put accepted findings into SARIF, too, and give each result its baselineState
    #[arg(long, help_heading = "Output")]
    sarif_all: bool,
    #[command(flatten)]
    output: OutputArgs,
}

/// How the result is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum CheckFormat {
    /// For people: each failing finding in place.
    #[value(alias = "table")]
    Text,
    /// The comparison with what the gate says of it.
    Json,
    /// Annotations of GitHub Actions.
    Github,
    /// GitLab's code quality report.
    Gitlab,
    /// `JUnit`'s XML.
    Junit,
    /// SARIF 2.1.0.
    Sarif,
}

/// Compares, holds, writes.
pub(crate) fn run(args: &CheckArgs) -> std::result::Result<Exit, Failure> {
    let mut run = gate::run(&args.gate)?;
    amend(&mut run.policy, args);
    let baseline = baseline(args, &run)?;
    if run.is_empty() && !args.gate.input.allow_empty {
        let mend = "name articles that say something, or use --allow-empty";
        return Err(Failure::Empty(vec![Error::new(
            "check",
            "no article makes a claim",
            mend,
        )]));
    }
    let held = run.hold(&baseline);
    output::write_text(&args.output, &render(args, &run, &held)?)?;
    for remark in text::remarks(&held) {
        messages::warn(&args.gate.messages, &remark);
    }
    Ok(match held.outcome() {
        Outcome::Fail if !args.exit_zero => Exit::Found,
        Outcome::OutOfDate => Exit::OutOfDate,
        Outcome::Pass | Outcome::Fail => Exit::Success,
    })
}

fn amend(policy: &mut Policy, args: &CheckArgs) {
    if !args.fail_on.is_empty() {
        policy.fail_on = args.fail_on.iter().copied().collect();
    }
    if let Some(stale) = args.stale {
        policy.stale = stale;
    }
}

fn baseline(args: &CheckArgs, run: &Run) -> Result<Baseline> {
    match &args.baseline_from {
        Some(report) => Ok(edit::of_report(&gate::read_report(report)?)),
        None => baseline_file::read(&baseline_file::locate(&args.gate.baseline, &run.settings)),
    }
}

fn render(args: &CheckArgs, run: &Run, held: &Held) -> Result<String> {
    let mut out = Vec::new();
    let written = match args.format {
        CheckFormat::Text => {
            let paint = output::paint(&args.output);
            let width = output::width(&args.output);
            return Ok(text::report(held, &run.texts(), paint, width));
        }
        CheckFormat::Json => record::json(held, &mut out),
        CheckFormat::Github => export::github::github(held, &mut out),
        CheckFormat::Gitlab => export::gitlab::gitlab(held, &mut out),
        CheckFormat::Junit => export::junit::junit(held, &mut out),
        CheckFormat::Sarif if args.sarif_all => export::sarif::sarif(held, Results::All, &mut out),
        CheckFormat::Sarif => export::sarif::sarif(held, Results::Unaccepted, &mut out),
    };
    let failed = |what: String| Error::new("result", what, "");
    written.map_err(|error| failed(error.to_string()))?;
    String::from_utf8(out).map_err(|error| failed(error.to_string()))
}
