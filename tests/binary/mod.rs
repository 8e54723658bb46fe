//! Runs the real binary on real files.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

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

/// The binary, to be run in a folder with settings of its own only.
pub(crate) fn gainsay(folder: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gainsay"));
    command.args(args).current_dir(folder).env_remove("CI");
    command
}

/// Runs the binary in a folder with this on standard input.
pub(crate) fn run_with(folder: &Path, args: &[&str], input: &[u8]) -> Run {
    let mut child = gainsay(folder, args)
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
    ended(&child.wait_with_output().expect("the binary ends"))
}

/// Runs the binary in a folder.
pub(crate) fn run(folder: &Path, args: &[&str]) -> Run {
    run_with(folder, args, b"")
}

/// What an ended run left behind; a signal is code -1.
pub(crate) fn ended(output: &Output) -> Run {
    Run {
        code: output.status.code().unwrap_or(-1),
        out: String::from_utf8_lossy(&output.stdout).into_owned(),
        err: String::from_utf8_lossy(&output.stderr).into_owned(),
    }
}
