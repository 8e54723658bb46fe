//! What did the clock show? Two clocks in one statement, "9:38 a.m. (18:38 GMT)", answer for one moment.

use gainsay_syntax::Span;
use jiff::civil::{DateTime, date};
use jiff::tz::{Offset, TimeZone};

use crate::claims::modality::Stance;
use crate::claims::{Answer, Attribute, Claim, Question, Scene};
use crate::values::Mention;
use crate::values::time::Time;

use super::label;

/// How many bytes may stand between two clocks of one moment: " (", " local time, ".
const APART: usize = 18;

/// Two claims for each pair of clocks that stand together.
pub fn ask(scene: &Scene) -> Vec<Claim> {
    let clocks: Vec<&Mention<Time>> = scene
        .mentions
        .times_in(scene.index)
        .filter(|m| m.value.clock().is_some())
        .collect();
    clocks
        .windows(2)
        .filter(|pair| together(scene, pair[0].span, pair[1].span))
        .flat_map(|pair| claims(scene, pair))
        .collect()
}

/// The second clock stands in brackets right after the first, or after a slash.
fn together(scene: &Scene, one: Span, other: Span) -> bool {
    let between = scene
        .article
        .text
        .get(one.end..other.start)
        .unwrap_or_default();
    between.len() <= APART && (between.contains('(') || between.trim() == "/")
}

fn claims(scene: &Scene, pair: &[&Mention<Time>]) -> Vec<Claim> {
    let at = pair
        .iter()
        .find_map(|m| m.value.interval)
        .map_or(UNDATED, |i| i.start);
    let offset = offset(scene, pair[0].span, at);
    let asked = scene
        .head_of(pair[0].span)
        .and_then(|h| scene.frame_over(h, 4))
        .map(|f| label::event(scene, f));
    let said = |m: &&Mention<Time>| m.span.of(&scene.article.text).to_owned();
    let claim = |m: &&Mention<Time>| Claim {
        sentence: scene.index,
        span: m.span,
        said: m.span,
        question: Question {
            attribute: Attribute::Clock,
            event: None,
            subject: None,
            label: format!("{}: clocks", asked.clone().unwrap_or_else(|| said(m))),
        },
        answer: Answer::Clock(m.value.clone(), offset),
        stance: Stance::FACT,
        holder: None,
        headline: scene.is_headline(),
        background: false,
        context: vec![],
    };
    pair.iter().map(claim).collect()
}

/// A summer day that stands for "no date known".
const UNDATED: DateTime = date(2001, 7, 15).at(12, 0, 0, 0);

/// The offset of the place that the clock speaks of: the nearest place of the article that keeps one zone.
fn offset(scene: &Scene, clock: Span, at: DateTime) -> Option<Offset> {
    let distance = |span: Span| {
        if span.start < clock.start {
            clock.start - span.start
        } else {
            2 * (span.start - clock.start)
        }
    };
    let zoned = scene
        .mentions
        .places
        .iter()
        .filter_map(|m| Some((distance(m.span), m.value.zone.as_deref()?)));
    let (_, name) = zoned.min_by_key(|(distance, _)| *distance)?;
    let zone = TimeZone::get(name).ok()?;
    zone.to_ambiguous_timestamp(at)
        .compatible()
        .ok()
        .map(|instant| zone.to_offset(instant))
}
