//! From the text of a TIMEX3 value back to its calendar fields.

use super::reading::{Calendar, Day, DayPart, Hour, Period, Season, Years};

/// Reads `2023-W36-7TEV`, `XXXX-09-10T09:38`, `199`, `2009-Q3`.
pub(super) fn calendar(value: &str) -> Option<Calendar> {
    let (date, hour) = match value.split_once('T') {
        Some((date, hour)) => (date, parse_hour(hour)?),
        None => (value, Hour::Open),
    };
    let mut fields = date.split('-');
    let years = parse_years(fields.next()?)?;
    let (mut period, mut day) = (Period::Open, Day::Open);
    let mut month_is_open = false;
    for field in fields {
        match parse_field(field, month_is_open || matches!(period, Period::Month(_)))? {
            Field::Nothing => month_is_open = true,
            Field::Period(p) => period = p,
            Field::Day(d) => day = d,
        }
    }
    Some(Calendar {
        years,
        period,
        day,
        hour,
    })
}

/// What one field between hyphens may be.
enum Field {
    Nothing,
    Period(Period),
    Day(Day),
}

/// Two digits are a month, behind a month they are a day.
fn parse_field(field: &str, behind_month: bool) -> Option<Field> {
    if matches!(field, "XX" | "WXX") {
        return Some(Field::Nothing);
    }
    if field == "WE" {
        return Some(Field::Day(Day::Weekend));
    }
    if let Some(season) = Season::from_code(field) {
        return Some(Field::Period(Period::Season(season)));
    }
    let number = |text: &str, most: i8| text.parse::<i8>().ok().filter(|n| (1..=most).contains(n));
    match (field.as_bytes().first()?, field.len()) {
        (b'Q', 2) => Some(Field::Period(Period::Quarter(number(&field[1..], 4)?))),
        (b'H', 2) => Some(Field::Period(Period::Half(number(&field[1..], 2)?))),
        (b'W', 3) => Some(Field::Period(Period::Week(number(&field[1..], 53)?))),
        (b'1'..=b'7', 1) => Some(Field::Day(Day::Weekday(number(field, 7)?))),
        (b'0'..=b'9', 2) if behind_month => Some(Field::Day(Day::OfMonth(number(field, 31)?))),
        (b'0'..=b'9', 2) => Some(Field::Period(Period::Month(number(field, 12)?))),
        _ => None,
    }
}

fn parse_years(field: &str) -> Option<Years> {
    if field == "XXXX" {
        return Some(Years::Open);
    }
    let number = field
        .parse()
        .ok()
        .filter(|_| field.bytes().all(|b| b.is_ascii_digit()))?;
    match field.len() {
        4 => Some(Years::Exactly(number)),
        3 => Some(Years::Decade(number)),
        2 => Some(Years::Century(number)),
        _ => None,
    }
}

fn parse_hour(field: &str) -> Option<Hour> {
    if let Some(part) = DayPart::from_code(field) {
        return Some(Hour::Part(part));
    }
    let mut numbers = field
        .split(':')
        .map(|n| n.parse::<i8>().ok().filter(|_| n.len() == 2));
    let hour = numbers.next()??;
    let minute = numbers.next().map_or(Some(-1), |n| n)?;
    let second = numbers.next().map_or(Some(-1), |n| n)?;
    let whole = (0..=24).contains(&hour) && minute < 60 && second <= 60 && numbers.next().is_none();
    whole.then_some(Hour::Clock(hour, minute, second))
}
