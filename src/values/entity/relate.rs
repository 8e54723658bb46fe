//! How two entities stand to each other. What they are said to be is compared apart, as an attribute of its own.

use super::name::Name;
use super::names::{self, Spelling, spelling};
use super::{Entity, Kind};
use crate::values::Relation;

/// How `one` stands to `other`.
///
/// The same name, a short form of it or an acronym: equal. A near spelling: overlapping, and [`spelling`] tells more.
/// A person and a role are incomparable unless the person is said to have it.
pub fn relate(one: &Entity, other: &Entity) -> Relation {
    if one == other {
        return Relation::Equal;
    }
    match (one.kind, other.kind) {
        (Kind::Role, Kind::Role) | (Kind::Group, Kind::Group) => descriptions(one, other),
        (Kind::Person, Kind::Role) if has_role(one, other) => Relation::Equal,
        (Kind::Role, Kind::Person) if has_role(other, one) => Relation::Equal,
        (Kind::Organization, Kind::Organization) => organizations(one, other),
        (Kind::Person, Kind::Person) | (Kind::Government, Kind::Government) => {
            named(one, other, Relation::Disjoint)
        }
        (Kind::Other, _) | (_, Kind::Other) => named(one, other, Relation::Incomparable),
        (Kind::Person | Kind::Organization | Kind::Role | Kind::Group | Kind::Government, _) => {
            Relation::Incomparable
        }
    }
}

/// By name; names of different bearers stand to each other as given.
fn named(one: &Entity, other: &Entity, different: Relation) -> Relation {
    match spelling(one, other) {
        Spelling::Same => Relation::Equal,
        Spelling::Variant { .. } => Relation::Overlapping,
        Spelling::Different => different,
    }
}

/// "Los Angeles police" are police, and not all of it.
fn organizations(one: &Entity, other: &Entity) -> Relation {
    if names::is_acronym(&one.name, &other.name) || names::is_acronym(&other.name, &one.name) {
        return Relation::Equal;
    }
    match spelling(one, other) {
        Spelling::Same
            if Name::of(&one.name).letters().parts.len()
                == Name::of(&other.name).letters().parts.len() =>
        {
            Relation::Equal
        }
        Spelling::Same => contained(&one.name, &other.name),
        Spelling::Variant { .. } => Relation::Overlapping,
        Spelling::Different => Relation::Disjoint,
    }
}

/// A name in capitals is short for the long one; a common noun is wider than the name that ends in it.
fn contained(one: &str, other: &str) -> Relation {
    let common = |name: &str| name.chars().next().is_some_and(char::is_lowercase);
    match (common(one), common(other)) {
        (true, false) => Relation::Wider,
        (false, true) => Relation::Narrower,
        (false, false) | (true, true) => Relation::Equal,
    }
}

/// Descriptions: with more words narrower; with others not comparable, since one person is many things.
fn descriptions(one: &Entity, other: &Entity) -> Relation {
    let (one, other) = (Name::of(&one.name), Name::of(&other.name));
    let holds = |inner: &[String], outer: &[String]| inner.iter().all(|word| outer.contains(word));
    let (words, others) = (&one.letters().parts, &other.letters().parts);
    match (holds(words, others), holds(others, words)) {
        (true, true) => Relation::Equal,
        (true, false) => Relation::Wider,
        (false, true) => Relation::Narrower,
        (false, false) => Relation::Incomparable,
    }
}

/// Whether the article says of the person what the role's words say.
fn has_role(person: &Entity, role: &Entity) -> bool {
    let role = Name::of(&role.name);
    let words = &role.letters().parts;
    let told = |said: &str| {
        let said = Name::of(said);
        words.iter().all(|word| said.letters().parts.contains(word))
    };
    !words.is_empty() && person.roles.iter().any(|said| told(&said.words))
}
