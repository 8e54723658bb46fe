//! The baseline file is refused when it is broken, and whole whatever happens while it is written.

use std::process::{Child, Command, Stdio};

use crate::world::{World, files};

const HEADER: &str = "{\"schema\":\"gainsay/baseline/v1\"}\n";
const BASELINE: &str = "gainsay-baseline.jsonl";

#[test]
fn a_broken_baseline_is_refused_by_every_command_and_left_as_it_is() {
    let world = World::new();
    let run = world.report("now.json", &["dead: 12 a, 14 b"]);
    world.gainsay("baseline create --report now.json");
    let good = world.read(BASELINE);
    let line = good.lines().nth(1).expect("one finding").to_owned();
    let fingerprint = run.findings[0].fingerprint.clone();
    // the file, how the message begins, what the mend says
    let cases = [
        (
            format!("{HEADER}<<<<<<< HEAD\n{line}\n=======\n>>>>>>> other\n"),
            ":2: a conflict marker of a merge",
            "delete the markers",
        ),
        (
            format!("{HEADER}{}\n", &line[..40]),
            ":2:40: not a finding of a baseline",
            "restore it from version control",
        ),
        (
            format!("{HEADER}{line}\n{line}\n"),
            &*format!(":3: the finding {fingerprint} stands in line 2 already"),
            "delete the other",
        ),
        (
            "{\"schema\":\"gainsay/baseline/v2\"}\n".to_owned(),
            ":1: the schema is gainsay/baseline/v2",
            "update gainsay",
        ),
        (String::new(), ": the baseline is empty", "baseline create"),
    ];
    let accept =
        format!("baseline accept {fingerprint} --kind evolving --reason later --report now.json");
    for (text, what, mend) in cases {
        world.write(BASELINE, &text);
        for command in [
            "check --report now.json",
            &accept,
            "baseline prune --report now.json",
            "baseline create --add --report now.json",
        ] {
            let ran = world.gainsay(command);
            assert_eq!(ran.code, Some(2), "{command} over {text}");
            assert!(
                ran.err.starts_with(&format!("error: {BASELINE}{what}")) && ran.err.contains(mend),
                "{}",
                ran.err
            );
            assert_eq!(ran.err.lines().count(), 1, "{}", ran.err);
            assert_eq!(world.read(BASELINE), text, "{command}");
        }
    }
}

#[test]
fn a_baseline_that_is_not_there_or_can_not_be_read_is_named() {
    let world = World::new();
    world.report("now.json", &["dead: 12 a, 14 b"]);
    let ran = world.gainsay("check --report now.json --baseline other.jsonl");
    assert_eq!(
        ran.err,
        "error: other.jsonl: no such baseline (run `gainsay baseline create`, or name another file)\n"
    );
    assert_eq!(ran.code, Some(2));
    let ran = world.gainsay("check --report now.json --baseline .");
    assert_eq!(ran.code, Some(2));
    assert!(
        ran.err.starts_with("error: .: can not be read: "),
        "{}",
        ran.err
    );
    let ran = world.gainsay("baseline create --report now.json --baseline none/b.jsonl");
    assert_eq!(ran.code, Some(2));
    assert!(
        ran.err
            .starts_with("error: none/b.jsonl: can not be locked: "),
        "{}",
        ran.err
    );
    assert_eq!(world.gainsay("check --report none.json").code, Some(2));
    world.write("now.json", "{}");
    assert_eq!(world.gainsay("check --report now.json").code, Some(2));
}

#[test]
fn a_second_create_does_not_forget_what_was_decided() {
    let world = World::new();
    world.report("now.json", &["dead: 12 a, 14 b"]);
    world.gainsay("baseline create --report now.json");
    let before = world.read(BASELINE);
    let ran = world.gainsay("baseline create --report now.json");
    assert_eq!((ran.code, world.read(BASELINE)), (Some(2), before));
}

#[test]
fn in_ci_nothing_is_written_unless_asked() {
    let world = World::new();
    let run = world.report("now.json", &["dead: 12 a, 14 b"]);
    let before = files(&world.path(""));
    let fingerprint = &run.findings[0].fingerprint;
    let accept =
        format!("baseline accept {fingerprint} --kind evolving --reason later --report now.json");
    let ci = [("CI", "true")];
    for command in [
        "baseline create --report now.json",
        &accept,
        "baseline prune --report now.json",
    ] {
        let ran = world.run(&command.split(' ').collect::<Vec<_>>(), &ci);
        assert_eq!(ran.code, Some(2), "{command}");
        assert!(ran.err.contains("--write"), "{}", ran.err);
    }
    let ran = world.run(&["check", "--report", "now.json"], &ci);
    assert_eq!(ran.code, Some(1));
    assert_eq!(files(&world.path("")), before, "not even a lock is left");
    let ran = world.run(
        &["baseline", "create", "--report", "now.json", "--write"],
        &ci,
    );
    assert_eq!(ran.code, Some(0));
}

#[test]
fn check_changes_no_file() {
    let world = World::new();
    world.report("now.json", &["dead: 12 a, 14 b"]);
    world.gainsay("baseline create --report now.json");
    let before = files(&world.path(""));
    for format in ["text", "json", "github", "gitlab", "junit", "sarif"] {
        assert_eq!(
            world
                .gainsay(&format!("check --report now.json --format {format}"))
                .code,
            Some(0)
        );
    }
    assert_eq!(files(&world.path("")), before);
}

#[test]
fn of_many_that_write_at_once_none_is_lost() {
    let world = World::new();
    let lines: Vec<String> = (0..8)
        .map(|n| format!("question {n}: 12 a, 14 b"))
        .collect();
    let run = world.report(
        "now.json",
        &lines.iter().map(String::as_str).collect::<Vec<_>>(),
    );
    let accept = |fingerprint: &str| -> Child {
        let args = [
            "baseline",
            "accept",
            fingerprint,
            "--kind",
            "wont-fix",
            "--reason",
            "old",
            "--report",
            "now.json",
        ];
        let mut command = world.command(&args);
        command
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("gainsay runs")
    };
    let all: Vec<Child> = run
        .findings
        .iter()
        .map(|finding| accept(&finding.fingerprint))
        .collect();
    for mut child in all {
        assert!(child.wait().expect("it ends").success());
    }
    assert_eq!(
        world.gainsay("check --report now.json").out,
        "2 articles: nothing fails (8 accepted)\n"
    );
    let names = files(&world.path(""));
    assert_eq!(
        names.len(),
        2,
        "no file is left beside the baseline: {:?}",
        names.keys()
    );
}

/// The limit on the size of files ends the process inside of its first write, or makes that write fail.
#[cfg(unix)]
#[test]
fn a_write_that_is_cut_off_leaves_the_old_file() {
    let world = World::new();
    world.report("now.json", &["dead: 12 a, 14 b"]);
    world.gainsay("baseline create --report now.json");
    let before = world.read(BASELINE);
    world.report("now.json", &["dead: 12 a, 14 b", "hurt: 3 a, 5 b"]);
    let binary = env!("CARGO_BIN_EXE_gainsay");
    let status = Command::new("sh")
        .args(["-c", &format!("ulimit -f 0; exec {binary} -q baseline create --add --report now.json || exec {binary} baseline create --add --report now.json")])
        .current_dir(world.path(""))
        .env_remove("CI")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .expect("sh runs");
    assert!(!status.success());
    assert_eq!(world.read(BASELINE), before);
    assert_eq!(
        world
            .gainsay("baseline create --add --report now.json")
            .code,
        Some(0)
    );
    assert_eq!(world.read(BASELINE).lines().count(), 3);
}

#[cfg(unix)]
#[test]
fn a_link_and_its_rights_outlive_a_change() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let world = World::new();
    world.report("now.json", &["dead: 12 a, 14 b"]);
    world.write("ci/known.jsonl", HEADER);
    let rights = std::fs::Permissions::from_mode(0o664);
    std::fs::set_permissions(world.path("ci/known.jsonl"), rights).expect("it is ours");
    symlink("ci/known.jsonl", world.path(BASELINE)).expect("links are there");
    assert_eq!(
        world
            .gainsay("baseline create --add --report now.json")
            .code,
        Some(0)
    );
    assert!(world.path(BASELINE).is_symlink());
    assert_eq!(world.read("ci/known.jsonl").lines().count(), 2);
    let mode = world
        .path("ci/known.jsonl")
        .metadata()
        .expect("it is there")
        .permissions()
        .mode();
    assert_eq!(mode & 0o777, 0o664);
}
