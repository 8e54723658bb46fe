//! The binary as users meet it: real files, real exit codes, what is said where.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use tempfile::TempDir;

const FERRY: &str = "The ferry left Oslo on Sunday evening with at least 40 people on board.\n";
const GERMAN: &str = "Die Fähre hat am Sonntag den Hafen von Oslo mit 40 Menschen an Bord verlassen, und das ist nicht \
                      die erste Fahrt, die der Kapitän in dieser Woche mit ihr gemacht hat.\n";

/// What a run left behind.
struct Run {
    code: i32,
    out: String,
    err: String,
}

/// A folder of files: name, content.
fn files(files: &[(&str, &[u8])]) -> TempDir {
    let folder = TempDir::new().expect("a folder for files");
    for (name, bytes) in files {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().expect("files stand in a folder")).expect("a folder");
        std::fs::write(path, bytes).expect("a file");
    }
    folder
}

/// Runs the binary in a folder.
fn run(folder: &Path, args: &[&str], input: &[u8]) -> Run {
    let mut child = Command::new(env!("CARGO_BIN_EXE_gainsay"))
        .args(args)
        .current_dir(folder)
        .env_remove("NO_COLOR")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the binary starts");
    // A run that fails before it reads closes the pipe.
    let _ = child
        .stdin
        .take()
        .expect("standard input is piped")
        .write_all(input);
    let output = child.wait_with_output().expect("the binary ends");
    Run {
        code: output.status.code().unwrap_or(-1),
        out: String::from_utf8_lossy(&output.stdout).into_owned(),
        err: String::from_utf8_lossy(&output.stderr).into_owned(),
    }
}

/// The ids of the articles that `extract --format jsonl` gave.
fn ids(run: &Run) -> Vec<String> {
    run.out
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).expect("JSON lines"))
        .map(|article| {
            article["id"]
                .as_str()
                .expect("articles have ids")
                .to_owned()
        })
        .collect()
}

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
        let run = run(folder.path(), &args, b"");
        assert_eq!(run.code, *code, "{args:?}: {}", run.err);
        assert_eq!(run.out, "", "{args:?} writes nothing");
        assert!(run.err.starts_with(message), "{args:?}: {}", run.err);
        assert_eq!(run.err.lines().count(), 1, "{args:?}: {}", run.err);
    }
}

#[test]
fn nothing_left_is_code_3() {
    let folder = files(&[("empty.txt", b""), ("german.txt", GERMAN.as_bytes())]);
    let empty = run(folder.path(), &["extract", "empty.txt"], b"");
    assert_eq!(empty.code, 3, "{}", empty.err);
    assert!(
        empty
            .err
            .starts_with("error: empty.txt: the article is empty ("),
        "{}",
        empty.err
    );
    let foreign = run(folder.path(), &["extract", "german.txt"], b"");
    assert_eq!(foreign.code, 3, "{}", foreign.err);
    let warning = "warning: german.txt: skipped, as it is in German (gainsay reads English)\nerror: command line: no article is left (";
    assert!(foreign.err.starts_with(warning), "{}", foreign.err);
    let allowed = run(
        folder.path(),
        &["extract", "--allow-empty", "--format", "jsonl", "empty.txt"],
        b"",
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
    let told = run(folder.path(), &args, b"");
    assert_eq!((told.code, ids(&told)), (0, vec!["good.txt".to_owned()]));
    assert_eq!(
        told.err,
        "warning: german.txt: skipped, as it is in German (gainsay reads English)\n"
    );
    let quiet = run(folder.path(), &[&args[..], &["-q"]].concat(), b"");
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
        let run = run(folder.path(), &args, line);
        assert_eq!(run.code, 0, "{args:?}: {}", run.err);
        assert_eq!(ids(&run), *expected, "{args:?}");
    }
}

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
        b"",
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
    let plain = run(
        folder.path(),
        &["extract", "--format", "jsonl", "sub/a.md"],
        b"",
    );
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
    let flagged = run(folder.path(), &flags, b"");
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
        b"",
    );
    assert_eq!((failed.code, read().as_str()), (2, "old"));
    let done = run(folder.path(), &["extract", "-o", "out", "good.txt"], b"");
    assert_eq!((done.code, done.out.as_str()), (0, ""));
    assert!(read().contains("Sunday evening"), "{}", read());
    let left = std::fs::read_dir(folder.path())
        .expect("the folder is there")
        .count();
    assert_eq!(left, 3, "nothing is left aside");
}

#[test]
fn colour_is_asked_for_or_left_out() {
    let folder = files(&[("good.txt", FERRY.as_bytes())]);
    let plain = run(folder.path(), &["extract", "good.txt"], b"");
    assert!(!plain.out.contains('\x1b'), "pipes get none");
    let painted = run(
        folder.path(),
        &["extract", "--color", "always", "good.txt"],
        b"",
    );
    assert!(painted.out.contains("\x1b["), "{}", painted.out);
}

#[test]
fn help_and_version_go_to_standard_output() {
    let folder = files(&[]);
    for args in [&["--help"][..], &["--version"], &["extract", "--help"]] {
        let run = run(folder.path(), args, b"");
        assert_eq!((run.code, run.err.as_str()), (0, ""), "{args:?}");
        assert!(run.out.contains("gainsay"), "{}", run.out);
    }
}

/// Two accounts of one voyage that differ in the count.
const TOLD_TWICE: &[(&str, &[u8])] = &[
    (
        "voyage/one.txt",
        b"The ferry sank off Oslo on Sunday.\nThe fire on board killed 12 people, police said.\n",
    ),
    (
        "voyage/two.txt",
        b"The ferry sank off Oslo on Sunday.\nThe fire on board killed 15 people, police said.\n",
    ),
];

#[test]
fn compare_prints_a_table_or_json() {
    let folder = files(TOLD_TWICE);
    let table = run(folder.path(), &["compare", "voyage"], b"");
    assert_eq!((table.code, table.err.as_str()), (0, ""));
    assert!(table.out.contains("2 articles"), "{}", table.out);
    let json = run(
        folder.path(),
        &["compare", "--format", "json", "voyage"],
        b"",
    );
    let comparison: serde_json::Value = serde_json::from_str(&json.out).expect("JSON");
    assert_eq!(comparison["schema"], "gainsay/comparison/v1");
    assert_eq!(comparison["articles"][1]["path"], "voyage/two.txt");
    assert_eq!(comparison["articles"][1]["story"], "voyage");
    for side in comparison["findings"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|f| f["sides"].as_array())
        .flatten()
    {
        let at = |name: &str| side[name].as_u64().expect("offsets") as usize;
        let article = usize::from(side["article"] == "a2");
        let text = std::str::from_utf8(TOLD_TWICE[article].1).expect("UTF-8");
        assert_eq!(side["quote"].as_str(), text.get(at("start")..at("end")));
    }
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let folder = files(TOLD_TWICE);
    let first = run(
        folder.path(),
        &["compare", "--format", "json", "-j", "1", "voyage"],
        b"",
    );
    for jobs in ["1", "2", "4"] {
        let again = run(
            folder.path(),
            &["compare", "--format", "json", "-j", jobs, "voyage"],
            b"",
        );
        assert_eq!(first.out, again.out, "-j {jobs}");
    }
}

#[test]
fn no_claim_is_nothing_to_compare() {
    let folder = files(&[
        ("one.txt", b"COMMENTS\n"),
        ("two.txt", b"Share this article\n"),
    ]);
    let none = run(folder.path(), &["compare", "one.txt", "two.txt"], b"");
    assert_eq!(none.code, 3, "{}", none.err);
    assert!(
        none.err
            .starts_with("error: command line: no article makes a claim ("),
        "{}",
        none.err
    );
    let allowed = run(
        folder.path(),
        &["compare", "--allow-empty", "one.txt", "two.txt"],
        b"",
    );
    assert_eq!((allowed.code, allowed.err.as_str()), (0, ""));
}

#[test]
fn stories_are_folders_unless_asked_otherwise() {
    let text = TOLD_TWICE[0].1;
    let folder = files(&[
        ("a/one.txt", text),
        ("b/two.txt", text),
        ("b/c/three.txt", text),
        ("four.txt", text),
    ]);
    let cases: &[(&[&str], &[&str])] = &[
        (&["a"], &["a"]),
        (&["."], &["a", "b/c", "b", "ROOT"]),
        (&["a", "b"], &["a", "b/c", "b"]),
        (&["a/one.txt", "b/two.txt"], &["", ""]),
        (
            &["--story", "folder", "a/one.txt", "b/two.txt"],
            &["a", "b"],
        ),
        (&["--story", "all", "."], &["", "", "", ""]),
    ];
    let root = folder
        .path()
        .file_name()
        .expect("the folder has a name")
        .to_string_lossy()
        .into_owned();
    for (args, stories) in cases {
        let args = [&["compare", "--format", "json"], *args].concat();
        let run = run(folder.path(), &args, b"");
        let comparison: serde_json::Value = serde_json::from_str(&run.out).expect("JSON");
        let found: Vec<String> = comparison["articles"]
            .as_array()
            .expect("articles")
            .iter()
            .map(|a| a["story"].as_str().expect("a story").replace(&root, "ROOT"))
            .collect();
        assert_eq!(found, *stories, "{args:?}");
    }
}

#[test]
fn selections_are_checked() {
    let folder = files(TOLD_TWICE);
    let cases: &[(&[&str], &str)] = &[
        (
            &["--verdict", "wrong"],
            "error: invalid value 'wrong' for '--verdict <LIST>'",
        ),
        (
            &["--slot", "tim"],
            "error: invalid value 'tim' for '--slot <LIST>'",
        ),
        (
            &["--min-confidence", "2"],
            "error: invalid value '2' for '--min-confidence <N>'",
        ),
        (
            &["--width", "10"],
            "error: invalid value '10' for '--width <COLUMNS>'",
        ),
    ];
    for (args, message) in cases {
        let run = run(
            folder.path(),
            &[&["compare", "voyage"], *args].concat(),
            b"",
        );
        assert_eq!(
            (run.code, run.err.lines().count()),
            (2, 1),
            "{args:?}: {}",
            run.err
        );
        assert!(run.err.starts_with(message), "{args:?}: {}", run.err);
    }
    let args = [
        "compare",
        "voyage",
        "--verdict",
        "contradiction,update",
        "--slot",
        "time,quantity",
        "--min-confidence",
        "0.9",
    ];
    assert_eq!(run(folder.path(), &args, b"").code, 0);
}
