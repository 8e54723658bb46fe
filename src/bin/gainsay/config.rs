//! `gainsay config`: the settings as they hold.

use clap::{Args, Subcommand};
use gainsay::config;

use crate::args::OutputArgs;
use crate::exit::{Exit, Failure};
use crate::output;
use crate::settings::{self, ConfigArgs};

/// The settings
#[derive(Debug, Args)]
pub(crate) struct ConfigCommand {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    Show(ShowArgs),
    Schema(SchemaArgs),
}

/// The settings as they hold, with what is usual where nothing is said
#[derive(Debug, Args)]
struct ShowArgs {
    #[command(flatten)]
    config: ConfigArgs,
    #[command(flatten)]
    output: OutputArgs,
}

/// The JSON Schema of gainsay.toml, for editors
#[derive(Debug, Args)]
struct SchemaArgs {
    #[command(flatten)]
    output: OutputArgs,
}

/// Runs the verb.
pub(crate) fn run(command: &ConfigCommand) -> Result<Exit, Failure> {
    match &command.verb {
        Verb::Show(args) => {
            let settings = settings::load(&args.config)?;
            let from = match &settings.file {
                Some(file) => format!("# from {}\n", settings::shown(file)),
                None => "# no gainsay.toml: what is usual\n".to_owned(),
            };
            // The day decides nothing that is printed.
            let policy = settings.config.policy(jiff::civil::Date::ZERO);
            let text = from + &config::print(&settings.config, &policy);
            output::write_text(&args.output, &text)?;
        }
        Verb::Schema(args) => {
            output::write_text(&args.output, config::SCHEMA)?;
        }
    }
    Ok(Exit::Success)
}
