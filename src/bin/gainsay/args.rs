//! The flags. A subcommand is one file with its own `Args` and `run`, and one arm here and in `main`.

use std::path::{Path, PathBuf};

use clap::builder::PossibleValuesParser;
use clap::builder::TypedValueParser;
use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};
use gainsay::error::Error;
use gainsay::read::Format;

use crate::limits::LimitArgs;
use crate::settings::ConfigArgs;
use crate::{baseline, check, compare, completions, config, explain, export, extract, rule};

/// Finds where articles about the same events contradict each other.
#[derive(Debug, Parser)]
#[command(version, about, max_term_width = 100, arg_required_else_help = true)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Compare(Box<compare::CompareArgs>),
    Explain(Box<explain::ExplainArgs>),
    Export(Box<export::ExportArgs>),
    Extract(Box<extract::ExtractArgs>),
    Check(Box<check::CheckArgs>),
    Baseline(Box<baseline::BaselineCommand>),
    Rule(rule::RuleArgs),
    Config(config::ConfigCommand),
    Completions(completions::CompletionsArgs),
    Man(completions::ManArgs),
}

/// What is read.
#[derive(Debug, Args)]
#[command(next_help_heading = "Input")]
pub(crate) struct InputArgs {
    /// Files, folders, globs, or - for standard input
    #[arg(value_name = "INPUT")]
    pub(crate) inputs: Vec<String>,
    /// Read more inputs from FILE, one a line; - is standard input
    #[arg(long, value_name = "FILE")]
    pub(crate) files_from: Option<String>,
    /// Format of what comes in on standard input [default: by its looks]
    #[arg(long, value_name = "FORMAT", value_parser = formats())]
    pub(crate) stdin_format: Option<Format>,
    /// What makes a story: all input, each folder, or what articles tell, wherever they stand
    /// [default: each folder found in a folder, and single files together]
    #[arg(long, value_name = "HOW")]
    pub(crate) story: Option<StoryMode>,
    /// Day on which an article was published
    #[arg(long = "date", value_name = "FILE=DATE", value_parser = assignment)]
    pub(crate) dates: Vec<Assignment>,
    /// Who published an article
    #[arg(long = "source", value_name = "FILE=NAME", value_parser = assignment)]
    pub(crate) sources: Vec<Assignment>,
    /// Exit with 0, not 3, if there is nothing to read
    #[arg(long)]
    pub(crate) allow_empty: bool,
    /// Number of threads [default: one a core]
    #[arg(short, long, value_name = "N")]
    pub(crate) jobs: Option<usize>,
    /// Keep what articles were understood as in DIR, and do not work it out again while they stay as they are
    #[arg(long, value_name = "DIR")]
    pub(crate) cache: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) limits: LimitArgs,
    #[command(flatten)]
    pub(crate) config: ConfigArgs,
}

/// How inputs are grouped into stories.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum StoryMode {
    /// Everything is one story.
    All,
    /// Each folder is a story, of single files too.
    Folder,
    /// Articles that tell one story, by their rare words, names and days.
    Auto,
}

/// `FILE=VALUE`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Assignment {
    pub(crate) file: String,
    pub(crate) value: String,
}

/// Where results go.
#[derive(Debug, Args)]
#[command(next_help_heading = "Output")]
pub(crate) struct OutputArgs {
    /// Write to FILE, not to standard output, which is -; FILE changes only if all went well
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// When to colour [default: auto, which heeds `NO_COLOR`, `FORCE_COLOR` and `CLICOLOR_FORCE`]
    #[arg(
        long,
        value_name = "WHEN",
        default_value = "auto",
        hide_default_value = true
    )]
    pub(crate) color: ColorMode,
    /// Make tables as wide as they want to be: a column a source, and nothing wrapped
    #[arg(long, conflicts_with = "width")]
    pub(crate) wide: bool,
    /// Width of tables in columns [default: that of the terminal, 100 in pipes and files]
    #[arg(long, value_name = "COLUMNS", value_parser = clap::value_parser!(u16).range(40..))]
    pub(crate) width: Option<u16>,
}

impl OutputArgs {
    /// The file to write; none for standard output.
    pub(crate) fn file(&self) -> Option<&Path> {
        self.output
            .as_deref()
            .filter(|path| *path != Path::new("-"))
    }
}

/// When output is coloured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ColorMode {
    Auto,
    Always,
    Never,
}

/// What is said on standard error.
#[derive(Clone, Debug, Args)]
#[command(next_help_heading = "Messages")]
pub(crate) struct MessageArgs {
    /// Show no progress
    #[arg(long)]
    pub(crate) no_progress: bool,
    /// Say nothing but errors
    #[arg(short, long)]
    pub(crate) quiet: bool,
    /// Say more
    #[arg(short, long, action = ArgAction::Count)]
    pub(crate) verbose: u8,
}

impl MessageArgs {
    /// Nothing is said.
    pub(crate) const QUIET: Self = Self {
        no_progress: true,
        quiet: true,
        verbose: 0,
    };
}

/// The formats that can be read, by name.
fn formats() -> impl TypedValueParser<Value = Format> {
    PossibleValuesParser::new(Format::ALL.iter().map(|f| f.name())).map(|name| {
        let named = |f: &&Format| f.name() == name;
        *Format::ALL
            .iter()
            .find(named)
            .expect("only names of formats are let through")
    })
}

/// The last `=` parts name and value: names of files may hold one, dates and most names of publishers do not.
fn assignment(text: &str) -> Result<Assignment, Error> {
    match text.rsplit_once('=') {
        Some((file, value)) if !file.is_empty() && !value.trim().is_empty() => Ok(Assignment {
            file: file.to_owned(),
            value: value.trim().to_owned(),
        }),
        _ => Err(Error::new(
            text,
            "no FILE=VALUE",
            "write the file's name, = and the value",
        )),
    }
}
