//! What is written together but is two words: "don't", "Kim's", "cannot", "gonna".

use super::{Place, is_word};
use crate::Span;

/// Words that fall in two without an apostrophe, and the length of the first.
const FUSED: [(&str, usize); 26] = [
    ("cannot", 3),
    ("gonna", 3),
    ("wanna", 3),
    ("gotta", 3),
    ("gimme", 3),
    ("lemme", 3),
    ("dunno", 2),
    ("dont", 2),
    ("didnt", 3),
    ("doesnt", 4),
    ("couldnt", 5),
    ("wouldnt", 5),
    ("shouldnt", 6),
    ("isnt", 2),
    ("wasnt", 3),
    ("werent", 4),
    ("arent", 3),
    ("havent", 4),
    ("hasnt", 3),
    ("hadnt", 3),
    ("cant", 2),
    ("im", 1),
    ("ive", 1),
    ("thats", 4),
    ("theres", 5),
    ("whats", 4),
];

/// Endings after an apostrophe that are words of their own.
const ENDINGS: [&str; 6] = ["s", "re", "ve", "ll", "d", "m"];

/// Length of a clitic that stands alone, as in tokenized text ("Kim 's"), or that has lost its head ("'em").
pub(super) fn detached_len(place: &Place) -> Option<usize> {
    let rest = place.rest();
    let mark = rest
        .chars()
        .next()
        .filter(|c| matches!(c, '\'' | '’' | '`'))?
        .len_utf8();
    let len: usize = rest[mark..]
        .chars()
        .take_while(|&c| is_word(c))
        .map(char::len_utf8)
        .sum();
    let word = rest[mark..mark + len].to_ascii_lowercase();
    let free = place.at == place.chunk.start;
    let known = ENDINGS.contains(&word.as_str())
        || matches!(word.as_str(), "em" | "til" | "tis" | "twas" | "cause" | "n");
    (len > 0 && free && known).then_some(mark + len)
}

/// Pushes the parts of a piece.
pub(super) fn split(text: &str, piece: Span, found: &mut Vec<Span>) {
    match cut(piece.of(text)) {
        Some(at) => {
            split(text, Span::new(piece.start, piece.start + at), found);
            found.push(Span::new(piece.start + at, piece.end));
        }
        None => found.push(piece),
    }
}

/// Where the last clitic of a word starts.
fn cut(word: &str) -> Option<usize> {
    if !word.starts_with(char::is_alphabetic) || word.contains(['@', '/']) {
        return None;
    }
    let Some((head, mark)) = word
        .rfind(['\'', '’'])
        .map(|at| (at, word[at..].chars().next()))
    else {
        return fused(word);
    };
    let ending = &word[head + mark.map_or(1, char::len_utf8)..];
    if ending.eq_ignore_ascii_case("t") && word[..head].ends_with(['n', 'N']) && head > 1 {
        return Some(head - 1);
    }
    ENDINGS
        .iter()
        .any(|e| ending.eq_ignore_ascii_case(e))
        .then_some(head)
        .filter(|&at| at > 0)
}

/// Where a word without apostrophe falls in two.
fn fused(word: &str) -> Option<usize> {
    (word.len() <= 8)
        .then(|| {
            FUSED
                .iter()
                .find(|(whole, _)| word.eq_ignore_ascii_case(whole))
        })
        .flatten()
        .map(|&(_, at)| at)
}
