//! The tables of spec.md, and the laws that hold for any text.

use std::sync::Arc;

use proptest::prelude::*;

use super::{Entity, Kind, recognize, relate, resolve};
use crate::article::{Article, BlockKind};
use crate::document;
use crate::values::capitalized::Capitalized;
use crate::values::{Mention, Relation, spec};

/// An article and its entities; what stands before " ¶ " is its headline.
fn read(text: &str) -> (Article, document::Document, Vec<Mention<Arc<Entity>>>) {
    let mut article = Article::plain("a1", &text.replacen(" ¶ ", "\n", 1));
    if text.contains(" ¶ ")
        && let Some(first) = article.blocks.first_mut()
    {
        first.kind = BlockKind::Headline;
    }
    let document = document::analyze(&article);
    let mentions = recognize(&article, &document, &Capitalized::new(&article, &document));
    (article, document, mentions)
}

/// "Kim Jong Un (person); gunman (role)", and the links after "=>".
fn shown(text: &str) -> String {
    let (article, document, mentions) = read(text);
    let names: Vec<String> = mentions
        .iter()
        .map(|m| format!("{} ({})", m.value, m.value.kind.name()))
        .collect();
    if names.is_empty() {
        return "—".to_owned();
    }
    let _ = (article, document);
    names.join("; ")
}

/// "he = Kim Jong Un".
fn links(text: &str) -> String {
    let (article, document, mentions) = read(text);
    let links: Vec<String> = resolve(&article, &document, &mentions)
        .iter()
        .map(|link| {
            format!(
                "{} = {}",
                link.span.of(&article.text),
                mentions[link.mention].value
            )
        })
        .collect();
    if links.is_empty() {
        "—".to_owned()
    } else {
        links.join("; ")
    }
}

fn entity(text: &str) -> Entity {
    text.parse().expect("any text is a name")
}

const SPEC: &str = include_str!("spec.md");

#[test]
fn spec_holds() {
    spec::hold(SPEC, |line, row| match *row {
        [says, means] => (means.to_owned(), shown(says)),
        [says, "resolve", means] => (means.to_owned(), links(says)),
        [one, other, relation] => (
            relation.to_owned(),
            format!("{:?}", relate(&entity(one), &entity(other))),
        ),
        _ => panic!("spec.md:{line}: a row has two or three cells"),
    });
}

#[test]
fn relations_have_inverses() {
    let entities: Vec<Entity> = spec::rows(SPEC)
        .filter(|(_, row)| row.len() == 3 && row[1] != "resolve")
        .flat_map(|(_, row)| [entity(row[0]), entity(row[1])])
        .collect();
    for one in &entities {
        assert_eq!(relate(one, one), Relation::Equal, "{one}");
        for other in &entities {
            assert_eq!(
                relate(one, other),
                relate(other, one).inverse(),
                "{one} | {other}"
            );
        }
    }
}

fn any_entity() -> impl Strategy<Value = Entity> {
    let kinds = vec![
        Kind::Person,
        Kind::Organization,
        Kind::Role,
        Kind::Group,
        Kind::Government,
        Kind::Other,
    ];
    ("([A-Z][a-z]{1,6}|[A-Z]{2,4}|police|gunman|of)( ([A-Z][a-z]{1,6}|Corp|officers|[A-Z]\\.)){0,3}", prop::sample::select(kinds))
        .prop_map(|(name, kind)| Entity::new(name, kind))
}

proptest! {
    #[test]
    fn relate_is_reflexive_and_has_inverses(one in any_entity(), other in any_entity()) {
        prop_assert_eq!(relate(&one, &one), Relation::Equal);
        prop_assert_eq!(relate(&one, &other), relate(&other, &one).inverse());
    }

    #[test]
    fn display_parses_back(one in any_entity()) {
        let read = entity(&one.to_string());
        prop_assert_eq!(read.to_string(), one.to_string());
    }

    #[test]
    fn no_text_panics(text in "([A-Z][a-z]{0,6}|the|\"|President|\\PC{1,3})( ([A-Z][a-z]{0,6}|[A-Z]{2,4}|of|de|said|he|it|\\(|\\)|-|the|gunman|company|\"|\\PC{1,3})){0,20}") {
        let (article, document, mentions) = read(&text);
        for mention in &mentions {
            prop_assert!(article.text.get(mention.span.start..mention.span.end).is_some());
        }
        let _ = resolve(&article, &document, &mentions);
    }
}
