//! Over which stretch is a thing counted? "Last year 1,073 people died on the roads" counts another thing than the toll
//! of a crash, and a share that "lost 2 percent on Thursday" did another thing on Monday.

use crate::claims::{Attribute, Event, matter};
use crate::values::time::{Kind, Time};
use crate::values::{Relation, time};

use super::Account;
use super::features::relate_times;

/// A stretch of so many days is no day of the news.
const LONG: f64 = 28.0;

/// Whether the two are counted or measured over stretches of which nothing says that they are one.
pub(super) fn are_of_two(one: &Account, other: &Account) -> bool {
    let events = [one, other].map(|account| account.claim.question.event.as_deref());
    let [Some(x), Some(y)] = events else {
        return false;
    };
    match one.claim.question.attribute {
        Attribute::HowMany if is_toll(x) && is_toll(y) => match (stretch(x), stretch(y)) {
            (Some(a), Some(b)) => time::relate(a, b) == Relation::Disjoint,
            // The crime of last year is told without its year, too; what a road took in four years is no one crash.
            (a, b) => a
                .or(b)
                .is_some_and(|time| time.timex.kind == Kind::Duration),
        },
        Attribute::Measure(_) if [one, other].iter().all(|a| matter::is_of_a_day(a.claim)) => {
            // What tells no day is told of the article's own.
            let undated = x.times.is_empty() || y.times.is_empty();
            let later = one.days_to(other).is_some_and(|days| days != 0);
            relate_times(x, y).1 > 0.0 || undated && later
        }
        _ => false,
    }
}

fn is_toll(event: &Event) -> bool {
    event.classes.iter().any(|class| class.is_toll())
}

/// The month, year or longer time over which an event counts: "last month", "in four years".
fn stretch(event: &Event) -> Option<&Time> {
    event.times.iter().find(|time| days(time) >= LONG)
}

fn days(time: &Time) -> f64 {
    const DAY: f64 = 86_400.0;
    if time.timex.kind == Kind::Duration {
        return time.duration().map_or(0.0, |(least, _)| least / DAY);
    }
    time.interval.map_or(0.0, |i| {
        f64::from((i.end.date() - i.start.date()).get_days())
    })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use crate::spec::rules_on;

    #[test]
    fn shares_move_from_day_to_day() {
        let up = "Shares of Norvik of Bergen rose 5 percent, Petra Lind said.";
        let less = "Norvik's stock gained 3 percent in Bergen, Petra Lind said.";
        let rules = |day| rules_on((date(2012, 5, 3), up), (date(2012, 5, day), less));
        assert_eq!(rules(3), ["quantity-conflict"]);
        assert_eq!(rules(9), <[&str; 0]>::default());
    }
}
