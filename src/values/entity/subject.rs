//! What a sentence tells of: its subject, and what is joined to it or stands beside it.

use std::ops::Range;
use std::sync::Arc;

use gainsay_syntax::{Deprel, Span, Token, Upos};

use super::Entity;
use crate::document::Document;
use crate::values::Mention;

/// Whether a word is the subject of its verb.
pub(super) fn is_subject_word(token: &Token) -> bool {
    matches!(token.deprel, Deprel::Nsubj | Deprel::NsubjPass)
}

/// Whether a mention is what its sentence tells of.
pub(super) fn tells(document: &Document, mention: &Mention<Arc<Entity>>) -> bool {
    let tokens = &document.sentences[mention.sentence].syntax.tokens;
    is_subject(tokens, tokens_of(tokens, mention.span))
}

/// Whether any of those tokens is a subject, or stands beside one.
pub(super) fn is_subject(tokens: &[Token], own: Range<usize>) -> bool {
    // "Peter Hale and Paul Marsh argued": both are subjects.
    let is_joined = |token: &Token| {
        let first = token.head.filter(|_| token.deprel == Deprel::Conj);
        first.is_some_and(|i| is_subject_word(&tokens[i]))
    };
    // "Oscar winner Delia Roe was rushed there": the name is the subject as much as what it is joined to.
    let is_apposed = |token: &Token| {
        let close = matches!(token.deprel, Deprel::Appos | Deprel::Flat);
        let noun = token.head.filter(|_| close);
        noun.is_some_and(|i| {
            is_subject_word(&tokens[i])
                && tokens[i].upos == Upos::Noun
                && token.span.start == tokens[i].span.end + 1
        })
    };
    tokens[own]
        .iter()
        .any(|token| is_subject_word(token) || is_joined(token) || is_apposed(token))
}

/// The tokens that lie in a stretch.
pub(super) fn tokens_of(tokens: &[Token], span: Span) -> Range<usize> {
    let start = tokens.partition_point(|t| t.span.start < span.start);
    let inside = tokens[start..].iter();
    start..start + inside.take_while(|t| t.span.end <= span.end).count()
}

/// "She is a hard worker" speaks of one person only: the worker is no one else.
pub(super) fn is_predicate(tokens: &[Token], own: &Range<usize>) -> bool {
    let mut copulas = tokens.iter().filter(|t| t.deprel == Deprel::Cop);
    copulas.any(|t| t.head.is_some_and(|head| own.contains(&head)))
}
