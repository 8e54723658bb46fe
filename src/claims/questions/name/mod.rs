//! Under what name? Each proper name of an article is an account of how its bearer is called.
//!
//! "Catherine Halden" and "Katherine Halden" can be one woman; "Catherine Halden" and "Gregory Halden" can not. The name's
//! own words are the question, so accounts meet only under spellings that are close; [`variant`] says how close, and
//! [`bearers`] adds what the articles say beside the name: one age, one office.

mod bearers;
mod runs;
mod variant;

use std::collections::BTreeMap;
use std::sync::Arc;

use gainsay_syntax::{Deprel, Sentence, Span};

use crate::article::{Article, BlockKind};
use crate::claims::referent::{Many, Referent};
use crate::claims::{Answer, Attribute, Claim, Question};
use crate::document::Document;
use crate::values::Mentions;

pub use bearers::bearers;
pub use variant::{Variant, variant};

/// One claim for each different proper name, where the article first gives it.
pub fn ask(article: &Article, document: &Document, mentions: &Mentions) -> Vec<Claim> {
    let mut first: BTreeMap<Vec<String>, Claim> = BTreeMap::new();
    for (index, sentence) in document.sentences.iter().enumerate() {
        // A headline capitalizes every word, so its runs of capitals are no names.
        if matches!(
            article.blocks[sentence.block].kind,
            BlockKind::Headline | BlockKind::Heading(_)
        ) {
            continue;
        }
        let tree = &sentence.syntax;
        let full = runs::full(&article.text, tree);
        let lone = runs::lone(&article.text, tree, index, mentions);
        for (words, name) in full.into_iter().chain(lone) {
            let clues = bearers::clues(article, index, mentions, name);
            let span = described(tree, name);
            let claim = || claim(article, index, span, name, words.clone());
            let entry = first.entry(words.clone()).or_insert_with(claim);
            entry.context.extend(clues.into_iter().map(Arc::from));
        }
    }
    let sorted = |mut claim: Claim| {
        claim.context.sort();
        claim.context.dedup();
        claim
    };
    first.into_values().map(sorted).collect()
}

/// Whether the words name a place rather than people: "Constant Street".
pub fn is_place(words: &[String]) -> bool {
    words.last().is_some_and(|word| runs::is_place_head(word))
}

fn claim(article: &Article, sentence: usize, span: Span, said: Span, words: Vec<String>) -> Claim {
    let head = words.last().cloned().unwrap_or_default();
    let bearer = Referent {
        span,
        head,
        name: words,
        modifiers: vec![],
        owner: vec![],
        many: Many::Untold,
    };
    let described: Vec<&str> = span.of(&article.text).split_whitespace().collect();
    let question = Question {
        attribute: Attribute::Name,
        event: None,
        subject: Some(bearer.clone()),
        label: format!("{}: name", described.join(" ")),
    };
    Claim {
        span,
        ..Claim::plain(sentence, said, question, Answer::Words(bearer))
    }
}

/// The name with the words right beside it that tell whose it is: "DA spokesman Ann Roe", "Ann Roe, spokesman",
/// "a dhow named Marhaddin".
fn described(sentence: &Sentence, name: Span) -> Span {
    let Some(head) = sentence.tokens.iter().position(|t| {
        name.contains(t.span)
            && t.head
                .is_none_or(|h| !name.contains(sentence.tokens[h].span))
    }) else {
        return name;
    };
    let beside = [Deprel::Compound, Deprel::NmodDesc, Deprel::Amod];
    let mut span = name;
    for child in sentence.children(head) {
        let token = &sentence.tokens[child];
        let before = token.span.end <= name.start && beside.contains(&token.deprel);
        let after = token.span.start >= name.end
            && token.deprel == Deprel::Appos
            && token.span.end - name.end <= 40;
        if before || after {
            span = span.cover(token.span);
        }
    }
    if span == name {
        span = span.cover(runs::naming(sentence, head).unwrap_or(name));
    }
    span
}
