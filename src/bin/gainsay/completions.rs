//! `gainsay completions` and `gainsay man`: what shells and manuals want to know, out of the flags themselves.

use clap::{Args, CommandFactory};
use clap_complete::Shell;
use gainsay::error::Error;

use crate::args::{Cli, OutputArgs};
use crate::exit::{Exit, Failure};
use crate::output;

/// Completions for a shell
#[derive(Debug, Args)]
pub(crate) struct CompletionsArgs {
    /// The shell
    shell: Shell,
    #[command(flatten)]
    output: OutputArgs,
}

/// The manual page
#[derive(Debug, Args)]
pub(crate) struct ManArgs {
    #[command(flatten)]
    output: OutputArgs,
}

/// Writes the completions.
pub(crate) fn completions(args: &CompletionsArgs) -> Result<Exit, Failure> {
    let mut bytes = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "gainsay", &mut bytes);
    output::write_text(&args.output, &String::from_utf8_lossy(&bytes))?;
    Ok(Exit::Success)
}

/// Writes the manual page.
pub(crate) fn man(args: &ManArgs) -> Result<Exit, Failure> {
    let mut bytes = Vec::new();
    let page = clap_mangen::Man::new(Cli::command());
    page.render(&mut bytes)
        .map_err(|error| Error::new("manual", error.to_string(), ""))?;
    output::write_text(&args.output, &String::from_utf8_lossy(&bytes))?;
    Ok(Exit::Success)
}
