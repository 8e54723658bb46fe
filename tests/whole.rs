//! Each file that is written is there whole, the old one or the new: whatever ends a run, and wherever the room ends.
#![cfg(unix)]

mod binary;

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use binary::{Run, ended, files, gainsay, run};
use tempfile::TempDir;

/// Two accounts of one voyage that differ in the count, and enough around them for reports of many kilobytes.
fn voyage() -> TempDir {
    let story = |people: u32| {
        let rest: Vec<String> = (0..40)
            .map(|i| format!("\n\nOn day {i} of the hearing, witness {i} said that the ferry had {i} lifeboats."))
            .collect();
        let rest = rest.concat();
        format!(
            "The ferry sank off Oslo on Sunday.\n\nThe fire on board killed {people} people, police said.{rest}\n"
        )
    };
    let (one, other) = (story(12), story(15));
    files(&[
        ("voyage/one.txt", one.as_bytes()),
        ("voyage/two.txt", other.as_bytes()),
    ])
}

/// What a shell makes of a command line in which `"$@"` is the binary.
fn shell(folder: &Path, script: &str, args: &[&str]) -> Run {
    let output = Command::new("sh")
        .args(["-c", script, "sh", env!("CARGO_BIN_EXE_gainsay")])
        .args(args)
        .current_dir(folder)
        .env_remove("CI")
        .stdin(Stdio::null())
        .output()
        .expect("a shell starts");
    ended(&output)
}

/// Arguments that write a file, and the file.
const WRITERS: [(&[&str], &str); 5] = [
    (
        &["compare", "--verdict", "all", "-o", "out.json", "voyage"],
        "out.json",
    ),
    (
        &["compare", "--verdict", "all", "-o", "out.html", "voyage"],
        "out.html",
    ),
    (
        &["extract", "--format", "jsonl", "-o", "out.jsonl", "voyage"],
        "out.jsonl",
    ),
    (&["export", "-o", "out.csv", "voyage"], "out.csv"),
    (
        &["baseline", "create", "--add", "--write", "voyage"],
        "gainsay-baseline.jsonl",
    ),
];

#[test]
fn a_full_device_is_told_on_one_line_and_leaves_the_old_file() {
    for (args, name) in WRITERS {
        let folder = voyage();
        let whole = run(folder.path(), args);
        assert_eq!(whole.code, 0, "{args:?}: {}", whole.err);
        let path = folder.path().join(name);
        // A baseline that changes is written again; its header alone is a baseline, too.
        let old = "{\"schema\":\"gainsay/baseline/v1\"}\n";
        std::fs::write(&path, old).expect("a file");
        // No file may grow beyond nothing: every write fails, as it does where no room is left.
        let full = shell(
            folder.path(),
            "trap '' XFSZ; ulimit -f 0; exec \"$@\"",
            args,
        );
        assert_eq!(full.code, 2, "{args:?}: {} {}", full.out, full.err);
        assert_eq!(full.err.lines().count(), 1, "{args:?}: {}", full.err);
        assert!(
            full.err.contains(&format!("{name}: can not be written: ")),
            "{}",
            full.err
        );
        assert_eq!(
            std::fs::read_to_string(&path).ok().as_deref(),
            Some(old),
            "{args:?}"
        );
        assert_eq!(
            left_aside(folder.path()),
            0,
            "{args:?} leaves something behind"
        );
    }
}

/// Files and folders beside those that are expected.
fn left_aside(folder: &Path) -> usize {
    let entries = std::fs::read_dir(folder).expect("a folder");
    entries.count() - 2
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_standard_output_or_device_is_told_on_one_line() {
    let folder = voyage();
    let commands: [&[&str]; 5] = [
        &["compare", "voyage"],
        &["extract", "voyage"],
        &["compare", "--format", "html", "voyage"],
        &["check", "--format", "json", "voyage"],
        &["rule", "--all"],
    ];
    for args in commands {
        let full = shell(folder.path(), "exec \"$@\" > /dev/full", args);
        assert_eq!(
            (full.code, full.err.lines().count()),
            (2, 1),
            "{args:?}: {}",
            full.err
        );
        assert!(
            full.err.starts_with("error: standard output: "),
            "{}",
            full.err
        );
    }
    let device = run(
        folder.path(),
        &["compare", "-o", "/dev/full", "--format", "json", "voyage"],
    );
    assert_eq!(
        (device.code, device.err.lines().count()),
        (2, 1),
        "{}",
        device.err
    );
    assert!(
        device
            .err
            .starts_with("error: /dev/full: can not be written: "),
        "{}",
        device.err
    );
}

#[test]
fn a_run_that_is_killed_while_it_writes_leaves_the_old_file() {
    for (args, name) in WRITERS {
        let folder = voyage();
        let path = folder.path().join(name);
        let old = "{\"schema\":\"gainsay/baseline/v1\"}\n";
        std::fs::write(&path, old).expect("a file");
        // The first byte that it writes to a file ends the run with a signal.
        let killed = shell(folder.path(), "ulimit -f 0; exec \"$@\"", args);
        assert_eq!(killed.code, -1, "{args:?}: {}", killed.err);
        assert_eq!(
            std::fs::read_to_string(&path).ok().as_deref(),
            Some(old),
            "{args:?}"
        );
    }
}

#[test]
fn a_cache_that_fills_its_device_or_is_cut_off_costs_nothing_but_time() {
    let folder = voyage();
    let plain = ["compare", "--format", "json", "voyage"];
    let whole = run(folder.path(), &plain).out;
    let cached = [&plain[..], &["--cache", "kept"]].concat();
    let kept = folder.path().join("kept");
    let full = shell(
        folder.path(),
        "trap '' XFSZ; ulimit -f 0; exec \"$@\"",
        &cached,
    );
    assert_eq!((full.code, &full.out), (0, &whole), "{}", full.err);
    let warning = "the cache can not be written: ";
    assert!(full.err.contains(warning), "{}", full.err);
    assert_eq!(files_in(&kept), 0, "nothing half written is left");
    let killed = shell(folder.path(), "ulimit -f 0; exec \"$@\"", &cached);
    assert_eq!(killed.code, -1, "{}", killed.err);
    for _ in 0..2 {
        let again = run(folder.path(), &cached);
        assert_eq!((again.code, &again.out), (0, &whole), "{}", again.err);
    }
}

/// How many files a folder and those in it hold.
fn files_in(folder: &Path) -> usize {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .map(|entry| match entry.path() {
            path if path.is_dir() => files_in(&path),
            _ => 1,
        })
        .sum()
}

#[test]
fn a_run_that_is_killed_at_any_time_leaves_the_old_file_or_the_new() {
    let folder = voyage();
    let args = ["compare", "--verdict", "all", "-o", "out.json", "voyage"];
    assert_eq!(run(folder.path(), &args).code, 0);
    let path = folder.path().join("out.json");
    let whole = std::fs::read(&path).expect("the file was written");
    for wait in 0..12 {
        let mut child = gainsay(folder.path(), &args)
            .stderr(Stdio::null())
            .spawn()
            .expect("the binary starts");
        std::thread::sleep(Duration::from_millis(wait * 40));
        // A run that has ended can not be killed, and that is as well.
        let _ = child.kill();
        let _ = child.wait();
        assert!(
            std::fs::read(&path).expect("a file") == whole,
            "after {} ms",
            wait * 40
        );
    }
}
