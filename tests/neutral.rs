//! Nothing that an article, its title, its source or its file's name holds acts on a terminal, in whatever format.

mod binary;

use binary::{Run, files, run};

/// Titles, sources and statements with what clears a screen, sets a title, turns a line round, hides letters.
const HOSTILE: &str =
    "\u{1b}[2J\u{1b}]0;owned\u{7}\u{9b}31m\u{202E}\u{2066}\u{200B}\u{E0061}\u{8}\u{85}\r\u{7f}";

const FORMATS: [&str; 11] = [
    "table",
    "markdown",
    "html",
    "json",
    "jsonl",
    "csv",
    "claimreview",
    "sarif",
    "junit",
    "github",
    "gitlab",
];

fn article(people: u32) -> String {
    format!(
        "---\ntitle: \"The fire {HOSTILE} on board\"\nsource: \"Courier {HOSTILE}{people}\"\ndate: 2024-09-03\n---\n\
         The ferry sank off Oslo on Sunday.\n\nThe fire {HOSTILE} on board killed {people} people, police said.\n"
    )
}

/// Whether a character acts instead of showing; a run may set colours and end lines.
fn acts(c: char) -> bool {
    c.is_control() && !matches!(c, '\n' | '\t')
        || matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{E0000}'..='\u{E007F}')
}

fn hold(run: &Run, format: &str) {
    let out = if format == "csv" {
        run.out.replace("\r\n", "\n")
    } else {
        run.out.clone()
    };
    for (name, text) in [("output", &out), ("standard error", &run.err)] {
        let found = text.char_indices().find(|(_, c)| acts(*c));
        if let Some((at, c)) = found {
            let around: String = text[..at]
                .chars()
                .rev()
                .take(60)
                .collect::<Vec<_>>()
                .into_iter()
                .rev()
                .collect();
            panic!("{format}, {name}: U+{:04X} behind {around:?}", c as u32);
        }
    }
}

#[test]
fn no_format_passes_on_what_acts() {
    let (one, other) = (article(12), article(15));
    let name = "one\u{1b}[31m\u{202E}.txt";
    let template = b"{% for f in findings %}{{ f.question }} {% for s in f.sides %}{{ s.quote }}{% endfor %}{% endfor %}";
    let folder = files(&[
        (name, one.as_bytes()),
        ("two.txt", other.as_bytes()),
        ("page.jinja", template),
    ]);
    let inputs = [name, "two.txt"];
    for format in FORMATS {
        let args = [
            &["compare", "--format", format, "--verdict", "all"],
            &inputs[..],
        ]
        .concat();
        let run = run(folder.path(), &args);
        assert_eq!(run.code, 0, "{format}: {}", run.err);
        assert!(
            run.out.contains("people") || run.out.contains("12"),
            "{format}: {}",
            run.out
        );
        hold(&run, format);
    }
    for args in [
        &["compare", "--template", "page.jinja"][..],
        &["extract"],
        &["extract", "--format", "json"],
        &["extract", "--format", "jsonl"],
        &["check", "--format", "json"],
        &["check"],
        &["check", "--format", "sarif"],
        &["baseline", "create", "--write"],
    ] {
        let run = run(folder.path(), &[args, &inputs[..]].concat());
        assert!(matches!(run.code, 0 | 1), "{args:?}: {}", run.err);
        hold(&run, &args.join(" "));
    }
    let baseline = folder.path().join("gainsay-baseline.jsonl");
    let baseline = std::fs::read_to_string(baseline).expect("the baseline was made");
    assert!(baseline.contains("people"), "{baseline}");
    assert!(!baseline.contains(acts), "{baseline:?}");
}

#[test]
fn json_still_holds_the_very_bytes() {
    let [one, other] = [12, 15].map(|people| {
        format!("The ferry sank off Oslo on Sunday.\n\nThe fire on board killed {people}\u{202E} people, police said.\n")
    });
    let folder = files(&[("one.txt", one.as_bytes()), ("two.txt", other.as_bytes())]);
    let args = ["compare", "--format", "json", "one.txt", "two.txt"];
    let comparison: serde_json::Value =
        serde_json::from_str(&run(folder.path(), &args).out).expect("JSON");
    let facts = comparison["facts"].as_array().expect("facts");
    let accounts = facts
        .iter()
        .filter_map(|f| f["accounts"].as_array())
        .flatten();
    let mut hostile = 0;
    for account in accounts {
        let text = if account["article"] == "a1" {
            &one
        } else {
            &other
        };
        let at = |name: &str| account[name].as_u64().expect("offsets") as usize;
        assert_eq!(account["quote"].as_str(), text.get(at("start")..at("end")));
        hostile += usize::from(account["quote"].as_str().is_some_and(|q| q.contains(acts)));
    }
    assert!(hostile > 0, "{facts:?}");
}

#[test]
fn an_explanation_and_colours_pass_nothing_on() {
    let (one, other) = (article(12), article(15));
    let folder = files(&[("one.txt", one.as_bytes()), ("two.txt", other.as_bytes())]);
    let json = run(
        folder.path(),
        &["compare", "--format", "json", "one.txt", "two.txt"],
    );
    let comparison: serde_json::Value = serde_json::from_str(&json.out).expect("JSON");
    let fingerprint = comparison["findings"][0]["fingerprint"]
        .as_str()
        .expect("a finding");
    let explained = run(
        folder.path(),
        &["explain", fingerprint, "one.txt", "two.txt"],
    );
    assert_eq!(explained.code, 0, "{}", explained.err);
    hold(&explained, "explain");
    for args in [
        &["compare", "--color", "always", "one.txt", "two.txt"][..],
        &[
            "explain",
            "--color",
            "always",
            fingerprint,
            "one.txt",
            "two.txt",
        ],
    ] {
        let painted = run(folder.path(), args);
        let mut plain = painted.out.as_str();
        let mut shown = String::new();
        while let Some(at) = plain.find("\u{1b}[") {
            shown += &plain[..at];
            let end = plain[at..].find('m').expect("a colour ends");
            let colour = &plain[at + 2..at + end];
            assert!(
                colour.bytes().all(|b| b.is_ascii_digit() || b == b';'),
                "{colour:?}"
            );
            plain = &plain[at + end + 1..];
        }
        let rest = Run {
            code: 0,
            out: shown + plain,
            err: painted.err,
        };
        hold(&rest, "colours");
    }
}
