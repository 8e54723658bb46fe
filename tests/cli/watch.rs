//! `gainsay compare --watch`: a second table after a change, and no end for a mistake.

use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use crate::binary::{files, run};
use crate::samples::TOLD_TWICE;

/// Longer than any run takes on a machine that is busy.
const PATIENCE: Duration = Duration::from_secs(60);

/// A run that stays, with what it says line by line.
struct Watch {
    child: Child,
    out: Receiver<String>,
    err: Receiver<String>,
}

fn lines(from: impl Read + Send + 'static) -> Receiver<String> {
    let (send, receive) = channel();
    std::thread::spawn(move || {
        for line in BufReader::new(from).lines().map_while(Result::ok) {
            if send.send(line).is_err() {
                return;
            }
        }
    });
    receive
}

fn watch(folder: &std::path::Path) -> Watch {
    let mut child = Command::new(env!("CARGO_BIN_EXE_gainsay"))
        .args(["compare", "--watch", "voyage"])
        .current_dir(folder)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the binary starts");
    let out = lines(child.stdout.take().expect("standard output is piped"));
    let err = lines(child.stderr.take().expect("standard error is piped"));
    Watch { child, out, err }
}

/// What is said up to the line with these words.
fn until(said: &Receiver<String>, words: &str) -> String {
    let mut all = String::new();
    while !all.contains(words) {
        let line = said.recv_timeout(PATIENCE);
        all += &line.unwrap_or_else(|_| panic!("{words:?} is never said, only:\n{all}"));
        all.push('\n');
    }
    all
}

#[test]
fn a_change_gives_a_second_table_and_a_mistake_no_end() {
    let folder = files(TOLD_TWICE);
    let one = folder.path().join("voyage/one.txt");
    let mut watched = watch(folder.path());
    let first = until(&watched.out, "below confidence not shown");
    assert!(
        first.contains("12 people") && !first.contains('\u{1b}'),
        "{first}"
    );

    let text = String::from_utf8_lossy(TOLD_TWICE[0].1).replace("12", "19");
    std::fs::write(&one, &text).expect("the file can be written");
    let second = until(&watched.out, "below confidence not shown");
    assert!(second.contains("19 people"), "{second}");
    until(&watched.err, "changed: voyage/one.txt");

    std::fs::write(&one, b"a\0b").expect("the file can be written");
    until(&watched.err, "error: voyage/one.txt: a binary file");
    std::fs::write(&one, text.replace("19", "23")).expect("the file can be written");
    let third = until(&watched.out, "below confidence not shown");
    assert!(third.contains("23 people"), "{third}");

    watched.child.kill().expect("it still runs");
    watched.child.wait().expect("it has ended");
}

#[test]
fn standard_input_can_not_be_watched() {
    let folder = files(TOLD_TWICE);
    let refused = run(folder.path(), &["compare", "--watch", "-"]);
    assert_eq!(refused.code, 2);
    assert!(
        refused.err.starts_with("error: --watch: standard input"),
        "{}",
        refused.err
    );
}
