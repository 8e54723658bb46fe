//! Exit codes: the same in every format.

use gainsay::error::Error;

/// How a run ended that did not fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Exit {
    /// Done; nothing that must fail.
    Success,
    /// The check found what it must fail on.
    Found,
    /// Bad flag, unreadable input, broken baseline.
    Failure,
    /// No article, or none with anything to compare.
    Empty,
    /// Only the baseline is out of date, and that was to be an error.
    OutOfDate,
}

impl From<Exit> for std::process::ExitCode {
    fn from(exit: Exit) -> Self {
        match exit {
            Exit::Success => Self::SUCCESS,
            Exit::Found => Self::from(1),
            Exit::Failure => Self::from(2),
            Exit::Empty => Self::from(3),
            Exit::OutOfDate => Self::from(4),
        }
    }
}

/// Why a run could not be done; prints as one line each.
#[derive(Clone, Debug)]
pub(crate) enum Failure {
    /// What is wrong, input by input.
    Broken(Vec<Error>),
    /// What is empty, input by input: nothing is left to work on.
    Empty(Vec<Error>),
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::Broken(vec![error])
    }
}
