//! A time as the words tell it, apart from the calendar that the day of writing gives them.
//!
//! "Yesterday" in two articles is one day or two, and "around 9.35" has whatever day the reader gives it. What two
//! articles can disagree about is what their words say: a full date, a weekday, a part of the day, a clock.

use super::hour::Side;
use crate::lexicon::calendar;
use crate::values::time::{
    Bound, Calendar, Day, DayPart, Hour, Kind, Period, Reading, Time, Years,
};

/// A time and what of it the words state.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Told {
    /// The time, read from the article's day.
    pub time: Time,
    /// Weekday and hour as far as the words state them, of no certain week.
    pub stated: Time,
    /// Whether the words themselves name a date: a month or a year.
    pub absolute: bool,
    /// On which side of the clock that the words name it lies.
    pub side: Side,
}

impl Told {
    /// A time and the words that tell it; `around` are the words that tell its day, where they stand apart.
    pub fn new(time: Time, words: &str, around: &[&str]) -> Self {
        let absolute = names_a_date(words) || is_to_the_day(words);
        let weekday =
            names_a_weekday(words) || around.iter().any(|w| names_a_weekday(w) || names_a_date(w));
        let stated = stated(&time, absolute || weekday);
        Self {
            time,
            stated,
            absolute,
            side: Side::of(words),
        }
    }

    /// Whether the words state anything that does not hang on the day of writing.
    pub fn states_something(&self) -> bool {
        self.absolute
            || !matches!(&self.stated.reading, Reading::Calendar(c) if *c == Calendar::default())
    }
}

impl Told {
    /// The day that the words state, without its hour; open where they state none.
    pub fn day(&self) -> Time {
        let stated = if self.absolute {
            &self.time
        } else {
            &self.stated
        };
        match &stated.reading {
            Reading::Calendar(calendar) => {
                let day = Calendar {
                    hour: Hour::Open,
                    ..*calendar
                };
                Time::new(Kind::Date, Reading::Calendar(day), None)
            }
            Reading::Length(_) | Reading::Vague(_) => stated.clone(),
        }
    }

    /// Whether the two name different parts of the day, whose edges may touch: afternoon and evening.
    pub fn is_another_part_of_day(&self, other: &Self) -> bool {
        let part = |told: &Self| match &told.stated.reading {
            Reading::Calendar(Calendar {
                hour: Hour::Part(part),
                ..
            }) => Some(*part),
            _ => None,
        };
        let parts = [DayPart::Morning, DayPart::Afternoon, DayPart::Evening];
        matches!((part(self), part(other)), (Some(a), Some(b)) if a != b && parts.contains(&a) && parts.contains(&b))
    }

    /// Whether it is a whole day, not an hour or a part of one.
    pub fn is_day(&self) -> bool {
        let open = match &self.time.reading {
            Reading::Calendar(calendar) => calendar.hour == Hour::Open,
            Reading::Length(_) | Reading::Vague(_) => false,
        };
        open && self.time.timex.modifier.is_none() && self.time.bound == Bound::At
    }

    /// Whether its words name the day: a date, a weekday.
    pub fn names_a_day(&self) -> bool {
        let weekday = match &self.stated.reading {
            Reading::Calendar(calendar) => calendar.day != Day::Open,
            Reading::Length(_) | Reading::Vague(_) => false,
        };
        self.absolute || weekday
    }

    /// Whether both state the same day, or one weekday: accounts that part only below the day tell of one event.
    pub fn same_day(&self, other: &Self) -> bool {
        let day = |told: &Self| match &told.stated.reading {
            Reading::Calendar(c) if c.day != Day::Open => Some(c.day),
            _ => None,
        };
        matches!((day(self), day(other)), (Some(a), Some(b)) if a == b)
    }
}

fn stated(time: &Time, with_weekday: bool) -> Time {
    let Reading::Calendar(calendar) = &time.reading else {
        return time.clone();
    };
    let weekday = match calendar.day {
        Day::Weekday(_) | Day::Weekend => calendar.day,
        Day::OfMonth(_) => time.interval.map_or(Day::Open, |i| {
            Day::Weekday(i.start.date().weekday().to_monday_one_offset())
        }),
        Day::Open => Day::Open,
    };
    let day = if with_weekday { weekday } else { Day::Open };
    let open = Calendar {
        years: Years::Open,
        period: Period::Open,
        day,
        hour: calendar.hour,
    };
    let kind = if calendar.hour == Hour::Open {
        Kind::Date
    } else {
        Kind::Time
    };
    let mut stated = Time::new(kind, Reading::Calendar(open), time.timex.modifier);
    stated.zone.clone_from(&time.zone);
    stated.bound = time.bound;
    stated
}

fn names_a_date(words: &str) -> bool {
    let mut parts = words.split(|c: char| !c.is_ascii_alphanumeric());
    parts.any(|word| {
        let month =
            word.starts_with(|c: char| c.is_ascii_uppercase()) && calendar::month(word).is_some();
        let year = word.len() == 4
            && (word.starts_with("19") || word.starts_with("20"))
            && word.bytes().all(|b| b.is_ascii_digit());
        month || year
    })
}

/// Whether the words count back to one day from the day of writing: "exactly two years ago".
fn is_to_the_day(words: &str) -> bool {
    let has = |word: &str| {
        words
            .split_whitespace()
            .any(|w| w.eq_ignore_ascii_case(word))
    };
    has("ago") && (has("exactly") || has("precisely") || has("today") || has("day"))
}

fn names_a_weekday(words: &str) -> bool {
    let mut parts = words.split(|c: char| !c.is_ascii_alphabetic());
    parts.any(calendar::is_weekday)
}

#[cfg(test)]
mod tests {
    use super::{is_to_the_day, names_a_date, names_a_weekday};

    #[test]
    fn words_that_name_a_date() {
        assert!(names_a_date("Nov. 19") && names_a_date("in 2008"));
        assert!(!names_a_date("on Monday") && !names_a_date("around 9.35 a.m."));
        assert!(is_to_the_day("exactly two years ago") && !is_to_the_day("two years ago"));
        assert!(names_a_weekday("late Tuesday night") && !names_a_weekday("yesterday"));
    }
}
