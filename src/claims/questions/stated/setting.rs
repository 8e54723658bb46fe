//! States that a page gives a feature: enabled or disabled, supported or not, required or optional.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use gainsay_syntax::{Deprel, Sentence, Span, Upos};

use super::kind::Kind;
use super::value::Value;
use crate::claims::Answer;
use crate::claims::referent::{Many, Referent};
use crate::lexicon::rows;

/// On and off, which cells write "true" and "false", too.
const SWITCH: Kind = Kind::State("state switch");
/// Supported or not.
const SUPPORT: Kind = Kind::State("state support");
/// A cell's "yes" and "no", of whatever its headers say.
const CELL: Kind = Kind::State("state cell");

/// A row of settings.tsv.
struct Setting {
    kind: Kind,
    name: &'static str,
    words: Vec<&'static str>,
}

static SETTINGS: LazyLock<Vec<Setting>> = LazyLock::new(|| {
    let setting = |[state, name, words]: [&'static str; 3]| Setting {
        kind: Kind::State(state),
        name,
        words: words.split('|').collect(),
    };
    rows(include_str!("settings.tsv")).map(setting).collect()
});

/// The state that a sentence gives its subject: a state's word after a form of "be" that says what holds.
pub(super) fn find(sentence: &Sentence, text: &str) -> Option<Value> {
    let tokens = &sentence.tokens;
    let words: Vec<String> = tokens
        .iter()
        .map(|t| t.span.of(text).to_lowercase())
        .collect();
    (0..tokens.len()).find_map(|i| {
        let (state, length) = state_at(&words[i..])?;
        let copula = (i.saturating_sub(4)..i).rev().find(|&j| {
            matches!(
                words[j].as_str(),
                "is" | "are" | "be" | "remains" | "remain"
            )
        })?;
        // "Is on port 80" and "the flag is on the left" are no states.
        let particle = tokens[i].upos == Upos::Adp && length == 1;
        let closed = words.get(i + length).is_none_or(|w| {
            matches!(
                w.as_str(),
                "." | "," | ";" | ")" | "by" | "unless" | "in" | "for" | "when" | "and"
            )
        });
        let adverbs = words[copula + 1..i].iter().all(|w| {
            matches!(
                w.as_str(),
                "not"
                    | "n't"
                    | "now"
                    | "always"
                    | "also"
                    | "currently"
                    | "no"
                    | "longer"
                    | "turned"
                    | "switched"
                    | "still"
                    | "yet"
            )
        });
        if !adverbs || particle && !closed {
            return None;
        }
        let negated = words[copula + 1..i]
            .iter()
            .any(|w| matches!(w.as_str(), "not" | "n't" | "no"));
        let name = if negated {
            opposite(state)?
        } else {
            state.name
        };
        let span = tokens[copula].span.cover(tokens[i + length - 1].span);
        Some(value(span, state.kind, name))
    })
}

/// What a sentence says that its subject supports or not: "Larder does not support TLS".
pub(super) fn supports(sentence: &Sentence, text: &str) -> Option<Value> {
    let tokens = &sentence.tokens;
    let verb = (0..tokens.len())
        .find(|&i| tokens[i].upos == Upos::Verb && tokens[i].lemma == "support")?;
    let said = |i: usize| tokens[i].span.of(text);
    let object = tokens
        .get(verb + 1)
        .filter(|t| matches!(t.upos, Upos::Noun | Upos::Propn | Upos::Adj))?;
    let denied = (verb.saturating_sub(3)..verb)
        .any(|i| matches!(said(i), "not" | "n't" | "longer" | "never"));
    let may = (verb.saturating_sub(3)..verb)
        .any(|i| matches!(said(i), "may" | "might" | "could" | "would"));
    let end = (verb + 1..tokens.len())
        .take_while(|&i| matches!(tokens[i].upos, Upos::Noun | Upos::Propn | Upos::Adj))
        .last()?;
    let name = if denied { "unsupported" } else { "supported" };
    // Who supports it belongs to the question; "it" does not tell.
    let subject = sentence.child(verb, &[Deprel::Nsubj])?;
    let words = tokens[verb + 1..=end].iter().chain([&tokens[subject]]);
    (!may && tokens[subject].upos != Upos::Pron).then(|| Value {
        words: Some(words.map(|t| t.lemma.to_lowercase()).collect()),
        ..value(
            tokens[verb].span.cover(object.span).cover(tokens[end].span),
            SUPPORT,
            name,
        )
    })
}

/// The names that a sentence lists as supported: "Tern runs on Linux, macOS and Windows".
pub(super) fn supported(sentence: &Sentence, text: &str) -> Vec<Value> {
    let tokens = &sentence.tokens;
    let said = |i: usize| tokens[i].span.of(text);
    let opens = |i: usize| {
        let verb = matches!(
            tokens[i].lemma.as_str(),
            "run" | "work" | "available" | "install"
        );
        verb && tokens
            .get(i + 1)
            .is_some_and(|t| matches!(t.lemma.as_str(), "on" | "with"))
    };
    let denied = (0..tokens.len()).any(|i| matches!(said(i), "not" | "n't" | "no" | "only"));
    let Some(start) = (0..tokens.len()).find(|&i| opens(i)).filter(|_| !denied) else {
        return vec![];
    };
    // "macOS" is a name, too.
    let name = |i: usize| said(i).contains(|c: char| c.is_ascii_uppercase());
    let listed =
        (start + 2..tokens.len()).take_while(|&i| matches!(said(i), "," | "and" | "or") || name(i));
    let names = listed.filter(|&i| name(i));
    names
        .map(|i| Value {
            words: Some(BTreeSet::from([said(i).to_lowercase()])),
            ..value(tokens[i].span, SUPPORT, "supported")
        })
        .collect()
}

/// The state that an answer to a question gives: "Is the log on by default?" and "No."
pub(super) fn answered(question: &Sentence, answer: &Sentence, text: &str) -> Option<Value> {
    let first = answer.tokens.first()?;
    let no = match first.span.of(text).to_lowercase().as_str() {
        "no" => true,
        "yes" => false,
        _ => return None,
    };
    let words: Vec<String> = question
        .tokens
        .iter()
        .map(|t| t.span.of(text).to_lowercase())
        .collect();
    let asks = words.last().is_some_and(|w| w == "?")
        && matches!(words[0].as_str(), "is" | "are" | "does" | "do" | "can");
    let (state, _) = (1..words.len())
        .find_map(|i| state_at(&words[i..]))
        .filter(|_| asks)?;
    let name = if no { opposite(state)? } else { state.name };
    Some(value(first.span, state.kind, name))
}

/// The state that is all of a cell: "Yes", "Enabled".
pub(super) fn cell(span: Span, text: &str) -> Option<Value> {
    let said = span.of(text).trim().to_lowercase();
    match said.as_str() {
        "true" => return Some(value(span, SWITCH, "enabled")),
        "false" => return Some(value(span, SWITCH, "disabled")),
        "yes" | "✓" | "✔" | "✅" => return Some(value(span, CELL, "yes")),
        "no" | "✗" | "✘" | "❌" => return Some(value(span, CELL, "no")),
        _ => {}
    }
    let words: Vec<String> = said.split_whitespace().map(str::to_owned).collect();
    let (state, length) = state_at(&words)?;
    (length == words.len()).then(|| value(span, state.kind, state.name))
}

/// Whether a word belongs to a state and so says nothing of what has it.
pub(super) fn is_state_word(word: &str) -> bool {
    SETTINGS.iter().any(|s| s.words.contains(&word))
}

/// The state whose words begin here, and how many words they are; the longest wins.
fn state_at(words: &[String]) -> Option<(&'static Setting, usize)> {
    let starts = |phrase: &str| {
        let parts: Vec<&str> = phrase.split(' ').collect();
        let begins = parts.len() <= words.len() && parts.iter().zip(words).all(|(p, w)| p == w);
        begins.then_some(parts.len())
    };
    SETTINGS
        .iter()
        .filter_map(|s| {
            s.words
                .iter()
                .filter_map(|p| starts(p))
                .max()
                .map(|n| (s, n))
        })
        .max_by_key(|(_, n)| *n)
}

/// The other member of a set of two: "not enabled" is disabled, "not stable" may be many things.
fn opposite(state: &Setting) -> Option<&'static str> {
    let mut others = SETTINGS
        .iter()
        .filter(|s| s.kind == state.kind && s.name != state.name);
    let other = others.next()?;
    others.next().is_none().then_some(other.name)
}

fn value(span: Span, kind: Kind, name: &str) -> Value {
    Value {
        span,
        kind,
        answer: Answer::Words(Referent {
            span,
            head: name.to_owned(),
            name: vec![],
            modifiers: vec![],
            owner: vec![],
            many: Many::Untold,
        }),
        counts: false,
        words: None,
    }
}
