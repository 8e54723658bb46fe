//! Neighbours that are one time: "10 p.m." and "Wednesday", "Friday" and "Oct. 23", "January" and "this year"; and the
//! words around a time that soften, cut or bound it.

use super::super::length::{Length, Unit};
use super::super::reading::{Calendar, Day, DayPart, Hour, Period, Years};
use super::super::{Bound, Modifier};
use super::atom::{Atom, Meaning, Point};
use super::lexicon::Word;
use super::line::Line;
use crate::lexicon::add;
use crate::values::words::{Key, Words, key};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// Adds the atoms of a line with neighbours joined and their surroundings read.
pub(super) fn join(line: &Line, atoms: impl Iterator<Item = Atom>, joined: &mut Vec<Atom>) {
    let first = joined.len();
    for atom in atoms {
        let last = joined[first..].last_mut();
        let one = last.and_then(|last| Some((join_two(line, last, &atom)?, last)));
        match one {
            Some((one, last)) => *last = one,
            None => joined.push(atom),
        }
    }
    let joined = &mut joined[first..];
    let mut floor = 0;
    for atom in joined.iter_mut() {
        beside(line, atom, floor);
        prefixed(line, atom, floor);
        floor = atom.end;
        atom.bound = bound(line, atom);
    }
    range_ends(line, joined);
}

/// Which fields a point tells: "Friday to December" is no range.
fn shape(point: &Point) -> (bool, bool, bool, bool) {
    let fields = point.calendar;
    (
        fields.hour != Hour::Open,
        matches!(fields.day, Day::Weekday(_)),
        matches!(fields.day, Day::OfMonth(_)),
        fields.period != Period::Open,
    )
}

/// "from May to July", "between 7 and 9 p.m.", "Monday-Wednesday": a beginning and an end.
fn range_ends(line: &Line, atoms: &mut [Atom]) {
    for n in 1..atoms.len() {
        let (one, other) = (&atoms[n - 1], &atoms[n]);
        let points = matches!(
            (&one.meaning, &other.meaning),
            (Meaning::Point(_), Meaning::Point(_))
        );
        if !points || other.start != one.end + 1 {
            continue;
        }
        let from = line.is(one.start.wrapping_sub(1), "from");
        let alike = match (&one.meaning, &other.meaning) {
            (Meaning::Point(a), Meaning::Point(b)) => from || shape(a) == shape(b),
            _ => false,
        };
        if !alike {
            continue;
        }
        let between = line.is(one.end, "and") && line.is(one.start.wrapping_sub(1), "between");
        let dash = line.mark(one.end, b'-');
        if between || dash || line.is_one(one.end, &["to", "through", "until", "till"]) {
            (atoms[n - 1].bound, atoms[n].bound) = (Bound::From, Bound::To);
        }
    }
}

/// Both in one, if they stand together and complete each other.
fn join_two(line: &Line, one: &Atom, other: &Atom) -> Option<Atom> {
    let (a, b) = match (&one.meaning, &other.meaning) {
        (Meaning::Point(a), Meaning::Point(b)) => (a, b),
        (Meaning::Length(length), Meaning::Point(b)) => {
            return week_from(line, one, length, other, b);
        }
        _ => return None,
    };
    if !may_stand_between(line, one, a, other, b) {
        return None;
    }
    let point = a.join(b)?;
    if !is_whole(&point) {
        return None;
    }
    let atom = Atom::new(one.start, other.end, Meaning::Point(point));
    Some(atom.with(one.modifier.or(other.modifier)))
}

/// "A week from Friday" is seven days on; "shut for a week from Friday" tells how long and from when.
fn week_from(line: &Line, one: &Atom, length: &Length, other: &Atom, day: &Point) -> Option<Atom> {
    let from = other.start == one.end + 1 && line.is(one.end, "from");
    let week = length.parts[..] == [(Some(1), Unit::Week)];
    let lasts = line.is(one.start.wrapping_sub(1), "for");
    let point = Point {
        offset: 7,
        ..day.clone()
    };
    let on = from && week && !lasts && day.is_day();
    on.then(|| Atom::new(one.start, other.end, Meaning::Point(point)))
}

/// What the text between two parts of one time may be.
fn may_stand_between(line: &Line, one: &Atom, a: &Point, other: &Atom, b: &Point) -> bool {
    let between = one.end..other.start;
    let clock_first = a.calendar.hour != Hour::Open;
    let clock_second = b.calendar.hour != Hour::Open;
    match between.len() {
        0 => {
            // "On Sunday 2010 people": a year goes behind months, quarters and seasons only.
            let year_alone = b.calendar.period == Period::Open
                && b.calendar.years != Years::Open
                && b.step.is_none();
            !year_alone || a.calendar.period != Period::Open || a.holiday.is_some()
        }
        1 if line.mark(one.end, b',') => {
            let day = |p: &Point| {
                p.calendar.day != Day::Open || p.step.is_some_and(|s| s.unit == Unit::Day)
            };
            clock_first && day(b)
                || day(a) && clock_second
                || matches!(a.calendar.day, Day::Weekday(_)) && b.calendar.period != Period::Open
        }
        1 if line.is_one(one.end, &["of", "in"]) => {
            clock_first
                || matches!(
                    a.calendar.period,
                    Period::Month(_) | Period::Quarter(_) | Period::Half(_) | Period::Season(_)
                ) && (b.step.is_some() || b.calendar.years != Years::Open)
        }
        1 if line.is(one.end, "on") => clock_first,
        1 if line.is_one(one.end, &["at", "around"]) => {
            clock_second && matches!(b.calendar.hour, Hour::Clock(..)) && !clock_first
        }
        2 if line.are(one.end, &[",", "at"]) => clock_second && !clock_first && a.is_day(),
        2 if line.are(one.end, &["'", "s"]) => {
            // "this year's third quarter", "next year's first half"
            a.step.is_some_and(|s| s.unit == Unit::Year) && b.calendar.period != Period::Open
        }
        2 if line.are(one.end, &["in", "the"]) || line.are(one.end, &["of", "the"]) => {
            clock_second && !clock_first
        }
        _ => false,
    }
}

/// Whether the fields of a joined point make sense together.
fn is_whole(point: &Point) -> bool {
    let Calendar {
        years,
        period,
        day,
        hour,
    } = point.calendar;
    let dated = day != Day::Open || point.is_day();
    let year_and_day =
        years != Years::Open && matches!(day, Day::Weekday(_)) && period == Period::Open;
    (hour == Hour::Open || dated || point.is_hour_only()) && !year_and_day
}

/// "The day before Christmas", "the day after Sept. 11", "the night before last Tuesday".
fn beside(line: &Line, atom: &mut Atom, floor: usize) {
    let before = atom.start.wrapping_sub(1);
    let by = match () {
        () if line.is(before, "before") => -1,
        () if line.is(before, "after") => 1,
        () => return,
    };
    let day = before.wrapping_sub(1);
    let start = day.wrapping_sub(usize::from(line.is(day.wrapping_sub(1), "the")));
    match &mut atom.meaning {
        Meaning::Point(point)
            if point.is_day() && line.is(day, "day") && start >= floor && start < atom.start =>
        {
            point.offset = by;
            atom.start = start;
        }
        _ => {}
    }
}

/// The words before a time that soften or cut it, taken into the mention: "early", "about", "the end of".
fn prefixed(line: &Line, atom: &mut Atom, floor: usize) {
    let point = matches!(atom.meaning, Meaning::Point(_));
    let length = matches!(atom.meaning, Meaning::Length(_) | Meaning::Reach(..));
    let table = if point {
        &*BEFORE_POINTS
    } else if length {
        &*BEFORE_LENGTHS
    } else {
        return;
    };
    if is_week_of(line, atom, floor) || is_early_hours(line, atom, floor) {
        return;
    }
    let last = line.text(atom.start.wrapping_sub(1));
    let Some(prefixes) = table.get(key(last)) else {
        return;
    };
    // "Over the past year" is not "over a year"; "get around Wednesday's ruling" is not "around noon".
    let definite = line.is(atom.start, "the") || line.word(atom.start) == Word::Plain && point;
    let weekday = matches!(line.word(atom.start), Word::Weekday(_));
    for (words, modifier) in prefixes {
        let loose = matches!(words, ["over" | "around" | "about" | "some" | "under"]);
        if loose && (definite || weekday) {
            continue;
        }
        let Some(start) = atom.start.checked_sub(words.len()).filter(|s| *s >= floor) else {
            continue;
        };
        if line.are(start, words) {
            (atom.start, atom.modifier) = (start, Some(*modifier));
            return;
        }
    }
}

/// "The week of March 6" is the whole week; tells whether it is said.
fn is_week_of(line: &Line, atom: &mut Atom, floor: usize) -> bool {
    let start = atom.start.wrapping_sub(3);
    let before = start < atom.start && start >= floor;
    match &mut atom.meaning {
        Meaning::Point(point)
            if before && line.are(start, &["the", "week", "of"]) && point.is_day() =>
        {
            point.whole_week = true;
            atom.start = start;
            true
        }
        _ => false,
    }
}

/// "The early hours of Monday" are its morning, those "of the morning" its beginning; tells whether they are said.
fn is_early_hours(line: &Line, atom: &mut Atom, floor: usize) -> bool {
    let start = atom.start.wrapping_sub(3);
    let said =
        line.is_one(start, &["early", "small", "wee"]) && line.are(start + 1, &["hours", "of"]);
    let Meaning::Point(point) = &mut atom.meaning else {
        return false;
    };
    if !said || start < floor {
        return false;
    }
    match point.calendar.hour {
        Hour::Open if point.is_day() => point.calendar.hour = Hour::Part(DayPart::Morning),
        Hour::Part(_) => atom.modifier = Some(Modifier::Start),
        Hour::Open | Hour::Clock(..) => return false,
    }
    atom.start = start - usize::from(start > floor && line.is(start - 1, "the"));
    true
}

/// Words before a time and what they make of it.
type Prefix = (&'static [&'static str], Modifier);

/// Prefixes by the key of their last word, those of one word in the order of their table.
type Prefixes = Words<Vec<Prefix>>;

static BEFORE_POINTS: LazyLock<Prefixes> = LazyLock::new(|| by_last_word(POINT_PREFIXES));
static BEFORE_LENGTHS: LazyLock<Prefixes> = LazyLock::new(|| by_last_word(LENGTH_PREFIXES));

fn by_last_word(table: &[Prefix]) -> Prefixes {
    let mut prefixes: FxHashMap<Key, Vec<Prefix>> = FxHashMap::default();
    for &prefix in table {
        let last = prefix.0.last().copied().unwrap_or_default();
        add(&mut prefixes, key(last), prefix);
    }
    Words::new(prefixes.into_iter().collect())
}

const POINT_PREFIXES: &[Prefix] = &[
    (&["the", "beginning", "of"], Modifier::Start),
    (&["the", "start", "of"], Modifier::Start),
    (&["the", "first", "days", "of"], Modifier::Start),
    (&["beginning", "of"], Modifier::Start),
    (&["start", "of"], Modifier::Start),
    (&["the", "middle", "of"], Modifier::Mid),
    (&["middle", "of"], Modifier::Mid),
    (&["the", "end", "of"], Modifier::End),
    (&["end", "of"], Modifier::End),
    (&["the", "close", "of"], Modifier::End),
    (&["the", "early"], Modifier::Start),
    (&["the", "late"], Modifier::End),
    (&["the", "mid", "-"], Modifier::Mid),
    (&["earlier", "in"], Modifier::Start),
    (&["later", "in"], Modifier::End),
    (&["early", "on"], Modifier::Start),
    (&["late", "on"], Modifier::End),
    (&["early", "in"], Modifier::Start),
    (&["late", "in"], Modifier::End),
    (&["early"], Modifier::Start),
    (&["earlier"], Modifier::Start),
    (&["late"], Modifier::End),
    (&["later"], Modifier::End),
    (&["early", "-"], Modifier::Start),
    (&["late", "-"], Modifier::End),
    (&["mid", "-"], Modifier::Mid),
    (&["mid"], Modifier::Mid),
    (&["about"], Modifier::Approx),
    (&["around"], Modifier::Approx),
    (&["approximately"], Modifier::Approx),
    (&["roughly"], Modifier::Approx),
    (&["circa"], Modifier::Approx),
    (&["shortly", "after"], Modifier::Approx),
    (&["just", "after"], Modifier::Approx),
    (&["shortly", "before"], Modifier::Approx),
    (&["just", "before"], Modifier::Approx),
    (&["nearly"], Modifier::Approx),
    (&["almost"], Modifier::Approx),
    (&["more", "than"], Modifier::Before),
];

const LENGTH_PREFIXES: &[Prefix] = &[
    (&["no", "more", "than"], Modifier::EqualOrLess),
    (&["not", "more", "than"], Modifier::EqualOrLess),
    (&["as", "long", "as"], Modifier::EqualOrLess),
    (&["as", "much", "as"], Modifier::EqualOrLess),
    (&["no", "less", "than"], Modifier::EqualOrMore),
    (&["not", "less", "than"], Modifier::EqualOrMore),
    (&["no", "fewer", "than"], Modifier::EqualOrMore),
    (&["more", "than"], Modifier::MoreThan),
    (&["longer", "than"], Modifier::MoreThan),
    (&["less", "than"], Modifier::LessThan),
    (&["fewer", "than"], Modifier::LessThan),
    (&["at", "least"], Modifier::EqualOrMore),
    (&["at", "most"], Modifier::EqualOrLess),
    (&["up", "to"], Modifier::EqualOrLess),
    (&["over"], Modifier::MoreThan),
    (&["nearly"], Modifier::LessThan),
    (&["almost"], Modifier::LessThan),
    (&["under"], Modifier::LessThan),
    (&["about"], Modifier::Approx),
    (&["around"], Modifier::Approx),
    (&["approximately"], Modifier::Approx),
    (&["roughly"], Modifier::Approx),
    (&["some"], Modifier::Approx),
];

/// The side of a point that the preposition before it tells.
fn bound(line: &Line, atom: &Atom) -> Bound {
    let before = atom.start.wrapping_sub(1);
    if !matches!(atom.meaning, Meaning::Point(_)) {
        return Bound::At;
    }
    match () {
        () if line.is(before, "since") => Bound::Since,
        () if line.is_one(before, &["until", "till"]) => Bound::Until,
        () if line.is(before, "by") => Bound::By,
        () if line.is(before, "before") => Bound::Before,
        () if line.is(before, "after") => Bound::After,
        () => Bound::At,
    }
}
