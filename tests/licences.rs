//! Every dependency is under a licence that lets gainsay be given away under MIT or Apache-2.0.

use std::process::Command;

use serde_json::Value;

const WELCOME: [&str; 9] = [
    "MIT",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "ISC",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
    "MIT-0",
];

/// A licence expression is welcome if every part that "AND" joins offers one welcome licence.
fn is_welcome(expression: &str) -> bool {
    let plain = expression.replace(['(', ')'], " ").replace('/', " OR ");
    let parts = plain.split(" AND ");
    parts.into_iter().all(|part| {
        part.split(" OR ")
            .any(|one| WELCOME.contains(&one.trim().trim_end_matches(" WITH LLVM-exception")))
    })
}

#[test]
fn dependencies_are_under_welcome_licences() {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--offline", "--locked"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo is there, since it runs this test");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let metadata: Value = serde_json::from_slice(&output.stdout).expect("cargo prints JSON");
    let packages = metadata["packages"]
        .as_array()
        .expect("metadata lists packages");
    let unwelcome: Vec<String> = packages
        .iter()
        .filter(|p| !p["license"].as_str().is_some_and(is_welcome))
        .map(|p| format!("{}: {}", p["name"], p["license"]))
        .collect();
    assert!(packages.len() > 20 && unwelcome.is_empty(), "{unwelcome:?}");
}

#[test]
fn an_expression_needs_each_of_its_parts() {
    assert!(is_welcome("MIT OR GPL-3.0") && is_welcome("(Apache-2.0 OR MIT) AND BSD-3-Clause"));
    assert!(!is_welcome("MIT AND GPL-3.0") && !is_welcome("MPL-2.0"));
}
