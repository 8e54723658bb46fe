//! The exports read back by another language's readers: Python's csv and json. Left out where there is no Python.

mod made;

use gainsay::comparison::Comparison;
use gainsay::export::{claimreview, csv, json};
use std::path::{Path, PathBuf};
use std::process::Command;

fn write(folder: &Path, name: &str, fill: impl Fn(&mut Vec<u8>) -> std::io::Result<()>) {
    let mut bytes = Vec::new();
    fill(&mut bytes).expect("memory takes everything");
    std::fs::write(folder.join(name), bytes).expect("the target folder takes files");
}

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
    folder
}

#[test]
fn python_reads_what_is_exported() {
    let mut hostile = made::ferry(3);
    hostile.findings[0].question = "=cmd|' /C calc'!A0".to_owned();
    hostile.findings[0].sides[0].quote = "a \"quoted\",\r\nbroken line".to_owned();
    hostile.findings[1].sides[0].said = "-5; +7\t@x".to_owned();
    for (name, comparison) in [
        ("ferry", made::ferry(3)),
        ("quake", made::quake()),
        ("hostile", hostile),
    ] {
        let folder = export(&comparison, name);
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/foreign/read_back.py");
        let Ok(output) = Command::new("python3").arg(script).arg(&folder).output() else {
            eprintln!("left out: no python3");
            return;
        };
        assert!(
            output.status.success(),
            "{name}: {}",
            String::from_utf8_lossy(&output.stderr)
        );
    }
}
