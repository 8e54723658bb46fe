//! Is it so? "The hammer was never found" in one article, "police dug the hammer out of a bank" in another.
//!
//! What is denied is told in few sentences, whatever its words, so those decide: only what some article denies is looked
//! for in the others (`facts::denial`). Verbs need no event class here.

use std::sync::Arc;

use gainsay_syntax::{Deprel, Span, Upos, Xpos};

use crate::claims::attribution::{self, is_report};
use crate::claims::class;
use crate::claims::deeds;
use crate::claims::denied;
use crate::claims::frame::{self, Frame};
use crate::claims::modality::{self, Stance};
use crate::claims::referent::Referent;
use crate::claims::{Answer, Attribute, Claim, Event, Question, Scene, WORDS};
use crate::comparison::{Modality, Polarity};
use crate::lexicon::lower;

use super::label;

const DENIAL: Stance = Stance {
    modality: Modality::Certain,
    polarity: Polarity::Negative,
};

/// One claim for each deed that is told or denied, each thing that there is none of, and each quality.
pub fn ask(scene: &Scene) -> Vec<Claim> {
    let mut claims: Vec<Claim> = scene
        .frames
        .iter()
        .filter(|f| f.verbal && tells(scene, f))
        .filter_map(|frame| deed(scene, frame))
        .collect();
    claims.extend(missing(scene));
    claims.extend(qualities(scene));
    claims
}

fn tells(scene: &Scene, frame: &Frame) -> bool {
    let lemma = frame.lemma.as_str();
    let clause = || scene.sentence.child(frame.head, &[Deprel::Ccomp]).is_some();
    (!is_report(lemma) || deeds::is("deed of speech", lemma) && !clause())
        && !deeds::is("idle verb", lemma)
        && frame.participants().next().is_some()
}

/// Whether the sentence tells or denies the deed; what has "not yet" happened has not.
fn stance(scene: &Scene, frame: &Frame) -> Option<Stance> {
    let tokens = &scene.sentence.tokens;
    let above = tokens[frame.head]
        .head
        .filter(|&h| deeds::is("sign", tokens[h].lemma.as_str()));
    let none = |h: usize| {
        scene
            .sentence
            .child(h, &[Deprel::Det])
            .is_some_and(|d| is_negation(scene, d))
    };
    if frame.stance == Stance::FACT && above.is_some_and(none) {
        return Some(DENIAL);
    }
    let beside = |words: &[&str]| {
        let lemma = |i: usize| lower(&scene.sentence.tokens[i].lemma);
        scene
            .sentence
            .children(frame.head)
            .any(|c| words.contains(&&*lemma(c)))
    };
    if is_announced(scene, frame) {
        return Some(Stance {
            modality: Modality::Planned,
            ..frame.stance
        });
    }
    let planned = frame.stance.modality == Modality::Planned;
    if planned && beside(&["yet"]) && beside(&["not", "n't", "to"]) {
        return Some(DENIAL);
    }
    (planned || frame.stance.modality == Modality::Certain).then_some(frame.stance)
}

/// "The coach said that he would stay": what a report of the past announces, unless it hangs on a condition.
fn is_announced(scene: &Scene, frame: &Frame) -> bool {
    let tokens = &scene.sentence.tokens;
    let token = &tokens[frame.head];
    let children = || scene.sentence.children(frame.head);
    let helped = |lemma: &str| {
        children().any(|c| tokens[c].deprel == Deprel::Aux && tokens[c].lemma == lemma)
    };
    let reported = token.head.is_some_and(|h| {
        is_report(&tokens[h].lemma) && matches!(tokens[h].xpos, Xpos::Vbd | Xpos::Vbn)
    });
    frame.stance.modality == Modality::Possible
        && token.deprel == Deprel::Ccomp
        && reported
        && helped("would")
        && !helped("have")
        && !children().any(|c| tokens[c].deprel == Deprel::Advcl)
}

fn deed(scene: &Scene, frame: &Frame) -> Option<Claim> {
    let stance = stance(scene, frame)?;
    let denied = stance.polarity == Polarity::Negative;
    if denied
        && (is_partial(scene, frame.head) || denied::denies_a_part(scene.sentence, frame.head))
        || stance == Stance::FACT && !is_told(scene, frame)
    {
        return None;
    }
    let tokens = &scene.sentence.tokens;
    let idiom = scene.sentence.child(frame.head, &[Deprel::Obj]);
    if idiom.is_some_and(|o| is_vague(&tokens[o].lemma)) {
        return None;
    }
    let span = statement(scene, frame);
    let label = label::event(scene, frame);
    let event = scene.event(frame);
    let thing = Some(frame.head)
        .filter(|_| stance == DENIAL && deeds::is("verb of there being", frame.lemma.as_str()));
    let thing = thing.and_then(|verb| scene.sentence.child(verb, &[Deprel::Obj]));
    let thing = thing.filter(|&t| tokens[t].upos == Upos::Noun && !is_vague(&tokens[t].lemma));
    if let Some(thing) = thing {
        let of = scene.sentence.child(thing, &[Deprel::Nmod]);
        let event = thing_event(scene, thing, of);
        return Some(claim(
            scene,
            (thing, span),
            &label,
            (event, Some(scene.referent(thing))),
            stance,
        ));
    }
    let event = plea(scene, frame, event);
    let stance = if frame.lemma == "deny" {
        DENIAL
    } else {
        stance
    };
    Some(claim(
        scene,
        (frame.head, span),
        &label,
        (event, None),
        stance,
    ))
}

/// Whether the verb's form tells it as done: "to enter a plea" does not, "forced them to count" does.
fn is_told(scene: &Scene, frame: &Frame) -> bool {
    let tokens = &scene.sentence.tokens;
    let token = &tokens[frame.head];
    let helped = scene
        .sentence
        .children(frame.head)
        .any(|c| tokens[c].deprel == Deprel::Aux && tokens[c].lemma == "do");
    let above = token.head.map(|h| tokens[h].lemma.as_str());
    token.xpos != Xpos::Vb || helped || above.is_some_and(|a| deeds::is("verb of making", a))
}

/// The verb with its auxiliaries and what follows it close by, and whoever stands right before it.
fn statement(scene: &Scene, frame: &Frame) -> Span {
    const BEFORE: usize = 4;
    const AFTER: usize = 7;
    let tokens = &scene.sentence.tokens;
    let head = frame.head;
    let near = |i: &usize| *i < head && head - *i <= BEFORE || *i > head && *i - head <= AFTER;
    let complement = |i: &usize| {
        matches!(
            tokens[*i].deprel,
            Deprel::Aux | Deprel::AuxPass | Deprel::Xcomp | Deprel::CompoundPrt
        ) || is_negation(scene, *i)
    };
    let parts: Vec<Span> = frame
        .participants()
        .chain(scene.sentence.children(head).filter(complement))
        .filter(near)
        .map(|i| tokens[i].span)
        .collect();
    frame::stretch(scene.sentence, head, &parts)
}

/// Who denies a crime does not admit it: "denied burglary" against "admitted burglary".
fn plea(scene: &Scene, frame: &Frame, event: Arc<Event>) -> Arc<Event> {
    if frame.lemma != "deny"
        || scene
            .sentence
            .child(frame.head, &[Deprel::Ccomp, Deprel::Xcomp])
            .is_some()
    {
        return event;
    }
    Arc::new(Event {
        lemma: "admit".to_owned(),
        classes: vec![],
        ..Arc::unwrap_or_clone(event)
    })
}

/// Builds a claim: where it stands, its label, its event with the thing that there is none of, and its stance.
fn claim(
    scene: &Scene,
    (head, span): (usize, Span),
    label: &str,
    (event, thing): (Arc<Event>, Option<Referent>),
    stance: Stance,
) -> Claim {
    let question = Question {
        attribute: Attribute::Whether,
        event: Some(event),
        subject: thing,
        label: format!("{label}: so or not"),
    };
    let word = scene.sentence.tokens[head].span;
    Claim {
        span,
        said: span,
        stance,
        ..scene.heard(head, word, question, Answer::Stance(stance))
    }
}

fn is_negation(scene: &Scene, token: usize) -> bool {
    WORDS.has("denying", &lower(&scene.sentence.tokens[token].lemma))
}

/// "Not only", "not all", "no longer", "not until Friday": a part is denied, or a time, not the deed.
fn is_partial(scene: &Scene, head: usize) -> bool {
    const REACH: usize = 4;
    let tokens = &scene.sentence.tokens;
    let window = head.saturating_sub(REACH)..tokens.len().min(head + REACH + 1);
    let partial = |i: usize| deeds::is("partial", &lower(&tokens[i].lemma));
    window.into_iter().any(partial)
}

/// Nouns of which there being none tells nothing that another account could deny.
fn is_vague(noun: &str) -> bool {
    deeds::is("vague noun", noun)
}

/// One claim for each thing of which there is none: "no dynamite", "there is no such clause".
fn missing(scene: &Scene) -> Vec<Claim> {
    let tokens = &scene.sentence.tokens;
    let mut claims = Vec::new();
    for (no, token) in tokens.iter().enumerate() {
        let Some(noun) = token
            .head
            .filter(|_| token.lemma.eq_ignore_ascii_case("no"))
        else {
            continue;
        };
        if tokens[noun].upos != Upos::Noun
            || noun < no
            || is_partial(scene, no)
            || !is_there(scene, noun)
        {
            continue;
        }
        let thing = if deeds::is("sign", tokens[noun].lemma.as_str()) {
            scene.sentence.child(noun, &[Deprel::Nmod])
        } else {
            Some(noun)
        };
        let Some(thing) =
            thing.filter(|&t| tokens[t].upos == Upos::Noun && !is_vague(&tokens[t].lemma))
        else {
            continue;
        };
        let span = token
            .span
            .cover(attribution::noun_phrase(scene.sentence, thing));
        let of = scene.sentence.child(thing, &[Deprel::Nmod]);
        let span = of
            .filter(|o| o - thing <= 4)
            .map_or(span, |o| span.cover(tokens[o].span));
        let event = thing_event(scene, thing, of);
        let referent = scene.referent(thing);
        let label = label::participant(scene, thing);
        claims.push(claim(
            scene,
            (thing, span),
            &label,
            (event, Some(referent)),
            DENIAL,
        ));
    }
    claims
}

/// Whether the noun's place in its clause says only that it is there: "that was no penalty" denies that it was one, and
/// "no shares will be issued" tells of what is to come.
fn is_there(scene: &Scene, noun: usize) -> bool {
    let tokens = &scene.sentence.tokens;
    let token = &tokens[noun];
    let has = |head: usize, deprel: Deprel| scene.sentence.child(head, &[deprel]).is_some();
    let is_to_come = |verb: usize| {
        let helped = scene.sentence.child(verb, &[Deprel::Aux]);
        helped.is_some_and(|aux| tokens[aux].xpos == Xpos::Md)
    };
    match (token.head, token.deprel) {
        (None, _) | (Some(_), Deprel::Appos | Deprel::Parataxis | Deprel::Conj) => {
            !has(noun, Deprel::Cop)
        }
        (Some(verb), Deprel::Obj | Deprel::Nsubj | Deprel::NsubjPass) => {
            deeds::is("verb of there being", tokens[verb].lemma.as_str()) && !is_to_come(verb)
        }
        _ => false,
    }
}

fn thing_event(scene: &Scene, thing: usize, of: Option<usize>) -> Arc<Event> {
    let lemma = scene.sentence.tokens[thing].lemma.to_lowercase();
    let senses = class::of_noun(&lemma, &[]);
    // "No arrest had been made by Monday" holds for as long as its verb says.
    let clause = scene.frame_over(thing, 2).map(|f| scene.event(f));
    Arc::new(Event {
        classes: senses.iter().map(|s| s.class).collect(),
        lemma,
        patient: of.map(|o| scene.referent(o)),
        times: clause.map_or(vec![], |event| event.times.clone()),
        ..Event::default()
    })
}

/// Whether a copula, or a verb that is as good as one, gives somebody the quality: "is open", "stayed open".
fn is_predicated(scene: &Scene, adjective: usize) -> bool {
    let token = &scene.sentence.tokens[adjective];
    let above = token.head.map(|h| scene.sentence.tokens[h].lemma.as_str());
    let lasting = above.is_some_and(|a| WORDS.has("lasting", a));
    scene.sentence.child(adjective, &[Deprel::Cop]).is_some()
        || token.deprel == Deprel::Xcomp && lasting
}

/// One claim for each quality that a copula gives or denies: "he was not alone".
fn qualities(scene: &Scene) -> Vec<Claim> {
    let tokens = &scene.sentence.tokens;
    let mut claims = Vec::new();
    for (adjective, token) in tokens.iter().enumerate() {
        if token.upos != Upos::Adj || !is_predicated(scene, adjective) {
            continue;
        }
        let Some(subject) = frame::subject(scene.sentence, adjective) else {
            continue;
        };
        let children: Vec<usize> = scene.sentence.children(adjective).collect();
        let lemma = |i: usize| tokens[i].lemma.to_lowercase();
        let denied = children.iter().any(|&c| modality::is_negation(&tokens[c]))
            || modality::is_negative_phrase(scene.sentence, subject);
        let hedged = children.iter().any(|&c| {
            tokens[c].deprel == Deprel::Aux
                || matches!(
                    lemma(c).as_str(),
                    "if" | "whether" | "when" | "as" | "too" | "so"
                )
        });
        if hedged || denied && is_partial(scene, adjective) {
            continue;
        }
        let stance = if denied { DENIAL } else { Stance::FACT };
        let event = Arc::new(Event {
            lemma: lemma(adjective),
            agent: Some(scene.referent(subject)),
            ..Event::default()
        });
        let span = tokens[subject].span.cover(token.span);
        let label = format!("{} {}", label::participant(scene, subject), token.lemma);
        claims.push(claim(
            scene,
            (adjective, span),
            &label,
            (event, None),
            stance,
        ));
    }
    claims
}
