//! How long something lasted, as far as the words reach: "almost three hours" ends before three and begins not long before.
//!
//! TIMEX3 writes "almost three hours" and "less than three hours" alike; an editor does not, so the word decides here.

use crate::values::Relation;
use crate::values::time::{Modifier, Reading, Time};

/// A duration and how exactly its words tell it.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Lasting {
    /// The duration.
    pub time: Time,
    /// The least and the most seconds that an editor reads into the words; `None` where nothing can be compared.
    reach: Option<(f64, f64)>,
    /// The seconds that the words name, where they name a number.
    named: Option<f64>,
}

/// What "about" hides on either side, and how far "almost" reaches.
const ABOUT: f64 = 0.2;
const ALMOST: f64 = 0.15;
/// From this share on, two exact lengths that only their rounding brings together are worth a question: a week, eight days.
const ROUNDED_APART: f64 = 0.1;

impl Lasting {
    /// The duration that `words` tell.
    pub fn new(time: Time, words: &str) -> Self {
        let named = match &time.reading {
            Reading::Length(length) => length.seconds(),
            Reading::Calendar(_) | Reading::Vague(_) => None,
        };
        let about = time.timex.modifier == Some(Modifier::Approx);
        let reach = match named {
            Some(s) if falls_short(words) => Some((s * (1.0 - ALMOST), s)),
            Some(s) if about => Some((s * (1.0 - ABOUT), s * (1.0 + ABOUT))),
            _ => time.duration(),
        };
        Self { time, reach, named }
    }

    /// How the two stand to each other.
    pub fn relate(&self, other: &Self) -> Relation {
        let (Some(one), Some(two)) = (self.reach, other.reach) else {
            return Relation::Incomparable;
        };
        match () {
            () if self.time == other.time => Relation::Equal,
            () if one.1 <= two.0 || two.1 <= one.0 => Relation::Disjoint,
            () if two.0 <= one.0 && one.1 <= two.1 => Relation::Narrower,
            () if one.0 <= two.0 && two.1 <= one.1 => Relation::Wider,
            () => Relation::Overlapping,
        }
    }

    /// Whether the words leave the length open: "about", "almost", "at least", "several".
    pub fn is_loose(&self) -> bool {
        self.time.timex.modifier.is_some() || self.named.is_none()
    }

    /// Whether both name exact lengths that differ by more than how one speaks of them: "a week" and "eight days".
    pub fn names_another(&self, other: &Self) -> bool {
        let exact = !self.is_loose() && !other.is_loose();
        let apart = |(one, two): (f64, f64)| (one - two).abs() >= ROUNDED_APART * one.max(two);
        exact && self.named.zip(other.named).is_some_and(apart)
    }
}

/// Whether the words stop short of their number without leaving it far behind.
fn falls_short(words: &str) -> bool {
    let lower = words.to_ascii_lowercase();
    [
        "almost ",
        "nearly ",
        "close to ",
        "just under ",
        "not quite ",
    ]
    .iter()
    .any(|cue| lower.starts_with(cue))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lasting(value: &str, words: &str) -> Lasting {
        Lasting::new(value.parse().expect("a canonical time"), words)
    }

    #[test]
    fn almost_three_hours_are_not_two() {
        let three = lasting("PT3H LESS_THAN", "almost three hours");
        let two = lasting("PT2H", "two hours");
        let open = lasting("PT3H LESS_THAN", "less than three hours");
        assert_eq!(three.relate(&two), Relation::Disjoint);
        assert_ne!(open.relate(&two), Relation::Disjoint);
        assert!(three.is_loose() && !two.is_loose());
    }

    #[test]
    fn a_week_is_not_eight_days() {
        let (week, days) = (lasting("P1W", "a week"), lasting("P8D", "eight days"));
        assert!(week.names_another(&days) && days.names_another(&week));
        assert!(!week.names_another(&lasting("P7D", "seven days")));
        assert!(!week.names_another(&lasting("P8D APPROX", "about eight days")));
    }
}
