//! JSON as the contract publishes it (`schema/comparison.v1.json`), and JSON lines: one finding a line, each line
//! complete in itself (`schema/finding.v1.json`).

use super::indent::indented;
use crate::comparison::{self, ArticleRow, Comparison, Finding, Side, Slot, Verdict};
use crate::report::stream::write_escaped;
use serde::Serialize;
use std::io::{self, BufWriter, Write};

/// The name and version of a line of JSON lines.
pub const FINDING_SCHEMA: &str = "gainsay/finding/v1";

/// A finding that needs no other line to be understood: it names its story, and its sides their articles.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct FindingLine<'a> {
    /// The name and version of this shape.
    #[cfg_attr(test, schemars(extend("const" = FINDING_SCHEMA)))]
    pub schema: &'a str,
    /// The story it belongs to.
    pub story: Option<&'a str>,
    /// Identity that survives edits, moves and renames.
    pub fingerprint: &'a str,
    /// Identity of its question alone: it stays when the answers change.
    pub key: &'a str,
    /// The code of the rule that decided: `time-conflict` …
    pub rule: &'a str,
    /// What was decided.
    pub verdict: Verdict,
    /// What kind of answer differs.
    pub slot: Slot,
    /// From 0 to 1.
    #[cfg_attr(test, schemars(range(min = 0, max = 1)))]
    pub confidence: f64,
    /// The id of its fact in `--format json` of the same run.
    pub fact: &'a str,
    /// A short label in the articles' own words: "Kim's train left Pyongyang: when".
    pub question: &'a str,
    /// One plain sentence with both values.
    pub explanation: &'a str,
    /// The two sides that decided, by their position among all sides, from 0.
    pub decided_by: Option<[usize; 2]>,
    /// All accounts of the fact, ordered by article, then place.
    pub sides: Vec<SideLine<'a>>,
}

/// One account of a finding, in place, with what its article says of itself.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct SideLine<'a> {
    /// The account.
    #[serde(flatten)]
    pub side: &'a Side,
    /// The article's path, as the user gave it.
    pub path: Option<&'a str>,
    /// Who published it.
    pub source: Option<&'a str>,
    /// Its headline.
    pub title: Option<&'a str>,
    /// Its day, ISO 8601.
    pub date: Option<&'a str>,
    /// Where it was published.
    pub url: Option<&'a str>,
}

/// The whole comparison, indented, ended by a line feed.
pub fn json(comparison: &Comparison, out: &mut dyn Write) -> io::Result<()> {
    pretty(comparison, out)
}

/// Any document, indented, ended by a line feed, with what a terminal would obey written as escapes.
pub fn pretty(document: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    write_buffered(out, |out| {
        document.serialize(&mut indented(&mut *out, 0))?;
        out.write_all(b"\n")
    })
}

/// A document as it stands in an [`array()`].
pub fn element(document: &impl Serialize) -> io::Result<Vec<u8>> {
    let mut json = Vec::new();
    document.serialize(&mut indented(&mut json, 1))?;
    Ok(json)
}

/// An array of elements, as [`pretty`] writes it; each is asked for when the one before it is written.
pub fn array(
    elements: &mut dyn Iterator<Item = io::Result<Vec<u8>>>,
    out: &mut dyn Write,
) -> io::Result<()> {
    write_escaped(out, |out| {
        let (mut before, mut end): (&[u8], &[u8]) = (b"[\n  ", b"[]\n");
        for element in elements {
            out.write_all(before)?;
            out.write_all(&element?)?;
            (before, end) = (b",\n  ", b"\n]\n");
        }
        out.write_all(end)
    })
}

/// A document on one line, with its end.
pub fn line(document: &impl Serialize) -> io::Result<Vec<u8>> {
    let mut json = serde_json::to_vec(document)?;
    json.push(b'\n');
    Ok(json)
}

/// Lines, each asked for when the one before it is written.
pub fn lines(
    lines: &mut dyn Iterator<Item = io::Result<Vec<u8>>>,
    out: &mut dyn Write,
) -> io::Result<()> {
    write_escaped(out, |out| {
        for line in lines {
            out.write_all(&line?)?;
        }
        Ok(())
    })
}

/// Writes escaped JSON by way of a buffer: it comes in very small pieces.
fn write_buffered(
    out: &mut dyn Write,
    fill: impl FnOnce(&mut BufWriter<&mut dyn Write>) -> io::Result<()>,
) -> io::Result<()> {
    write_escaped(out, |out| {
        let mut buffered = BufWriter::new(out);
        fill(&mut buffered)?;
        buffered.into_inner().map(|_| ()).map_err(Into::into)
    })
}

/// One line a finding.
pub fn jsonl(comparison: &Comparison, out: &mut dyn Write) -> io::Result<()> {
    let findings = comparison.findings.iter();
    let mut all = findings.map(|finding| line(&whole(comparison, finding)));
    lines(&mut all, out)
}

fn whole<'a>(comparison: &'a Comparison, finding: &'a Finding) -> FindingLine<'a> {
    let fact = comparison.facts.iter().find(|f| f.id == finding.fact);
    FindingLine {
        schema: FINDING_SCHEMA,
        story: fact.map(|f| f.story.as_str()),
        fingerprint: &finding.fingerprint,
        key: &finding.key,
        rule: &finding.rule,
        verdict: finding.verdict,
        slot: finding.slot,
        confidence: finding.confidence,
        fact: &finding.fact,
        question: &finding.question,
        explanation: &finding.explanation,
        decided_by: finding.decided_by,
        sides: finding.sides.iter().map(|s| side(comparison, s)).collect(),
    }
}

fn side<'a>(comparison: &'a Comparison, side: &'a Side) -> SideLine<'a> {
    let article = comparison::article(&comparison.articles, &side.article);
    let of = |pick: fn(&ArticleRow) -> Option<&str>| article.and_then(pick);
    SideLine {
        side,
        path: article.map(|a| a.path.as_str()),
        source: of(|a| a.source.as_deref()),
        title: of(|a| a.title.as_deref()),
        date: of(|a| a.date.as_deref()),
        url: of(|a| a.url.as_deref()),
    }
}
