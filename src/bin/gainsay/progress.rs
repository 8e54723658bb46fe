//! How far a long run is: on a terminal only, and only when somebody would begin to wonder.

use std::io::IsTerminal;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::args::MessageArgs;

/// Fewer articles than this are done before anybody wonders.
const MANY: usize = 20;
/// How long a run is silent.
const PATIENCE: Duration = Duration::from_millis(500);

/// A line on standard error that goes when it is dropped.
pub(crate) struct Progress {
    bar: ProgressBar,
    since: Instant,
    wanted: bool,
    shown: AtomicBool,
}

/// A line for `all` articles that are worked on; nothing is shown yet.
pub(crate) fn begin(args: &MessageArgs, verb: &'static str, all: usize) -> Progress {
    let bar = ProgressBar::with_draw_target(Some(all as u64), ProgressDrawTarget::hidden());
    let style = ProgressStyle::with_template("{msg} {pos}/{len} {bar:30}");
    bar.set_style(style.expect("the template has known fields only"));
    bar.set_message(verb);
    Progress {
        bar,
        since: Instant::now(),
        wanted: is_wanted(args, all, std::io::stderr().is_terminal()),
        shown: AtomicBool::new(false),
    }
}

fn is_wanted(args: &MessageArgs, all: usize, is_terminal: bool) -> bool {
    is_terminal && !args.no_progress && !args.quiet && all >= MANY
}

impl Progress {
    /// One more is done.
    pub(crate) fn step(&self) {
        let late = self.wanted && self.since.elapsed() >= PATIENCE;
        if late && !self.shown.swap(true, Ordering::Relaxed) {
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
        self.bar.inc(1);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_terminal_and_only_many_articles() {
        let says = |no_progress, quiet| MessageArgs {
            no_progress,
            quiet,
            verbose: 0,
        };
        assert!(is_wanted(&says(false, false), 400, true));
        assert!(!is_wanted(&says(false, false), 400, false));
        assert!(!is_wanted(&says(false, false), 4, true));
        assert!(!is_wanted(&says(true, false), 400, true));
        assert!(!is_wanted(&says(false, true), 400, true));
    }
}
