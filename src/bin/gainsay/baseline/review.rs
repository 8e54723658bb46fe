//! `gainsay baseline review`: one undecided finding after the other, with both quotes, and a key for each answer.
//!
//! Each decision is on disk before the next question is asked: who stops half-way keeps what was decided.

use std::io::{BufRead, IsTerminal, Write};
use std::path::Path;

use clap::Args;
use gainsay::error::{Error, Result};
use gainsay::gate::baseline::Baseline;
use gainsay::gate::entry::{Acceptance, Kind, day};
use gainsay::gate::hold::{Held, Judged, State};
use gainsay::gate::{edit, text};
use gainsay::report::ink::Paint;
use gainsay::report::link::Links;
use gainsay::report::visible::harmless;
use jiff::civil::Date;

use crate::args::OutputArgs;
use crate::baseline_file::{self, WriteArgs};
use crate::exit::{Exit, Failure};
use crate::gate::{self, GateArgs, Run};
use crate::output;

/// Decide finding by finding: accept, reject, skip, quit
#[derive(Debug, Args)]
pub(crate) struct ReviewArgs {
    #[command(flatten)]
    gate: GateArgs,
    /// Only list what is undecided, a line each: fingerprint, state, rule, question, answers; tabs between
    #[arg(long, help_heading = "Output")]
    list: bool,
    #[command(flatten)]
    write: WriteArgs,
    #[command(flatten)]
    output: OutputArgs,
}

/// What a person decided about a finding.
enum Decision {
    Accept(Acceptance),
    Reject,
    Skip,
    Quit,
}

pub(crate) fn run(args: &ReviewArgs) -> std::result::Result<Exit, Failure> {
    let run = gate::run(&args.gate)?;
    let place = baseline_file::locate(&args.gate.baseline, &run.settings);
    let baseline = baseline_file::read(&place)?;
    let held = run.hold(&baseline);
    if args.list {
        output::write_text(&args.output, &list(&held))?;
        return Ok(Exit::Success);
    }
    if !std::io::stdin().is_terminal() {
        let mend = "use --list and `gainsay baseline accept` in scripts";
        return Err(Error::new("standard input", "a review needs a terminal", mend).into());
    }
    let paint = output::paint(&args.output);
    let screen = Screen {
        run: &run,
        paint,
        width: output::width(&args.output),
    };
    let (mut input, mut out) = (std::io::stdin().lock(), std::io::stdout().lock());
    ask_all(&held, &screen, &mut input, &mut out, |judged, decision| {
        put(&place.path, &args.write, &run, judged, decision)
    })?;
    Ok(Exit::Success)
}

fn undecided<'h, 'a>(held: &'h Held<'a>) -> impl Iterator<Item = &'h Judged<'a>> {
    held.judged
        .iter()
        .filter(|judged| judged.state != State::Accepted)
}

fn list(held: &Held) -> String {
    let line = |judged: &Judged| {
        let finding = judged.finding;
        let cells = [
            finding.fingerprint.clone(),
            judged.state.to_string(),
            finding.rule.clone(),
            finding.question.clone(),
            edit::answers(&judged.entry),
        ];
        cells
            .map(|cell| cell.replace(['\t', '\n', '\r'], " "))
            .join("\t")
            + "\n"
    };
    undecided(held).map(line).collect()
}

/// How findings are shown.
struct Screen<'a> {
    run: &'a Run,
    paint: Paint,
    width: usize,
}

/// Shows each undecided finding and passes on what is decided, until all are through or somebody quits.
fn ask_all(
    held: &Held,
    screen: &Screen,
    input: &mut impl BufRead,
    out: &mut impl Write,
    mut put: impl FnMut(&Judged, Decision) -> Result<()>,
) -> Result<()> {
    let texts = screen.run.texts();
    let count = undecided(held).count();
    for (index, judged) in undecided(held).enumerate() {
        let shown = text::finding(held, judged, &texts, screen.paint, screen.width);
        say(out, &format!("\n{} of {count}\n{shown}", index + 1))?;
        match ask(input, out)? {
            Decision::Quit => break,
            Decision::Skip => {}
            decision => put(judged, decision)?,
        }
    }
    say(out, "done\n")
}

fn ask(input: &mut impl BufRead, out: &mut impl Write) -> Result<Decision> {
    loop {
        let answer = prompt(
            input,
            out,
            "[a]ccept, [r]eject (it must be mended), [s]kip, [q]uit? ",
        )?;
        match answer.as_deref() {
            Some("a" | "accept") => match acceptance(input, out)? {
                Some(why) => return Ok(Decision::Accept(why)),
                None => return Ok(Decision::Quit),
            },
            Some("r" | "reject") => return Ok(Decision::Reject),
            Some("s" | "skip") => return Ok(Decision::Skip),
            Some("q" | "quit") | None => return Ok(Decision::Quit),
            Some(_) => {}
        }
    }
}

/// Kind, reason and last day; none if the input ends.
fn acceptance(input: &mut impl BufRead, out: &mut impl Write) -> Result<Option<Acceptance>> {
    let kinds = Kind::ALL.map(Kind::name).join(", ");
    let kind = |text: &str| {
        let mut kinds = Kind::ALL
            .into_iter()
            .filter(|kind| !text.is_empty() && kind.name().starts_with(text));
        kinds.next()
    };
    let Some(kind) = until(input, out, &format!("kind ({kinds}): "), kind)? else {
        return Ok(None);
    };
    let reason = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let Some(reason) = until(input, out, "reason: ", reason)? else {
        return Ok(None);
    };
    let last = |text: &str| -> Option<Option<Date>> {
        if text.is_empty() {
            Some(None)
        } else {
            day(text).ok().map(Some)
        }
    };
    let expires = until(input, out, "until (2026-12-31; empty: for good): ", last)?;
    Ok(expires.map(|expires| Acceptance {
        kind,
        reason,
        expires,
    }))
}

/// Asks until an answer can be read; none if the input ends.
fn until<T>(
    input: &mut impl BufRead,
    out: &mut impl Write,
    question: &str,
    read: impl Fn(&str) -> Option<T>,
) -> Result<Option<T>> {
    loop {
        match prompt(input, out, question)? {
            None => return Ok(None),
            Some(answer) => {
                if let Some(read) = read(&answer) {
                    return Ok(Some(read));
                }
            }
        }
    }
}

/// One line of answer; none if the input ends.
fn prompt(
    input: &mut impl BufRead,
    out: &mut impl Write,
    question: &str,
) -> Result<Option<String>> {
    say(out, question)?;
    let mut line = String::new();
    let read = input
        .read_line(&mut line)
        .map_err(|error| terminal(&error))?;
    Ok((read > 0).then(|| line.trim().to_owned()))
}

fn say(out: &mut impl Write, text: &str) -> Result<()> {
    let written = out
        .write_all(harmless(text, Paint::Ansi, &Links::None).as_bytes())
        .and_then(|()| out.flush());
    written.map_err(|error| terminal(&error))
}

fn terminal(error: &std::io::Error) -> Error {
    Error::new(
        "terminal",
        error.to_string(),
        "use --list and `gainsay baseline accept`",
    )
}

/// A rejected finding leaves the baseline, so that check fails until it is mended.
fn put(
    path: &Path,
    write: &WriteArgs,
    run: &Run,
    judged: &Judged,
    decision: Decision,
) -> Result<()> {
    baseline_file::update(path, write, |old| {
        let old: Baseline = old.unwrap_or_default();
        let now = run.hold(&old);
        let known = now
            .judged
            .iter()
            .find(|j| j.finding.fingerprint == judged.finding.fingerprint);
        let known = known.and_then(|judged| judged.known);
        Ok(match decision {
            Decision::Accept(why) => edit::accept(&old, &judged.entry, known, why),
            Decision::Reject => edit::remove(&old, known),
            Decision::Skip | Decision::Quit => old,
        })
    })?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decide(keys: &str) -> (Decision, String) {
        let mut out = Vec::new();
        let decision = ask(&mut keys.as_bytes(), &mut out).expect("memory takes everything");
        (
            decision,
            String::from_utf8(out).expect("questions are UTF-8"),
        )
    }

    #[test]
    fn what_can_not_be_read_is_asked_again() {
        let (decision, out) = decide("x\na\n\nev\n\nAP is later\nsoon\n2026-12-31\n");
        let expected = Acceptance {
            kind: Kind::Evolving,
            reason: "AP is later".to_owned(),
            expires: day("2026-12-31").ok(),
        };
        assert!(matches!(decision, Decision::Accept(why) if why == expected));
        assert_eq!(out.matches("[a]ccept").count(), 2);
        assert_eq!(out.matches("kind (").count(), 2);
        assert_eq!(out.matches("reason: ").count(), 2);
        assert_eq!(out.matches("until (").count(), 2);
    }

    #[test]
    fn input_that_ends_decides_nothing() {
        for keys in ["", "a\n", "a\nwont-fix\n", "q\n"] {
            assert!(matches!(decide(keys).0, Decision::Quit), "{keys:?}");
        }
        assert!(matches!(decide("s\n").0, Decision::Skip));
        assert!(matches!(decide("r\n").0, Decision::Reject));
    }
}
