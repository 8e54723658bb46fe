//! One article's claims and mentions as the contract publishes them (`gainsay/article/v1`).

use std::collections::BTreeSet;

use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};
use serde_json::Number;

use crate::Span;
use crate::article::{Article, Places};
use crate::claims::{self, Claim};
use crate::comparison::{Modality, Polarity};
use crate::document::{self, Document};
use crate::values::entity::Entity;
use crate::values::place::Place;
use crate::values::quantity::Quantity;
use crate::values::time::Time;
use crate::values::{self, Mentions};

/// The name and version of the JSON shape.
pub const SCHEMA: &str = "gainsay/article/v1";

/// One article: what it claims and what values it mentions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ArticleRecord {
    /// The name and version of this shape.
    #[cfg_attr(test, schemars(extend("const" = SCHEMA)))]
    pub schema: String,
    /// The input's own id where it has one, else the path.
    pub id: String,
    /// As the user gave it.
    pub path: String,
    /// Who published it.
    pub source: Option<String>,
    /// Its headline.
    pub title: Option<String>,
    /// Its day, ISO 8601.
    pub date: Option<String>,
    /// How many sentences it has.
    pub sentences: usize,
    /// How many of them gave no claim.
    pub unread_sentences: usize,
    /// What it claims, in text order.
    pub claims: Vec<ClaimRecord>,
    /// Values and quotes, in text order.
    pub mentions: Vec<MentionRecord>,
}

/// One answer to one question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ClaimRecord {
    /// `c1`, `c2`, … in the article.
    pub id: String,
    /// The question in the article's own words: "Kim's train left Pyongyang: when".
    pub question: String,
    /// Which attribute is asked for: `when`, `killed` …
    pub attribute: String,
    /// Byte offset in the input file of the smallest stretch that states it.
    pub start: usize,
    /// Byte offset in the input file, exclusive.
    pub end: usize,
    /// 1-based line of `start`.
    pub line: usize,
    /// 1-based column of `start`, in characters.
    pub column: usize,
    /// Exactly those bytes.
    pub quote: String,
    /// The canonical form of the answer.
    pub value: String,
    /// The answer in the article's words.
    pub said: String,
    /// Who is reported to say so, if it is not the article itself.
    pub holder: Option<String>,
    /// How sure it is.
    pub modality: Modality,
    /// Whether it asserts or denies.
    pub polarity: Polarity,
}

/// A stretch of the input that states a value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct MentionRecord {
    /// Byte offset in the input file.
    pub start: usize,
    /// Byte offset in the input file, exclusive.
    pub end: usize,
    /// 1-based line of `start`.
    pub line: usize,
    /// 1-based column of `start`, in characters.
    pub column: usize,
    /// Exactly those bytes.
    pub text: String,
    /// The canonical form of what it says.
    pub value: String,
    /// What it says, by kind.
    #[serde(flatten)]
    pub detail: Detail,
}

/// What a mention says, by kind.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Detail {
    /// A point in time, a length, a repetition.
    Time {
        /// As TIMEX3 annotates it.
        timex3: TimexRecord,
        /// The half-open stretch of local time that it covers, where the date is known.
        range: Option<[String; 2]>,
    },
    /// How many, how much.
    Quantity {
        /// The amount.
        quantity: QuantityRecord,
    },
    /// Where.
    Place {
        /// The place.
        place: PlaceRecord,
    },
    /// Someone or something that acts.
    Entity {
        /// The entity.
        entity: EntityRecord,
    },
    /// Direct speech.
    Quote {
        /// Who speaks.
        quote: QuoteRecord,
    },
}

/// A TIMEX3 annotation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct TimexRecord {
    /// `DATE`, `TIME`, `DURATION` or `SET`.
    #[serde(rename = "type")]
    pub kind: String,
    /// The normalized value: `2023-09-10TEV`.
    pub value: String,
    /// The modifier: `APPROX` …
    #[serde(rename = "mod")]
    pub modifier: Option<String>,
}

/// An amount.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct QuantityRecord {
    /// The lower end; `null` where there is none ("up to five").
    pub low: Option<Number>,
    /// The upper end; `null` where there is none ("at least five").
    pub high: Option<Number>,
    /// The unit's or the counted thing's name.
    pub unit: Option<String>,
    /// What it is an amount of: `count`, `money`, `length` …
    pub dimension: String,
    /// Whether it was said with "about", "nearly", "dozens" …
    pub approximate: bool,
}

/// A place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct PlaceRecord {
    /// Its usual name.
    pub name: String,
    /// What it lies within, from the nearest outward.
    pub within: Vec<String>,
    /// The IANA time zone, if the whole of it keeps one.
    pub zone: Option<String>,
}

/// An entity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct EntityRecord {
    /// The fullest name that the article gives it.
    pub name: String,
    /// `person`, `organization`, `role`, `group`, `government`, `other`.
    pub kind: String,
}

/// Who says a quote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct QuoteRecord {
    /// The words that name the speaker.
    pub speaker: Option<String>,
    /// The reporting verb.
    pub cue: Option<String>,
}

/// The record of one article.
pub fn record(article: &Article) -> ArticleRecord {
    let document = document::analyze(article);
    let mut values = values::recognize(article, &document);
    let claims = claims::extract(article, &document, &values);
    values.times.extend(values::posted(article));
    let places = Places::of(article);
    let telling: BTreeSet<usize> = claims.iter().map(|c| c.sentence).collect();
    ArticleRecord {
        schema: SCHEMA.to_owned(),
        id: article
            .given_id
            .clone()
            .unwrap_or_else(|| article.path.clone()),
        path: article.path.clone(),
        source: article.source.clone(),
        title: article.title.clone(),
        date: article.date.map(|d| d.to_string()),
        sentences: document.sentences.len(),
        unread_sentences: document.sentences.len() - telling.len(),
        claims: claims
            .iter()
            .enumerate()
            .map(|(i, claim)| self::claim(&places, i + 1, claim))
            .collect(),
        mentions: mentions(&places, &document, values),
    }
}

fn claim(places: &Places, number: usize, claim: &Claim) -> ClaimRecord {
    let article = places.article;
    let place = places.place(claim.span);
    ClaimRecord {
        id: format!("c{number}"),
        question: claim.question.label.clone(),
        attribute: claim.question.attribute.name().to_owned(),
        start: place.span.start,
        end: place.span.end,
        line: place.line,
        column: place.column,
        quote: place.span.of(&article.raw).to_owned(),
        value: claim.answer.to_string(),
        said: claim.said.of(&article.text).to_owned(),
        holder: claim.holder.clone(),
        modality: claim.stance.modality,
        polarity: claim.stance.polarity,
    }
}

/// Values of every kind and quotes, in text order; of two that begin together the longer one first.
fn mentions(places: &Places, document: &Document, values: Mentions) -> Vec<MentionRecord> {
    let times = values
        .times
        .into_iter()
        .map(|m| mention(places, m.span, m.value.to_string(), time(&m.value)));
    let quantities = values
        .quantities
        .into_iter()
        .map(|m| mention(places, m.span, m.value.to_string(), quantity(&m.value)));
    let named = values
        .places
        .into_iter()
        .map(|m| mention(places, m.span, m.value.to_string(), place(m.value)));
    let entities = values
        .entities
        .into_iter()
        .map(|m| mention(places, m.span, m.value.to_string(), entity(&m.value)));
    let mut mentions: Vec<MentionRecord> = times
        .chain(quantities)
        .chain(named)
        .chain(entities)
        .chain(quotes(places, document))
        .collect();
    // Mentions are large: their keys are sorted, and each is moved once.
    mentions.sort_by_cached_key(|m| (m.start, std::cmp::Reverse(m.end)));
    mentions
}

/// A value with its place in the file.
fn mention(places: &Places, span: Span, value: String, detail: Detail) -> MentionRecord {
    let place = places.place(span);
    MentionRecord {
        start: place.span.start,
        end: place.span.end,
        line: place.line,
        column: place.column,
        text: place.span.of(&places.article.raw).to_owned(),
        value,
        detail,
    }
}

fn time(time: &Time) -> Detail {
    let minute = |at: DateTime| at.strftime("%Y-%m-%dT%H:%M").to_string();
    Detail::Time {
        timex3: TimexRecord {
            kind: time.timex.kind.name().to_owned(),
            value: time.timex.value.clone(),
            modifier: time.timex.modifier.map(|m| m.name().to_owned()),
        },
        range: time.interval.map(|i| [minute(i.start), minute(i.end)]),
    }
}

fn quantity(quantity: &Quantity) -> Detail {
    Detail::Quantity {
        quantity: QuantityRecord {
            low: quantity.least().and_then(number),
            high: quantity.most().and_then(number),
            unit: quantity.unit.name(),
            dimension: quantity.dimension().name().to_owned(),
            approximate: quantity.approximate,
        },
    }
}

/// Whole numbers without a decimal point, as people write them.
fn number(value: f64) -> Option<Number> {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    if value.fract() == 0.0 && value.abs() <= EXACT {
        Some(Number::from(value as i64))
    } else {
        Number::from_f64(value)
    }
}

fn place(place: Place) -> Detail {
    Detail::Place {
        place: PlaceRecord {
            name: place.name,
            within: place.within,
            zone: place.zone,
        },
    }
}

fn entity(entity: &Entity) -> Detail {
    Detail::Entity {
        entity: EntityRecord {
            name: entity.name.clone(),
            kind: entity.kind.name().to_owned(),
        },
    }
}

fn quotes<'a>(
    places: &'a Places,
    document: &'a Document,
) -> impl Iterator<Item = MentionRecord> + 'a {
    document.quotes.iter().map(|quote| {
        let words = |span: Option<Span>| span.map(|s| places.article.quote(s).to_owned());
        let record = QuoteRecord {
            speaker: words(quote.speaker),
            cue: words(quote.cue),
        };
        let speaker = record.speaker.clone().unwrap_or_default();
        mention(places, quote.span, speaker, Detail::Quote { quote: record })
    })
}
