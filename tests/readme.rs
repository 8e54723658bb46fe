//! The README's commands are run as they are written, and print what stands below them.
//!
//! After a wanted change: `GAINSAY_BLESS=1 cargo test --test readme`, then read the difference.

use std::process::Command;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// A `console` block: the words after `$`, and what is said to be printed.
struct Shown {
    command: String,
    output: String,
}

/// The text before the first block, then each block with the text after it.
fn blocks(readme: &str) -> (String, Vec<(Shown, String)>) {
    let mut parts = readme.split("```console\n$ ");
    let before = parts.next().unwrap_or_default().to_owned();
    let block = |part: &str| {
        let (block, after) = part.split_once("```\n").expect("a block ends");
        let (command, output) = block.split_once('\n').expect("a command is a line");
        let shown = Shown {
            command: command.to_owned(),
            output: output.to_owned(),
        };
        (shown, after.to_owned())
    };
    (before, parts.map(block).collect())
}

/// What the command prints; `cargo run --release --` stands for the binary that is tested.
fn printed(command: &str) -> String {
    let words = command
        .strip_prefix("cargo run --release -- ")
        .or_else(|| command.strip_prefix("gainsay "));
    let words = words
        .expect("the README's commands run gainsay")
        .split_whitespace();
    let output = Command::new(env!("CARGO_BIN_EXE_gainsay"))
        .args(words)
        .current_dir(ROOT)
        .env_remove("FORCE_COLOR")
        .env_remove("CLICOLOR_FORCE")
        .output()
        .expect("the binary runs");
    assert!(
        output.status.success(),
        "{command}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).expect("UTF-8")
}

#[test]
fn the_readme_shows_what_is_printed() {
    let path = format!("{ROOT}/README.md");
    let readme = std::fs::read_to_string(&path).expect("there is a README");
    let (mut made, blocks) = blocks(&readme);
    assert!(!blocks.is_empty(), "the README shows a command");
    for (shown, after) in blocks {
        let output = printed(&shown.command);
        made.extend([
            "```console\n$ ",
            &shown.command,
            "\n",
            &output,
            "```\n",
            &after,
        ]);
        let blessed = std::env::var_os("GAINSAY_BLESS").is_some();
        assert!(
            blessed || output == shown.output,
            "{} prints:\n{output}",
            shown.command
        );
    }
    if made != readme {
        std::fs::write(&path, made).expect("the README can be written");
    }
}

#[test]
fn the_readme_names_files_that_exist() {
    let readme = std::fs::read_to_string(format!("{ROOT}/README.md")).expect("there is a README");
    for link in readme
        .split("](")
        .skip(1)
        .filter_map(|part| part.split(')').next())
    {
        let there = std::path::Path::new(ROOT).join(link).exists();
        assert!(link.starts_with("http") || there, "{link} is not there");
    }
}
