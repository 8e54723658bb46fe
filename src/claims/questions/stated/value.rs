//! The values that a sentence or a cell states.

use gainsay_syntax::Span;

use crate::article::Article;
use crate::claims::Answer;
use crate::claims::lasting::Lasting;
use crate::claims::told::Told;
use crate::values::Mentions;
use crate::values::quantity::{Dimension, Quantity, Unit};

/// A value, where it stands, and what kind it is.
pub(super) struct Value {
    /// The words of the value.
    pub(super) span: Span,
    /// What kind: values of different kinds never answer one question.
    pub(super) kind: String,
    /// The value.
    pub(super) answer: Answer,
    /// Whether the words of the value tell what is counted: "three projects".
    pub(super) counts: bool,
}

/// The values of a sentence in text order.
pub(super) fn find(article: &Article, mentions: &Mentions, sentence: usize) -> Vec<Value> {
    let mut values: Vec<Value> = Vec::new();
    for mention in mentions.times_in(sentence) {
        let time = &mention.value;
        let words = mention.span.of(&article.text);
        let told = Told::new(time.clone(), words, &[]);
        let (kind, answer) = if time.duration().is_some() {
            ("length", Answer::Length(Lasting::new(time.clone(), words)))
        } else if time.is_point() && told.absolute {
            ("date", Answer::Time(told))
        } else {
            continue;
        };
        values.push(Value {
            span: mention.span,
            kind: kind.to_owned(),
            answer,
            counts: false,
        });
    }
    for mention in mentions.quantities_in(sentence) {
        let taken = values.iter().any(|v| v.span.overlaps(mention.span));
        if let Some(kind) = kind(&mention.value).filter(|_| !taken) {
            values.push(Value {
                span: mention.span,
                counts: matches!(kind.as_str(), "count" | "rate"),
                answer: Answer::Quantity(comparable(&mention.value)),
                kind,
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
        kind: "count".to_owned(),
        answer: Answer::Quantity(Quantity::exactly(number, Unit::Bare)),
        counts: false,
    })
}

/// The kind of an amount; ages and ranks are said of people, not of settings.
fn kind(quantity: &Quantity) -> Option<String> {
    match quantity.dimension() {
        Dimension::Age | Dimension::Rank | Dimension::Duration => None,
        Dimension::Count | Dimension::Number => Some("count".to_owned()),
        other => Some(other.name().to_owned()),
    }
}

/// A bare "3" in a cell and "three projects" in a sentence are one kind of number; the noun is part of the topic.
fn comparable(quantity: &Quantity) -> Quantity {
    let unit = match &quantity.unit {
        Unit::Counted(_) => Unit::Bare,
        other => other.clone(),
    };
    Quantity {
        unit,
        ..quantity.clone()
    }
}
