//! People, organizations, roles and groups, under all the names an article gives them.
//!
//! An entity has one name in its article, the fullest: later mentions by surname, acronym or metonym bear it, too.
//! Where a mention of a place covers the same words, the words name the place.

mod antecedent;
mod bound;
mod described;
mod lexicon;
mod name;
mod names;
mod recognize;
mod relate;
mod resolve;
mod subject;
#[cfg(test)]
mod tests;
mod told;

pub(super) use lexicon::Traits;
pub use lexicon::sex;
pub use names::{Spelling, spelling};
pub use recognize::recognize;
pub use relate::relate;
pub use resolve::{Link, resolve};

use std::convert::Infallible;
use std::fmt;
use std::str::FromStr;

use gainsay_syntax::Span;

pub use crate::values::naming::people::Gender;

/// Someone or something that acts, by name or by what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity {
    /// The fullest name that the article gives, without titles: "Kim Jong Un"; of a role, its words.
    pub name: String,
    /// What it is.
    pub kind: Kind,
    /// Other names that the article gives it, sorted.
    pub aliases: Vec<String>,
    /// What the article says that it is, in text order: "South Korean president".
    pub roles: Vec<Role>,
    /// Told by a title, a given name or a role.
    pub gender: Option<Gender>,
}

/// Kinds of entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// A person with a name.
    Person,
    /// A company, agency, party, club …
    Organization,
    /// A person by what he or she is: "the gunman", "the South Korean president".
    Role,
    /// Several people: "officers", "Russians", "South Korean troops".
    Group,
    /// A government, by its country's name: "Moscow", "the Kremlin" and "the Russian government" are Russia.
    Government,
    /// A name that tells no more.
    Other,
}

impl Kind {
    /// The kind in lower case, as the contract's JSON has it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organization => "organization",
            Self::Role => "role",
            Self::Group => "group",
            Self::Government => "government",
            Self::Other => "other",
        }
    }
}

/// Words that tell what an entity is, and where they stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Role {
    /// As the article has them, titles included: "Commodore", "South Korean president".
    pub words: String,
    /// Where they stand in the article's text.
    pub span: Span,
}

impl Entity {
    /// An entity of which nothing but name and kind is known.
    pub fn new(name: impl Into<String>, kind: Kind) -> Self {
        Self {
            name: name.into(),
            kind,
            aliases: Vec::new(),
            roles: Vec::new(),
            gender: None,
        }
    }
}

impl fmt::Display for Entity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)
    }
}

impl FromStr for Entity {
    type Err = Infallible;

    /// Reads a name; the kind is what the name alone tells.
    fn from_str(text: &str) -> Result<Self, Infallible> {
        let name = name::Name::of(text);
        let told = name.told();
        let gender = match told.kind {
            Kind::Person => told.gender,
            _ => None,
        };
        Ok(Self {
            gender,
            ..Self::new(text, told.kind)
        })
    }
}
