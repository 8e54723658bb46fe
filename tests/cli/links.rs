//! Links in the terminal: never in pipes and files unless forced, and then whatever the colour.

use std::process::Command;

use crate::binary::files;
use crate::samples::TOLD_TWICE;

fn compare(folder: &std::path::Path, variables: &[(&str, &str)], args: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_gainsay"))
        .args([&["compare", "voyage"], args].concat())
        .current_dir(folder)
        .env_remove("FORCE_HYPERLINK")
        .envs(variables.iter().copied())
        .output()
        .expect("the binary runs");
    String::from_utf8(output.stdout).expect("UTF-8")
}

#[test]
fn pipes_get_no_links_unless_they_are_forced() {
    let folder = files(TOLD_TWICE);
    let piped = compare(folder.path(), &[("TERM_PROGRAM", "WezTerm")], &[]);
    assert!(!piped.contains('\u{1b}'), "{piped}");
    let forced = [("FORCE_HYPERLINK", "1"), ("NO_COLOR", "1")];
    let linked = compare(folder.path(), &forced, &[]);
    assert!(linked.contains("\u{1b}]8;;file:///"), "{linked}");
    assert!(
        linked.contains("/voyage/one.txt#2\u{1b}\\voyage/one.txt:2:"),
        "{linked}"
    );
    compare(folder.path(), &forced, &["-o", "table.txt"]);
    let file = std::fs::read_to_string(folder.path().join("table.txt")).expect("it was written");
    assert!(!file.contains('\u{1b}'), "{file}");
    let json = compare(folder.path(), &forced, &["--format", "json"]);
    assert!(!json.contains('\u{1b}'), "{json}");
}
