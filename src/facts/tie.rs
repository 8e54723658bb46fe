//! What ties two articles of a story: whether they can tell of one event at all.

use std::collections::BTreeMap;

/// How sure it is that two articles tell of one event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tie {
    /// They name somebody or something in common, or name too little to tell.
    Close,
    /// They share so few names that they may tell of two.
    Loose,
    /// They tell of two events.
    None,
}

/// The ties between the articles of a story, by their positions in the run.
#[derive(Clone, Debug, Default)]
pub struct Ties(BTreeMap<(usize, usize), Tie>);

impl Ties {
    /// Notes what ties two articles; what nobody notes is close.
    pub fn note(&mut self, one: usize, other: usize, tie: Tie) {
        if tie != Tie::Close {
            self.0.insert((one.min(other), one.max(other)), tie);
        }
    }

    /// What ties two articles.
    pub fn between(&self, one: usize, other: usize) -> Tie {
        let pair = (one.min(other), one.max(other));
        self.0.get(&pair).copied().unwrap_or(Tie::Close)
    }
}
