//! `gainsay explain`: one row of the table in full.

use clap::Args;
use gainsay::claims::alias::Aliases;
use gainsay::compare::Options;
use gainsay::comparison::Comparison;
use gainsay::error::Error;
use gainsay::report;
use gainsay::report::difference::{self, Difference};

use crate::args::{InputArgs, MessageArgs, OutputArgs};
use crate::compare::compare;
use crate::exit::{Exit, Failure};
use crate::{cache, inputs, output, settings};

/// One row of the table in full: its quotes in place, what was made of them, the rule that decided
#[derive(Debug, Args)]
pub(crate) struct ExplainArgs {
    /// The fingerprint that stands below the row, or as much of its beginning as no other has
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
    let cache = cache::open(args.input.cache.as_deref())?;
    let articles = inputs::articles(&args.input, &args.messages)?;
    let config = settings::load(&args.input.config)?.config;
    let options = Options {
        min_confidence: 0.0,
        aliases: Aliases::new(&config.aliases),
        ..Options::default()
    };
    let (articles, comparison) = compare(articles, &options, &cache, &args.messages)?;
    let told = named(&comparison, &args.fingerprint)?;
    let layout = output::layout(&args.output, Vec::new());
    let text = report::explain::explain(&comparison, &articles, &told, &layout);
    output::write_text(&args.output, &text)?;
    Ok(Exit::Success)
}

/// The one finding, difference in precision or agreement whose fingerprint begins so.
fn named<'a>(comparison: &'a Comparison, beginning: &str) -> Result<Difference<'a>, Error> {
    match difference::named(comparison, beginning).as_slice() {
        [one] => Ok(*one),
        [_, _, ..] => Err(Error::new(
            beginning,
            "begins more than one fingerprint",
            "write more of it",
        )),
        [] => Err(Error::new(
            beginning,
            "nothing that these articles are compared in has this fingerprint",
            "gainsay compare prints the fingerprint below each row",
        )),
    }
}
