//! The last, the first, the only one: where and when was it? "His last known journey abroad was in 2019, to Vladivostok."
//!
//! Such a phrase names one event among many, so two accounts of it compare however else they are worded.

use std::sync::Arc;

use gainsay_syntax::{Deprel, Sentence, Span, Xpos};

use crate::claims::frame::Frame;
use crate::claims::{Answer, Attribute, Claim, Event, Question, Scene};

use super::label;

/// One claim for each place that the predicate of such a phrase names.
pub fn ask(scene: &Scene) -> Vec<Claim> {
    let ordered = scene
        .frames
        .iter()
        .filter(|f| !f.verbal && order(scene.sentence, f.head).is_some());
    ordered.flat_map(|frame| claims(scene, frame)).collect()
}

/// The word that puts the noun in an order: last, first, only, or a superlative.
fn order(sentence: &Sentence, noun: usize) -> Option<usize> {
    (0..noun).find(|&i| {
        let token = &sentence.tokens[i];
        let word = matches!(
            token.lemma.as_str(),
            "last" | "first" | "only" | "latest" | "previous"
        );
        let modifies = matches!(token.deprel, Deprel::Amod | Deprel::Advmod);
        // A tree may hang one adjective on the next: "last formal trip".
        modifies
            && (word || token.xpos == Xpos::Jjs)
            && sentence.ancestors(i).take(2).any(|a| a == noun)
    })
}

fn claims(scene: &Scene, frame: &Frame) -> Vec<Claim> {
    let tokens = &scene.sentence.tokens;
    // The phrase must be the subject of its sentence: what the predicate names is then said of it.
    let is_subject = matches!(
        tokens[frame.head].deprel,
        Deprel::Nsubj | Deprel::NsubjOuter | Deprel::NsubjPass
    );
    let Some(predicate) = tokens[frame.head].head.filter(|_| is_subject) else {
        return vec![];
    };
    let phrase = scene.referent(frame.head);
    let event = Arc::new(Event {
        agent: None,
        patient: None,
        ..Event::clone(&scene.event(frame))
    });
    let below = |span: Span| {
        scene
            .head_of(span)
            .is_some_and(|h| h == predicate || scene.sentence.ancestors(h).any(|a| a == predicate))
    };
    let own = |span: Span| {
        scene
            .head_of(span)
            .is_some_and(|h| scene.sentence.ancestors(h).any(|a| a == frame.head))
    };
    let after = |span: Span| span.start > phrase.span.end && below(span) && !own(span);
    let places = scene
        .mentions
        .places_in(scene.index)
        .filter(|m| after(m.span));
    let question = Question {
        attribute: Attribute::Where,
        event: Some(event),
        label: format!("{}: where", label::participant(scene, frame.head)),
        subject: Some(phrase.clone()),
    };
    let claim = |said: Span, answer: Answer| Claim {
        span: phrase.span.cover(said),
        background: false,
        ..scene.heard(frame.head, said, question.clone(), answer)
    };
    places
        .map(|m| claim(m.span, Answer::Place(m.value.clone())))
        .collect()
}
