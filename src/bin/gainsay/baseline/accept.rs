//! `gainsay baseline accept`: let one finding stand, for a reason.

use clap::Args;
use gainsay::error::{Error, Result};
use gainsay::gate::baseline::Baseline;
use gainsay::gate::edit;
use gainsay::gate::entry::{Acceptance, Entry, Kind, day};
use gainsay::gate::hold::Held;
use jiff::civil::Date;

use crate::baseline_file::{self, WriteArgs};
use crate::exit::{Exit, Failure};
use crate::gate::{self, GateArgs, Run};
use crate::messages;

/// Let one finding stand, for a reason
#[derive(Debug, Args)]
pub(crate) struct AcceptArgs {
    /// The finding: its fingerprint, or as much of it as no other finding shares
    fingerprint: String,
    /// Which sort of reason: not-a-conflict, evolving, source-error, wont-fix
    #[arg(long)]
    kind: Kind,
    /// The reason, for those who ask later
    #[arg(long, value_name = "TEXT", value_parser = filled)]
    reason: String,
    /// The last day on which it may stand
    #[arg(long, value_name = "DATE", value_parser = day)]
    expires: Option<Date>,
    #[command(flatten)]
    gate: GateArgs,
    #[command(flatten)]
    write: WriteArgs,
}

pub(crate) fn run(args: &AcceptArgs) -> std::result::Result<Exit, Failure> {
    let run = gate::run(&args.gate)?;
    let path = baseline_file::locate(&args.gate.baseline, &run.settings).path;
    let why = Acceptance {
        kind: args.kind,
        reason: args.reason.trim().to_owned(),
        expires: args.expires,
    };
    let mut accepted = String::new();
    baseline_file::update(&path, &args.write, |old| {
        let old = old.unwrap_or_default();
        let (entry, earlier) = find(&args.fingerprint, &run, &old)?;
        let after = edit::accept(&old, &entry, earlier.as_ref(), why);
        accepted = edit::line(&after.entries[&entry.fingerprint]);
        Ok(after)
    })?;
    messages::done(&args.gate.messages, &accepted);
    Ok(Exit::Success)
}

/// A finding of this run and what the baseline has in its place, or an entry that this run did not find.
fn find(start: &str, run: &Run, baseline: &Baseline) -> Result<(Entry, Option<Entry>)> {
    let held: Held = run.hold(baseline);
    let found = held
        .judged
        .iter()
        .map(|judged| judged.finding.fingerprint.as_str());
    let known = baseline.entries.keys().map(String::as_str);
    let name = edit::resolve(start, found.chain(known))?;
    // Whoever names the form in the baseline means the finding that it is now.
    let judged = held.judged.iter().find(|judged| {
        judged.finding.fingerprint == name
            || judged.known.is_some_and(|known| known.fingerprint == name)
    });
    match (judged, baseline.entries.get(name)) {
        (Some(judged), _) => Ok((judged.entry.clone(), judged.known.cloned())),
        (None, Some(entry)) => Ok((entry.clone(), Some(entry.clone()))),
        (None, None) => Err(Error::new(name, "no finding has this fingerprint", "")),
    }
}

fn filled(text: &str) -> std::result::Result<String, String> {
    match text.trim() {
        "" => Err("a reason needs words".to_owned()),
        reason => Ok(reason.to_owned()),
    }
}
