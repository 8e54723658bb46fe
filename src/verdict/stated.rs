//! How two statements of pages stand to each other: settings hold to the figure, where news only rounds.

use crate::claims::lasting::Lasting;
use crate::claims::questions::stated::{Kind, Release, version};
use crate::claims::{Answer, Attribute};
use crate::facts::Account;
use crate::values::Relation;
use crate::values::quantity::{self, Quantity};
use crate::values::time::Reading;

use super::pairs::{Outcome, flag, quantities, related, same_or, times};

/// What a pair of statements of one topic comes to.
pub(super) fn judge(one: &Account, other: &Account) -> Outcome {
    match (&one.claim.answer, &other.claim.answer) {
        (Answer::Time(a), Answer::Time(b)) => times(a, b),
        (Answer::Length(a), Answer::Length(b)) => {
            if seconds(a).is_some() && seconds(a) == seconds(b) {
                Outcome::Agreement
            } else {
                related(a.relate(b), || flag("duration-conflict", 1.0))
            }
        }
        (Answer::Quantity(a), Answer::Quantity(b)) => match quantity::relate(a, b) {
            Relation::Narrower | Relation::Wider | Relation::Overlapping
                if is_range(a) || is_range(b) =>
            {
                flag("quantity-conflict", 0.9)
            }
            relation => related(relation, || quantities(a, b, one, other)),
        },
        (Answer::Words(a), Answer::Words(b)) => words(&a.head, &b.head, one, other),
        _ => Outcome::Nothing,
    }
}

/// Versions, part by part, and states.
fn words(a: &str, b: &str, one: &Account, other: &Account) -> Outcome {
    let release = match &one.claim.question.attribute {
        Attribute::Stated(topic) => match topic.kind {
            Kind::Version(release) => Some(release),
            _ => None,
        },
        _ => None,
    };
    let Some(release) = release else {
        return same_or(a == b, "setting-conflict");
    };
    let moved = release == Release::Latest && one.days_to(other).is_some_and(|days| days != 0);
    let rule = if moved {
        "version-update"
    } else {
        "version-conflict"
    };
    related(version::relate(a, b), || flag(rule, 1.0))
}

/// How long a length is by its figures: an hour is 60 minutes.
fn seconds(lasting: &Lasting) -> Option<f64> {
    match &lasting.time.reading {
        Reading::Length(length) => length.seconds(),
        Reading::Calendar(_) | Reading::Vague(_) => None,
    }
}

/// Whether both ends of a range are told, to the figure.
fn is_range(quantity: &Quantity) -> bool {
    let ends = quantity.least().zip(quantity.most());
    !quantity.approximate && ends.is_some_and(|(low, high)| low < high)
}
