//! Words around a mark that tell whether a new sentence starts there.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

/// The lexicon's pairs of word and kind.
static CUES: LazyLock<FxHashSet<(&'static str, &'static str)>> = LazyLock::new(|| {
    include_str!("cues.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once('\t'))
        .collect()
});

/// Whether the first word opens sentences rather than names: "The", "Police".
pub(super) fn opens(next: &str) -> bool {
    let bare = next.trim_start_matches(|c: char| !c.is_alphanumeric());
    CUES.contains(&(first_word(bare), "opens"))
}

/// Whether the text goes on with a day, a month, a time zone or another clock: "Monday", "GMT", "Tokyo time", "(18:38 GMT)".
pub(super) fn is_time(next: &str) -> bool {
    let inside = next.trim_start_matches('(');
    if inside.len() < next.len() && inside.starts_with(|c: char| c.is_ascii_digit()) {
        return true;
    }
    let next = inside;
    let word = first_word(next);
    let second = first_word(next[word.len()..].trim_start());
    let zone = (2..=5).contains(&word.len())
        && word.ends_with('T')
        && word.bytes().all(|b| b.is_ascii_uppercase());
    zone || second == "time" || CUES.contains(&(word, "time"))
}

/// Whether no sentence ends with this word: "of", "the".
pub(super) fn leans(word: &str) -> bool {
    CUES.contains(&(word, "leans"))
}

/// Whether the text after a quotation names its speaker: "Ms. Roe said.", "she said.".
pub(super) fn is_attribution(next: &str) -> bool {
    let clause = next
        .split([',', ':', ';', '"', '“', '?', '!'])
        .next()
        .unwrap_or(next);
    let mut words = clause.split_whitespace().take(6).map(first_word);
    let opens = words.clone().next().is_some_and(|w| {
        CUES.contains(&(w, "opens")) && !matches!(w, "He" | "She" | "They" | "Police" | "Officials")
    });
    !opens && words.any(|word| CUES.contains(&(word, "says")))
}

/// Letters and digits at the start.
fn first_word(text: &str) -> &str {
    let end = text
        .find(|c: char| !c.is_alphanumeric())
        .unwrap_or(text.len());
    &text[..end]
}
