//! What can be an answer, normalized so that two answers can be compared.
//!
//! One folder a kind, all of one shape: a type whose `Display` is canonical and parses back, `recognize` (mentions in
//! a document), `relate` (how two values stand to each other), a `spec.md` that is specification and test at once.

pub mod capitalized;
pub mod cut;
pub mod entity;
mod memo;
pub mod naming;
pub mod number;
mod openings;
pub mod overlap;
pub mod place;
pub mod quantity;
mod scene;
pub mod time;
mod words;

use std::sync::Arc;

use gainsay_syntax::Span;

use crate::article::Article;
use crate::document::{self, Document};
#[cfg(test)]
use crate::spec;

/// How one value stands to another of its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Relation {
    /// The same, written differently at most.
    Equal,
    /// The first is the more exact one and lies within the second.
    Narrower,
    /// The first is the vaguer one and holds the second.
    Wider,
    /// They share some readings and not others.
    Overlapping,
    /// They can not both be true.
    Disjoint,
    /// They answer different questions or lack what a comparison needs.
    Incomparable,
}

impl Relation {
    /// The relation of the second to the first.
    #[must_use]
    pub const fn inverse(self) -> Self {
        match self {
            Self::Narrower => Self::Wider,
            Self::Wider => Self::Narrower,
            same => same,
        }
    }
}

/// A stretch of text that states a value.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention<V> {
    /// Where it stands in the article's text.
    pub span: Span,
    /// Index of the sentence that holds it.
    pub sentence: usize,
    /// What it says.
    pub value: V,
}

/// All values of an article, each kind in text order.
#[derive(Clone, Debug, Default)]
pub struct Mentions {
    /// Times, durations, sets.
    pub times: Vec<Mention<time::Time>>,
    /// Numbers, amounts, measures, ages.
    pub quantities: Vec<Mention<quantity::Quantity>>,
    /// Places, and directions from them.
    pub places: Vec<Mention<place::Place>>,
    /// People, organizations, roles, groups.
    pub entities: Vec<Mention<Arc<entity::Entity>>>,
    /// Pronouns and descriptions that lead back to one of the entities, in text order.
    pub links: Vec<entity::Link>,
}

/// Finds the values of every kind.
pub fn recognize(article: &Article, document: &Document) -> Mentions {
    let cut = cut::Cut::new(article, document);
    let capitals = capitalized::Capitalized::new(article, document);
    let mut places = place::recognize(article, document, &capitals);
    let mut entities = entity::recognize(article, document, &capitals);
    let times = time::recognize(article, document, &cut);
    overlap::give_to_times(&mut places, &times);
    overlap::settle(&mut places, &mut entities);
    let mut quantities = quantity::recognize(article, document, &cut);
    overlap::give_numbers_to_times(&mut quantities, &times);
    Mentions {
        times,
        quantities,
        places,
        links: entity::resolve(article, document, &entities),
        entities,
    }
}

/// The days in the lines that tell when an article appeared, which are no part of what it tells.
pub fn posted(article: &Article) -> Vec<Mention<time::Time>> {
    let lines = document::posting_lines(article);
    let cut = cut::Cut::new(article, &lines);
    let mut times = time::recognize(article, &lines, &cut);
    // "Sign up today" stands among such lines, too.
    times.retain(|time| {
        let day = time
            .value
            .interval
            .is_some_and(|i| i.grain <= time::Unit::Day);
        let told = time.span.of(&article.text);
        day && time.value.is_point() && told.contains(|c: char| c.is_ascii_digit())
    });
    times
}

impl Mentions {
    /// The times of one sentence.
    pub fn times_in(&self, sentence: usize) -> impl Iterator<Item = &Mention<time::Time>> {
        within(&self.times, sentence)
    }

    /// The quantities of one sentence.
    pub fn quantities_in(
        &self,
        sentence: usize,
    ) -> impl Iterator<Item = &Mention<quantity::Quantity>> {
        within(&self.quantities, sentence)
    }

    /// The places of one sentence.
    pub fn places_in(&self, sentence: usize) -> impl Iterator<Item = &Mention<place::Place>> {
        within(&self.places, sentence)
    }

    /// Whom the words at `span` stand for: an entity's own mention, or a pronoun that leads back to one.
    pub fn entity_at(&self, sentence: usize, span: Span) -> Option<&entity::Entity> {
        let own = within(&self.entities, sentence).find(|m| m.span.contains(span));
        let start = self.links.partition_point(|l| l.sentence < sentence);
        let mut links = self.links[start..]
            .iter()
            .take_while(|l| l.sentence == sentence);
        own.or_else(|| {
            self.entities
                .get(links.find(|l| l.span.contains(span))?.mention)
        })
        .map(|m| &*m.value)
    }
}

/// Mentions stand in text order, and so in order of their sentences.
fn within<V>(mentions: &[Mention<V>], sentence: usize) -> impl Iterator<Item = &Mention<V>> {
    let start = mentions.partition_point(|m| m.sentence < sentence);
    mentions[start..]
        .iter()
        .take_while(move |m| m.sentence == sentence)
}
