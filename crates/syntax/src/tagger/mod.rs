//! Parts of speech. This first tagger knows shapes and endings only; the trained one replaces it.

use crate::{Span, Upos, Xpos};

/// The universal and Penn tag of each word of a sentence.
pub fn tag(text: &str, words: &[Span]) -> Vec<(Upos, Xpos)> {
    words.iter().map(|word| by_shape(word.of(text))).collect()
}

/// A tag from the word alone.
fn by_shape(form: &str) -> (Upos, Xpos) {
    let first = form.chars().next().unwrap_or(' ');
    match form.to_ascii_lowercase().as_str() {
        "." | "!" | "?" => (Upos::Punct, Xpos::Period),
        "the" | "a" | "an" => (Upos::Det, Xpos::Dt),
        "of" | "in" | "on" | "at" | "by" | "for" | "from" | "with" => (Upos::Adp, Xpos::In),
        _ if first.is_ascii_digit() => (Upos::Num, Xpos::Cd),
        _ if !first.is_alphanumeric() => (Upos::Punct, Xpos::Comma),
        lower if lower.ends_with("ed") => (Upos::Verb, Xpos::Vbd),
        _ if first.is_uppercase() => (Upos::Propn, Xpos::Nnp),
        _ => (Upos::Noun, Xpos::Nn),
    }
}
