//! Labels: a question in the article's own words, always grammatical because nothing is made up.
//!
//! "Kim's train left Pyongyang: when" is a subject, a verb and an object as they stand in the text, then the
//! attribute after a colon; where a part is missing the label is shorter, never wrong.

use gainsay_syntax::Deprel;

use crate::claims::Scene;
use crate::claims::frame::Frame;

/// Longest part of a label, in characters.
const LONGEST: usize = 48;

/// The words for an event: subject, verb group, object.
pub fn event(scene: &Scene, frame: &Frame) -> String {
    if !frame.verbal {
        return clip(scene.words(frame.head));
    }
    let object = scene
        .sentence
        .child(frame.head, &[Deprel::Obj])
        .map(|o| clip(scene.words(o)));
    // Only a verb with a subject of its own makes a sentence with it; a borrowed one would not agree ("we not supply").
    let own = scene
        .sentence
        .child(frame.head, &[Deprel::Nsubj, Deprel::NsubjPass]);
    let (subject, verb) = match own {
        Some(subject) => (
            Some(clip(scene.words(subject))),
            verb_group(scene, frame.head),
        ),
        None => (
            None,
            scene.sentence.tokens[frame.head]
                .span
                .of(&scene.article.text)
                .to_owned(),
        ),
    };
    [subject, Some(verb), object]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" ")
}

/// The words for a participant.
pub fn participant(scene: &Scene, head: usize) -> String {
    clip(scene.words(head))
}

/// The verb with its auxiliaries, negation and particle: "has not left", "was set up".
fn verb_group(scene: &Scene, head: usize) -> String {
    let near = [Deprel::Aux, Deprel::AuxPass, Deprel::CompoundPrt];
    let tokens = &scene.sentence.tokens;
    let part = |i: &usize| {
        *i == head
            || (tokens[*i].head == Some(head)
                && (near.contains(&tokens[*i].deprel)
                    || matches!(tokens[*i].lemma.as_str(), "not" | "n't" | "never")))
    };
    let words = (0..tokens.len())
        .filter(part)
        .map(|i| tokens[i].span.of(&scene.article.text));
    words.collect::<Vec<_>>().join(" ").replace(" n't", "n't")
}

/// The words, cut at a word boundary if they are too long for a label.
pub fn clip(words: &str) -> String {
    // One apostrophe for all, so that a typographer's change of a text changes no label.
    let words = words
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .replace('\'', "’");
    if words.chars().count() <= LONGEST {
        return words;
    }
    let cut: String = words.chars().take(LONGEST).collect();
    format!(
        "{}…",
        cut.rsplit_once(' ').map_or(cut.as_str(), |(head, _)| head)
    )
}
