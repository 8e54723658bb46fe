//! From new to pruned: what each state prints and how the run ends.

use crate::world::World;

const CHECK: &str = "check --report now.json --today 2026-06-15";
const BASELINE: &str = "gainsay-baseline.jsonl";

/// A world whose baseline was created over one finding, and that finding's fingerprint.
fn known() -> (World, String) {
    let world = World::new();
    let run = world.report("now.json", &["dead: 12 a, 14 b"]);
    assert_eq!(
        world.gainsay("baseline create --report now.json").code,
        Some(0)
    );
    let fingerprint = run.findings[0].fingerprint.clone();
    (world, fingerprint)
}

#[test]
fn what_was_there_at_the_start_is_green_and_what_comes_is_not() {
    let (world, _) = known();
    let ran = world.gainsay(CHECK);
    assert_eq!(
        (ran.code, ran.out.as_str()),
        (Some(0), "2 articles: nothing fails (1 unreviewed)\n")
    );
    world.report("now.json", &["dead: 12 a, 14 b", "hurt: 3 a, 5 c"]);
    let ran = world.gainsay(CHECK);
    assert_eq!(ran.code, Some(1));
    assert!(
        ran.out
            .starts_with("error[quantity-conflict]: new contradiction: hurt\n"),
        "{}",
        ran.out
    );
    assert!(
        !ran.out.contains("dead"),
        "only the new one is shown: {}",
        ran.out
    );
    assert!(
        ran.out
            .ends_with("3 articles: 1 finding fails (1 new, 1 unreviewed)\n"),
        "{}",
        ran.out
    );
    assert_eq!(world.gainsay(&format!("{CHECK} --exit-zero")).code, Some(0));
    assert_eq!(
        world.gainsay(&format!("{CHECK} --fail-on changed")).code,
        Some(0)
    );
    assert_eq!(
        world
            .gainsay(&format!("{CHECK} --fail-verdict tension"))
            .code,
        Some(0)
    );
    assert_eq!(
        world
            .gainsay(&format!("{CHECK} --min-confidence 0.95"))
            .code,
        Some(0)
    );
    assert_eq!(
        world.gainsay(&format!("{CHECK} --fail-on unreviewed")).code,
        Some(1)
    );
}

#[test]
fn an_accepted_finding_stands_through_its_last_day() {
    let (world, fingerprint) = known();
    let short = &fingerprint[..6];
    let accept = [
        "baseline",
        "accept",
        short,
        "--kind",
        "evolving",
        "--reason",
        "AP is later",
        "--expires",
        "2026-06-15",
        "--report",
        "now.json",
    ];
    let ran = world.run(&accept, &[]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let line = world.read(BASELINE).lines().nth(1).unwrap().to_owned();
    assert!(line.ends_with(r#""status":"accepted","kind":"evolving","reason":"AP is later","expires":"2026-06-15"}"#), "{line}");
    assert_eq!(
        world.gainsay(CHECK).out,
        "2 articles: nothing fails (1 accepted)\n"
    );
    let ran = world.gainsay("check --report now.json --today 2026-06-16");
    assert_eq!(ran.code, Some(1));
    assert!(
        ran.out.contains("expired contradiction: dead"),
        "{}",
        ran.out
    );
    assert!(
        ran.out
            .contains("= note: accepted as evolving until 2026-06-15: AP is later"),
        "{}",
        ran.out
    );
}

#[test]
fn another_answer_is_changed_and_says_what_was_known() {
    let (world, fingerprint) = known();
    let now = world.report("now.json", &["dead: 12 a, 15 b"]);
    let ran = world.gainsay(CHECK);
    assert_eq!(ran.code, Some(1));
    assert!(
        ran.out.contains("changed contradiction: dead"),
        "{}",
        ran.out
    );
    assert!(
        ran.out
            .contains("the baseline knows it as 12 (a) × 14 (b), unreviewed"),
        "{}",
        ran.out
    );
    let accept = [
        "baseline",
        "accept",
        &now.findings[0].fingerprint,
        "--kind",
        "wont-fix",
        "--reason",
        "old",
        "--report",
        "now.json",
    ];
    assert_eq!(world.run(&accept, &[]).code, Some(0));
    assert_eq!(world.gainsay(CHECK).code, Some(0));
    assert!(
        !world.read(BASELINE).contains(&fingerprint),
        "the earlier form went"
    );
}

#[test]
fn what_is_mended_is_stale_and_what_was_not_read_is_not() {
    let (world, fingerprint) = known();
    world.report("now.json", &["- a b"]);
    let ran = world.gainsay(CHECK);
    assert_eq!(
        (ran.code, ran.out.as_str()),
        (Some(0), "2 articles: nothing fails (1 stale)\n")
    );
    assert_eq!(
        ran.err,
        format!("warning: {fingerprint}: no longer found: dead (run `gainsay baseline prune`)\n")
    );
    assert_eq!(world.gainsay(&format!("{CHECK} --stale ignore")).err, "");
    assert_eq!(
        world.gainsay(&format!("{CHECK} --stale error")).code,
        Some(4)
    );
    world.report("now.json", &["- a"]);
    let ran = world.gainsay(&format!("{CHECK} --stale error"));
    assert_eq!(
        (ran.code, ran.out.as_str()),
        (Some(0), "1 article: nothing fails (1 not checked)\n")
    );
    let ran = world.gainsay("baseline prune --report now.json");
    assert_eq!(
        ran.err,
        "0 removed; 1 kept, as a source of each was not in this run\n"
    );
    world.report("now.json", &["- a b"]);
    assert_eq!(
        world.gainsay("baseline prune --report now.json").code,
        Some(0)
    );
    assert_eq!(
        world.read(BASELINE),
        "{\"schema\":\"gainsay/baseline/v1\"}\n"
    );
}

#[test]
fn an_earlier_report_takes_the_place_of_a_file() {
    let world = World::new();
    world.report("before.json", &["dead: 12 a, 14 b"]);
    world.report("now.json", &["dead: 12 a, 14 b", "hurt: 3 a, 5 b"]);
    let ran = world.gainsay(&format!("{CHECK} --baseline-from before.json"));
    assert_eq!(ran.code, Some(1));
    assert!(
        ran.out.ends_with("1 finding fails (1 new, 1 unreviewed)\n"),
        "{}",
        ran.out
    );
    assert_eq!(
        world
            .gainsay(&format!("{CHECK} --baseline-from now.json"))
            .code,
        Some(0)
    );
    // What check writes as JSON is a report, too.
    let json = world.gainsay(&format!("{CHECK} --format json"));
    world.write("checked.json", &json.out);
    assert_eq!(
        world
            .gainsay(&format!("{CHECK} --baseline-from checked.json"))
            .code,
        Some(0)
    );
}

#[test]
fn settings_decide_where_no_flag_does() {
    let world = World::new();
    world.report("now.json", &["dead: 12 a, 14 b"]);
    let check = |settings: &str| {
        world.write("gainsay.toml", settings);
        world.gainsay(CHECK)
    };
    assert_eq!(
        check("[rules]\nquantity-conflict = \"warning\"").code,
        Some(0)
    );
    assert_eq!(
        check("[verdicts]\ncontradiction = \"off\"").out,
        "2 articles: nothing fails\n"
    );
    assert_eq!(check("[check]\nfail-on = []").code, Some(0));
    let ran = check(
        "[[ignore]]\npath = \"news/a*.md\"\nreason = \"archive\"\n[[ignore]]\npath = \"old/**\"\nreason = \"older\"",
    );
    assert_eq!(
        (ran.code, ran.out.as_str()),
        (Some(0), "2 articles: nothing fails (1 ignored)\n")
    );
    assert_eq!(
        ran.err,
        "warning: gainsay.toml:4: this ignore ignores nothing in this run (delete it if it is no longer needed)\n"
    );
    let ran = check("[chek]");
    assert_eq!(ran.code, Some(2));
    assert_eq!(
        ran.err,
        "error: gainsay.toml:1: unknown key `chek` at the top (did you mean `check`?)\n"
    );
    assert_eq!(world.gainsay(&format!("{CHECK} --isolated")).code, Some(1));
}

#[test]
fn a_review_in_a_script_is_a_list() {
    let (world, fingerprint) = known();
    world.report("now.json", &["dead: 12 a, 14 b", "hurt: 3 a, 5 b"]);
    let ran = world.gainsay("baseline review --list --report now.json");
    let lines: Vec<Vec<&str>> = ran
        .out
        .lines()
        .map(|line| line.split('\t').collect())
        .collect();
    assert_eq!(
        lines[0][1..],
        ["new", "quantity-conflict", "hurt", "3 (a) × 5 (b)"]
    );
    assert_eq!(
        lines[1],
        [
            &fingerprint,
            "unreviewed",
            "quantity-conflict",
            "dead",
            "12 (a) × 14 (b)"
        ]
    );
    let ran = world.gainsay("baseline review --report now.json");
    assert_eq!(ran.code, Some(2), "there is no terminal");
}

#[test]
fn two_baselines_are_compared_for_people() {
    let (world, fingerprint) = known();
    world.write("old.jsonl", &world.read(BASELINE));
    world.report("now.json", &["dead: 12 a, 15 b", "hurt: 3 a, 5 b"]);
    assert_eq!(
        world
            .gainsay("baseline create --add --report now.json")
            .code,
        Some(0)
    );
    let ran = world.gainsay("baseline diff old.jsonl");
    assert!(ran.out.starts_with("added   "), "{}", ran.out);
    assert!(
        ran.out.contains("changed ") && ran.out.contains("was 12 (a) × 14 (b)"),
        "{}",
        ran.out
    );
    let ran = world.gainsay("baseline diff gainsay-baseline.jsonl old.jsonl");
    assert!(
        ran.out.contains("removed ") && ran.out.contains(&fingerprint),
        "{}",
        ran.out
    );
    assert_eq!(world.gainsay("baseline diff old.jsonl old.jsonl").out, "");
}

#[test]
fn names_that_mean_the_same_by_the_settings_are_compared() {
    let world = World::new();
    world.write("in/one.txt", "Maria Lindqvist, 51, survived.\n");
    world.write("in/two.txt", "Ria Solberg, 53, survived.\n");
    assert_eq!(world.gainsay("check in").code, Some(0));
    world.write(
        "gainsay.toml",
        "[aliases]\n\"Maria Lindqvist\" = \"Ria Solberg\"\n",
    );
    let ran = world.gainsay("check in");
    assert_eq!(ran.code, Some(1), "{}", ran.out);
    assert!(ran.out.contains("age-conflict"), "{}", ran.out);
}

#[test]
fn stories_sources_and_confidence_of_the_settings_hold_for_compare_too() {
    let world = World::new();
    let captain = |age: u8| format!("Captain Maria Lindqvist, {age}, survived.\n");
    world.write("in/one.txt", &captain(51));
    world.write("in/two.txt", &captain(53));
    world.write(
        "gainsay.toml",
        "[[story]]\nname = \"ferry\"\nfiles = \"in/*.txt\"\n[[source]]\nfiles = \"in/one.txt\"\nid = \"harbour\"\nname = \"Harbour News\"\n",
    );
    let found: serde_json::Value =
        serde_json::from_str(&world.gainsay("compare --format json").out).expect("JSON");
    assert_eq!(found["articles"][0]["key"], "harbour");
    assert_eq!(found["articles"][0]["source"], "Harbour News");
    assert_eq!(found["articles"][1]["story"], "ferry");
    assert_eq!(found["findings"].as_array().map(Vec::len), Some(1));
    let ran = world.gainsay("check");
    assert_eq!(ran.code, Some(1), "the stories are the input");
    assert!(
        ran.out.contains(" --> in/one.txt:1:"),
        "paths are from here: {}",
        ran.out
    );
    let ran = world.gainsay_in("in", "check");
    assert!(ran.out.contains(" --> ../in/one.txt:1:"), "{}", ran.out);
    let ran = world.gainsay_in("in", "compare one.txt --format json");
    assert!(
        ran.out.contains("\"harbour\""),
        "the globs are from the settings: {}",
        ran.out
    );
    world.write("gainsay.toml", "min-confidence = 1.0");
    let found: serde_json::Value =
        serde_json::from_str(&world.gainsay("compare in --format json").out).expect("JSON");
    assert_eq!(found["not_shown"]["below_confidence"], 1);
    assert_eq!(world.gainsay("check in").code, Some(0));
}

#[test]
fn an_ignore_in_the_text_is_followed_and_an_idle_one_reported() {
    let world = World::new();
    world.write(
        "in/one.md",
        "# Survivors\n\nCaptain Maria Lindqvist, 51, survived.\n",
    );
    let two = |ignore: &str| {
        format!("# The captain\n\n{ignore}\nCaptain Maria Lindqvist, 53, survived.\n")
    };
    let check = |ignore: &str| {
        world.write("in/two.md", &two(ignore));
        world.gainsay("check in")
    };
    assert_eq!(check("").code, Some(1));
    let ran = check("<!-- gainsay-ignore age-conflict: as she gave it -->");
    assert_eq!(
        (ran.code, ran.out.as_str(), ran.err.as_str()),
        (Some(0), "2 articles: nothing fails (1 ignored)\n", "")
    );
    let ran = check("<!-- gainsay-ignore time-conflict: as she gave it -->");
    assert_eq!(ran.code, Some(1));
    assert!(
        ran.err.contains("in/two.md:3: this ignore ignores nothing"),
        "{}",
        ran.err
    );
    let ran = check("<!-- gainsay-ignore age-conflict -->");
    assert_eq!(ran.code, Some(1));
    assert!(
        ran.err.contains("in/two.md:3: this ignore gives no reason"),
        "{}",
        ran.err
    );
}
