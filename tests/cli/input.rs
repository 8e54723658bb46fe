//! What is read: files, folders, globs, lists; what is wrong with them is named on one line.

use crate::binary::{files, run, run_with};
use crate::samples::{FERRY, GERMAN, ids};

/// Arguments of `extract`, exit code, how the one line on standard error begins.
const BAD_INPUT: &[(&[&str], i32, &str)] = &[
    (
        &["good.txt", "missing.txt"],
        2,
        "error: missing.txt: no such file or folder (check the spelling)",
    ),
    (
        &["good.txt", "empty.txt"],
        2,
        "error: empty.txt: the article is empty (",
    ),
    (
        &["good.txt", "binary.txt"],
        2,
        "error: binary.txt: a binary file, not a text (",
    ),
    (
        &["paper.pdf"],
        2,
        "error: paper.pdf: a PDF file, not a text (",
    ),
    (
        &["broken.json"],
        2,
        "error: broken.json:1:9: invalid JSON: EOF while parsing a value (",
    ),
    (
        &["good.txt", "lines.jsonl"],
        2,
        "error: lines.jsonl:2: invalid JSON at column 9: EOF while parsing a value (",
    ),
    (
        &["list.jsonl"],
        2,
        "error: list.jsonl:1: not a JSON object (",
    ),
    (
        &["none.json"],
        2,
        "error: none.json: no article text in the JSON (put it into a field \"text\")",
    ),
    (
        &["dated.md"],
        2,
        "error: dated.md:1: invalid date \"soon\" in the front matter (write it as 2024-09-03)",
    ),
    (&["*.rtf"], 2, "error: *.rtf: no file matches this glob ("),
    (&["folder"], 2, "error: folder: no article in this folder ("),
    (
        &["good.txt", "--date", "good.txt=soon"],
        2,
        "error: --date good.txt=soon: invalid date (",
    ),
    (
        &["good.txt", "--date", "bad.txt=2024-09-03"],
        2,
        "error: --date bad.txt=2024-09-03: no input is named \"bad.txt\" (",
    ),
    (
        &["good.txt", "--date", "2024-09-03"],
        2,
        "error: invalid value '2024-09-03' for '--date <FILE=DATE>'",
    ),
    (
        &["good.txt", "--format", "xml"],
        2,
        "error: invalid value 'xml' for '--format <FORMAT>' [possible values: table",
    ),
    (&[], 2, "error: command line: no input ("),
    (
        &["--files-from", "nowhere"],
        2,
        "error: nowhere: can not be read: ",
    ),
    (
        &["good.txt", "-o", "nowhere/out"],
        2,
        "error: nowhere/out: can not be written: ",
    ),
];

#[test]
fn bad_input_is_named_on_one_line() {
    let folder = files(&[
        ("good.txt", FERRY.as_bytes()),
        ("empty.txt", b" \n\n"),
        ("binary.txt", b"a\0b"),
        ("paper.pdf", b"%PDF-1.7 stuff"),
        ("broken.json", b"{\"text\": "),
        (
            "lines.jsonl",
            b"{\"text\": \"The ferry left.\"}\n{\"text\": \n",
        ),
        ("list.jsonl", b"[1]\n"),
        ("none.json", b"{\"a\": 1}"),
        ("dated.md", b"---\ndate: soon\n---\nThe ferry left.\n"),
        ("folder/.hidden.txt", FERRY.as_bytes()),
    ]);
    for (args, code, message) in BAD_INPUT {
        let args = [&["extract"], *args].concat();
        let run = run(folder.path(), &args);
        assert_eq!(run.code, *code, "{args:?}: {}", run.err);
        assert_eq!(run.out, "", "{args:?} writes nothing");
        assert!(run.err.starts_with(message), "{args:?}: {}", run.err);
        assert_eq!(run.err.lines().count(), 1, "{args:?}: {}", run.err);
    }
}

#[test]
fn nothing_left_is_code_3() {
    let folder = files(&[("empty.txt", b""), ("german.txt", GERMAN.as_bytes())]);
    let empty = run(folder.path(), &["extract", "empty.txt"]);
    assert_eq!(empty.code, 3, "{}", empty.err);
    assert!(
        empty
            .err
            .starts_with("error: empty.txt: the article is empty ("),
        "{}",
        empty.err
    );
    let foreign = run(folder.path(), &["extract", "german.txt"]);
    assert_eq!(foreign.code, 3, "{}", foreign.err);
    let warning = "warning: german.txt: skipped, as it is in German (gainsay reads English)\nerror: command line: no article is left (";
    assert!(foreign.err.starts_with(warning), "{}", foreign.err);
    let allowed = run(
        folder.path(),
        &["extract", "--allow-empty", "--format", "jsonl", "empty.txt"],
    );
    assert_eq!(
        (allowed.code, allowed.out.as_str()),
        (0, ""),
        "{}",
        allowed.err
    );
}

#[test]
fn another_language_is_skipped_with_a_warning() {
    let folder = files(&[
        ("good.txt", FERRY.as_bytes()),
        ("german.txt", GERMAN.as_bytes()),
    ]);
    let args = ["extract", "--format", "jsonl", "good.txt", "german.txt"];
    let told = run(folder.path(), &args);
    assert_eq!((told.code, ids(&told)), (0, vec!["good.txt".to_owned()]));
    assert_eq!(
        told.err,
        "warning: german.txt: skipped, as it is in German (gainsay reads English)\n"
    );
    let quiet = run(folder.path(), &[&args[..], &["-q"]].concat());
    assert_eq!((quiet.code, quiet.err.as_str()), (0, ""));
}

#[test]
fn inputs_are_files_folders_globs_lists_and_standard_input() {
    let folder = files(&[
        ("b.txt", FERRY.as_bytes()),
        ("a.md", FERRY.as_bytes()),
        ("c.bin", b"\0"),
        (".hidden.txt", FERRY.as_bytes()),
        (
            "sub/d.html",
            b"<p>The ferry left Oslo on Sunday evening with 40 people on board.</p>",
        ),
        ("list", b"b.txt\n\nsub/d.html\n"),
    ]);
    let line = br#"{"id": "one", "text": "The ferry left Oslo on Sunday."}"#;
    let cases: &[(&[&str], &[&str])] = &[
        (&["b.txt", "a.md"], &["b.txt", "a.md"]),
        (&["."], &["./a.md", "./b.txt", "./sub/d.html"]),
        (&["*.txt"], &["b.txt"]),
        (&["**/*.{md,html}"], &["a.md", "sub/d.html"]),
        (&["*.txt", "b.txt"], &["b.txt", "b.txt"]),
        (&["b.txt", "*.txt"], &["b.txt"]),
        (&["--files-from", "list"], &["b.txt", "sub/d.html"]),
        (&["-"], &["one"]),
        (&["-", "--stdin-format", "jsonl"], &["one"]),
        (&["a.md", "-"], &["a.md", "one"]),
    ];
    for (args, expected) in cases {
        let args = [&["extract", "--format", "jsonl"], *args].concat();
        let run = run_with(folder.path(), &args, line);
        assert_eq!(run.code, 0, "{args:?}: {}", run.err);
        assert_eq!(ids(&run), *expected, "{args:?}");
    }
}
