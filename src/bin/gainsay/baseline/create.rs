//! `gainsay baseline create`: all that is found today, as known and unreviewed.

use clap::Args;
use gainsay::error::Error;
use gainsay::gate::baseline::{Baseline, FILE_NAME};
use gainsay::gate::edit;

use crate::baseline_file::{self, WriteArgs};
use crate::exit::{Exit, Failure};
use crate::gate::{self, GateArgs};
use crate::{limits, messages, settings};

/// Write what is found today, as known and unreviewed
#[derive(Debug, Args)]
pub(crate) struct CreateArgs {
    #[command(flatten)]
    gate: GateArgs,
    /// Add to a baseline that is there, and keep what was decided
    #[arg(long, help_heading = "Baseline")]
    add: bool,
    #[command(flatten)]
    write: WriteArgs,
}

pub(crate) fn run(args: &CreateArgs) -> Result<Exit, Failure> {
    let run = gate::run(&args.gate)?;
    let path = baseline_file::locate(&args.gate.baseline, &run.settings).path;
    let name = settings::shown(&path);
    let mut before = 0;
    let after = baseline_file::update(&path, &args.write, |old| match old {
        Some(_) if !args.add => {
            let mend = "add what is new with --add, or accept finding by finding";
            Err(Error::new(&name, "there is a baseline already", mend))
        }
        old => {
            let old: Baseline = old.unwrap_or_default();
            before = old.entries.len();
            Ok(edit::add(&old, &run.hold(&old)))
        }
    })?;
    let say = &args.gate.messages;
    let count = after.entries.len();
    messages::done(
        say,
        &format!("{name}: {count} findings, {before} of them known before"),
    );
    if count > 0 {
        messages::done(
            say,
            "look at each with `gainsay baseline review`; until then they count as unreviewed",
        );
    }
    if !merges_by_line(&path) {
        let line = format!("{FILE_NAME} merge=union");
        messages::done(
            say,
            &format!("put `{line}` into .gitattributes, and branches merge without conflict"),
        );
    }
    Ok(Exit::Success)
}

/// Whether the `.gitattributes` beside the baseline names it already.
fn merges_by_line(path: &std::path::Path) -> bool {
    let attributes = path.with_file_name(".gitattributes");
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let text = limits::text(&attributes).unwrap_or_default();
    text.lines()
        .any(|line| line.contains(&*name) && line.contains("merge=union"))
}
