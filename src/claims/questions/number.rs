//! One, or several? "A helicopter" and "helicopters" tell a number too, though no numeral does.
//!
//! Only nouns that news counts one by one are asked, only where an event governs them, and only in words that bring the
//! thing up: "the helicopter" may be any of those told of before.

use std::ops::Bound;
use std::sync::LazyLock;

use gainsay_syntax::{Deprel, Span, Upos, Xpos};

use crate::claims::attribution::is_report;
use crate::claims::frame::{self, Frame};
use crate::claims::{Answer, Attribute, Claim, Question, Scene, modality};
use crate::comparison::{Modality, Polarity};
use crate::lexicon::Groups;
use crate::values::Mention;
use crate::values::quantity::{Dimension, Noun, Quantity, Unit};

use super::{WORDS, how_many, is_nth, label};

/// Whether "a" tells a number of the noun that stands against any numeral: a life sentence, three life sentences.
pub fn is_record(noun: &str) -> bool {
    WORDS.has("of-law", noun)
}

static COUNTABLE: LazyLock<Groups> = LazyLock::new(|| Groups::read(include_str!("countable.tsv")));

/// One claim for each countable noun that takes part in an event.
pub fn ask(scene: &Scene) -> Vec<Claim> {
    let tokens = &scene.sentence.tokens;
    (0..tokens.len())
        .filter(|&i| tokens[i].upos == Upos::Noun && tokens[i].deprel != Deprel::Compound)
        .filter(|&i| !COUNTABLE.of(&tokens[i].lemma.to_lowercase()).is_empty())
        .filter_map(|i| claim(scene, i))
        .collect()
}

fn claim(scene: &Scene, noun: usize) -> Option<Claim> {
    let (said, answer) = counted(scene, noun).or_else(|| by_grammar(scene, noun))?;
    // A noun that names an event itself ("a conviction") is asked for the event that it takes part in.
    let own = |f: &&Frame| f.head != noun;
    let above = || scene.frame_over(scene.sentence.tokens[noun].head?, 1);
    let frame = how_many::frame_of(scene, noun)
        .filter(own)
        .or_else(above)
        .filter(|f| tells(f))?;
    if !is_record(&scene.sentence.tokens[noun].lemma) && is_habit(scene, frame) {
        return None;
    }
    if WORDS.has("within", &frame::preposition(scene.sentence, noun)) || is_guess(scene, noun) {
        return None;
    }
    let subject = scene.referent(noun);
    let phrase = tight(scene, noun, said);
    let label = format!("{}: one or several", label::participant(scene, noun));
    let question = Question {
        attribute: Attribute::Number,
        event: Some(scene.event(frame)),
        subject: Some(subject),
        label,
    };
    Some(Claim {
        span: how_many::statement(scene, Some(frame), phrase),
        stance: frame.stance,
        ..scene.heard(noun, phrase, question, Answer::Quantity(answer))
    })
}

/// Whether the event is told as one that happened: what might be or was not has no number.
fn tells(frame: &Frame) -> bool {
    frame.stance.polarity == Polarity::Positive
        && frame.stance.modality == Modality::Certain
        && !is_report(&frame.lemma)
}

/// "It might be a badger that dug the hole": neither did a badger for certain, nor one.
fn is_guess(scene: &Scene, noun: usize) -> bool {
    let predicate = scene.sentence.child(noun, &[Deprel::Cop]).is_some();
    predicate && modality::of_verb(scene.sentence, noun).modality != Modality::Certain
}

/// "A nurse earns little", "nurses earn little": what is so again and again is told of any of them.
fn is_habit(scene: &Scene, frame: &Frame) -> bool {
    let present = matches!(
        scene.sentence.tokens[frame.head].xpos,
        Xpos::Vbz | Xpos::Vbp
    );
    present && !scene.is_headline()
}

/// The number that a numeral before the noun tells.
fn counted(scene: &Scene, noun: usize) -> Option<(Span, Quantity)> {
    let own = |m: &&Mention<Quantity>| {
        m.value.dimension() == Dimension::Count
            && m.value.single().is_some()
            && m.span.contains(scene.sentence.tokens[noun].span)
            && scene
                .head_of(m.span)
                .is_some_and(|h| h == noun || scene.sentence.tokens[h].head == Some(noun))
    };
    let mention = scene.mentions.quantities_in(scene.index).find(own)?;
    Some((mention.span, mention.value.clone()))
}

/// The number that grammar tells: "a helicopter", "its helicopter", "helicopters", "several helicopters".
fn by_grammar(scene: &Scene, noun: usize) -> Option<(Span, Quantity)> {
    let tokens = &scene.sentence.tokens;
    let before: Vec<usize> = scene
        .sentence
        .children(noun)
        .filter(|&c| {
            c < noun && !matches!(tokens[c].deprel, Deprel::Case | Deprel::Cc | Deprel::Punct)
        })
        .collect();
    let has = |words: &[&str]| {
        before
            .iter()
            .any(|&c| words.contains(&tokens[c].lemma.to_lowercase().as_str()))
    };
    let numeral = before.iter().any(|&c| tokens[c].upos == Upos::Num);
    // "A third employee" is one of three.
    let nth = before
        .iter()
        .any(|&c| is_nth(&tokens[c].lemma.to_lowercase()));
    let (low, high) = match tokens[noun].xpos {
        _ if numeral || nth => return None,
        Xpos::Nn if has(&["a", "an", "another"]) => (1.0, Bound::Included(1.0)),
        Xpos::Nns if has(&["several", "numerous", "many"]) => (3.0, Bound::Unbounded),
        Xpos::Nns
            if has(&[
                "the", "these", "those", "such", "all", "no", "any", "both", "which", "his", "her",
                "its", "their", "my", "our", "your",
            ]) =>
        {
            return None;
        }
        Xpos::Nns => (2.0, Bound::Unbounded),
        _ => return None,
    };
    let start = before.first().map_or(noun, |&first| first);
    let quantity = Quantity {
        low: Bound::Included(low),
        high,
        approximate: false,
        grain: 1.0,
        unit: Unit::Counted(Noun::plain(&tokens[noun].lemma)),
    };
    Some((tokens[start].span.cover(tokens[noun].span), quantity))
}

/// The words that tell the number, up to the noun: not what the tree hangs on it.
fn tight(scene: &Scene, noun: usize, said: Span) -> Span {
    said.cover(scene.sentence.tokens[noun].span)
}
