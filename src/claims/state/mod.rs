//! States: where on a scale something stands, in words ("at large", "almost totally destroyed", "first-degree murder").
//!
//! A scale is a process with stages, an order of degrees, or a set of kinds that exclude each other. Each state on it
//! is a stretch of whole numbers, so that "damaged" holds "badly damaged" and "charged" excludes "expected to be
//! charged". The words are data: `scales.tsv`, `states.tsv`, `bearers.tsv`.

mod bearer;
mod lexicon;
mod pattern;

use std::fmt;
use std::sync::LazyLock;

pub use bearer::Bearers;
pub use pattern::{Match, find};

use crate::lexicon::rows;
use crate::values::Relation;

/// Index of a scale in the lexicon.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
pub struct Scale(u16);

/// A state on a scale: index of its row in the lexicon.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
pub struct State(u16);

/// A scale as the lexicon describes it.
#[derive(Debug)]
struct ScaleRow {
    name: &'static str,
    rule: &'static str,
    about: Bearers,
    marks: Vec<Mark>,
    near: Vec<&'static str>,
}

/// What is particular of a scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// A story has only one thing that can be in such a state, whatever it is called: its fire, its roads.
    One,
    /// The words tell enough even where they do not tell of whom.
    Bare,
    /// Only one name, or one noun, makes two bearers one: several people can be hurt, one of them dies.
    Named,
    /// Two states in one article disagree, too; stages follow each other there as the story goes on.
    Within,
    /// A choice of words is a choice between the states only where an article does not use both.
    Chosen,
}

impl Mark {
    fn named(word: &str) -> Option<Self> {
        match word {
            "one" => Some(Self::One),
            "bare" => Some(Self::Bare),
            "named" => Some(Self::Named),
            "within" => Some(Self::Within),
            "chosen" => Some(Self::Chosen),
            _ => None,
        }
    }
}

/// A state as the lexicon describes it.
#[derive(Debug)]
struct StateRow {
    scale: Scale,
    from: i16,
    to: i16,
    name: &'static str,
    hold: Hold,
}

/// How the sentence must stand to the event that the words name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hold {
    /// Told as a plain fact: "was charged".
    Done,
    /// Planned, awaited or not yet so: "is expected to be charged", "has not been charged".
    Due,
    /// Held possible: "may miss".
    Maybe,
    /// The words say it all themselves: "on the run".
    Any,
}

static SCALES: LazyLock<Vec<ScaleRow>> = LazyLock::new(|| {
    let row = |[name, rule, about, marks, near]: [&'static str; 5]| ScaleRow {
        name,
        rule,
        about: Bearers::named(about),
        marks: marks.split_whitespace().filter_map(Mark::named).collect(),
        near: near.split_whitespace().collect(),
    };
    rows(include_str!("scales.tsv")).map(row).collect()
});

static STATES: LazyLock<Vec<StateRow>> = LazyLock::new(|| {
    let row = |[scale, from, to, name, hold]: [&'static str; 5]| {
        Some(StateRow {
            scale: Scale::named(scale)?,
            from: from.parse().ok()?,
            to: to.parse().ok()?,
            name,
            hold: match hold {
                "done" => Hold::Done,
                "due" => Hold::Due,
                "maybe" => Hold::Maybe,
                _ => Hold::Any,
            },
        })
    };
    rows(include_str!(concat!(env!("OUT_DIR"), "/states.tsv")))
        .filter_map(row)
        .collect()
});

impl Scale {
    fn row(self) -> &'static ScaleRow {
        &SCALES[usize::from(self.0)]
    }

    /// The scale of that name.
    pub fn named(name: &str) -> Option<Self> {
        let at = SCALES.iter().position(|row| row.name == name)?;
        u16::try_from(at).ok().map(Self)
    }

    /// Its name, which is its question: "charged or not".
    pub fn name(self) -> &'static str {
        self.row().name
    }

    /// The code of the rule that two of its states fall under when they exclude each other.
    pub fn rule(self) -> &'static str {
        self.row().rule
    }

    /// What can be in such a state.
    pub fn about(self) -> &'static Bearers {
        &self.row().about
    }

    /// Whether it is particular in that way.
    pub fn has(self, mark: Mark) -> bool {
        self.row().marks.contains(&mark)
    }

    /// Words of which one must stand in the sentence; none if the states speak for themselves.
    pub fn near(self) -> &'static [&'static str] {
        &self.row().near
    }
}

impl State {
    fn row(self) -> &'static StateRow {
        &STATES[usize::from(self.0)]
    }

    /// The scale it is on.
    pub fn scale(self) -> Scale {
        self.row().scale
    }

    /// Its name: "charged".
    pub fn name(self) -> &'static str {
        self.row().name
    }

    /// How the sentence must stand to it.
    pub fn hold(self) -> Hold {
        self.row().hold
    }

    /// Whether its words look like a state of the scale and are none ("caught fire" is no capture).
    pub fn is_none(self) -> bool {
        self.row().name == "-"
    }

    /// Where it begins on its scale: the earlier stage, the lower degree.
    pub fn least(self) -> i16 {
        self.row().from
    }

    /// How it stands to another state of the same scale.
    pub fn relate(self, other: Self) -> Relation {
        let (a, b) = (self.row(), other.row());
        if a.scale != b.scale {
            return Relation::Incomparable;
        }
        if (a.from, a.to) == (b.from, b.to) {
            Relation::Equal
        } else if a.to < b.from || b.to < a.from {
            Relation::Disjoint
        } else if b.from <= a.from && a.to <= b.to {
            Relation::Narrower
        } else if a.from <= b.from && b.to <= a.to {
            Relation::Wider
        } else {
            Relation::Overlapping
        }
    }
}

impl fmt::Display for State {
    /// Its name.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::lines;
    use crate::verdict::rules;

    #[test]
    fn every_row_is_read() {
        assert_eq!(lines(include_str!("scales.tsv")).count(), SCALES.len());
        for line in lines(include_str!("states.tsv")) {
            let cells: Vec<&str> = line.split('\t').collect();
            assert_eq!(cells.len(), 6, "{line}");
            assert!(Scale::named(cells[0]).is_some(), "{line}");
            assert!(
                ["done", "due", "maybe", "any"].contains(&cells[4]),
                "{line}"
            );
        }
        assert_eq!(lines(include_str!("states.tsv")).count(), STATES.len());
    }

    #[test]
    fn every_scale_has_a_rule_bearers_and_states_that_exclude_each_other() {
        for (at, row) in SCALES.iter().enumerate() {
            let scale = Scale(at as u16);
            assert!(rules::by_code(row.rule).is_some(), "{}: rule", row.name);
            assert!(!row.about.is_empty(), "{}: bearers", row.name);
            let states: Vec<State> = (0..STATES.len() as u16)
                .map(State)
                .filter(|s| s.scale() == scale && !s.is_none())
                .collect();
            let parted = states
                .iter()
                .any(|a| states.iter().any(|b| a.relate(*b) == Relation::Disjoint));
            assert!(parted, "{}: no two states exclude each other", row.name);
        }
    }
}
