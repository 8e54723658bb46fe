//! From what the words say to when it was: the document's day, the time that the text tells of, and the verb's tense
//! fill the fields that the words leave open.

use super::super::interval::{Interval, interval_of};
use super::super::length::{Length, Unit};
use super::super::reading::{Calendar, Day, Hour, Period, Reading, Vague, Years};
use super::super::{Bound, Kind, Modifier, Time};
use super::atom::{Atom, Base, Course, Meaning, Point, Side, Step};
use super::choose::{self, Direction};
use super::holidays;
use super::line::Line;
use super::lone_hours;
use super::ranges;
use super::steps::{
    date_calendar, days_on, filled_by, moved, quarter_calendar, week_calendar, week_of,
};
use super::tense::{self, Tense};
use crate::values::Mention;
use jiff::civil::Date;

/// What relative times are read from.
pub(super) struct Anchor {
    /// The document's day.
    pub(super) document: Option<Date>,
    /// The time that the text tells of: its last dated point.
    pub(super) narrative: Option<(Calendar, Interval)>,
    /// The last day told that lies in the week before the document's: the text comes back to it from wider times.
    pub(super) reported_day: Option<Date>,
    /// The quarter that the text reports on; nothing once it speaks of nine months or a year.
    quarter: Option<Calendar>,
    /// The last quarter that the text reported on, however long ago.
    reported: Option<Calendar>,
}

impl Anchor {
    /// The anchor at the head of an article published on that day.
    pub(super) fn new(document: Option<Date>) -> Self {
        Self {
            document,
            narrative: None,
            reported_day: None,
            quarter: None,
            reported: None,
        }
    }

    /// Adds the times of the atoms of a line, which is the sentence of that index, in order.
    pub(super) fn tell(
        &mut self,
        line: &Line,
        sentence: usize,
        atoms: &[Atom],
        mentions: &mut Vec<Mention<Time>>,
    ) {
        let first = mentions.len();
        for (n, atom) in atoms.iter().enumerate() {
            let value = match &atom.meaning {
                Meaning::Point(point) if point.is_hour_only() => {
                    let told = &mentions[first..];
                    lone_hours::hour_on(self.day_of_hour(line, atoms, n, told), point, atom)
                }
                _ => self.time(line, atom),
            };
            self.remember(atom, &value);
            mentions.push(Mention {
                span: line.span(atom.start, atom.end),
                sentence,
                value,
            });
        }
        ranges::fill(atoms, &mut mentions[first..]);
    }

    /// The time of one atom.
    pub(super) fn time(&self, line: &Line, atom: &Atom) -> Time {
        let mut time = match &atom.meaning {
            Meaning::Point(point) => self.point(line, point, atom),
            Meaning::Length(length) => Time::new(
                Kind::Duration,
                Reading::Length(length.clone()),
                atom.modifier,
            ),
            Meaning::Reach(length, side) => self.reach(length, *side, atom.modifier),
            Meaning::Set(reading) => Time::new(Kind::Set, reading.clone(), atom.modifier),
            Meaning::Vague(vague) => Time::new(Kind::Date, Reading::Vague(*vague), atom.modifier),
        };
        time.bound = atom.bound;
        if let Meaning::Point(point) = &atom.meaning {
            time.zone.clone_from(&point.zone);
        }
        time
    }

    /// The last dated point is what "the next day" goes on from; comparisons with a year ago do not move it.
    fn remember(&mut self, atom: &Atom, time: &Time) {
        if let Meaning::Point(Point {
            step:
                Some(Step {
                    base: Base::Ago | Base::Earlier,
                    unit: Unit::Year | Unit::Quarter,
                    ..
                }),
            ..
        }) = atom.meaning
        {
            return;
        }
        if let Reading::Length(length) = &time.reading
            && let [(Some(6 | 9 | 12), Unit::Month)] = length.parts[..]
        {
            self.quarter = None;
        }
        if let (Reading::Calendar(calendar), Some(interval), true) =
            (&time.reading, time.interval, time.is_point())
        {
            self.narrative = Some((*calendar, interval));
            self.reported_day = self.day_of_last_week(interval).or(self.reported_day);
            if let Period::Quarter(_) = calendar.period {
                self.quarter = Some(*calendar);
                self.reported = self.quarter;
            }
        }
    }

    fn point(&self, line: &Line, point: &Point, atom: &Atom) -> Time {
        let modifier = atom.modifier;
        let tense = || tense::tense(line, atom);
        let calendar = match (point.holiday, point.step) {
            (Some(holiday), step) => self.on_holiday(holiday, step, point, tense),
            (None, Some(step)) => self.stepped(step, &point.calendar),
            (None, None) => self.filled(point, tense, atom.bound),
        };
        let calendar = calendar.and_then(|calendar| days_on(calendar, point.offset));
        let calendar = match calendar {
            Some(day) if point.whole_week => week_of(&day).or(Some(day)),
            calendar => calendar,
        };
        match (calendar, point.step) {
            (Some(calendar), _) => point_time(calendar, modifier),
            // "Yesterday" of a document with no date is no more than some day past.
            (None, Some(step)) if point.calendar.hour == Hour::Open => {
                let vague = match step.by {
                    ..0 => Vague::Past,
                    0 => Vague::Present,
                    1.. => Vague::Future,
                };
                Time::new(Kind::Date, Reading::Vague(vague), modifier)
            }
            (None, _) => point_time(undated(point), modifier),
        }
    }

    /// A named day: in the year that is told, else in the one that course and tense choose.
    fn on_holiday(
        &self,
        holiday: u8,
        step: Option<Step>,
        point: &Point,
        tense: impl FnOnce() -> Tense,
    ) -> Option<Calendar> {
        let in_year =
            |year| holidays::date(holiday, year).map(|date| date_calendar(date, &point.calendar));
        let told = match step {
            Some(step) => self.stepped(step, &Calendar::default())?.years,
            None => point.calendar.years,
        };
        if let Years::Exactly(year) = told {
            return in_year(year);
        }
        let day = self.document?;
        let any = holidays::date(holiday, day.year())?;
        let direction = Direction::of(point.course, tense);
        in_year(choose::year_of_day(day, any.month(), any.day(), direction)?)
    }

    /// The day of an interval that lies in the week before the document's day.
    fn day_of_last_week(&self, interval: Interval) -> Option<Date> {
        let day = Some(interval.start.date()).filter(|_| interval.grain <= Unit::Day)?;
        let days = day.until(self.document?).ok()?.get_days();
        (0..=7).contains(&days).then_some(day)
    }

    /// Whether the time that the text tells of is a day within a week of the document's.
    fn is_close(&self) -> bool {
        let told = self.narrative.filter(|(_, i)| i.grain <= Unit::Day);
        let days = told.zip(self.document).and_then(|((_, i), day)| {
            let span = i.start.date().until(day).ok()?;
            Some(span.get_days().abs() <= 7)
        });
        days == Some(true)
    }

    /// The day that a step is counted from.
    fn base(&self, base: Base) -> Option<Date> {
        match base {
            Base::Document | Base::Ago | Base::ToTheDay => self.document,
            Base::Narrative | Base::Earlier => self
                .narrative
                .map(|(_, i)| i.start.date())
                .or(self.document),
        }
    }

    /// So many units on, with the finer fields laid over.
    fn stepped(&self, step: Step, fields: &Calendar) -> Option<Calendar> {
        let base = self.base(step.base)?;
        let vaguer = step.unit != Unit::Quarter && step.base == Base::Narrative;
        if vaguer && self.narrative.is_some_and(|(_, i)| i.grain > step.unit) {
            return None;
        }
        let by = i64::from(step.by);
        if step.base == Base::ToTheDay {
            return Some(date_calendar(moved(base, by, step.unit)?, fields));
        }
        let year_of = |date: Date| Years::Exactly(date.year());
        let calendar = match step.unit {
            Unit::Second | Unit::Minute | Unit::Hour => return None,
            Unit::Day => date_calendar(moved(base, by, Unit::Day)?, fields),
            Unit::Week => week_calendar(moved(base, by, Unit::Week)?, fields)?,
            Unit::Month => {
                let date = moved(base, by, Unit::Month)?;
                let period = Period::Month(date.month());
                Calendar {
                    years: year_of(date),
                    period,
                    ..*fields
                }
            }
            Unit::Quarter => return self.quarter_on(step),
            Unit::Year => match self.same_quarter(step) {
                Some(quarter) if fields.is_open() => quarter,
                _ => Calendar {
                    years: year_of(moved(base, by, Unit::Year)?),
                    ..*fields
                },
            },
            Unit::Decade => Calendar {
                years: Years::Decade(base.year() / 10 + step.by as i16),
                ..*fields
            },
            Unit::Century => Calendar {
                years: Years::Century(base.year() / 100 + step.by as i16),
                ..*fields
            },
        };
        Some(calendar)
    }

    /// "A year earlier" in a report on a quarter is that quarter of the year before.
    fn same_quarter(&self, step: Step) -> Option<Calendar> {
        let quarter = self
            .quarter
            .filter(|_| matches!(step.base, Base::Ago | Base::Earlier))?;
        let Years::Exactly(year) = quarter.years else {
            return None;
        };
        let years = Years::Exactly(year.checked_add(step.by as i16)?);
        Some(Calendar { years, ..quarter })
    }

    /// "This quarter" is the running one; "the quarter" the one reported on, else the last that is over.
    fn quarter_on(&self, step: Step) -> Option<Calendar> {
        let by = i64::from(step.by) * 3;
        let start = match (step.base, self.reported) {
            (Base::Document | Base::Ago | Base::ToTheDay, _) => self.document?,
            (Base::Narrative | Base::Earlier, Some(quarter)) => interval_of(&quarter)?.start.date(),
            (Base::Narrative | Base::Earlier, None) => moved(self.document?, -3, Unit::Month)?,
        };
        moved(start, by, Unit::Month).map(quarter_calendar)
    }

    /// The open year, month or week of a point filled in by course and tense.
    fn filled(
        &self,
        point: &Point,
        tense: impl FnOnce() -> Tense,
        bound: Bound,
    ) -> Option<Calendar> {
        let calendar = point.calendar;
        if calendar.years != Years::Open || calendar.is_open() || point.course == Course::Any {
            return Some(calendar);
        }
        // "From Sept. 14 to Thursday" ends on the Thursday that the verb tells, "from Monday to Wednesday" on the next.
        let range = bound == Bound::To
            && point.course == Course::Tense
            && self.is_close() == matches!(calendar.day, Day::Weekday(_));
        let narrative = matches!(point.course, Course::Previous | Course::Following) || range;
        let day = if narrative {
            self.base(Base::Narrative)?
        } else {
            self.document?
        };
        // The end of a range comes after its beginning.
        let direction = match bound {
            Bound::To if range => Direction::On,
            _ => Direction::of(point.course, tense),
        };
        match (calendar.period, calendar.day) {
            (Period::Open, Day::Weekday(d)) => {
                let date = choose::weekday(day, d, direction)?;
                Some(date_calendar(date, &calendar))
            }
            (Period::Open, Day::Weekend) => {
                week_calendar(choose::weekday(day, 6, direction)?, &calendar)
            }
            (Period::Month(m), Day::OfMonth(d)) => {
                let by_weekday = point
                    .weekday
                    .and_then(|w| choose::year_of_weekday(day, m, d, w));
                let year = by_weekday.or_else(|| choose::year_of_day(day, m, d, direction))?;
                let years = Years::Exactly(year);
                Some(Calendar { years, ..calendar })
            }
            (Period::Month(m), _) => {
                let years = Years::Exactly(choose::year_of_month(day, m, direction));
                Some(Calendar { years, ..calendar })
            }
            (Period::Quarter(q), _) => {
                let years = Years::Exactly(choose::year_of_quarter(day, q, direction));
                Some(Calendar { years, ..calendar })
            }
            (Period::Season(s), _) => {
                let years = Years::Exactly(choose::year_of_season(day, s, direction));
                Some(Calendar { years, ..calendar })
            }
            (Period::Half(_), _) => Some(Calendar {
                years: Years::Exactly(day.year()),
                ..calendar
            }),
            _ => Some(calendar),
        }
    }

    /// "The past two weeks": a length, and the stretch before or after the document's day that it fills.
    fn reach(&self, length: &Length, side: Side, modifier: Option<Modifier>) -> Time {
        let mut time = Time::new(Kind::Duration, Reading::Length(length.clone()), modifier);
        time.interval = self.document.and_then(|day| filled_by(length, side, day));
        time
    }
}

pub(super) fn point_time(calendar: Calendar, modifier: Option<Modifier>) -> Time {
    let reading = Reading::Calendar(calendar);
    Time::new(Time::kind_of(&reading), reading, modifier)
}

/// The fields of a point that no date completes: a named day has its month and day all the same.
fn undated(point: &Point) -> Calendar {
    match point.holiday.and_then(holidays::fixed) {
        Some((month, day)) => Calendar {
            period: Period::Month(month),
            day: Day::OfMonth(day),
            ..point.calendar
        },
        None => point.calendar,
    }
}
