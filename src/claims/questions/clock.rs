//! What did the clock show? Two clocks in one statement, "9:38 a.m. (18:38 GMT)", answer for one moment.

use gainsay_syntax::Span;
use jiff::civil::{DateTime, date};
use jiff::tz::{Offset, TimeZone};

use crate::article::Article;
use crate::claims::{Answer, Attribute, Claim, Question};
use crate::values::place::Place;
use crate::values::time::Time;
use crate::values::{Mention, Mentions};

/// How many bytes may stand between two clocks of one moment: " (", " local time (".
const APART: usize = 18;

/// Two claims for each pair of clocks that stand together.
pub fn ask(article: &Article, mentions: &Mentions) -> Vec<Claim> {
    let clocks: Vec<&Mention<Time>> = mentions
        .times
        .iter()
        .filter(|m| m.value.clock().is_some())
        .collect();
    let together =
        |pair: &&[&Mention<Time>]| stand_together(&article.text, pair[0].span, pair[1].span);
    clocks
        .windows(2)
        .filter(together)
        .flat_map(|pair| claims(article, mentions, pair))
        .collect()
}

/// Whether a clock only tells the moment of the clock right before it in another zone.
pub(super) fn repeats(article: &Article, mentions: &Mentions, mention: &Mention<Time>) -> bool {
    let before = mentions
        .times
        .iter()
        .rev()
        .find(|m| m.span.end <= mention.span.start);
    let clocks =
        mention.value.clock().is_some() && before.is_some_and(|m| m.value.clock().is_some());
    clocks && before.is_some_and(|m| stand_together(&article.text, m.span, mention.span))
}

/// The second clock stands in brackets right after the first, or after a slash.
fn stand_together(text: &str, one: Span, other: Span) -> bool {
    let between = text.get(one.end..other.start).unwrap_or_default();
    between.len() <= APART && (between.contains('(') || between.trim() == "/")
}

fn claims(article: &Article, mentions: &Mentions, pair: &[&Mention<Time>]) -> Vec<Claim> {
    let at = pair
        .iter()
        .find_map(|m| m.value.interval)
        .map_or(UNDATED, |i| i.start);
    let offset = offset(mentions, pair[0].span, at);
    let both = pair[0].span.cover(pair[1].span).of(&article.text);
    let closed = if both.contains('(') && !both.contains(')') {
        ")"
    } else {
        ""
    };
    let question = Question {
        attribute: Attribute::Clock,
        event: None,
        subject: None,
        label: format!("{both}{closed}: clocks"),
    };
    // Both clocks are one statement, even where a bracket seems to begin a new sentence.
    let sentence = pair[0].sentence;
    let claim = |m: &&Mention<Time>| {
        let answer = Answer::Clock(m.value.clone(), offset);
        Claim::plain(sentence, m.span, question.clone(), answer)
    };
    pair.iter().map(claim).collect()
}

/// A summer day that stands for "no date known".
const UNDATED: DateTime = date(2001, 7, 15).at(12, 0, 0, 0);

/// The offset of the place that the clock speaks of: the nearest place of the article that keeps one zone.
fn offset(mentions: &Mentions, clock: Span, at: DateTime) -> Option<Offset> {
    let distance = |span: Span| {
        if span.start < clock.start {
            clock.start - span.start
        } else {
            2 * (span.start - clock.start)
        }
    };
    let zoned = mentions
        .places
        .iter()
        .filter_map(|m| Some((distance(m.span), zone(&m.value)?)));
    let (_, name) = zoned.min_by_key(|(distance, _)| *distance)?;
    let zone = TimeZone::get(&name).ok()?;
    zone.to_ambiguous_timestamp(at)
        .compatible()
        .ok()
        .map(|instant| zone.to_offset(instant))
}

/// The zone of a place; a site that the gazetteer does not know keeps that of the town it is named after.
fn zone(place: &Place) -> Option<String> {
    let town = || place.name.split(' ').next()?.parse::<Place>().ok()?.zone;
    place.zone.clone().or_else(town)
}
