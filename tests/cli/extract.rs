//! `gainsay extract`, and what all commands share: dates and sources, output, colour, help.

use crate::binary::{files, run};
use crate::samples::FERRY;

#[test]
fn offsets_are_those_of_the_file() {
    let page = "\u{feff}<html><body><p>The <b>ferry</b> left&nbsp;Oslo &amp; Bergen on\n <i>Sunday</i> evening with 40 people.</p></body></html>";
    let latin = b"The ferry \x93Solvei\x94 left Troms\xf8 on Sunday evening with 40 people on board, said the caf\xe9.";
    let folder = files(&[("page.html", page.as_bytes()), ("latin.txt", latin)]);
    let texts = [
        page.to_owned(),
        "The ferry “Solvei” left Tromsø on Sunday evening with 40 people on board, said the café."
            .to_owned(),
    ];
    let run = run(
        folder.path(),
        &["extract", "--format", "jsonl", "page.html", "latin.txt"],
    );
    assert_eq!(run.code, 0, "{}", run.err);
    for (line, text) in run.out.lines().zip(texts) {
        let article: serde_json::Value = serde_json::from_str(line).expect("JSON lines");
        let mentions = article["mentions"].as_array().expect("mentions");
        assert!(mentions.len() >= 2, "{line}");
        for mention in mentions {
            let at = |name: &str| mention[name].as_u64().expect("offsets") as usize;
            assert_eq!(
                mention["text"].as_str(),
                text.get(at("start")..at("end")),
                "{line}"
            );
        }
    }
    assert!(run.out.contains("Sunday</i> evening"), "{}", run.out);
}

#[test]
fn dates_and_sources_come_from_flags_first() {
    let folder = files(&[(
        "sub/a.md",
        b"---\ndate: 2024-09-03\nsource: The Courier\n---\nThe ferry left Oslo on Sunday.\n",
    )]);
    let plain = run(folder.path(), &["extract", "--format", "jsonl", "sub/a.md"]);
    assert!(
        plain
            .out
            .contains(r#""source":"The Courier","title":null,"date":"2024-09-03""#),
        "{}",
        plain.out
    );
    assert!(
        plain.out.contains(r#""value":"2024-09-01""#),
        "{}",
        plain.out
    );
    let flags = [
        "extract",
        "--format",
        "jsonl",
        "sub/a.md",
        "--date",
        "a.md=2023-06-07",
        "--source",
        "sub/a.md=The Mail",
    ];
    let flagged = run(folder.path(), &flags);
    assert!(
        flagged
            .out
            .contains(r#""source":"The Mail","title":null,"date":"2023-06-07""#),
        "{}",
        flagged.out
    );
    assert!(
        flagged.out.contains(r#""value":"2023-06-04""#),
        "{}",
        flagged.out
    );
}

#[test]
fn output_replaces_a_file_only_when_all_went_well() {
    let folder = files(&[
        ("good.txt", FERRY.as_bytes()),
        ("bad.txt", b"\0"),
        ("out", b"old"),
    ]);
    let read = || std::fs::read_to_string(folder.path().join("out")).expect("the file is there");
    let failed = run(
        folder.path(),
        &["extract", "-o", "out", "good.txt", "bad.txt"],
    );
    assert_eq!((failed.code, read().as_str()), (2, "old"));
    let done = run(folder.path(), &["extract", "-o", "out", "good.txt"]);
    assert_eq!((done.code, done.out.as_str()), (0, ""));
    assert!(read().contains("Sunday evening"), "{}", read());
    let printed = run(folder.path(), &["extract", "-o", "-", "good.txt"]);
    assert_eq!(printed.code, 0, "{}", printed.err);
    assert_eq!(printed.out, read(), "`-` is standard output");
    let left = std::fs::read_dir(folder.path())
        .expect("the folder is there")
        .count();
    assert_eq!(left, 3, "nothing is left aside");
}

#[test]
fn colour_is_asked_for_or_left_out() {
    let folder = files(&[("good.txt", FERRY.as_bytes())]);
    let plain = run(folder.path(), &["extract", "good.txt"]);
    assert!(!plain.out.contains('\x1b'), "pipes get none");
    let painted = run(folder.path(), &["extract", "--color", "always", "good.txt"]);
    assert!(painted.out.contains("\x1b["), "{}", painted.out);
}

#[test]
fn help_and_version_go_to_standard_output() {
    let folder = files(&[]);
    for args in [&["--help"][..], &["--version"], &["extract", "--help"]] {
        let run = run(folder.path(), args);
        assert_eq!((run.code, run.err.as_str()), (0, ""), "{args:?}");
        assert!(run.out.contains("gainsay"), "{}", run.out);
    }
}
