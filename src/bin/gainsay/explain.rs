//! `gainsay explain`: one finding in full.

use clap::Args;
use gainsay::claims::alias::Aliases;
use gainsay::compare::Options;
use gainsay::comparison::Finding;
use gainsay::error::Error;
use gainsay::report::{self, Layout};

use crate::args::{InputArgs, MessageArgs, OutputArgs};
use crate::compare::compare;
use crate::exit::{Exit, Failure};
use crate::{inputs, output, settings};

/// One finding in full: its quotes in place, what was made of them, the rule that decided
#[derive(Debug, Args)]
pub(crate) struct ExplainArgs {
    /// The finding's fingerprint, or as much of its beginning as no other has
    #[arg(value_name = "FINGERPRINT")]
    fingerprint: String,
    #[command(flatten)]
    input: InputArgs,
    #[command(flatten)]
    output: OutputArgs,
    #[command(flatten)]
    messages: MessageArgs,
}

/// Compares, finds the finding and explains it, however sure it is.
pub(crate) fn run(args: &ExplainArgs) -> Result<Exit, Failure> {
    let articles = inputs::articles(&args.input, &args.messages)?;
    let config = settings::load(&args.input.config)?.config;
    let options = Options {
        min_confidence: 0.0,
        aliases: Aliases::new(&config.aliases),
    };
    let (articles, comparison) = compare(articles, &options)?;
    let finding = named(&comparison.findings, &args.fingerprint)?;
    let layout = Layout {
        width: output::width(&args.output),
        paint: output::paint(&args.output),
        verdicts: vec![],
    };
    let text = report::explain::explain(&comparison, &articles, finding, &layout);
    output::write(&args.output, &text)?;
    Ok(Exit::Success)
}

/// The one finding whose fingerprint begins so.
fn named<'a>(findings: &'a [Finding], beginning: &str) -> Result<&'a Finding, Error> {
    let mut found = findings
        .iter()
        .filter(|f| f.fingerprint.starts_with(beginning));
    match (found.next(), found.next()) {
        (Some(finding), None) => Ok(finding),
        (Some(_), Some(_)) => Err(Error::new(
            beginning,
            "begins more than one fingerprint",
            "write more of it",
        )),
        (None, _) => Err(Error::new(
            beginning,
            "no finding of these articles has this fingerprint",
            "gainsay compare prints the fingerprint below each finding",
        )),
    }
}
