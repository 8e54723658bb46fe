//! schema.org `ClaimReview` as JSON-LD: what fact-checking tools exchange.
//!
//! gainsay checks no claim against the world, so a review says that other accounts differ and gives no rating of
//! truth: `reviewRating` has words (`alternateName`) and no number.

use super::json as document;
use crate::comparison::{self, Comparison, Finding, Side, Verdict};
use crate::report::labels::labels;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::io::{self, Write};

/// One review a side of a finding, in one graph, ended by a line feed.
pub fn claimreview(comparison: &Comparison, out: &mut dyn Write) -> io::Result<()> {
    let labels = labels(comparison);
    let mut graph = Vec::new();
    for finding in &comparison.findings {
        for side in &finding.sides {
            graph.push(review(comparison, finding, side, &labels));
        }
    }
    let document = json!({ "@context": "https://schema.org", "@graph": graph });
    document::pretty(&document, out)
}

fn review(
    comparison: &Comparison,
    finding: &Finding,
    side: &Side,
    labels: &BTreeMap<String, String>,
) -> Value {
    json!({
        "@type": "ClaimReview",
        "identifier": format!("{}/{}:{}", finding.fingerprint, side.article, side.start),
        "claimReviewed": side.quote,
        "reviewAspect": finding.question,
        "reviewBody": finding.explanation,
        "author": { "@type": "Organization", "name": comparison.tool.name },
        "itemReviewed": claim(comparison, side, labels),
        "reviewRating": {
            "@type": "Rating",
            "alternateName": rating(finding.verdict),
            "ratingExplanation": against(finding, side, labels),
        },
    })
}

fn claim(comparison: &Comparison, side: &Side, labels: &BTreeMap<String, String>) -> Value {
    let article = comparison::article(&comparison.articles, &side.article);
    let label = labels.get(&side.article).unwrap_or(&side.article);
    let publisher = json!({ "@type": "Organization", "name": label });
    let mut work = Map::new();
    work.insert("@type".to_owned(), json!("Article"));
    work.insert("publisher".to_owned(), publisher.clone());
    let known = [
        ("headline", article.and_then(|a| a.title.clone())),
        ("datePublished", article.and_then(|a| a.date.clone())),
        ("url", article.and_then(|a| a.url.clone())),
    ];
    for (name, value) in known {
        if let Some(value) = value {
            work.insert(name.to_owned(), json!(value));
        }
    }
    // An author is a person or an organization; which of them a holder is, the words do not say.
    let (role, author) = match &side.holder {
        Some(holder) => ("creditText", json!(holder)),
        None => ("author", publisher),
    };
    json!({ "@type": "Claim", "text": side.quote, role: author, "appearance": work })
}

fn rating(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Contradiction => "Contradicted by another account",
        Verdict::Update => "Superseded by, or superseding, another account",
        Verdict::Tension => "In tension with another account",
        Verdict::Precision => "More or less exact than another account",
        Verdict::Agreement => "Confirmed by another account",
        Verdict::Single => "In one account only",
    }
}

/// The answers that stand against this one.
fn against(finding: &Finding, side: &Side, labels: &BTreeMap<String, String>) -> String {
    let others = finding
        .sides
        .iter()
        .filter(|other| other.value != side.value);
    let others: Vec<String> = others
        .map(|other| {
            let label = labels.get(&other.article).unwrap_or(&other.article);
            format!("{label}: “{}”", other.quote)
        })
        .collect();
    format!(
        "Disagreement between accounts, not a finding about what is true. {}",
        others.join("; ")
    )
}
