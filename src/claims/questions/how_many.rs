//! How many? A counted noun answers for the part it plays in the event that governs it.

use gainsay_syntax::{Deprel, Span, Upos, Xpos};

use crate::claims::frame::{self, Frame};
use crate::claims::modality::Stance;
use crate::claims::referent::Referent;
use crate::claims::{Answer, Attribute, Claim, Question, Scene};
use crate::values::Mention;
use crate::values::number::is_number_word;
use crate::values::quantity::{Dimension, Quantity};

use super::{WORDS, label, tally, tally_words};

/// One claim for each counted noun.
pub fn ask(scene: &Scene) -> Vec<Claim> {
    let counts = scene
        .mentions
        .quantities_in(scene.index)
        .filter(|m| m.value.dimension() == Dimension::Count);
    let bare = scene
        .mentions
        .quantities_in(scene.index)
        .filter(|m| m.value.dimension() == Dimension::Number);
    counts
        .filter_map(|m| claim(scene, m))
        .chain(bare.filter_map(|m| {
            tally::claim(scene, m)
                .or_else(|| tally::lone(scene, m))
                .or_else(|| tally::beside(scene, m))
                .or_else(|| gathering(scene, m))
        }))
        .collect()
}

/// The number of a gathering that has no other noun.
fn gathering(scene: &Scene, mention: &Mention<Quantity>) -> Option<Claim> {
    let tokens = &scene.sentence.tokens;
    let head = scene.head_of(mention.span)?;
    let named = |i: &usize| WORDS.has("gathering", &tokens[*i].lemma);
    let above = tokens[head]
        .head
        .filter(|_| tokens[head].deprel == Deprel::Nmod);
    let is = tokens[head].upos == Upos::Num || tokens[head].deprel == Deprel::Root;
    let subject = frame::subject(scene.sentence, head).filter(|_| is);
    let noun = above.filter(named).or(subject.filter(named))?;
    let frame = frame_of(scene, noun);
    let phrase = scene.referent(noun);
    // Crowd, attendance and gate are words for one number.
    let one = ["attendance", "audience", "gate"].contains(&phrase.head.as_str());
    let subject = Referent {
        head: if one {
            "crowd".to_owned()
        } else {
            phrase.head.clone()
        },
        name: vec![],
        ..phrase
    };
    let label = format!("{}: how many", label::participant(scene, noun));
    Some(Claim {
        span: subject.span.cover(mention.span),
        ..count(scene, (head, frame), mention, subject, label)
    })
}

/// The modifier of a noun that is counted as a whole: "300 houses in all".
pub const WHOLE: &str = "in all";

/// The modifier of a noun of which only a part is counted: "six of the victims".
pub const PART: &str = "of them";

/// Whether a text has words behind a blank.
fn says(text: &str, words: &str) -> bool {
    text.match_indices(words)
        .any(|(at, _)| text[..at].ends_with(' '))
}

fn claim(scene: &Scene, mention: &Mention<Quantity>) -> Option<Claim> {
    let head = last_of_number(scene, scene.head_of(mention.span)?);
    let noun = counted(scene, head)?;
    let frame = frame_of(scene, noun).filter(|_| !is_whole_of_a_part(scene, noun));
    let subject = whom(scene, mention, noun, frame);
    let phrase = subject.span.cover(mention.span);
    let label = match frame.filter(|f| f.head != noun) {
        Some(frame) => {
            let event = label::event(scene, frame);
            let things = label::counted(scene, noun, &subject);
            format!("{event}: how many {things}").trim_end().to_owned()
        }
        None => format!("{}: how many", label::participant(scene, noun)),
    };
    Some(Claim {
        span: statement(scene, frame, phrase),
        ..count(scene, (head, frame), mention, subject, label)
    })
}

/// Whom or what a number counts that stands with a noun, in words in which other articles count them too.
fn whom(
    scene: &Scene,
    mention: &Mention<Quantity>,
    noun: usize,
    frame: Option<&Frame>,
) -> Referent {
    let part = part_of(scene, noun);
    let mut subject = scene.referent(part.unwrap_or(noun));
    if part.is_some() {
        // The number of the whole says nothing of the part.
        subject
            .modifiers
            .retain(|word| !word.starts_with(|c: char| c.is_ascii_digit()));
    }
    // "Two hurt" and "two people were hurt" count the same.
    let participle = frame.is_some_and(|f| f.head == noun && is_toll(f));
    // "Claimed nine lives" counts people, too.
    let toll = |f: &Frame| f.classes.first().is_some_and(|c| c.is_toll());
    let lives = subject.head == "life" && frame.is_some_and(toll);
    if (participle || lives) && subject.name.is_empty() {
        "people".clone_into(&mut subject.head);
    }
    if with_crew(scene, noun) {
        "people".clone_into(&mut subject.head);
        subject.modifiers.push("aboard".to_owned());
    }
    if mention.span.of(&scene.article.text).contains(" of ") {
        subject.modifiers.push(PART.to_owned());
    }
    if let Some(behind) = tally_words::told_behind(scene, mention.span) {
        subject.modifiers.push(scene.form(behind));
    }
    let sentence = scene.sentence.span.of(&scene.article.text);
    if WORDS
        .words("whole")
        .iter()
        .any(|words| says(sentence, words))
    {
        subject.modifiers.push(WHOLE.to_owned());
    }
    subject
}

/// The last word of a number that hyphens join: the parser may hang each word of "thirty-four people" elsewhere.
fn last_of_number(scene: &Scene, head: usize) -> usize {
    let tokens = &scene.sentence.tokens;
    let joined = tokens
        .get(head + 1..head + 3)
        .is_some_and(|behind| behind[0].xpos == Xpos::Hyph && behind[1].upos == Upos::Num);
    if joined && tokens[head].upos == Upos::Num {
        head + 2
    } else {
        head
    }
}

/// What a number is a part of that stands for its noun: the cars in "fourteen of the train's 78 cars".
fn part_of(scene: &Scene, number: usize) -> Option<usize> {
    let tokens = &scene.sentence.tokens;
    let of = |&c: &usize| {
        tokens[c].deprel == Deprel::Nmod
            && tokens[c].upos == Upos::Noun
            && frame::preposition(scene.sentence, c) == "of"
    };
    let counts = tokens[number].upos == Upos::Num || is_number_word(&scene.form(number));
    let number = Some(number).filter(|_| counts)?;
    scene.sentence.children(number).find(of)
}

/// Whether a noun is the whole of which a number counts a part; the event is told of the part.
fn is_whole_of_a_part(scene: &Scene, noun: usize) -> bool {
    let above = scene.sentence.tokens[noun].head;
    above.is_some_and(|number| part_of(scene, number) == Some(noun))
}

/// "200 passengers and crew" counts all aboard.
fn with_crew(scene: &Scene, noun: usize) -> bool {
    let tokens = &scene.sentence.tokens;
    let bare = |c: usize| {
        tokens[c].lemma == "crew"
            && scene
                .sentence
                .children(c)
                .all(|d| tokens[d].upos != Upos::Num)
    };
    tokens[noun].lemma == "passenger"
        && scene
            .sentence
            .children(noun)
            .any(|c| tokens[c].deprel == Deprel::Conj && bare(c))
}

/// The claim that the word at `head` makes of how many take part in an event: the number with the event's word.
pub(super) fn count(
    scene: &Scene,
    (head, frame): (usize, Option<&Frame>),
    mention: &Mention<Quantity>,
    subject: Referent,
    label: String,
) -> Claim {
    let question = Question {
        attribute: Attribute::HowMany,
        event: frame.map(|f| scene.event(f)),
        subject: Some(subject),
        label,
    };
    let answer = Answer::Quantity(mention.value.clone());
    Claim {
        span: statement(scene, frame, mention.span),
        stance: frame.map_or(Stance::FACT, |f| f.stance),
        ..scene.heard(head, mention.span, question, answer)
    }
}

/// Those whom a toll counts where no noun says so: people, with what the phrase tells beside its head.
pub(super) fn people(phrase: Referent) -> Referent {
    Referent {
        head: "people".to_owned(),
        name: vec![],
        ..phrase
    }
}

/// The noun that a number counts: the number's own head, or the number itself where it stands for its noun.
fn counted(scene: &Scene, head: usize) -> Option<usize> {
    let token = &scene.sentence.tokens[head];
    match token.deprel {
        Deprel::Nummod | Deprel::Amod | Deprel::Det | Deprel::Compound => token.head,
        _ => Some(head),
    }
}

/// The event in which the counted noun takes part, through a chain of coordinated nouns.
pub(super) fn frame_of<'s>(scene: &'s Scene, noun: usize) -> Option<&'s Frame> {
    let mut at = noun;
    for _ in 0..6 {
        if let Some(frame) = scene
            .frames
            .iter()
            .find(|f| f.participants().any(|p| p == at) || at == f.head && is_toll(f))
        {
            return Some(frame);
        }
        let token = &scene.sentence.tokens[at];
        match token.deprel {
            Deprel::Conj | Deprel::Nmod | Deprel::Appos | Deprel::List => at = token.head?,
            _ => break,
        }
    }
    scene.frame_over(noun, 2)
}

/// Whether the event counts those who undergo it: "nine dead and thirty hurt" are two tolls.
pub(super) fn is_toll(frame: &Frame) -> bool {
    frame.classes.iter().any(|c| c.is_toll())
}

/// The counted phrase, with the event's word if that stands close by.
pub(super) fn statement(scene: &Scene, frame: Option<&Frame>, phrase: Span) -> Span {
    const NEAR: usize = 70;
    match frame {
        Some(frame) => {
            let whole = phrase.cover(scene.sentence.tokens[frame.head].span);
            if whole.len() <= NEAR { whole } else { phrase }
        }
        None => phrase,
    }
}
