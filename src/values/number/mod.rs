//! Numbers in digits and in words, read straight from the text.
//!
//! Time and quantity both need "twenty-four", "1,200", "two and a half million" and "21st", and a tokenizer may cut
//! such strings anywhere; so a number is read from a byte offset on and tells where it ends. What a number stands
//! next to (a unit, a month, a name) is the business of its readers.

mod digits;
mod lexicon;
mod scan;
mod words;

pub(super) use lexicon::beginnings;
pub(super) use scan::scan;

use gainsay_syntax::Span;

/// A number as it was said.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Number {
    /// Where it stands.
    pub span: Span,
    /// Its value; of a vague one ("dozens") the lower end.
    pub value: f64,
    /// The step to which it was said: 0.1 for "6.1", 100 for "300", 100,000 for "3.2 million", 1 for "22".
    pub grain: f64,
    /// What the words after its numeral multiply it by: a million in "3.2 million", 1 in "24".
    pub scale: f64,
    /// What it does.
    pub kind: Kind,
    /// How it is written.
    pub form: Form,
}

/// What a number does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// "24", "two dozen", "1.5 million".
    Cardinal,
    /// "third", "21st".
    Ordinal,
    /// "half", "two-thirds", "1/16": a share of one.
    Fraction,
    /// "dozens", "hundreds of thousands": from the value up to ten times it.
    Vague,
}

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Form {
    /// It begins with a digit: "24", "2 million", "2½".
    Digits,
    /// It begins with a word: "two dozen", "half a million".
    Words,
}

impl Number {
    /// The upper end: the value itself, but for vague numbers.
    pub fn most(&self) -> f64 {
        match self.kind {
            Kind::Vague => self.value * 10.0,
            Kind::Cardinal | Kind::Ordinal | Kind::Fraction => self.value,
        }
    }
}

/// Reads the number that begins exactly at `within.start` and ends by `within.end`; the longest one.
///
/// The caller sees to it that a number may begin there: "AK47" holds the digits of 47 but no number.
///
/// ```
/// use gainsay::{Span, values::number};
/// let text = "some two and a half million people";
/// let number = number::read(text, Span::new(5, text.len())).unwrap();
/// assert_eq!((number.span.of(text), number.value), ("two and a half million", 2_500_000.0));
/// ```
pub fn read(text: &str, within: Span) -> Option<Number> {
    let first = text.get(within.start..within.end)?.chars().next()?;
    if first.is_ascii_alphabetic() {
        words::read(text, within)
    } else {
        digits::read(text, within)
    }
}

/// The number that a word is by itself: "eighth", "12".
pub fn of_word(word: &str) -> Option<Number> {
    let whole = Span::new(0, word.len());
    read(word, whole).filter(|number| number.span == whole)
}

/// The place in an order that a word tells by itself: 8 of "eighth" and "8th".
pub fn ordinal(word: &str) -> Option<u64> {
    let number = of_word(word).filter(|number| number.kind == Kind::Ordinal)?;
    Some(number.value as u64)
}

/// Whether a word can begin a number in words: the cheap question to ask before [`read`].
pub fn is_number_word(word: &str) -> bool {
    lexicon::begins_number(word)
}

/// Whole numbers below this are what they are as integers, too, whose remainders cost less.
const EXACT: f64 = 9e15;

/// The step that a plain numeral leaves open: its last decimal, or the power of ten it is a multiple of from 100 on.
///
/// Small whole numbers are taken as counted (grain 1): nobody rounds 20 dead to the ten.
pub fn implied_grain(value: f64, decimals: u32) -> f64 {
    if decimals > 0 {
        return 10f64.powi(-(decimals.min(18) as i32));
    }
    if value.abs() < 100.0 || value.fract() != 0.0 {
        return 1.0;
    }
    if value.abs() < EXACT {
        let value = value.abs() as u64;
        let mut grain = 1;
        while value.is_multiple_of(grain * 10) {
            grain *= 10;
        }
        return grain as f64;
    }
    let mut grain = 1.0;
    while value % (grain * 10.0) == 0.0 && grain < 1e18 {
        grain *= 10.0;
    }
    grain
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Checks the table of spec.md: each row's number must be read from its first byte.
    #[test]
    fn spec_holds() {
        for (row, line) in include_str!("spec.md").lines().enumerate() {
            let Some((said, means)) = line.split_once('|') else {
                continue;
            };
            let (said, means) = (said.trim(), means.trim());
            if said == "says" || said.starts_with('-') {
                continue;
            }
            let got = read(said, Span::new(0, said.len())).map_or("—".to_owned(), |n| {
                let kind = format!("{:?}", n.kind).to_lowercase();
                format!(
                    "{} {kind} {:?} ±{}",
                    n.value,
                    n.span.of(said),
                    n.grain / 2.0
                )
            });
            assert_eq!(got, means, "spec.md:{}: {said}", row + 1);
        }
    }

    proptest! {
        #[test]
        fn never_panics(text in "\\PC*", start in 0usize..40) {
            let _ = read(&text, Span::new(start, text.len()));
        }

        #[test]
        fn number_like_text_never_panics(text in "(one|two|twenty|hundred|million|and|a|half|of|[0-9]{1,4}|[ ,./½⁄-]){0,12}") {
            let _ = read(&text, Span::new(0, text.len()));
        }

        #[test]
        fn digits_are_themselves(value in 0u32..10_000_000) {
            let text = value.to_string();
            let number = read(&text, Span::new(0, text.len())).expect("digits are a number");
            prop_assert_eq!((number.value, number.span.end), (f64::from(value), text.len()));
        }
    }
}
