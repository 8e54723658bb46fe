//! How many, where the number stands without its noun: "the toll stands at 27", "kills 14 at a wedding".

use crate::claims::frame::{self, Frame};
use crate::claims::referent::Referent;
use crate::claims::{Claim, Scene};
use crate::values::Mention;
use crate::values::quantity::Quantity;

use super::how_many::{count, is_toll, people};
use super::{WORDS, label, tally_words};

/// "The toll stands at 27", "deaths reach 23", "a death toll of 24": a number without a noun counts what its toll counts.
pub(super) fn claim(scene: &Scene, mention: &Mention<Quantity>) -> Option<Claim> {
    let head = scene.head_of(mention.span)?;
    let above: Vec<usize> = scene.sentence.ancestors(head).take(2).collect();
    let subjects = above
        .iter()
        .filter_map(|&verb| frame::subject(scene.sentence, verb));
    let tokens = &scene.sentence.tokens;
    let toll = |noun: usize| {
        let counts = WORDS.has("tally", &tokens[noun].lemma);
        let own = |f: &&Frame| f.head == noun && !f.verbal;
        let below =
            |f: &&Frame| counts && scene.sentence.ancestors(f.head).take(3).any(|a| a == noun);
        tolls(scene).find(own).or_else(|| tolls(scene).find(below))
    };
    let frame = above.iter().copied().chain(subjects).find_map(toll);
    let (noun, frame) = match frame {
        Some(frame) => (frame.head, Some(frame)),
        None => told(scene, head)?,
    };
    Some(stands_for(scene, mention, noun, frame))
}

fn tolls<'s>(scene: &'s Scene) -> impl DoubleEndedIterator<Item = &'s Frame> {
    scene.frames.iter().filter(|f| is_toll(f))
}

/// Whom a tally counts that words alone lead to: what happens to them, or what they are called.
fn told<'s>(scene: &'s Scene, number: usize) -> Option<(usize, Option<&'s Frame>)> {
    let tally = tally_words::tally_of(scene, number)?;
    let own = tolls(scene).find(|f| (tally..number).contains(&f.head));
    let counted = || tally_words::counted_by(scene, tally..number);
    // "Two more died overnight, bringing the total to 21."
    let before = || tolls(scene).rfind(|f| f.verbal && f.head < tally);
    let of = |frame: &'s Frame| (frame.head, Some(frame));
    own.map(of)
        .or_else(|| counted().map(|noun| (noun, None)))
        .or_else(|| before().map(of))
}

/// The claim of a number that stands for whom a noun or an event names.
fn stands_for(
    scene: &Scene,
    mention: &Mention<Quantity>,
    noun: usize,
    frame: Option<&Frame>,
) -> Claim {
    let phrase = scene.referent(noun);
    let whole = phrase.span.cover(mention.span);
    let counted = match frame {
        Some(_) => people(phrase),
        None => Referent {
            head: scene.form(noun),
            name: vec![],
            ..phrase
        },
    };
    let label = format!("{}: how many", label::participant(scene, noun));
    Claim {
        span: if whole.len() <= 80 {
            whole
        } else {
            mention.span
        },
        ..count(scene, (noun, frame), mention, counted, label)
    }
}

/// "At least 40 are feared dead", "had 212 on board": the words behind a bare number tell whom it counts.
pub(super) fn beside(scene: &Scene, mention: &Mention<Quantity>) -> Option<Claim> {
    let word = tally_words::told_behind(scene, mention.span)?;
    let frame = tolls(scene).find(|f| f.head == word);
    Some(stands_for(scene, mention, word, frame))
}

/// "Kills 14 at a wedding", "injured more than 200": who undergoes a toll needs no noun.
pub(super) fn lone(scene: &Scene, mention: &Mention<Quantity>) -> Option<Claim> {
    let head = scene.head_of(mention.span)?;
    let toll = |f: &&Frame| {
        f.verbal && f.patient == Some(head) && f.classes.first().is_some_and(|c| c.is_toll())
    };
    let frame = scene.frames.iter().find(toll)?;
    let counted = Referent {
        modifiers: more(scene, mention).into_iter().collect(),
        ..people(scene.referent(head))
    };
    let label = format!("{}: how many people", label::event(scene, frame));
    Some(count(scene, (head, Some(frame)), mention, counted, label))
}

/// "Two more died" counts others than were counted before.
fn more(scene: &Scene, mention: &Mention<Quantity>) -> Option<String> {
    let tokens = &scene.sentence.tokens;
    let behind = tokens.iter().find(|t| t.span.start >= mention.span.end)?;
    let word = behind.lemma.to_lowercase();
    matches!(word.as_str(), "more" | "other" | "others").then_some(word)
}
