//! Names that open a sentence and that the tagger takes for common nouns, since every first word has a capital: those
//! that the article gives elsewhere, too.
//!
//! "Marlin employs 4,100 people" below "Marlin Steel" tells of the company, "Marlin is sold fresh" beside "the marlin" of
//! the fish.

use gainsay_syntax::{Deprel, Upos};

use super::draft::Draft;
use super::headlines;
use super::link::{Known, Linked};
use crate::document::Document;
use crate::values::Mention;
use crate::values::entity::Kind;
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

/// Adds the mentions of known entities in such words, but for those that the article writes in small letters, too.
pub(super) fn add(opened: &[Scene], document: &Document, known: &mut Linked) {
    let own = |scene: &Scene| scene.span((0, 1));
    let free = |scene: &&Scene| !known.mentions.iter().any(|m| m.span.overlaps(own(scene)));
    let free: Vec<&Scene> = opened.iter().filter(free).collect();
    if free.is_empty() {
        return;
    }
    let bearers = headlines::bearers(known);
    for scene in free {
        let bearer = headlines::bearer(scene, (0, 1), known, &bearers);
        let told = bearer.is_some() || leads(scene, known, &bearers);
        if !told || is_written_small(scene, document) {
            continue;
        }
        // All that a part of a name tells is that it is one.
        let new = || Known::new(Draft::called(scene.word(0), Kind::Other));
        let value = bearer.unwrap_or_else(|| {
            known.entities.push(new());
            known.entities.len() - 1
        });
        known.mentions.push(Mention {
            span: own(scene),
            sentence: scene.index,
            value,
        });
    }
}

/// Whether the name of a known entity begins with the word.
fn leads(scene: &Scene, known: &Linked, bearers: &[usize]) -> bool {
    let word = scene.word(0);
    let mut bearers = bearers.iter().map(|&at| &known.entities[at].draft);
    bearers.any(|bearer| {
        let named = matches!(bearer.kind, Kind::Organization | Kind::Other);
        named && bearer.text().split(' ').next() == Some(word)
    })
}

/// Whether the article has the first word of the sentence in small letters, too.
fn is_written_small(scene: &Scene, document: &Document) -> bool {
    let small = scene.word(0).to_lowercase();
    let mut tokens = document.sentences.iter().flat_map(|s| &s.syntax.tokens);
    tokens.any(|token| token.span.of(scene.text) == small)
}
