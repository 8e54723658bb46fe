//! An entity while its article is read: names are shared, so that no mention copies them.

use std::rc::Rc;

use crate::values::entity::name::Name;
use crate::values::entity::{Entity, Gender, Kind, Role};

/// What one mention tells of an entity, or several do that are linked; see [`Entity`].
#[derive(Clone)]
pub(super) struct Draft {
    pub(super) name: Rc<Name>,
    pub(super) kind: Kind,
    pub(super) aliases: Vec<Rc<Name>>,
    pub(super) roles: Vec<Role>,
    pub(super) gender: Option<Gender>,
    /// Whether it is told to be neither a person nor a body: a ship, a song.
    pub(super) thing: bool,
    /// Whether it is the subject of a verb of speech.
    pub(super) speaks: bool,
    /// Whether the place where the words stand is more likely a place's: only a name that the article knows is meant.
    pub(super) doubtful: bool,
}

impl Draft {
    /// Something of which nothing but name and kind is known.
    pub(super) fn new(name: Rc<Name>, kind: Kind) -> Self {
        Self {
            name,
            kind,
            aliases: Vec::new(),
            roles: Vec::new(),
            gender: None,
            thing: false,
            speaks: false,
            doubtful: false,
        }
    }

    /// Something that bears a name and is neither a person nor a body.
    pub(super) fn thing(name: Rc<Name>) -> Self {
        Self {
            thing: true,
            ..Self::new(name, Kind::Other)
        }
    }

    /// Something that is meant only if the article names it elsewhere.
    pub(super) fn doubtful(name: Rc<Name>) -> Self {
        Self {
            doubtful: true,
            ..Self::new(name, Kind::Other)
        }
    }

    /// The same by its words.
    pub(super) fn called(words: &str, kind: Kind) -> Self {
        Self::new(Name::of(words), kind)
    }

    /// The words of its name.
    pub(super) fn text(&self) -> &str {
        self.name.text()
    }

    /// The letters of its name, which are the same however it is spaced.
    pub(super) fn key(&self) -> &str {
        &self.name.letters().key
    }

    /// The words that are compared of its name.
    pub(super) fn parts(&self) -> &[String] {
        &self.name.letters().parts
    }

    /// The entity with all that is told of it.
    pub(super) fn entity(mut self) -> Entity {
        self.aliases
            .sort_by(|one, other| one.text().cmp(other.text()));
        self.aliases.dedup();
        if self.thing && self.kind == Kind::Person && self.roles.is_empty() {
            (self.kind, self.gender) = (Kind::Other, None);
        }
        Entity {
            name: self.text().to_owned(),
            kind: self.kind,
            aliases: self
                .aliases
                .iter()
                .map(|name| name.text().to_owned())
                .collect(),
            roles: self.roles,
            gender: self.gender,
        }
    }
}
