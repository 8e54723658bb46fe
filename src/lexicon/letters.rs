//! Plain letters: "Dusseldorf", "Duesseldorf" and "Düsseldorf" are one name, and so are "Xi’an" and "Xi'an".

use std::borrow::Cow;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::rows;

static LETTERS: LazyLock<FxHashMap<char, &str>> = LazyLock::new(|| {
    rows(include_str!("letters.tsv"))
        .flat_map(|[plain, letters]| letters.chars().map(move |letter| (letter, plain)))
        .collect()
});

/// Letters that stand for one with a mark where a keyboard has none, with its plain form: "ue" for "ü".
static SPELLED_OUT: LazyLock<Vec<[&str; 2]>> =
    LazyLock::new(|| rows(include_str!("spelled-out.tsv")).collect());

/// A name in small letters as it is written: "Mark".
pub(crate) fn capitalized(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

/// The text in plain letters; letters of other scripts stay.
pub(crate) fn fold(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    for letter in text.chars() {
        match LETTERS.get(&letter) {
            Some(letters) => plain.push_str(letters),
            None => plain.push(letter),
        }
    }
    Cow::Owned(plain)
}

/// The text in plain small letters, as names and nouns of two articles are held against each other.
pub(crate) fn plain(text: &str) -> Cow<'_, str> {
    match fold(text) {
        Cow::Borrowed(text) => lower(text),
        Cow::Owned(text) => Cow::Owned(text.to_lowercase()),
    }
}

/// Whether two words in plain small letters are one: the same letters, or some that one of them spells out.
pub(crate) fn one_word(one: &str, other: &str) -> bool {
    // Each letter that is spelled out makes a word longer by one; who compares many words seldom gets past this.
    let may_be = one.len() != other.len() && one.bytes().next() == other.bytes().next();
    one == other || may_be && shortened(one) == shortened(other)
}

/// The word with no letter spelled out.
fn shortened(word: &str) -> String {
    let shorten = |word: String, [spelled, plain]: &[&str; 2]| word.replace(spelled, plain);
    SPELLED_OUT.iter().fold(word.to_owned(), shorten)
}

/// Which bytes are letters or digits.
const ALPHANUMERIC: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 128 {
        table[byte] = (byte as u8).is_ascii_alphanumeric();
        byte += 1;
    }
    table
};

/// The letters and digits that a text begins with.
pub(crate) fn first_word(text: &str) -> &str {
    let ends = |byte: u8| !ALPHANUMERIC[usize::from(byte)];
    match text.bytes().position(ends) {
        None => text,
        Some(end) if text.as_bytes()[end].is_ascii() => &text[..end],
        Some(_) => {
            let end = text.find(|c: char| !c.is_alphanumeric());
            &text[..end.unwrap_or(text.len())]
        }
    }
}

/// The runs of letters of a text, with where they begin.
pub(crate) fn letter_runs(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + run(&text[at..], |letter| !letter);
        at = start + run(&text[start..], |letter| letter);
        (at > start).then(|| (start, &text[start..at]))
    })
}

/// The length of what a text begins with: characters of which it holds whether they are letters.
fn run(text: &str, holds: impl Fn(bool) -> bool) -> usize {
    let ends = |byte: &u8| !byte.is_ascii() || !holds(byte.is_ascii_alphabetic());
    let plain = text.bytes().position(|byte| ends(&byte));
    let plain = plain.unwrap_or(text.len());
    if text.as_bytes().get(plain).is_none_or(u8::is_ascii) {
        return plain;
    }
    let end = text[plain..].find(|c: char| !holds(c.is_alphabetic()));
    end.map_or(text.len(), |end| plain + end)
}

/// The text in lower case; one that is, is not copied.
pub(crate) fn lower(text: &str) -> Cow<'_, str> {
    if text
        .bytes()
        .all(|b| b.is_ascii() && !b.is_ascii_uppercase())
    {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.to_lowercase())
    }
}

#[cfg(test)]
mod tests {
    use super::{first_word, fold, letter_runs, one_word, plain};

    #[test]
    fn letters_run_on_across_accents_and_end_at_all_else() {
        let runs: Vec<(usize, &str)> = letter_runs("2 Zoë's—naïve 東京!").collect();
        assert_eq!(runs, [(2, "Zoë"), (7, "s"), (11, "naïve"), (18, "東京")]);
        assert_eq!(letter_runs("12, 3").count(), 0);
    }

    #[test]
    fn accents_and_marks_fall() {
        assert_eq!(fold("Düsseldorf"), "Dusseldorf");
        assert_eq!(fold("Xi’an"), "Xi'an");
        assert_eq!(fold("東京"), "東京");
    }

    #[test]
    fn letters_with_marks_may_be_spelled_out() {
        for (one, other) in [
            ("Brüggen", "Brueggen"),
            ("Brüggen", "Bruggen"),
            ("Søren", "Soeren"),
            ("Håvard", "Haavard"),
            ("Weißbach", "Weissbach"),
        ] {
            assert!(one_word(&plain(one), &plain(other)), "{one} × {other}");
        }
        assert!(!one_word("brugge", "bruges"));
        assert!(!one_word("manuela", "manuel"));
    }

    #[test]
    fn a_word_ends_at_a_mark_and_at_no_accent() {
        assert_eq!(first_word("Sept. 3"), "Sept");
        assert_eq!(first_word("Düren, Aachen"), "Düren");
        assert_eq!(first_word("“so”"), "");
        assert_eq!(first_word("Ürgüp"), "Ürgüp");
    }
}
