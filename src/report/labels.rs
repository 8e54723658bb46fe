//! The short names that columns, cells and exports call an article by.

use super::visible::visible;
use crate::comparison::{ArticleRow, Comparison, Slot, Verdict};
use std::collections::BTreeMap;

/// For each article's id the shortest name that tells it from all others of the run: its source, else its key, else
/// both.
pub fn labels(comparison: &Comparison) -> BTreeMap<String, String> {
    let plain: Vec<String> = comparison.articles.iter().map(name).collect();
    let mut called: BTreeMap<&str, usize> = BTreeMap::new();
    for name in &plain {
        *called.entry(name).or_default() += 1;
    }
    comparison
        .articles
        .iter()
        .zip(&plain)
        .map(|(article, name)| {
            let label = if called[name.as_str()] > 1 && article.source.is_some() {
                format!("{name} ({})", visible(&short_key(article)))
            } else {
                name.clone()
            };
            (article.id.clone(), label)
        })
        .collect()
}

fn name(article: &ArticleRow) -> String {
    match article.source.as_deref().map(visible) {
        Some(source) if !source.is_empty() => source,
        _ => visible(&short_key(article)),
    }
}

/// The last part of a path or URL that names something: `…/politics/kim-visits-putin/` → `kim-visits-putin`.
fn short_key(article: &ArticleRow) -> String {
    let key = article.key.split(['?', '#']).next().unwrap_or_default();
    let last = key
        .trim_end_matches('/')
        .rsplit('/')
        .next()
        .unwrap_or_default();
    if last.is_empty() {
        article.id.clone()
    } else {
        last.to_owned()
    }
}

/// The word for a verdict.
pub fn verdict_word(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Contradiction => "contradiction",
        Verdict::Update => "update",
        Verdict::Tension => "tension",
        Verdict::Precision => "precision",
        Verdict::Agreement => "agreement",
        Verdict::Single => "one source",
    }
}

/// The word for a slot.
pub fn slot_word(slot: Slot) -> &'static str {
    match slot {
        Slot::Time => "time",
        Slot::Quantity => "quantity",
        Slot::Place => "place",
        Slot::Entity => "entity",
        Slot::Polarity => "polarity",
        Slot::Modality => "modality",
        Slot::Attribution => "attribution",
        Slot::Event => "event",
    }
}
