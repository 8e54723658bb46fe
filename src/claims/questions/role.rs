//! What is somebody? "Banning was the chief executive" and "killing one employee" speak of one man's place in a company.
//!
//! Roles compare within one field only: the same man is a father, a suspect and a plumber.

use gainsay_syntax::{Deprel, Span, Upos, Xpos};

use crate::claims::actor::{Actor, kind_of_phrase};
use crate::claims::cast::Part;
use crate::claims::modality::Stance;
use crate::claims::referent::{Many, Referent, name_words};
use crate::claims::{Answer, Attribute, Claim, Question, Scene, attribution};
use crate::lexicon::plain;
use crate::values::entity::{Entity, Kind};

use super::{WORDS, label};

/// One claim for each role that the sentence gives to a person by name, or to the one who was killed.
pub fn ask(scene: &Scene) -> Vec<Claim> {
    let mut claims = beside_names(scene);
    claims.extend(predicates(scene));
    claims.extend(apposed(scene));
    claims.extend(killed(scene));
    let mut told: Vec<(Span, Option<Vec<String>>)> = Vec::new();
    claims.retain(|claim| {
        let key = (
            claim.said,
            claim.question.subject.as_ref().map(|s| s.name.clone()),
        );
        let is_new = !told
            .iter()
            .any(|(said, name)| said.overlaps(key.0) && *name == key.1);
        told.push(key);
        is_new
    });
    claims
}

/// "Chief executive Ann Roe", "Ann Roe, the chief executive".
fn beside_names(scene: &Scene) -> Vec<Claim> {
    let sentence = scene.sentence.span;
    let mentions = scene.mentions.entities.iter();
    let here = mentions.filter(|m| m.sentence == scene.index && m.value.kind == Kind::Person);
    let mut claims = Vec::new();
    for mention in here {
        let own = mention
            .value
            .roles
            .iter()
            .filter(|role| sentence.contains(role.span) && gap(role.span, mention.span) <= 25);
        for role in own {
            if is_past(&role.words) {
                continue;
            }
            let bearer = bearer(scene, &mention.value, mention.span);
            let span = role.span.cover(mention.span);
            claims.extend(claim(scene, bearer, &role.words, role.span, span));
        }
    }
    claims
}

/// "Ann Roe was the chief executive."
fn predicates(scene: &Scene) -> Vec<Claim> {
    let tokens = &scene.sentence.tokens;
    let mut claims = Vec::new();
    for (noun, token) in tokens.iter().enumerate() {
        let is_predicate = token.upos == Upos::Noun
            && token.xpos == Xpos::Nn
            && scene.sentence.child(noun, &[Deprel::Cop]).is_some();
        let subject = || scene.sentence.child(noun, &[Deprel::Nsubj]);
        let Some(subject) = is_predicate.then(subject).flatten() else {
            continue;
        };
        let span = tokens[subject].span;
        let Some(entity) = scene.mentions.entity_at(scene.index, span) else {
            continue;
        };
        let phrase = attribution::noun_phrase(scene.sentence, noun);
        if entity.kind != Kind::Person || is_past(phrase.of(&scene.article.text)) {
            continue;
        }
        let bearer = bearer(scene, entity, span);
        claims.extend(claim(
            scene,
            bearer,
            phrase.of(&scene.article.text),
            phrase,
            phrase.cover(span),
        ));
    }
    claims
}

/// "Ann Roe, a dispatcher," and "a dispatcher, Ann Roe," where the words of the role are in no table of titles.
fn apposed(scene: &Scene) -> Vec<Claim> {
    const FAR: usize = 40;
    let tokens = &scene.sentence.tokens;
    let mut claims = Vec::new();
    for (i, token) in tokens.iter().enumerate() {
        let Some(head) = token.head.filter(|_| token.deprel == Deprel::Appos) else {
            continue;
        };
        let person = |t: usize| {
            let entity = scene.mentions.entity_at(scene.index, tokens[t].span)?;
            (entity.kind == Kind::Person).then_some(entity)
        };
        let (name, noun, entity) = match (person(head), person(i)) {
            (Some(entity), None) => (head, i, entity),
            (None, Some(entity)) => (i, head, entity),
            _ => continue,
        };
        let phrase = attribution::noun_phrase(scene.sentence, noun);
        let words = phrase.of(&scene.article.text);
        if tokens[noun].upos != Upos::Noun || is_past(words) || gap(phrase, tokens[name].span) > FAR
        {
            continue;
        }
        let bearer = bearer(scene, entity, tokens[name].span);
        claims.extend(claim(
            scene,
            bearer,
            words,
            phrase,
            phrase.cover(tokens[name].span),
        ));
    }
    claims
}

/// "Killing one employee": what the only dead of the article is.
fn killed(scene: &Scene) -> Vec<Claim> {
    if !scene.cast.is_lone(Part::Dead) {
        return vec![];
    }
    let tokens = &scene.sentence.tokens;
    let deaths = scene.frames.iter().filter(|f| {
        f.stance == Stance::FACT && f.classes.first().is_some_and(|c| c.name() == "death")
    });
    deaths
        .filter_map(|frame| {
            let patient = frame.patient?;
            let named = scene
                .mentions
                .entity_at(scene.index, tokens[patient].span)
                .is_some_and(|e| e.kind == Kind::Person);
            if named || tokens[patient].xpos != Xpos::Nn {
                return None;
            }
            let phrase = attribution::noun_phrase(scene.sentence, patient);
            if is_past(phrase.of(&scene.article.text)) {
                return None;
            }
            let bearer = Referent {
                span: phrase,
                head: plain(&tokens[patient].lemma).into_owned(),
                name: vec![],
                modifiers: vec![Part::Dead.name().to_owned()],
                owner: vec![],
                many: Many::Untold,
            };
            let words = phrase.of(&scene.article.text);
            claim(
                scene,
                bearer,
                words,
                phrase,
                phrase.cover(tokens[frame.head].span),
            )
        })
        .collect()
}

/// A person by name, with the parts that he or she plays.
fn bearer(scene: &Scene, person: &Entity, span: Span) -> Referent {
    let name = name_words(&person.name);
    let plays = |part: &Part| scene.cast.player(*part) == Some(name.as_slice());
    Referent {
        span,
        head: name.last().cloned().unwrap_or_default(),
        modifiers: [Part::Dead]
            .iter()
            .filter(|part| plays(part))
            .map(|part| part.name().to_owned())
            .collect(),
        name,
        owner: vec![],
        many: Many::Untold,
    }
}

fn claim(scene: &Scene, bearer: Referent, words: &str, said: Span, span: Span) -> Option<Claim> {
    // Whose daughter, whose sister? Kin are told apart by whose they are, which a role does not say.
    let kind = kind_of_phrase(words).filter(|kind| kind.field != "kin")?;
    // "According to police, Peter Roe left" makes Roe no policeman.
    let collective =
        words.to_lowercase().ends_with("police") || bearer.name.iter().any(|w| w == "'s");
    if collective {
        return None;
    }
    let role = Referent {
        span: said,
        head: kind.name.to_owned(),
        name: vec![],
        modifiers: vec![],
        owner: vec![],
        many: Many::Untold,
    };
    let actor = Actor {
        kinds: vec![kind],
        referent: role,
        is_person: false,
    };
    let whose = label::clip(bearer.span.of(&scene.article.text));
    let question = Question {
        attribute: Attribute::Role,
        event: None,
        subject: Some(bearer),
        label: format!("{whose}: role"),
    };
    Some(Claim {
        span,
        ..scene.claim(said, question, Answer::Actor(actor))
    })
}

/// What somebody was once, or stands in for, excludes nothing: "former teacher", "vice president".
fn is_past(words: &str) -> bool {
    words
        .to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .any(|word| WORDS.has("past", word))
}

/// The letters between two stretches.
fn gap(one: Span, other: Span) -> usize {
    one.start
        .max(other.start)
        .saturating_sub(one.end.min(other.end))
}
