//! How much of one article is read: work and memory grow with an article, so that one without end must be refused.

use crate::error::{Error, Result};

/// What one article may be at most; more is an error that names the limit, not a slow run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of its file, or of its text field in JSON, in UTF-8.
    pub bytes: usize,
    /// HTML elements inside one another.
    pub nesting: usize,
}

impl Default for Limits {
    /// Some twenty times the longest articles that newspapers print; manuals fit, too.
    fn default() -> Self {
        Self {
            bytes: 2_000_000,
            nesting: 2_000,
        }
    }
}

/// Refuses a text that is longer than the limit.
///
/// # Errors
/// If it is; the message names `place`.
pub(super) fn hold(raw: &str, place: &str, limits: &Limits) -> Result<()> {
    if raw.len() <= limits.bytes {
        return Ok(());
    }
    let what = format!("an article of more than {} bytes", limits.bytes);
    let mend = "split it, leave it out, or raise --max-article-size";
    Err(Error::new(place, what, mend))
}

/// That a page's elements stand too deep inside one another.
pub(super) fn too_deep(place: &str, limits: &Limits) -> Error {
    let what = format!("more than {} HTML elements in one another", limits.nesting);
    Error::new(
        place,
        what,
        "save its text as plain text, or raise --max-nesting",
    )
}
