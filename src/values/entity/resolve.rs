//! Who "he", "the gunman" and "the company" are, inside one article: a few precise rules, silence when unsure.

use std::cell::LazyCell;
use std::ops::Range;

use gainsay_syntax::{Deprel, Span, Upos, Xpos};

use super::{Entity, Gender, Kind, lexicon, names};
use crate::article::Article;
use crate::document::Document;
use crate::values::{Mention, naming};

/// A pronoun or description, and the mention that it leads back to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// The pronoun or description.
    pub span: Span,
    /// The sentence that holds it.
    pub sentence: usize,
    /// Index of the antecedent among the mentions.
    pub mention: usize,
}

/// How many sentences back an antecedent may stand.
const REACH: usize = 2;

/// Links pronouns ("he", "her", "they", "it") and definite descriptions ("the officer", "the company") to mentions.
///
/// `mentions` are those of [`super::recognize`], in text order. What has two likely antecedents stays without a link.
pub fn resolve(article: &Article, document: &Document, mentions: &[Mention<Entity>]) -> Vec<Link> {
    let mut links = Vec::new();
    for (index, sentence) in document.sentences.iter().enumerate() {
        let sentence = &sentence.syntax;
        for (i, token) in sentence.tokens.iter().enumerate() {
            let at = At {
                span: token.span,
                sentence: index,
            };
            let mention = match token.xpos {
                Xpos::Prp | Xpos::PrpDollar => {
                    let word = article.text.get(token.span.start..token.span.end);
                    let acts = || naming::acts(sentence, i);
                    pronoun(document, mentions, at, word.unwrap_or_default(), acts)
                }
                Xpos::Nn
                    if is_definite(&article.text, sentence, i)
                        && lexicon::is_body(&token.lemma) =>
                {
                    body(document, mentions, at)
                }
                _ => None,
            };
            links.extend(mention.map(|mention| Link {
                span: token.span,
                sentence: index,
                mention,
            }));
        }
    }
    let words = LazyCell::new(|| -> Vec<Vec<String>> {
        mentions.iter().map(|m| said_of(&m.value)).collect()
    });
    links.extend((0..mentions.len()).filter_map(|i| described(article, mentions, i, &words)));
    links.sort_by_key(|link| link.span);
    links
}

#[derive(Clone, Copy)]
struct At {
    span: Span,
    sentence: usize,
}

fn is_definite(text: &str, sentence: &gainsay_syntax::Sentence, i: usize) -> bool {
    i.checked_sub(1).is_some_and(|before| {
        let span = sentence.tokens[before].span;
        matches!(text.get(span.start..span.end), Some("the" | "The"))
    })
}

fn pronoun(
    document: &Document,
    mentions: &[Mention<Entity>],
    at: At,
    word: &str,
    acts: impl Fn() -> bool,
) -> Option<usize> {
    let fits: fn(&Entity) -> bool = match &*naming::lower(word) {
        "he" | "him" | "his" | "himself" => |e| is_person(e) && e.gender != Some(Gender::Female),
        "she" | "her" | "hers" | "herself" => |e| is_person(e) && e.gender != Some(Gender::Male),
        "they" | "them" | "their" | "themselves" => return group(document, mentions, at),
        "it" | "its" | "itself" if word.eq_ignore_ascii_case("its") || acts() => {
            |e| !is_person(e) && e.kind != Kind::Group
        }
        _ => return None,
    };
    let found = nearest(document, mentions, at, fits)?;
    let sure = is_person(&mentions[found].value) || is_subject(document, &mentions[found]);
    (sure && mentions[found].value.kind != Kind::Other).then_some(found)
}

/// "they": a group that is a subject, unless "Kim and Putin" stand in between.
fn group(document: &Document, mentions: &[Mention<Entity>], at: At) -> Option<usize> {
    let found = nearest(document, mentions, at, |e| e.kind == Kind::Group)?;
    let between = mentions[found].span.end..at.span.start;
    let mut tokens = document.sentences[mentions[found].sentence..=at.sentence]
        .iter()
        .flat_map(|s| &s.syntax.tokens);
    let joined = tokens.any(|t| {
        t.deprel == Deprel::Conj
            && matches!(t.upos, Upos::Propn | Upos::Noun)
            && between.contains(&t.span.start)
    });
    let near = mentions[found].sentence == at.sentence || is_subject(document, &mentions[found]);
    (near && !joined).then_some(found)
}

fn is_person(entity: &Entity) -> bool {
    matches!(entity.kind, Kind::Person | Kind::Role)
}

/// "the company": the only organization that the sentences before name.
fn body(document: &Document, mentions: &[Mention<Entity>], at: At) -> Option<usize> {
    nearest(document, mentions, at, |e| {
        e.kind == Kind::Organization && e.name.starts_with(char::is_uppercase)
    })
}

/// The antecedent in the nearest sentence that has one: its subject, else the only one there.
fn nearest(
    document: &Document,
    mentions: &[Mention<Entity>],
    at: At,
    fits: fn(&Entity) -> bool,
) -> Option<usize> {
    for back in 0..=REACH {
        let sentence = at.sentence.checked_sub(back)?;
        let first = mentions.partition_point(|m| m.sentence < sentence);
        let next = mentions.partition_point(|m| m.sentence <= sentence);
        let here: Vec<usize> = (first..next)
            .filter(|&m| {
                mentions[m].span.end <= at.span.start
                    && fits(&mentions[m].value)
                    && !is_predicate(document, &mentions[m])
                    && (mentions[m].value.kind != Kind::Role || is_subject(document, &mentions[m]))
            })
            .collect();
        if here.is_empty() {
            continue;
        }
        let subjects: Vec<usize> = here
            .iter()
            .copied()
            .filter(|&m| is_subject(document, &mentions[m]))
            .collect();
        return only(mentions, &subjects)
            .or_else(|| only(mentions, &here).filter(|_| subjects.is_empty()));
    }
    None
}

/// The last of the mentions, if all are of one entity.
fn only(mentions: &[Mention<Entity>], among: &[usize]) -> Option<usize> {
    let last = *among.last()?;
    among
        .iter()
        .all(|&m| mentions[m].value.name == mentions[last].value.name)
        .then_some(last)
}

fn is_subject_word(token: &gainsay_syntax::Token) -> bool {
    matches!(token.deprel, Deprel::Nsubj | Deprel::NsubjPass)
}

fn is_subject(document: &Document, mention: &Mention<Entity>) -> bool {
    let tokens = &document.sentences[mention.sentence].syntax.tokens;
    // "Peter Hale and Paul Marsh argued": both are subjects.
    let is_joined = |token: &gainsay_syntax::Token| {
        let first = token.head.filter(|_| token.deprel == Deprel::Conj);
        first.is_some_and(|i| is_subject_word(&tokens[i]))
    };
    let own = &tokens[tokens_of(tokens, mention.span)];
    own.iter()
        .any(|token| is_subject_word(token) || is_joined(token))
}

/// The tokens that lie in a stretch.
fn tokens_of(tokens: &[gainsay_syntax::Token], span: Span) -> Range<usize> {
    let start = tokens.partition_point(|t| t.span.start < span.start);
    start..start + tokens[start..].partition_point(|t| t.span.end <= span.end)
}

/// "She is a hard worker" speaks of one person only: the worker is no one else.
fn is_predicate(document: &Document, mention: &Mention<Entity>) -> bool {
    let sentence = &document.sentences[mention.sentence].syntax;
    tokens_of(&sentence.tokens, mention.span).any(|i| sentence.child(i, &[Deprel::Cop]).is_some())
}

/// The words by which a person or a role may be called: those of all roles, the last of a role's own.
fn said_of(entity: &Entity) -> Vec<String> {
    match entity.kind {
        Kind::Person => {
            let roles = entity.roles.iter();
            roles.flat_map(|role| names::parts(&role.words)).collect()
        }
        Kind::Role => names::parts(&entity.name).pop().into_iter().collect(),
        Kind::Organization | Kind::Group | Kind::Government | Kind::Other => Vec::new(),
    }
}

/// "the officer": the person who is said to be one, else the first who was called so.
fn described(
    article: &Article,
    mentions: &[Mention<Entity>],
    i: usize,
    words: &LazyCell<Vec<Vec<String>>, impl FnOnce() -> Vec<Vec<String>>>,
) -> Option<Link> {
    let mention = &mentions[i];
    if mention.value.kind != Kind::Role {
        return None;
    }
    let before = article.text.get(..mention.span.start)?.trim_end();
    if !(before.ends_with(" the") || before.ends_with("The")) {
        return None;
    }
    let noun = names::parts(&mention.value.name).pop()?;
    let candidates: Vec<usize> = (0..i).filter(|&m| words[m].contains(&noun)).collect();
    let persons: Vec<usize> = candidates
        .iter()
        .copied()
        .filter(|&m| mentions[m].value.kind == Kind::Person)
        .collect();
    let mention_index = only(mentions, &persons)
        .or_else(|| only(mentions, &candidates).filter(|_| persons.is_empty()))?;
    Some(Link {
        span: mention.span,
        sentence: mention.sentence,
        mention: mention_index,
    })
}
