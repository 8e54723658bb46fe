//! "Killed two and wounded a third": an ordinal tells that the second group is just one.

use gainsay_syntax::Deprel;

use crate::claims::frame::{self, Frame};
use crate::claims::referent::Referent;
use crate::claims::{Claim, Scene};
use crate::values::quantity::{Noun, Quantity, Unit};
use crate::values::{Mention, number};

use super::how_many::{count, people};
use super::label;

/// One claim for each toll whose only victim is told by an ordinal.
pub fn ask(scene: &Scene) -> Vec<Claim> {
    let tolls = scene
        .frames
        .iter()
        .filter(|f| f.classes.iter().any(|c| c.is_toll()));
    tolls.filter_map(|frame| claim(scene, frame)).collect()
}

fn claim(scene: &Scene, frame: &Frame) -> Option<Claim> {
    let victim = frame
        .patient
        .filter(|&p| p != frame.head && is_nth(scene, p))?;
    let subject = scene.referent(victim);
    let one = Mention {
        span: subject.span,
        sentence: scene.index,
        value: Quantity::exactly(1.0, Unit::Counted(Noun::plain("people"))),
    };
    let counted = Referent {
        modifiers: vec![],
        ..people(subject)
    };
    let label = format!("{}: how many", label::event(scene, frame));
    Some(count(scene, (victim, Some(frame)), &one, counted, label))
}

/// "A third", "a third co-worker": with an article that brings in one more, not "the third victim" nor a share,
/// "a third of the passengers".
fn is_nth(scene: &Scene, noun: usize) -> bool {
    let tokens = &scene.sentence.tokens;
    // "A second" is a moment, too.
    let ordinal = |i: usize| {
        let place = number::ordinal(&tokens[i].lemma.to_lowercase());
        place.is_some_and(|place| place > 2)
    };
    let indefinite = scene
        .sentence
        .child(noun, &[Deprel::Det])
        .is_some_and(|d| matches!(tokens[d].lemma.as_str(), "a" | "an"));
    let is_share = scene
        .sentence
        .children(noun)
        .any(|c| tokens[c].deprel == Deprel::Nmod && frame::preposition(scene.sentence, c) == "of");
    indefinite
        && (ordinal(noun) && !is_share
            || scene
                .sentence
                .children(noun)
                .any(|c| c < noun && ordinal(c)))
}
