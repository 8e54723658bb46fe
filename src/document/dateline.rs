//! The dateline that opens a report: "NAIROBI, Kenya (AP) _", "LONDON, Sept. 3 (Reuters) -".
//!
//! It is no part of the first sentence; left there, it would be read as its subject.

use gainsay_syntax::Span;

use crate::lexicon::calendar;

/// A dateline is at most this long, in bytes.
const MAX_LEN: usize = 80;
/// What stands between dateline and report, longest first.
const DASHES: &[&str] = &["---", "--", "—", "–", "_", "-"];

/// The dateline of a block, if it has one, and the rest of the block.
pub(super) fn split(text: &str, block: Span) -> (Option<Span>, Span) {
    let words = block.of(text);
    match length(words) {
        Some(end) => {
            let rest = &words[end..];
            let gap = rest.len() - rest.trim_start().len();
            (
                Some(Span::new(block.start, block.start + end)),
                Span::new(block.start + end + gap, block.end),
            )
        }
        None => (None, block),
    }
}

/// Length of the dateline with its dash or colon.
fn length(words: &str) -> Option<usize> {
    dashed(words).or_else(|| label(words))
}

/// Length of what stands in capitals before a colon, "MUMBAI:", and "UPDATED:" that labels a headline; with a day also
/// before a full stop, "MUMBAI, Aug. 4."
fn label(words: &str) -> Option<usize> {
    opening(words)
        .match_indices([':', '.'])
        .find_map(|(at, mark)| {
            let next = words[at + 1..].strip_prefix(' ')?;
            let sentence = next.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
            let (place, day) = match words[..at].split_once(", ") {
                Some((place, day)) => (place, is_day(day)),
                None => (&words[..at], mark == ":"),
            };
            let short = (5..40).contains(&place.len()) && place.split(' ').count() <= 3;
            let in_capitals = place.bytes().all(|b| b.is_ascii_uppercase() || b == b' ');
            (day && short && in_capitals && sentence).then_some(at + 1)
        })
}

/// As much of a block as a dateline may take.
fn opening(words: &str) -> &str {
    let mut ends = (0..=MAX_LEN.min(words.len())).rev();
    let end = ends.find(|&i| words.is_char_boundary(i));
    &words[..end.unwrap_or(0)]
}

/// "Aug. 4", "August 4"
fn is_day(words: &str) -> bool {
    let day = words.split_once(' ').filter(|(month, _)| {
        let month = month.trim_end_matches('.');
        calendar::month(month).is_some()
    });
    day.is_some_and(|(_, day)| day.len() <= 2 && day.bytes().all(|b| b.is_ascii_digit()))
}

/// Length of a dateline that ends in a dash.
fn dashed(words: &str) -> Option<usize> {
    let head = opening(words);
    if !head.contains(['-', '_', '—', '–']) {
        return None;
    }
    let (dash, len) = DASHES
        .iter()
        .filter_map(|d| Some((dash_at(head, d)?, d.len())))
        .min_by_key(|&(at, len)| (at, usize::MAX - len))?;
    let end = dash + len;
    is_dateline(words[..dash].trim_end()).then_some(end)
}

/// Where a dash stands by itself: after a blank or a bracket, before a blank or the end.
fn dash_at(head: &str, dash: &str) -> Option<usize> {
    head.match_indices(dash).map(|(at, _)| at).find(|&at| {
        let before = head[..at].chars().next_back();
        let after = head[at + dash.len()..].chars().next();
        at > 0
            && before.is_some_and(|c| c == ' ' || c == ')')
            && after.is_none_or(|c| c == ' ' || before == Some(')') && c.is_alphabetic())
    })
}

/// A place in capitals, perhaps with its region, a day and the agency in brackets.
///
/// "NAIROBI, Kenya (AP)", "WASHINGTON", "JOHANNESBURG, August 7 (Xinhua)" and "London (Reuters)" are; "NATO" before "_ a
/// military alliance _" can not be told from one and is taken for one.
fn is_dateline(head: &str) -> bool {
    let (place, agency) = match head.strip_suffix(')').and_then(|h| h.rsplit_once('(')) {
        Some((place, agency)) => (place.trim_end(), Some(agency)),
        None => (head, None),
    };
    if place.is_empty() || place.contains(['(', ')', '"', '“', ':', ';', '?', '!']) {
        return false;
    }
    let city = place.split(',').next().unwrap_or(place);
    let letters = || city.chars().filter(|c| c.is_alphabetic());
    let in_capitals = letters().count() >= 2 && letters().all(|c| !c.is_lowercase());
    let has_agency = agency.is_some_and(|a| a.split_whitespace().count() <= 3);
    let named = |w: &str| w.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    let short = place.split_whitespace().count() <= 7;
    let small = ["and", "of", "the", "de", "del", "es", "on"];
    let is_name = place
        .split([' ', ',', '/'])
        .filter(|w| !w.is_empty())
        .all(|w| named(w) || small.contains(&w));
    short && is_name && (in_capitals || has_agency)
}

#[cfg(test)]
mod tests {
    use super::split;
    use gainsay_syntax::Span;

    #[test]
    fn datelines_and_what_only_looks_like_them() {
        let cases = [
            (
                "NAIROBI, Kenya (AP) _ Two buses met.",
                Some("NAIROBI, Kenya (AP) _"),
            ),
            ("NAIROBI, Kenya (AP) _", Some("NAIROBI, Kenya (AP) _")),
            (
                "CANBERRA, Australia (AP)_ Two buses met.",
                Some("CANBERRA, Australia (AP)_"),
            ),
            (
                "LONDON, Sept. 3 (Reuters) - Two buses met.",
                Some("LONDON, Sept. 3 (Reuters) -"),
            ),
            (
                "London (Reuters) — Two buses met.",
                Some("London (Reuters) —"),
            ),
            ("PARIS — Two buses met.", Some("PARIS —")),
            ("MUMBAI: Two buses met.", Some("MUMBAI:")),
            (
                "NEW MYSORE, Aug. 4: Two buses met.",
                Some("NEW MYSORE, Aug. 4:"),
            ),
            ("MYSORE, May 4. Two buses met.", Some("MYSORE, May 4.")),
            ("MYSORE. Two buses met.", None),
            ("NATO: Two buses met.", None),
            ("Mumbai: Two buses met.", None),
            ("ROME (AP) --", Some("ROME (AP) --")),
            ("A 19-year-old man - a baker - was hurt.", None),
            ("Two buses met - nobody was hurt.", None),
            ("The mayor (a baker) - was hurt.", None),
            ("Anna-Lena Berg was hurt.", None),
            ("", None),
        ];
        for (text, line) in cases {
            let (found, rest) = split(text, Span::new(0, text.len()));
            assert_eq!(found.map(|s| s.of(text)), line, "{text}");
            assert!(!rest.of(text).starts_with(' '));
        }
    }
}
