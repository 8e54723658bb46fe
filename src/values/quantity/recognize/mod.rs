//! Finds the quantities of a document: every number that is no name, date or clock time, with its unit or noun, joined
//! into ranges, scores and ratios and bounded by the words around it.

mod age;
mod amount;
mod bounds;
mod context;
mod counted;
mod dates;
mod glue;
mod names;
mod parts;
mod range;
mod shapes;

use super::Quantity;
use crate::article::Article;
use crate::document::Document;
use crate::lexicon::Groups;
use crate::values::Mention;
use crate::values::cut::Cut;
use crate::values::number::Number;
use amount::Amount;
use context::Context;
use gainsay_syntax::Span;
use std::sync::LazyLock;

/// The words of `words.tsv`.
static WORDS: LazyLock<Groups> = LazyLock::new(|| Groups::read(include_str!("words.tsv")));

/// The quantities that an article states, in text order, none overlapping.
pub fn recognize(article: &Article, document: &Document, cut: &Cut) -> Vec<Mention<Quantity>> {
    let sentences = document.sentences.iter().enumerate();
    let contexts: Vec<(usize, Context)> = sentences
        .filter(|&(index, _)| !cut.sentence(index).numbers.is_empty())
        .map(|(index, sentence)| (index, Context::new(&article.text, &sentence.syntax)))
        .collect();
    // Step by step for all sentences: the rules of one step stay in the processor's cache.
    let amounts: Vec<Vec<Amount>> = contexts
        .iter()
        .map(|(index, context)| read_amounts(context, cut.sentence(*index).numbers))
        .collect();
    let mut mentions = Vec::new();
    for ((index, context), amounts) in contexts.iter().zip(amounts) {
        for (span, value) in said(context, amounts) {
            // A number that a stray full stop has cut is read from its second half.
            mentions.pop_if(|last: &mut Mention<Quantity>| last.span.overlaps(span));
            mentions.push(Mention {
                span,
                sentence: *index,
                value,
            });
        }
    }
    mentions
}

/// The quantities that the amounts of one sentence come to.
fn said(context: &Context, mut amounts: Vec<Amount>) -> Vec<(Span, Quantity)> {
    range::join(context, &mut amounts);
    let mut found: Vec<_> = amounts
        .into_iter()
        .map(|amount| bounds::apply(context, amount))
        .collect();
    found.sort_by_key(|(span, _)| (span.start, std::cmp::Reverse(span.end)));
    let mut end = 0;
    found.retain(|(span, _)| {
        let free = span.start >= end;
        end = end.max(span.end);
        free
    });
    found
}

/// Every number as an amount of its own; special shapes first, since they claim numbers that would be names.
fn read_amounts(context: &Context, numbers: &[Number]) -> Vec<Amount> {
    let mut amounts = Vec::new();
    let mut end = 0;
    for (i, number) in numbers.iter().enumerate() {
        if number.span.start < end {
            continue;
        }
        let shaped = shapes::read(context, &numbers[i..]).or_else(|| age::read(context, number));
        let amount = shaped.or_else(|| {
            let fits = !names::is_name(context, number);
            fits.then(|| amount::read(context, number)).flatten()
        });
        end = amount
            .as_ref()
            .map_or(number.span.end, |a| a.span.end.max(number.span.end));
        amounts.extend(amount);
    }
    amounts
}
