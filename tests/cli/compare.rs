//! `gainsay compare`: tables and JSON, stories, selections.

use crate::binary::{files, run};
use crate::samples::TOLD_TWICE;

#[test]
fn compare_prints_a_table_or_json() {
    let folder = files(TOLD_TWICE);
    let table = run(folder.path(), &["compare", "voyage"]);
    assert_eq!((table.code, table.err.as_str()), (0, ""));
    assert!(table.out.contains("2 articles"), "{}", table.out);
    let json = run(folder.path(), &["compare", "--format", "json", "voyage"]);
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
    );
    for jobs in ["1", "2", "4"] {
        let again = run(
            folder.path(),
            &["compare", "--format", "json", "-j", jobs, "voyage"],
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
    let none = run(folder.path(), &["compare", "one.txt", "two.txt"]);
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
        let run = run(folder.path(), &args);
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
        let run = run(folder.path(), &[&["compare", "voyage"], *args].concat());
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
    assert_eq!(run(folder.path(), &args).code, 0);
}

#[test]
fn a_wide_table_wraps_nothing() {
    let folder = files(TOLD_TWICE);
    let narrow = run(folder.path(), &["compare", "voyage", "--width", "60"]);
    let wide = run(folder.path(), &["compare", "voyage", "--wide"]);
    assert_eq!((narrow.code, wide.code), (0, 0), "{}", wide.err);
    let rows = |run: &crate::binary::Run| run.out.lines().filter(|line| line.contains('│')).count();
    assert!(rows(&wide) < rows(&narrow), "{}", wide.out);
    let longest = |run: &crate::binary::Run| run.out.lines().map(|l| l.chars().count()).max();
    assert!(longest(&wide) > longest(&narrow), "{}", wide.out);
    let both = ["compare", "voyage", "--wide", "--width", "60"];
    assert_eq!(run(folder.path(), &both).code, 2);
}

#[test]
fn a_selection_by_kind_keeps_its_rows_and_no_others() {
    let folder = files(&[
        (
            "a.txt",
            b"The ferry left Oslo on Sunday evening.\nThe fire killed 12 people, police said.\n",
        ),
        (
            "b.txt",
            b"The ferry left Oslo on Sunday.\nThe fire killed 12 people, police said.\n",
        ),
    ]);
    let compare = |slot| {
        let args = ["compare", ".", "--format", "json", "--slot", slot];
        let run = run(folder.path(), &args);
        let comparison: serde_json::Value = serde_json::from_str(&run.out).expect("JSON");
        let facts = comparison["facts"].as_array().expect("facts").clone();
        assert!(
            !facts.is_empty() && facts.iter().all(|fact| fact["slot"] == slot),
            "{facts:?}"
        );
    };
    compare("time");
    compare("quantity");
}
