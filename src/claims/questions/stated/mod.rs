//! What a page states: limits, defaults, prices, sizes and dates of documentation, in cells, list items and sentences.
//!
//! Such a value answers for a topic (the words of its row and column, of its clause) within a scope (the headings
//! above it, the version it names). No event is needed, and none is looked for.

mod cell;
mod clause;
mod kind;
mod literal;
mod page;
mod setting;
#[cfg(test)]
mod tests;
mod topic;
mod value;
pub mod version;

pub use kind::{Kind, Release};
pub use topic::{End, Topic};

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;
use std::sync::Arc;

use gainsay_syntax::Span;

use super::label;
use crate::article::{Article, BlockKind};
use crate::claims::lasting::Lasting;
use crate::claims::{Answer, Attribute, Claim, Question};
use crate::document::Document;
use crate::values::Mentions;
use crate::values::quantity::Quantity;
use crate::values::time::{Modifier, Time};

use page::Page;
use value::Value;

/// What an article states.
pub struct Statements {
    claims: Vec<Claim>,
    /// Whether the article tells what holds, not what happened, and states something.
    is_reference: bool,
}

/// All that a page states: in cells and list items, and in sentences where the article tells what holds.
pub fn ask(article: &Article, document: &Document, mentions: &Mentions) -> Statements {
    let page = Page::new(article, document);
    let sentences = 0..document.sentences.len();
    let mut claims: Vec<Claim> = sentences
        .flat_map(|sentence| of_sentence(&page, mentions, sentence))
        .collect();
    keep_scopes(&mut claims);
    drop_crowds(&mut claims);
    Statements {
        // One sentence in five that states something makes a page, two make it sure that chance does not.
        is_reference: page.is_reference
            && claims.len() >= 2
            && claims.len() * 5 >= document.sentences.len(),
        claims,
    }
}

impl Statements {
    /// Adds them to the answers to event questions, less those that they answer with the same words.
    ///
    /// On a page of reference nothing happens: its verbs ("supports", "includes") and counts tell of settings.
    pub fn settle(self, claims: &mut Vec<Claim>) {
        use Attribute::{Happened, HowLong, HowMany, Measure, Name, When};
        let said: Vec<Span> = self.claims.iter().map(|c| c.said).collect();
        claims.retain(|c| match c.question.attribute {
            Happened | HowLong | HowMany | Measure(_) => {
                !self.is_reference && !said.iter().any(|s| s.overlaps(c.said))
            }
            Name => !self.is_reference,
            When => !said.iter().any(|s| s.overlaps(c.said)),
            _ => true,
        });
        claims.extend(self.claims);
    }
}

/// Headings beside each other are scopes where they say so ("Free", "Pro") or answer one question each; others
/// ("Memory", "Network") only tell what comes below.
fn keep_scopes(claims: &mut [Claim]) {
    let mut sections: BTreeMap<(Kind, String), BTreeSet<BTreeSet<String>>> = BTreeMap::new();
    for claim in claims.iter() {
        if let Attribute::Stated(topic) = &claim.question.attribute {
            for word in &topic.words {
                let answered = sections.entry((topic.kind, word.clone()));
                answered.or_default().insert(topic.section.clone());
            }
        }
    }
    for claim in claims {
        let Attribute::Stated(topic) = &mut claim.question.attribute else {
            continue;
        };
        let asked_again = topic.words.iter().any(|word| {
            let key = (topic.kind, word.clone());
            sections.get(&key).is_some_and(|s| s.len() > 1)
        });
        let named = topic.section.iter().any(|w| topic::is_scope(w));
        if !asked_again && !named {
            topic.section.clear();
            topic.beside.clear();
        }
    }
}

fn of_sentence(page: &Page, mentions: &Mentions, sentence: usize) -> Vec<Claim> {
    match page.block(sentence).kind {
        BlockKind::Cell => of_cell(page, mentions, sentence).into_iter().collect(),
        BlockKind::Paragraph if !page.is_reference => vec![],
        BlockKind::Paragraph | BlockKind::Item => of_clauses(page, mentions, sentence),
        _ => vec![],
    }
}

/// What a cell states under its headers.
fn of_cell(page: &Page, mentions: &Mentions, sentence: usize) -> Option<Claim> {
    let (span, text) = (page.block(sentence).span, &page.article.text);
    let index = page.document.sentences[sentence].block;
    let mut values = value::find(page, mentions, sentence);
    if values.is_empty() {
        let version = version::cell(span, text, &cell::header_words(page, index));
        let setting = || setting::cell(span, text);
        let number = || value::number(page.article, span);
        values.extend(version.or_else(setting).or_else(number));
    }
    // "900 seconds (15 minutes)" states one; a cell that states two says more than its headers tell apart.
    values.truncate(value::ahead_of_brackets(page.article, span, &values));
    let [value] = values.as_slice() else {
        return None;
    };
    let (topic, label) = cell::topic(page, index)?;
    Some(claim(page, sentence, topic, &label, value, span))
}

/// What the clauses of a sentence or a list item state, and what it answers to the question above it.
fn of_clauses(page: &Page, mentions: &Mentions, sentence: usize) -> Vec<Claim> {
    let syntax = &page.document.sentences[sentence].syntax;
    let text = &page.article.text;
    let values = values_of_clauses(page, mentions, sentence);
    let answered = page.question(sentence).and_then(|question| {
        let value = setting::answered(question, syntax, text)?;
        let label = label::clip(question.span.of(text));
        let topic = clause::asked(question);
        Some(claim(page, sentence, topic, &label, &value, value.span))
    });
    let stated = values.iter().filter_map(|value| {
        let (topic, span) = clause::topic(page, syntax, &values, value)?;
        let label = label_of(page, sentence, value, span);
        // A name in a list is supported by the words before the list.
        let span = match &value.words {
            Some(_) if value.kind.is_state() => Span::new(syntax.span.start, value.span.end),
            _ => span,
        };
        Some(claim(page, sentence, topic, &label, value, span))
    });
    stated.chain(answered).collect()
}

/// All values that a sentence states, each word in one of them at most.
fn values_of_clauses(page: &Page, mentions: &Mentions, sentence: usize) -> Vec<Value> {
    let syntax = &page.document.sentences[sentence].syntax;
    let text = &page.article.text;
    let mut values = value::find(page, mentions, sentence);
    put_first(&mut values, value::ports(page.article, syntax));
    let literals = literal::defaults(page.article, syntax).into_iter();
    let is_new = |l: &Value| !values.iter().any(|v| v.span.overlaps(l.span));
    let literals: Vec<Value> = literals.filter(is_new).collect();
    values.extend(literals);
    let versions = version::find(page, syntax, &values);
    put_first(&mut values, versions);
    if page.block(sentence).kind == BlockKind::Paragraph && page::is_past(syntax) {
        // "The flag was removed in version 4" tells what holds since then.
        values.retain(|v| v.kind.is_version());
    }
    values.extend(setting::find(syntax, text));
    values.extend(setting::supported(syntax, text));
    values.extend(setting::supports(syntax, text));
    values
}

/// Adds values, which take the place of those that share words with them.
fn put_first(values: &mut Vec<Value>, surer: Vec<Value>) {
    values.retain(|v| !surer.iter().any(|s| s.span.overlaps(v.span)));
    values.extend(surer);
}

/// How a table names what a value in a clause answers: by the words before it, or by the heading above.
fn label_of(page: &Page, sentence: usize, value: &Value, clause: Span) -> String {
    let text = &page.article.text;
    if let Some(words) = &value.words {
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        return format!("{}: {}", words.join(" "), value.kind.name());
    }
    let words = Span::new(clause.start, value.span.start.max(clause.start));
    match words.of(text).trim_end_matches([':', ' ']) {
        "" => page.heading(sentence).map_or_else(
            || label::clip(clause.of(text)),
            |heading| format!("{}: {}", label::clip(heading), value.kind.name()),
        ),
        before => label::clip(before),
    }
}

/// A heading answers for one value below it; where it has several of a kind, it tells none of them apart.
fn drop_crowds(claims: &mut Vec<Claim>) {
    let under = |claim: &Claim| match &claim.question.attribute {
        Attribute::Stated(topic) if topic.borrowed => Some((topic.kind, topic.words.clone())),
        _ => None,
    };
    let mut counts: BTreeMap<(Kind, BTreeSet<String>), usize> = BTreeMap::new();
    for key in claims.iter().filter_map(under) {
        *counts.entry(key).or_default() += 1;
    }
    claims.retain(|c| under(c).is_none_or(|key| counts[&key] == 1));
}

fn claim(
    page: &Page,
    sentence: usize,
    mut topic: Topic,
    label: &str,
    value: &Value,
    span: Span,
) -> Claim {
    topic.kind = value.kind;
    if let Some(words) = &value.words {
        topic.words = words.iter().map(|w| topic::singular(w)).collect();
    }
    if topic.kind.is_version() {
        topic.versions.clear();
    }
    let answer = limit(&value.answer, &mut topic);
    if value.kind == Kind::Price {
        topic.words.insert("price".to_owned());
    }
    page.place(page.block(sentence), &mut topic);
    page.set_title_aside(&mut topic);
    let words = topic.words.iter().map(|w| Arc::from(w.as_str()));
    let context: Vec<Arc<str>> = words.collect();
    let question = Question {
        label: label.to_owned(),
        attribute: Attribute::Stated(topic),
        event: None,
        subject: None,
    };
    Claim {
        span,
        context,
        ..Claim::plain(sentence, value.span, question, answer)
    }
}

/// A limit is compared by its figure: "up to 100 MB" and a maximum of 100 MB are the same, and 250 MB is another.
fn limit(answer: &Answer, topic: &mut Topic) -> Answer {
    use Bound::{Excluded, Included, Unbounded};
    let (end, answer) = match answer {
        Answer::Quantity(quantity) => {
            let (end, figure) = match (quantity.low, quantity.high) {
                (Unbounded, Included(most) | Excluded(most)) => (End::Most, most),
                (Included(least) | Excluded(least), Unbounded) => (End::Least, least),
                _ => return answer.clone(),
            };
            let exact = Quantity {
                low: Included(figure),
                high: Included(figure),
                ..quantity.clone()
            };
            (end, Answer::Quantity(exact))
        }
        Answer::Length(Lasting { time, .. }) => {
            let end = match time.timex.modifier {
                Some(Modifier::LessThan | Modifier::EqualOrLess) => End::Most,
                Some(Modifier::MoreThan | Modifier::EqualOrMore) => End::Least,
                _ => return answer.clone(),
            };
            let exact = Time::new(time.timex.kind, time.reading.clone(), None);
            (end, Answer::Length(Lasting::new(exact, "")))
        }
        _ => return answer.clone(),
    };
    if topic.end == End::Open {
        topic.end = end;
    }
    answer
}
