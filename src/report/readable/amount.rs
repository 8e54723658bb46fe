//! Quantities in words: `>=5 person` is "at least 5", `85000000 euro` is "85,000,000 EUR".

use crate::values::quantity::{Dimension, Quantity, Unit};
use std::ops::Bound;

/// A canonical quantity in words; `None` if it is none.
pub(super) fn readable(value: &str) -> Option<String> {
    let quantity: Quantity = value.parse().ok()?;
    let number = number(&quantity);
    let about = if quantity.approximate { "about " } else { "" };
    Some(format!("{about}{number}{}", unit(&quantity)))
}

fn number(quantity: &Quantity) -> String {
    let is_share = quantity.dimension() == Dimension::Ratio;
    let word = |number: f64| {
        if is_share {
            hundredths(number)
        } else {
            thousands(&number.to_string())
        }
    };
    match (quantity.low, quantity.high) {
        (Bound::Included(low), Bound::Included(high)) if low.total_cmp(&high).is_eq() => word(low),
        (Bound::Included(low), Bound::Unbounded) => format!("at least {}", word(low)),
        (Bound::Excluded(low), Bound::Unbounded) => format!("more than {}", word(low)),
        (Bound::Unbounded, Bound::Included(high)) => format!("at most {}", word(high)),
        (Bound::Unbounded, Bound::Excluded(high)) => format!("less than {}", word(high)),
        (
            Bound::Included(low) | Bound::Excluded(low),
            Bound::Included(high) | Bound::Excluded(high),
        ) => {
            format!("{} to {}", word(low), word(high))
        }
        (Bound::Unbounded, Bound::Unbounded) => "any number".to_owned(),
    }
}

/// A share as people compare it: a third is 33, one in 700 is 0.14.
fn hundredths(share: f64) -> String {
    let hundredths = share * 100.0;
    let step = if hundredths < 10.0 { 100.0 } else { 1.0 };
    ((hundredths * step).round() / step).to_string()
}

/// The unit with its space; what is counted is told by the question, and a magnitude has none.
fn unit(quantity: &Quantity) -> String {
    if quantity.dimension() == Dimension::Ratio {
        return " %".to_owned();
    }
    let Unit::Measure(measure) = &quantity.unit else {
        return String::new();
    };
    match measure.dimension {
        Dimension::Magnitude | Dimension::Score | Dimension::Rank => String::new(),
        Dimension::Percent => " %".to_owned(),
        Dimension::Money => format!(" {}", measure.currency),
        _ if quantity.single() == Some(1.0) => format!(" {}", measure.name),
        _ => format!(" {}", plural(measure.name)),
    }
}

/// `kilometre per hour` → `kilometres per hour`; `foot` → `feet`; `celsius` and `hertz` stay.
fn plural(name: &str) -> String {
    let (first, rest) = match name.split_once(" per ") {
        Some((first, rest)) => (first, format!(" per {rest}")),
        None => (name, String::new()),
    };
    match first {
        "foot" => format!("feet{rest}"),
        "inch" => format!("inches{rest}"),
        "century" => format!("centuries{rest}"),
        stays
            if stays.ends_with(['s', 'z', 'x']) || stays == "fahrenheit" || stays == "multiple" =>
        {
            name.to_owned()
        }
        of if of.contains(" of ") => name.replacen(" of ", "s of ", 1),
        _ => format!("{first}s{rest}"),
    }
}

/// Groups the digits of whole numbers of five digits and more.
pub(crate) fn thousands(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 4);
    let mut digits = String::new();
    for c in text.chars().chain(['\0']) {
        if c.is_ascii_digit() {
            digits.push(c);
            continue;
        }
        let fraction = out.ends_with('.');
        for (i, digit) in digits.chars().enumerate() {
            let left = digits.len() - i;
            if i > 0 && left.is_multiple_of(3) && digits.len() >= 5 && !fraction {
                out.push(',');
            }
            out.push(digit);
        }
        digits.clear();
        if c != '\0' {
            out.push(c);
        }
    }
    out
}
