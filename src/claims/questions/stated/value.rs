//! The values that a sentence or a cell states.

use std::collections::BTreeSet;

use gainsay_syntax::{Sentence, Span};

use super::kind::Kind;
use super::page::Page;
use crate::article::{Article, BlockKind};
use crate::claims::Answer;
use crate::claims::lasting::Lasting;
use crate::claims::told::Told;
use crate::values::Mentions;
use crate::values::quantity::{Dimension, Quantity, Unit};
use crate::values::time::{self, Reading, Time};

/// A value, where it stands, and what kind it is.
pub(super) struct Value {
    /// The words of the value.
    pub(super) span: Span,
    /// What kind: values of different kinds never answer one question.
    pub(super) kind: Kind,
    /// The value.
    pub(super) answer: Answer,
    /// Whether the words of the value tell what is counted: "three projects".
    pub(super) counts: bool,
    /// The words that it answers for, where they are not those of its clause: "GCC" for "needs GCC 12.2".
    pub(super) words: Option<BTreeSet<String>>,
}

/// The values of a sentence in text order.
pub(super) fn find(page: &Page, mentions: &Mentions, sentence: usize) -> Vec<Value> {
    let article = page.article;
    let mut values: Vec<Value> = Vec::new();
    for mention in mentions.times_in(sentence) {
        let time = &mention.value;
        let words = mention.span.of(&article.text);
        let told = Told::new(time.clone(), words, &[]);
        let (kind, answer) = if time.duration().is_some() {
            (
                Kind::Length,
                Answer::Length(Lasting::new(time.clone(), words)),
            )
        } else if let Some(length) = interval(time, words) {
            (Kind::Interval, Answer::Length(Lasting::new(length, words)))
        } else if time.is_point() && told.absolute {
            (Kind::Date, Answer::Time(told))
        } else {
            continue;
        };
        values.push(Value {
            span: mention.span,
            kind,
            answer,
            counts: false,
            words: None,
        });
    }
    for mention in mentions.quantities_in(sentence) {
        let taken = values.iter().any(|v| v.span.overlaps(mention.span))
            || is_name(page, mention.span, &mention.value)
            || is_idle(page, sentence, mention.span, &mention.value);
        if let Some(kind) = kind(&mention.value).filter(|_| !taken) {
            values.push(Value {
                span: mention.span,
                counts: kind == Kind::Count,
                answer: Answer::Quantity(comparable(&mention.value)),
                kind,
                words: None,
            });
        }
    }
    values.sort_by_key(|v| v.span);
    values
}

/// The number that is all of a cell: "8080", "1,000".
pub(super) fn number(article: &Article, span: Span) -> Option<Value> {
    let words = span.of(&article.text).trim();
    let plain: String = words.chars().filter(|c| *c != ',').collect();
    let digits = plain.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    let number: f64 = plain.parse().ok().filter(|_| digits)?;
    Some(Value {
        span,
        kind: Kind::Count,
        answer: Answer::Quantity(comparable(&Quantity::exactly(number, Unit::Bare))),
        counts: false,
        words: None,
    })
}

/// Whether a number belongs to the name before it: "Windows 7", "Skiff 18".
fn is_name(page: &Page, span: Span, quantity: &Quantity) -> bool {
    let text = &page.article.text;
    let before = text[..span.start].trim_end_matches(' ');
    let word = before
        .rsplit(|c: char| c.is_whitespace())
        .next()
        .unwrap_or_default();
    let sentence_start = before[..before.len() - word.len()]
        .trim_end_matches(' ')
        .ends_with(['\n', '.', '!', '?', ':']);
    let named = word.starts_with(|c: char| c.is_ascii_uppercase())
        && word.ends_with(|c: char| c.is_ascii_alphanumeric());
    let number = matches!(quantity.unit, Unit::Bare | Unit::Counted(_))
        && span.of(text).starts_with(|c: char| c.is_ascii_digit());
    let product = page.title.contains(&word.to_lowercase());
    named && number && before.len() < span.start && (product || !sentence_start)
}

/// Whether a number in running text sets nothing: "one way to do it", "0.2 and later", a figure that nothing leads to.
fn is_idle(page: &Page, sentence: usize, span: Span, quantity: &Quantity) -> bool {
    let text = &page.article.text;
    if page.block(sentence).kind == BlockKind::Cell {
        return false;
    }
    let whole = quantity.single().is_none_or(|n| n.fract() == 0.0);
    let before = text[..span.start].trim_end_matches([' ', '`', '"']);
    let word = before
        .rsplit(char::is_whitespace)
        .next()
        .unwrap_or_default();
    let led = before.ends_with([':', '='])
        || matches!(
            word,
            "is" | "are" | "to" | "of" | "at" | "most" | "least" | "than" | "default" | "with"
        );
    match &quantity.unit {
        Unit::Bare => !whole || !led,
        Unit::Counted(_) => !whole || span.of(text).to_lowercase().starts_with("one "),
        _ => false,
    }
}

/// How many of a cell's values stand before the first bracket, or all of them where that is none.
pub(super) fn ahead_of_brackets(article: &Article, cell: Span, values: &[Value]) -> usize {
    let bracket = cell.of(&article.text).find('(').map(|i| cell.start + i);
    let ahead = bracket.map_or(0, |b| values.iter().filter(|v| v.span.end <= b).count());
    if ahead == 0 { values.len() } else { ahead }
}

/// The port numbers of a sentence, which are names elsewhere: "listens on TCP port 8080".
pub(super) fn ports(article: &Article, sentence: &Sentence) -> Vec<Value> {
    let tokens = &sentence.tokens;
    let said = |i: usize| tokens[i].span.of(&article.text);
    let after_port =
        |i: usize| (i.saturating_sub(3)..i).any(|j| said(j).eq_ignore_ascii_case("port"));
    (0..tokens.len())
        .filter(|&i| after_port(i))
        .filter_map(|i| number(article, tokens[i].span))
        .map(|value| Value {
            kind: Kind::Port,
            ..value
        })
        .collect()
}

/// The length between two of what comes back at even intervals: "every 5 minutes".
fn interval(time: &Time, words: &str) -> Option<Time> {
    let Reading::Length(length) = &time.reading else {
        return None;
    };
    let every = ["every", "each", "once"]
        .iter()
        .any(|w| words.to_lowercase().starts_with(w));
    (every && time.timex.kind == time::Kind::Set)
        .then(|| Time::new(time::Kind::Duration, Reading::Length(length.clone()), None))
}

/// The kind of an amount; ages and ranks are said of people, not of settings.
fn kind(quantity: &Quantity) -> Option<Kind> {
    match quantity.dimension() {
        Dimension::Age | Dimension::Rank | Dimension::Duration => None,
        Dimension::Count | Dimension::Number => Some(Kind::Count),
        Dimension::Rate => Some(rate(&quantity.unit)),
        Dimension::Money => Some(Kind::Price),
        other => Some(Kind::Amount(other)),
    }
}

/// What is told per something: "600 requests a minute" is a number of requests, "$12 a month" a price.
fn rate(unit: &Unit) -> Kind {
    match unit {
        Unit::Per(what, _) => rate(what),
        Unit::Counted(_) | Unit::Bare => Kind::Count,
        _ if unit.dimension() == Dimension::Money => Kind::Price,
        _ => Kind::Rate,
    }
}

/// A bare "3" in a cell and "three projects" in a sentence are one kind of number; the noun is part of the topic.
fn comparable(quantity: &Quantity) -> Quantity {
    let unit = bare(&quantity.unit);
    // A page states its settings to the last digit: 6390 is not 6389.
    let grain = if quantity.approximate {
        quantity.grain
    } else {
        quantity.grain.min(1.0)
    };
    Quantity {
        grain,
        unit,
        ..quantity.clone()
    }
}

/// What an amount is per stands in its topic: "$12 per user" and "$12 per user per month" are amounts of money.
fn bare(unit: &Unit) -> Unit {
    match unit {
        Unit::Counted(_) => Unit::Bare,
        Unit::Per(what, _) if rate(unit) != Kind::Rate => bare(what),
        other => other.clone(),
    }
}
