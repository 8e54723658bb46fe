//! One stretch of text is one thing: settles which of a place and an entity a name is, where both kinds took it.

use std::sync::Arc;

use super::Mention;
use super::entity::{Entity, Kind};
use super::place::Place;
use super::quantity::{Quantity, Unit};
use super::time::Time;

/// Drops the places inside longer names of people and bodies, and takes out the bare names that a place explains.
///
/// "Bank of England" is no place in England; "Republic" and "Korea" are nothing beside "Republic of Korea".
pub fn settle(places: &mut Vec<Mention<Place>>, entities: &mut Vec<Mention<Arc<Entity>>>) {
    let mut rest = entities.as_slice();
    places.retain(|place| {
        !next(&mut rest, place.sentence).any(|entity| is_part_of_name(place, entity))
    });
    let mut rest = places.as_slice();
    entities.retain(|entity| {
        !next(&mut rest, entity.sentence).any(|place| is_explained(entity, place))
    });
}

/// Drops the places with which a time begins: "March last year" is not the town of March.
pub fn give_to_times(places: &mut Vec<Mention<Place>>, times: &[Mention<Time>]) {
    let begins = |time: &Mention<Time>, place: &Mention<Place>| {
        time.span.start == place.span.start && time.span.contains(place.span)
    };
    let mut rest = times;
    places.retain(|place| !next(&mut rest, place.sentence).any(|time| begins(time, place)));
}

/// Drops the numbers of clocks and the bare ones within other times: "half past six" is no six, "21.40 local time" no 21.
pub fn give_numbers_to_times(numbers: &mut Vec<Mention<Quantity>>, times: &[Mention<Time>]) {
    let mut rest = times;
    numbers.retain(|number| {
        let mut times = next(&mut rest, number.sentence);
        let bare = number.value.unit == Unit::Bare;
        !times.any(|time| {
            bare && time.span.contains(number.span)
                || time.value.clock().is_some() && time.span.overlaps(number.span)
        })
    });
}

/// The mentions of a sentence; those of the sentences before it are left behind.
fn next<'a, V>(
    rest: &mut &'a [Mention<V>],
    sentence: usize,
) -> impl Iterator<Item = &'a Mention<V>> + use<'a, V> {
    let before = rest.iter().take_while(|m| m.sentence < sentence);
    *rest = &rest[before.count()..];
    rest.iter().take_while(move |m| m.sentence == sentence)
}

fn is_part_of_name(place: &Mention<Place>, entity: &Mention<Arc<Entity>>) -> bool {
    let named = match entity.value.kind {
        Kind::Person | Kind::Organization => entity.value.name.starts_with(char::is_uppercase),
        Kind::Government => entity.span == place.span,
        // "Tampa Bay Buccaneers"
        Kind::Other => true,
        Kind::Role | Kind::Group => false,
    };
    named
        && entity.span.contains(place.span)
        && (entity.span != place.span || entity.value.kind == Kind::Government)
}

fn is_explained(entity: &Mention<Arc<Entity>>, place: &Mention<Place>) -> bool {
    let bare = match entity.value.kind {
        Kind::Other => true,
        Kind::Person | Kind::Organization => entity.span.start == place.span.start,
        Kind::Role | Kind::Group | Kind::Government => false,
    };
    bare && place.span.contains(entity.span)
}

#[cfg(test)]
mod tests {
    use crate::article::Article;
    use crate::document::analyze;
    use crate::values::recognize;

    #[test]
    fn a_month_with_its_year_is_no_town() {
        let places = |text: &str| {
            let article = Article::plain("a1", text);
            let mentions = recognize(&article, &analyze(&article));
            mentions.places.len()
        };
        assert_eq!(places("He moved to Ely in March last year."), 1);
    }

    #[test]
    fn an_hour_is_no_number() {
        let numbers = |text: &str| {
            let article = Article::plain("a1", text);
            let mentions = recognize(&article, &analyze(&article));
            mentions.quantities.len()
        };
        assert_eq!(numbers("They came at half past six."), 0);
        assert_eq!(numbers("Six of them came at half past six."), 1);
        assert_eq!(numbers("Four hours later they left."), 1);
        assert_eq!(numbers("It sank at 21.40 local time."), 0);
    }
}
