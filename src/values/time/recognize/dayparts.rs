//! Parts of the day, where it is told of which day: "Sunday evening", "this morning", "in the afternoon", "overnight".

use super::super::reading::{DayPart, Hour};
use super::super::{Modifier, Unit};
use super::atom::{Atom, Base, Meaning};
use super::hours::at_hour;
use super::lexicon::{self, Shift, Word};
use super::line::Line;
use gainsay_syntax::Upos;

/// "evening", where it is told which: "Sunday evening", "in the morning", "the evening of Sunday", "mid-afternoon".
pub(super) fn part_of_day(line: &Line, i: usize, part: DayPart) -> Option<Atom> {
    let before = i.wrapping_sub(1);
    let hour = Hour::Part(part);
    let named_day = line.capital(before)
        && line.is_one(
            before,
            &["Day", "Eve", "Halloween", "Christmas", "Thanksgiving"],
        );
    let dated = matches!(line.word(before), Word::Weekday(_) | Word::Deictic(_));
    if dated || named_day || is_date_before(line, before) {
        return Some(at_hour(i, i + 1, hour, None));
    }
    if line.is(i, "overnight") {
        return overnight(line, i);
    }
    let the = line.is(before, "the");
    let of = line.is(i + 1, "of") && !line.is(i + 2, "the");
    let led = lexicon::in_group("before-part", line.text(before.wrapping_sub(1)));
    if the && (of || led) || line.is(before, "at") && !line.is(i, "night") || line.is(i, "midnight")
    {
        let start = i - usize::from(the);
        return Some(at_hour(start, i + 1, hour, None));
    }
    // "Behind all night", "by evening"; a flight "by night" is of no certain one.
    let bounded = line.is_one(before, &["by", "until", "till", "before"]) && part != DayPart::Night;
    if line.is(before, "all") || bounded && stands_alone(line, i) {
        let start = i - usize::from(line.is(before, "all"));
        return Some(at_hour(start, i + 1, hour, None));
    }
    if line.is_one(
        i,
        &["dawn", "dusk", "daybreak", "nightfall", "sunset", "sunrise"],
    ) && line.is_one(
        before,
        &["by", "before", "until", "after", "since", "from", "till"],
    ) {
        return Some(at_hour(i, i + 1, hour, None));
    }
    let hyphen = usize::from(line.mark(before, b'-'));
    let edge = before.wrapping_sub(hyphen);
    if line.is(edge, "mid") || (line.is_one(edge, &["early", "late"]) && hyphen == 0) {
        return Some(at_hour(i, i + 1, hour, None));
    }
    None
}

/// Whether no noun follows a part of the day, which would make it its own: "by evening light".
fn stands_alone(line: &Line, i: usize) -> bool {
    let noun = |t: &gainsay_syntax::Token| matches!(t.upos, Upos::Noun | Upos::Propn);
    !line.mark(i + 1, b'-') && !line.token(i + 1).is_some_and(noun)
}

/// "the Sept. 4 evening": the part goes with the day of the month before it.
fn is_date_before(line: &Line, i: usize) -> bool {
    let month = i.wrapping_sub(1);
    let dot = usize::from(line.mark(month, b'.'));
    matches!(line.word(i), Word::Digits(1..=31, _))
        && matches!(
            line.word(month.wrapping_sub(dot)),
            Word::Month(_) | Word::ShortMonth(_)
        )
}

/// "overnight" as an adverb is the night before the document's day, or the one that the day names.
fn overnight(line: &Line, i: usize) -> Option<Atom> {
    let adverb = line
        .token(i)
        .is_none_or(|t| matches!(t.upos, Upos::Adv | Upos::Noun));
    if !adverb {
        return None;
    }
    // "Overnight on Tuesday" is that night.
    let on = usize::from(line.is(i + 1, "on"));
    if matches!(line.word(i + 1 + on), Word::Weekday(_)) {
        return Some(at_hour(i, i + 1, Hour::Part(DayPart::Night), None));
    }
    let mut atom = Atom::step(i, i + 1, Unit::Day, -1, Base::Document);
    if let Meaning::Point(point) = &mut atom.meaning {
        point.calendar.hour = Hour::Part(DayPart::Night);
    }
    Some(atom)
}

/// "this morning", "last night", "that evening", "the next morning", "the previous night".
pub(super) fn shifted_part(line: &Line, i: usize, shift: Shift) -> Option<Atom> {
    let edge = usize::from(line.is_one(i + 1, &["early", "late", "same", "very"]));
    let at = i + 1 + edge;
    let Word::Part(part) = line.word(at) else {
        return None;
    };
    let (by, base) = match shift {
        Shift::This => (0, Base::Document),
        Shift::Last => (-1, Base::Document),
        Shift::That | Shift::Same => (0, Base::Narrative),
        Shift::Next | Shift::Following => (1, Base::Narrative),
        Shift::Previous => (-1, Base::Narrative),
        Shift::Past
        | Shift::Current
        | Shift::Coming
        | Shift::Latest
        | Shift::Recent
        | Shift::Future => return None,
    };
    let mut atom = Atom::step(i, at + 1, Unit::Day, by, base);
    if let Meaning::Point(point) = &mut atom.meaning {
        point.calendar.hour = Hour::Part(part);
    }
    let modifier = match line.text(i + 1) {
        "early" => Some(Modifier::Start),
        "late" => Some(Modifier::End),
        _ => None,
    };
    let start = i - usize::from(line.is(i.wrapping_sub(1), "the"));
    Some(atom.with(modifier).from(start))
}
