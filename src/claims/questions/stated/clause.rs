//! Sentences and list items: the words of a value's own clause are its topic.

use std::collections::BTreeSet;

use gainsay_syntax::{Sentence, Span, Token, Upos};

use super::page::Page;
use super::setting;
use super::topic::{self, End, Topic};
use super::value::Value;
use super::version;

/// A stretch of tokens `start..end`.
type Stretch = std::ops::Range<usize>;

/// The topic of a value in a sentence and the stretch that states it; `None` where the words tell nothing.
pub(super) fn topic(
    page: &Page,
    sentence: &Sentence,
    values: &[Value],
    value: &Value,
) -> Option<(Topic, Span)> {
    let text = &page.article.text;
    let clauses = clauses(sentence, text, values);
    let at = clauses.iter().position(|c| {
        sentence.tokens[c.clone()]
            .iter()
            .any(|t| value.span.overlaps(t.span))
    })?;
    let own = clauses[at].clone();
    let mut tokens: Vec<Token> = sentence.tokens[own.clone()].to_vec();
    let versions = |tokens: &[Token]| -> Vec<String> {
        topic::versions(tokens, text, &page.title)
            .into_iter()
            .filter(|v| v.name.is_empty())
            .map(|v| v.number)
            .collect()
    };
    let mut topic = Topic {
        versions: versions(&tokens).into_iter().collect(),
        ..Topic::default()
    };
    let borrowed = borrowed(sentence, &clauses[..at], &own);
    if topic.versions.is_empty() {
        topic.versions = versions(&borrowed).into_iter().collect();
    }
    topic.end = end(&tokens, value, text);
    topic.per = topic::per(tokens.iter().map(|t| t.span.of(text)));
    let counted = counted_before(&tokens, values, value);
    if counted.is_empty() {
        tokens.extend(borrowed);
    }
    // The words of another value are not the topic of this one, but what it counts may be: "a million requests cost $2".
    let speaks = |t: &&Token| {
        !values.iter().any(|v| {
            let own = v.span == value.span;
            let counts = v.counts && (own || v.kind != value.kind && t.upos == Upos::Noun);
            v.span.overlaps(t.span) && !counts
        })
    };
    let state = |t: &&Token| {
        let said = t.span.of(text).to_lowercase();
        value.kind.is_state() && setting::is_state_word(&said)
            || value.kind.is_version() && version::is_sign_word(&said)
    };
    topic.words = topic::words(tokens.iter().filter(speaks).filter(|t| !state(t)));
    topic.words.extend(counted);
    if topic.words.is_empty() {
        topic.words = topic::nouns(tokens.iter().filter(speaks));
    }
    if topic.words.is_empty() {
        topic.words = topic::words(opening(page, sentence, &clauses[0]).iter().filter(speaks));
    }
    let first = sentence.tokens[own.start].span;
    (!topic.words.is_empty() || value.words.is_some()).then_some((topic, first.cover(value.span)))
}

/// What a block opens with: the name of the setting that the rest tells of.
fn opening(page: &Page, sentence: &Sentence, first: &Stretch) -> Vec<Token> {
    let mut opening = sentence.tokens[first.clone()].to_vec();
    let text = &page.article.text;
    if let Some(block) = page.block_of(sentence) {
        opening.extend(page.sentences(block).take(1).flat_map(|s| {
            let end = s
                .tokens
                .iter()
                .position(|t| matches!(t.span.of(text), "(" | "," | "."));
            s.tokens[..end.unwrap_or(s.tokens.len())].to_vec()
        }));
    }
    opening
}

/// The words of what is counted right before a value: "10,000 parts of at least 5 MB" gives the size of parts.
fn counted_before(own: &[Token], values: &[Value], value: &Value) -> BTreeSet<String> {
    let of = own
        .iter()
        .rposition(|t| t.span.end <= value.span.start && t.lemma == "of");
    let Some(of) = of else {
        return BTreeSet::new();
    };
    let before = values.iter().find(|v| {
        v.counts
            && of
                .checked_sub(1)
                .is_some_and(|i| own[i].span.end == v.span.end)
    });
    before.map_or_else(BTreeSet::new, |v| {
        topic::words(own.iter().filter(|t| v.span.overlaps(t.span)))
    })
}

/// What a question asks about: "Is the log on by default?"
pub(super) fn asked(question: &Sentence) -> Topic {
    let says = |t: &&Token| !setting::is_state_word(&t.lemma.to_lowercase());
    Topic {
        words: topic::words(question.tokens.iter().filter(says)),
        ..Topic::default()
    }
}

/// What the words of the clause and those of the value say of the end that it gives: "up to 100 MB".
fn end(tokens: &[Token], value: &Value, text: &str) -> End {
    let said = value.span.of(text).to_lowercase();
    let upper = ["up to", "at most", "no more than"];
    if upper.iter().any(|w| said.starts_with(w)) {
        return End::Most;
    }
    topic::end(tokens.iter())
}

/// What a clause without a verb or a subject of its own takes from those before it.
///
/// "Version 4 ends in May 2025, version 5 in June 2027" gives the second date the first verb; "The plan costs $9 and
/// includes three projects" gives the second clause the first subject.
fn borrowed(sentence: &Sentence, before: &[Stretch], own: &Stretch) -> Vec<Token> {
    let tokens = &sentence.tokens;
    let verb = |range: &Stretch| {
        range
            .clone()
            .find(|&i| matches!(tokens[i].upos, Upos::Verb | Upos::Aux))
    };
    let noun = |range: Stretch| {
        tokens[range]
            .iter()
            .any(|t| matches!(t.upos, Upos::Noun | Upos::Propn | Upos::Pron))
    };
    let Some((first, at)) = before.iter().find_map(|c| verb(c).map(|v| (c.clone(), v))) else {
        return vec![];
    };
    match verb(own) {
        None => tokens[first].to_vec(),
        Some(v) if !noun(own.start..v) => tokens[first.start..at].to_vec(),
        Some(_) => vec![],
    }
}

/// The clauses of a sentence: cut at commas, semicolons, brackets and dashes, and at an "and" that begins another
/// statement.
fn clauses(sentence: &Sentence, text: &str, values: &[Value]) -> Vec<Stretch> {
    let tokens = &sentence.tokens;
    let inside = |i: usize| values.iter().any(|v| v.span.contains(tokens[i].span));
    let mark = |i: usize| {
        matches!(tokens[i].span.of(text), "," | ";" | "(" | ")" | "–" | "—") && !inside(i)
    };
    let holds = |range: Stretch| {
        range.clone().any(|i| {
            tokens[i].upos == Upos::Verb || values.iter().any(|v| v.span.overlaps(tokens[i].span))
        })
    };
    let mut cuts = vec![];
    let mut start = 0;
    for i in 0..tokens.len() {
        let joins = tokens[i].upos == Upos::Cconj && !inside(i) && {
            let next = (i + 1..tokens.len())
                .find(|&j| mark(j))
                .unwrap_or(tokens.len());
            holds(start..i) && holds(i + 1..next)
        };
        if mark(i) || joins {
            if start < i {
                cuts.push(start..i);
            }
            start = i + 1;
        }
    }
    if start < tokens.len() {
        cuts.push(start..tokens.len());
    }
    cuts
}
