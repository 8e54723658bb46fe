//! Of what rank? "Commodore Anil Rao" and "Commander Anil Rao" are one man with two ranks.

use std::sync::LazyLock;

use gainsay_syntax::Upos;
use rustc_hash::FxHashSet;

use crate::claims::referent::{Many, Referent};
use crate::claims::{Answer, Attribute, Claim, Question, Scene};
use crate::lexicon::words;

use super::label;

static RANKS: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| words(include_str!("ranks.tsv")));

/// One claim for each rank before a name.
pub fn ask(scene: &Scene) -> Vec<Claim> {
    let tokens = &scene.sentence.tokens;
    let is_rank = |i: &usize| {
        let word = tokens[*i]
            .span
            .of(&scene.article.text)
            .trim_end_matches('.');
        word.starts_with(char::is_uppercase)
            && RANKS.contains(word.to_lowercase().as_str())
            && tokens.get(i + 1).is_some_and(|next| {
                next.upos == Upos::Propn
                    && next
                        .span
                        .of(&scene.article.text)
                        .starts_with(char::is_uppercase)
            })
    };
    (0..tokens.len())
        .filter(is_rank)
        .filter_map(|i| claim(scene, i))
        .collect()
}

fn claim(scene: &Scene, rank: usize) -> Option<Claim> {
    let tokens = &scene.sentence.tokens;
    let last = (rank + 1..tokens.len())
        .take_while(|&i| tokens[i].upos == Upos::Propn)
        .last()?;
    let span = tokens[rank].span.cover(tokens[last].span);
    let words = |i: usize| {
        tokens[i]
            .span
            .of(&scene.article.text)
            .trim_end_matches('.')
            .to_lowercase()
    };
    let name: Vec<String> = (rank + 1..=last).map(words).collect();
    let named = tokens[rank + 1]
        .span
        .cover(tokens[last].span)
        .of(&scene.article.text);
    let title = Referent {
        span: tokens[rank].span,
        head: words(rank),
        name: vec![],
        modifiers: vec![],
        owner: vec![],
        many: Many::Untold,
    };
    let bearer = Referent {
        name,
        ..scene.referent(last)
    };
    let question = Question {
        attribute: Attribute::Rank,
        event: None,
        subject: Some(bearer),
        label: format!("{}: rank", label::clip(named)),
    };
    Some(Claim {
        span,
        ..scene.claim(tokens[rank].span, question, Answer::Words(title))
    })
}
