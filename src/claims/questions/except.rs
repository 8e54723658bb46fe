//! All but whom? The one whom something did not befall: "all of the workers but Maria Soto escaped".

use std::sync::Arc;

use gainsay_syntax::{Deprel, Upos};

use crate::claims::frame::{self, Frame};
use crate::claims::{Answer, Attribute, Claim, Event, Question, Scene, attribution};

use super::{WORDS, who};

/// One claim for each event that all but a named one take part in.
pub fn ask(scene: &Scene) -> Vec<Claim> {
    let frames = scene.frames.iter();
    frames.filter_map(|frame| claim(scene, frame)).collect()
}

fn claim(scene: &Scene, frame: &Frame) -> Option<Claim> {
    let tokens = &scene.sentence.tokens;
    let all = frame::subject(scene.sentence, frame.head)?;
    let left_out = scene.sentence.children(all).find(|&i| {
        let but = scene.sentence.child(i, &[Deprel::Case]);
        let opens = but.is_some_and(|b| WORDS.has("but", &tokens[b].lemma));
        opens && tokens[i].upos == Upos::Propn
    })?;
    let actor = who::actor(scene, left_out)?;
    let name = attribution::noun_phrase(scene.sentence, left_out);
    let event = Arc::new(Event {
        agent: None,
        patient: None,
        ..Event::clone(&scene.event(frame))
    });
    let question = Question {
        label: format!("all {}: but whom", frame.lemma),
        attribute: Attribute::Except,
        event: Some(event),
        subject: None,
    };
    let verb = tokens[frame.head].span;
    Some(Claim {
        span: name.cover(tokens[all].span).cover(verb),
        said: actor.span(),
        ..scene.told(frame, verb, question, Answer::Actor(actor))
    })
}
