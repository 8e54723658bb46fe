//! Each format as its readers define it: SARIF by the schema of OASIS, the others by what their documentation asks for.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::schema::violations;
use crate::world::World;

/// Three findings: one accepted, one changed, one new with characters that formats have to escape.
fn world() -> World {
    let world = World::new();
    let run = world.report("before.json", &["dead: 12 a, 14 b", "hurt: 3 a, 5 b"]);
    world.gainsay("baseline create --report before.json");
    let fingerprint = &run.findings[0].fingerprint;
    world.gainsay(&format!(
        "baseline accept {fingerprint} --kind evolving --reason later --report before.json"
    ));
    world.report(
        "now.json",
        &[
            "dead: 12 a, 14 b",
            "hurt: 3 a, 6 b",
            "who, <\"why\"> & 5%: x a b, y c",
        ],
    );
    world
}

fn check(world: &World, format: &str) -> String {
    let ran = world.gainsay(&format!(
        "check --report now.json --today 2026-06-15 --format {format}"
    ));
    assert_eq!(
        ran.code,
        Some(1),
        "the code is the same in every format: {}",
        ran.err
    );
    assert_eq!(
        ran.out,
        world
            .gainsay(&format!("check --report now.json --format {format}"))
            .out
    );
    ran.out
}

fn sarif_schema() -> Value {
    serde_json::from_str(include_str!("sarif-2.1.0.schema.json")).expect("the schema is JSON")
}

#[test]
fn sarif_follows_the_published_schema() {
    let world = world();
    let log: Value = serde_json::from_str(&check(&world, "sarif")).expect("JSON");
    assert_eq!(violations(&sarif_schema(), &log), [""; 0]);
    let results = log["runs"][0]["results"].as_array().expect("results");
    assert_eq!(results.len(), 2, "the accepted one is left out");
    let new = &results[0];
    assert_eq!(new["ruleId"], "quantity-conflict");
    assert_eq!(
        log["runs"][0]["tool"]["driver"]["rules"][0]["id"],
        "quantity-conflict"
    );
    let place = &new["locations"][0]["physicalLocation"];
    assert_eq!(
        place["artifactLocation"]["uri"], "news/c%201.md",
        "the answer of the fewest"
    );
    assert_eq!(place["region"]["startLine"], 3);
    assert_eq!(new["relatedLocations"].as_array().map(Vec::len), Some(2));
    let hash = &new["partialFingerprints"]["primaryLocationLineHash"];
    assert_eq!(hash.as_str().map(str::len), Some(16));
    assert_eq!(new.get("baselineState"), None);
    let mut broken = log;
    broken["runs"][0]["results"][0]["level"] = "fatal".into();
    assert_ne!(
        violations(&sarif_schema(), &broken),
        [""; 0],
        "the check can fail"
    );
}

#[test]
fn sarif_of_all_names_the_state_of_each() {
    let log: Value = serde_json::from_str(&check(&world(), "sarif --sarif-all")).expect("JSON");
    assert_eq!(violations(&sarif_schema(), &log), [""; 0]);
    let results = log["runs"][0]["results"].as_array().expect("results");
    let states: Vec<&str> = results
        .iter()
        .filter_map(|r| r["baselineState"].as_str())
        .collect();
    assert_eq!(states, ["new", "updated", "unchanged"]);
}

#[test]
fn gitlab_gets_what_its_documentation_asks_for() {
    let issues: Value = serde_json::from_str(&check(&world(), "gitlab")).expect("JSON");
    let issues = issues.as_array().expect("an array");
    assert_eq!(issues.len(), 2);
    let mut fingerprints = BTreeSet::new();
    for issue in issues {
        for text in ["description", "check_name", "fingerprint", "severity"] {
            assert!(
                issue[text].as_str().is_some_and(|text| !text.is_empty()),
                "{text} of {issue}"
            );
        }
        assert!(
            fingerprints.insert(issue["fingerprint"].to_string()),
            "fingerprints are unique"
        );
        let severity = issue["severity"].as_str().expect("text");
        assert!(["info", "minor", "major", "critical", "blocker"].contains(&severity));
        let path = issue["location"]["path"].as_str().expect("a path");
        assert!(
            !path.starts_with("./") && !path.starts_with('/'),
            "relative to the repository: {path}"
        );
        assert!(issue["location"]["lines"]["begin"].is_u64());
    }
}

/// The tags of an XML text in order, `</a>` as `/a`; panics where the text is not well-formed.
fn tags(xml: &str) -> Vec<String> {
    let (mut tags, mut open): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
    let body = xml.split_once("?>\n").expect("an XML declaration").1;
    for piece in body.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').expect("a tag is closed");
        let names = |text: &str| {
            text.split('&').skip(1).all(|e| {
                e.split_once(';')
                    .is_some_and(|(name, _)| matches!(name, "amp" | "lt" | "gt" | "quot" | "#10"))
            })
        };
        assert!(names(tag) && names(text), "only known entities: {piece}");
        assert_eq!(
            tag.matches('"').count() % 2,
            0,
            "attributes are closed: {tag}"
        );
        let name = tag
            .split([' ', '/'])
            .find(|part| !part.is_empty())
            .expect("a name")
            .to_owned();
        if tag.starts_with('/') {
            assert_eq!(open.pop(), Some(name), "tags are nested");
        } else {
            if !tag.ends_with('/') {
                open.push(name.clone());
            }
            tags.push(name);
        }
    }
    assert_eq!(open, [""; 0], "every element is closed");
    tags
}

/// The attributes that each element may have, after the schema of Jenkins (junit-10.xsd), which GitLab's reader takes,
/// too; those with a star it must have.
const JUNIT: [(&str, &[&str]); 6] = [
    (
        "testsuites",
        &["name", "time", "tests", "failures", "errors"],
    ),
    (
        "testsuite",
        &["name*", "tests*", "failures*", "errors*", "time", "skipped"],
    ),
    ("testcase", &["name*", "time", "classname", "group"]),
    ("failure", &["type", "message"]),
    ("skipped", &["type", "message"]),
    ("system-out", &[]),
];

#[test]
fn junit_has_only_what_its_schema_knows() {
    let text = check(&world(), "junit");
    for piece in text
        .split('<')
        .skip(2)
        .filter(|piece| !piece.starts_with('/'))
    {
        let tag = piece.split_once('>').expect("a tag is closed").0;
        let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        let known = JUNIT.iter().find(|(known, _)| *known == name);
        let (_, known) = known.unwrap_or_else(|| panic!("no element {name}"));
        let given: BTreeSet<&str> = attributes
            .split('"')
            .step_by(2)
            .map(|part| part.trim().trim_end_matches('='))
            .filter(|part| !part.is_empty() && *part != "/")
            .collect();
        assert!(
            given
                .iter()
                .all(|one| known.iter().any(|k| k.trim_end_matches('*') == *one)),
            "{tag}"
        );
        assert!(
            known
                .iter()
                .filter_map(|k| k.strip_suffix('*'))
                .all(|must| given.contains(must)),
            "{tag}"
        );
    }
}

#[test]
fn junit_counts_what_it_holds() {
    let text = check(&world(), "junit");
    assert!(text.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites "));
    let tags = tags(&text);
    let count = |name: &str| tags.iter().filter(|tag| *tag == name).count();
    assert_eq!(tags[..3], ["testsuites", "testsuite", "testcase"]);
    assert_eq!(
        (count("testcase"), count("failure"), count("skipped")),
        (3, 2, 1)
    );
    assert!(
        text.contains("tests=\"3\" failures=\"2\" errors=\"0\" skipped=\"1\""),
        "{text}"
    );
    assert!(
        text.contains("name=\"who, &lt;&quot;why&quot;&gt; &amp; 5%"),
        "{text}"
    );
    assert_eq!(text.matches("<testcase classname=\"").count(), 3);
    assert_eq!(text.matches("<failure message=\"").count(), 2);
}

#[test]
fn an_empty_junit_report_has_a_case_that_passed() {
    let world = World::new();
    world.report("now.json", &["- a b"]);
    let ran = world.gainsay("check --report now.json --format junit");
    assert_eq!(ran.code, Some(0));
    assert!(
        ran.out.contains("tests=\"1\" failures=\"0\"")
            && ran.out.matches("<testcase ").count() == 1
    );
}

#[test]
fn github_gets_one_command_a_line() {
    let text = check(&world(), "github");
    let commands: Vec<&str> = text.lines().filter(|line| line.starts_with("::")).collect();
    assert_eq!(commands.len(), 2);
    assert!(
        commands[0].starts_with("::error file=news/c 1.md,line=3,endLine=3,col=5,endColumn="),
        "{}",
        commands[0]
    );
    assert!(
        commands[0].contains("title=new quantity-conflict%3A who%2C <\"why\"> & 5%25::"),
        "{}",
        commands[0]
    );
    assert!(
        text.ends_with("3 articles: 2 findings fail (1 new, 1 changed, 1 accepted)\n"),
        "{text}"
    );
}

#[test]
fn json_is_the_comparison_with_the_states() {
    let record: Value = serde_json::from_str(&check(&world(), "json")).expect("JSON");
    assert_eq!(record["schema"], "gainsay/comparison/v1");
    assert_eq!(record["gate"]["outcome"], "fail");
    let states = record["gate"]["findings"]
        .as_array()
        .expect("an array")
        .iter()
        .map(|f| f["state"].as_str());
    assert_eq!(
        states.collect::<Vec<_>>(),
        [Some("new"), Some("changed"), Some("accepted")]
    );
}

#[test]
fn settings_that_are_shown_follow_their_schema() {
    let world = World::new();
    world.write(
        "gainsay.toml",
        "[[story]]\nname = \"train\"\nfiles = \"news/*.md\"\n[rules]\ntime-conflict = \"off\"\n",
    );
    let shown = world.gainsay("config show").out;
    let settings: toml::Table = shown.parse().expect("TOML");
    let settings = serde_json::to_value(settings).expect("plain values");
    let schema = world.gainsay("config schema").out;
    let schema: Value = serde_json::from_str(&schema).expect("JSON");
    assert_eq!(violations(&schema, &settings), [""; 0]);
    assert_ne!(
        violations(&schema, &serde_json::json!({"chek": {}})),
        [""; 0]
    );
    assert_ne!(
        violations(&schema, &serde_json::json!({"check": {"stale": "never"}})),
        [""; 0]
    );
}

#[test]
fn compare_and_export_write_them_without_a_baseline() {
    let world = World::new();
    let article = |age| format!("Captain Maria Lindqvist, {age}, survived.\n");
    world.write("news/a.txt", &article(51));
    world.write("news/b.txt", &article(53));
    let log: Value =
        serde_json::from_str(&world.gainsay("compare news --format sarif").out).expect("JSON");
    assert_eq!(violations(&sarif_schema(), &log), [""; 0]);
    assert_eq!(log["runs"][0]["results"].as_array().map(Vec::len), Some(1));
    for (format, sign) in [
        ("junit", "<failure "),
        ("github", "::error file=news/"),
        ("gitlab", "\"check_name\""),
    ] {
        let ran = world.gainsay(&format!("export news --format {format}"));
        assert_eq!(ran.code, Some(0), "{}", ran.err);
        assert_eq!(ran.out.matches(sign).count(), 1, "{}", ran.out);
    }
    world.gainsay("export news -o found.sarif");
    assert!(
        world
            .read("found.sarif")
            .contains("primaryLocationLineHash")
    );
}
