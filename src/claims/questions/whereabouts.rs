//! Where, from where, to where? The preposition tells which of the three a place answers.

use gainsay_syntax::Upos;

use crate::claims::attribution::is_report;
use crate::claims::frame::preposition;
use crate::claims::modality::Stance;
use crate::claims::{Answer, Attribute, Claim, Question, Scene};
use crate::values::Mention;
use crate::values::place::Place;

use super::{label, when};

/// One claim for each place with an event above it, or a person of it.
pub fn ask(scene: &Scene) -> Vec<Claim> {
    scene
        .mentions
        .places_in(scene.index)
        .filter_map(|m| home(scene, m).or_else(|| claim(scene, m)))
        .collect()
}

/// "LaSalle, 36, of Bloomington": after a name and a comma, "of" tells where someone lives.
fn home(scene: &Scene, mention: &Mention<Place>) -> Option<Claim> {
    let tokens = &scene.sentence.tokens;
    let of = tokens.iter().position(|t| {
        t.span.end <= mention.span.start && t.span.end + 1 >= mention.span.start && t.lemma == "of"
    })?;
    let word = |i: usize| tokens[i].span.of(&scene.article.text);
    if of < 2 || word(of - 1) != "," {
        return None;
    }
    let name = (0..of - 1)
        .rev()
        .take(4)
        .find(|&i| tokens[i].upos == Upos::Propn)?;
    let person = std::iter::successors(Some(name), |&i| tokens[i].head)
        .take_while(|&i| tokens[i].upos == Upos::Propn)
        .last()
        .unwrap_or(name);
    let subject = scene.referent(person);
    Some(Claim {
        sentence: scene.index,
        span: tokens[of].span.cover(mention.span),
        said: mention.span,
        question: Question {
            attribute: Attribute::Home,
            event: None,
            label: format!("{}: home", label::participant(scene, person)),
            subject: Some(subject),
        },
        answer: Answer::Place(mention.value.clone()),
        stance: Stance::FACT,
        holder: None,
        headline: scene.is_headline(),
        background: false,
        deictic: false,
        context: vec![],
    })
}

fn claim(scene: &Scene, mention: &Mention<Place>) -> Option<Claim> {
    let head = scene.head_of(mention.span)?;
    let attribute = attribute(&preposition(scene.sentence, head))?;
    let frame = scene.frame_over(head, 2).filter(|f| !is_report(&f.lemma))?;
    Some(Claim {
        sentence: scene.index,
        span: when::statement(scene, frame, mention.span),
        said: mention.span,
        question: Question {
            label: format!("{}: {}", label::event(scene, frame), attribute.name()),
            attribute,
            event: Some(scene.event(frame)),
            subject: None,
        },
        answer: Answer::Place(mention.value.clone()),
        stance: frame.stance,
        holder: scene.holder(frame.head),
        headline: scene.is_headline(),
        background: scene.is_background(),
        deictic: false,
        context: scene.context(mention.span),
    })
}

fn attribute(preposition: &str) -> Option<Attribute> {
    match preposition {
        "in" | "at" | "on" | "near" | "off" | "outside" | "inside" | "along" | "around"
        | "beside" => Some(Attribute::Where),
        "from" | "out" => Some(Attribute::From),
        "to" | "into" | "onto" | "for" | "toward" | "towards" => Some(Attribute::To),
        _ => None,
    }
}
