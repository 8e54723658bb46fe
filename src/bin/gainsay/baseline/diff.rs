//! `gainsay baseline diff`: two baselines beside each other, for a review or a release note.

use std::io::Read;
use std::path::{Path, PathBuf};

use clap::Args;
use gainsay::error::{Error, Result};
use gainsay::gate::baseline::{Baseline, parse};
use gainsay::gate::edit;

use crate::args::OutputArgs;
use crate::baseline_file::{self, BaselineArgs};
use crate::exit::{Exit, Failure};
use crate::output;
use crate::settings::{self, ConfigArgs};

/// What one baseline has that another has not
#[derive(Debug, Args)]
pub(crate) struct DiffArgs {
    /// The earlier baseline; - is standard input (`git show main:gainsay-baseline.jsonl |`)
    old: PathBuf,
    /// The later one [default: the one that check reads]
    new: Option<PathBuf>,
    #[command(flatten)]
    config: ConfigArgs,
    #[command(flatten)]
    output: OutputArgs,
}

pub(crate) fn run(args: &DiffArgs) -> std::result::Result<Exit, Failure> {
    let old = read(&args.old)?;
    let new = if let Some(path) = &args.new {
        read(path)?
    } else {
        let none = BaselineArgs { baseline: None };
        read(&baseline_file::locate(&none, &settings::load(&args.config)?).path)?
    };
    output::write_text(&args.output, &edit::diff(&old, &new))?;
    Ok(Exit::Success)
}

fn read(path: &Path) -> Result<Baseline> {
    if path != Path::new("-") {
        return baseline_file::load(path)?.ok_or_else(|| baseline_file::missing(path));
    }
    let mut bytes = Vec::new();
    std::io::stdin()
        .lock()
        .read_to_end(&mut bytes)
        .map_err(|error| {
            Error::new(
                "standard input",
                format!("can not be read: {error}"),
                "give it a baseline",
            )
        })?;
    parse(&bytes, "standard input")
}
