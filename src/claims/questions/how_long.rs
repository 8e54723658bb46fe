//! For how long, after how long? Durations belong to the event that governs them.

use crate::claims::attribution::is_telling;
use crate::claims::lasting::Lasting;
use crate::claims::{Answer, Attribute, Claim, Scene};
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
    let frame = scene
        .frame_over(head, 4)
        .filter(|f| !is_telling(scene.sentence, f))?;
    let question = label::asked(scene, frame, Attribute::HowLong, "how long");
    let words = mention.span.of(&scene.article.text);
    let answer = Answer::Length(Lasting::new(mention.value.clone(), words));
    Some(Claim {
        span: when::statement(scene, frame, when::with_origin(scene, mention.span)),
        ..scene.told(frame, mention.span, question, answer)
    })
}
