//! Headlines Set Like This: their capitals tell nothing, so the article's own text says which words are names.
//!
//! The taggers of our day learn that a capital is a name; in such a line all are. A word that the text below writes small
//! ("meets", or "meet") is read small. Only the first letter changes, so every offset stays.

use gainsay_syntax::Span;
use rustc_hash::FxHashSet;

use crate::article::{Article, BlockKind};
use crate::lexicon::letter_runs;

/// A line of fewer words is no sentence to mend.
const FEWEST: usize = 4;

/// The article's text with its title-case lines in small letters where its other lines have them; `None` if there is none.
pub(super) fn calmed(article: &Article) -> Option<String> {
    let lines: Vec<Span> = article
        .blocks
        .iter()
        .filter(|b| !matches!(b.kind, BlockKind::Furniture | BlockKind::Code))
        .map(|b| b.span)
        .filter(|span| is_title_case(span.of(&article.text)))
        .collect();
    if lines.is_empty() {
        return None;
    }
    let small = small_words(article, &lines);
    let mut text = article.text.clone();
    for line in lines {
        for (at, word) in letter_runs(line.of(&article.text)) {
            if at > 0 && starts_large(word) && is_known(&small, word) {
                let start = line.start + at;
                text.replace_range(start..=start, &word[..1].to_ascii_lowercase());
            }
        }
    }
    Some(text)
}

/// Whether nearly all longer words begin with a capital, and the line does not end like a sentence.
fn is_title_case(line: &str) -> bool {
    if line.trim_end().ends_with('.') {
        return false;
    }
    let long: Vec<&str> = line
        .split_whitespace()
        .filter(|w| w.len() > 3 && w.starts_with(|c: char| c.is_ascii_alphabetic()))
        .collect();
    let large = long.iter().filter(|w| starts_large(w)).count();
    let shouted = line.chars().filter(char::is_ascii_lowercase).count() * 2
        < line.chars().filter(char::is_ascii_uppercase).count();
    long.len() >= FEWEST && large * 10 >= long.len() * 8 && !shouted
}

fn starts_large(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(|c| c.is_ascii_uppercase())
        && letters.next().is_some_and(|c| c.is_ascii_lowercase())
}

/// The words that the other lines write small.
fn small_words<'a>(article: &'a Article, lines: &[Span]) -> FxHashSet<&'a str> {
    let text = &article.text;
    let other = |span: &Span| !lines.contains(span);
    let spans = article.blocks.iter().map(|b| b.span).filter(other);
    spans
        .flat_map(|span| letter_runs(span.of(text)))
        .map(|(_, word)| word)
        .filter(|word| word.starts_with(|c: char| c.is_ascii_lowercase()))
        .collect()
}

/// Whether the text writes the word small, with this or another ending of a verb or a plural.
fn is_known(small: &FxHashSet<&str>, written: &str) -> bool {
    let word = written.to_ascii_lowercase();
    let stem = ["ing", "ed", "es", "s", "d"]
        .iter()
        .find_map(|end| word.strip_suffix(end).filter(|s| s.len() > 2))
        .unwrap_or(&word);
    let forms = ["", "s", "es", "ed", "d", "ing", "e"].map(|end| format!("{stem}{end}"));
    small.contains(word.as_str()) || forms.iter().any(|form| small.contains(form.as_str()))
}

#[cfg(test)]
mod tests {
    use super::calmed;
    use crate::article::Article;

    #[test]
    fn only_words_that_the_text_writes_small_lose_their_capital() {
        let article = Article::plain(
            "a1",
            "Lena Roe Meets Envoy in Oslo Amid Grain Deal Talks\n\n\
             Lena Roe will meet the envoy in Oslo on Friday for talks about grain amid protests.",
        );
        let calm = calmed(&article).expect("it has such a line");
        assert!(
            calm.starts_with("Lena Roe meets envoy in Oslo amid grain Deal talks"),
            "{calm}"
        );
        assert_eq!(calm.len(), article.text.len());
    }
}
