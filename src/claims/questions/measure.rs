//! How much? Amounts with a unit answer for the noun they describe and the event that governs them.

use std::sync::Arc;

use gainsay_syntax::{Deprel, Upos};

use crate::claims::frame::{self, Frame};
use crate::claims::matter;
use crate::claims::modality::Stance;
use crate::claims::phrase::{self, Turn};
use crate::claims::{Answer, Attribute, Claim, Event, Question, Scene};
use crate::values::Mention;
use crate::values::place::Place;
use crate::values::quantity::{Dimension, Quantity, Unit};

use super::{label, when};

/// One claim for each amount with a unit.
pub fn ask(scene: &Scene) -> Vec<Claim> {
    use Dimension::{Age, Count, Duration, Number, Rank};
    let measured = |m: &&Mention<Quantity>| {
        !matches!(m.value.dimension(), Count | Age | Duration | Number | Rank)
    };
    scene
        .mentions
        .quantities_in(scene.index)
        .filter(measured)
        .filter_map(|m| claim(scene, m))
        .collect()
}

fn claim(scene: &Scene, mention: &Mention<Quantity>) -> Option<Claim> {
    let head = scene.head_of(mention.span)?;
    let described = described(scene, head, mention);
    let frame = scene.frame_over(described.unwrap_or(head), 3);
    if described.is_none() && frame.is_none() {
        return None;
    }
    let asked = match (described, frame) {
        (Some(noun), _) => label::participant(scene, noun),
        (None, Some(frame)) => label::event(scene, frame).to_string(),
        (None, None) => return None,
    };
    let told = phrase::told(scene, mention);
    let value = in_money(&mention.value, told);
    // "A third of the voters" and "31 percent" answer one question.
    let dimension = match value.dimension() {
        Dimension::Ratio => Dimension::Percent,
        other => other,
    };
    let dimension = dimension.name().to_owned();
    let said = when::with_origin(scene, mention.span);
    let phrase = described.map(|noun| scene.sentence.tokens[noun].span.cover(said));
    let span = match (phrase, frame) {
        // "People had lost money, 310,000 crowns": an apposition stands for itself.
        (Some(phrase), _) if phrase.of(&scene.article.text).contains(", ") => mention.span,
        (Some(phrase), _) if phrase.len() <= 70 => phrase,
        (_, Some(frame)) => when::statement(scene, frame, said),
        _ => mention.span,
    };
    let question = Question {
        label: format!("{asked}: {dimension}"),
        attribute: Attribute::Measure(dimension),
        event: frame.map(|f| told_there(scene, f, head)),
        subject: described.map(|noun| scene.referent(noun)),
    };
    let plain = scene.heard(head, mention.span, question, Answer::Quantity(value));
    Some(Claim {
        span,
        stance: frame.map_or(Stance::FACT, |f| f.stance),
        matter: told.matter.and_then(matter::named),
        background: plain.background || told.earlier,
        ..plain
    })
}

/// What is told for each share or year in money, where words tell what it is: "88 cents a share", "earnings per share of 88 cents".
fn in_money(value: &Quantity, told: Turn) -> Quantity {
    let each = phrase::each(&value.unit).filter(|_| told.matter.is_some());
    Quantity {
        unit: each.map_or(&value.unit, |(money, _)| money).clone(),
        ..value.clone()
    }
}

/// The event with the places of the amount instead of its own.
fn told_there(scene: &Scene, frame: &Frame, amount: usize) -> Arc<Event> {
    let event = scene.event(frame);
    let places = places(scene, amount);
    if event.places == places {
        return event;
    }
    Arc::new(Event {
        places,
        ..Event::clone(&event)
    })
}

/// The noun that an amount describes: "a $2.6 million heist", "watches worth two million euros", "80 percent of the haul".
///
/// What it is told for each of belongs to the amount: "$66 a share".
fn described(scene: &Scene, head: usize, amount: &Mention<Quantity>) -> Option<usize> {
    let tokens = &scene.sentence.tokens;
    let each = |c: usize| {
        matches!(amount.value.unit, Unit::Per(..)) && amount.span.contains(tokens[c].span)
    };
    let of = scene
        .sentence
        .children(head)
        .find(|&c| tokens[c].deprel == Deprel::Nmod && tokens[c].upos == Upos::Noun && !each(c));
    if of.is_some() {
        return of;
    }
    let nouns = |i: &usize| matches!(tokens[*i].upos, Upos::Noun | Upos::Propn);
    let above = scene.sentence.ancestors(head).take(3).find(nouns);
    above
        .or_else(|| scene.sentence.child(head, &[Deprel::Nsubj]))
        .or_else(|| measured_by_verb(scene, head))
}

/// What a verb gives the measure of: "the battery holds 75 kilowatt-hours". A person does not measure, he measures something.
fn measured_by_verb(scene: &Scene, head: usize) -> Option<usize> {
    let tokens = &scene.sentence.tokens;
    let verb = tokens[head]
        .head
        .filter(|_| tokens[head].deprel == Deprel::Obj)?;
    frame::subject(scene.sentence, verb).filter(|&s| tokens[s].upos == Upos::Noun)
}

/// Where the amount itself is said to hold: "52 percent in Egypt and 82 percent in India" are two places of one event.
fn places(scene: &Scene, head: usize) -> Vec<Place> {
    let below = |m: &&Mention<Place>| {
        scene
            .head_of(m.span)
            .is_some_and(|h| scene.sentence.ancestors(h).take(2).any(|a| a == head))
    };
    scene
        .mentions
        .places_in(scene.index)
        .filter(below)
        .map(|m| m.value.clone())
        .collect()
}
