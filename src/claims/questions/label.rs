//! Labels: a question in the article's own words, nothing made up, but with names for pronouns.
//!
//! "Kim's train left Pyongyang: when" is a subject, a verb and an object as they stand in the text, then the
//! attribute after a colon; where a part is missing the label is shorter, never wrong.

use std::sync::Arc;

use gainsay_syntax::{Deprel, Upos};

use crate::claims::frame::Frame;
use crate::claims::modality;
use crate::claims::referent::Referent;
use crate::claims::{Attribute, Question, Scene};
use crate::lexicon::plain;

/// Longest part of a label, in characters.
const LONGEST: usize = 48;

/// The words for an event: subject, verb group, object.
pub fn event(scene: &Scene, frame: &Frame) -> Arc<str> {
    let make = || Arc::from(spelled(scene, frame));
    scene.memory.labels.get(frame.head, make)
}

fn spelled(scene: &Scene, frame: &Frame) -> String {
    if !frame.verbal {
        return participant(scene, frame.head);
    }
    let object = scene
        .sentence
        .child(frame.head, &[Deprel::Obj])
        .map(|o| participant(scene, o));
    // Only a verb with a subject of its own makes a sentence with it; a borrowed one would not agree ("we not supply").
    let own = scene
        .sentence
        .child(frame.head, &[Deprel::Nsubj, Deprel::NsubjPass]);
    let (subject, verb) = match own {
        Some(subject) => (
            Some(participant(scene, subject)),
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

/// What is asked of an event: the words for it, then those for the attribute.
pub fn asked(scene: &Scene, frame: &Frame, attribute: Attribute, words: &str) -> Question {
    Question {
        attribute,
        event: Some(scene.event(frame)),
        subject: None,
        label: format!("{}: {words}", event(scene, frame)),
    }
}

/// The words for a participant: its own, but the name of whom a pronoun stands for.
pub fn participant(scene: &Scene, head: usize) -> String {
    let pronoun = scene.sentence.tokens[head].upos == Upos::Pron;
    let name = scene.full_name(head).filter(|_| pronoun);
    clip(name.unwrap_or_else(|| scene.words(head)))
}

/// What is counted, in the number in which the article has it: "houses", or "people" where these are meant; nothing for
/// a number without a noun ("leaves 18 dead").
pub fn counted(scene: &Scene, noun: usize, subject: &Referent) -> String {
    let token = &scene.sentence.tokens[noun];
    if token.upos == Upos::Num {
        String::new()
    } else if subject.head == plain(&token.lemma) {
        token.span.of(&scene.article.text).to_lowercase()
    } else {
        subject.head.clone()
    }
}

/// The verb with its auxiliaries, negation and particle: "has not left", "has yet to leave", "was set up".
fn verb_group(scene: &Scene, head: usize) -> String {
    let near = [Deprel::Aux, Deprel::AuxPass, Deprel::CompoundPrt];
    let tokens = &scene.sentence.tokens;
    let is_yet_to = |i: usize| {
        let yet = |i: usize| modality::is_yet_to(scene.sentence, i);
        yet(i) || i.checked_sub(1).is_some_and(yet)
    };
    let part = |i: &usize| {
        *i == head
            || (tokens[*i].head == Some(head)
                && (near.contains(&tokens[*i].deprel)
                    || modality::is_negation(&tokens[*i])
                    || is_yet_to(*i)))
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

#[cfg(test)]
mod tests {
    use crate::spec::questions;

    #[test]
    fn a_question_names_whom_it_is_about() {
        let one = "Marta Lund won the Danish Open. She was born in Odense on 3 May 1991.";
        let other = "Marta Lund was overjoyed. She was born in Odense on 4 May 1991.";
        assert_eq!(questions(one, other), ["Marta Lund was born: when"]);
    }

    #[test]
    fn what_is_counted_stands_in_its_own_number() {
        let one = "Police seized 40 rifles in Harwick on Monday.";
        let other = "Police seized 62 rifles in Harwick on Monday.";
        assert_eq!(
            questions(one, other),
            ["Police seized 40 rifles: how many rifles"]
        );
    }
}
