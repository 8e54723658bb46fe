//! The command line: flags and files in, one call of the library, text out, an exit code.

mod args;
mod compare;
mod exit;
mod extract;
mod inputs;
mod messages;
mod output;
mod stories;

use clap::Parser;

use args::{Cli, Command};

fn main() -> std::process::ExitCode {
    messages::keep_panics_to_one_line();
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return messages::usage(&error).into(),
    };
    let result = match cli.command {
        Command::Compare(args) => compare::run(&args),
        Command::Extract(args) => extract::run(&args),
    };
    result
        .unwrap_or_else(|failure| messages::failed(&failure))
        .into()
}
