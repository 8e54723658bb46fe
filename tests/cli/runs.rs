//! The binary run in a folder of files.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use tempfile::TempDir;

pub(crate) const FERRY: &str =
    "The ferry left Oslo on Sunday evening with at least 40 people on board.\n";
pub(crate) const GERMAN: &str = "Die Fähre hat am Sonntag den Hafen von Oslo mit 40 Menschen an Bord verlassen, und das ist nicht \
                      die erste Fahrt, die der Kapitän in dieser Woche mit ihr gemacht hat.\n";

/// What a run left behind.
pub(crate) struct Run {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

/// A folder of files: name, content.
pub(crate) fn files(files: &[(&str, &[u8])]) -> TempDir {
    let folder = TempDir::new().expect("a folder for files");
    for (name, bytes) in files {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().expect("files stand in a folder")).expect("a folder");
        std::fs::write(path, bytes).expect("a file");
    }
    folder
}

/// Runs the binary in a folder.
pub(crate) fn run(folder: &Path, args: &[&str], input: &[u8]) -> Run {
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
pub(crate) fn ids(run: &Run) -> Vec<String> {
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

/// Two accounts of one voyage that differ in the count.
pub(crate) const TOLD_TWICE: &[(&str, &[u8])] = &[
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
