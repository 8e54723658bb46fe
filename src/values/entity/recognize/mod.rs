//! Finds entities: names with their titles, descriptions by role, metonyms of governments; then links them.

mod descriptions;
mod draft;
mod evidence;
mod extent;
mod headlines;
mod link;
mod openings;
mod runs;

use std::rc::Rc;
use std::sync::Arc;

use gainsay_syntax::Span;

use self::draft::Draft;
use super::name::Name;
use super::{Entity, Role};
use crate::article::Article;
use crate::document::Document;
use crate::values::Mention;
use crate::values::capitalized::Capitalized;
use crate::values::scene::Scene;

/// A name or description before it is linked to others.
struct Found {
    span: Span,
    sentence: usize,
    draft: Draft,
}

/// What those tokens say that somebody is.
fn role(scene: &Scene, tokens: (usize, usize)) -> Role {
    Role {
        words: scene.words(tokens).into_owned(),
        span: scene.span(tokens),
    }
}

/// The name that those tokens are.
fn named(scene: &Scene, tokens: (usize, usize)) -> Rc<Name> {
    Name::of(&scene.words(tokens))
}

/// What those tokens name.
fn found(scene: &Scene, tokens: (usize, usize), draft: Draft) -> Found {
    Found {
        span: scene.span(tokens),
        sentence: scene.index,
        draft,
    }
}

/// The entities of an article, in text order; every mention bears the name, aliases and roles of the whole article.
///
/// A name that may be a place's, too, is left to the places unless it acts as a government does: "Moscow denied it".
pub fn recognize(
    article: &Article,
    document: &Document,
    capitals: &Capitalized,
) -> Vec<Mention<Arc<Entity>>> {
    let mut found = Vec::with_capacity(document.sentences.len() + 8);
    let (mut titles, mut opened) = (Vec::new(), Vec::new());
    // A dateline names places and agencies, and nobody of whom something is told.
    let sentences = document.sentences.iter().enumerate();
    for (index, sentence) in sentences.filter(|(_, sentence)| !sentence.dateline) {
        let scene = Scene::new(&article.text, document, capitals, index);
        let from = found.len();
        runs::scan(&scene, &mut found);
        descriptions::scan(&scene, from, &mut found);
        let block = article.blocks.get(sentence.block).map(|block| block.kind);
        if block.is_some_and(|kind| headlines::is_title_case(&scene, kind)) {
            let told = found.split_off(from).into_iter();
            found.extend(told.filter(|f| headlines::is_told(f.draft.kind)));
            titles.push(scene);
        } else if openings::may_name(&scene) {
            opened.push(scene);
        }
        found[from..].sort_by_key(|f: &Found| (f.span.start, std::cmp::Reverse(f.span.end)));
    }
    let mut linked = link::link(found);
    for scene in &titles {
        let named = headlines::mentions(scene, &linked);
        let mentions = &mut linked.mentions;
        mentions.retain(|m| !named.iter().any(|other| other.span.overlaps(m.span)));
        mentions.extend(named);
    }
    openings::add(&opened, document, &mut linked);
    let mentions = &mut linked.mentions;
    mentions.sort_by_key(|m| (m.span.start, std::cmp::Reverse(m.span.end)));
    linked.mentions()
}
