//! Inputs that were made to break something: 300, by a seeded program, in the sizes that a debug build bears.

pub(crate) mod bytes;
pub(crate) mod json;
pub(crate) mod markup;
pub(crate) mod run;
pub(crate) mod seed;
pub(crate) mod settings;
pub(crate) mod texts;

use seed::Chance;

/// One input: the files of a folder and how the binary is run on it.
pub(crate) struct Input {
    /// What it tries.
    pub(crate) name: String,
    /// The file that is read, with its ending.
    pub(crate) file: &'static str,
    pub(crate) bytes: Vec<u8>,
    /// More files, and more arguments that name them.
    pub(crate) beside: Vec<(&'static str, Vec<u8>)>,
    pub(crate) arguments: Vec<&'static str>,
}

impl Input {
    /// An input that is one file.
    pub(crate) fn new(
        name: impl Into<String>,
        file: &'static str,
        bytes: impl Into<Vec<u8>>,
    ) -> Self {
        Self {
            name: name.into(),
            file,
            bytes: bytes.into(),
            beside: vec![],
            arguments: vec![],
        }
    }
}

/// A count for release builds, a four hundredth of it for debug builds, which take that much longer.
pub(crate) fn many(count: usize) -> usize {
    if cfg!(debug_assertions) {
        count / 400
    } else {
        count
    }
}

/// That many of these pieces, put together.
fn joined(chance: &mut Chance, pieces: &[&str], count: usize) -> String {
    (0..count).map(|_| chance.pick(pieces)).collect()
}

/// All inputs, the same on every run.
pub(crate) fn corpus() -> Vec<Input> {
    [
        bytes::inputs(),
        texts::inputs(),
        markup::inputs(),
        json::inputs(),
        settings::inputs(),
    ]
    .into_iter()
    .flatten()
    .collect()
}
