//! Finds entities: names with their titles, descriptions by role, metonyms of governments; then links them.

mod descriptions;
mod extent;
mod headlines;
mod link;
mod runs;

use std::borrow::Cow;

use gainsay_syntax::{Sentence, Span};

use super::{Entity, Role};
use crate::article::Article;
use crate::document::Document;
use crate::values::Mention;
use crate::values::naming::are_spaced_singly;

/// A name or description before it is linked to others.
#[derive(Clone, Debug)]
struct Found {
    span: Span,
    sentence: usize,
    entity: Entity,
}

/// One sentence in its article.
struct Scene<'a> {
    text: &'a str,
    sentence: &'a Sentence,
    index: usize,
}

impl<'a> Scene<'a> {
    fn word(&self, i: usize) -> &'a str {
        self.sentence.tokens.get(i).map_or("", |token| {
            self.text
                .get(token.span.start..token.span.end)
                .unwrap_or_default()
        })
    }

    /// The span of the tokens from `start` to before `end`.
    fn span(&self, start: usize, end: usize) -> Span {
        self.sentence.tokens[start]
            .span
            .cover(self.sentence.tokens[end - 1].span)
    }

    /// The words of those tokens, line breaks made spaces.
    fn words(&self, start: usize, end: usize) -> Cow<'a, str> {
        let said = self.span(start, end).of(self.text);
        if are_spaced_singly(self.text, &self.sentence.tokens[start..end]) {
            return Cow::Borrowed(said);
        }
        let words: Vec<&str> = said.split_whitespace().collect();
        Cow::Owned(words.join(" "))
    }

    fn role(&self, start: usize, end: usize) -> Role {
        Role {
            words: self.words(start, end).into_owned(),
            span: self.span(start, end),
        }
    }

    fn found(&self, start: usize, end: usize, entity: Entity) -> Found {
        Found {
            span: self.span(start, end),
            sentence: self.index,
            entity,
        }
    }

    fn len(&self) -> usize {
        self.sentence.tokens.len()
    }
}

/// The entities of an article, in text order; every mention bears the name, aliases and roles of the whole article.
///
/// A name that may be a place's, too, is left to the places unless it acts as a government does: "Moscow denied it".
pub fn recognize(article: &Article, document: &Document) -> Vec<Mention<Entity>> {
    let mut found = Vec::new();
    let mut titles = Vec::new();
    for (index, sentence) in document.sentences.iter().enumerate() {
        let scene = Scene {
            text: &article.text,
            sentence: &sentence.syntax,
            index,
        };
        let from = found.len();
        runs::scan(&scene, &mut found);
        descriptions::scan(&scene, from, &mut found);
        let block = article.blocks.get(sentence.block).map(|block| block.kind);
        if block.is_some_and(|kind| headlines::is_title_case(&scene, kind)) {
            let told = found.split_off(from).into_iter();
            found.extend(told.filter(|f| headlines::is_told(&f.entity)));
            titles.push(scene);
        }
        found[from..].sort_by_key(|f: &Found| (f.span.start, std::cmp::Reverse(f.span.end)));
    }
    let mut mentions = link::link(found);
    for scene in &titles {
        let named = headlines::mentions(scene, &headlines::bearers(&mentions));
        mentions.retain(|m| !named.iter().any(|other| other.span.overlaps(m.span)));
        mentions.extend(named);
    }
    mentions.sort_by_key(|m| (m.span.start, std::cmp::Reverse(m.span.end)));
    mentions
}
