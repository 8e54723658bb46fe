//! The lasting name of an article that the input gives neither an id nor an address: its file's, and in a file of many
//! its first words, because lines move when others are put before them.

use std::path::Path;

use rustc_hash::FxHashMap;

use crate::article::Article;

/// So many words of an article name it.
const WORDS: usize = 6;

/// The name of an article at `place` of the file at `path`; `first` are its words.
///
/// "Ferry sinks off Harrow Point" of `news.jsonl` is `news:ferry-sinks-off-harrow-point`; alone in its file it is `news`.
pub(super) fn lasting(path: &str, place: &str, first: &str) -> String {
    let file = stem(path);
    if place == path {
        return file;
    }
    let words = first.split(|c: char| !c.is_alphanumeric());
    let words: Vec<String> = words
        .filter(|word| !word.is_empty())
        .take(WORDS)
        .map(str::to_lowercase)
        .collect();
    format!("{file}:{}", words.join("-"))
}

/// The articles of one file with names of their own: of those that begin alike the second is `…-2`.
pub(super) fn distinct(articles: &mut [Article]) {
    let mut seen: FxHashMap<String, usize> = FxHashMap::default();
    for article in articles {
        let is_given = article.given_id.is_some() || article.url.is_some();
        if is_given {
            continue;
        }
        let count = seen.entry(article.key.clone()).or_insert(0);
        *count += 1;
        if *count > 1 {
            article.key = format!("{}-{count}", article.key);
        }
    }
}

/// The file's name without folders and without the ending that names its format.
fn stem(path: &str) -> String {
    Path::new(path)
        .file_stem()
        .map_or_else(|| path.to_owned(), |s| s.to_string_lossy().into_owned())
}
