//! Whom a description means that stands for somebody named before: "the officer" of an article about one.

use std::cell::LazyCell;
use std::rc::Rc;
use std::sync::Arc;

use super::antecedent::Among;
use super::name::Name;
use super::resolve::Link;
use super::{Entity, Kind};
use crate::article::Article;
use crate::values::Mention;

/// The descriptions that lead back to somebody, in text order.
pub(super) fn links(article: &Article, mentions: &[Mention<Arc<Entity>>]) -> Vec<Link> {
    let called = LazyCell::new(|| mentions.iter().map(|m| Called::new(&m.value)).collect());
    let mut links: Vec<Link> = (0..mentions.len())
        .filter_map(|i| description(article, mentions, i, &called))
        .collect();
    links.sort_by_key(|link| link.span);
    links
}

/// The words by which a person or a role may be called.
enum Called {
    /// Nobody is called so.
    Nothing,
    /// A person: any word of these roles.
    ByRoles(Vec<Rc<Name>>),
    /// A role: the last word of its own.
    ByNoun(Rc<Name>),
}

impl Called {
    fn new(entity: &Entity) -> Self {
        match entity.kind {
            Kind::Person => {
                let roles = entity.roles.iter();
                Self::ByRoles(roles.map(|role| Name::of(&role.words)).collect())
            }
            Kind::Role => Self::ByNoun(Name::of(&entity.name)),
            Kind::Organization | Kind::Group | Kind::Government | Kind::Other => Self::Nothing,
        }
    }

    fn has(&self, noun: &String) -> bool {
        match self {
            Self::Nothing => false,
            Self::ByRoles(roles) => roles.iter().any(|role| role.letters().parts.contains(noun)),
            Self::ByNoun(role) => role.letters().parts.last() == Some(noun),
        }
    }
}

/// "the officer": the person who is said to be one, else the first who was called so.
fn description(
    article: &Article,
    mentions: &[Mention<Arc<Entity>>],
    i: usize,
    called: &LazyCell<Vec<Called>, impl FnOnce() -> Vec<Called>>,
) -> Option<Link> {
    let mention = &mentions[i];
    if mention.value.kind != Kind::Role {
        return None;
    }
    let before = article.text.get(..mention.span.start)?.trim_end();
    if !(before.ends_with(" the") || before.ends_with("The")) {
        return None;
    }
    let said = Name::of(&mention.value.name);
    let noun = said.letters().parts.last()?;
    let (mut candidates, mut persons) = (Among::Nobody, Among::Nobody);
    for m in (0..i).filter(|&m| called[m].has(noun)) {
        candidates = candidates.with(mentions, m);
        if mentions[m].value.kind == Kind::Person {
            persons = persons.with(mentions, m);
        }
    }
    match (candidates, persons) {
        (_, Among::One(found)) | (Among::One(found), Among::Nobody) => Some(Link {
            span: mention.span,
            sentence: mention.sentence,
            mention: found,
        }),
        _ => None,
    }
}
