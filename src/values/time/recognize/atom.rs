//! What a rule finds: a stretch of pieces and its meaning before any anchor is known.

use super::super::length::{Length, Unit};
use super::super::reading::{Calendar, Day, DayPart, Hour, Period, Reading, Vague, Years};
use super::super::{Bound, Modifier, Zone};

/// Hours before this one are those of the night that began the day before.
pub(super) const MORNING: i8 = 6;

/// A stretch of pieces `start..end` that speaks of time.
#[derive(Clone, Debug)]
pub(super) struct Atom {
    /// Its first piece.
    pub(super) start: usize,
    /// The piece after its last.
    pub(super) end: usize,
    /// What it says.
    pub(super) meaning: Meaning,
    /// How it is softened or cut.
    pub(super) modifier: Option<Modifier>,
    /// Which side of it is meant.
    pub(super) bound: Bound,
}

/// What an atom says.
#[derive(Clone, Debug)]
pub(super) enum Meaning {
    /// A point, to be completed from an anchor.
    Point(Point),
    /// A length.
    Length(Length),
    /// A length that ends or begins at the anchor: "the past two weeks".
    Reach(Length, Side),
    /// Something that comes back.
    Set(Reading),
    /// A vague reference.
    Vague(Vague),
}

/// On which side of the anchor a length lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// "The past two weeks".
    Before,
    /// "The next two weeks".
    After,
}

/// A point, its fields as the words give them.
#[derive(Clone, Debug, Default)]
pub(super) struct Point {
    /// The way from the anchor to the unit in which the fields lie.
    pub(super) step: Option<Step>,
    /// The fields.
    pub(super) calendar: Calendar,
    /// Which of the many Mays or Sundays it is.
    pub(super) course: Course,
    /// The zone of its clock.
    pub(super) zone: Option<Zone>,
    /// The weekday told beside a date: "Saturday, April 25".
    pub(super) weekday: Option<i8>,
    /// Whether the words name a day and mean its week: "the week of March 6".
    pub(super) whole_week: bool,
    /// The row of a named day in the table of holidays.
    pub(super) holiday: Option<u8>,
    /// Days on from the point: "the day before Christmas" is -1.
    pub(super) offset: i8,
}

/// So many units on from a base.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Step {
    /// In which unit.
    pub(super) unit: Unit,
    /// How many; negative is back.
    pub(super) by: i32,
    /// From where.
    pub(super) base: Base,
}

/// Where a step begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Base {
    /// The day of the document.
    Document,
    /// The time that the text tells of.
    Narrative,
    /// The day of the document, but the same quarter as the one reported on: "a year ago".
    Ago,
    /// The time that the text tells of, but the same quarter as the one reported on: "a year earlier".
    Earlier,
    /// The day of the document, and no vaguer: "exactly a year ago".
    ToTheDay,
}

/// Which of the many Mays or Sundays is meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Course {
    /// The one that the verb's tense points to.
    #[default]
    Tense,
    /// The last one before the document's day.
    Last,
    /// The one of the running week, month or year.
    This,
    /// The next one after the document's day.
    Next,
    /// The first one before the narrative's time.
    Previous,
    /// The first one after the narrative's time.
    Following,
    /// No certain one: "on a Sunday".
    Any,
}

impl Atom {
    /// An atom with nothing said about softening or side.
    pub(super) fn new(start: usize, end: usize, meaning: Meaning) -> Self {
        Self {
            start,
            end,
            meaning,
            modifier: None,
            bound: Bound::At,
        }
    }

    /// A point with those fields.
    pub(super) fn calendar(start: usize, end: usize, calendar: Calendar) -> Self {
        let point = Point {
            calendar,
            ..Point::default()
        };
        Self::new(start, end, Meaning::Point(point))
    }

    /// A point so many units from a base.
    pub(super) fn step(start: usize, end: usize, unit: Unit, by: i32, base: Base) -> Self {
        let point = Point {
            step: Some(Step { unit, by, base }),
            ..Point::default()
        };
        Self::new(start, end, Meaning::Point(point))
    }

    /// The same with that modifier.
    pub(super) fn with(mut self, modifier: Option<Modifier>) -> Self {
        self.modifier = modifier.or(self.modifier);
        self
    }

    /// The same, reaching from `start`.
    pub(super) fn from(mut self, start: usize) -> Self {
        self.start = start;
        self
    }
}

impl Point {
    /// Both points in one, if neither says what the other says: "Sunday" and "9 a.m.".
    pub(super) fn join(&self, other: &Self) -> Option<Self> {
        let (a, b) = (&self.calendar, &other.calendar);
        let step = match (self.step, other.step) {
            (Some(s), None) | (None, Some(s)) => Some(s),
            (None, None) => None,
            (Some(_), Some(_)) => return None,
        };
        if self.holiday.is_some()
            && (other.calendar.day != Day::Open || other.calendar.period != Period::Open)
        {
            return None;
        }
        if other.holiday.is_some()
            && self.calendar.years == Years::Open
            && self.calendar.day == Day::Open
        {
            return None;
        }
        if step.is_some_and(|s| !s.leaves_open(a) || !s.leaves_open(b)) {
            return None;
        }
        let course = one_of(self.course, other.course, &Course::Tense)?;
        Some(Self {
            step,
            calendar: Calendar {
                years: one_of(a.years, b.years, &Years::Open)?,
                period: one_of(a.period, b.period, &Period::Open)?,
                day: join_days(a, b)?,
                hour: join_hours(a.hour, b.hour)?,
            },
            course,
            zone: self.zone.clone().or_else(|| other.zone.clone()),
            weekday: self.told_weekday().or(other.told_weekday()),
            whole_week: self.whole_week || other.whole_week,
            holiday: self.holiday.or(other.holiday),
            offset: self.offset + other.offset,
        })
    }
}

impl Point {
    /// Whether the point is one day, whatever else it tells.
    pub(super) fn is_day(&self) -> bool {
        let stepped = self.step.is_some_and(|s| s.unit == Unit::Day);
        stepped
            || self.holiday.is_some()
            || matches!(self.calendar.day, Day::OfMonth(_) | Day::Weekday(_))
    }

    /// Whether the point tells no more than a time of day.
    pub(super) fn is_hour_only(&self) -> bool {
        let Calendar {
            years,
            period,
            day,
            hour,
        } = self.calendar;
        let dated = years != Years::Open || period != Period::Open || day != Day::Open;
        hour != Hour::Open && !dated && self.step.is_none() && self.holiday.is_none()
    }

    /// The weekday that the words tell.
    pub(super) fn told_weekday(&self) -> Option<i8> {
        match self.calendar.day {
            Day::Weekday(d) => Some(d),
            Day::Open | Day::OfMonth(_) | Day::Weekend => self.weekday,
        }
    }
}

impl Step {
    /// Whether the fields are all finer than the step: "January" in "this year".
    fn leaves_open(self, fields: &Calendar) -> bool {
        let years = fields.years == Years::Open;
        let period = fields.period == Period::Open;
        let day = fields.day == Day::Open;
        match self.unit {
            Unit::Year => years && !matches!(fields.day, Day::Weekday(_)),
            Unit::Quarter | Unit::Month => years && period,
            Unit::Week => years && period && !matches!(fields.day, Day::OfMonth(_)),
            Unit::Day => years && period && day,
            Unit::Century | Unit::Decade | Unit::Hour | Unit::Minute | Unit::Second => false,
        }
    }
}

/// The one that is not open; `None` if both say something.
fn one_of<T: PartialEq>(one: T, other: T, open: &T) -> Option<T> {
    if one == *open {
        Some(other)
    } else if other == *open {
        Some(one)
    } else {
        None
    }
}

/// "11pm" and "night" are one time: the clock is the more exact of the two, and "7:30" of an evening is told in its half.
fn join_hours(one: Hour, other: Hour) -> Option<Hour> {
    match (one, other) {
        (Hour::Clock(hour, minute, second), Hour::Part(part))
        | (Hour::Part(part), Hour::Clock(hour, minute, second)) => {
            let from = match part {
                DayPart::Afternoon => 1,
                DayPart::Evening | DayPart::Night => MORNING,
                DayPart::Morning | DayPart::Dawn | DayPart::Midday | DayPart::Daytime => 12,
            };
            let half = if (from..12).contains(&hour) { 12 } else { 0 };
            Some(Hour::Clock(hour + half, minute, second))
        }
        (a, b) => one_of(a, b, &Hour::Open),
    }
}

/// "Sunday" and "Sept. 10" are one day: the date is the more exact of the two.
fn join_days(one: &Calendar, other: &Calendar) -> Option<Day> {
    match (one.day, other.day) {
        (Day::Weekday(_), Day::OfMonth(d)) | (Day::OfMonth(d), Day::Weekday(_)) => {
            Some(Day::OfMonth(d))
        }
        (a, b) => one_of(a, b, &Day::Open),
    }
}
