//! The ground of a statement: the place that the text sets for it, beside those that its own event names.
//!
//! "In Corran, windows shook. Nobody was hurt": who opens with a place speaks of it until he names another. And "there" is
//! the place named last. What is denied of one place is not denied of any other.

use gainsay_syntax::{Deprel, Upos};

use crate::lexicon::lower;
use crate::values::Mention;
use crate::values::place::Place;

use super::frame;
use super::{Scene, WORDS};

/// The place that the text sets for what stands at the token `at`.
pub(super) fn of(scene: &Scene, at: usize) -> Vec<Place> {
    pointed_at(scene, at)
        .or_else(|| set_before(scene))
        .map(|mention| mention.value.clone())
        .into_iter()
        .collect()
}

/// The place that a "there" of the clause points at: the last one named before it, in its sentence or the one before.
fn pointed_at<'s>(scene: &'s Scene, at: usize) -> Option<&'s Mention<Place>> {
    let tokens = &scene.sentence.tokens;
    let mut over = std::iter::once(at).chain(scene.sentence.ancestors(at));
    let verb = over.find(|&i| tokens[i].upos == Upos::Verb);
    let points = |&i: &usize| {
        lower(&tokens[i].lemma) == "there"
            && tokens[i].deprel == Deprel::Advmod
            && (tokens[i].head == Some(at) || verb.is_some() && tokens[i].head == verb)
    };
    let there = (0..tokens.len()).find(points)?;
    let start = tokens[there].span.start;
    let before = |m: &&Mention<Place>| m.span.end <= start;
    let named = scene.mentions.places_in(scene.index).filter(before).last();
    named.or_else(|| {
        let above = scene.index.checked_sub(1)?;
        let blocks = [above, scene.index].map(|i| scene.document.sentences[i].block);
        let same = blocks[0] == blocks[1];
        scene.mentions.places_in(above).last().filter(|_| same)
    })
}

/// The place with which this sentence, or one before it in its paragraph, opens, where no other is named since.
fn set_before<'s>(scene: &'s Scene) -> Option<&'s Mention<Place>> {
    let sentences = &scene.document.sentences;
    let block = sentences[scene.index].block;
    for index in (0..=scene.index).rev() {
        if sentences[index].block != block {
            return None;
        }
        let mut places = scene.mentions.places_in(index);
        if let Some(first) = places.next() {
            return opens(scene, index, first).then_some(first);
        }
    }
    None
}

/// "In Corran, …": whether a sentence opens with a place and sets it off.
fn opens(scene: &Scene, index: usize, place: &Mention<Place>) -> bool {
    let sentence = &scene.document.sentences[index].syntax;
    let tokens = &sentence.tokens;
    let Some(last) = tokens.iter().rposition(|t| t.span.overlaps(place.span)) else {
        return false;
    };
    let within = |head: usize| WORDS.has("locative", &frame::preposition(sentence, head));
    let mut phrase = (1..=last).filter(|&i| tokens[i].span.overlaps(place.span));
    let comma = tokens.get(last + 1).is_some_and(|t| t.lemma == ",");
    comma && tokens[1].span.overlaps(place.span) && phrase.any(within)
}

#[cfg(test)]
mod tests {
    use crate::article::Article;

    /// The grounds of the claims of a text's last sentence.
    fn ground(text: &str) -> Vec<String> {
        let claims = crate::read_claims(&Article::plain("a1", text)).claims;
        let last = claims.iter().map(|c| c.sentence).max();
        let last = claims.iter().filter(|c| Some(c.sentence) == last);
        let mut places: Vec<String> = last
            .flat_map(|c| &c.ground)
            .map(|place| place.name.clone())
            .collect();
        places.dedup();
        places
    }

    #[test]
    fn a_place_set_at_the_start_holds_until_another_is_named() {
        assert_eq!(
            ground("In Bergen, windows shook. Nobody was hurt."),
            ["Bergen"]
        );
        let other = "In Bergen, windows shook. A dam in Norway broke.";
        assert!(ground(other).is_empty());
        let next = "In Bergen, windows shook.\n\nNobody was hurt.";
        assert!(ground(next).is_empty());
    }

    #[test]
    fn there_is_the_place_named_last() {
        let there = "The storm was felt in Oslo and in Bergen, but no damage was reported there.";
        assert_eq!(ground(there), ["Bergen"]);
        assert!(ground("The storm reached Oslo, but there was no damage.").is_empty());
    }
}
