//! `--cache DIR`: the same bytes with it and without, whatever became of the folder in the meantime.

use std::path::{Path, PathBuf};

use crate::binary::{Run, files, run};
use crate::samples::TOLD_TWICE;

/// The fixtures' story, compared in some folder.
fn compare(folder: &Path, more: &[&str]) -> Run {
    let args = ["compare", "-v", "--format", "json", "voyage"];
    run(folder, &[&args, more].concat())
}

/// The files below a folder.
fn entries(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(entries(&path));
        } else {
            found.push(path);
        }
    }
    found.sort();
    found
}

#[test]
fn what_is_known_is_not_worked_out_again_and_says_the_same() {
    let folder = files(TOLD_TWICE);
    let plain = compare(folder.path(), &[]);
    let first = compare(folder.path(), &["--cache", "kept"]);
    let second = compare(folder.path(), &["--cache", "kept"]);
    assert_eq!((&first.out, &second.out), (&plain.out, &plain.out));
    assert!(!plain.err.contains("cache"), "{}", plain.err);
    assert!(
        first
            .err
            .contains("cache: 0 articles were known, 2 are new"),
        "{}",
        first.err
    );
    assert!(
        second
            .err
            .contains("cache: 2 articles were known, 0 are new"),
        "{}",
        second.err
    );

    let extract = |more: &[&str]| {
        let args = ["extract", "-v", "--format", "jsonl", "voyage"];
        run(folder.path(), &[&args, more].concat())
    };
    let plain = extract(&[]);
    let first = extract(&["--cache", "kept"]);
    let second = extract(&["--cache", "kept"]);
    assert_eq!((&first.out, &second.out), (&plain.out, &plain.out));
    assert!(
        second.err.contains("2 articles were known"),
        "{}",
        second.err
    );
}

#[test]
fn what_changed_is_worked_out_again() {
    let folder = files(TOLD_TWICE);
    compare(folder.path(), &["--cache", "kept"]);
    let text =
        "The ferry sank off Oslo on Sunday.\nThe fire on board killed 12 people, said police.\n";
    std::fs::write(folder.path().join("voyage/one.txt"), text).expect("a file");
    let plain = compare(folder.path(), &[]);
    let cached = compare(folder.path(), &["--cache", "kept"]);
    assert_eq!(cached.out, plain.out);
    assert!(
        cached.err.contains("1 articles were known, 1 are new"),
        "{}",
        cached.err
    );
    // The day is no part of the file here, and the article says something else on another one.
    let dated = compare(
        folder.path(),
        &["--cache", "kept", "--date", "one.txt=2024-09-03"],
    );
    assert!(
        dated.err.contains("1 articles were known, 1 are new"),
        "{}",
        dated.err
    );
}

#[test]
fn a_damaged_entry_is_made_anew() {
    let folder = files(TOLD_TWICE);
    let plain = compare(folder.path(), &["--cache", "kept"]);
    let kept = entries(&folder.path().join("kept"));
    let whole = std::fs::read(&kept[0]).expect("an entry");
    let mut changed = whole.clone();
    changed[40] ^= 1;
    for damaged in [&b""[..], &whole[..20], &whole[..whole.len() - 1], &changed] {
        std::fs::write(&kept[0], damaged).expect("an entry");
        let run = compare(folder.path(), &["--cache", "kept"]);
        assert_eq!(run.out, plain.out);
        assert!(
            run.err.contains("1 articles were known, 1 are new"),
            "{}",
            run.err
        );
        assert_eq!(std::fs::read(&kept[0]).expect("an entry"), whole);
    }
    assert_eq!(entries(&folder.path().join("kept")), kept);
}

#[test]
fn runs_at_one_time_share_a_folder() {
    let folder = files(TOLD_TWICE);
    let plain = compare(folder.path(), &[]);
    std::thread::scope(|scope| {
        let runs: Vec<_> = (0..4)
            .map(|_| scope.spawn(|| compare(folder.path(), &["--cache", "kept"])))
            .collect();
        for run in runs {
            let run = run.join().expect("a run");
            assert_eq!((run.code, &run.out), (0, &plain.out), "{}", run.err);
        }
    });
    assert_eq!(entries(&folder.path().join("kept")).len(), 2);
    let after = compare(folder.path(), &["--cache", "kept"]);
    assert!(after.err.contains("2 articles were known"), "{}", after.err);
}

#[test]
fn a_cache_that_is_no_folder_is_an_error_and_one_that_can_not_be_written_a_warning() {
    let folder = files(TOLD_TWICE);
    let file = compare(folder.path(), &["--cache", "voyage/one.txt"]);
    assert_eq!(file.code, 2);
    assert!(
        file.err
            .starts_with("error: voyage/one.txt: can not be used as a cache: "),
        "{}",
        file.err
    );
    if !cfg!(target_os = "linux") {
        return;
    }
    // Nobody, not even root, makes a folder there.
    let plain = compare(folder.path(), &[]);
    let closed = compare(folder.path(), &["--cache", "/proc/self"]);
    assert_eq!((closed.code, closed.out), (0, plain.out));
    assert!(
        closed.err.contains("warning: /proc/self/"),
        "{}",
        closed.err
    );
    assert!(
        closed.err.contains("or leave out --cache"),
        "{}",
        closed.err
    );
}
