//! Does the sentence hold a state that its words name? "Was not charged", "may be under attack" and "once he is released"
//! name one and tell of none.

use std::ops::Range;

use gainsay_syntax::{Deprel, Upos};

use crate::claims::Scene;
use crate::claims::frame::Frame;
use crate::claims::modality::Stance;
use crate::claims::state::{Hold, Match};
use crate::comparison::{Modality, Polarity};
use crate::lexicon::lower;

use super::{WORDS, is_nth};

/// The frame of the last event word of a phrase.
pub(super) fn event<'s>(scene: &'s Scene, found: &Match) -> Option<&'s Frame> {
    (found.first..=found.last)
        .rev()
        .find_map(|i| scene.frames.iter().find(|f| f.head == i && f.verbal))
}

/// Whether the sentence stands to the phrase as its state demands.
pub(super) fn is_held(scene: &Scene, found: &Match) -> bool {
    if found.state.is_none() {
        return true;
    }
    let own = event(scene, found);
    let stance = own
        .or_else(|| scene.frame_over(found.first, 3))
        .map_or(Stance::FACT, |f| f.stance);
    let certain = stance.modality == Modality::Certain;
    let positive = stance.polarity == Polarity::Positive || denies(scene, found);
    match found.state.hold() {
        Hold::Any => {
            !(is_turned(scene, found) || is_guessed(scene, found) || is_one_of_many(scene, found))
        }
        Hold::Done => {
            certain
                && positive
                && !(is_turned(scene, found) || is_hedged(scene, found) || awaits(scene, found))
        }
        Hold::Due => {
            own.is_some() && (stance.modality == Modality::Planned || certain && !positive)
        }
        Hold::Maybe => own.is_some() && stance.modality == Modality::Possible && positive,
    }
}

/// The tokens before a phrase, so many of them.
fn before(found: &Match, reach: usize) -> Range<usize> {
    found.first.saturating_sub(reach)..found.first
}

/// Whether a token is one of those words.
fn has(scene: &Scene, words: &str, token: usize) -> bool {
    WORDS.has(words, &lower(&scene.sentence.tokens[token].lemma))
}

/// Whether the phrase has its own negation: "pleaded not guilty".
fn denies(scene: &Scene, found: &Match) -> bool {
    (found.first..=found.last).any(|i| has(scene, "no", i))
}

/// "Not", "never", "no", "without" right before the phrase turn it.
fn is_turned(scene: &Scene, found: &Match) -> bool {
    const REACH: usize = 3;
    before(found, REACH).any(|i| has(scene, "turning", i))
}

/// "Is believed to have been caused by", "also charged with": a guess, or one more of the same.
fn is_hedged(scene: &Scene, found: &Match) -> bool {
    const REACH: usize = 6;
    let tokens = &scene.sentence.tokens;
    let hedges = |i: usize| {
        let of_verb = [Upos::Verb, Upos::Aux, Upos::Adv, Upos::Adj];
        has(scene, "hedging", i) && of_verb.contains(&tokens[i].upos)
    };
    before(found, REACH)
        .chain(found.first..=found.last)
        .any(hedges)
}

/// "May be under attack": a state that is only held possible, where the words are not about guesses anyhow.
fn is_guessed(scene: &Scene, found: &Match) -> bool {
    const REACH: usize = 3;
    let about_facts = found.state.scale().near().is_empty();
    about_facts && before(found, REACH).any(|i| has(scene, "guessing", i))
}

/// "The third member to be charged": who is counted among others has been charged.
fn is_one_of_many(scene: &Scene, found: &Match) -> bool {
    const REACH: usize = 9;
    let tokens = &scene.sentence.tokens;
    let mut phrase = before(found, REACH)
        .rev()
        .take_while(|&i| !matches!(tokens[i].upos, Upos::Verb | Upos::Aux));
    tokens[found.first].lemma == "to" && phrase.any(|i| is_nth(&scene.form(i)))
}

/// "Until he is charged", "once they were released": what a clause waits for has not happened by that clause.
fn awaits(scene: &Scene, found: &Match) -> bool {
    let tokens = &scene.sentence.tokens;
    let Some(own) = event(scene, found) else {
        return false;
    };
    let marked = |i: usize| {
        let mut words = scene.sentence.children(i);
        words.any(|c| has(scene, "awaiting", c))
    };
    let mut clause = vec![own.head];
    clause.extend(scene.sentence.ancestors(own.head).take(1));
    clause
        .into_iter()
        .any(|i| tokens[i].deprel == Deprel::Advcl && marked(i))
        || marked(own.head)
}
