//! The tables of spec.md and the laws of quantities.

use super::{Noun, Quantity, Unit, recognize, relate};
use crate::article::Article;
use crate::document::{Document, Sentence};
use crate::values::cut::Cut;
use crate::values::{Mention, Relation};
use proptest::prelude::*;
use std::ops::Bound;

/// The canonical quantities of a text, or a dash.
fn means(text: &str) -> String {
    let article = Article::plain("spec", text);
    let mentions = quantities(&article);
    if mentions.is_empty() {
        return "—".to_owned();
    }
    let values: Vec<String> = mentions.iter().map(|m| m.value.to_string()).collect();
    values.join("; ")
}

/// The quantities of an article.
fn quantities(article: &Article) -> Vec<Mention<Quantity>> {
    let document = read(article);
    recognize(article, &document, &Cut::new(article, &document))
}

/// The article's sentences.
fn read(article: &Article) -> Document {
    let mut document = Document::default();
    for (block, part) in article.blocks.iter().enumerate() {
        let sentences = gainsay_syntax::parse(&article.text, part.span);
        document
            .sentences
            .extend(sentences.into_iter().map(|syntax| Sentence {
                block,
                dateline: false,
                syntax,
            }));
    }
    document
}

#[test]
fn spec_holds() {
    let mut wrong = Vec::new();
    for (row, line) in include_str!("spec.md").lines().enumerate() {
        let cells: Vec<&str> = line.split(" | ").map(str::trim).collect();
        let got = match cells[..] {
            ["says" | "one" | "---", ..] => continue,
            [said, _] => means(said),
            [one, other, _] => {
                let parse = |text: &str| {
                    text.parse::<Quantity>()
                        .expect("the table holds canonical quantities")
                };
                format!("{:?}", relate(&parse(one), &parse(other))).to_lowercase()
            }
            _ => continue,
        };
        let want = cells[cells.len() - 1];
        if got != want {
            wrong.push(format!("spec.md:{}: {line}\n    got {got}", row + 1));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A unit of each shape.
fn any_unit() -> impl Strategy<Value = Unit> {
    let named = prop::sample::select(vec![
        "dollar",
        "euro",
        "kilometre",
        "mile",
        "percentage",
        "ratio",
        "celsius",
        "year of age",
        "score",
    ]);
    let measure = named.prop_map(|name| Unit::named(name).expect("the tables have it"));
    let noun = (
        "[a-z]{1,8}(-[a-z]{1,4})?",
        prop::collection::vec("[a-z]{1,6}", 0..3),
    )
        .prop_map(|(lemma, modifiers)| Noun { lemma, modifiers });
    prop_oneof![
        Just(Unit::Bare),
        measure.clone(),
        noun.clone().prop_map(Unit::Counted),
        noun.clone().prop_map(Unit::ShareOf),
        (measure, noun).prop_map(|(of, per)| Unit::Per(Box::new(of), Box::new(Unit::Counted(per)))),
    ]
}

fn any_bounds() -> impl Strategy<Value = (Bound<f64>, Bound<f64>)> {
    let number =
        (-1_000_000i32..1_000_000, 0..4).prop_map(|(n, scale)| f64::from(n) / 10f64.powi(scale));
    (number, 0.0..50.0, 0..7).prop_map(|(low, width, kind)| match kind {
        0 => (Bound::Excluded(low), Bound::Unbounded),
        1 => (Bound::Included(low), Bound::Unbounded),
        2 => (Bound::Unbounded, Bound::Excluded(low)),
        3 => (Bound::Unbounded, Bound::Included(low)),
        4 => (Bound::Included(low), Bound::Included(low + width)),
        _ => (Bound::Included(low), Bound::Included(low)),
    })
}

prop_compose! {
    fn any_quantity()((low, high) in any_bounds(), approximate: bool, unit in any_unit(), grain in prop::sample::select(vec![1.0, 0.1, 10.0, 1000.0])) -> Quantity {
        Quantity { low, high, approximate, grain, unit }
    }
}

proptest! {
    #[test]
    fn canonical_form_parses_back(quantity in any_quantity()) {
        prop_assert_eq!(quantity.to_string().parse::<Quantity>(), Ok(quantity));
    }

    #[test]
    fn relation_is_symmetric(one in any_quantity(), other in any_quantity()) {
        prop_assert_eq!(relate(&one, &other), relate(&other, &one).inverse());
    }

    #[test]
    fn relation_is_reflexive(quantity in any_quantity()) {
        prop_assert_eq!(relate(&quantity, &quantity), Relation::Equal);
    }

    #[test]
    fn any_text_is_read_without_panic(text in "\\PC{0,80}") {
        means(&text);
    }

    #[test]
    fn texts_of_numbers_are_read_and_parse_back(
        text in "(\\$|US \\$|€|Rs|minus |-|about |more than |from |between |one|two|half|third|a |of |to |and |in |[0-9]{1,4}|,|\\.|%| km/h| per |-year-old|m|bn|people|×|’s| ){0,16}"
    ) {
        let article = Article::plain("law", &text);
        for mention in quantities(&article) {
            prop_assert!(!mention.span.of(&article.text).is_empty());
            prop_assert_eq!(mention.value.to_string().parse::<Quantity>(), Ok(mention.value));
        }
    }
}
