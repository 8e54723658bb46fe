//! Runs the binary on one input, with a bound on its time and its memory.

use std::fs::File;
use std::path::Path;
use std::process::{Command, ExitStatus};
use std::time::{Duration, Instant};

use super::Input;

/// A run that takes longer hangs; the machines that run tests are slow and busy.
const PATIENCE: Duration = Duration::from_secs(120);
/// The address space that a run may take, in KiB.
const MEMORY: &str = "3000000";

/// How a run ended.
pub(crate) struct Ended {
    pub(crate) took: Duration,
    /// What it did wrong, if anything.
    pub(crate) fault: Option<String>,
}

/// Formats in turn, so that each meets every kind of input.
const FORMATS: [&str; 12] = [
    "table",
    "json",
    "html",
    "markdown",
    "csv",
    "sarif",
    "jsonl",
    "claimreview",
    "junit",
    "github",
    "gitlab",
    "extract",
];

/// Runs one input, the `number`th.
pub(crate) fn run(input: &Input, number: usize) -> Ended {
    let folder = tempfile::tempdir().expect("a folder");
    let write =
        |name: &str, bytes: &[u8]| std::fs::write(folder.path().join(name), bytes).expect("a file");
    write(input.file, &input.bytes);
    write(
        "other.txt",
        b"The ferry sank off Oslo on Sunday.\nThe fire on board killed 15 people.\n",
    );
    input
        .beside
        .iter()
        .for_each(|(name, bytes)| write(name, bytes));
    let file = format!("./{}", input.file);
    let format = FORMATS[number % FORMATS.len()];
    let mut arguments: Vec<&str> = match (input.arguments.first(), format) {
        (Some(&"check"), _) => vec![],
        (Some(_), _) => vec!["compare"],
        (None, "extract") => vec!["extract"],
        (None, format) => vec!["compare", "--verdict", "all", "--format", format],
    };
    arguments.extend(&input.arguments);
    arguments.extend(["--allow-empty", &file, "other.txt"]);
    let begun = Instant::now();
    let status = bounded(folder.path(), &arguments);
    let said = std::fs::read(folder.path().join("stderr")).unwrap_or_default();
    Ended {
        took: begun.elapsed(),
        fault: fault(status, &String::from_utf8_lossy(&said)),
    }
}

/// The exit status; `None` for a run that had to be stopped. Output goes to files, which no run can fill up.
fn bounded(folder: &Path, arguments: &[&str]) -> Option<ExitStatus> {
    let into = |name: &str| File::create(folder.join(name)).expect("a file");
    let mut child = Command::new("sh")
        .args([
            "-c",
            "ulimit -v \"$0\" && exec \"$@\"",
            MEMORY,
            env!("CARGO_BIN_EXE_gainsay"),
        ])
        .args(arguments)
        .current_dir(folder)
        .env_remove("CI")
        .stdout(into("stdout"))
        .stderr(into("stderr"))
        .spawn()
        .expect("a shell starts");
    let begun = Instant::now();
    while begun.elapsed() < PATIENCE {
        if let Some(status) = child.try_wait().expect("the run can be waited for") {
            return Some(status);
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    let _ = child.kill();
    let _ = child.wait();
    None
}

/// A run ends with 0, 1 or 2, and says why on lines that begin with `error:` or `warning:`.
fn fault(status: Option<ExitStatus>, said: &str) -> Option<String> {
    let beginning: String = said.chars().take(300).collect();
    let Some(status) = status else {
        return Some(format!("it hangs; {beginning}"));
    };
    if !matches!(status.code(), Some(0..=2)) {
        return Some(format!("it ends with {status}; {beginning}"));
    }
    if said.contains("internal error") {
        return Some(format!("it panics: {beginning}"));
    }
    if status.code() == Some(2) && said.is_empty() {
        return Some("it fails without a word".to_owned());
    }
    let is_told = |line: &str| {
        ["error: ", "warning: "]
            .iter()
            .any(|word| line.starts_with(word))
    };
    let odd = said
        .lines()
        .find(|line| !is_told(line) || line.chars().any(char::is_control))?;
    Some(format!("it says {odd:?}"))
}
