//! The part of a comparison that a user asks for.

use crate::comparison::{Comparison, Finding, Slot, Verdict};

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

/// The comparison with only the selected findings. Facts and articles stay; what confidence keeps back is counted.
#[must_use]
pub fn select(mut comparison: Comparison, selection: &Selection) -> Comparison {
    let findings = std::mem::take(&mut comparison.findings);
    let asked: Vec<Finding> = findings
        .into_iter()
        .filter(|finding| is_asked_for(&comparison, finding, selection))
        .collect();
    let (sure, unsure) = asked
        .into_iter()
        .partition(|finding| finding.confidence >= selection.min_confidence);
    comparison.findings = sure;
    comparison.not_shown.below_confidence += Vec::len(&unsure);
    comparison
}

fn is_asked_for(comparison: &Comparison, finding: &Finding, selection: &Selection) -> bool {
    let story = || {
        let fact = comparison.facts.iter().find(|f| f.id == finding.fact);
        fact.is_some_and(|fact| selection.stories.contains(&fact.story))
    };
    let source = || {
        let sides = finding.sides.iter();
        let mut articles = sides.filter_map(|side| super::row(comparison, &side.article));
        articles.any(|article| {
            let names = [article.source.as_deref(), Some(article.key.as_str())];
            let mut asked = selection.sources.iter().map(|s| s.to_lowercase());
            asked.any(|s| names.iter().flatten().any(|name| name.to_lowercase() == s))
        })
    };
    (selection.verdicts.is_empty() || selection.verdicts.contains(&finding.verdict))
        && (selection.slots.is_empty() || selection.slots.contains(&finding.slot))
        && (selection.sources.is_empty() || source())
        && (selection.stories.is_empty() || story())
}
