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
use context::{Context, Found};
use std::sync::LazyLock;

/// The words of `words.tsv`.
static WORDS: LazyLock<Groups> = LazyLock::new(|| Groups::read(include_str!("words.tsv")));

/// The quantities that an article states, in text order, none overlapping.
pub fn recognize(article: &Article, document: &Document, cut: &Cut) -> Vec<Mention<Quantity>> {
    let found = Found::default();
    let context = |index: usize| Context {
        text: &article.text,
        sentence: &document.sentences[index].syntax,
        found: &found,
    };
    // Step by step for all sentences: the rules of one step stay in the processor's cache.
    // Few texts have more numbers than one in so many bytes.
    let mut amounts = Vec::with_capacity(article.text.len() / 64);
    let mut ends = Vec::with_capacity(document.sentences.len());
    for index in 0..document.sentences.len() {
        let numbers = cut.sentence(index).numbers;
        if !numbers.is_empty() {
            read_amounts(&context(index), numbers, &mut amounts);
            ends.push((index, amounts.len()));
        }
    }
    let mut mentions = Vec::with_capacity(amounts.len());
    let mut of_one = Vec::new();
    let mut rest = amounts.into_iter();
    let mut start = 0;
    for (index, end) in ends {
        of_one.extend(rest.by_ref().take(end - start));
        start = end;
        say(&context(index), index, &mut of_one, &mut mentions);
    }
    mentions
}

/// Adds the quantities that the amounts of one sentence come to, in text order.
fn say(
    context: &Context,
    sentence: usize,
    amounts: &mut Vec<Amount>,
    mentions: &mut Vec<Mention<Quantity>>,
) {
    range::join(context, amounts);
    let first = mentions.len();
    mentions.extend(amounts.drain(..).map(|amount| {
        let (span, value) = bounds::apply(context, amount);
        Mention {
            span,
            sentence,
            value,
        }
    }));
    let said = &mut mentions[first..];
    said.sort_by_key(|mention| (mention.span.start, std::cmp::Reverse(mention.span.end)));
    let (mut free, mut end) = (0, 0);
    for i in 0..said.len() {
        let span = said[i].span;
        if span.start >= end {
            said.swap(free, i);
            free += 1;
        }
        end = end.max(span.end);
    }
    mentions.truncate(first + free);
    // A number that a stray full stop has cut is read from its second half.
    if let Some(before) = first.checked_sub(1)
        && mentions
            .get(first)
            .is_some_and(|next| next.span.overlaps(mentions[before].span))
    {
        mentions.remove(before);
    }
}

/// Adds every number as an amount of its own; special shapes first, since they claim numbers that would be names.
fn read_amounts(context: &Context, numbers: &[Number], amounts: &mut Vec<Amount>) {
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
}
