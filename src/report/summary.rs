//! The one line of figures below everything: what was read, what was compared, what was kept back.

use super::labels::verdict_word;
use super::wrap::{width, wrap};
use crate::comparison::{Comparison, Verdict};

/// The summary, wrapped, ended by a line feed.
pub(super) fn summary(comparison: &Comparison, shown: &[Verdict], width: usize) -> String {
    lines(&figures(comparison, shown), width).join("\n") + "\n"
}

/// What was read, compared, understood and kept back, in words.
pub(crate) fn figures(comparison: &Comparison, shown: &[Verdict]) -> [String; 5] {
    let total = |count: fn(&crate::comparison::ArticleRow) -> usize| -> usize {
        comparison.articles.iter().map(count).sum()
    };
    let compared = comparison
        .facts
        .iter()
        .filter(|f| f.verdict != Verdict::Single);
    [
        count(comparison.articles.len(), "article", "articles"),
        count(total(|a| a.claims), "claim", "claims"),
        format!(
            "{}{}",
            count(compared.count(), "fact compared", "facts compared"),
            verdicts(comparison, shown)
        ),
        format!(
            "{} of {} sentences not understood",
            total(|a| a.unread_sentences),
            total(|a| a.sentences)
        ),
        format!(
            "{} below confidence not shown",
            count(comparison.not_shown.below_confidence, "finding", "findings")
        ),
    ]
}

/// The parts in as few lines as they take, broken between parts where that is possible.
fn lines(parts: &[String], room: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for part in parts {
        match lines.last_mut() {
            Some(line) if width(line) + 3 + width(part) <= room => {
                *line = format!("{line} · {part}");
            }
            _ => lines.extend(wrap(part, room)),
        }
    }
    lines
}

/// `: 2 contradictions, 1 update, 9 agreements`; a verdict whose rows are not in the table says so.
fn verdicts(comparison: &Comparison, shown: &[Verdict]) -> String {
    let all = [
        (Verdict::Contradiction, "contradictions"),
        (Verdict::Update, "updates"),
        (Verdict::Tension, "tensions"),
        (Verdict::Precision, "differences in precision"),
        (Verdict::Agreement, "agreements"),
    ];
    let mut parts = Vec::new();
    for (verdict, plural) in all {
        let number = match verdict {
            Verdict::Agreement | Verdict::Precision => comparison
                .facts
                .iter()
                .filter(|f| f.verdict == verdict)
                .count(),
            _ => comparison
                .findings
                .iter()
                .filter(|f| f.verdict == verdict)
                .count(),
        };
        if number == 0 {
            continue;
        }
        let word = match verdict {
            Verdict::Precision => "difference in precision",
            other => verdict_word(other),
        };
        let hidden = if shown.contains(&verdict) {
            ""
        } else {
            " (not shown)"
        };
        parts.push(count(number, word, plural) + hidden);
    }
    if parts.is_empty() {
        return String::new();
    }
    format!(": {}", parts.join(", "))
}

fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}
