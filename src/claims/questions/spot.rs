//! In what kind of place? "They were hiding in a closet", "the seven hid in the office next door".

use gainsay_syntax::Upos;

use crate::claims::attribution::is_telling;
use crate::claims::frame::Frame;
use crate::claims::modality::Stance;
use crate::claims::spot::Spot;
use crate::claims::{Answer, Attribute, Claim, Scene};

use super::{label, when};

/// One claim for each event that a sentence puts in a kind of place.
pub fn ask(scene: &Scene) -> Vec<Claim> {
    let told = |f: &&Frame| {
        f.verbal
            && f.stance == Stance::FACT
            && !is_telling(scene.sentence, f)
            && f.participants().count() > 1
    };
    let frames = scene.frames.iter().filter(told);
    frames
        .flat_map(|frame| {
            frame
                .around
                .iter()
                .filter(|(preposition, _)| is_place(preposition))
                .filter_map(|&(_, phrase)| claim(scene, frame, phrase))
        })
        .collect()
}

/// "Near" and "outside" tell of no place of their own.
fn is_place(preposition: &str) -> bool {
    matches!(preposition, "in" | "inside" | "at" | "on" | "onto" | "down")
}

fn claim(scene: &Scene, frame: &Frame, phrase: usize) -> Option<Claim> {
    let tokens = &scene.sentence.tokens;
    let noun = &tokens[phrase];
    if noun.upos != Upos::Noun {
        return None;
    }
    let before = phrase
        .checked_sub(1)
        .map_or("", |i| tokens[i].lemma.as_str());
    let spot = Spot::of(before, &noun.lemma)?;
    let start = if before.is_empty() {
        phrase
    } else {
        phrase - 1
    };
    let said = tokens[start].span.cover(noun.span);
    let question = label::asked(scene, frame, Attribute::Spot, "where");
    Some(Claim {
        span: when::statement(scene, frame, said),
        ..scene.told(frame, said, question, Answer::Spot(spot))
    })
}
