//! Who did it? For deeds that one person or body does once: finding the body, smelling the gas, calling the police.

use std::sync::Arc;

use gainsay_syntax::{Deprel, Span, Upos};

use crate::claims::actor::{Actor, kind, kind_of_phrase};
use crate::claims::frame::{self, Frame};
use crate::claims::modality::Stance;
use crate::claims::referent::{Referent, groups};
use crate::claims::{Answer, Attribute, Claim, Event, Question, Scene, attribution};
use crate::values::entity::Kind;

use super::label;

/// One claim for each such deed whose doer is told.
pub fn ask(scene: &Scene) -> Vec<Claim> {
    let told = scene
        .frames
        .iter()
        .filter(|f| f.verbal && f.stance == Stance::FACT && is_deed(f));
    told.filter_map(|frame| claim(scene, frame)).collect()
}

fn is_deed(frame: &Frame) -> bool {
    frame
        .classes
        .first()
        .is_some_and(|class| class.has_one_doer())
}

fn claim(scene: &Scene, frame: &Frame) -> Option<Claim> {
    let (agent, patient) = (frame.agent?, frame.patient?);
    let tokens = &scene.sentence.tokens;
    // "Killing one man, police said": whoever stands behind an active verb does something else.
    let passive = tokens[agent].deprel == Deprel::OblAgent || patient < frame.head;
    if agent > frame.head && !passive {
        return None;
    }
    let actor = actor(scene, agent)?;
    let deed = scene.event(frame);
    let undergoer = deed.patient.clone().filter(tells_apart)?;
    let phrase = attribution::noun_phrase(scene.sentence, patient);
    let span = frame::stretch(
        scene.sentence,
        frame.head,
        &[actor.span(), tokens[patient].span],
    );
    let span = if phrase.start >= span.start && phrase.end.saturating_sub(span.end) <= 20 {
        span.cover(phrase)
    } else {
        span
    };
    let question = Question {
        attribute: Attribute::Who,
        event: Some(Arc::new(Event {
            agent: None,
            ..Event::clone(&deed)
        })),
        subject: Some(undergoer),
        label: format!("{}: who", label::event(scene, frame)),
    };
    let verb = tokens[frame.head].span;
    Some(Claim {
        span,
        said: actor.span(),
        ..scene.told(frame, verb, question, Answer::Actor(actor))
    })
}

/// Whether what undergoes a deed tells it from other deeds: "the bodies" does, "a man" and "fire" do not.
fn tells_apart(undergoer: &Referent) -> bool {
    let vague = groups(&undergoer.head).contains(&"person") || undergoer.head == "fire";
    !undergoer.is_empty() && (!undergoer.name.is_empty() || !vague)
}

/// Who stands at a token: a person by name with what the article calls them, or a noun that says what they are.
pub fn actor(scene: &Scene, token: usize) -> Option<Actor> {
    let referent = scene.referent(token);
    let span: Span = attribution::noun_phrase(scene.sentence, token);
    let entity = scene
        .mentions
        .entity_at(scene.index, scene.sentence.tokens[token].span);
    let is_person = entity.is_some_and(|e| e.kind == Kind::Person);
    let roles = entity.map(|e| e.roles.as_slice()).unwrap_or_default();
    let mut kinds: Vec<_> = if is_person {
        roles
            .iter()
            .filter_map(|role| kind_of_phrase(&role.words))
            .collect()
    } else {
        own_kinds(scene, token, &referent)
    };
    kinds.dedup();
    let referent = Referent { span, ..referent };
    (is_person || !kinds.is_empty()).then_some(Actor {
        referent,
        kinds,
        is_person,
    })
}

/// The kinds that a noun and those joined to it name: "police and firefighters".
fn own_kinds(
    scene: &Scene,
    token: usize,
    referent: &Referent,
) -> Vec<&'static crate::claims::actor::Kind> {
    let tokens = &scene.sentence.tokens;
    let joined = scene
        .sentence
        .children(token)
        .filter(|&c| tokens[c].deprel == Deprel::Conj && tokens[c].upos == Upos::Noun)
        .map(|c| tokens[c].lemma.to_lowercase());
    // "Passer-by" comes in three pieces.
    let whole = frame::hyphenated(scene.sentence, token).into_iter();
    whole
        .chain([referent.head.clone()])
        .chain(joined)
        .filter_map(|noun| kind(&noun))
        .collect()
}
