//! Defaults that stand as bare literals: "default `25`", "Defaults to true".

use gainsay_syntax::Sentence;

use super::setting;
use super::value::{self, Value};
use crate::article::Article;

/// The literals that a sentence calls a default.
pub(super) fn defaults(article: &Article, sentence: &Sentence) -> Vec<Value> {
    let tokens = &sentence.tokens;
    let said = |i: usize| tokens[i].span.of(&article.text);
    let calls = |i: usize| matches!(said(i).to_lowercase().as_str(), "default" | "defaults");
    let links = |i: usize| matches!(said(i), "to" | ":" | "=" | "is" | "value");
    (0..tokens.len())
        .filter(|&i| calls(i))
        .filter_map(|i| (i + 1..tokens.len()).take(3).find(|&j| !links(j)))
        .filter_map(|j| {
            let span = tokens[j].span;
            value::number(article, span).or_else(|| setting::cell(span, &article.text))
        })
        .collect()
}
