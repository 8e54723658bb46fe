//! The XML of `JUnit`, which every CI shows as tests: a finding is a test case, and what fails is a failure.

use std::fmt::Write as _;
use std::io::{self, Write};

use crate::gate::edit;
use crate::gate::hold::{Held, Judged, State};
use crate::gate::location::{location, primary};

/// The report. Times are 0, as the same input gives the same bytes.
pub fn junit(held: &Held, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(suites(held).as_bytes())
}

fn suites(held: &Held) -> String {
    let failures = held.judged.iter().filter(|judged| judged.fails).count();
    let skipped = held
        .judged
        .iter()
        .filter(|judged| is_skipped(judged))
        .count();
    let tests = held.judged.len().max(1);
    let counts = format!("tests=\"{tests}\" failures=\"{failures}\" errors=\"0\"");
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let _ = writeln!(out, "<testsuites name=\"gainsay\" {counts} time=\"0\">");
    let _ = writeln!(
        out,
        "  <testsuite name=\"gainsay\" {counts} skipped=\"{skipped}\" time=\"0\">"
    );
    for judged in &held.judged {
        out += &case(held, judged);
    }
    if held.judged.is_empty() {
        // A suite without a case is taken for a suite that did not run.
        out += "    <testcase classname=\"gainsay\" name=\"no finding\" time=\"0\"/>\n";
    }
    out + "  </testsuite>\n</testsuites>\n"
}

fn is_skipped(judged: &Judged) -> bool {
    !judged.fails && judged.state == State::Accepted
}

fn case(held: &Held, judged: &Judged) -> String {
    let finding = judged.finding;
    let name = format!("{} ({})", finding.question, finding.fingerprint);
    let opening = format!(
        "    <testcase classname=\"gainsay.{}\" name=\"{}\" time=\"0\">\n",
        escape(&finding.rule),
        escape(&name)
    );
    let detail = escape(&quotes(held, judged));
    let message = escape(&format!(
        "{} {}: {}",
        judged.state, finding.rule, finding.explanation
    ));
    let body = if judged.fails {
        let kind = escape(&finding.rule);
        format!("      <failure message=\"{message}\" type=\"{kind}\">{detail}</failure>\n")
    } else if is_skipped(judged) {
        let why = judged.known.map(edit::status).unwrap_or_default();
        format!("      <skipped message=\"{}\"/>\n", escape(&why))
    } else {
        format!("      <system-out>{message}\n{detail}</system-out>\n")
    };
    format!("{opening}{body}    </testcase>\n")
}

/// All sides, a line each.
fn quotes(held: &Held, judged: &Judged) -> String {
    let (first, others) = primary(held, judged.finding);
    let sides = first.into_iter().chain(others).map(|side| {
        let place = location(held, side);
        format!(
            "{}:{}: \"{}\" = {}\n",
            place.path, place.line, side.quote, side.value
        )
    });
    sides.collect()
}

/// XML 1.0 can not hold most control characters, not even as references.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out += "&amp;",
            '<' => out += "&lt;",
            '>' => out += "&gt;",
            '"' => out += "&quot;",
            '\n' => out += "&#10;",
            '\t' => out.push(c),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            other => out.push(other),
        }
    }
    out
}
