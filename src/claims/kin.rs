//! Groups that a count takes out of all people: the children of a family, the Germans among climbers.
//!
//! "Three of her children died" is no toll of the storm, and "two Germans are missing" none of the four who are.

use crate::lexicon::capitalized;
use crate::values::naming::countries;

use super::referent::{Referent, groups};
use super::{Claim, WORDS};

/// Whether one claim counts a family or the people of a country, and the other does not, or those of another.
pub fn are_parted(one: &Claim, other: &Claim) -> bool {
    let subjects = one
        .question
        .subject
        .as_ref()
        .zip(other.question.subject.as_ref());
    subjects.is_some_and(|(x, y)| is_family(x) != is_family(y) || nations(x) != nations(y))
}

fn is_family(counted: &Referent) -> bool {
    groups(&counted.head)
        .iter()
        .any(|group| WORDS.has("family", group))
}

/// The country that a group of people is of, where the words name one.
fn nations(counted: &Referent) -> Option<&'static str> {
    let groups = groups(&counted.head);
    if groups
        .iter()
        .any(|group| WORDS.has("of their country", group))
    {
        return None;
    }
    let words = counted
        .modifiers
        .iter()
        .chain(&counted.name)
        .chain([&counted.head]);
    let mut countries = words.filter_map(|word| {
        let name = capitalized(word);
        countries::by_adjective(&name).or_else(|| countries::by_people(&name))
    });
    countries.next().map(|country| country.name)
}

#[cfg(test)]
mod tests {
    use crate::spec::rules;

    #[test]
    fn a_family_is_no_toll_of_the_whole() {
        let family = "The storm hit Arvel on Monday. Two of her sons died under a falling wall.";
        let other = "The storm hit Arvel on Monday. Five people died in Dalby.";
        assert!(rules(family, other).is_empty());
    }

    #[test]
    fn the_people_of_one_country_are_not_all() {
        let danes = "Two Danish sailors are missing after the yacht sank off Arvel.";
        let all = "Five sailors are missing after the yacht sank off Arvel.";
        assert!(rules(danes, all).is_empty());
        let other = "Three Danish sailors are missing after the yacht sank off Arvel.";
        assert_eq!(rules(danes, other).len(), 1);
    }
}
