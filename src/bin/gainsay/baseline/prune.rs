//! `gainsay baseline prune`: forget what was looked for and not found again.

use clap::Args;
use gainsay::gate::edit;
use gainsay::gate::hold::Absence;

use crate::baseline_file::{self, WriteArgs};
use crate::exit::{Exit, Failure};
use crate::gate::{self, GateArgs};
use crate::messages;

/// Forget what was looked for and not found again
#[derive(Debug, Args)]
pub(crate) struct PruneArgs {
    #[command(flatten)]
    gate: GateArgs,
    #[command(flatten)]
    write: WriteArgs,
}

pub(crate) fn run(args: &PruneArgs) -> Result<Exit, Failure> {
    let run = gate::run(&args.gate)?;
    let path = baseline_file::locate(&args.gate.baseline, &run.settings).path;
    let mut gone = Vec::new();
    let mut unchecked = 0;
    baseline_file::update(&path, &args.write, |old| {
        let old = old.ok_or_else(|| baseline_file::missing(&path))?;
        let held = run.hold(&old);
        unchecked = held.count_absent(Absence::NotChecked);
        let stale = held
            .absent
            .iter()
            .filter(|(absence, _)| *absence == Absence::Stale);
        gone = stale.map(|(_, entry)| edit::line(entry)).collect();
        Ok(edit::prune(&old, &held))
    })?;
    let say = &args.gate.messages;
    for entry in &gone {
        messages::done(say, &format!("removed {entry}"));
    }
    let kept = if unchecked == 0 {
        String::new()
    } else {
        format!("; {unchecked} kept, as a source of each was not in this run")
    };
    messages::done(say, &format!("{} removed{kept}", gone.len()));
    Ok(Exit::Success)
}
