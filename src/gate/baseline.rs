//! The baseline file: what the gate already knows, one finding a line.
//!
//! JSON Lines sorted by fingerprint merge line by line, and a hash for a sort key spreads what two branches add. A file
//! that is not whole is refused with the line and the mend: a gate that guesses what it may let through is none.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::entry::{Entry, Status};
use crate::error::{Error, Result};

/// The name and version of the file's shape; its first line is `{"schema":…}` with it.
pub const SCHEMA: &str = "gainsay/baseline/v1";

/// The name that is looked for from the working folder upward.
pub const FILE_NAME: &str = "gainsay-baseline.jsonl";

/// What each conflict marker of git starts with.
const MARKERS: [&str; 4] = ["<<<<<<<", "=======", ">>>>>>>", "|||||||"];

/// All findings that the gate knows, by fingerprint.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Baseline {
    /// Sorted, as in the file.
    pub entries: BTreeMap<String, Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Header {
    schema: String,
}

/// Reads a baseline; `place` is the file's name for the error.
///
/// ```
/// use gainsay::gate::baseline::parse;
/// assert!(parse(b"{\"schema\":\"gainsay/baseline/v1\"}\n", "b.jsonl").unwrap().entries.is_empty());
/// let error = parse(b"{\"schema\":\"gainsay/baseline/v2\"}\n", "b.jsonl").unwrap_err().to_string();
/// assert!(error.starts_with("b.jsonl:1: the schema is gainsay/baseline/v2"), "{error}");
/// ```
pub fn parse(bytes: &[u8], place: &str) -> Result<Baseline> {
    let text = utf8(bytes, place)?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut lines = text
        .lines()
        .enumerate()
        .map(|(index, line)| (index + 1, line.trim()))
        .filter(|(_, line)| !line.is_empty());
    let Some((number, first)) = lines.next() else {
        let mend = "delete it and run `gainsay baseline create`";
        return Err(Error::new(place, "the baseline is empty", mend));
    };
    refuse_marker(first, &format!("{place}:{number}"))?;
    header(first, &format!("{place}:{number}"))?;
    let mut baseline = Baseline::default();
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for (number, line) in lines {
        let at = format!("{place}:{number}");
        refuse_marker(line, &at)?;
        let entry = entry(line, &at)?;
        let earlier = seen.insert(entry.fingerprint.clone(), number);
        match (baseline.entries.get(&entry.fingerprint), earlier) {
            (Some(known), Some(earlier)) if !is_resurrected(known, &entry) => {
                let what = format!(
                    "the finding {} stands in line {earlier} already",
                    entry.fingerprint
                );
                let mend = "keep one of the two lines and delete the other";
                return Err(Error::new(at, what, mend));
            }
            // What was accepted holds.
            (Some(known), _) if known.status != Status::Unreviewed => {}
            _ => {
                baseline.entries.insert(entry.fingerprint.clone(), entry);
            }
        }
    }
    Ok(baseline)
}

/// The file's text, whole: header, then the findings, each line ended by a line feed.
pub fn print(baseline: &Baseline) -> String {
    let mut text = format!("{{\"schema\":\"{SCHEMA}\"}}\n");
    for entry in baseline.entries.values() {
        text.push_str(&entry.print());
        text.push('\n');
    }
    text
}

/// A merge by `merge=union` keeps the old line of a finding that one branch accepted if the other branch changed the
/// line beside it: one of the two lines is unreviewed, and they agree in all else.
fn is_resurrected(one: &Entry, other: &Entry) -> bool {
    let decided = |entry: &Entry| entry.status != Status::Unreviewed;
    let undecided = |entry: &Entry| Entry {
        status: Status::Unreviewed,
        note: None,
        ..entry.clone()
    };
    decided(one) != decided(other) && undecided(one) == undecided(other)
}

fn utf8<'a>(bytes: &'a [u8], place: &str) -> Result<&'a str> {
    std::str::from_utf8(bytes).map_err(|error| {
        let before = &bytes[..error.valid_up_to()];
        let line = before.split(|&b| b == b'\n').count();
        let mend = "restore the file from version control or save it as UTF-8";
        Error::new(format!("{place}:{line}"), "the line is not UTF-8", mend)
    })
}

fn refuse_marker(line: &str, at: &str) -> Result<()> {
    if MARKERS.iter().any(|marker| line.starts_with(marker)) {
        let mend = "keep the findings of both sides, one a line, and delete the markers; \
                    `gainsay-baseline.jsonl merge=union` in .gitattributes avoids them";
        return Err(Error::new(at, "a conflict marker of a merge", mend));
    }
    Ok(())
}

fn header(line: &str, at: &str) -> Result<()> {
    let Ok(header) = serde_json::from_str::<Header>(line) else {
        let what = "the first line is not the header of a baseline";
        let mend =
            format!("put {{\"schema\":\"{SCHEMA}\"}} there, or run `gainsay baseline create`");
        return Err(Error::new(at, what, mend));
    };
    if header.schema == SCHEMA {
        return Ok(());
    }
    let what = format!(
        "the schema is {}, and this gainsay reads {SCHEMA}",
        header.schema
    );
    let mend = if version(&header.schema) > version(SCHEMA) {
        "update gainsay to the version that wrote the file"
    } else {
        "name the file of a gainsay baseline"
    };
    Err(Error::new(at, what, mend))
}

/// The number behind `gainsay/baseline/v`; none for another schema.
fn version(schema: &str) -> Option<u32> {
    schema.strip_prefix("gainsay/baseline/v")?.parse().ok()
}

fn entry(line: &str, at: &str) -> Result<Entry> {
    if serde_json::from_str::<Header>(line).is_ok() {
        return Err(Error::new(at, "a second header", "delete this line"));
    }
    Entry::parse(line).map_err(|(what, column)| {
        let what = format!("not a finding of a baseline: {what}");
        let mend = "mend the line, restore it from version control, or delete it and accept the finding again";
        Error::new(format!("{at}:{column}"), what, mend)
    })
}

#[cfg(test)]
mod tests {
    use super::super::entry::{Acceptance, Kind, day};
    use super::*;
    use proptest::prelude::*;

    const HEADER: &str = r#"{"schema":"gainsay/baseline/v1"}"#;
    const LINE: &str = r#"{"fingerprint":"00000000000000aa","key":"00000000000000bb","rule":"time-conflict","question":"the train left: when","answers":{"T09:38":["ap"],"TEV":["kcna"]},"wording":"00000000000000cc","status":"accepted","kind":"evolving","reason":"AP is later","expires":"2026-12-31"}"#;

    fn error(lines: &[&str]) -> String {
        parse(lines.join("\n").as_bytes(), "b.jsonl")
            .unwrap_err()
            .to_string()
    }

    #[test]
    fn a_line_is_printed_as_it_was_read() {
        let text = format!("{HEADER}\n{LINE}\n");
        let baseline = parse(text.as_bytes(), "b.jsonl").unwrap();
        assert_eq!(print(&baseline), text);
        let windows = format!("\u{feff}{}", text.replace('\n', "\r\n"));
        assert_eq!(parse(windows.as_bytes(), "b.jsonl").unwrap(), baseline);
    }

    #[test]
    fn a_line_that_a_merge_brought_back_gives_way_to_the_decision() {
        let undecided = LINE.replace("accepted", "unreviewed").replace(
            r#","kind":"evolving","reason":"AP is later","expires":"2026-12-31""#,
            "",
        );
        for lines in [[LINE, undecided.as_str()], [undecided.as_str(), LINE]] {
            let text = format!("{HEADER}\n{}\n", lines.join("\n"));
            let baseline = parse(text.as_bytes(), "b.jsonl").unwrap();
            assert_eq!(print(&baseline), format!("{HEADER}\n{LINE}\n"));
        }
        let other = LINE.replace("AP is later", "AP is wrong");
        assert!(error(&[HEADER, LINE, &other]).starts_with("b.jsonl:3: the finding"));
    }

    #[test]
    fn a_broken_file_is_refused_with_line_and_mend() {
        let cases: [(&[&str], &str); 11] = [
            (&[], "b.jsonl: the baseline is empty (delete it"),
            (&[LINE], "b.jsonl:1: the first line is not the header"),
            (
                &[HEADER, "<<<<<<< HEAD", LINE],
                "b.jsonl:2: a conflict marker",
            ),
            (&["<<<<<<< HEAD", HEADER], "b.jsonl:1: a conflict marker"),
            (
                &[HEADER, &LINE[..90]],
                "b.jsonl:2:90: not a finding of a baseline: EOF",
            ),
            (
                &[HEADER, "", LINE, LINE],
                "b.jsonl:4: the finding 00000000000000aa stands in line 3 already (keep one",
            ),
            (&[HEADER, HEADER], "b.jsonl:2: a second header (delete"),
            (
                &[r#"{"schema":"gainsay/baseline/v9"}"#],
                "b.jsonl:1: the schema is gainsay/baseline/v9, and this gainsay reads gainsay/baseline/v1 (update",
            ),
            (
                &[HEADER, &LINE.replace("2026-12-31", "2026-13-31")],
                "b.jsonl:2:1: not a finding of a baseline: `2026-13-31` is not a day",
            ),
            (
                &[HEADER, &LINE.replace(r#""kind":"evolving","#, "")],
                "b.jsonl:2:1: not a finding of a baseline: an accepted finding without `kind`",
            ),
            (
                &[HEADER, &LINE.replace("accepted", "unreviewed")],
                "b.jsonl:2:1: not a finding of a baseline: an unreviewed finding has no",
            ),
        ];
        for (lines, expected) in cases {
            let found = error(lines);
            assert!(found.starts_with(expected), "{found}\nis not\n{expected}");
        }
        let bytes = [HEADER.as_bytes(), b"\n\xff"].concat();
        let found = parse(&bytes, "b.jsonl").unwrap_err().to_string();
        assert!(
            found.starts_with("b.jsonl:2: the line is not UTF-8"),
            "{found}"
        );
    }

    proptest! {
        #[test]
        fn any_entry_reads_back(reason in "\\PC{1,20}", question in "\\PC{0,20}", answer in "\\PC{0,9}", expires in proptest::bool::ANY) {
            prop_assume!(!reason.trim().is_empty());
            let mut entry = Entry::parse(LINE).unwrap();
            entry.question = question;
            entry.answers.insert(answer, ["a b".to_owned()].into());
            let expires = expires.then(|| day("2027-01-01").unwrap());
            entry.status = Status::Accepted(Acceptance { kind: Kind::WontFix, reason, expires });
            prop_assert_eq!(Entry::parse(&entry.print()), Ok(entry));
        }

        #[test]
        fn no_bytes_make_it_panic(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..80)) {
            let _ = parse(&bytes, "b.jsonl");
        }
    }
}
