//! Words that a blank has torn, as in texts that were cut into words and glued again: "6. 1", "she' d", "did n' t".

use crate::Span;

/// Joins what was torn; the joined span has the blank in it.
pub(super) fn mend(text: &str, words: Vec<Span>) -> Vec<Span> {
    let is_mark = |word: &Span| matches!(word.of(text), "." | "'" | "’");
    let before_last = &words[..words.len().saturating_sub(1)];
    if !before_last.iter().any(is_mark) {
        return words;
    }
    let mut mended: Vec<Span> = Vec::with_capacity(words.len());
    for word in words {
        match (mended.as_slice(), word.of(text)) {
            ([.., head, mark], tail) if is_blank(text, *mark, word) && head.end == mark.start => {
                mend_tail(text, &mut mended, word, tail);
            }
            _ => mended.push(word),
        }
    }
    mended
}

/// Joins `word` with the mark that ends `mended`, and with what stands before the mark, where they are one word.
fn mend_tail(text: &str, mended: &mut Vec<Span>, word: Span, tail: &str) {
    let [.., head, mark] = mended.as_slice() else {
        return;
    };
    let (head, mark) = (*head, *mark);
    let form = head.of(text);
    let last = mended.len() - 1;
    match (mark.of(text), tail) {
        (".", _) if is_figure(tail) && is_figure(form) => {
            mended.truncate(last - 1);
            mended.push(head.cover(word));
        }
        (".", _) if is_figure(tail) => mended[last] = mark.cover(word),
        ("'" | "’", "s" | "d" | "ll" | "re" | "ve" | "m") => mended[last] = mark.cover(word),
        ("'" | "’", "t") if form.len() > 1 && form.ends_with('n') => {
            mended[last - 1].end -= 1;
            mended[last] = Span::new(head.end - 1, word.end);
        }
        _ => mended.push(word),
    }
}

/// Whether one blank, and nothing else, parts the two.
fn is_blank(text: &str, one: Span, other: Span) -> bool {
    Span::new(one.end, other.start).of(text) == " "
}

/// Up to three digits.
fn is_figure(word: &str) -> bool {
    word.len() <= 3 && word.bytes().all(|b| b.is_ascii_digit())
}
