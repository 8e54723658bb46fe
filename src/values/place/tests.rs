//! The tables of spec.md, and the laws that hold for any text.

use proptest::prelude::*;

use super::{Place, recognize, relate};
use crate::article::Article;
use crate::document;
use crate::values::capitalized::Capitalized;
use crate::values::{Relation, spec};

fn mentions(text: &str) -> Vec<Place> {
    let article = Article::plain("a1", text);
    let document = document::analyze(&article);
    recognize(&article, &document, &Capitalized::new(&article, &document))
        .into_iter()
        .map(|mention| mention.value)
        .collect()
}

fn place(text: &str) -> Place {
    text.parse().expect("any text is a place")
}

const SPEC: &str = include_str!("spec.md");

#[test]
fn spec_holds() {
    spec::hold(SPEC, |line, row| match *row {
        [says, means] => (means.to_owned(), shown(says)),
        [one, "zone", zone] => (
            zone.to_owned(),
            place(one).zone.unwrap_or_else(|| "—".to_owned()),
        ),
        [one, other, relation] => (
            relation.to_owned(),
            format!("{:?}", relate(&place(one), &place(other))),
        ),
        _ => panic!("spec.md:{line}: a row has two or three cells"),
    });
}

/// The places that a text names, as the tables write them.
fn shown(text: &str) -> String {
    let places: Vec<String> = mentions(text).iter().map(Place::to_string).collect();
    if places.is_empty() {
        "—".to_owned()
    } else {
        places.join("; ")
    }
}

/// Every relation of the tables holds the other way round, too.
#[test]
fn relations_have_inverses() {
    let places: Vec<Place> = spec::rows(SPEC)
        .filter(|(_, row)| row.len() == 3)
        .map(|(_, row)| place(row[0]))
        .collect();
    for one in &places {
        assert_eq!(relate(one, one), Relation::Equal, "{one}");
        for other in &places {
            assert_eq!(
                relate(one, other),
                relate(other, one).inverse(),
                "{one} | {other}"
            );
        }
    }
}

/// What is recognized prints as text that reads back as the same place.
#[test]
fn mentions_parse_back() {
    for (line, row) in spec::rows(SPEC).filter(|(_, row)| row.len() == 2) {
        for mention in mentions(row[0]) {
            assert_eq!(place(&mention.to_string()), mention, "spec.md:{line}");
        }
    }
}

const NAMES: &[&str] = &[
    "Paris",
    "Paris, Texas",
    "Aceh",
    "New York City",
    "Iraq",
    "High Street",
    "Suka Makmur village",
    "Far East",
    "Red Sea",
    "Moscow, Moscow, Russia",
    "Europe",
    "Mount Talang",
    "",
];

const WAYS: &[&str] = &[
    "",
    "near ",
    "off ",
    "S part of ",
    "middle of ",
    "55 km S of ",
    "54.5-55.5 km WSW of ",
    "from ",
    "10 km from ",
];

fn any_place() -> impl Strategy<Value = Place> {
    (prop::sample::select(WAYS), prop::sample::select(NAMES))
        .prop_map(|(way, name)| place(&format!("{way}{name}")))
}

proptest! {
    #[test]
    fn relate_is_reflexive_and_has_inverses(one in any_place(), other in any_place()) {
        prop_assert_eq!(relate(&one, &one), Relation::Equal);
        prop_assert_eq!(relate(&one, &other), relate(&other, &one).inverse());
    }

    #[test]
    fn display_parses_back(one in any_place()) {
        prop_assert_eq!(place(&one.to_string()), one);
    }

    #[test]
    fn no_text_panics(text in "([A-Z][a-z]{0,6}|of|south|55|km|,|in|the|Paris|Texas|\\PC{1,3})( ([A-Z][a-z]{0,6}|of|south|55|km|,|from|\\(|\\)|-|near|coast|Paris|Texas|village|\\PC{1,3})){0,20}") {
        let article = Article::plain("a1", &text);
        let document = document::analyze(&article);
        for mention in recognize(&article, &document, &Capitalized::new(&article, &document)) {
            prop_assert!(article.text.get(mention.span.start..mention.span.end).is_some());
        }
        let _ = place(&text);
    }
}
