//! On which day each article was written, as far as it comes before or after others of its story.
//!
//! Wires and newspapers leave the year out: "MANILA, Nov. 18 (ARP) -", "Wednesday, November 19". Among the articles of one
//! story such a day still tells which account is the later one.

use jiff::civil::{Date, date};

use crate::article::Article;
use crate::read::date::{Yearless, yearless};

/// A story that seems to last longer than this spans the turn of a year.
const HALF_A_YEAR: i64 = 183;
/// The year of stories that name none; it has a 29 February.
const ANY_YEAR: i16 = 2000;

/// The days of a story's articles since 1 January 1970; `None` where an article tells none.
pub(super) fn of(articles: &[&Article]) -> Vec<Option<i64>> {
    let known = articles.iter().find_map(|a| a.date);
    articles
        .iter()
        .map(|article| {
            article
                .date
                .or_else(|| completed(yearless(article)?, known))
                .map(day)
        })
        .collect()
}

/// The date nearest to a known one that has this month and day.
fn completed(told: Yearless, known: Option<Date>) -> Option<Date> {
    let year = known.map_or(ANY_YEAR, Date::year);
    let near = |year: i16| Date::new(year, told.month, told.day).ok();
    let Some(known) = known else {
        return near(year);
    };
    let apart = |other: &Date| (day(*other) - day(known)).abs();
    [year - 1, year, year + 1]
        .into_iter()
        .filter_map(near)
        .min_by_key(apart)
        .filter(|other| apart(other) <= HALF_A_YEAR)
}

fn day(of: Date) -> i64 {
    i64::from((of - date(1970, 1, 1)).get_days())
}

#[cfg(test)]
mod tests {
    use super::of;
    use crate::article::Article;
    use crate::read::read;

    fn article(text: &str) -> Article {
        read(text.as_bytes(), "a.txt", None)
            .expect("plain text is read")
            .remove(0)
    }

    #[test]
    fn days_without_a_year_still_have_an_order() {
        let first = article("Ferry sinks\n\nOSLO, Sept. 3 (Courier) - A ferry sank on Tuesday.");
        let second = article("Toll rises\n\nThursday, September 5\n\nThe toll rose to nine.");
        let none = article("Toll rises\n\nThe toll rose to nine on Friday.");
        let days = of(&[&first, &second, &none]);
        assert_eq!(days[1].zip(days[0]).map(|(b, a)| b - a), Some(2));
        assert_eq!(days[2], None);
    }

    #[test]
    fn the_year_is_that_of_the_story() {
        let dated = article("Ferry sinks\n\nOSLO, Dec. 30, 2011 (Courier) - A ferry sank.");
        let bare = article("Toll rises\n\nOSLO, Jan. 2 (Courier) - The toll rose to nine.");
        let days = of(&[&dated, &bare]);
        assert_eq!(days[1].zip(days[0]).map(|(b, a)| b - a), Some(3));
    }
}
