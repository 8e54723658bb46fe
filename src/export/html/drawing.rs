//! A drawing of one finding: a lane for each source's answer over one scale, written as SVG.

use super::axis::{LEFT, RIGHT, WIDTH};
use super::escape::text;
use super::table::attributes;
use super::{Entry, Story};
use crate::comparison::{Account, distinct_answers};
use crate::report::labels::verdict_word;
use std::io::{self, Write};

/// One row of a drawing: whose it is, what was said, where it stands.
pub(super) struct Lane {
    pub(super) source: String,
    pub(super) said: String,
    /// Where it begins and ends in the drawing.
    pub(super) from: f64,
    pub(super) to: f64,
    pub(super) kind: LaneKind,
}

impl Lane {
    /// What an account says, from one place of the drawing to another.
    pub(super) fn of(
        story: &Story,
        account: &Account,
        (from, to, kind): (f64, f64, LaneKind),
    ) -> Self {
        Self {
            source: story.plain_label(&account.article),
            said: account.said.clone(),
            from,
            to,
            kind,
        }
    }
}

/// How exactly a lane's place is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LaneKind {
    /// A stretch.
    Bar,
    /// A point.
    Dot,
    /// A stretch whose one end is open.
    Open,
}

/// A drawing of one finding.
pub(super) struct Drawing {
    pub(super) lanes: Vec<Lane>,
    pub(super) ticks: Vec<(f64, String)>,
    /// What could not be drawn, in words.
    pub(super) beside: Vec<String>,
    /// Whether a line joins the lanes: a number that develops.
    pub(super) path: Path,
}

/// Whether the lanes are joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Path {
    /// They stand for themselves.
    None,
    /// One follows from the other.
    Joined,
}

const LANE: f64 = 26.0;
const TOP: f64 = 6.0;
/// Room for the words of ticks.
const FOOT: f64 = 24.0;
/// About what a letter takes.
const LETTER: f64 = 6.4;

/// One account for each answer of each source.
pub(super) fn lanes_of<'a>(entry: &Entry<'a>) -> Vec<&'a Account> {
    let mut lanes: Vec<&Account> = Vec::new();
    for account in distinct_answers(entry.fact.accounts.iter())
        .into_iter()
        .flatten()
    {
        let known =
            |lane: &&Account| lane.article == account.article && lane.value == account.value;
        if !lanes.iter().any(known) {
            lanes.push(account);
        }
    }
    lanes
}

/// Writes the drawing of a finding, with its words beside it.
pub(super) fn figure(entry: &Entry, drawing: &Drawing, out: &mut dyn Write) -> io::Result<()> {
    let word = verdict_word(entry.verdict());
    let bottom = TOP + LANE * drawing.lanes.len() as f64;
    let said: Vec<String> = drawing
        .lanes
        .iter()
        .map(|l| format!("{}: {}", l.source, l.said))
        .collect();
    writeln!(
        out,
        "<figure class=\"chart v-{word}\" {}>\n<figcaption><span class=\"tag\">{word}</span> <a href=\"#{}\">{}</a>\
         </figcaption>\n<div class=\"scroll\" tabindex=\"0\"><svg viewBox=\"0 0 {WIDTH} {}\" role=\"img\" aria-label=\"{}\">",
        attributes(entry),
        text(&entry.anchor()),
        text(&entry.fact.question),
        bottom + FOOT,
        text(&said.join("; ")),
    )?;
    ticks(drawing, bottom, out)?;
    path(drawing, out)?;
    for (i, lane) in drawing.lanes.iter().enumerate() {
        draw(lane, middle(i), out)?;
    }
    writeln!(out, "</svg></div>")?;
    if !drawing.beside.is_empty() {
        writeln!(
            out,
            "<p class=\"beside\">Not drawn: {}</p>",
            text(&drawing.beside.join("; "))
        )?;
    }
    writeln!(out, "</figure>")
}

fn middle(lane: usize) -> f64 {
    TOP + LANE * (lane as f64 + 0.5)
}

fn ticks(drawing: &Drawing, bottom: f64, out: &mut dyn Write) -> io::Result<()> {
    for (x, word) in &drawing.ticks {
        writeln!(
            out,
            "<line class=\"tick\" x1=\"{x:.1}\" y1=\"{TOP}\" x2=\"{x:.1}\" y2=\"{bottom}\"/>\
             <text class=\"scale\" x=\"{x:.1}\" y=\"{}\">{}</text>",
            bottom + 16.0,
            text(word)
        )?;
    }
    writeln!(
        out,
        "<line class=\"axis\" x1=\"{LEFT}\" y1=\"{bottom}\" x2=\"{RIGHT}\" y2=\"{bottom}\"/>"
    )
}

fn path(drawing: &Drawing, out: &mut dyn Write) -> io::Result<()> {
    match drawing.path {
        Path::None => Ok(()),
        Path::Joined => {
            let lanes = drawing.lanes.iter().enumerate();
            let points: Vec<String> = lanes
                .map(|(i, l)| format!("{:.1},{:.1}", f64::midpoint(l.from, l.to), middle(i)))
                .collect();
            writeln!(
                out,
                "<polyline class=\"path\" points=\"{}\"/>",
                points.join(" ")
            )
        }
    }
}

fn draw(lane: &Lane, y: f64, out: &mut dyn Write) -> io::Result<()> {
    let (from, to) = (lane.from, lane.to.max(lane.from));
    writeln!(
        out,
        "<text class=\"source\" x=\"0\" y=\"{:.1}\">{}</text>",
        y + 4.0,
        text(&clip(&lane.source, 28))
    )?;
    match lane.kind {
        LaneKind::Dot => writeln!(
            out,
            "<circle cx=\"{:.1}\" cy=\"{y:.1}\" r=\"5\"/>",
            f64::midpoint(from, to)
        )?,
        LaneKind::Bar | LaneKind::Open => {
            let class = if lane.kind == LaneKind::Open {
                " class=\"open\""
            } else {
                ""
            };
            let width = (to - from).max(5.0);
            writeln!(
                out,
                "<rect{class} x=\"{from:.1}\" y=\"{:.1}\" width=\"{width:.1}\" height=\"12\" rx=\"3\"/>",
                y - 6.0
            )?;
        }
    }
    let (said, x, side) = words_at(&lane.said, from, to.max(from + 5.0));
    writeln!(
        out,
        "<text class=\"said {side}\" x=\"{x:.1}\" y=\"{:.1}\">{}</text>",
        y + 4.0,
        text(&said)
    )
}

/// The words of a lane, and where they stand: behind its bar, before it, or inside of it, wherever most of them fit.
fn words_at(said: &str, from: f64, to: f64) -> (String, f64, &'static str) {
    const GAP: f64 = 9.0;
    let needed = said.chars().count() as f64 * LETTER + GAP;
    let (behind, before, inside) = (WIDTH - to - GAP, from - LEFT - GAP, to - from - GAP);
    let room = if behind >= needed {
        behind
    } else {
        behind.max(before).max(inside)
    };
    let words = clip(said, ((room / LETTER) as usize).max(6));
    if room <= behind {
        (words, to + GAP, "behind")
    } else if room <= before {
        (words, from - GAP, "before")
    } else {
        (words, from + GAP, "inside")
    }
}

fn clip(words: &str, most: usize) -> String {
    if words.chars().count() <= most {
        return words.to_owned();
    }
    let kept: String = words.chars().take(most - 1).collect();
    kept.trim_end().to_owned() + "…"
}
