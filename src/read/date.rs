//! The day of publication, as files and flags write it: ISO 8601, RFC 2822, "September 3, 2024", "3 Sept 2024".
//!
//! Only whole dates with a year count. Times in running text are another matter: `values::time` reads those.

use jiff::civil::Date;

use crate::article::{Article, Block, BlockKind};
use crate::lexicon::calendar::month;

/// A posting line stands near the top or at the foot: within this many blocks.
const NEAR: usize = 6;

/// A dateline is at most this long, in bytes.
const MAX_DATELINE: usize = 80;

/// The first whole date in a text; the day as written, whatever the time zone.
///
/// "2024-09-03T08:00:00Z", "Tue, 03 Sep 2024 08:00:00 GMT", "Sept. 3, 2024", "3rd of September 2024", "2024/09/03",
/// "20240903" and "25.12.2024" are dates. "11/09/2024" is none: it could be two days.
pub fn parse(text: &str) -> Option<Date> {
    let words = words(text);
    (0..words.len()).find_map(|i| {
        compact(words[i].text)
            .or_else(|| numeric(&words[i..]))
            .or_else(|| named(&words[i..]))
    })
}

/// The date of the first line that says when the article was posted, else that of its dateline.
pub(super) fn posted(blocks: &[Block], text: &str) -> Option<Date> {
    let near = |i: usize| i < NEAR || i + NEAR >= blocks.len();
    let stamp = blocks
        .iter()
        .enumerate()
        .filter(|(i, b)| b.kind == BlockKind::Furniture && near(*i))
        .find_map(|(_, b)| posting_date(b.span.of(text)));
    stamp.or_else(|| {
        let prose = blocks.iter().find(|b| b.kind == BlockKind::Paragraph)?;
        dateline_date(prose.span.of(text))
    })
}

/// A day of a month, of whatever year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Yearless {
    /// From 1 to 12.
    pub month: i8,
    /// From 1 to 31.
    pub day: i8,
}

/// The day that the lines over an article or its dateline name without a year: "MANILA, Nov. 18 (ARP) -", "Thursday, May 14".
pub fn yearless(article: &Article) -> Option<Yearless> {
    /// A line of furniture with more words is no line that dates an article.
    const SHORT: usize = 14;
    let lines = article.blocks.iter().take(NEAR);
    lines
        .filter(|block| block.kind != BlockKind::Headline)
        .find_map(|block| {
            let line = block.span.of(&article.text);
            let words = words(line);
            let dated = match block.kind {
                BlockKind::Furniture => words.get(..words.len().min(SHORT))?,
                _ => dateline(line, &words)?,
            };
            dated.windows(2).find_map(month_and_day)
        })
}

/// The words of the dateline that opens a report, behind its place in capitals; a line of so few words is all dateline.
fn dateline<'w, 'a>(line: &str, words: &'w [Word<'a>]) -> Option<&'w [Word<'a>]> {
    const DATELINE: usize = 7;
    let (place, _) = line.split_once(',')?;
    let letters = || place.chars().filter(|c| c.is_alphabetic());
    let capitals = letters().count() >= 2 && letters().all(char::is_uppercase);
    let short = words.len() <= DATELINE;
    (capitals || short).then(|| &words[..words.len().min(DATELINE)])
}

/// "Nov. 18" or "18 November".
fn month_and_day(words: &[Word<'_>]) -> Option<Yearless> {
    let [one, other] = words else { return None };
    let named = |word: &Word| {
        let name = word.text.starts_with(char::is_uppercase) && word.text.len() >= 3;
        month(word.text).filter(|_| name)
    };
    let numbered = |word: &Word| {
        let day = number(word.text).filter(|_| word.text.len() <= 2)?;
        i8::try_from(day).ok().filter(|day| (1..=31).contains(day))
    };
    let (month, day) = match (named(one), named(other)) {
        (Some(month), None) => (month, numbered(other)?),
        (None, Some(month)) => (month, numbered(one)?),
        _ => return None,
    };
    Some(Yearless { month, day })
}

/// The date between the place in capitals and the dash that open a report: "OSLO, Sept. 3, 2024 (Courier) - The ferry".
fn dateline_date(prose: &str) -> Option<Date> {
    let end = ["--", "—", "–", "_", " - "]
        .iter()
        .filter_map(|dash| prose.find(dash))
        .min()
        .filter(|&end| end <= MAX_DATELINE)?;
    let place = prose[..end].split(',').next()?;
    let capitals = place
        .chars()
        .filter(|c| c.is_alphabetic())
        .all(char::is_uppercase);
    (capitals && place.chars().count() >= 2).then(|| parse(&prose[..end]))?
}

/// The date in a line of furniture; American order is taken for numbers only where the line is American.
fn posting_date(line: &str) -> Option<Date> {
    parse(line).or_else(|| {
        let american = line.split(|c: char| !c.is_ascii_alphanumeric()).any(|w| {
            matches!(
                w,
                "ET" | "EST" | "EDT" | "CT" | "CST" | "CDT" | "PT" | "PST" | "PDT"
            )
        });
        if !american {
            return None;
        }
        let words = words(line);
        words.windows(3).find_map(|w| {
            let [month, day, year] = [number(w[0].text)?, number(w[1].text)?, number(w[2].text)?];
            let slashes = w[0].gap == "/" && w[1].gap == "/";
            let year = if w[2].text.len() == 2 {
                2000 + year
            } else {
                year
            };
            slashes.then(|| date(year, month, day)).flatten()
        })
    })
}

/// A run of letters or of digits, and what stands between it and the next.
struct Word<'a> {
    text: &'a str,
    gap: &'a str,
}

fn words(text: &str) -> Vec<Word<'_>> {
    let class = |b: u8| (b.is_ascii_alphabetic() as u8) + 2 * (b.is_ascii_digit() as u8);
    let bytes = text.as_bytes();
    let mut ranges: Vec<(usize, usize)> = Vec::new();
    let mut i = 0;
    while i < bytes.len() {
        let kind = class(bytes[i]);
        let start = i;
        while i < bytes.len() && class(bytes[i]) == kind {
            i += 1;
        }
        if kind != 0 {
            ranges.push((start, i));
        }
    }
    let gap_end = |k: usize| ranges.get(k + 1).map_or(text.len(), |r| r.0);
    ranges
        .iter()
        .enumerate()
        .map(|(k, &(start, end))| Word {
            text: &text[start..end],
            gap: &text[end..gap_end(k)],
        })
        .collect()
}

/// "20240903".
fn compact(word: &str) -> Option<Date> {
    (word.len() == 8).then_some(())?;
    let n = number(word)?;
    date(n / 10_000, n / 100 % 100, n % 100)
}

/// "2024-09-03", "2024/09/03", "25.12.2024", "12/25/2024": three numbers with one separator, in an order that only one
/// reading allows.
fn numeric(words: &[Word<'_>]) -> Option<Date> {
    let [first, second, third, ..] = words else {
        return None;
    };
    let separated = first.gap == second.gap && matches!(first.gap, "-" | "/" | ".");
    separated.then_some(())?;
    let [one, two, last] = [
        number(first.text)?,
        number(second.text)?,
        number(third.text)?,
    ];
    if first.text.len() == 4 {
        return date(one, two, last);
    }
    (third.text.len() == 4).then_some(())?;
    match (date(last, one, two), date(last, two, one)) {
        (Some(american), Some(european)) => (american == european).then_some(american),
        (american, european) => american.or(european),
    }
}

/// "September 3, 2024", "Sept. 3rd 2024", "3 September 2024", "3rd of Sept., 2024".
fn named(words: &[Word<'_>]) -> Option<Date> {
    let plain: Vec<&str> = words
        .iter()
        .map(|w| w.text)
        .filter(|w| {
            !matches!(
                w.to_ascii_lowercase().as_str(),
                "st" | "nd" | "rd" | "th" | "of" | "the"
            )
        })
        .take(3)
        .collect();
    let [a, b, c] = plain[..] else { return None };
    let year = number(c).filter(|_| c.len() == 4)?;
    match (month(a), month(b)) {
        (Some(month), None) => date(year, month.into(), number(b)?),
        (None, Some(month)) => date(year, month.into(), number(a)?),
        _ => None,
    }
}

fn number(word: &str) -> Option<i32> {
    word.bytes()
        .all(|b| b.is_ascii_digit())
        .then(|| word.parse().ok())?
}

fn date(year: i32, month: i32, day: i32) -> Option<Date> {
    let plausible = (1500..2500).contains(&year);
    plausible.then_some(())?;
    Date::new(year as i16, month.try_into().ok()?, day.try_into().ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::{dateline_date, parse, posting_date};

    #[test]
    fn reads_whole_dates_only() {
        let cases = [
            ("2024-09-03", Some("2024-09-03")),
            ("2024-09-03T23:30:00-07:00", Some("2024-09-03")),
            ("2024-09-03 08:00:00", Some("2024-09-03")),
            ("Tue, 03 Sep 2024 08:00:00 GMT", Some("2024-09-03")),
            ("Sept. 3, 2024", Some("2024-09-03")),
            (
                "Monday, Sep 10,2012 | Updated 9:01 AM EDT",
                Some("2012-09-10"),
            ),
            ("8:56am Monday 10th June 2013", Some("2013-06-10")),
            ("on the 3rd of September, 2024", Some("2024-09-03")),
            ("20240903", Some("2024-09-03")),
            ("2024/9/3", Some("2024-09-03")),
            ("25.12.2024", Some("2024-12-25")),
            ("12/25/2024", Some("2024-12-25")),
            ("09/09/2024", Some("2024-09-09")),
            ("11/09/2024", None),
            ("2024-13-40", None),
            ("None", None),
            ("Sept. 3", None),
            ("in 2024", None),
            ("yesterday", None),
        ];
        for (text, day) in cases {
            assert_eq!(parse(text).map(|d| d.to_string()).as_deref(), day, "{text}");
        }
    }

    #[test]
    fn takes_american_order_from_an_american_line() {
        let day = posting_date("09/10/10 08:23 PM ET").map(|d| d.to_string());
        assert_eq!(day.as_deref(), Some("2010-09-10"));
        assert_eq!(posting_date("11/09/2010"), None);
    }

    #[test]
    fn a_dateline_dates_its_report() {
        let cases = [
            (
                "OSLO, Sept. 3, 2024 (Courier) - The ferry left.",
                Some("2024-09-03"),
            ),
            (
                "PORT ELLEN, 3 September 2024 — The ferry left.",
                Some("2024-09-03"),
            ),
            ("OSLO, Sept. 3 (Courier) - The ferry left.", None),
            ("The ferry left on 3 September 2024 - late.", None),
            ("OSLO (Courier) The ferry left on 3 September 2024.", None),
        ];
        for (prose, day) in cases {
            assert_eq!(
                dateline_date(prose).map(|d| d.to_string()).as_deref(),
                day,
                "{prose}"
            );
        }
    }
}
