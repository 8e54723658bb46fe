//! `gainsay baseline`: what people do to the file that `check` reads. One file a verb.

mod accept;
mod create;
mod diff;
mod prune;
mod review;

use clap::{Args, Subcommand};

use crate::exit::{Exit, Failure};

/// The baseline that check reads
#[derive(Debug, Args)]
pub(crate) struct BaselineCommand {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    Create(create::CreateArgs),
    Accept(accept::AcceptArgs),
    Review(review::ReviewArgs),
    Prune(prune::PruneArgs),
    Diff(diff::DiffArgs),
}

/// Runs the verb.
pub(crate) fn run(command: &BaselineCommand) -> Result<Exit, Failure> {
    match &command.verb {
        Verb::Create(args) => create::run(args),
        Verb::Accept(args) => accept::run(args),
        Verb::Review(args) => review::run(args),
        Verb::Prune(args) => prune::run(args),
        Verb::Diff(args) => diff::run(args),
    }
}
