//! Links the mentions of one article: a surname to the full name, an acronym to what it stands for.

use super::Found;
use crate::values::Mention;
use crate::values::entity::names::{self, is_acronym, is_short_form};
use crate::values::entity::{Entity, Kind};

/// The mentions with the entity that each is of.
pub(super) fn link(found: Vec<Found>) -> Vec<Mention<Entity>> {
    let mut entities: Vec<Entity> = Vec::new();
    let mut of: Vec<Option<usize>> = vec![None; found.len()];
    // Full names first: a headline says "Rowe" before the text says "Catherine Rowe".
    for (i, one) in found.iter().enumerate().filter(|(_, f)| is_full(&f.entity)) {
        let at = entities
            .iter()
            .position(|e| same_full(e, &one.entity))
            .unwrap_or_else(|| {
                entities.push(Entity::new(one.entity.name.clone(), one.entity.kind));
                entities.len() - 1
            });
        merge(&mut entities[at], &one.entity);
        of[i] = Some(at);
    }
    let mut last: Option<usize>;
    for i in 0..found.len() {
        if of[i].is_some() {
            continue;
        }
        let one = &found[i].entity;
        last = of[..i]
            .iter()
            .rev()
            .flatten()
            .copied()
            .find(|&at| is_short(one, &entities[at]));
        let at = last
            .or_else(|| entities.iter().position(|e| is_short(one, e)))
            .unwrap_or_else(|| {
                entities.push(Entity::new(one.name.clone(), one.kind));
                entities.len() - 1
            });
        merge(&mut entities[at], one);
        of[i] = Some(at);
    }
    for entity in &mut entities {
        entity.aliases.sort();
        entity.aliases.dedup();
    }
    found
        .into_iter()
        .zip(of)
        .filter_map(|(f, at)| {
            Some(Mention {
                span: f.span,
                sentence: f.sentence,
                value: entities[at?].clone(),
            })
        })
        .collect()
}

/// Whether a name has more than one part, so that others may be short for it.
fn is_full(entity: &Entity) -> bool {
    let named = matches!(entity.kind, Kind::Person | Kind::Organization | Kind::Other);
    named && names::parts(&entity.name).len() > 1
}

fn same_full(one: &Entity, other: &Entity) -> bool {
    if !kinds_agree(one.kind, other.kind) {
        return false;
    }
    if names::key(&one.name) == names::key(&other.name) {
        return true;
    }
    let (parts, others) = (names::parts(&one.name), names::parts(&other.name));
    one.kind == Kind::Person && (is_short_form(&parts, &others) || is_short_form(&others, &parts))
}

fn kinds_agree(one: Kind, other: Kind) -> bool {
    one == other || one == Kind::Other || other == Kind::Other
}

/// Whether the first is a short name of the second, or the same description.
pub(super) fn is_short(short: &Entity, long: &Entity) -> bool {
    match (short.kind, long.kind) {
        (Kind::Government, Kind::Government) => short.name == long.name,
        (Kind::Role, Kind::Role) | (Kind::Group, Kind::Group) => {
            names::key(&short.name) == names::key(&long.name)
        }
        (Kind::Person | Kind::Other, Kind::Person | Kind::Other) if full_other(long) => {
            is_name_of(&short.name, long) && genders_agree(short, long)
        }
        (Kind::Organization | Kind::Other, Kind::Organization) => {
            let same = |name: &String| {
                names::key(name) == names::key(&short.name) || is_acronym(&short.name, name)
            };
            std::iter::once(&long.name).chain(&long.aliases).any(same)
                || leads(&short.name, &long.name)
        }
        (Kind::Other, Kind::Other) => names::key(&short.name) == names::key(&long.name),
        _ => false,
    }
}

/// Whether the second is a person, or may be one by the number of its names.
fn full_other(long: &Entity) -> bool {
    long.kind == Kind::Person || names::parts(&long.name).len() > 1
}

/// "Mr. Halden" is not Catherine Halden.
fn genders_agree(one: &Entity, other: &Entity) -> bool {
    one.gender.is_none() || other.gender.is_none() || one.gender == other.gender
}

/// Surname or given name, whichever comes first: "Putin", "Kim".
fn is_name_of(short: &str, long: &Entity) -> bool {
    let (short, parts) = (names::parts(short), names::parts(&long.name));
    let [word] = short.as_slice() else {
        return names::key(&long.name) == short.concat();
    };
    parts.last() == Some(word) || parts.first() == Some(word)
}

/// "Norvane" of "Norvane Holdings", but not "Surrey" of "Surrey Police".
fn leads(short: &str, long: &str) -> bool {
    const FORMS: &[&str] = &[
        "holdings",
        "group",
        "motors",
        "airlines",
        "airways",
        "systems",
        "technologies",
        "industries",
        "pharmaceuticals",
        "bank",
        "partners",
        "stores",
        "foods",
        "entertainment",
        "software",
        "energy",
    ];
    let (short, long) = (names::parts(short), names::parts(long));
    let rest = long.strip_prefix(short.as_slice());
    !short.is_empty()
        && rest.is_some_and(|rest| rest.iter().all(|word| FORMS.contains(&word.as_str())))
}

/// Adds what a mention tells: a fuller name, other names, roles, gender.
fn merge(entity: &mut Entity, mention: &Entity) {
    if entity.kind == Kind::Other {
        entity.kind = mention.kind;
    }
    entity.gender = entity.gender.or(mention.gender);
    entity.aliases.extend(mention.aliases.iter().cloned());
    entity.roles.extend(mention.roles.iter().cloned());
    if mention.name == entity.name {
        return;
    }
    let fuller = names::parts(&mention.name).len() > names::parts(&entity.name).len()
        && !is_acronym(&entity.name, &mention.name);
    let other = if fuller {
        std::mem::replace(&mut entity.name, mention.name.clone())
    } else {
        mention.name.clone()
    };
    entity.aliases.push(other);
}
