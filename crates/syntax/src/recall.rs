//! Sentences that were read lately: copies of a report repeat them word for word, and what a sentence reads as depends on
//! its own characters alone.

use std::cell::RefCell;

use rustc_hash::FxHashMap;

use crate::{Sentence, Span};

/// Sentences that are remembered at most, some four megabytes.
const MOST: usize = 1024;
/// Bytes of a sentence that is remembered at most.
const LONGEST: usize = 1000;

/// What a stretch of `text` reads as: as remembered, else as `read` has it.
pub(crate) fn recall(
    text: &str,
    span: Span,
    read: impl FnOnce() -> Vec<Sentence>,
) -> Vec<Sentence> {
    thread_local! {
        static READ: RefCell<FxHashMap<Box<str>, Vec<Sentence>>> = RefCell::default();
    }
    let form = span.of(text);
    if form.len() > LONGEST {
        return read();
    }
    let known = READ.with_borrow(|known| known.get(form).cloned());
    if let Some(mut sentences) = known {
        shift(&mut sentences, |offset| offset + span.start);
        return sentences;
    }
    let sentences = read();
    let mut kept = sentences.clone();
    shift(&mut kept, |offset| offset - span.start);
    READ.with_borrow_mut(|known| {
        if known.len() == MOST {
            known.clear();
        }
        known.insert(form.into(), kept);
    });
    sentences
}

/// Moves sentences to another place.
fn shift(sentences: &mut [Sentence], to: impl Fn(usize) -> usize) {
    for sentence in sentences {
        let spans = sentence.tokens.iter_mut().map(|token| &mut token.span);
        for span in spans.chain([&mut sentence.span]) {
            *span = Span::new(to(span.start), to(span.end));
        }
    }
}
