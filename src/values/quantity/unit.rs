//! What is counted or measured: measures and currencies from the tables, rates of them, counted nouns.

use std::collections::HashMap;
use std::fmt;
use std::sync::LazyLock;

/// What a number counts or measures.
#[derive(Clone, Debug, PartialEq)]
pub enum Unit {
    /// Nothing that was said: "rose to 3.65".
    Bare,
    /// A unit of measurement or money.
    Measure(&'static Measure),
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
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
    Physical(&'static str),
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
    fn from_name(name: &'static str) -> Self {
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
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
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
            lemma: lemma.to_lowercase(),
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
        TABLE
            .by_name
            .get(name)
            .map(|&i| Self::Measure(&TABLE.measures[i]))
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

/// The rows of both tables.
struct Table {
    measures: Vec<Measure>,
    by_name: HashMap<&'static str, usize>,
    /// Surfaces as they stand, and words of four letters and more also in lower case.
    by_surface: HashMap<String, usize>,
    /// Currency signs and codes that stand before their number, the longest first.
    before: Vec<(&'static str, usize)>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table {
        measures: Vec::new(),
        by_name: HashMap::new(),
        by_surface: HashMap::new(),
        before: Vec::new(),
    };
    for cells in rows(include_str!("units.tsv")) {
        let dimension = Dimension::from_name(cells[2]);
        let measure = Measure {
            name: cells[1],
            dimension,
            currency: "",
            factor: float(cells[3]),
            offset: float(cells[4]),
        };
        let index = table.index(measure);
        table.add_surface(cells[0], index);
    }
    for cells in rows(include_str!("currencies.tsv")) {
        let dimension = Dimension::Money;
        let measure = Measure {
            name: cells[1],
            dimension,
            currency: cells[2],
            factor: float(cells[3]),
            offset: 0.0,
        };
        let index = table.index(measure);
        if cells[4] != "after" {
            table.before.push((cells[0], index));
        }
        if cells[4] != "before" {
            table.add_surface(cells[0], index);
        }
    }
    table
        .before
        .sort_by_key(|(surface, _)| std::cmp::Reverse(surface.len()));
    table
});

impl Table {
    fn index(&mut self, measure: Measure) -> usize {
        *self.by_name.entry(measure.name).or_insert_with(|| {
            self.measures.push(measure);
            self.measures.len() - 1
        })
    }

    fn add_surface(&mut self, surface: &str, index: usize) {
        self.by_surface.entry(surface.to_owned()).or_insert(index);
        if is_word(surface) {
            self.by_surface.entry(folded(surface)).or_insert(index);
        }
    }
}

/// The cells of a table's rows.
fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.split('\t').collect())
}

fn float(cell: &str) -> f64 {
    cell.parse().expect("the tables hold numbers")
}

/// Scores, ranks and their like are read from their shape; as words they are nouns: "four scores".
fn is_said(measure: &Measure) -> bool {
    match measure.dimension {
        Dimension::Score | Dimension::Rank | Dimension::Ratio | Dimension::Magnitude => false,
        Dimension::Physical(name) => name != "category",
        _ => true,
    }
}

/// Words may stand in any case; symbols ("MW", "mW") may not.
fn is_word(surface: &str) -> bool {
    surface.len() >= 4
        && surface
            .bytes()
            .all(|b| b.is_ascii_alphabetic() || b" -.".contains(&b))
}

fn folded(surface: &str) -> String {
    surface.to_ascii_lowercase().replace('-', " ")
}

/// The measure that a surface after a number names, in singular or plural.
pub(super) fn by_surface(surface: &str) -> Option<&'static Measure> {
    let find = |surface: &str| {
        TABLE
            .by_surface
            .get(surface)
            .map(|&i| &TABLE.measures[i])
            .filter(|m| is_said(m))
    };
    if let Some(measure) = find(surface) {
        return Some(measure);
    }
    if !is_word(surface) {
        return None;
    }
    let folded = folded(surface);
    // "miles per hour" and "square miles" carry their plural on different words.
    let singular = |word: &str| word.strip_suffix('s').map(str::to_owned);
    find(&folded)
        .or_else(|| singular(&folded).and_then(|s| find(&s)))
        .or_else(|| {
            let (first, rest) = folded.split_once(' ')?;
            find(&format!("{} {rest}", singular(first)?))
        })
}

/// The currency whose sign or code ends `text`, and that sign's length.
pub(super) fn currency_before(text: &str) -> Option<(&'static Measure, usize)> {
    let last = text.bytes().next_back()?;
    if last.is_ascii_lowercase() && last != b's' && last != b'h' && last != b'p' && last != b'k' {
        return None;
    }
    TABLE.before.iter().find_map(|&(sign, index)| {
        let rest = text.strip_suffix(sign)?;
        let inside_word =
            sign.starts_with(char::is_alphabetic) && rest.ends_with(char::is_alphanumeric);
        (!inside_word).then(|| (&TABLE.measures[index], sign.len()))
    })
}
