//! The life of a baseline in a real repository, with real articles: what an editor's pull requests do to it.

use crate::world::{Ran, World};

const BASELINE: &str = "gainsay-baseline.jsonl";
const CHECK: &str = "check news --today 2026-06-15";

const HARBOUR: &str = "---\nurl: https://harbour.example/ferry\ndate: 2026-05-12\n---\n\
# Ferry sinks off Harrow Point\n\n\
A ferry sank off Harrow Point on Tuesday evening, killing 12 people, the coast guard said.\n\n\
The ship left Port Aldine at 5 p.m. with 212 passengers on board.\n";

const RADIO: &str = "---\nurl: https://radio.example/ferry\ndate: 2026-05-12\n---\n\
# Fourteen die in ferry disaster\n\n\
A ferry sank off Harrow Point on Tuesday evening, killing 14 people, officials said.\n";

const WIRE: &str = "---\nurl: https://wire.example/ferry\ndate: 2026-05-12\n---\n\
# Ferry left late\n\n\
The ship left Port Aldine at 6 p.m. with 212 passengers on board.\n";

/// The same as [`RADIO`]: wrapped, in curly quotes, under another heading and with more around it.
const RADIO_AGAIN: &str = "---\nurl: https://radio.example/ferry\ndate: 2026-05-12\n---\n\
# Fourteen die in ferry disaster\n\n\
## The night\n\n\
Our reporter is on her way. Listeners can call the studio.\n\n\
A ferry sank off Harrow Point\non Tuesday evening,\nkilling 14 people, officials said.\n\n\
More in the news at ten.\n";

/// A repository with two articles that disagree about the dead, and a baseline that knows it.
fn repository() -> World {
    let world = World::new();
    world.git("init -q -b main");
    world.write("news/harbour.md", HARBOUR);
    world.write("news/radio.md", RADIO);
    let ran = world.gainsay("baseline create news");
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(
        ran.err.contains("gainsay-baseline.jsonl merge=union"),
        "{}",
        ran.err
    );
    world.write(".gitattributes", "gainsay-baseline.jsonl merge=union\n");
    commit(&world, "baseline");
    world
}

fn commit(world: &World, message: &str) {
    world.git("add -A");
    world.git(&format!("commit -q -m {message}"));
}

fn passes(world: &World, counts: &str) {
    let ran = world.gainsay(CHECK);
    assert_eq!(ran.code, Some(0), "{}{}", ran.out, ran.err);
    assert!(
        ran.out.ends_with(&format!("nothing fails ({counts})\n")),
        "{}",
        ran.out
    );
}

/// The fingerprints that `review --list` gives with a state.
fn undecided(world: &World, state: &str) -> Vec<String> {
    let list = world.gainsay("baseline review news --list").out;
    let rows = list
        .lines()
        .map(|line| line.split('\t').collect::<Vec<_>>());
    rows.filter(|row| row[1] == state)
        .map(|row| row[0].to_owned())
        .collect()
}

fn accept(world: &World, fingerprint: &str) -> Ran {
    let short = &fingerprint[..8];
    let ran = world.gainsay(&format!(
        "baseline accept {short} news --kind source-error --reason checked"
    ));
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    ran
}

#[test]
fn a_contradiction_comes_is_accepted_moves_changes_and_goes() {
    let world = repository();
    passes(&world, "1 unreviewed");

    world.write("news/wire.md", WIRE);
    let ran = world.gainsay(CHECK);
    assert_eq!(ran.code, Some(1));
    assert_eq!(
        ran.out.matches("error[").count(),
        1,
        "just the new one: {}",
        ran.out
    );
    assert!(
        ran.out.contains("5 p.m.") && ran.out.contains("6 p.m.") && !ran.out.contains("14 people"),
        "{}",
        ran.out
    );
    accept(&world, &undecided(&world, "new")[0]);
    passes(&world, "1 unreviewed, 1 accepted");
    commit(&world, "accepted");

    world.write("news/radio.md", RADIO_AGAIN);
    world.git("mv news/wire.md news/a-wire-from-the-north.md");
    passes(&world, "1 unreviewed, 1 accepted");
    world.git("diff --quiet -- gainsay-baseline.jsonl");

    world.write("news/radio.md", &RADIO.replace("14 people", "15 people"));
    let ran = world.gainsay(CHECK);
    assert_eq!(ran.code, Some(1));
    assert!(
        ran.out.contains("changed contradiction") && ran.out.contains("15 people"),
        "{}",
        ran.out
    );
    assert_eq!(ran.out.matches("error[").count(), 1, "{}", ran.out);

    std::fs::remove_file(world.path("news/radio.md")).expect("it is there");
    passes(&world, "1 accepted, 1 not checked");
    world.gainsay("baseline prune news");
    assert_eq!(
        world.read(BASELINE).lines().count(),
        3,
        "what was not checked stays"
    );

    let mended = RADIO.replace("14 people", "12 people");
    world.write("news/radio.md", &mended.replace("Fourteen", "Twelve"));
    passes(&world, "1 accepted, 1 stale");
    world.gainsay("baseline prune news");
    passes(&world, "1 accepted");
    assert_eq!(world.read(BASELINE).lines().count(), 2);
}

#[test]
fn two_branches_that_each_accept_a_finding_merge() {
    let world = repository();
    world.write("news/wire.md", WIRE);
    world.gainsay("baseline create --add news");
    commit(&world, "wire");
    let unreviewed = undecided(&world, "unreviewed");
    assert_eq!(unreviewed.len(), 2);
    for (branch, fingerprint) in ["one", "two"].iter().zip(&unreviewed) {
        world.git(&format!("checkout -q -b {branch} main"));
        accept(&world, fingerprint);
        commit(&world, branch);
    }
    world.git("merge -q --no-edit one");
    passes(&world, "2 accepted");
}

#[test]
fn two_branches_that_each_bring_a_finding_merge() {
    let world = repository();
    let captain =
        |age: &str| format!("# The captain\n\nCaptain Maria Lindqvist, {age}, survived.\n");
    let brought = [
        ("one", vec![("news/wire.md", WIRE.to_owned())]),
        (
            "two",
            vec![
                ("news/portrait.md", captain("51")),
                ("news/profile.md", captain("53")),
            ],
        ),
    ];
    for (branch, articles) in brought {
        world.git(&format!("checkout -q -b {branch} main"));
        for (name, text) in articles {
            world.write(name, &text);
        }
        let new = undecided(&world, "new");
        assert_eq!(new.len(), 1);
        accept(&world, &new[0]);
        commit(&world, branch);
    }
    world.git("merge -q --no-edit one");
    passes(&world, "1 unreviewed, 2 accepted");
}
