//! What is counted or measured: measures and currencies from the tables, rates of them, counted nouns.

use super::table;
use crate::lexicon::lower;
use crate::lexicon::word::Word;
use std::fmt;

/// What a number counts or measures.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub enum Unit {
    /// Nothing that was said: "rose to 3.65".
    Bare,
    /// A unit of measurement or money.
    Measure(#[serde(with = "table")] &'static Measure),
    /// Counted things: "seven AK-47s".
    Counted(Noun),
    /// A share of counted things: "one in five Germans".
    ShareOf(Noun),
    /// So much of one for each of the other: "dollar per barrel".
    Per(Box<Unit>, Box<Unit>),
}

/// A unit of measurement: a row of units.tsv or currencies.tsv.
#[derive(Debug, PartialEq)]
pub struct Measure {
    /// Its canonical name: "kilometre per hour", "australian dollar".
    pub name: &'static str,
    /// What it measures.
    pub dimension: Dimension,
    /// For money the ISO 4217 code: two currencies never convert. Empty for all else.
    pub currency: &'static str,
    /// How many of the dimension's base unit it is.
    pub factor: f64,
    /// What to add after that: 273.15 for Celsius.
    pub offset: f64,
}

/// What a quantity is a quantity of.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
pub enum Dimension {
    /// A number without unit or noun.
    Number,
    /// How many things.
    Count,
    /// An amount of money.
    Money,
    /// A share, in hundredths or as a ratio.
    Percent,
    /// A difference of shares.
    PercentagePoint,
    /// A share said as a fraction: "one in five".
    Ratio,
    /// How old.
    Age,
    /// How long.
    Duration,
    /// The strength of an earthquake.
    Magnitude,
    /// A result between two sides: "31-24".
    Score,
    /// A place in an order: "third-largest".
    Rank,
    /// So much for each of something.
    Rate,
    /// Any other that units.tsv names: length, mass, speed, temperature …
    Physical(#[serde(with = "crate::lexicon::word")] Word),
}

impl Dimension {
    /// Its name in the published JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Count => "count",
            Self::Money => "money",
            Self::Percent => "percent",
            Self::PercentagePoint => "percentage point",
            Self::Ratio => "ratio",
            Self::Age => "age",
            Self::Duration => "duration",
            Self::Magnitude => "magnitude",
            Self::Score => "score",
            Self::Rank => "rank",
            Self::Rate => "rate",
            Self::Physical(name) => name,
        }
    }

    /// The dimension that units.tsv names so.
    pub(super) fn from_name(name: &'static str) -> Self {
        match name {
            "percent" => Self::Percent,
            "percentage point" => Self::PercentagePoint,
            "ratio" => Self::Ratio,
            "age" => Self::Age,
            "duration" => Self::Duration,
            "magnitude" => Self::Magnitude,
            "score" => Self::Score,
            "rank" => Self::Rank,
            name => Self::Physical(name),
        }
    }
}

/// A counted noun: its lemma and what narrows it down.
#[derive(Clone, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub struct Noun {
    /// The head's lemma, in lower case: "rifle".
    pub lemma: String,
    /// Lemmas of the adjectives and nouns before it, in lower case: "other", "assault".
    pub modifiers: Vec<String>,
}

impl Noun {
    /// A noun without modifiers.
    pub fn plain(lemma: &str) -> Self {
        Self {
            lemma: lower(lemma).into_owned(),
            modifiers: Vec::new(),
        }
    }
}

impl fmt::Display for Noun {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for modifier in &self.modifiers {
            write!(f, "{modifier} ")?;
        }
        f.write_str(&self.lemma)
    }
}

impl Unit {
    /// The measure of that canonical name.
    pub fn named(name: &str) -> Option<Self> {
        table::by_name(name).map(Self::Measure)
    }

    /// What kind of amount a number of it is.
    pub fn dimension(&self) -> Dimension {
        match self {
            Self::Bare => Dimension::Number,
            Self::Measure(measure) => measure.dimension,
            Self::Counted(_) => Dimension::Count,
            Self::ShareOf(_) => Dimension::Ratio,
            Self::Per(..) => Dimension::Rate,
        }
    }

    /// The currency that it is money in, for whatever each; empty for all else.
    pub fn currency(&self) -> &'static str {
        match self {
            Self::Measure(measure) => measure.currency,
            Self::Per(of, _) => of.currency(),
            Self::Bare | Self::Counted(_) | Self::ShareOf(_) => "",
        }
    }

    /// Its name in the published JSON, `None` where nothing is counted or measured.
    pub fn name(&self) -> Option<String> {
        match self {
            Self::Bare => None,
            Self::Measure(measure) => match measure.dimension {
                Dimension::Ratio | Dimension::Score => None,
                _ => Some(measure.name.to_owned()),
            },
            Self::Counted(noun) | Self::ShareOf(noun) => Some(noun.to_string()),
            Self::Per(of, per) => Some(format!("{} per {}", of.name()?, per.name()?)),
        }
    }

    /// So much of `self` for each `per`: a measure of its own where the tables have one ("kilometre per hour").
    #[must_use]
    pub fn per(self, per: Self) -> Self {
        let rate = Self::Per(Box::new(self), Box::new(per));
        rate.name()
            .and_then(|name| Self::named(&name))
            .unwrap_or(rate)
    }
}
