//! Links the mentions of one article: a surname to the full name, an acronym to what it stands for.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::rc::Rc;

use gainsay_syntax::Span;

use super::Found;
use crate::values::Mention;
use crate::values::entity::lexicon::{self, Part};
use crate::values::entity::names::{self, Letters, is_acronym, is_short_form};
use crate::values::entity::{Entity, Kind};

/// An entity with the letters of its name, which are compared more often than they change.
pub(super) struct Spelled<'a> {
    /// The entity.
    pub(super) entity: Cow<'a, Entity>,
    /// Looked up when they are first asked for.
    letters: OnceCell<Rc<Letters>>,
}

impl<'a> Spelled<'a> {
    pub(super) fn new(entity: Cow<'a, Entity>) -> Self {
        let letters = OnceCell::new();
        Self { entity, letters }
    }

    /// The letters of the entity's name.
    pub(super) fn letters(&self) -> &Letters {
        self.letters
            .get_or_init(|| names::letters(&self.entity.name))
    }

    /// The words of the entity's name.
    fn parts(&self) -> &[String] {
        &self.letters().parts
    }

    /// Whether both names have the same letters.
    fn is_spelled_as(&self, other: &Self) -> bool {
        self.entity.name == other.entity.name || self.letters().key == other.letters().key
    }
}

/// The mentions with the entity that each is of.
pub(super) fn link(found: Vec<Found>) -> Vec<Mention<Entity>> {
    let stand = |f: &Found| (f.span, f.sentence);
    let stands: Vec<(Span, usize)> = found.iter().map(stand).collect();
    let mut entities: Vec<Spelled> = Vec::with_capacity(found.len());
    let mut of: Vec<Option<usize>> = vec![None; found.len()];
    let mut told: Vec<Option<Spelled>> = found
        .into_iter()
        .map(|f| Some(Spelled::new(Cow::Owned(f.entity))))
        .collect();
    // Full names first: a headline says "Rowe" before the text says "Catherine Rowe".
    for (i, one) in told.iter_mut().enumerate() {
        if let Some(one) = one.take_if(|one| is_full(one)) {
            let known = entities.iter().position(|e| same_full(e, &one));
            of[i] = Some(add(&mut entities, known, one));
        }
    }
    // Those mentioned so far, the last one last: each is asked once, however often it was mentioned.
    let mut recent: Vec<usize> = Vec::with_capacity(entities.len() + 8);
    let mut mentioned = vec![false; told.len()];
    for (i, one) in told.into_iter().enumerate() {
        if let Some(one) = one {
            let mut latest = recent.iter().rev().copied();
            let last = latest.find(|&at| is_short(&one, &entities[at]));
            let mut others = (0..entities.len()).filter(|&at| !mentioned[at]);
            let known = last.or_else(|| others.find(|&at| is_short(&one, &entities[at])));
            of[i] = Some(add(&mut entities, known, one));
        }
        if let Some(at) = of[i] {
            if recent.last() != Some(&at) {
                recent.retain(|&other| other != at);
                recent.push(at);
            }
            mentioned[at] = true;
        }
    }
    let entities = entities.into_iter().map(|e| e.entity.into_owned());
    mentions(&stands, entities.collect(), &of)
}

/// The mentions, each with the entity of that index; the last of each entity takes it.
fn mentions(
    stands: &[(Span, usize)],
    mut entities: Vec<Entity>,
    of: &[Option<usize>],
) -> Vec<Mention<Entity>> {
    let mut left = vec![0; entities.len()];
    of.iter().flatten().for_each(|&at| left[at] += 1);
    for entity in &mut entities {
        entity.aliases.sort();
        entity.aliases.dedup();
    }
    let mut take = |at: usize| {
        left[at] -= 1;
        if left[at] == 0 {
            std::mem::replace(&mut entities[at], Entity::new("", Kind::Other))
        } else {
            entities[at].clone()
        }
    };
    let mention = |(&(span, sentence), at): (&(Span, usize), &Option<usize>)| {
        Some(Mention {
            span,
            sentence,
            value: take((*at)?),
        })
    };
    stands.iter().zip(of).filter_map(mention).collect()
}

/// Adds what a mention tells to the entity at `known`, or as a new one, and gives its index.
fn add<'a>(entities: &mut Vec<Spelled<'a>>, known: Option<usize>, one: Spelled<'a>) -> usize {
    if let Some(at) = known {
        merge(&mut entities[at], one);
        return at;
    }
    entities.push(one);
    entities.len() - 1
}

/// Whether a name has more than one part, so that others may be short for it.
fn is_full(one: &Spelled) -> bool {
    let kind = one.entity.kind;
    let named = matches!(kind, Kind::Person | Kind::Organization | Kind::Other);
    named && one.parts().len() > 1
}

fn same_full(one: &Spelled, other: &Spelled) -> bool {
    if !kinds_agree(one.entity.kind, other.entity.kind) {
        return false;
    }
    if one.is_spelled_as(other) {
        return true;
    }
    one.entity.kind == Kind::Person
        && (is_short_form(one.parts(), other.parts()) || is_short_form(other.parts(), one.parts()))
}

fn kinds_agree(one: Kind, other: Kind) -> bool {
    one == other || one == Kind::Other || other == Kind::Other
}

/// Whether the first is a short name of the second, or the same description.
pub(super) fn is_short(one: &Spelled, other: &Spelled) -> bool {
    let (short, long) = (&*one.entity, &*other.entity);
    match (short.kind, long.kind) {
        (Kind::Government, Kind::Government) => short.name == long.name,
        (Kind::Person | Kind::Other, Kind::Person | Kind::Other) if full_other(other) => {
            is_name_of(one, other) && genders_agree(short, long)
        }
        (Kind::Organization | Kind::Other, Kind::Organization) => {
            let alias = |name: &String| names::letters(name).key == one.letters().key;
            let mut names = std::iter::once(&long.name).chain(&long.aliases);
            one.is_spelled_as(other)
                || long.aliases.iter().any(alias)
                || names.any(|name| is_acronym(&short.name, name))
                || leads(one, other)
        }
        (Kind::Role, Kind::Role) | (Kind::Group, Kind::Group) | (Kind::Other, Kind::Other) => {
            one.is_spelled_as(other)
        }
        _ => false,
    }
}

/// Whether the second is a person, or may be one by the number of its names.
fn full_other(long: &Spelled) -> bool {
    long.entity.kind == Kind::Person || long.parts().len() > 1
}

/// "Mr. Halden" is not Catherine Halden.
fn genders_agree(one: &Entity, other: &Entity) -> bool {
    one.gender.is_none() || other.gender.is_none() || one.gender == other.gender
}

/// Surname or given name, whichever comes first: "Putin", "Kim".
fn is_name_of(short: &Spelled, long: &Spelled) -> bool {
    let [word] = short.parts() else {
        return long.letters().key == short.parts().concat();
    };
    long.parts().last() == Some(word) || long.parts().first() == Some(word)
}

/// "Norvane" of "Norvane Holdings", but not "Surrey" of "Surrey Police".
fn leads(short: &Spelled, long: &Spelled) -> bool {
    let rest = long.parts().strip_prefix(short.parts());
    !short.parts().is_empty()
        && rest.is_some_and(|rest| rest.iter().all(|word| lexicon::is(word, Part::Trade)))
}

/// Adds what a mention tells: a fuller name, other names, roles, gender.
fn merge(known: &mut Spelled, one: Spelled) {
    let same_name = one.entity.name == known.entity.name;
    let more_words = !same_name && one.parts().len() > known.parts().len();
    let fuller = more_words && !is_acronym(&known.entity.name, &one.entity.name);
    let (mention, letters) = (one.entity.into_owned(), one.letters);
    let entity = known.entity.to_mut();
    if entity.kind == Kind::Other {
        entity.kind = mention.kind;
    }
    entity.gender = entity.gender.or(mention.gender);
    entity.aliases.extend(mention.aliases);
    entity.roles.extend(mention.roles);
    if fuller {
        known.letters = letters;
        let shorter = std::mem::replace(&mut entity.name, mention.name);
        entity.aliases.push(shorter);
    } else if !same_name {
        entity.aliases.push(mention.name);
    }
}
