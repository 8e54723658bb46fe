//! What the repository ships for code hosts, run as they run it.

use std::process::Command;

use crate::world::World;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// Runs the step of action.yml in a world; its exit code, outputs and summary.
fn step(world: &World, variables: &[(&str, &str)]) -> (Option<i32>, String, String) {
    world.write("outputs", "");
    world.write("summary", "");
    let status = Command::new("bash")
        .arg(format!("{ROOT}/integrations/github.sh"))
        .current_dir(world.path(""))
        .env("GAINSAY_BINARY", env!("CARGO_BIN_EXE_gainsay"))
        .env("GITHUB_OUTPUT", world.path("outputs"))
        .env("GITHUB_STEP_SUMMARY", world.path("summary"))
        .env("CI", "true")
        .envs(variables.iter().copied())
        .output()
        .expect("bash runs")
        .status;
    (status.code(), world.read("outputs"), world.read("summary"))
}

#[cfg(unix)]
#[test]
fn the_action_tells_its_exit_code_and_shows_what_fails() {
    let world = World::new();
    world.report("now.json", &["dead: 12 a, 14 b"]);
    let args = ("GAINSAY_ARGS", "--report now.json\n--today 2026-06-15");
    let (code, outputs, summary) = step(&world, &[args]);
    assert_eq!((code, outputs.as_str()), (Some(1), "exit_code=1\n"));
    assert!(
        summary.starts_with("### gainsay\n\n    error[quantity-conflict]: new"),
        "{summary}"
    );
    let (code, outputs, summary) = step(
        &world,
        &[
            args,
            ("GAINSAY_FAIL", "false"),
            ("GAINSAY_SUMMARY", "false"),
        ],
    );
    assert_eq!(
        (code, outputs.as_str(), summary.as_str()),
        (Some(0), "exit_code=1\n", "")
    );
    let (code, outputs, _) = step(
        &world,
        &[
            ("GAINSAY_ARGS", "--report none.json"),
            ("GAINSAY_FAIL", "false"),
        ],
    );
    assert_eq!(
        (code, outputs.as_str()),
        (Some(2), "exit_code=2\n"),
        "what could not be done is never green"
    );
    step(
        &world,
        &[
            args,
            ("GAINSAY_FORMAT", "sarif"),
            ("GAINSAY_OUTPUT", "out.sarif"),
        ],
    );
    assert!(world.read("out.sarif").contains("2.1.0"));
}

#[cfg(unix)]
#[test]
fn no_argument_of_the_action_is_a_command() {
    let world = World::new();
    world.report("now.json", &["- a b"]);
    for evil in [
        "$(touch pwned)",
        "`touch pwned`",
        "; touch pwned",
        "--report now.json && touch pwned",
    ] {
        step(&world, &[("GAINSAY_ARGS", evil)]);
        assert!(!world.path("pwned").exists(), "{evil}");
    }
}

/// What a hook or an action runs must be there: the subcommand, the script and each variable that it reads.
#[test]
fn the_shipped_files_name_what_is_there() {
    let read =
        |name: &str| std::fs::read_to_string(format!("{ROOT}/{name}")).expect("it is shipped");
    let (action, script, hooks) = (
        read("action.yml"),
        read("integrations/github.sh"),
        read(".pre-commit-hooks.yaml"),
    );
    assert!(action.contains("integrations/github.sh"));
    let variables = ["BINARY", "ARGS", "FORMAT", "OUTPUT", "FAIL", "SUMMARY"]
        .map(|name| format!("GAINSAY_{name}"));
    for variable in variables {
        assert!(
            action.contains(&format!("{variable}: ${{{{ inputs.")),
            "action.yml sets {variable}"
        );
        assert!(
            script.contains(&format!("${{{variable}")),
            "the script reads {variable}"
        );
    }
    assert_eq!(
        hooks.matches("entry: gainsay check\n").count(),
        hooks.matches("- id: ").count()
    );
    assert_eq!(World::new().gainsay("check --help").code, Some(0));
}

/// The block of code that follows a phrase of the documentation.
fn block(text: &str, after: &str) -> String {
    let rest = text
        .split_once(after)
        .unwrap_or_else(|| panic!("docs/gate.md says {after}"))
        .1;
    let block = rest.split("```").nth(1).expect("a block follows");
    block
        .split_once('\n')
        .expect("a block has lines")
        .1
        .to_owned()
}

/// A report without the wording of its question, which is another module's to improve.
fn lasting(report: &str) -> Vec<&str> {
    let wording = |line: &&str| line.starts_with("error[") || line.starts_with("  = ");
    report.lines().filter(|line| !wording(line)).collect()
}

#[test]
fn the_documentation_shows_what_is_printed() {
    let docs = std::fs::read_to_string(format!("{ROOT}/docs/gate.md")).expect("it is shipped");
    let world = World::new();
    for name in ["news/harbour.md", "news/radio.md"] {
        world.write(name, &block(&docs, &format!("`{name}`:\n")));
    }
    let printed = world.gainsay("check news").out;
    let shown = block(&docs, "`gainsay check news` prints\n");
    assert_eq!(lasting(&printed), lasting(&shown), "{printed}");
    world.write("gainsay.toml", &block(&docs, "Unknown keys are errors.\n"));
    assert_eq!(
        world.gainsay("config show").code,
        Some(0),
        "the settings in the documentation are settings"
    );
}
