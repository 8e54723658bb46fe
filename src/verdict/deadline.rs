//! A day by which it is done, and the same day before which it is not: "restored by Friday" × "not restored before Friday".

use crate::claims::Answer;
use crate::comparison::{Modality, Polarity};
use crate::facts::Account;
use crate::values::Relation;
use crate::values::time::{self, Bound};

/// Whether one account expects by a day what the other does not expect before it.
pub(super) fn missed(one: &Account, other: &Account) -> bool {
    let days = (&one.claim.answer, &other.claim.answer);
    let (Answer::Time(a), Answer::Time(b)) = days else {
        return false;
    };
    let met = |account: &Account, bound: Bound| {
        account.claim.stance.polarity == Polarity::Positive
            && matches!(bound, Bound::By | Bound::Until | Bound::Before)
    };
    let denied = |account: &Account, bound: Bound| {
        account.claim.stance.polarity == Polarity::Negative
            && account.claim.stance.modality != Modality::Possible
            && bound == Bound::Before
    };
    let same_day = time::relate(&a.day(), &b.day()) == Relation::Equal
        && (a.states_something() && b.states_something());
    let (x, y) = (a.time.bound, b.time.bound);
    same_day && (met(one, x) && denied(other, y) || met(other, y) && denied(one, x))
}
