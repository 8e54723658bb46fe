//! The command line: flags and files in, one call of the library, text out, an exit code.

mod args;
mod baseline;
mod baseline_file;
mod cache;
mod check;
mod compare;
mod completions;
mod config;
mod exit;
mod explain;
mod export;
mod extract;
mod formats;
mod gate;
mod guard;
mod inputs;
mod limits;
mod messages;
mod output;
mod progress;
mod rule;
mod settings;
mod stories;
mod terminal;
mod walk;
mod watch;

use clap::Parser;
use mimalloc::MiMalloc;

use args::{Cli, Command};
use exit::Exit;

/// Articles become many short strings and lists; the system's allocator takes a tenth to a fifth longer over them.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> std::process::ExitCode {
    messages::keep_panics_to_one_line();
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return messages::usage(&error).into(),
    };
    let result = match cli.command {
        Command::Compare(args) => compare::run(&args),
        Command::Explain(args) => explain::run(&args),
        Command::Export(args) => export::run(&args),
        Command::Extract(args) => extract::run(&args),
        Command::Check(args) => check::run(&args),
        Command::Baseline(args) => baseline::run(&args),
        Command::Rule(args) => rule::run(&args),
        Command::Config(args) => config::run(&args),
        Command::Completions(args) => completions::completions(&args),
        Command::Man(args) => completions::man(&args),
    };
    let exit = result.unwrap_or_else(|failure| messages::failed(&failure));
    if messages::is_incomplete() {
        return Exit::Failure.into();
    }
    exit.into()
}
