//! The nearest mention that a pronoun or a description can lead back to: what its sentence tells of comes first.

use std::sync::Arc;

use gainsay_syntax::{Span, Xpos};

use super::resolve::Link;
use super::subject::{is_predicate, is_subject, is_subject_word, tokens_of};
use super::{Entity, Kind};
use crate::document::Document;
use crate::values::Mention;

/// How many sentences back an antecedent may stand.
const REACH: usize = 2;

/// What an article has told up to a word.
pub(super) struct Known<'a> {
    pub(super) document: &'a Document,
    pub(super) mentions: &'a [Mention<Arc<Entity>>],
    /// Descriptions and whom they mean, in text order.
    pub(super) described: &'a [Link],
    /// Pronouns so far, in text order.
    pub(super) links: &'a [Link],
}

/// Where a word stands that leads back to a mention.
#[derive(Clone, Copy)]
pub(super) struct At {
    pub(super) span: Span,
    pub(super) sentence: usize,
}

/// The antecedent in the nearest sentence that has one: its subject, else the only one there.
///
/// Where a sentence names nobody, a pronoun that is its subject leads on to whom it stands for.
pub(super) fn nearest(known: &Known, at: At, fits: &dyn Fn(&Entity) -> bool) -> Option<usize> {
    let mentions = known.mentions;
    let mut next = mentions.partition_point(|m| m.sentence <= at.sentence);
    for back in 0..=REACH {
        let sentence = at.sentence.checked_sub(back)?;
        let before = mentions[..next].iter().rev();
        let first = next - before.take_while(|m| m.sentence == sentence).count();
        let tokens = &known.document.sentences[sentence].syntax.tokens;
        let (mut here, mut subjects) = (Among::Nobody, Among::Nobody);
        for m in first..next {
            let mention = &mentions[m];
            if mention.span.end > at.span.start || !fits(&mention.value) {
                continue;
            }
            let own = tokens_of(tokens, mention.span);
            let subject = is_subject(tokens, own.clone());
            let told = subject || mention.value.kind != Kind::Role;
            if told && !is_predicate(tokens, &own) {
                here = here.with(mentions, m);
                if subject {
                    subjects = subjects.with(mentions, m);
                }
            }
        }
        next = first;
        let found = match (here, subjects) {
            (Among::Nobody, _) => match carried(known, at, sentence, fits) {
                Some(mention) => return Some(mention),
                None => continue,
            },
            (_, Among::One(m)) | (Among::One(m), Among::Nobody) => Some(described_by(known, m)),
            (Among::One(_) | Among::Several, _) => None,
        };
        return found;
    }
    None
}

/// Whom the subject of a sentence stands for that is a pronoun: "She is to stay. She won the award."
fn carried(
    known: &Known,
    at: At,
    sentence: usize,
    fits: &dyn Fn(&Entity) -> bool,
) -> Option<usize> {
    let tokens = &known.document.sentences[sentence].syntax.tokens;
    let first = known.links.partition_point(|l| l.sentence < sentence);
    let here = known.links[first..]
        .iter()
        .take_while(|l| l.sentence == sentence);
    let mut here = here.filter(|link| {
        link.span.end <= at.span.start
            && tokens
                .iter()
                .any(|t| t.span == link.span && is_subject_word(t) && t.xpos == Xpos::Prp)
    });
    let link = here.next()?;
    fits(&known.mentions[link.mention].value).then_some(link.mention)
}

/// The name that a description leads back to, or the mention itself.
fn described_by(known: &Known, mention: usize) -> usize {
    let span = known.mentions[mention].span;
    let found = known.described.binary_search_by_key(&span, |l| l.span);
    found.map_or(mention, |at| known.described[at].mention)
}

/// Whom some mentions are of.
#[derive(Clone, Copy)]
pub(super) enum Among {
    /// There are none.
    Nobody,
    /// One entity, last mentioned there.
    One(usize),
    /// More than one.
    Several,
}

impl Among {
    /// The same with one more mention.
    pub(super) fn with(self, mentions: &[Mention<Arc<Entity>>], mention: usize) -> Self {
        match self {
            Self::One(last) if mentions[last].value.name != mentions[mention].value.name => {
                Self::Several
            }
            Self::Nobody | Self::One(_) => Self::One(mention),
            Self::Several => Self::Several,
        }
    }
}
