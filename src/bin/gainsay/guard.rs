//! A panic is a mistake of gainsay's: it costs the article that makes it and no other, and the run does not end well.

use std::panic::{AssertUnwindSafe, catch_unwind};

use gainsay::article::Article;
use gainsay::error::{Error, Result};
use rayon::prelude::*;

use crate::args::MessageArgs;
use crate::exit::Failure;
use crate::messages;
use crate::progress::{self, Progress};

/// Runs one article's work; a panic becomes an error that names the article.
pub(crate) fn guarded<T>(place: &str, work: impl FnOnce() -> T) -> Result<T> {
    catch_unwind(AssertUnwindSafe(work)).map_err(|panic| {
        let message = panic
            .downcast_ref::<String>()
            .map(String::as_str)
            .or_else(|| panic.downcast_ref::<&str>().copied())
            .unwrap_or("panic");
        let what = format!(
            "internal error: {}",
            message.lines().next().unwrap_or("panic")
        );
        Error::new(
            place,
            what,
            "leave it out, and please report it with the article",
        )
    })
}

/// Does the same for each article, on all threads.
pub(crate) fn each<T: Send>(
    articles: &[Article],
    say: &MessageArgs,
    work: impl Fn(&Article) -> T + Sync,
) -> Vec<Result<T>> {
    let progress = progress::begin(say, "understanding", articles.len());
    some(articles, &progress, &work)
}

fn some<T: Send>(
    articles: &[Article],
    progress: &Progress,
    work: &(impl Fn(&Article) -> T + Sync),
) -> Vec<Result<T>> {
    let guarded = |article: &Article| {
        let made = guarded(&article.path, || work(article));
        progress.step();
        made
    };
    articles.par_iter().map(guarded).collect()
}

/// As [`each`], some articles at a time, each of which is gone when its result is asked for: what is made of many of
/// them need not fit into memory at once. Those that panic are named and left out.
pub(crate) fn one_by_one<T: Send>(
    articles: Vec<Article>,
    say: &MessageArgs,
    work: impl Fn(&Article) -> T + Sync,
) -> impl Iterator<Item = T> {
    /// Enough for all threads to have work, and few enough that nobody waits for them.
    const AT_ONCE: usize = 128;
    let progress = progress::begin(say, "understanding", articles.len());
    let mut rest = articles.into_iter();
    let next = std::iter::from_fn(move || {
        let next: Vec<Article> = rest.by_ref().take(AT_ONCE).collect();
        (!next.is_empty()).then(|| some(&next, &progress, &work))
    });
    next.flatten()
        .filter_map(|made| made.map_err(|error| messages::left_out(&error)).ok())
}

/// The articles with what was made of them. Those that made it panic are named and left out.
///
/// # Errors
/// If none is left.
pub(crate) fn without_broken<T>(
    articles: Vec<Article>,
    results: Vec<Result<T>>,
) -> std::result::Result<(Vec<Article>, Vec<T>), Failure> {
    let (mut kept, mut made, mut broken) = (Vec::new(), Vec::new(), Vec::new());
    for (article, result) in articles.into_iter().zip(results) {
        match result {
            Ok(one) => {
                kept.push(article);
                made.push(one);
            }
            Err(error) => broken.push(error),
        }
    }
    if kept.is_empty() && !broken.is_empty() {
        return Err(Failure::Broken(broken));
    }
    broken.iter().for_each(messages::left_out);
    Ok((kept, made))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_costs_one_article() {
        let articles = ["one", "two", "three"].map(|path| Article::plain(path, "The ferry left."));
        let results = each(&articles, &MessageArgs::QUIET, |article| {
            assert!(article.path != "two", "no twos");
            article.path.len()
        });
        let error = results[1].as_ref().expect_err("the second panics");
        let message = error.to_string();
        assert!(
            message.starts_with("two: internal error: no twos ("),
            "{message}"
        );
        let (kept, made) = without_broken(articles.to_vec(), results).expect("two are left");
        let paths: Vec<&str> = kept.iter().map(|article| article.path.as_str()).collect();
        assert_eq!((paths, made), (vec!["one", "three"], vec![3, 5]));
        assert!(messages::is_incomplete());
    }
}
