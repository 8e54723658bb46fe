//! `gainsay export`: what compare finds, for other tools.

use clap::Args;

use crate::compare::{self, CompareArgs};
use crate::exit::{Exit, Failure};
use crate::formats::ResultFormat;

/// Writes the findings for other tools: JSON lines, or what --format or the ending of the output file says
#[derive(Debug, Args)]
pub(crate) struct ExportArgs {
    #[command(flatten)]
    compare: CompareArgs,
}

/// Compares and writes the findings.
pub(crate) fn run(args: &ExportArgs) -> Result<Exit, Failure> {
    compare::write(&args.compare, ResultFormat::Jsonl)
}
