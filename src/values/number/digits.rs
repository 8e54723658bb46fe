//! Numbers that begin with a digit: "1,234.5", "2 million", "3 1/2", "½", "21st".

use super::lexicon::{Class, Cursor, begins_with_number_word};
use super::words::mixed;
use super::{Form, Kind, Number, implied_grain};
use gainsay_syntax::Span;

/// Reads the number in digits that begins at `within.start`.
pub(super) fn read(text: &str, within: Span) -> Option<Number> {
    let bytes = &text.as_bytes()[..within.end];
    let number = |end: usize, value: f64, grain: f64, scale: f64, kind: Kind| {
        let span = Span::new(within.start, end);
        Some(Number {
            span,
            value,
            grain,
            scale,
            kind,
            form: Form::Digits,
        })
    };
    if let Some((value, end)) = sign_fraction(text, within.start, within.end) {
        return number(end, value, 0.05, 1.0, Kind::Fraction);
    }
    let literal = literal(bytes, within.start)?;
    if stands_alone(bytes, literal.end) {
        let grain = implied_grain(literal.value, literal.decimals);
        return number(literal.end, literal.value, grain, 1.0, Kind::Cardinal);
    }
    if let Some(end) = ordinal_end(bytes, literal.end).filter(|_| literal.decimals == 0) {
        return number(end, literal.value, 1.0, 1.0, Kind::Ordinal);
    }
    if let Some((value, end)) = slash_fraction(text, within.start, within.end) {
        return number(end, value, 0.05, 1.0, Kind::Fraction);
    }
    if let Some((part, end)) =
        mixed_part(text, literal.end, within.end).filter(|_| literal.decimals == 0)
    {
        let mut cursor = Cursor::new(text, end, within.end);
        let scale = cursor
            .take(&[Class::Scale, Class::Hundred])
            .map_or(1.0, |a| a.value);
        return number(
            cursor.at,
            (literal.value + part) * scale,
            scale * 0.25,
            scale,
            Kind::Cardinal,
        );
    }
    let mut cursor = Cursor::new(text, literal.end, within.end);
    if cursor.peek().is_none() {
        let grain = implied_grain(literal.value, literal.decimals);
        return number(literal.end, literal.value, grain, 1.0, Kind::Cardinal);
    }
    if let Some((value, grain, kind)) = mixed(&mut cursor, literal.value) {
        return number(cursor.at, value, grain, 1.0, kind);
    }
    let scale = scale(&mut cursor);
    let value = literal.value * scale;
    let grain = match literal.decimals {
        0 => implied_grain(value, 0),
        decimals => implied_grain(literal.value, decimals) * scale,
    };
    number(cursor.at, value, grain, scale, Kind::Cardinal)
}

/// Whether what follows the digits is no part of a number: most end a clause, or stand before a word that is none.
fn stands_alone(bytes: &[u8], end: usize) -> bool {
    match bytes[end..] {
        [] | [b',' | b'.' | b')' | b':' | b';' | b'%' | b'\'' | b'"', ..] => true,
        [b' ', first, ..] if first.is_ascii_alphabetic() => {
            !begins_with_number_word(&bytes[end + 1..])
        }
        _ => false,
    }
}

/// The product of the scale words that follow: "million", "hundred thousand", "dozen".
fn scale(cursor: &mut Cursor) -> f64 {
    let mut scale = 1.0;
    for classes in [&[Class::Hundred, Class::Dozen][..], &[Class::Scale]] {
        if let Some(word) = cursor.take(classes) {
            scale *= word.value;
        }
    }
    scale
}

/// Digits with their separators.
struct Literal {
    value: f64,
    decimals: u32,
    end: usize,
}

/// "1,234.56", "1234", ".5"; nothing for versions and addresses ("1.2.3") or more digits than a number has.
fn literal(bytes: &[u8], start: usize) -> Option<Literal> {
    let whole = match digits_end(bytes, start) {
        end if bytes.get(end) == Some(&b',') => grouped(bytes, start, end),
        end => end,
    };
    let mut end = whole;
    if bytes.get(end) == Some(&b'.') && digits_end(bytes, end + 1) > end + 1 {
        end = digits_end(bytes, end + 1);
        if bytes.get(end) == Some(&b'.') && digits_end(bytes, end + 1) > end + 1 {
            return None;
        }
    }
    if end == start || end - start > 24 {
        return None;
    }
    let decimals = end.saturating_sub(whole + 1) as u32;
    let value = if end - start < 16 {
        let digits = bytes[start..end].iter().filter(|b| b.is_ascii_digit());
        // Both numbers are exact, and so their quotient is the one that is nearest.
        let whole = digits.fold(0_u64, |value, digit| value * 10 + u64::from(digit - b'0'));
        whole as f64 / 10_u64.pow(decimals) as f64
    } else {
        let said = bytes[start..end].iter().filter(|&&b| b != b',');
        let plain: String = said.map(|&byte| char::from(byte)).collect();
        plain.parse().ok()?
    };
    Some(Literal {
        value,
        decimals,
        end,
    })
}

fn digits_end(bytes: &[u8], start: usize) -> usize {
    start
        + bytes[start.min(bytes.len())..]
            .iter()
            .take_while(|b| b.is_ascii_digit())
            .count()
}

/// The end of "12,345,678" whose first digits end at `first`, if groups of three are what follows, else that of the
/// first.
fn grouped(bytes: &[u8], start: usize, first: usize) -> usize {
    let mut end = first;
    if (1..=3).contains(&(first - start)) {
        while bytes.get(end) == Some(&b',') && digits_end(bytes, end + 1) == end + 4 {
            end += 4;
        }
    }
    end
}

/// The end of "st", "nd", "rd" or "th" right after the digits.
fn ordinal_end(bytes: &[u8], at: usize) -> Option<usize> {
    let suffix = bytes.get(at..at + 2)?;
    let ordinal = [b"st", b"nd", b"rd", b"th"]
        .iter()
        .any(|s| suffix.eq_ignore_ascii_case(*s));
    let open = bytes.get(at + 2).is_some_and(u8::is_ascii_alphanumeric);
    (ordinal && !open).then_some(at + 2)
}

/// "½" and its kin.
fn sign_fraction(text: &str, at: usize, end: usize) -> Option<(f64, usize)> {
    let sign = text[at..end].chars().next().filter(|c| !c.is_ascii())?;
    let (parts, of) = match sign {
        '½' => (1.0, 2.0),
        '⅓' => (1.0, 3.0),
        '⅔' => (2.0, 3.0),
        '¼' => (1.0, 4.0),
        '¾' => (3.0, 4.0),
        '⅕' => (1.0, 5.0),
        '⅛' => (1.0, 8.0),
        '⅜' => (3.0, 8.0),
        '⅝' => (5.0, 8.0),
        '⅞' => (7.0, 8.0),
        _ => return None,
    };
    Some((parts / of, at + sign.len_utf8()))
}

/// The denominators that people write: 9/11 and 24/7 are no fractions.
const DENOMINATORS: [u32; 16] = [
    2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 32, 64, 100, 128, 256, 1000,
];

/// "1/16", "3⁄4"; not "1/2/2020".
fn slash_fraction(text: &str, at: usize, end: usize) -> Option<(f64, usize)> {
    let bytes = &text.as_bytes()[..end];
    let over = digits_end(bytes, at);
    let slash = text[over..end]
        .chars()
        .next()
        .filter(|c| ['/', '\u{2044}'].contains(c))?;
    let under = over + slash.len_utf8();
    let stop = digits_end(bytes, under);
    let parts: u32 = text[at..over].parse().ok()?;
    let of: u32 = text[under..stop].parse().ok()?;
    let open = text[stop..end].starts_with(|c: char| c == '/' || c.is_alphanumeric());
    (parts < of && DENOMINATORS.contains(&of) && !open)
        .then(|| (f64::from(parts) / f64::from(of), stop))
}

/// The fraction of a mixed number: the "½" of "2½", the "1/2" of "3 1/2" and "3-1/2".
fn mixed_part(text: &str, at: usize, end: usize) -> Option<(f64, usize)> {
    sign_fraction(text, at, end).or_else(|| {
        let joint = text[at..end]
            .chars()
            .next()
            .filter(|c| [' ', '-'].contains(c))?;
        slash_fraction(text, at + joint.len_utf8(), end)
    })
}
