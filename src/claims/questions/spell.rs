//! How long did a state last that a story knows by name? "Eight days on the run", "a weeklong manhunt", "a tense two hours
//! while police negotiated".
//!
//! Whatever verb such a length hangs on ("recaptured after", "spent", "lasted"), it answers for the state beside it.

use std::sync::{Arc, LazyLock};

use gainsay_syntax::{Span, Token, Upos, Xpos};
use rustc_hash::FxHashMap;

use crate::claims::lasting::Lasting;
use crate::claims::modality::Stance;
use crate::claims::{Answer, Attribute, Claim, Event, Question, Scene};
use crate::comparison::{Modality, Polarity};
use crate::lexicon::{lower, parts, rows};
use crate::values::quantity::Dimension;
use crate::values::time::{Kind, Length, Modifier, Reading, Time, Unit};

use super::WORDS;

/// How many words may stand between the length and the state.
const APART: usize = 7;

/// A state and the words that name it, as lemmas in a row.
struct State {
    name: &'static str,
    words: Vec<&'static str>,
    /// Whether the first of the words must be a verb.
    verbal: bool,
}

/// The states by the first of their words.
static STATES: LazyLock<FxHashMap<&str, Vec<State>>> = LazyLock::new(|| {
    let mut states: FxHashMap<&str, Vec<State>> = FxHashMap::default();
    for [name, phrases] in rows(include_str!("spells.tsv")) {
        for phrase in parts(phrases, b' ') {
            let words: Vec<&str> = parts(phrase.trim_end_matches('^'), b'+').collect();
            let state = State {
                name,
                words,
                verbal: phrase.ends_with('^'),
            };
            states.entry(state.words[0]).or_default().push(state);
        }
    }
    states
});

/// One claim for each length that stands beside a state.
pub fn ask(scene: &Scene) -> Vec<Claim> {
    let states = states(scene);
    if states.is_empty() {
        return vec![];
    }
    let told = scene.mentions.times_in(scene.index);
    let told = told.filter(|m| m.value.duration().is_some() && m.value.interval.is_none());
    let told: Vec<(Span, Time)> = told.map(|m| (m.span, m.value.clone())).collect();
    let bare = bare(scene)
        .into_iter()
        .filter(|(span, _)| !told.iter().any(|(s, _)| s.overlaps(*span)));
    let lengths: Vec<(Span, Time)> = told.iter().cloned().chain(bare).collect();
    lengths
        .into_iter()
        .filter_map(|(span, time)| claim(scene, span, time, &states))
        .collect()
}

/// The states that the sentence names, with the span of their words.
fn states(scene: &Scene) -> Vec<(&'static str, Span)> {
    let tokens = &scene.sentence.tokens;
    let named = |i: usize| {
        let begun = STATES.get(&*lower(&tokens[i].lemma))?;
        let fits = |s: &&State| !s.verbal || tokens[i].upos == Upos::Verb;
        let state = begun
            .iter()
            .filter(fits)
            .find(|s| starts(&tokens[i..], &s.words))?;
        let last = i + state.words.len() - 1;
        Some((state.name, tokens[i].span.cover(tokens[last].span)))
    };
    (0..tokens.len()).filter_map(named).collect()
}

/// Whether the tokens begin with these lemmas.
fn starts(tokens: &[Token], words: &[&str]) -> bool {
    tokens.len() >= words.len()
        && tokens
            .iter()
            .zip(words)
            .all(|(token, word)| token.lemma.eq_ignore_ascii_case(word))
}

/// Lengths that only headlines and adjectives tell: "after week on the run", "a weeklong manhunt".
fn bare(scene: &Scene) -> Vec<(Span, Time)> {
    let tokens = &scene.sentence.tokens;
    let time = |unit| {
        Time::new(
            Kind::Duration,
            Reading::Length(Length::of(Some(1), unit)),
            None::<Modifier>,
        )
    };
    let read = |i: usize| {
        let word = tokens[i].lemma.to_lowercase();
        let after = i > 0 && tokens[i - 1].lemma == "after";
        let long = word.strip_suffix("long").map(|w| w.trim_end_matches('-'));
        let unit = match long {
            Some(stem) => unit(stem)?,
            None if after && i + 1 < tokens.len() => {
                unit(&word).filter(|_| tokens[i].span.len() == word.len())?
            }
            None => return None,
        };
        Some((tokens[i].span, time(unit)))
    };
    (0..tokens.len()).filter_map(read).collect()
}

fn unit(word: &str) -> Option<Unit> {
    match word {
        "hour" => Some(Unit::Hour),
        "day" => Some(Unit::Day),
        "week" => Some(Unit::Week),
        "month" => Some(Unit::Month),
        "year" => Some(Unit::Year),
        _ => None,
    }
}

fn claim(scene: &Scene, said: Span, time: Time, states: &[(&'static str, Span)]) -> Option<Claim> {
    let (state, span) = beside(scene, said, states)?;
    let stance = scene
        .head_of(said)
        .and_then(|head| scene.frame_over(head, 4))
        .map_or(Stance::FACT, |f| f.stance);
    if stance.polarity == Polarity::Negative || stance.modality != Modality::Certain {
        return None;
    }
    let question = Question {
        attribute: Attribute::HowLong,
        event: Some(Arc::new(named(state))),
        subject: None,
        label: format!("{state}: how long"),
    };
    let answer = Answer::Length(Lasting::new(time, said.of(&scene.article.text)));
    Some(Claim {
        span: said.cover(span),
        holder: scene.head_of(said).and_then(|head| scene.holder(head)),
        context: scene.context(said),
        ..scene.claim(said, question, answer)
    })
}

/// The state that stands nearest to a length, where it may be what lasted so long.
fn beside(
    scene: &Scene,
    said: Span,
    states: &[(&'static str, Span)],
) -> Option<(&'static str, Span)> {
    let tokens = &scene.sentence.tokens;
    let at = |span: Span| {
        tokens
            .iter()
            .position(|t| t.span.overlaps(span))
            .unwrap_or(0)
    };
    let last = |span: Span| {
        tokens
            .iter()
            .rposition(|t| t.span.overlaps(span))
            .unwrap_or(0)
    };
    let between = |other: Span| {
        let gap = if other.start > said.start {
            at(other).saturating_sub(last(said))
        } else {
            at(said).saturating_sub(last(other))
        };
        gap.saturating_sub(1)
    };
    let next = tokens.get(last(said) + 1).map(|t| t.lemma.to_lowercase());
    if next.is_some_and(|word| WORDS.has("dates", &word)) {
        return None;
    }
    // "Four hours to reach a verdict after a trial" tells nothing of how long the trial was.
    let dates = |span: Span| {
        let first = at(span);
        span.start > said.start
            && tokens[first.saturating_sub(2).max(last(said) + 1).min(first)..first]
                .iter()
                .any(|t| WORDS.has("dates", &t.lemma))
    };
    let follows = |span: Span| said.start > span.start && is_nth(scene, at(said));
    states
        .iter()
        .copied()
        .filter(|(_, span)| !span.overlaps(said) && !dates(*span))
        .min_by_key(|(_, span)| between(*span))
        .filter(|(_, span)| between(*span) <= APART && !follows(*span))
}

/// "The third robbery in two years": a length behind "in" tells among how many it is one, where the sentence has an order.
fn is_nth(scene: &Scene, length: usize) -> bool {
    let before = (0..length)
        .rev()
        .find(|&i| !WORDS.has("before-length", &scene.form(i)));
    let Some(before) = before.filter(|&i| WORDS.has("length-within", &scene.form(i))) else {
        return false;
    };
    let ordered = |i: usize| {
        let token = &scene.sentence.tokens[i];
        let superlative = token.xpos == Xpos::Jjs;
        let counted = scene.mentions.quantities_in(scene.index);
        let mut ranks = counted.filter(|m| m.value.dimension() == Dimension::Rank);
        superlative || super::is_nth(&scene.form(i)) || ranks.any(|m| m.span.overlaps(token.span))
    };
    (0..before).any(ordered)
}

/// The event that a state is, by its name alone.
fn named(state: &str) -> Event {
    Event {
        lemma: format!("{SPELL}{state}"),
        ..Event::default()
    }
}

/// What the lemma of a state's event begins with, so that no verb is taken for it.
const SPELL: &str = "state of ";

/// Whether an event is a state that a story knows by name.
pub fn is_spell(event: &Event) -> bool {
    event.lemma.starts_with(SPELL)
}

#[cfg(test)]
mod tests {
    use crate::spec::rules;

    #[test]
    fn among_how_many_it_is_one_is_no_length() {
        let one =
            "The robbery at the bank in Harbin lasted less than two minutes, Petra Lind said.";
        let other = "It was the third robbery of the bank in Harbin in two years, Petra Lind said.";
        assert!(rules(one, other).is_empty());
        let other = "The robbery of the bank in Harbin lasted ten minutes, Petra Lind said.";
        assert_eq!(rules(one, other).len(), 1);
    }

    #[test]
    fn who_answers_questions_is_not_questioned() {
        let one = "Detectives in Harbin questioned Petra Lind for six hours on Friday.";
        let other = "Petra Lind took questions for ten minutes in Harbin on Friday.";
        assert!(rules(one, other).is_empty());
        let other = "Petra Lind was questioned for two hours in Harbin on Friday.";
        assert_eq!(rules(one, other), ["duration-conflict"]);
    }
}
