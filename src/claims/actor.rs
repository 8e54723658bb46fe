//! Who someone is to the story: a name, or what a noun says that he or she is, so that two can be held against each other.
//!
//! "Police" and "the landlord's son" are not one finder; "a man" is anyone; "a shopper" may be the husband after all.

use std::collections::HashMap;
use std::fmt;
use std::sync::LazyLock;

use gainsay_syntax::Span;
use serde::de::{Deserialize, Deserializer, Error};

use crate::lexicon::rows;

use super::referent::{Likeness, Referent};

/// One kind of people in `people.tsv`.
#[derive(Debug, PartialEq, Eq, serde::Serialize)]
pub struct Kind {
    /// The field of roles that it belongs to: kin, work, law …
    pub field: &'static str,
    /// Its name.
    pub name: &'static str,
    /// How it stands to others.
    pub standing: Standing,
}

/// How a kind of people stands to others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Standing {
    /// Acts for all, as police do: nobody takes them for private people.
    Public,
    /// Private people.
    Private,
    /// One of many: an employee, whom a careless word may make of a chief executive, too.
    Member,
}

/// Who does or undergoes something, or what somebody is.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Actor {
    /// The words.
    pub referent: Referent,
    /// What the words, or the article elsewhere, say that they are.
    #[serde(deserialize_with = "known")]
    pub kinds: Vec<&'static Kind>,
    /// Whether it is a person with a name.
    pub is_person: bool,
}

/// How two actors can not be one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stand {
    /// One and the same, as far as words tell.
    Same,
    /// Nothing tells: one is a name, the other a word that fits anyone.
    Open,
    /// Hardly one, though a reading exists: a shopper may be the husband.
    Loose,
    /// Two: police and the landlord's son.
    Apart,
}

static KINDS: LazyLock<HashMap<&str, Kind>> = LazyLock::new(|| {
    let mut kinds = HashMap::new();
    for [field, name, standing, nouns] in rows(include_str!("people.tsv")) {
        let standing = match standing {
            "public" => Standing::Public,
            "member" => Standing::Member,
            _ => Standing::Private,
        };
        for noun in nouns.split(' ') {
            kinds.entry(noun).or_insert(Kind {
                field,
                name,
                standing,
            });
        }
    }
    kinds
});

/// The kinds of the table that were written down: an actor can have no others.
fn known<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<&'static Kind>, D::Error> {
    let written: Vec<(String, String, Standing)> = Vec::deserialize(from)?;
    let known = |(field, name, standing): &(String, String, Standing)| {
        let is_it =
            |kind: &&Kind| kind.field == field && kind.name == name && kind.standing == *standing;
        KINDS.values().find(is_it)
    };
    let kinds: Option<Vec<&Kind>> = written.iter().map(known).collect();
    kinds.ok_or_else(|| D::Error::custom("an unknown kind of people"))
}

/// The kind of people that a noun names, in lower case and singular; `None` where it fits anyone.
pub fn kind(noun: &str) -> Option<&'static Kind> {
    KINDS.get(noun)
}

/// The kind that the end of a phrase names, by as many words as the table has: "chief executive officer" is no officer.
pub fn kind_of_phrase(words: &str) -> Option<&'static Kind> {
    let lower = words.to_lowercase();
    let words: Vec<&str> = lower.split([' ', '-']).filter(|w| !w.is_empty()).collect();
    (1..=words.len().min(3))
        .rev()
        .find_map(|count| kind(&words[words.len() - count..].join("-")))
}

impl fmt::Display for Actor {
    /// The name, or the kinds: "police, firefighter".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_person && !self.referent.name.is_empty() {
            return f.write_str(&self.referent.name.join(" "));
        }
        let names: Vec<&str> = self.kinds.iter().map(|kind| kind.name).collect();
        f.write_str(&names.join(", "))
    }
}

impl Actor {
    /// Where the words stand.
    pub fn span(&self) -> Span {
        self.referent.span
    }

    /// How the two stand to each other.
    ///
    /// Police are not the landlord's son: apart. A husband may be called a bystander: loose. "A man" is open.
    pub fn stand(&self, other: &Actor) -> Stand {
        if self.is_person && other.is_person {
            return match self.referent.likeness(&other.referent) {
                Likeness::Different => Stand::Apart,
                Likeness::Same => Stand::Same,
                Likeness::Similar | Likeness::Unknown => Stand::Open,
            };
        }
        if self.kinds.is_empty() || other.kinds.is_empty() {
            return Stand::Open;
        }
        if self.kinds.iter().any(|kind| other.kinds.contains(kind)) {
            return Stand::Same;
        }
        let (one, others) = (self.kinds[0], other.kinds[0]);
        let public = |kind: &Kind| kind.standing == Standing::Public;
        let kin = one.field == "kin" && others.field == "kin";
        if public(one) != public(others) || kin {
            Stand::Apart
        } else {
            Stand::Loose
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claims::referent::Many;

    fn actor(noun: &str) -> Actor {
        let span = Span { start: 0, end: 1 };
        let referent = Referent {
            span,
            head: noun.to_owned(),
            name: vec![],
            modifiers: vec![],
            owner: vec![],
            many: Many::Untold,
        };
        Actor {
            kinds: kind(noun).into_iter().collect(),
            referent,
            is_person: false,
        }
    }

    #[test]
    fn actors_stand_apart_by_what_they_are() {
        for (one, other, stand) in [
            ("policeman", "officer", Stand::Same),
            ("police", "son", Stand::Apart),
            ("husband", "boyfriend", Stand::Apart),
            ("husband", "bystander", Stand::Loose),
            ("ceo", "employee", Stand::Loose),
            ("man", "landlord", Stand::Open),
        ] {
            assert_eq!(actor(one).stand(&actor(other)), stand, "{one} × {other}");
        }
    }
}
