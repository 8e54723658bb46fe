//! `--watch`: the same run again whenever an input changes, for someone who edits.
//!
//! Changes are found by looking: times and sizes of a few hundred files cost less than a millisecond, work on every
//! file system, and need no library.

use std::collections::BTreeMap;
use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use gainsay::error::Error;

use crate::args::{InputArgs, MessageArgs, OutputArgs};
use crate::exit::{Exit, Failure};
use crate::output::Reader;
use crate::{inputs, messages};

/// How long it is waited between two looks. Who saves a file is done when two looks see the same.
const PAUSE: Duration = Duration::from_millis(150);

/// The files at one moment: when each was changed, and its size; `None` where it can not be read.
type Files = BTreeMap<PathBuf, Option<(SystemTime, u64)>>;

/// Does `once` now and after each change of an input or of `also`, until nobody reads the result any more. What fails
/// is said, and it goes on.
///
/// # Errors
/// If an input can not change.
pub(crate) fn run(
    args: &InputArgs,
    also: &[&Path],
    (output, say): (&OutputArgs, &MessageArgs),
    once: impl Fn() -> Result<Reader, Failure>,
) -> Result<Exit, Failure> {
    if args.inputs.iter().any(|input| input == "-") || args.files_from.as_deref() == Some("-") {
        let mend = "name files or folders";
        return Err(Error::new("--watch", "standard input can not be watched", mend).into());
    }
    let mut known = Vec::new();
    let mut look = || {
        // While an input is missing, those that were there are waited for.
        known = inputs::files(args).unwrap_or_else(|_| std::mem::take(&mut known));
        let also = also.iter().map(|path| path.to_path_buf());
        known.iter().cloned().chain(also).map(state).collect()
    };
    let mut seen = look();
    loop {
        clear(output);
        match once() {
            Ok(Reader::Left) => return Ok(Exit::Success),
            Ok(Reader::There) => {}
            Err(failure) => {
                messages::failed(&failure);
            }
        }
        let (now, changed) = next_change(&seen, &mut look, &mut || std::thread::sleep(PAUSE));
        seen = now;
        let names: Vec<String> = changed.iter().map(|p| p.display().to_string()).collect();
        messages::done(say, &format!("changed: {}", names.join(", ")));
    }
}

fn state(path: PathBuf) -> (PathBuf, Option<(SystemTime, u64)>) {
    let about = path.metadata().ok();
    let state = about.and_then(|about| Some((about.modified().ok()?, about.len())));
    (path, state)
}

/// Waits until the files are others than `before` and have come to rest; tells which changed.
fn next_change(
    before: &Files,
    look: &mut dyn FnMut() -> Files,
    wait: &mut dyn FnMut(),
) -> (Files, Vec<PathBuf>) {
    let mut last = look();
    loop {
        wait();
        let now = look();
        let at_rest = now == last;
        let changed = changed(before, &now);
        if at_rest && !changed.is_empty() {
            return (now, changed);
        }
        last = now;
    }
}

/// The files that one has otherwise than the other, or not at all.
fn changed(before: &Files, after: &Files) -> Vec<PathBuf> {
    let differs = |path: &&PathBuf| before.get(*path) != after.get(*path);
    let gone = before.keys().filter(|path| !after.contains_key(*path));
    let mut changed: Vec<PathBuf> = after.keys().filter(differs).chain(gone).cloned().collect();
    changed.sort();
    changed
}

/// An empty screen for the next table; what is no terminal keeps all of them.
fn clear(output: &OutputArgs) {
    if output.file().is_none() && std::io::stdout().is_terminal() {
        // Where this can not be written, the table can not either, and says so.
        let _ = write!(std::io::stdout(), "\x1b[2J\x1b[3J\x1b[H");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Files with the size of each; a time would say nothing more.
    fn files(sizes: &[(&str, u64)]) -> Files {
        let state = |size| Some((SystemTime::UNIX_EPOCH, size));
        let sizes = sizes.iter();
        sizes
            .map(|&(name, size)| (PathBuf::from(name), state(size)))
            .collect()
    }

    #[test]
    fn a_change_is_told_when_it_has_come_to_rest() {
        let before = files(&[("a", 1), ("b", 1)]);
        let looks = [
            files(&[("a", 1), ("b", 1)]),
            files(&[("a", 1), ("b", 1)]),
            files(&[("b", 1)]),
            files(&[("a", 2), ("b", 1)]),
            files(&[("a", 3), ("b", 1)]),
            files(&[("a", 3), ("b", 1)]),
            files(&[("a", 9), ("b", 9)]),
        ];
        let mut next = looks.iter().cloned();
        let mut look = || next.next().expect("a change is told before the last look");
        let mut waits = 0;
        let (now, changed) = next_change(&before, &mut look, &mut || waits += 1);
        assert_eq!((changed, waits), (vec![PathBuf::from("a")], 5));
        assert_eq!(now, looks[5]);
    }

    #[test]
    fn new_and_gone_files_are_changes() {
        let (one, other) = (files(&[("a", 1), ("b", 1)]), files(&[("a", 1), ("c", 1)]));
        assert_eq!(changed(&one, &other), ["b", "c"].map(PathBuf::from));
        assert!(changed(&one, &one).is_empty());
    }
}
