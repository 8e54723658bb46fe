//! Files beside the articles: settings, templates, baselines, lists, and names of files.

use super::{Input, many};

const STORY: &str =
    "The ferry sank off Oslo on Sunday.\nThe fire on board killed 12 people, police said.\n";

/// Settings that no run should trip over.
const TOML: [&str; 12] = [
    "min_confidence = nan",
    "min_confidence = 1e999",
    "stories = 5",
    "[[stories]]\nname = \"\\u0000\"\nfiles = [\"[\"]",
    "[[stories]]\nname = \"a\"\nfiles = [\"{a,b,{c,d,{e,f,{g,h}}}}{a,b,{c,d}}**/**/**/*\"]",
    "[aliases]\n\"\" = [\"\", \" \"]",
    "[aliases]\nKim = [\"Kim\", \"kim\"]\nkim = [\"Kim\"]",
    "[check]\nbaseline = \"/dev/null/x\"",
    "[check]\nexpire = \"9999999999999999999 days\"",
    "a.b.c.d.e.f = 1",
    "[",
    "\u{feff}[check]",
];

/// Templates that never end, nest or fail.
const TEMPLATES: [&str; 8] = [
    "{% for a in range(100000) %}{% for b in range(100000) %}a{% endfor %}{% endfor %}",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "{{ 'a' * 10000000000 }}",
    "{{ range(10000000000) | list }}",
    "{% include 'template.jinja' %}",
    "{{ articles[99].nothing.of.this }}",
    "{% set a = 'aaaaaaaaaa' %}{% for i in range(40) %}{% set a = a ~ a %}{% endfor %}{{ a }}",
    "{% if %}",
];

/// Lines of a baseline.
const BASELINES: [&str; 8] = [
    "{}",
    "{\"schema\":\"gainsay/baseline/v1\"}\n{\"schema\":\"gainsay/baseline/v1\"}",
    "{\"schema\":\"gainsay/baseline/v99\"}",
    "{\"schema\":\"gainsay/baseline/v1\"}\n{\"fingerprint\":\"\"}",
    "{\"schema\":\"gainsay/baseline/v1\"}\n<<<<<<< ours\n=======\n>>>>>>> theirs",
    "{\"schema\":\"gainsay/baseline/v1\"}\n\u{0}",
    "{\"schema\":\"gainsay/baseline/v1\"}\n{\"fingerprint\":\"a\",\"key\":\"b\",\"rule\":\"c\",\"question\":\"\u{202e}\",\"answers\":{},\"wording\":\"\",\"status\":\"unreviewed\"}",
    "not JSON at all",
];

/// 50 inputs.
pub(crate) fn inputs() -> Vec<Input> {
    let with = |name: &str, beside: (&'static str, Vec<u8>), arguments: &[&'static str]| Input {
        beside: vec![beside],
        arguments: arguments.to_vec(),
        ..Input::new(name, "a.txt", STORY)
    };
    let mut inputs = Vec::new();
    for text in TOML {
        inputs.push(with(text, ("gainsay.toml", text.into()), &[]));
    }
    for text in TEMPLATES {
        let arguments = ["--template", "template.jinja"];
        inputs.push(with(text, ("template.jinja", text.into()), &arguments));
    }
    for text in BASELINES {
        inputs.push(with(
            text,
            ("gainsay-baseline.jsonl", text.into()),
            &["check"],
        ));
    }
    let long = [
        (
            "settings without end",
            "gainsay.toml",
            "a = 1\n".repeat(many(500_000)),
        ),
        (
            "lists in settings",
            "gainsay.toml",
            format!("a = {}", "[".repeat(many(500_000))),
        ),
        (
            "keys in settings",
            "gainsay.toml",
            format!("{}a = 1", "a.".repeat(many(100_000))),
        ),
        (
            "tables in settings",
            "gainsay.toml",
            format!("[{}a]", "a.".repeat(many(100_000))),
        ),
    ];
    for (name, file, text) in long {
        inputs.push(with(name, (file, text.into()), &[]));
    }
    let nested = "{% if true %}".repeat(many(100_000));
    inputs.push(with(
        "blocks in blocks",
        ("template.jinja", nested.into()),
        &["--template", "template.jinja"],
    ));
    let brackets = format!("{{{{ {} }}}}", "(".repeat(many(100_000)));
    inputs.push(with(
        "brackets in templates",
        ("template.jinja", brackets.into()),
        &["--template", "template.jinja"],
    ));
    let deep = format!(
        "{{\"schema\":\"gainsay/baseline/v1\"}}\n{}",
        "[".repeat(many(500_000))
    );
    inputs.push(with(
        "lists in a baseline",
        ("gainsay-baseline.jsonl", deep.into()),
        &["check"],
    ));
    let missing = "nowhere.txt\n".repeat(many(100_000));
    inputs.push(with(
        "a list of files that are not there",
        ("list", missing.into()),
        &["--files-from", "list"],
    ));
    let ignores =
        "<!-- gainsay-ignore -->\n<!-- gainsay-ignore: -->\n<!-- gainsay-ignore time-conflict"
            .repeat(many(20_000));
    inputs.push(Input {
        arguments: vec!["check"],
        ..Input::new("ignores never closed", "a.md", ignores)
    });
    inputs.extend(names());
    inputs
}

/// Names of files that act, break lines, look like flags or like globs.
fn names() -> Vec<Input> {
    let names = [
        "a\nb.txt",
        "a\u{1b}[2J.txt",
        "a\u{202e}txt.exe.txt",
        "a\tb.txt",
        "[a].txt",
        "{a}.txt",
        "a*.txt",
        "=1+1.txt",
        "a b\"'&<c>.txt",
        "%2e%2e%2fa.txt",
        "a:1:2.txt",
        "é.txt",
        "😀.txt",
    ];
    let input = |name: &'static str| Input::new(format!("a file named {name:?}"), name, STORY);
    names.map(input).into()
}
