//! How old? "Halden, 34", "the 34-year-old driver", "aged 34".

use gainsay_syntax::{Deprel, Upos};

use crate::claims::frame;
use crate::claims::{Answer, Attribute, Claim, Question, Scene};
use crate::values::Mention;
use crate::values::quantity::{Dimension, Quantity};

use super::label;

/// One claim for each age with a person.
pub fn ask(scene: &Scene) -> Vec<Claim> {
    scene
        .mentions
        .quantities_in(scene.index)
        .filter(|m| m.value.dimension() == Dimension::Age)
        .filter_map(|m| claim(scene, m))
        .collect()
}

fn claim(scene: &Scene, mention: &Mention<Quantity>) -> Option<Claim> {
    let head = scene.head_of(mention.span)?;
    let person = bearer(scene, head).filter(|_| is_reached(scene, head))?;
    let subject = scene.referent(person);
    let span = subject.span.cover(mention.span);
    let question = Question {
        attribute: Attribute::Age,
        event: scene.frame_over(person, 3).map(|f| scene.event(f)),
        label: format!("{}: age", label::participant(scene, person)),
        subject: Some(subject),
    };
    let answer = Answer::Quantity(mention.value.clone());
    Some(Claim {
        span: if span.len() <= 80 { span } else { mention.span },
        ..scene.heard(head, mention.span, question, answer)
    })
}

/// Whether the age is one that somebody has: who "would have turned 53" or "will be 50 on Friday" is younger.
fn is_reached(scene: &Scene, head: usize) -> bool {
    let tokens = &scene.sentence.tokens;
    let above = std::iter::once(head).chain(scene.sentence.ancestors(head).take(1));
    let turned = above.filter(|&i| i == head || tokens[i].lemma == "turn");
    let mut helped = turned.flat_map(|i| scene.sentence.children(i));
    !helped.any(|c| matches!(tokens[c].lemma.as_str(), "will" | "would" | "'ll"))
}

/// Whose age it is: the name right before ", 34,", else the nearest noun above, else the age's own noun.
fn bearer(scene: &Scene, head: usize) -> Option<usize> {
    let tokens = &scene.sentence.tokens;
    let before = head.checked_sub(2).map(|i| tokens[i].upos);
    if before.is_some_and(|upos| matches!(upos, Upos::Propn | Upos::Noun | Upos::Adj))
        && tokens[head - 1].span.of(&scene.article.text) == ","
    {
        let name = head - 2;
        let top = tokens[name]
            .head
            .filter(|_| matches!(tokens[name].deprel, Deprel::Flat | Deprel::Compound));
        return Some(top.unwrap_or(name));
    }
    // "The 33-year-old has signed up" leads back to a name.
    let words = tokens[head].span;
    if scene.mentions.links.iter().any(|link| link.span == words) {
        return Some(head);
    }
    let person = |i: usize| matches!(tokens[i].upos, Upos::Propn | Upos::Noun);
    // In "a 43-year-old air force pilot" the parser may hang the age on a noun before the last.
    let whole = |i: &usize| person(*i) && tokens[*i].deprel != Deprel::Compound;
    let above = scene.sentence.ancestors(head).take(4).find(whole);
    let is_name = |i: &usize| tokens[*i].upos == Upos::Propn;
    // "A 48-year-old accountant, Ann Roe," and "Ann Roe, a 48-year-old accountant" tell the age of the one with a name.
    let named = |noun: usize| {
        let beside = [Deprel::Appos, Deprel::Flat];
        let mut children = scene.sentence.children(noun);
        let below = children.find(|c| beside.contains(&tokens[*c].deprel) && is_name(c));
        let above = tokens[noun]
            .head
            .filter(|_| tokens[noun].deprel == Deprel::Appos);
        below.or_else(|| above.filter(is_name)).unwrap_or(noun)
    };
    above
        .map(named)
        .or_else(|| person(head).then(|| named(head)))
        .or_else(|| scene.sentence.child(head, &[Deprel::Nsubj]))
        .or_else(|| frame::subject(scene.sentence, tokens[head].head?))
}

#[cfg(test)]
mod tests {
    use crate::spec::questions;

    #[test]
    fn an_age_beside_a_name_is_its_bearers() {
        let one = "Ann Roe, 46, won the race for mayor of Dalby on Tuesday.";
        for other in [
            "Ann Roe, a 48-year-old plumber, won the race for mayor of Dalby on Tuesday.",
            "A 48-year-old plumber, Ann Roe, won the race for mayor of Dalby on Tuesday.",
            "The race for mayor of Dalby went to Ann Roe, a 48-year-old former air force pilot.",
            "Ann Roe was 48 when she won the race for mayor of Dalby.",
        ] {
            assert_eq!(questions(one, other), ["Ann Roe: age"], "{other}");
        }
        let later = "Ann Roe, who won the race for mayor of Dalby, will turn 48 next month.";
        assert_eq!(questions(one, later), <[&str; 0]>::default());
    }
}
