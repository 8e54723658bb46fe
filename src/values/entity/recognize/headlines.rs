//! Names in headlines and headings in title case: only those that the running text gives, too.
//!
//! Where every word has a capital, no capital tells a name from a verb: "Kim Jong Un Meets Putin" is one run of
//! capital words. Such a line names whom the text below it names, and gives nobody a name of its own.

use std::borrow::Cow;
use std::rc::Rc;

use gainsay_syntax::Upos;

use super::link::{Spelled, is_short};
use crate::article::BlockKind;
use crate::lexicon::fold;
use crate::values::Mention;
use crate::values::entity::names::{self, Letters};
use crate::values::entity::{Entity, Kind};
use crate::values::naming::acts;
use crate::values::scene::Scene;

/// The most tokens that a name is looked for in.
const LONGEST: usize = 8;

/// Whether a line is a headline whose content words all have capitals: "Police Arrest Three", not "Police arrest three".
pub(super) fn is_title_case(scene: &Scene, kind: BlockKind) -> bool {
    let heads = match kind {
        BlockKind::Headline | BlockKind::Heading(_) => true,
        BlockKind::Paragraph
        | BlockKind::Item
        | BlockKind::Cell
        | BlockKind::Caption
        | BlockKind::Code
        | BlockKind::Furniture => false,
    };
    heads
        && scene.sentence.tokens.iter().enumerate().all(|(i, token)| {
            let small = scene.word(i).starts_with(char::is_lowercase);
            let tells = matches!(
                token.upos,
                Upos::Noun | Upos::Propn | Upos::Verb | Upos::Adj | Upos::Adv
            );
            // "Jong-un", "Won't"
            let inside = i > 0 && scene.sentence.tokens[i - 1].span.end == token.span.start;
            !(small && tells) || inside
        })
}

/// What a line in title case can tell of itself: roles, groups and governments, but no names.
pub(super) fn is_told(entity: &Entity) -> bool {
    match entity.kind {
        Kind::Role | Kind::Group | Kind::Government => true,
        Kind::Person | Kind::Organization | Kind::Other => false,
    }
}

/// The mentions in such a line of entities that the text names; longer names come first.
///
/// "Kim Jong Un Meets Putin" above a text on Kim Jong Un and Vladimir Putin mentions both.
pub(super) fn mentions(scene: &Scene, known: &[Bearer]) -> Vec<Mention<Entity>> {
    let mut found = Vec::new();
    let mut i = 0;
    while i < scene.len() {
        let next = (i + 1..=scene.len().min(i + LONGEST))
            .rev()
            .find_map(|end| Some((end, bearer(scene, i, end, known)?)));
        i = match next {
            Some((end, entity)) => {
                found.push(Mention {
                    span: scene.span((i, end)),
                    sentence: scene.index,
                    value: entity.clone(),
                });
                end
            }
            None => i + 1,
        };
    }
    found
}

/// An entity of the text.
pub(super) struct Bearer<'a> {
    spelled: Spelled<'a>,
    /// The letters of all its names.
    names: Vec<Rc<Letters>>,
    /// The letters that the words of its names begin with: of any other name of it, a word begins with one, too.
    initials: u32,
}

/// The entities that these mentions are of, each once, those that bear no name left out.
pub(super) fn bearers(known: &[Mention<Entity>]) -> Vec<Bearer<'_>> {
    let mut bearers: Vec<Bearer> = Vec::new();
    for entity in known.iter().map(|mention| &mention.value) {
        let bears_name = match entity.kind {
            Kind::Person | Kind::Organization | Kind::Other | Kind::Government => true,
            Kind::Role | Kind::Group => false,
        };
        if bears_name && !bearers.iter().any(|b| *b.spelled.entity == *entity) {
            let names = std::iter::once(&entity.name).chain(&entity.aliases);
            bearers.push(Bearer {
                initials: names.clone().fold(0, |set, name| set | initials(name)),
                names: names.map(|name| names::letters(name)).collect(),
                spelled: Spelled::new(Cow::Borrowed(entity)),
            });
        }
    }
    bearers
}

/// The only entity of the text that those tokens name.
pub(super) fn bearer<'a>(
    scene: &Scene,
    start: usize,
    end: usize,
    known: &'a [Bearer],
) -> Option<&'a Entity> {
    if !scene.is_capitalized(start) {
        return None;
    }
    let first = (start..end).fold(0, |set, i| set | initials(scene.word(i)));
    if !known.iter().any(|bearer| bearer.initials & first != 0) {
        return None;
    }
    let name = Entity::new(scene.words((start, end)), Kind::Other);
    let name = Spelled::new(Cow::Owned(name));
    let mut bearers = known
        .iter()
        .filter(|bearer| bearer.initials & first != 0)
        .filter(|bearer| bears(scene, end, bearer, &name))
        .map(|bearer| &*bearer.spelled.entity);
    let first = bearers.next()?;
    bearers
        .all(|other| other.name == first.name)
        .then_some(first)
}

/// The letters that the words of a name begin with, as bits; one bit stands for all that are not ASCII.
fn initials(name: &str) -> u32 {
    let plain = fold(name);
    let words = plain.split(|c: char| !c.is_alphanumeric());
    let first = words.filter_map(|word| word.bytes().next());
    first.fold(0, |set, byte| {
        set | 1 << if byte < 0x80 { byte & 31 } else { 0 }
    })
}

fn bears(scene: &Scene, end: usize, bearer: &Bearer, name: &Spelled) -> bool {
    let key = &name.letters().key;
    !key.is_empty()
        && (bearer.names.iter().any(|one| one.key == *key) || is_short(name, &bearer.spelled))
        && (bearer.spelled.entity.kind != Kind::Government || acts(scene.sentence, end - 1))
}
