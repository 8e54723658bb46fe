//! How many, where the number stands without its noun: "the toll stands at 27", "kills 14 at a wedding".

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::claims::frame::{self, Frame};
use crate::claims::referent::Referent;
use crate::claims::{Claim, Scene};
use crate::values::Mention;
use crate::values::naming::rows;
use crate::values::quantity::Quantity;

use super::how_many::{count, people};
use super::label;

/// Nouns that a number follows as what it counts: "the number of people killed rose to eleven".
const TALLIES: [&str; 6] = ["number", "count", "tally", "total", "figure", "toll"];

/// "The toll stands at 27", "deaths reach 23", "a death toll of 24": a number without a noun counts what its toll counts.
pub(super) fn claim(scene: &Scene, mention: &Mention<Quantity>) -> Option<Claim> {
    let head = scene.head_of(mention.span)?;
    let above: Vec<usize> = scene.sentence.ancestors(head).take(2).collect();
    let subjects = above
        .iter()
        .filter_map(|&verb| frame::subject(scene.sentence, verb));
    let tokens = &scene.sentence.tokens;
    let toll = |noun: usize| {
        let counts = TALLIES.contains(&tokens[noun].lemma.as_str());
        let own = |f: &&Frame| f.head == noun && !f.verbal;
        let below =
            |f: &&Frame| counts && scene.sentence.ancestors(f.head).take(3).any(|a| a == noun);
        let tolls = || {
            scene
                .frames
                .iter()
                .filter(|f| f.classes.iter().any(|c| c.is_toll()))
        };
        tolls().find(own).or_else(|| tolls().find(below))
    };
    let frame = above.iter().copied().chain(subjects).find_map(toll);
    let frame = frame.or_else(|| toll(led_by(scene, head)?))?;
    let phrase = scene.referent(frame.head);
    let whole = phrase.span.cover(mention.span);
    let label = format!("{}: how many", label::participant(scene, frame.head));
    Some(Claim {
        span: if whole.len() <= 80 {
            whole
        } else {
            mention.span
        },
        ..count(scene, (head, Some(frame)), mention, people(phrase), label)
    })
}

/// How a tally moves or stands, in the forms that headlines and text give it.
static MOVES: LazyLock<FxHashSet<&str>> = LazyLock::new(|| {
    rows(include_str!("moves.tsv"))
        .filter_map(|row| row.get(1).copied())
        .flat_map(|forms| forms.split(' '))
        .collect()
});

/// The noun of a tally that a number follows, by words alone where the tree is lost: "as toll climbs to five".
fn led_by(scene: &Scene, number: usize) -> Option<usize> {
    const REACH: usize = 24;
    let tokens = &scene.sentence.tokens;
    let form = |i: usize| tokens[i].span.of(&scene.article.text).to_lowercase();
    let hedge = |i: &usize| {
        let form = form(*i);
        ![
            "at", "least", "about", "some", "nearly", "almost", "around", "more", "than", "over",
        ]
        .contains(&form.as_str())
    };
    let before = (0..number).rev().find(hedge)?;
    let verb = if form(before) == "to" {
        before.checked_sub(1)?
    } else {
        before
    };
    if !MOVES.contains(form(verb).as_str()) {
        return None;
    }
    let nouns = (verb.saturating_sub(REACH)..verb).rev();
    nouns
        .into_iter()
        .find(|&i| matches!(tokens[i].lemma.as_str(), "toll" | "death"))
}

/// "Kills 14 at a wedding", "injured more than 200": who undergoes a toll needs no noun.
pub(super) fn lone(scene: &Scene, mention: &Mention<Quantity>) -> Option<Claim> {
    let head = scene.head_of(mention.span)?;
    let toll = |f: &&Frame| {
        f.verbal && f.patient == Some(head) && f.classes.first().is_some_and(|c| c.is_toll())
    };
    let frame = scene.frames.iter().find(toll)?;
    let counted = Referent {
        modifiers: vec![],
        ..people(scene.referent(head))
    };
    let label = format!("{}: how many people", label::event(scene, frame));
    Some(count(scene, (head, Some(frame)), mention, counted, label))
}
