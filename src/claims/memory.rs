//! What the questions about one sentence share, made when the first of them asks for it.

use std::cell::{OnceCell, RefCell};
use std::sync::Arc;

use gainsay_syntax::Span;

use super::Event;

/// What was made of a sentence so far.
#[derive(Debug, Default)]
pub struct Memory {
    /// Whether it tells of something long before the article.
    pub(super) background: OnceCell<bool>,
    /// Its content words: each lemma in lower case with where it stands, sorted.
    pub(super) content: OnceCell<Vec<(Arc<str>, Span)>>,
    /// Its events, each under the token that names it.
    pub(super) events: Shelf<Arc<Event>>,
    /// The words for its events, under the same tokens.
    pub(super) labels: Shelf<Arc<str>>,
}

/// A few things, each under the number of a token.
#[derive(Debug)]
pub(super) struct Shelf<T>(RefCell<Vec<(usize, T)>>);

impl<T> Default for Shelf<T> {
    fn default() -> Self {
        Self(RefCell::default())
    }
}

impl<T: Clone> Shelf<T> {
    /// What lies under `token`, or what `read` makes now.
    pub(super) fn get(&self, token: usize, read: impl FnOnce() -> T) -> T {
        let known = self.0.borrow().iter().find(|(at, _)| *at == token).cloned();
        known.map_or_else(
            || {
                let made = read();
                self.0.borrow_mut().push((token, made.clone()));
                made
            },
            |(_, known)| known,
        )
    }
}
