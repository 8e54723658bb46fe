//! The exports read back by the readers of others: Python's csv and json, a JSON Schema validator, a Markdown parser, the
//! vocabulary of schema.org. `tests/browser/foreign.mjs` reads the same files with more of them.

#![allow(
    clippy::assigning_clones,
    reason = "what is put in place of a text is seen best where it is assigned"
)]

mod made;
#[path = "foreign/markdown.rs"]
mod markdown_read;
#[path = "foreign/vocabulary.rs"]
mod vocabulary;

use gainsay::compare::Options;
use gainsay::comparison::Comparison;
use gainsay::export::sarif::{Results, sarif};
use gainsay::export::{article, claimreview, csv, json, markdown};
use gainsay::gate::hold::alone;
use gainsay::report::DIFFERENCES;
use std::path::{Path, PathBuf};
use std::process::Command;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

fn write(folder: &Path, name: &str, fill: impl Fn(&mut Vec<u8>) -> std::io::Result<()>) {
    let mut bytes = Vec::new();
    fill(&mut bytes).expect("memory takes everything");
    std::fs::write(folder.join(name), bytes).expect("the target folder takes files");
}

/// Each format of a comparison as a file, where the other readers look for them, too.
fn export(comparison: &Comparison, name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("foreign")
        .join(name);
    std::fs::create_dir_all(&folder).expect("the target folder takes folders");
    write(&folder, "all.json", |out| json::json(comparison, out));
    write(&folder, "all.jsonl", |out| json::jsonl(comparison, out));
    write(&folder, "all.csv", |out| {
        csv::csv(comparison, csv::Mark::None, out)
    });
    write(&folder, "marked.csv", |out| {
        csv::csv(comparison, csv::Mark::ByteOrder, out)
    });
    write(&folder, "all.claimreview.json", |out| {
        claimreview::claimreview(comparison, out)
    });
    write(&folder, "all.md", |out| {
        markdown::markdown(comparison, &DIFFERENCES, out)
    });
    write(&folder, "all.sarif", |out| {
        sarif(&alone(comparison), Results::Unaccepted, out)
    });
    folder
}

/// Comparisons of all kinds: made by hand, with hostile text, and found by the program.
fn comparisons() -> Vec<(&'static str, Comparison)> {
    let mut hostile = made::ferry(3);
    hostile.findings[0].question = "=cmd|' /C calc'!A0".to_owned();
    hostile.findings[0].sides[0].quote = "a \"quoted\",\r\nbroken line".to_owned();
    hostile.findings[1].sides[0].said = "-5; +7\t@x".to_owned();
    hostile.facts[0].question =
        "a | b <script>alert(1)</script> **c** [d](javascript:e)".to_owned();
    hostile.facts[1].accounts[0].said = "`|`\n\n# x ![y](z) <img src=q>".to_owned();
    let fixtures = Path::new(ROOT).join("fixtures");
    let (_, articles) = made::annotated::annotated(&fixtures, "leader-train");
    let found = gainsay::compare(&articles, &Options::default());
    vec![
        ("ferry", made::ferry(3)),
        ("quake", made::quake()),
        ("hostile", hostile),
        ("found", found),
    ]
}

#[test]
fn python_reads_what_is_exported() {
    for (name, comparison) in comparisons() {
        let folder = export(&comparison, name);
        let script = Path::new(ROOT).join("tests/foreign/read_back.py");
        let schemas = Path::new(ROOT).join("schema");
        let mut python = Command::new("python3");
        let Ok(output) = python.arg(script).arg(&folder).arg(schemas).output() else {
            eprintln!("left out: no python3");
            return;
        };
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{name}: {said}");
        eprint!("{said}");
    }
}

#[test]
fn extracted_articles_are_written_for_other_readers() {
    let fixtures = Path::new(ROOT).join("fixtures");
    let (_, articles) = made::annotated::annotated(&fixtures, "earthquake");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("foreign");
    std::fs::create_dir_all(&folder).expect("the target folder takes folders");
    write(&folder, "articles.jsonl", |out| {
        let records = articles.iter().map(article::record);
        json::lines(&mut records.map(|record| json::line(&record)), out)
    });
}

#[test]
fn markdown_is_a_table_and_folded_quotes() {
    for (name, comparison) in comparisons() {
        let folder = export(&comparison, &format!("{name}-markdown"));
        let text = std::fs::read_to_string(folder.join("all.md")).expect("just written");
        markdown_read::holds(&text, &comparison, name);
    }
}

#[test]
fn reviews_use_the_vocabulary_as_it_is_meant() {
    for (name, comparison) in comparisons() {
        let mut bytes = Vec::new();
        claimreview::claimreview(&comparison, &mut bytes).expect("memory takes everything");
        let graph: serde_json::Value = serde_json::from_slice(&bytes).expect("JSON");
        assert_eq!(graph["@context"], "https://schema.org");
        let reviews = graph["@graph"].as_array().expect("a graph");
        let sides: usize = comparison.findings.iter().map(|f| f.sides.len()).sum();
        assert_eq!(reviews.len(), sides, "{name}");
        for review in reviews {
            assert_eq!(vocabulary::violations(review), [""; 0], "{name}");
        }
    }
    let wrong =
        serde_json::json!({"@type": "ClaimReview", "verdict": "no", "author": "me", "url": "x"});
    assert_eq!(
        vocabulary::violations(&wrong).len(),
        3,
        "the check can fail"
    );
}
