//! Where, from where, to where? The preposition tells which of the three a place answers.

use gainsay_syntax::Upos;

use crate::claims::attribution::is_telling;
use crate::claims::frame::preposition;
use crate::claims::referent::{Many, Referent, name_words};
use crate::claims::{Answer, Attribute, Claim, Question, Scene};
use crate::lexicon::plain;
use crate::values::Mention;
use crate::values::place::Place;

use super::{label, when};

/// One claim for each place with an event above it, and for each person of a place.
pub fn ask(scene: &Scene) -> Vec<Claim> {
    let places = scene
        .mentions
        .places_in(scene.index)
        .filter_map(|m| claim(scene, m));
    let homes = (0..scene.sentence.tokens.len()).filter_map(|i| home(scene, i));
    places.chain(homes).collect()
}

/// "Marit Lund, 36, of Bergen": after a name and a comma, "of" tells where someone lives.
fn home(scene: &Scene, of: usize) -> Option<Claim> {
    let tokens = &scene.sentence.tokens;
    let word = |i: usize| tokens[i].span.of(&scene.article.text);
    let named = |i: usize| tokens[i].upos == Upos::Propn && word(i).starts_with(char::is_uppercase);
    if of < 2 || word(of) != "of" || word(of - 1) != "," {
        return None;
    }
    let last = (of + 1..tokens.len()).take_while(|&i| named(i)).last()?;
    let span = tokens[of + 1].span.cover(tokens[last].span);
    let place = scene
        .mentions
        .places_in(scene.index)
        .find(|m| m.span.overlaps(span));
    let place = place.map_or_else(
        || span.of(&scene.article.text).parse().ok(),
        |m| Some(m.value.clone()),
    )?;
    let name = (0..of - 1)
        .rev()
        .take(4)
        .find(|&i| tokens[i].upos == Upos::Propn)?;
    let person = std::iter::successors(Some(name), |&i| tokens[i].head)
        .take_while(|&i| tokens[i].upos == Upos::Propn)
        .last()
        .unwrap_or(name);
    let question = Question {
        attribute: Attribute::Home,
        event: None,
        label: format!("{}: home", label::participant(scene, person)),
        subject: Some(scene.referent(person)),
    };
    Some(Claim {
        span: tokens[of].span.cover(span),
        background: false,
        ..scene.claim(span, question, Answer::Place(place))
    })
}

fn claim(scene: &Scene, mention: &Mention<Place>) -> Option<Claim> {
    let head = scene.head_of(mention.span)?;
    let way = mention.value.offset.as_ref().map(|_| Referent {
        span: mention.span,
        head: plain(&mention.value.name).into_owned(),
        name: name_words(&mention.value.name),
        modifiers: vec![],
        owner: vec![],
        many: Many::Untold,
    });
    let attribute = match way {
        Some(_) => Attribute::Where,
        None => attribute(&preposition(scene.sentence, head))?,
    };
    let frame = scene.frame_over(head, 2)?;
    if is_telling(scene.sentence, frame) {
        return None;
    }
    let words = attribute.name().to_owned();
    let question = Question {
        subject: way,
        ..label::asked(scene, frame, attribute, &words)
    };
    let answer = Answer::Place(mention.value.clone());
    Some(Claim {
        span: when::statement(scene, frame, mention.span),
        ..scene.told(frame, mention.span, question, answer)
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
