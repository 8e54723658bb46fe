//! From what the words say to when it was: the document's day, the time that the text tells of, and the verb's tense
//! fill the fields that the words leave open.

use super::super::interval::{Interval, interval_of, later, monday_of};
use super::super::length::{Length, Unit};
use super::super::reading::{Calendar, Day, Hour, Period, Reading, Years};
use super::super::{Kind, Modifier, Time};
use super::atom::{Atom, Base, Course, Meaning, Point, Side, Step};
use super::choose::{self, Direction};
use super::holidays;
use super::line::Line;
use super::tense::{self, Tense};
use crate::article::Article;
use jiff::civil::Date;
use jiff::{Span, ToSpan};

/// What relative times are read from.
pub(super) struct Anchor {
    /// The document's day.
    document: Option<Date>,
    /// The time that the text tells of: its last dated point.
    narrative: Option<(Calendar, Interval)>,
    /// The quarter that the text reports on; nothing once it speaks of nine months or a year.
    quarter: Option<Calendar>,
    /// The last quarter that the text reported on, however long ago.
    reported: Option<Calendar>,
}

impl Anchor {
    /// The anchor at the head of an article.
    pub(super) fn new(article: &Article) -> Self {
        Self {
            document: article.date,
            narrative: None,
            quarter: None,
            reported: None,
        }
    }

    /// The times of a line's atoms, in order.
    pub(super) fn times(&mut self, line: &Line, atoms: &[Atom]) -> Vec<Option<Time>> {
        let mut times: Vec<Option<Time>> = Vec::with_capacity(atoms.len());
        for (n, atom) in atoms.iter().enumerate() {
            let time = match &atom.meaning {
                Meaning::Point(point) if is_hour_only(point) => {
                    let day = self.day_beside(line, atoms, n, &times);
                    Some(self.hour_on(day, point, atom))
                }
                _ => self.time(line, atom),
            };
            if let Some(time) = &time {
                self.remember(atom, time);
            }
            times.push(time);
        }
        times
    }

    /// The time of one atom; `None` where it turns out to be none.
    fn time(&self, line: &Line, atom: &Atom) -> Option<Time> {
        let mut time = match &atom.meaning {
            Meaning::Point(point) => self.point(point, tense::tense(line, atom), atom.modifier),
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
        Some(time)
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
        if let Reading::Length(length) = &time.reading {
            if let [(Some(6 | 9 | 12), Unit::Month)] = length.parts[..] {
                self.quarter = None;
            }
        }
        if let (Reading::Calendar(calendar), Some(interval), true) =
            (&time.reading, time.interval, time.is_point())
        {
            self.narrative = Some((*calendar, interval));
            if let Period::Quarter(_) = calendar.period {
                self.quarter = Some(*calendar);
                self.reported = self.quarter;
            }
        }
    }

    fn point(&self, point: &Point, tense: Tense, modifier: Option<Modifier>) -> Time {
        let calendar = match (point.holiday, point.step) {
            (Some(holiday), step) => self.on_holiday(holiday, step, point, tense),
            (None, Some(step)) => self.stepped(step, &point.calendar),
            (None, None) => self.filled(point, tense),
        };
        let calendar = calendar.and_then(|calendar| days_on(calendar, point.offset));
        point_time(calendar.unwrap_or(point.calendar), modifier)
    }

    /// A named day: in the year that is told, else in the one that course and tense choose.
    fn on_holiday(
        &self,
        holiday: u8,
        step: Option<Step>,
        point: &Point,
        tense: Tense,
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

    /// The day that a step is counted from.
    fn base(&self, base: Base) -> Option<Date> {
        match base {
            Base::Document | Base::Ago => self.document,
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
        let year_of = |date: Date| Years::Exactly(date.year());
        let calendar = match step.unit {
            Unit::Second | Unit::Minute | Unit::Hour => return None,
            Unit::Day => date_calendar(moved(base, by, |n| n.days())?, fields),
            Unit::Week => week_calendar(moved(base, by, |n| n.weeks())?, fields)?,
            Unit::Month => {
                let date = moved(base, by, |n| n.months())?;
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
                    years: year_of(moved(base, by, |n| n.years())?),
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
            (Base::Document | Base::Ago, _) => self.document?,
            (Base::Narrative | Base::Earlier, Some(quarter)) => interval_of(&quarter)?.start.date(),
            (Base::Narrative | Base::Earlier, None) => moved(self.document?, -3, |n| n.months())?,
        };
        quarter_calendar(moved(start, by, |n| n.months())?)
    }

    /// The open year, month or week of a point filled in by course and tense.
    fn filled(&self, point: &Point, tense: Tense) -> Option<Calendar> {
        let calendar = point.calendar;
        if calendar.years != Years::Open || calendar.is_open() {
            return Some(calendar);
        }
        let narrative = matches!(point.course, Course::Previous | Course::Following);
        let day = if narrative {
            self.base(Base::Narrative)?
        } else {
            self.document?
        };
        let direction = Direction::of(point.course, tense);
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

    /// The day that a lone clock time belongs to: that of the nearest day in its sentence, else of the narrative.
    fn day_beside(
        &self,
        line: &Line,
        atoms: &[Atom],
        n: usize,
        times: &[Option<Time>],
    ) -> Option<Date> {
        let before = times.iter().rev().flatten().find_map(day_of);
        let close = atoms
            .get(n + 1)
            .filter(|next| next.start - atoms[n].end <= 4);
        let after = close
            .filter(|_| before.is_none())
            .and_then(|next| match &next.meaning {
                Meaning::Point(point) if is_hour_only(point) => {
                    let then = atoms.get(n + 2).filter(|then| then.start - next.end <= 2)?;
                    self.time(line, then).as_ref().and_then(day_of)
                }
                Meaning::Point(_) => self.time(line, next).as_ref().and_then(day_of),
                _ => None,
            });
        let narrative = || {
            self.narrative
                .filter(|(_, i)| i.grain <= Unit::Day)
                .map(|(_, i)| i.start.date())
        };
        before.or(after).or_else(narrative).or(self.document)
    }

    fn hour_on(&self, day: Option<Date>, point: &Point, atom: &Atom) -> Time {
        let calendar = match day {
            Some(day) => date_calendar(day, &point.calendar),
            None => point.calendar,
        };
        let mut time = point_time(calendar, atom.modifier);
        time.zone.clone_from(&point.zone);
        time.bound = atom.bound;
        time
    }
}

/// Whether a point tells no more than a time of day.
fn is_hour_only(point: &Point) -> bool {
    let Calendar {
        years,
        period,
        day,
        hour,
    } = point.calendar;
    let dated = years != Years::Open || period != Period::Open || day != Day::Open;
    hour != Hour::Open && !dated && point.step.is_none()
}

/// The day of a dated time of day grain or finer.
fn day_of(time: &Time) -> Option<Date> {
    let interval = time
        .interval
        .filter(|i| i.grain <= Unit::Day && time.is_point());
    interval.map(|i| i.start.date())
}

fn point_time(calendar: Calendar, modifier: Option<Modifier>) -> Time {
    let reading = Reading::Calendar(calendar);
    Time::new(Time::kind_of(&reading), reading, modifier)
}

/// The point so many days on: "the day before Christmas".
fn days_on(calendar: Calendar, days: i8) -> Option<Calendar> {
    if days == 0 {
        return Some(calendar);
    }
    let interval = interval_of(&Calendar {
        hour: Hour::Open,
        ..calendar
    })?;
    let date = moved(interval.start.date(), i64::from(days), |n| n.days())?;
    (interval.grain == Unit::Day).then(|| date_calendar(date, &calendar))
}

/// `by` units on from a date.
fn moved(date: Date, by: i64, unit: impl Fn(i64) -> Span) -> Option<Date> {
    // Spans have limits of their own; no news story counts further.
    (by.abs() < 15_000)
        .then(|| unit(by))
        .and_then(|span| later(date, span))
}

/// The date with the clock of the fields.
fn date_calendar(date: Date, fields: &Calendar) -> Calendar {
    Calendar {
        hour: fields.hour,
        ..Calendar::date(date.year(), date.month(), date.day())
    }
}

/// The ISO week of a date, or the day of it that the fields name.
fn week_calendar(date: Date, fields: &Calendar) -> Option<Calendar> {
    if let Day::Weekday(weekday) = fields.day {
        let day = later(monday_of(date)?, i64::from(weekday - 1).days())?;
        return Some(date_calendar(day, fields));
    }
    let week = date.iso_week_date();
    Some(Calendar {
        years: Years::Exactly(week.year()),
        period: Period::Week(week.week()),
        ..*fields
    })
}

fn quarter_calendar(date: Date) -> Option<Calendar> {
    Some(Calendar {
        years: Years::Exactly(date.year()),
        period: Period::Quarter((date.month() + 2) / 3),
        ..Calendar::default()
    })
}

/// The stretch that a length fills before or after a day.
fn filled_by(length: &Length, side: Side, day: Date) -> Option<Interval> {
    let sign = if side == Side::Before { -1 } else { 1 };
    let mut other = day;
    for &(number, unit) in &length.parts {
        let by = sign * i64::from(number?);
        other = match unit {
            Unit::Second | Unit::Minute | Unit::Hour => return None,
            Unit::Day => moved(other, by, |n| n.days())?,
            Unit::Week => moved(other, by, |n| n.weeks())?,
            Unit::Month => moved(other, by, |n| n.months())?,
            Unit::Quarter => moved(other, by * 3, |n| n.months())?,
            Unit::Year => moved(other, by, |n| n.years())?,
            Unit::Decade => moved(other, by * 10, |n| n.years())?,
            Unit::Century => moved(other, by * 100, |n| n.years())?,
        };
    }
    let (start, end) = if side == Side::Before {
        (other, day)
    } else {
        (day, other)
    };
    Some(Interval::of_dates(start, end, length.finest()?))
}
