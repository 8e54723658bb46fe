//! Names that open a sentence and that the tagger takes for common nouns, since every first word has a capital: those
//! that the article gives elsewhere, too.
//!
//! "Marlin employs 4,100 people" below "Marlin Steel" tells of the company, "Marlin is sold fresh" beside "the marlin" of
//! the fish.

use gainsay_syntax::{Deprel, Upos};

use super::headlines;
use crate::document::Document;
use crate::values::Mention;
use crate::values::entity::{Entity, Kind};
use crate::values::scene::Scene;

/// Whether a sentence opens with a noun of one word that something is told of, which could be a name.
pub(super) fn may_name(scene: &Scene) -> bool {
    scene.sentence.tokens.first().is_some_and(|token| {
        token.upos == Upos::Noun
            && matches!(token.deprel, Deprel::Nsubj | Deprel::NsubjPass)
            && scene.is_capitalized(0)
            && scene.sentence.children(0).next().is_none()
    })
}

/// The mentions of known entities in such words, but for those that the article writes in small letters, too.
pub(super) fn mentions(
    opened: &[Scene],
    document: &Document,
    known: &[Mention<Entity>],
) -> Vec<Mention<Entity>> {
    let free = |scene: &&Scene| !known.iter().any(|m| m.span.overlaps(scene.span((0, 1))));
    let mut opened = opened.iter().filter(free).peekable();
    if opened.peek().is_none() {
        return vec![];
    }
    let bearers = headlines::bearers(known);
    let read = opened.filter_map(|scene| {
        let entity = headlines::bearer(scene, 0, 1, &bearers).cloned();
        let entity = entity.or_else(|| leading(scene, known))?;
        (!is_written_small(scene, document)).then(|| Mention {
            span: scene.span((0, 1)),
            sentence: scene.index,
            value: entity,
        })
    });
    read.collect()
}

/// What the word names if the name of an entity begins with it: all that it tells is that it is a name.
fn leading(scene: &Scene, known: &[Mention<Entity>]) -> Option<Entity> {
    let word = scene.word(0);
    let leads = |m: &Mention<Entity>| {
        let named = matches!(m.value.kind, Kind::Organization | Kind::Other);
        named && m.value.name.split(' ').next() == Some(word)
    };
    let name = || Entity::new(word, Kind::Other);
    known.iter().any(leads).then(name)
}

/// Whether the article has the first word of the sentence in small letters, too.
fn is_written_small(scene: &Scene, document: &Document) -> bool {
    let small = scene.word(0).to_lowercase();
    let mut tokens = document.sentences.iter().flat_map(|s| &s.syntax.tokens);
    tokens.any(|token| token.span.of(scene.text) == small)
}
