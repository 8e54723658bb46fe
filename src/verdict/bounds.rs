//! Bounds that differ: "up to 70 percent" and "up to 80 percent" may both be true, and yet a reader takes them for two figures.

use std::ops::Bound;

use crate::values::quantity::Quantity;

/// Bounds that differ by less than this share are one figure, rounded.
const ONE_FIGURE: f64 = 0.04;

/// Which side of a number a bound leaves open.
#[derive(PartialEq)]
enum Side {
    AtLeast,
    AtMost,
}

/// Whether the two are bounds of one kind with different numbers, or one leaves out the very number that the other gives.
///
/// "At least 14" × "at least 17", "over $2.6 million" × "$2.6 million"; not "at least five" × "five", where the number
/// itself is allowed.
pub(super) fn differ(one: &Quantity, other: &Quantity) -> bool {
    if one.approximate || other.approximate {
        return false;
    }
    let of_one_kind = match (side(one), side(other)) {
        (Some((a, x)), Some((b, y))) => a == b && (x - y).abs() > ONE_FIGURE * x.abs().max(y.abs()),
        _ => false,
    };
    of_one_kind || leaves_out(one, other) || leaves_out(other, one)
}

/// The side and the number of a bound; `None` for a number or a range.
fn side(quantity: &Quantity) -> Option<(Side, f64)> {
    match (quantity.least(), quantity.most()) {
        (Some(low), None) => Some((Side::AtLeast, low)),
        (None, Some(high)) => Some((Side::AtMost, high)),
        (Some(_), Some(_)) | (None, None) => None,
    }
}

/// "Over $2.6 million" leaves out "$2.6 million".
fn leaves_out(bound: &Quantity, number: &Quantity) -> bool {
    let ((Bound::Excluded(open), Bound::Unbounded) | (Bound::Unbounded, Bound::Excluded(open))) =
        (bound.low, bound.high)
    else {
        return false;
    };
    bound.unit == number.unit && number.single() == Some(open)
}

#[cfg(test)]
mod tests {
    use super::differ;
    use crate::values::quantity::Quantity;

    fn differs(one: &str, other: &str) -> bool {
        let read = |text: &str| text.parse::<Quantity>().expect("a canonical quantity");
        differ(&read(one), &read(other)) && differ(&read(other), &read(one))
    }

    #[test]
    fn bounds_of_one_kind_differ_by_their_numbers() {
        assert!(differs("<=70 percentage", "<=80 percentage"));
        assert!(differs(">=14 ship", ">=17 ship"));
        assert!(!differs(">=14 ship", "<=17 ship"));
        assert!(!differs(">=100 ship", ">=102 ship"));
    }

    #[test]
    fn more_than_a_number_is_not_the_number() {
        assert!(differs(">2600000 dollar", "2600000 dollar"));
        assert!(!differs(">=5 people", "5 people"));
        assert!(!differs(">2600000 dollar", "2700000 dollar"));
    }
}
