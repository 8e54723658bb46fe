//! Links the mentions of one article: a surname to the full name, an acronym to what it stands for.

use std::sync::Arc;

use super::Found;
use super::draft::Draft;
use crate::values::Mention;
use crate::values::entity::lexicon::{self, Part};
use crate::values::entity::names::{is_acronym, is_short_form};
use crate::values::entity::{Entity, Kind};

/// The entities of an article, and which of them each mention is of.
pub(super) struct Linked {
    /// In the order in which they were told from others.
    pub(super) entities: Vec<Known>,
    /// The mentions with the index of their entity.
    pub(super) mentions: Vec<Mention<usize>>,
}

/// An entity of an article.
pub(super) struct Known {
    /// What its mentions tell.
    pub(super) draft: Draft,
    /// The letters that the words of its names begin with: of any other name of it, a word begins with one, too.
    initials: u32,
}

impl Known {
    /// An entity of one mention.
    pub(super) fn new(draft: Draft) -> Self {
        let initials = initials(&draft);
        Self { draft, initials }
    }

    /// Whether something with a name of these initials may be meant; if not, it is not.
    #[inline]
    pub(super) fn may_be(&self, initials: u32) -> bool {
        self.initials & initials != 0
    }
}

impl Linked {
    /// The mentions, each with its entity.
    pub(super) fn mentions(self) -> Vec<Mention<Arc<Entity>>> {
        let entities = self.entities.into_iter();
        let entities: Vec<Arc<Entity>> = entities.map(|e| Arc::new(e.draft.entity())).collect();
        let mentions = self.mentions.into_iter().map(|mention| Mention {
            span: mention.span,
            sentence: mention.sentence,
            value: Arc::clone(&entities[mention.value]),
        });
        mentions.collect()
    }
}

/// Of whom a mention is.
enum Of {
    /// The entity of that index.
    Known(usize),
    /// Whom it is short for, or an entity of its own.
    Open(Draft),
}

/// Finds which mentions are of one entity.
pub(super) fn link(found: Vec<Found>) -> Linked {
    let mut entities: Vec<Known> = Vec::with_capacity(found.len());
    // Full names first: a headline says "Rowe" before the text says "Catherine Rowe".
    let read = |f: Found| Mention {
        span: f.span,
        sentence: f.sentence,
        value: full(&mut entities, f.draft),
    };
    let told: Vec<Mention<Of>> = found.into_iter().map(read).collect();
    // Those mentioned so far, the last one last: each is asked once, however often it was mentioned.
    let mut recent: Vec<usize> = Vec::with_capacity(entities.len() + 8);
    let mut mentioned = vec![false; told.len()];
    let mut mentions = Vec::with_capacity(told.len());
    for Mention {
        span,
        sentence,
        value,
    } in told
    {
        let at = match value {
            Of::Known(at) => at,
            Of::Open(one) => {
                let known = bearer(&one, &entities, &recent, &mentioned);
                if known.is_none() && one.doubtful {
                    continue;
                }
                add(&mut entities, known, one)
            }
        };
        if recent.last() != Some(&at) {
            recent.retain(|&other| other != at);
            recent.push(at);
        }
        mentioned[at] = true;
        mentions.push(Mention {
            span,
            sentence,
            value: at,
        });
    }
    Linked { entities, mentions }
}

/// Links a mention if it gives a full name.
fn full(entities: &mut Vec<Known>, one: Draft) -> Of {
    if one.doubtful || !is_full(&one) {
        return Of::Open(one);
    }
    let initials = one.name.letters().initials;
    let same = |known: &Known| known.may_be(initials) && same_full(&known.draft, &one);
    let known = entities.iter().position(same);
    Of::Known(add(entities, known, one))
}

/// The entity that a mention is a short name of: the one mentioned last, else the first that is to come.
///
/// "Mr. Pell" is rather one whom the article tells to be a man than a Pell of whom it tells no sex.
fn bearer(one: &Draft, entities: &[Known], recent: &[usize], mentioned: &[bool]) -> Option<usize> {
    let initials = one.name.letters().initials;
    let means = |&at: &usize| entities[at].may_be(initials) && is_short(one, &entities[at].draft);
    let of_that_sex = |&at: &usize| one.gender == entities[at].draft.gender && means(&at);
    let known = one
        .gender
        .and_then(|_| recent.iter().rev().copied().find(of_that_sex));
    let last = known.or_else(|| recent.iter().rev().copied().find(means));
    last.or_else(|| {
        let mut others = (0..entities.len()).filter(|&at| !mentioned[at]);
        others.find(means)
    })
}

/// Adds what a mention tells to the entity at `known`, or as a new one, and gives its index.
fn add(entities: &mut Vec<Known>, known: Option<usize>, one: Draft) -> usize {
    if let Some(at) = known {
        let known = &mut entities[at];
        known.initials |= initials(&one);
        merge(&mut known.draft, one);
        return at;
    }
    entities.push(Known::new(one));
    entities.len() - 1
}

/// The letters that the words of all names begin with.
fn initials(draft: &Draft) -> u32 {
    let names = std::iter::once(&draft.name).chain(&draft.aliases);
    names.fold(0, |set, name| set | name.letters().initials)
}

/// Whether a name has more than one part, so that others may be short for it; of a body, "Inc" is a part, too.
fn is_full(one: &Draft) -> bool {
    match one.kind {
        Kind::Organization => one.text().contains(' '),
        Kind::Person | Kind::Other => one.parts().len() > 1,
        Kind::Role | Kind::Group | Kind::Government => false,
    }
}

/// Whether both names have the same letters.
fn is_spelled_as(one: &Draft, other: &Draft) -> bool {
    one.name == other.name || one.key() == other.key()
}

fn same_full(one: &Draft, other: &Draft) -> bool {
    if !kinds_agree(one.kind, other.kind) {
        return false;
    }
    // "Norvane Steel Inc." is "Norvane Steel", the "MT Elsa Roe" the "Elsa Roe".
    if is_spelled_as(one, other) || one.parts() == other.parts() {
        return true;
    }
    one.kind == Kind::Person
        && (is_short_form(one.parts(), other.parts()) || is_short_form(other.parts(), one.parts()))
}

fn kinds_agree(one: Kind, other: Kind) -> bool {
    one == other || one == Kind::Other || other == Kind::Other
}

/// Whether the first is a short name of the second, or the same description.
pub(super) fn is_short(short: &Draft, long: &Draft) -> bool {
    match (short.kind, long.kind) {
        (Kind::Government, Kind::Government) => short.name == long.name,
        (Kind::Person | Kind::Other, Kind::Person | Kind::Other) if full_other(long) => {
            is_name_of(short, long) && genders_agree(short, long)
        }
        // "Marlin" is a given name, and short for "Marlin Steel".
        (Kind::Person, Kind::Organization) => short.roles.is_empty() && leads(short, long),
        (Kind::Organization | Kind::Other, Kind::Organization) => {
            let mut names = std::iter::once(&long.name).chain(&long.aliases);
            is_spelled_as(short, long)
                || long
                    .aliases
                    .iter()
                    .any(|name| name.letters().key == short.key())
                || names.any(|name| is_acronym(short.text(), name.text()))
                || leads(short, long)
        }
        (Kind::Role, Kind::Role) | (Kind::Group, Kind::Group) | (Kind::Other, Kind::Other) => {
            is_spelled_as(short, long)
        }
        _ => false,
    }
}

/// Whether the second is a person, or may be one by the number of its names.
fn full_other(long: &Draft) -> bool {
    long.kind == Kind::Person || long.parts().len() > 1
}

/// "Mr. Halden" is not Catherine Halden.
fn genders_agree(one: &Draft, other: &Draft) -> bool {
    one.gender.is_none() || other.gender.is_none() || one.gender == other.gender
}

/// Surname or given name, whichever comes first: "Putin", "Kim".
fn is_name_of(short: &Draft, long: &Draft) -> bool {
    let [word] = short.parts() else {
        return long.key() == short.parts().concat();
    };
    if long.thing {
        return false;
    }
    long.parts().last() == Some(word) || long.parts().first() == Some(word)
}

/// "Norvane" of "Norvane Holdings", but not "Surrey" of "Surrey Police".
fn leads(short: &Draft, long: &Draft) -> bool {
    let rest = long.parts().strip_prefix(short.parts());
    let dropped = |word: &String| lexicon::is(word, Part::Trade) || lexicon::is(word, Part::Firm);
    !short.parts().is_empty() && rest.is_some_and(|rest| rest.iter().all(dropped))
}

/// "Orr said" of "Vashti Orr": only people go by the last of their names and speak.
fn is_surname_of_speaker(short: &Draft, long: &Draft) -> bool {
    let surname = long.parts().len() > 1 && long.parts().last() == short.parts().first();
    short.speaks && !long.thing && surname
}

/// Adds what a mention tells: a fuller name, other names, roles, gender.
fn merge(known: &mut Draft, one: Draft) {
    let same_name = one.name == known.name;
    let more_words = !same_name && one.parts().len() > known.parts().len();
    let fuller = more_words && !is_acronym(known.text(), one.text());
    if known.kind == Kind::Other {
        known.kind = if is_surname_of_speaker(&one, known) {
            Kind::Person
        } else {
            one.kind
        };
    }
    known.thing |= one.thing;
    if known.kind == Kind::Person {
        known.gender = known.gender.or(one.gender);
    }
    known.aliases.extend(one.aliases);
    known.roles.extend(one.roles);
    if fuller {
        let shorter = std::mem::replace(&mut known.name, one.name);
        known.aliases.push(shorter);
    } else if !same_name {
        known.aliases.push(one.name);
    }
}
