//! Two ages of one person: what the days of the articles allow. Who was 34 two years ago is 36, and neither article errs.

use std::cmp::Ordering;

use crate::facts::Account;
use crate::values::quantity::{self, Quantity};

use super::days_of;
use super::pairs::{Outcome, flag, flag_with, related};

const DAYS_IN_A_YEAR: f64 = 365.25;
/// Articles less than this many years apart tell of one age: few people have their birthday between them.
const SOON: f64 = 0.2;

/// What two ages come to; `days` are the articles' days since an epoch.
pub(super) fn judge(
    a: &Quantity,
    b: &Quantity,
    one: &Account,
    other: &Account,
    days: &[Option<i64>],
) -> Outcome {
    let of_now = || related(quantity::relate(a, b), || flag("age-conflict", 1.0));
    let Some((first, second)) = days_of(one, other, days) else {
        return of_now();
    };
    let (Some(a), Some(b)) = (a.single(), b.single()) else {
        return of_now();
    };
    let (grown, years) = match first.cmp(&second) {
        Ordering::Greater => (a - b, first - second),
        Ordering::Less | Ordering::Equal => (b - a, second - first),
    };
    let years = years as f64 / DAYS_IN_A_YEAR;
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
    use crate::article::Article;
    use crate::compare::{Options, compare};

    /// The rule that ages told on two days come to.
    fn rule(one: (&str, i16), other: (&str, i16)) -> Option<String> {
        let article = |(age, year): (&str, i16)| {
            let text = format!("Dale Kirwan, {age}, was moved to another prison on Tuesday.");
            let mut article = Article::plain(&format!("a{year}"), &text);
            article.date = Some(jiff::civil::date(year, 5, 14));
            article
        };
        let found = compare(&[article(one), article(other)], &Options::default()).findings;
        found.into_iter().map(|finding| finding.rule).next()
    }

    #[test]
    fn ages_grow_with_the_years_between_the_articles() {
        assert_eq!(rule(("34", 2011), ("36", 2013)), None);
        assert_eq!(
            rule(("34", 2011), ("34", 2013)).as_deref(),
            Some("age-stale")
        );
        assert_eq!(
            rule(("36", 2011), ("34", 2013)).as_deref(),
            Some("age-conflict")
        );
        assert_eq!(
            rule(("34", 2011), ("35", 2011)).as_deref(),
            Some("age-conflict")
        );
    }
}
