//! One number with its sign, currency, scale letter and unit or noun: "$-50.8bn", "2.4 million shekels", "5-mpg".

use super::super::Dimension;
use super::super::table;
use super::super::unit::{Measure, Unit};
use super::WORDS;
use super::context::{Context, blanks, without_blanks};
use super::counted;
use super::parts::{fraction, rate, settle_pound};
use crate::lexicon::lower;
use crate::values::number::{Form, Kind, Number, implied_grain};
use gainsay_syntax::{Span, Xpos};

/// A number and what it is a number of, before ranges and bounds are looked at.
#[derive(Clone, Debug)]
pub(super) struct Amount {
    /// From the currency sign or the sign to the unit or noun.
    pub(super) span: Span,
    pub(super) low: f64,
    /// Equal to `low`, but for ranges and vague numbers.
    pub(super) high: f64,
    pub(super) grain: f64,
    /// Whether the number is vague by itself ("dozens").
    pub(super) approximate: bool,
    /// What the words or letters after the numeral multiply it by.
    pub(super) scale: f64,
    /// Offset after the numeral, where a plus sign may stand.
    pub(super) numeral_end: usize,
    pub(super) unit: Unit,
}

impl Amount {
    /// An amount of the number as it stands.
    pub(super) fn of(number: &Number, span: Span, unit: Unit) -> Self {
        Self {
            span,
            low: number.value,
            high: number.most(),
            grain: number.grain,
            approximate: number.kind == Kind::Vague,
            scale: number.scale,
            numeral_end: number.span.end,
            unit,
        }
    }

    fn multiplied(mut self, factor: f64) -> Self {
        self.low *= factor;
        self.high *= factor;
        self.scale *= factor.abs();
        // Decimals keep their step, whole numbers get that of their new zeros.
        self.grain = match self.grain {
            grain if grain < 1.0 => grain * factor.abs(),
            _ if factor.abs() > 1.0 => implied_grain(self.low, 0),
            grain => grain,
        };
        self
    }
}

/// Reads the amount around a number; `None` for numbers that amount to nothing ("a half" without a whole).
pub(super) fn read(context: &Context, number: &Number) -> Option<Amount> {
    let (start, currency, negative) = before(context, number);
    if number.kind == Kind::Fraction {
        return fraction(context, number, start);
    }
    let (numeral_end, scale) = glued_scale(context, number.span).unwrap_or((number.span.end, 1.0));
    // "300+ volunteers": the sign is a bound's, the noun comes after it.
    let after_plus = numeral_end + usize::from(context.after(numeral_end).starts_with('+'));
    let (end, unit) = match currency {
        Some(currency) => (numeral_end, Unit::Measure(currency)),
        None => unit_or_noun(context, number, after_plus, scale),
    };
    if number.form == Form::Words && unit == Unit::Bare && is_leftover(context, number) {
        return None;
    }
    let (end, unit) = rate(context, end, unit);
    let sign = if negative { -1.0 } else { 1.0 };
    let amount = Amount::of(number, Span::new(start, end), unit).multiplied(sign * scale);
    Some(Amount {
        numeral_end,
        ..amount
    })
}

/// The unit that follows a numeral, else the noun that it counts, and where they end.
fn unit_or_noun(context: &Context, number: &Number, at: usize, scale: f64) -> (usize, Unit) {
    if let Some((measure, end)) = unit_after(context, at) {
        let said = &context.text[at..end];
        let pound = settle_pound(context, number.value * scale, said);
        return (end, Unit::Measure(pound.unwrap_or(measure)));
    }
    match counted::noun_after(context, at) {
        Some(noun) => (noun.end, noun.unit(context, narrowing(context, number))),
        None => (at, Unit::Bare),
    }
}

/// The adjective before a number, which narrows down what it counts: "the top three seeds", "a record 32 goals".
fn narrowing<'a>(context: &Context<'a>, number: &Number) -> Option<&'a str> {
    let before = context.token_before(number.span.start);
    let adjective = before
        .filter(|t| t.xpos == Xpos::Jj && context.text[t.span.end..number.span.start] == *" ")?;
    let form = context.form(adjective);
    let lower = lower(form);
    // "The first three" tells which ones are meant, "shot dead four men" what became of them; neither what they are.
    let narrows = !WORDS.has("order", &lower) && !WORDS.has("state", &lower);
    narrows.then_some(form)
}

/// A number word that no noun follows and that points back or names: "the bottom three", "just one 52,000-barrel unit".
fn is_leftover(context: &Context, number: &Number) -> bool {
    let before = context.word_before(number.span.start);
    let named = before.is_some_and(|(_, word)| {
        [
            "top", "bottom", "big", "final", "last", "first", "other", "latter", "former",
        ]
        .contains(&word.to_lowercase().as_str())
    });
    named
        || context
            .after(number.span.end)
            .trim_start()
            .starts_with(|c: char| c.is_ascii_digit())
}

/// Where the amount begins, the currency before the number, and whether it is negative.
fn before(context: &Context, number: &Number) -> (usize, Option<&'static Measure>, bool) {
    let all = context.before(number.span.start);
    let (text, mut negative) = strip_minus(all);
    let mut start = number.span.start - (all.len() - text.len());
    let sign = without_blanks(text);
    let blank = text.len() - sign.len();
    let found = table::currency_before(sign);
    // "Jones 5" is no currency, "RM 5" is; a sign may stand apart by one blank.
    let Some((currency, len)) = found.filter(|_| blank <= 2 && number.form == Form::Digits) else {
        return (start, None, negative);
    };
    start -= blank + len;
    let (rest, minus) = strip_minus(context.before(start));
    negative |= minus;
    (
        context.sentence.span.start + rest.len(),
        Some(currency),
        negative,
    )
}

/// The text without the minus that ends it: a sign after a blank or bracket, or the word.
fn strip_minus(text: &str) -> (&str, bool) {
    // Most numbers stand behind another word, or a mark.
    let ([.., b's' | b'e', b' '] | [.., b'-' | 0x80..]) = *text.as_bytes() else {
        return (text, false);
    };
    for word in ["minus-", "minus ", "Minus ", "negative "] {
        if let Some(rest) = text.strip_suffix(word) {
            let free = rest.is_empty() || rest.ends_with([' ', '(', ',']);
            return if free { (rest, true) } else { (text, false) };
        }
    }
    let rest = text
        .strip_suffix(['-', '−', '–'])
        .filter(|rest| rest.is_empty() || rest.ends_with([' ', '(', '$', '€', '£']));
    rest.map_or((text, false), |rest| (rest, true))
}

/// A letter right after the digits that multiplies: "$2.7m", "4.3M sales", "10k"; its end and factor.
pub(super) fn glued_scale(context: &Context, number: Span) -> Option<(usize, f64)> {
    let after = context.after(number.end);
    let letters = after.bytes().take_while(u8::is_ascii_alphabetic).count();
    let may_scale = matches!(
        &after[..letters],
        "k" | "K" | "M" | "MM" | "m" | "B" | "b" | "T" | "t"
    );
    let rest = &after[letters..];
    if !may_scale
        || rest.starts_with(|c: char| c.is_alphanumeric())
        || !context.text[..number.end].ends_with(|c: char| c.is_ascii_digit())
    {
        return None;
    }
    let end = number.end + letters;
    let money = table::currency_before(context.before(number.start).trim_end()).is_some()
        || unit_after(context, end).is_some_and(|(m, _)| m.dimension == Dimension::Money);
    let counted = || counted::noun_after(context, end).is_some_and(|noun| noun.plural);
    let factor = match &after[..letters] {
        "k" | "K" => 1e3,
        "M" | "MM" => 1e6,
        "m" if money || counted() => 1e6,
        "B" => 1e9,
        "b" if money => 1e9,
        "T" | "t" if money => 1e12,
        _ => return None,
    };
    Some((end, factor))
}

/// The measure that follows an offset, and where its name ends: the longest of the table's surfaces.
pub(super) fn unit_after(context: &Context, offset: usize) -> Option<(&'static Measure, usize)> {
    context
        .found
        .units
        .at(offset, || read_unit(context, offset))
}

fn read_unit(context: &Context, offset: usize) -> Option<(&'static Measure, usize)> {
    let after = context.after(offset);
    let skipped = match blanks(after) {
        0 => usize::from(after.starts_with('-')),
        blanks => blanks,
    };
    if skipped > 2 {
        return None;
    }
    let rest = &after[skipped..];
    let longest = table::longest(rest);
    if longest == 0 {
        return None;
    }
    let (ends, count) = surface_ends(rest, longest);
    ends[..count].iter().rev().find_map(|&end| {
        let known = (end <= longest).then(|| table::known_surface(&rest[..end]))?;
        let measure = known.filter(|_| !is_charges(&rest[..end]))?;
        let free = skipped == 0 || stands_alone(&rest[..end], &rest[end..]);
        free.then_some((measure, offset + skipped + end))
    })
}

/// "14 counts of bribery" counts charges; only canonical forms write "14 count" for "14 times".
fn is_charges(unit: &str) -> bool {
    matches!(unit, "count" | "counts")
}

/// How many ends of a unit's name are looked at.
const ENDS: usize = 8;

/// Where a unit's name of so many bytes at most may end, and how many ends there are: at the ends of the next words and
/// after signs.
fn surface_ends(rest: &str, longest: usize) -> ([usize; ENDS], usize) {
    let (mut ends, mut count) = ([0; ENDS], 0);
    let mut previous = ' ';
    for (i, c) in rest.char_indices() {
        let word_end = !c.is_alphanumeric() && !previous.is_whitespace() && i > 0;
        let sign_end = !previous.is_alphanumeric() && !previous.is_whitespace() && i > 0;
        if word_end || sign_end {
            ends[count] = i;
            count += 1;
        }
        if matches!(c, ',' | ';' | '(' | ')' | '\n') || count == ENDS || i > longest {
            return (ends, count);
        }
        previous = c;
    }
    if !rest.is_empty() {
        ends[count] = rest.len();
        count += 1;
    }
    (ends, count)
}

/// Symbols of one letter are units after a blank only where no word could be meant: "5 A levels", "10 a day".
fn stands_alone(surface: &str, rest: &str) -> bool {
    let ends = !rest.starts_with(|c: char| c.is_alphanumeric() || c == '\'' || c == '’');
    let letter = surface.len() == 1 && surface != "%";
    ends && (!letter
        || !matches!(
            surface,
            "A" | "K" | "x" | "t" | "N" | "L" | "J" | "B" | "s" | "\""
        ))
}
