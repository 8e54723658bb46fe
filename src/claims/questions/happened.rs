//! Did it happen, will it, or is it denied? "Both refused to confirm plans" says that a confirmation did not happen.

use crate::claims::denied;
use crate::claims::frame::{self, Frame};
use crate::claims::modality::{self, Stance};
use crate::claims::{Answer, Attribute, Claim, Scene};
use crate::comparison::{Modality, Polarity};
use gainsay_syntax::{Deprel, Span};

use super::label;

/// One claim for each event that has a class and a participant.
pub fn ask(scene: &Scene) -> Vec<Claim> {
    scene
        .frames
        .iter()
        .filter(|f| tells(f) && !denies_a_part(scene, f))
        .map(|frame| claim(scene, frame))
        .collect()
}

/// A noun alone presupposes its event; it tells of it only where it denies it or holds it possible.
fn tells(frame: &Frame) -> bool {
    let told = frame.verbal || frame.stance != Stance::FACT;
    told && !frame.classes.is_empty() && frame.participants().next().is_some()
}

fn denies_a_part(scene: &Scene, frame: &Frame) -> bool {
    frame.stance.polarity == Polarity::Negative && denied::denies_a_part(scene.sentence, frame.head)
}

fn claim(scene: &Scene, frame: &Frame) -> Claim {
    let tokens = &scene.sentence.tokens;
    // "Bush to miss last two games": headlines announce with a bare infinitive.
    let before = frame.head.checked_sub(1).map(|i| &tokens[i]);
    let announced = scene.is_headline() && before.is_some_and(|t| t.lemma == "to");
    let stance = match frame.stance.modality {
        Modality::Certain if announced => Stance {
            modality: Modality::Planned,
            ..frame.stance
        },
        _ => frame.stance,
    };
    let question = label::asked(scene, frame, Attribute::Happened, "done or not");
    Claim {
        span: statement(scene, frame),
        said: verb_group(scene, frame),
        stance,
        ..scene.told(
            frame,
            tokens[frame.head].span,
            question,
            Answer::Stance(stance),
        )
    }
}

/// The verb with its auxiliaries, and whoever and whatever stands close to it.
fn statement(scene: &Scene, frame: &Frame) -> Span {
    const CLOSE: usize = 8;
    let tokens = &scene.sentence.tokens;
    let auxiliary = |i: &usize| {
        matches!(
            tokens[*i].deprel,
            Deprel::Aux | Deprel::AuxPass | Deprel::Cop | Deprel::CompoundPrt
        ) || modality::is_negation(&tokens[*i])
    };
    let auxiliaries = scene.sentence.children(frame.head).filter(auxiliary);
    let parts = auxiliaries
        .chain(frame.participants())
        .filter(|p| p.abs_diff(frame.head) <= CLOSE);
    let parts: Vec<Span> = parts.map(|p| tokens[p].span).collect();
    frame::stretch(scene.sentence, frame.head, &parts)
}

/// The verb with its auxiliaries and negation, and with the verb that turns it: "refused to confirm".
fn verb_group(scene: &Scene, frame: &Frame) -> Span {
    let tokens = &scene.sentence.tokens;
    let beside = |i: &usize| {
        matches!(tokens[*i].deprel, Deprel::Aux | Deprel::AuxPass)
            || modality::is_negation(&tokens[*i])
    };
    let turned = tokens[frame.head]
        .head
        .filter(|_| tokens[frame.head].deprel == Deprel::Xcomp && frame.stance != Stance::FACT);
    let parts: Vec<Span> = scene
        .sentence
        .children(frame.head)
        .filter(beside)
        .chain(turned)
        .map(|i| tokens[i].span)
        .collect();
    frame::stretch(scene.sentence, frame.head, &parts)
}
