//! What a page states: limits, defaults, prices, sizes and dates of documentation, in cells, list items and sentences.
//!
//! Such a value answers for a topic (the words of its row and column, of its clause) within a scope (the headings
//! above it, the version it names). No event is needed, and none is looked for.

mod cell;
mod clause;
mod page;
mod topic;
mod value;

pub use topic::{End, Topic};

use gainsay_syntax::Span;

use super::label;
use crate::article::{Article, BlockKind};
use crate::claims::modality::Stance;
use crate::claims::{Attribute, Claim, Question};
use crate::document::Document;
use crate::values::Mentions;

use page::Page;
use value::Value;

/// All that a page states: in cells and list items, and in sentences where the article tells what holds.
pub fn ask(article: &Article, document: &Document, mentions: &Mentions) -> Vec<Claim> {
    let page = Page::new(article, document);
    (0..document.sentences.len())
        .flat_map(|sentence| of_sentence(&page, mentions, sentence))
        .collect()
}

fn of_sentence(page: &Page, mentions: &Mentions, sentence: usize) -> Vec<Claim> {
    let block = page.block(sentence);
    let syntax = &page.document.sentences[sentence].syntax;
    let mut values = value::find(page.article, mentions, sentence);
    match block.kind {
        BlockKind::Cell => {
            if values.is_empty() {
                values.extend(value::number(page.article, block.span));
            }
            // A cell that states two values says more than its headers tell apart.
            let [value] = values.as_slice() else {
                return vec![];
            };
            let index = page.document.sentences[sentence].block;
            cell::topic(page, index)
                .map(|(topic, label)| claim(page, sentence, topic, &label, value, block.span))
                .into_iter()
                .collect()
        }
        BlockKind::Paragraph if !page.is_reference || page::is_past(syntax) => vec![],
        BlockKind::Paragraph | BlockKind::Item => {
            let stated = values.iter().filter_map(|value| {
                let (topic, span) = clause::topic(page, syntax, &values, value)?;
                let words = Span::new(span.start, value.span.start.max(span.start));
                let before = words.of(&page.article.text).trim_end_matches([':', ' ']);
                let label = if before.is_empty() {
                    label::clip(span.of(&page.article.text))
                } else {
                    label::clip(before)
                };
                Some(claim(page, sentence, topic, &label, value, span))
            });
            stated.collect()
        }
        _ => vec![],
    }
}

/// Leaves out the event questions that a page's statements already answer with the same words.
pub fn settle(claims: &mut Vec<Claim>) {
    use Attribute::{HowLong, HowMany, Measure, Stated, When};
    let stated = |c: &&Claim| matches!(c.question.attribute, Stated(_));
    let said: Vec<Span> = claims.iter().filter(stated).map(|c| c.said).collect();
    claims.retain(|c| {
        let amount = matches!(c.question.attribute, HowLong | HowMany | Measure(_) | When);
        !amount || !said.iter().any(|s| s.overlaps(c.said))
    });
}

fn claim(
    page: &Page,
    sentence: usize,
    mut topic: Topic,
    label: &str,
    value: &Value,
    span: Span,
) -> Claim {
    topic.kind.clone_from(&value.kind);
    if matches!(value.kind.as_str(), "money" | "rate") {
        topic.words.insert("price".to_owned());
    }
    page.place(page.block(sentence), &mut topic);
    let context = topic.words.iter().cloned().collect();
    Claim {
        sentence,
        span,
        said: value.span,
        question: Question {
            label: format!("{label}: {}", topic.kind),
            attribute: Attribute::Stated(topic),
            event: None,
            subject: None,
        },
        answer: value.answer.clone(),
        stance: Stance::FACT,
        holder: None,
        headline: false,
        background: false,
        context,
    }
}
