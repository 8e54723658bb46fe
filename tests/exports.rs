//! Each export read back: against its schema, against what it was made from, against a file that a person has read.
//!
//! After a wanted change: `GAINSAY_BLESS=1 cargo test --test exports`, then read the difference.

mod made;

use gainsay::comparison::{Comparison, Slot, Verdict};
use gainsay::export::select::{Selection, select};
use gainsay::export::{claimreview, csv, json, markdown, template};
use gainsay::report::DIFFERENCES;
use serde_json::Value;

type Written = std::io::Result<()>;

fn written(write: impl Fn(&mut dyn std::io::Write) -> Written) -> String {
    let mut out = Vec::new();
    write(&mut out).expect("memory takes everything");
    String::from_utf8(out).expect("all formats are UTF-8")
}

fn check(name: &str, printed: &str) {
    let path = format!("{}/tests/exports/{name}", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("GAINSAY_BLESS").is_some() {
        std::fs::write(&path, printed).expect("the folder is in the repository");
    }
    let wanted = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(printed == wanted, "{path} differs; printed was:\n{printed}");
}

fn hold_against_schema(schema: &str, value: &Value) {
    let path = format!("{}/schema/{schema}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).expect("the schema is published");
    let schema = serde_json::from_str(&text).expect("the schema is JSON");
    assert_eq!(made::schema::violations(&schema, value), [""; 0]);
}

#[test]
fn json_follows_its_schema_and_reads_back() {
    for comparison in [made::ferry(2), made::ferry(3), made::quake()] {
        let text = written(|out| json::json(&comparison, out));
        hold_against_schema(
            "comparison.v1.json",
            &serde_json::from_str(&text).expect("JSON"),
        );
        assert_eq!(
            serde_json::from_str::<Comparison>(&text).expect("its own"),
            comparison
        );
    }
}

#[test]
fn json_lines_are_complete_each() {
    let text = written(|out| json::jsonl(&made::ferry(3), out));
    assert_eq!(text.lines().count(), 2);
    for line in text.lines() {
        hold_against_schema(
            "finding.v1.json",
            &serde_json::from_str(line).expect("JSON"),
        );
    }
    check("ferry.jsonl", &text);
}

#[test]
fn csv_has_a_row_a_side() {
    let comparison = made::ferry(3);
    let text = written(|out| csv::csv(&comparison, csv::Mark::None, out));
    let sides: usize = comparison.findings.iter().map(|f| f.sides.len()).sum();
    assert_eq!(text.matches("\r\n").count(), sides + 1);
    check("ferry.csv", &text);
    let marked = written(|out| csv::csv(&comparison, csv::Mark::ByteOrder, out));
    assert_eq!(marked.strip_prefix('\u{FEFF}'), Some(text.as_str()));
}

#[test]
fn markdown_shows_sources_or_answers() {
    check(
        "ferry.md",
        &written(|out| markdown::markdown(&made::ferry(3), &DIFFERENCES, out)),
    );
    check(
        "quake.md",
        &written(|out| markdown::markdown(&made::quake(), &DIFFERENCES, out)),
    );
}

#[test]
fn a_claim_review_rates_no_truth() {
    let mut ferry = made::ferry(2);
    ferry.articles[0].url = Some("https://example.org/ferry".to_owned());
    let text = written(|out| claimreview::claimreview(&ferry, out));
    assert!(!text.contains("ratingValue"));
    check("ferry.claimreview.json", &text);
}

#[test]
fn a_selection_keeps_what_is_asked_for_and_counts_what_is_unsure() {
    let all = Selection::default();
    let (stories, sources) = (vec!["other".to_owned()], vec!["evening ledger".to_owned()]);
    let verdicts = vec![Verdict::Update];
    let slots = vec![Slot::Time, Slot::Place];
    let min_confidence = 0.95;
    #[rustfmt::skip]
    let cases = [
        (all.clone(), [2, 4, 2]),
        (Selection { verdicts, ..all.clone() }, [1, 4, 2]),
        (Selection { slots, ..all.clone() }, [1, 2, 2]),
        (Selection { sources, ..all.clone() }, [1, 2, 2]),
        (Selection { stories, ..all.clone() }, [0, 0, 2]),
        (Selection { min_confidence, ..all }, [0, 4, 4]),
    ];
    for (selection, wanted) in cases {
        let selected = select(made::ferry(3), &selection);
        let found = [
            selected.findings.len(),
            selected.facts.len(),
            selected.not_shown.below_confidence,
        ];
        assert_eq!(found, wanted, "{selection:?}");
    }
}

#[test]
fn the_shipped_templates_render() {
    for name in ["corrections.txt", "list.html"] {
        let path = format!("{}/templates/{name}", env!("CARGO_MANIFEST_DIR"));
        let source = std::fs::read_to_string(path).expect("the templates are shipped");
        let made = template::template(&made::ferry(2), name, &source).expect("they are right");
        check(name, &made);
    }
}
