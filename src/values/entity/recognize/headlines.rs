//! Names in headlines and headings in title case: only those that the running text gives, too.
//!
//! Where every word has a capital, no capital tells a name from a verb: "Kim Jong Un Meets Putin" is one run of
//! capital words. Such a line names whom the text below it names, and gives nobody a name of its own.

use gainsay_syntax::Upos;

use super::Scene;
use super::link::is_short;
use crate::article::BlockKind;
use crate::values::Mention;
use crate::values::entity::{Entity, Kind, names};
use crate::values::naming::acts;

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
pub(super) fn mentions(scene: &Scene, known: &[Mention<Entity>]) -> Vec<Mention<Entity>> {
    let mut found = Vec::new();
    let mut i = 0;
    while i < scene.len() {
        let next = (i + 1..=scene.len().min(i + LONGEST))
            .rev()
            .find_map(|end| Some((end, bearer(scene, i, end, known)?)));
        i = match next {
            Some((end, entity)) => {
                found.push(Mention {
                    span: scene.span(i, end),
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

/// The only entity of the text that those tokens name.
fn bearer<'a>(
    scene: &Scene,
    start: usize,
    end: usize,
    known: &'a [Mention<Entity>],
) -> Option<&'a Entity> {
    if !scene.word(start).starts_with(char::is_uppercase) {
        return None;
    }
    let name = Entity::new(scene.words(start, end), Kind::Other);
    let mut bearers = known
        .iter()
        .map(|mention| &mention.value)
        .filter(|entity| bears(scene, end, entity, &name));
    let first = bearers.next()?;
    bearers
        .all(|other| other.name == first.name)
        .then_some(first)
}

fn bears(scene: &Scene, end: usize, entity: &Entity, name: &Entity) -> bool {
    let named = match entity.kind {
        Kind::Person | Kind::Organization | Kind::Other => true,
        Kind::Government => acts(scene.sentence, end - 1),
        Kind::Role | Kind::Group => false,
    };
    let key = names::key(&name.name);
    let same = |other: &String| names::key(other) == key;
    named
        && !key.is_empty()
        && (same(&entity.name) || entity.aliases.iter().any(same) || is_short(name, entity))
}
