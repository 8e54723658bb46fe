//! The one error that leaves the library: a line that says what, where and how to mend.

use std::fmt;

/// What could not be done. Prints as one line: `place: what (mend)`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    /// The input it is about, with a line where there is one: `story/a.jsonl:12`.
    pub place: String,
    /// What is wrong, lower case, without full stop.
    pub what: String,
    /// How to mend it, as an instruction; empty if there is nothing to do.
    pub mend: String,
}

impl Error {
    /// An error about `place`.
    pub fn new(place: impl Into<String>, what: impl Into<String>, mend: impl Into<String>) -> Self {
        Self {
            place: place.into(),
            what: what.into(),
            mend: mend.into(),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.what)?;
        if self.mend.is_empty() {
            Ok(())
        } else {
            write!(f, " ({})", self.mend)
        }
    }
}

impl std::error::Error for Error {}

/// The result of whatever can fail.
pub type Result<T> = std::result::Result<T, Error>;
