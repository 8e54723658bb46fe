//! Words: letters with what may stand between letters, apostrophes ("O'Connor"), the stops of "U.S.", the ampersand of
//! "AT&T" and the hyphen after an affix that the treebanks do not cut ("non-stop").

use super::{Place, is_word};
use crate::abbreviations::{self, Kind};

/// Affixes that keep their hyphen.
const AFFIXES: [&str; 34] = [
    "anti", "arch", "bi", "co", "counter", "cross", "de", "e", "ex", "extra", "hyper", "inter",
    "intra", "macro", "mega", "meta", "micro", "mid", "mini", "multi", "neo", "non", "over", "pan",
    "post", "pre", "pro", "psycho", "re", "semi", "socio", "sub", "super", "un",
];

/// Length of the word that starts here, its stop included where it is an abbreviation.
pub(super) fn len(place: &Place) -> usize {
    let rest = place.rest();
    let mut len = 0;
    loop {
        len += rest[len..]
            .chars()
            .take_while(|&c| is_word(c))
            .map(char::len_utf8)
            .sum::<usize>();
        match joint_len(rest, len) {
            Some(joint) => len += joint,
            None => break,
        }
    }
    if let Some(dollar) = dollar_len(rest, len) {
        return len + dollar;
    }
    len + stop_len(place, len)
}

/// Length of the mark at `len` if the word goes on after it.
fn joint_len(rest: &str, len: usize) -> Option<usize> {
    let mut after = rest[len..].chars();
    let mark = after.next()?;
    let next = after.next().filter(|&c| is_word(c))?;
    let goes_on = match mark {
        '\'' | '’' => next.is_alphabetic(),
        '&' => rest[..len].len() < 3 && next.is_alphabetic(),
        '.' => is_letter_list(&rest[..len]) && next.is_alphabetic(),
        '-' => AFFIXES.contains(&rest[..len].to_ascii_lowercase().as_str()),
        _ => false,
    };
    goes_on.then_some(mark.len_utf8())
}

/// "U", "U.S", "Ph": what a stop may follow inside a word.
fn is_letter_list(word: &str) -> bool {
    word == "Ph" || word.split('.').all(|l| l.chars().count() == 1)
}

/// "US$", "HK$".
fn dollar_len(rest: &str, len: usize) -> Option<usize> {
    (len <= 3
        && rest[len..].starts_with('$')
        && rest[..len].bytes().all(|b| b.is_ascii_uppercase()))
    .then_some(1)
}

/// One if the stop after the word is part of it.
fn stop_len(place: &Place, len: usize) -> usize {
    let (rest, end) = (place.rest(), place.at + len + 1);
    if !rest[len..].starts_with('.') || rest[len..].starts_with("..") {
        return 0;
    }
    let keeps = match abbreviations::kind(&rest[..len]) {
        None => false,
        Some(Kind::Number | Kind::Initial) => !place.closes_sentence(end),
        Some(
            Kind::Title | Kind::Month | Kind::Inner | Kind::Outer | Kind::Time | Kind::Letters,
        ) => true,
    };
    usize::from(keeps)
}
