//! Two ages of one person: what the days of the articles allow. Who was 34 two years ago is 36, and neither article errs.

use crate::facts::Account;
use crate::values::quantity::{self, Quantity};

use super::pairs::{Outcome, flag, flag_with, related};

const DAYS_IN_A_YEAR: f64 = 365.25;
/// Articles less than this many years apart tell of one age: few people have their birthday between them.
const SOON: f64 = 0.2;

/// What two ages come to.
pub(super) fn judge(a: &Quantity, b: &Quantity, one: &Account, other: &Account) -> Outcome {
    let of_now = || related(quantity::relate(a, b), || flag("age-conflict", 1.0));
    let (Some(days), Some(a), Some(b)) = (one.days_to(other), a.single(), b.single()) else {
        return of_now();
    };
    let grown = if days < 0 { a - b } else { b - a };
    let years = days.abs() as f64 / DAYS_IN_A_YEAR;
    if years < SOON {
        return of_now();
    }
    // "Lund, 34 when she was arrested" is as old in every article.
    let of_then = one.claim.background || other.claim.background;
    if (years.floor()..=years.ceil()).contains(&grown) {
        Outcome::Agreement
    } else if grown == 0.0 {
        if of_then {
            Outcome::Nothing
        } else {
            flag_with(
                "age-stale",
                1.0,
                format!("the articles lie {years:.0} years apart"),
            )
        }
    } else {
        flag("age-conflict", if of_then { 0.7 } else { 1.0 })
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use crate::spec::rules_on;

    /// The rules that ages told in two years come to.
    fn rules(one: (u8, i16), other: (u8, i16)) -> Vec<String> {
        let [first, second] = [one, other]
            .map(|(age, _)| format!("Dale Kirwan, {age}, was moved to another prison on Tuesday."));
        let day = |year| date(year, 5, 14);
        rules_on((day(one.1), &first), (day(other.1), &second))
    }

    #[test]
    fn ages_grow_with_the_years_between_the_articles() {
        assert_eq!(rules((34, 2011), (36, 2013)), <[&str; 0]>::default());
        assert_eq!(rules((34, 2011), (34, 2013)), ["age-stale"]);
        assert_eq!(rules((36, 2011), (34, 2013)), ["age-conflict"]);
        assert_eq!(rules((34, 2011), (35, 2011)), ["age-conflict"]);
    }
}
