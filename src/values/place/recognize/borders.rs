//! Where a place's name may begin and end: "Jordan" of "Mr. Jordan" and "Paris" of "Paris Hilton" are no places.

use gainsay_syntax::Span;

use super::heads::{Side, head};
use super::scene::Scene;
use crate::lexicon::calendar::is_day_or_month;
use crate::values::naming::{countries, people};
use crate::values::place::Bearing;

/// Whether the name is, or ends in, a nation's adjective: "Somali", "South" of "South Korean".
pub(super) fn is_nations(scene: &Scene, (start, end): (usize, usize)) -> bool {
    let adjective = |span: Span| {
        let words = span.of(scene.text);
        countries::by_adjective(words).is_some() && countries::by_name(words).is_none()
    };
    adjective(scene.span((start, end)))
        || (end < scene.sentence.tokens.len() && adjective(scene.span((end - 1, end + 1))))
}

/// Whether the tagger takes it for a name; one word that it takes for another must be a country's.
pub(super) fn tagged_as_name(scene: &Scene, (start, end): (usize, usize)) -> bool {
    end - start > 1 || scene.is_name(start) || countries::by_name(scene.word(start)).is_some()
}

/// Whether the word before lets a place's name begin here: "Mr. Jordan" and "Michael Jordan" do not.
pub(super) fn begins_name(scene: &Scene, start: usize) -> bool {
    let Some(before) = start.checked_sub(1) else {
        return true;
    };
    if !scene.is_name(before) {
        return people::title(scene.word(before)).is_none();
    }
    let word = scene.word(before);
    Bearing::read(word).is_some()
        || countries::by_adjective(word).is_some()
        || matches!(
            word,
            "Greater" | "Downtown" | "Central" | "Inner" | "Old" | "Metropolitan" | "Mainland"
        )
        || matches!(head(word), Some((_, Side::After | Side::Both)))
}

/// Whether the word after lets a place's name end here: "Paris Hilton" and "Georgia Tech" do not.
pub(super) fn ends_name(scene: &Scene, end: usize) -> bool {
    if !scene.is_name(end) {
        return true;
    }
    let word = scene.word(end);
    people::title_at(scene.text, scene.sentence, end).is_some()
        || countries::by_adjective(word).is_some()
        || head(word).is_some()
        || is_day_or_month(word)
}
