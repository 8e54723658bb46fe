//! Numbers: "1,200", "9:38", "5/18", "6.1", "1990s", "20th", "713-555-0100"; units part from them ("5 kg" of "5kg").

use super::{Place, is_word};

/// Units that are cut off the digits before them.
const UNITS: [&str; 46] = [
    "am", "pm", "a", "p", "k", "m", "mm", "cm", "km", "ft", "in", "kg", "g", "mg", "lb", "lbs",
    "oz", "mph", "kph", "kmh", "bn", "tn", "b", "mw", "gw", "kw", "mwh", "kwh", "hz", "khz", "mhz",
    "ghz", "mb", "gb", "tb", "kb", "hrs", "hr", "min", "mins", "sec", "secs", "yr", "yrs",
    "million", "billion",
];

/// Length of the number that starts here.
pub(super) fn len(place: &Place) -> Option<usize> {
    let rest = place.rest();
    let sign = sign_len(place);
    let digits = digits_len(&rest[sign..])?;
    let core = sign + groups_len(&rest[sign..], digits);
    Some(core + tail_len(&rest[core..]))
}

/// "+1" and ".04" start with a mark, "'90s" with an apostrophe, where nothing stands before it.
fn sign_len(place: &Place) -> usize {
    let rest = place.rest();
    let free = place.before().is_none_or(|c| !is_word(c) && c != '.');
    let signed = rest.starts_with(['+', '.']) || (rest.starts_with('\'') && rest.ends_with('s'));
    usize::from(free && signed)
}

/// Length of the digits at the start.
fn digits_len(text: &str) -> Option<usize> {
    let len = text.bytes().take_while(u8::is_ascii_digit).count();
    (len > 0).then_some(len)
}

/// Digits and the groups that hang on them: ",200", ".1", ":38", "/18", and the hyphens of a telephone number.
fn groups_len(text: &str, first: usize) -> usize {
    if let Some(len) = telephone_len(text) {
        return len;
    }
    let mut len = first;
    let mut last = first;
    while let Some(group) = text[len..]
        .starts_with([',', '.', ':', '/'])
        .then(|| digits_len(&text[len + 1..]))
        .flatten()
    {
        let slash = text.as_bytes()[len] == b'/';
        if slash && (last > 2 || !matches!(group, 1 | 2 | 4)) {
            break;
        }
        len += 1 + group;
        last = group;
    }
    len
}

/// "713-555-0100", "555-0100", "12-20-2000": two hyphens or more, or three digits and four.
fn telephone_len(text: &str) -> Option<usize> {
    let mut len = digits_len(text)?;
    let mut groups = vec![len];
    while let Some(group) = text[len..]
        .starts_with('-')
        .then(|| digits_len(&text[len + 1..]))
        .flatten()
    {
        len += 1 + group;
        groups.push(group);
    }
    (groups.len() > 2 || groups == [3, 4]).then_some(len)
}

/// Letters that belong to the number: "th", "s", "'s" and whatever is no unit ("3D").
fn tail_len(text: &str) -> usize {
    for plural in ["'s", "’s"] {
        if text
            .strip_prefix(plural)
            .is_some_and(|after| !after.starts_with(is_word))
        {
            return plural.len();
        }
    }
    let len: usize = text
        .chars()
        .take_while(|&c| is_word(c))
        .map(char::len_utf8)
        .sum();
    let lower = text[..len].to_lowercase();
    if UNITS.contains(&lower.as_str()) || len > 4 {
        0
    } else {
        len
    }
}
