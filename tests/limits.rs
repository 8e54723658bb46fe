//! Every limit: what is beyond it is refused on one line that names the flag, what is within it is read.

mod binary;

use binary::{files, run, run_with};

const FERRY: &str = "The ferry left Oslo on Sunday evening with at least 40 people on board.\n";

/// Files, arguments of `extract` that are refused, how the line on standard error begins, arguments that are not.
type Case<'a> = (
    &'a [(&'a str, &'a [u8])],
    &'a [&'a str],
    &'a str,
    &'a [&'a str],
);

#[test]
fn what_is_beyond_a_limit_is_refused_on_one_line() {
    let nested = format!("{}{FERRY}{}", "<div>".repeat(40), "</div>".repeat(40));
    let lines = format!("{{\"text\": {FERRY:?}}}\n").repeat(3);
    let list = format!("[{{\"text\": \"A ferry left.\"}}, {{\"text\": {FERRY:?}}}]");
    let content = format!("{{\"content\": {nested:?}}}");
    let cases: &[Case] = &[
        (
            &[("a.txt", FERRY.as_bytes())],
            &["a.txt", "--max-file-size", "50"],
            "error: a.txt: can not be read: more than 50 bytes (split it, leave it out, or raise --max-file-size)",
            &["a.txt", "--max-file-size", "1K"],
        ),
        (
            &[("a.txt", FERRY.as_bytes())],
            &["a.txt", "--max-article-size", "50"],
            "error: a.txt: an article of more than 50 bytes (split it, leave it out, or raise --max-article-size)",
            &["a.txt", "--max-article-size", "1k"],
        ),
        (
            &[("a.jsonl", lines.as_bytes())],
            &["a.jsonl", "--max-article-size", "50"],
            "error: a.jsonl:1: an article of more than 50 bytes (",
            &["a.jsonl", "--max-article-size", "100"],
        ),
        (
            &[("a.html", nested.as_bytes())],
            &["a.html", "--max-nesting", "20"],
            "error: a.html: more than 20 HTML elements in one another (save its text as plain text, or raise --max-nesting)",
            &["a.html", "--max-nesting", "60"],
        ),
        (
            &[("a.json", list.as_bytes())],
            &["a.json", "--max-article-size", "50"],
            "error: a.json#2: an article of more than 50 bytes (",
            &["a.json", "--max-article-size", "100"],
        ),
        (
            &[("a.json", content.as_bytes())],
            &["a.json", "--max-nesting", "20"],
            "error: a.json: more than 20 HTML elements in one another (",
            &["a.json", "--max-nesting", "60"],
        ),
        (
            &[("a.jsonl", lines.as_bytes())],
            &["a.jsonl", "--max-articles", "2"],
            "error: command line: more than 2 articles (compare fewer at once, or raise --max-articles)",
            &["a.jsonl", "--max-articles", "3"],
        ),
        (
            &[("a.txt", FERRY.as_bytes()), ("b.txt", FERRY.as_bytes())],
            &[".", "--max-articles", "1"],
            "error: command line: more than 1 articles (",
            &[".", "--max-articles", "2"],
        ),
        (
            &[("a.txt", FERRY.as_bytes())],
            &["a.txt", "--max-file-size", "5T"],
            "error: invalid value '5T' for '--max-file-size <SIZE>': 5T: no size (write it as 500K, 10M or 2G)",
            &["a.txt"],
        ),
    ];
    for (input, refused, message, read) in cases {
        let folder = files(input);
        let beyond = run(folder.path(), &[&["extract"], *refused].concat());
        assert_eq!((beyond.code, beyond.out.as_str()), (2, ""), "{refused:?}");
        assert!(
            beyond.err.starts_with(message),
            "{refused:?}: {}",
            beyond.err
        );
        assert_eq!(beyond.err.lines().count(), 1, "{}", beyond.err);
        let within = run(folder.path(), &[&["extract"], *read].concat());
        assert_eq!(within.code, 0, "{read:?}: {}", within.err);
    }
}

#[test]
fn standard_input_is_held_to_the_same_limit() {
    let folder = files(&[]);
    let beyond = ["extract", "-", "--max-file-size", "50"];
    let beyond = run_with(folder.path(), &beyond, FERRY.as_bytes());
    let message = "error: -: can not be read: more than 50 bytes (";
    assert!(beyond.err.starts_with(message), "{}", beyond.err);
    assert_eq!(beyond.code, 2);
}

#[cfg(unix)]
mod unix {
    use super::*;
    use std::os::unix::fs::symlink;

    #[test]
    fn a_device_without_end_is_refused() {
        let folder = files(&[("a.txt", FERRY.as_bytes())]);
        let cases: &[&[&str]] = &[
            &["extract", "/dev/zero", "--max-file-size", "1M"],
            &[
                "extract",
                "--files-from",
                "/dev/zero",
                "--max-file-size",
                "1M",
            ],
            &["compare", "a.txt", "--config", "/dev/zero"],
            &["compare", "a.txt", "--template", "/dev/zero"],
            &["check", "a.txt", "--baseline", "/dev/zero"],
        ];
        for args in cases {
            let run = run(folder.path(), args);
            assert_eq!(run.code, 2, "{args:?}: {}", run.err);
            assert!(
                run.err.contains("/dev/zero: can not be read: more than "),
                "{}",
                run.err
            );
            assert_eq!(run.err.lines().count(), 1, "{}", run.err);
        }
    }

    #[test]
    fn links_out_of_a_folder_are_followed_only_when_asked() {
        let outside = files(&[
            ("secret.txt", FERRY.as_bytes()),
            ("far/b.txt", FERRY.as_bytes()),
        ]);
        let inside = files(&[("a.txt", FERRY.as_bytes()), ("sub/c.txt", FERRY.as_bytes())]);
        let links = [
            (outside.path().join("secret.txt"), "out.txt"),
            (outside.path().join("far"), "outer"),
            (inside.path().join("a.txt"), "same.txt"),
            (inside.path().to_path_buf(), "sub/circle"),
            (inside.path().join("nothing"), "lost.txt"),
        ];
        for (to, name) in links {
            symlink(to, inside.path().join(name)).expect("a link");
        }
        let paths = |args: &[&str]| {
            let args = [&["extract", "--format", "jsonl", "."], args].concat();
            let run = run(inside.path(), &args);
            assert_eq!(run.code, 0, "{}", run.err);
            let ids = run.out.lines().map(|line| {
                let record: serde_json::Value = serde_json::from_str(line).expect("JSON lines");
                record["id"].as_str().expect("an id").to_owned()
            });
            (ids.collect::<Vec<_>>(), run.err)
        };
        let (usual, said) = paths(&[]);
        assert_eq!(usual, ["./a.txt", "./same.txt", "./sub/c.txt"]);
        let skipped = |name: &str| {
            format!(
                "warning: ./{name}: skipped, as this link leads out of the folder or nowhere (use --follow-links)\n"
            )
        };
        assert_eq!(said, ["lost.txt", "out.txt", "outer"].map(skipped).concat());
        let all = [
            "./a.txt",
            "./out.txt",
            "./outer/b.txt",
            "./same.txt",
            "./sub/c.txt",
        ];
        assert_eq!(paths(&["--follow-links"]).0, all);
        // A link that is named is meant.
        let named = run(inside.path(), &["extract", "out.txt"]);
        assert_eq!(named.code, 0, "{}", named.err);
    }

    #[test]
    fn file_names_of_any_bytes_are_read_and_told_on_one_line() {
        use std::os::unix::ffi::OsStrExt;
        let folder = files(&[("a.txt", FERRY.as_bytes())]);
        let names: &[(&[u8], &[u8])] = &[
            (b"b\xff.txt", FERRY.as_bytes()),
            (b"c\n\x1b[31m\xe2\x80\xae.txt", b""),
        ];
        for (name, content) in names {
            let path = folder.path().join(std::ffi::OsStr::from_bytes(name));
            std::fs::write(path, content).expect("a file");
        }
        let run = run(folder.path(), &["extract", "."]);
        assert_eq!(run.code, 2);
        let message = "error: ./c \u{FFFD}[31m\u{FFFD}.txt: the article is empty (give it some text, or leave it out)\n";
        assert_eq!(run.err, message);
    }
}
