//! What goes to standard error: one line a message.

use std::io::Write;
use std::sync::atomic::{AtomicBool, Ordering};

use gainsay::error::Error;
use gainsay::report::visible::visible;

use crate::args::MessageArgs;
use crate::exit::{Exit, Failure};

/// Panics are caught article by article and told as one line; the hook's own report would come on top.
pub(crate) fn keep_panics_to_one_line() {
    std::panic::set_hook(Box::new(|_| {}));
}

/// Help and version as they are, everything else as one line.
pub(crate) fn usage(error: &clap::Error) -> Exit {
    if !error.use_stderr() {
        // A reader that left early is no failure.
        let _ = error.print();
        return Exit::Success;
    }
    let text = error.render().to_string();
    let first = text.split("\n\n").next().unwrap_or(&text);
    let line: Vec<&str> = first.split_whitespace().collect();
    say(&format!("{} (see gainsay --help)", line.join(" ")));
    Exit::Failure
}

/// Says why a run failed.
pub(crate) fn failed(failure: &Failure) -> Exit {
    let (errors, exit) = match failure {
        Failure::Broken(errors) => (errors, Exit::Failure),
        Failure::Empty(errors) => (errors, Exit::Empty),
    };
    for error in errors {
        say(&format!("error: {error}"));
    }
    exit
}

/// Whether something was left out that should not have been.
static INCOMPLETE: AtomicBool = AtomicBool::new(false);

/// Says what could not be worked on while the rest goes on: the run ends as one that failed.
pub(crate) fn left_out(error: &Error) {
    INCOMPLETE.store(true, Ordering::Relaxed);
    say(&format!("error: {error}"));
}

/// Whether [`left_out`] was said.
pub(crate) fn is_incomplete() -> bool {
    INCOMPLETE.load(Ordering::Relaxed)
}

/// Says what was passed over.
pub(crate) fn warn(args: &MessageArgs, warning: &Error) {
    if !args.quiet {
        say(&format!("warning: {warning}"));
    }
}

/// Says what was done.
pub(crate) fn done(args: &MessageArgs, text: &str) {
    if !args.quiet {
        say(text);
    }
}

/// Says how something went, if details are asked for.
pub(crate) fn note(args: &MessageArgs, text: &str) {
    if args.verbose > 0 && !args.quiet {
        say(&format!("note: {text}"));
    }
}

fn say(line: &str) {
    // Names of files are no better than their content: a line of theirs must stay one line, and do nothing else.
    let line = visible(line);
    // Where standard error is closed, nobody is there to be told so.
    let _ = writeln!(std::io::stderr(), "{line}");
}
