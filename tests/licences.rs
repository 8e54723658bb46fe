//! What `deny.toml` asks of the dependencies, held by cargo alone: licences that let gainsay be given away under MIT or
//! Apache-2.0, nothing that opens a network, nothing from elsewhere than the registry.
//!
//! `cargo deny` reads the same file and adds what needs its database: advisories.

use std::process::Command;

use serde_json::Value;
use toml::Table;

/// The settings of `cargo deny`.
fn asked() -> Table {
    include_str!("../deny.toml")
        .parse()
        .expect("deny.toml is TOML")
}

/// The texts of a list of the settings, or the `crate` of its tables.
fn list(section: &str, name: &str) -> Vec<String> {
    let asked = asked();
    let items = asked[section][name].as_array().expect("a list").iter();
    items
        .map(|item| item.get("crate").unwrap_or(item))
        .map(|item| item.as_str().expect("a text").to_owned())
        .collect()
}

/// All packages that a build for any system may need. Cargo fetches those of other systems, which a first build did not.
fn packages() -> Vec<Value> {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--locked"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo is there, since it runs this test");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    let metadata: Value = serde_json::from_slice(&output.stdout).expect("cargo prints JSON");
    let packages = metadata["packages"].as_array().expect("a list").clone();
    assert!(packages.len() > 20, "{} packages", packages.len());
    packages
}

/// A licence expression is welcome if every part that "AND" joins offers one welcome licence.
fn is_welcome(expression: &str, welcome: &[String]) -> bool {
    let plain = expression.replace(['(', ')'], " ").replace('/', " OR ");
    plain.split(" AND ").all(|part| {
        part.split(" OR ")
            .any(|one| welcome.iter().any(|licence| licence == one.trim()))
    })
}

#[test]
fn dependencies_are_under_welcome_licences() {
    let welcome = list("licenses", "allow");
    let of = |package: &Value| package["license"].as_str().map(str::to_owned);
    let unwelcome: Vec<String> = packages()
        .iter()
        .filter(|package| !of(package).is_some_and(|licence| is_welcome(&licence, &welcome)))
        .map(|package| format!("{}: {}", package["name"], package["license"]))
        .collect();
    assert!(unwelcome.is_empty(), "{unwelcome:?}");
}

#[test]
fn nothing_banned_and_nothing_from_elsewhere() {
    let banned = list("bans", "deny");
    for package in packages() {
        let name = package["name"].as_str().expect("a name");
        assert!(!banned.iter().any(|banned| banned == name), "{name}");
        // Those of this workspace have no source.
        let source = package["source"].as_str().unwrap_or("registry+");
        assert!(source.starts_with("registry+"), "{name} is from {source}");
    }
}

#[test]
fn an_expression_needs_each_of_its_parts() {
    let welcome = list("licenses", "allow");
    let holds = |expression: &str| is_welcome(expression, &welcome);
    assert!(holds("MIT OR GPL-3.0") && holds("(Apache-2.0 OR MIT) AND BSD-3-Clause"));
    assert!(!holds("MIT AND GPL-3.0") && !holds("MPL-2.0"));
}
