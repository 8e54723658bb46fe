//! The universal parts of speech, with the names that CoNLL-U uses.

use std::fmt;

/// Universal part-of-speech tags (UD v2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum Upos {
    /// `ADJ`
    Adj,
    /// `ADP`
    Adp,
    /// `ADV`
    Adv,
    /// `AUX`
    Aux,
    /// `CCONJ`
    Cconj,
    /// `DET`
    Det,
    /// `INTJ`
    Intj,
    /// `NOUN`
    Noun,
    /// `NUM`
    Num,
    /// `PART`
    Part,
    /// `PRON`
    Pron,
    /// `PROPN`
    Propn,
    /// `PUNCT`
    Punct,
    /// `SCONJ`
    Sconj,
    /// `SYM`
    Sym,
    /// `VERB`
    Verb,
    /// `X`
    X,
}

impl Upos {
    /// Every member, in order.
    pub const ALL: &'static [Self] = &[
        Self::Adj,
        Self::Adp,
        Self::Adv,
        Self::Aux,
        Self::Cconj,
        Self::Det,
        Self::Intj,
        Self::Noun,
        Self::Num,
        Self::Part,
        Self::Pron,
        Self::Propn,
        Self::Punct,
        Self::Sconj,
        Self::Sym,
        Self::Verb,
        Self::X,
    ];

    /// The name that CoNLL-U files use.
    pub const fn name(self) -> &'static str {
        UPOS_NAMES[self as usize]
    }

    /// The member of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        let place = UPOS_NAMES.iter().position(|&n| n == name)?;
        Some(Self::ALL[place])
    }
}

impl fmt::Display for Upos {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// Names in the order of the members.
const UPOS_NAMES: [&str; 17] = [
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN",
    "PUNCT", "SCONJ", "SYM", "VERB", "X",
];
