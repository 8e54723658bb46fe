//! Where a place's name may begin and end: "Jordan" of "Mr. Jordan" and "Paris" of "Paris Hilton" are no places.

use gainsay_syntax::Upos;

use super::heads::{Side, head_at};
use super::traits::bearing_at;
use crate::lexicon::calendar::is_day_or_month;
use crate::values::naming::{countries, people};
use crate::values::scene::Scene;

/// Whether the name is, or ends in, a nation's adjective: "Somali", "South" of "South Korean".
pub(super) fn is_nations(scene: &Scene, (start, end): (usize, usize)) -> bool {
    let adjective = |tokens: (usize, usize)| {
        let words = scene.span(tokens).of(scene.text);
        countries::by_adjective(words).is_some() && countries::by_name(words).is_none()
    };
    let whole = if end - start == 1 {
        let row = scene.row(start);
        row.is_some_and(|row| row.naming.adjective && !row.naming.country)
    } else {
        adjective((start, end))
    };
    whole || (scene.is_capitalized(end) && adjective((end - 1, end + 1)))
}

/// Whether the tagger takes it for a name; one word that it takes for another must be a country's.
pub(super) fn tagged_as_name(scene: &Scene, (start, end): (usize, usize)) -> bool {
    end - start > 1
        || scene.is_name(start)
        || scene.row(start).is_some_and(|row| row.naming.country)
}

/// Whether the word before lets a place's name begin here: "Mr. Jordan" and "Michael Jordan" do not.
pub(super) fn begins_name(scene: &Scene, start: usize) -> bool {
    let Some(before) = start.checked_sub(1) else {
        return true;
    };
    if !scene.is_name(before) {
        let row = scene.row(before);
        let may_be_title = row.is_some_and(|row| row.naming.begins_title);
        return !may_be_title || people::title(scene.word(before)).is_none();
    }
    let word = scene.word(before);
    bearing_at(scene, before).is_some()
        || scene.is_adjective(before)
        || matches!(
            word,
            "Greater" | "Downtown" | "Central" | "Inner" | "Old" | "Metropolitan" | "Mainland"
        )
        || matches!(
            head_at(scene, before),
            Some((_, Side::After | Side::Both | Side::Around))
        )
}

/// Whether the word after lets a place's name end here: "Paris Hilton" and "Georgia Tech" do not.
pub(super) fn ends_name(scene: &Scene, end: usize) -> bool {
    if !scene.is_name(end) {
        return true;
    }
    people::title_at(scene, end).is_some()
        || scene.is_adjective(end)
        || head_at(scene, end).is_some()
        || is_day_or_month(scene.word(end))
}

/// Whether a name of one word is used as no place's is: "a Toyota", "a CT scanner", "her brother Milan".
pub(super) fn is_common(scene: &Scene, i: usize) -> bool {
    is_one_of_many(scene, i) || is_abbreviation(scene, i) || is_given_to(scene, i)
}

/// "a Toyota", "a black Toyota", but not "a London suburb".
fn is_one_of_many(scene: &Scene, i: usize) -> bool {
    let tokens = &scene.sentence.tokens;
    let is_modified = |j: &usize| tokens[*j].upos == Upos::Adj && !scene.is_capitalized(*j);
    let before = (0..i).rev().find(|j| !is_modified(j));
    let goes_on = tokens.get(i + 1).is_some_and(|next| {
        matches!(next.upos, Upos::Noun | Upos::Adj | Upos::Propn)
            || scene.is_mark(i + 1, b'-')
            || matches!(scene.word(i + 1), "'s" | "’s")
    });
    let article = before.map_or("", |j| scene.word(j));
    matches!(article, "a" | "an" | "A" | "An") && !goes_on
}

/// Two capitals before a common noun, which are a country's only for the two that are written so.
fn is_abbreviation(scene: &Scene, i: usize) -> bool {
    let word = scene.word(i);
    let next = scene.sentence.tokens.get(i + 1).map(|token| token.upos);
    let is_short = word.len() == 2 && word.bytes().all(|b| b.is_ascii_uppercase());
    is_short && !matches!(word, "US" | "UK") && next == Some(Upos::Noun)
}

/// "her brother Milan", "striker Paris", but not "port city Valencia".
fn is_given_to(scene: &Scene, i: usize) -> bool {
    let Some(before) = i.checked_sub(1).filter(|_| scene.is_given(i)) else {
        return false;
    };
    scene.sentence.tokens[before].upos == Upos::Noun
        && !scene.is_capitalized(before)
        && head_at(scene, before).is_none()
        && bearing_at(scene, before).is_none()
        && scene.word(before) != "downtown"
}
