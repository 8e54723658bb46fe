//! What a `gainsay.toml` says, and what is said about one that says nothing.

use super::*;
use crate::gate::entry::day;

const RULES: [&str; 2] = ["quantity-conflict", "time-conflict"];

const FULL: &str = r#"
min-confidence = 0.8

[check]
baseline = "ci/known.jsonl"
fail-on = ["new", "expired"]
stale = "error"

[verdicts]
tension = "error"

[rules]
time-conflict = "off"

[aliases]
"Kim Jong Un" = ["Chairman Kim", "the \"Marshal\""]

[[story]]
name = "train"
files = ["news/train/*.md"]

[[story]]
folders = "stories/*"

[[source]]
files = "news/kcna-*.md"
id = "kcna"
name = "KCNA"
date = 2023-09-12
url = "https://kcna.example/1"

[[ignore]]
rule = "quantity-conflict"
path = "news/archive/**"
reason = "kept as published"
"#;

fn read(text: &str) -> Config {
    parse(text, "gainsay.toml", &RULES).expect("a configuration")
}

#[test]
fn every_key_is_read_and_printed() {
    let config = read(FULL);
    let policy = config.policy(day("2026-06-15").unwrap());
    assert_eq!(policy.verdicts[&Verdict::Tension], Severity::Error);
    assert_eq!(policy.verdicts[&Verdict::Contradiction], Severity::Error);
    assert_eq!(policy.rules["time-conflict"], Severity::Off);
    assert_eq!(policy.fail_on, [Cause::New, Cause::Expired].into());
    assert_eq!(config.sources[0].date, day("2023-09-12").ok());
    assert_eq!(config.ignores[0].line, 32);
    let printed = print(&config, &policy);
    let mut again = read(&printed);
    assert_eq!(again.policy(policy.today), policy);
    again.ignores[0].line = config.ignores[0].line;
    assert_eq!(
        (again.sources, again.stories, again.aliases, again.ignores),
        (
            config.sources,
            config.stories,
            config.aliases,
            config.ignores
        )
    );
}

#[test]
fn what_nobody_configured_is_printed_and_read_back() {
    let policy = Config::default().policy(day("2026-06-15").unwrap());
    let printed = print(&Config::default(), &policy);
    assert_eq!(read(&printed).policy(policy.today), policy);
}

#[test]
fn whatever_is_wrong_is_named_with_line_and_mend() {
    // the file, the error
    let cases = [
        (
            "min_confidence = 1",
            "gainsay.toml:1: unknown key `min_confidence` at the top (did you mean `min-confidence`?)",
        ),
        (
            "\n\n[chek]\n",
            "gainsay.toml:3: unknown key `chek` at the top (did you mean `check`?)",
        ),
        (
            "[check]\nfailon = []",
            "gainsay.toml:2: unknown key `failon` in [check] (did you mean `fail-on`?)",
        ),
        (
            "[check]\ncolour = 1",
            "gainsay.toml:2: unknown key `colour` in [check] (known are baseline, fail-on, stale)",
        ),
        (
            "[[source]]\nfile = \"a\"",
            "gainsay.toml:2: unknown key `file` in [source] (did you mean `files`?)",
        ),
        (
            "[[source]]\nname = \"a\"",
            "gainsay.toml:1: a source without files (give `files`, a glob or a list of them)",
        ),
        (
            "[source]\nfiles = \"a\"",
            "gainsay.toml:1: `source` is a table (give tables: [[source]])",
        ),
        (
            "check = 3",
            "gainsay.toml:1: `check` is an integer (give a table: [check])",
        ),
        (
            "[check]\nfail-on = [\"nwe\"]",
            "gainsay.toml:2: `nwe` is not one of new, changed, expired, unreviewed (choose one of them)",
        ),
        (
            "[check]\nbaseline = \"\"",
            "gainsay.toml:2: `baseline` is empty (fill it or delete the line)",
        ),
        (
            "[rules]\ntime-conflit = \"off\"",
            "gainsay.toml:2: unknown rule `time-conflit` (did you mean `time-conflict`?)",
        ),
        (
            "[verdicts]\nsingle = \"off\"",
            "gainsay.toml:2: unknown verdict `single` (known are contradiction, update, tension, precision)",
        ),
        (
            "min-confidence = 80",
            "gainsay.toml:1: `min-confidence` is no number from 0 to 1 (write for example 0.8)",
        ),
        (
            "[[source]]\nfiles = \"a\"\ndate = \"12 May\"",
            "gainsay.toml:3: `12 May` is not a day like 2026-12-31 (write year-month-day)",
        ),
        (
            "[[story]]\nname = \"a\"",
            "gainsay.toml:1: a story without files (give `files` or `folders`)",
        ),
        (
            "[[story]]\nname = \"a\"\nfiles = \"[\"",
            "gainsay.toml:3: `[` is not a glob: unclosed character class; missing ']' (mend the pattern)",
        ),
        (
            "[[ignore]]\nrule = \"time-conflict\"",
            "gainsay.toml:1: an ignore without reason (give `reason`)",
        ),
        (
            "[[ignore]]\nreason = \"old\"",
            "gainsay.toml:1: an ignore of everything (give `rule`, `path` or both)",
        ),
        (
            "[[ignore]]\nrule = \"time\"\nreason = \"old\"",
            "gainsay.toml:1: unknown rule `time` (known are quantity-conflict, time-conflict)",
        ),
    ];
    for (text, expected) in cases {
        let error = parse(text, "gainsay.toml", &RULES)
            .expect_err(text)
            .to_string();
        assert_eq!(error, expected);
    }
    let error = parse("a = \n", "gainsay.toml", &RULES)
        .unwrap_err()
        .to_string();
    assert!(error.starts_with("gainsay.toml:1: not TOML: "), "{error}");
}

#[test]
fn the_schema_has_the_keys_that_are_read() {
    let schema: serde_json::Value = serde_json::from_str(SCHEMA).expect("the schema is JSON");
    for (section, keys) in read::KEYS {
        let part = match section {
            "" => &schema,
            "check" => &schema["properties"]["check"],
            list => &schema["properties"][list]["items"],
        };
        let properties = part["properties"].as_object().expect("properties");
        let mut names: Vec<&str> = properties.keys().map(String::as_str).collect();
        names.sort_unstable();
        assert_eq!(names, keys, "[{section}]");
        assert_eq!(part["additionalProperties"], false, "[{section}]");
    }
}
