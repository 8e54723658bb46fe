//! What kind of value a page states: values of different kinds never answer one question.

use crate::lexicon::word::Word;
use crate::values::quantity::Dimension;

/// A kind of value.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    serde::Serialize,
    serde::Deserialize,
)]
pub enum Kind {
    /// A number, of things or bare.
    #[default]
    Count,
    /// An amount of money, also per something.
    Price,
    /// Something per something else that is neither counted nor paid.
    Rate,
    /// The number of a network port.
    Port,
    /// How long something lasts.
    Length,
    /// After how long something comes back.
    Interval,
    /// A day.
    Date,
    /// An amount in a unit.
    Amount(Dimension),
    /// A version, and what it is the version of.
    Version(Release),
    /// A state, by the set whose members exclude each other (settings.tsv).
    State(#[serde(with = "crate::lexicon::word")] Word),
}

/// What a version is the version of.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
pub enum Release {
    /// The least that is needed of something else.
    Needed,
    /// The one that brought something.
    Since,
    /// The newest.
    Latest,
    /// The newest with long-term support.
    Lts,
    /// The one that removed something.
    Removed,
    /// The one that deprecated something.
    Deprecated,
}

impl Release {
    const ALL: [Self; 6] = [
        Self::Needed,
        Self::Since,
        Self::Latest,
        Self::Lts,
        Self::Removed,
        Self::Deprecated,
    ];

    /// The release of that name in versions.tsv.
    pub(super) fn named(name: &str) -> Option<Self> {
        let mut all = Self::ALL.into_iter();
        all.find(|release| Kind::Version(*release).name().strip_prefix("version ") == Some(name))
    }
}

impl Kind {
    /// Its name in the published JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Count => "count",
            Self::Price => "price",
            Self::Rate => "rate",
            Self::Port => "port",
            Self::Length => "length",
            Self::Interval => "interval",
            Self::Date => "date",
            Self::Amount(dimension) => dimension.name(),
            Self::Version(Release::Needed) => "version needed",
            Self::Version(Release::Since) => "version since",
            Self::Version(Release::Latest) => "version latest",
            Self::Version(Release::Lts) => "version lts",
            Self::Version(Release::Removed) => "version removed",
            Self::Version(Release::Deprecated) => "version deprecated",
            Self::State(set) => set,
        }
    }

    /// Whether it is a version.
    pub const fn is_version(self) -> bool {
        matches!(self, Self::Version(_))
    }

    /// Whether it is a state.
    pub const fn is_state(self) -> bool {
        matches!(self, Self::State(_))
    }
}
