//! How long something took: the lengths that TIMEX3 writes as `P2W` or `PT5H30M`.
//!
//! "Several weeks" has a unit and no number (`PXW`), "a while" has neither (`PXX`).

use std::fmt::{self, Write};

/// A unit of time, finest first.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
pub enum Unit {
    /// 1 s.
    Second,
    /// 60 s.
    Minute,
    /// 60 min.
    Hour,
    /// A calendar day.
    Day,
    /// Seven days.
    Week,
    /// A calendar month.
    Month,
    /// Three months.
    Quarter,
    /// Twelve months.
    Year,
    /// Ten years.
    Decade,
    /// A hundred years.
    Century,
}

impl Unit {
    /// Every unit, finest first.
    pub const ALL: [Self; 10] = [
        Self::Second,
        Self::Minute,
        Self::Hour,
        Self::Day,
        Self::Week,
        Self::Month,
        Self::Quarter,
        Self::Year,
        Self::Decade,
        Self::Century,
    ];

    /// Its nominal length in seconds; months and years are means of the Gregorian calendar.
    pub const fn seconds(self) -> f64 {
        match self {
            Self::Second => 1.0,
            Self::Minute => 60.0,
            Self::Hour => 3_600.0,
            Self::Day => 86_400.0,
            Self::Week => 604_800.0,
            Self::Month => 2_629_746.0,
            Self::Quarter => 7_889_238.0,
            Self::Year => 31_556_952.0,
            Self::Decade => 315_569_520.0,
            Self::Century => 3_155_695_200.0,
        }
    }

    /// How TIMEX3 writes it after the number.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Second => "S",
            Self::Minute | Self::Month => "M",
            Self::Hour => "H",
            Self::Day => "D",
            Self::Week => "W",
            Self::Quarter => "Q",
            Self::Year => "Y",
            Self::Decade => "DE",
            Self::Century => "CE",
        }
    }

    /// Whether TIMEX3 writes it behind the `T`.
    pub const fn of_clock(self) -> bool {
        matches!(self, Self::Second | Self::Minute | Self::Hour)
    }

    /// The unit that a half of this one is told in, and how many of them a half has: half a year is six months.
    pub const fn half(self) -> (u32, Self) {
        match self {
            Self::Century => (50, Self::Year),
            Self::Decade => (5, Self::Year),
            Self::Year => (6, Self::Month),
            Self::Quarter => (6, Self::Week),
            Self::Month => (15, Self::Day),
            Self::Week => (4, Self::Day),
            Self::Day => (12, Self::Hour),
            Self::Hour => (30, Self::Minute),
            Self::Minute | Self::Second => (30, Self::Second),
        }
    }

    fn parse(code: &str, after_t: bool) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|u| u.of_clock() == after_t && u.code() == code)
    }
}

/// A length of time, as parts from the coarsest unit to the finest.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub struct Length {
    /// Number (`None`: several) and unit; empty for "a while".
    pub parts: Vec<(Option<u32>, Unit)>,
}

impl Length {
    /// `number` units; decades and centuries are told in years, as annotators do.
    pub fn of(number: Option<u32>, unit: Unit) -> Self {
        let (number, unit) = match (number, unit) {
            (Some(n), Unit::Decade) => (Some(n.saturating_mul(10)), Unit::Year),
            (Some(n), Unit::Century) => (Some(n.saturating_mul(100)), Unit::Year),
            other => other,
        };
        Self {
            parts: vec![(number, unit)],
        }
    }

    /// `number` units and a half: "two and a half years" is `P2Y6M`.
    pub fn of_and_half(number: u32, unit: Unit) -> Self {
        let (half, finer) = unit.half();
        let mut length = Self::of(Some(number), unit);
        if number == 0 {
            length.parts.clear();
        }
        match length.parts.first_mut() {
            Some((Some(n), first)) if *first == finer => *n = n.saturating_add(half),
            _ => length.parts.push((Some(half), finer)),
        }
        length
    }

    /// Both lengths together: "one hour" and "ten minutes".
    #[must_use]
    pub fn and(mut self, other: &Self) -> Self {
        self.parts.extend_from_slice(&other.parts);
        self
    }

    /// Its nominal number of seconds; `None` where a number is missing.
    pub fn seconds(&self) -> Option<f64> {
        let sum = self.parts.iter().try_fold(0.0, |sum, &(n, unit)| {
            Some(sum + f64::from(n?) * unit.seconds())
        });
        sum.filter(|_| !self.parts.is_empty())
    }

    /// The finest unit it is told in.
    pub fn finest(&self) -> Option<Unit> {
        self.parts.iter().map(|&(_, unit)| unit).min()
    }

    /// Reads `P2Y6M`, `PT30M`, `PXW`, `PXX`.
    pub fn parse(text: &str) -> Option<Self> {
        let rest = text.strip_prefix('P')?;
        if rest == "XX" {
            return Some(Self::default());
        }
        let (date, clock) = rest.split_once('T').unwrap_or((rest, ""));
        let mut parts = parse_parts(date, false)?;
        parts.extend(parse_parts(clock, true)?);
        (!parts.is_empty()).then_some(Self { parts })
    }
}

/// Reads the numbers and units before or after the `T`.
fn parse_parts(mut text: &str, after_t: bool) -> Option<Vec<(Option<u32>, Unit)>> {
    let mut parts = Vec::new();
    while !text.is_empty() {
        let (number, rest) = if let Some(rest) = text.strip_prefix('X') {
            (None, rest)
        } else {
            let digits = text.bytes().take_while(u8::is_ascii_digit).count();
            (Some(text[..digits].parse().ok()?), &text[digits..])
        };
        let letters = rest.bytes().take_while(u8::is_ascii_uppercase).count();
        let letters = if letters > 1 && !matches!(&rest[..2], "DE" | "CE") {
            1
        } else {
            letters.min(2)
        };
        parts.push((number, Unit::parse(&rest[..letters], after_t)?));
        text = &rest[letters..];
    }
    Some(parts)
}

impl Length {
    /// Writes what `Display` shows.
    pub(super) fn write(&self, to: &mut impl Write) -> fmt::Result {
        if self.parts.is_empty() {
            return to.write_str("PXX");
        }
        to.write_str("P")?;
        let mut in_clock = false;
        for &(number, unit) in &self.parts {
            if unit.of_clock() && !in_clock {
                in_clock = true;
                to.write_str("T")?;
            }
            match number {
                Some(digit @ 0..=9) => to.write_char(char::from(b'0' + digit as u8))?,
                Some(number) => write!(to, "{number}")?,
                None => to.write_str("X")?,
            }
            to.write_str(unit.code())?;
        }
        Ok(())
    }
}

impl fmt::Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(f)
    }
}
