//! The part of a comparison that a user asks for.

use std::collections::BTreeSet;

use crate::comparison::{ArticleRow, Comparison, FactRow, Slot, Verdict};

/// What findings must be to be kept; an empty list admits everything.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Selection {
    /// Their verdict.
    pub verdicts: Vec<Verdict>,
    /// The kind of answer that differs.
    pub slots: Vec<Slot>,
    /// At least one side is in an article of one of these sources (by source or key, whatever the case).
    pub sources: Vec<String>,
    /// Their story.
    pub stories: Vec<String>,
    /// The least confidence.
    pub min_confidence: f64,
}

/// The comparison with only the selected findings, and the facts of the kind, sources and stories asked for. Articles
/// stay; what confidence keeps back is counted.
#[must_use]
pub fn select(mut comparison: Comparison, selection: &Selection) -> Comparison {
    let facts = std::mem::take(&mut comparison.facts);
    let findings = std::mem::take(&mut comparison.findings);
    let articles: BTreeSet<&str> = comparison
        .articles
        .iter()
        .filter(|article| is_from(article, &selection.sources))
        .map(|article| article.id.as_str())
        .collect();
    let asked = |fact: &FactRow| {
        fact.slot.is_none_or(|slot| admits(&selection.slots, &slot))
            && fact
                .accounts
                .iter()
                .any(|a| articles.contains(a.article.as_str()))
            && admits(&selection.stories, &fact.story)
    };
    comparison.facts = facts.into_iter().filter(asked).collect();
    let kept: BTreeSet<&str> = comparison.facts.iter().map(|f| f.id.as_str()).collect();
    let (sure, unsure) = findings
        .into_iter()
        .filter(|f| kept.contains(f.fact.as_str()) && admits(&selection.verdicts, &f.verdict))
        .partition(|finding| finding.confidence >= selection.min_confidence);
    comparison.findings = sure;
    comparison.not_shown.below_confidence += Vec::len(&unsure);
    comparison
}

/// Whether a list has a value, or is empty and so admits everything.
fn admits<T: PartialEq>(list: &[T], value: &T) -> bool {
    list.is_empty() || list.contains(value)
}

/// Whether an article is of one of these sources, by source or key, whatever the case.
fn is_from(article: &ArticleRow, sources: &[String]) -> bool {
    let names = [article.source.as_deref(), Some(article.key.as_str())];
    let is = |asked: &String| {
        let asked = asked.to_lowercase();
        names
            .iter()
            .flatten()
            .any(|name| name.to_lowercase() == asked)
    };
    sources.is_empty() || sources.iter().any(is)
}
