//! For how long, after how long? Durations belong to the event that governs them.

use crate::claims::attribution::is_report;
use crate::claims::lasting::Lasting;
use crate::claims::{Answer, Attribute, Claim, Question, Scene};
use crate::values::Mention;
use crate::values::time::Time;

use super::{label, when};

/// One claim for each duration with an event above it.
pub fn ask(scene: &Scene) -> Vec<Claim> {
    scene
        .mentions
        .times_in(scene.index)
        .filter(|m| m.value.duration().is_some())
        .filter_map(|m| claim(scene, m))
        .collect()
}

fn claim(scene: &Scene, mention: &Mention<Time>) -> Option<Claim> {
    let head = scene.head_of(mention.span)?;
    let frame = scene.frame_over(head, 4).filter(|f| !is_report(&f.lemma))?;
    Some(Claim {
        sentence: scene.index,
        span: when::statement(scene, frame, mention.span),
        said: mention.span,
        question: Question {
            attribute: Attribute::HowLong,
            event: Some(scene.event(frame)),
            subject: None,
            label: format!("{}: how long", label::event(scene, frame)),
        },
        answer: Answer::Length(Lasting::new(
            mention.value.clone(),
            mention.span.of(&scene.article.text),
        )),
        stance: frame.stance,
        holder: scene.holder(frame.head),
        headline: scene.is_headline(),
        background: scene.is_background(),
        context: scene.context(mention.span),
    })
}
