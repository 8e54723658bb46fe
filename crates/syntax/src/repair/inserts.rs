//! Attributions that interrupt the sentence: "The dam, engineers said, will not hold", "The deal, according to the paper,
//! is worth more".
//!
//! The parser reads the words before as the attribution's object, or the words after as its clause. Without the
//! interruption both halves are an ordinary sentence.

use std::ops::Range;

use super::{lexicon, part, past::is_finite};
use crate::{Deprel, Sentence, Token, Upos, Xpos};

/// The longest attribution, in words.
const LONGEST: usize = 9;

/// Hangs the attribution, whose own root is `inserted`, on the sentence's root.
pub(super) fn join(sentence: &mut Sentence, inserted: usize, root: usize) {
    let deprel = match sentence.tokens[inserted].upos {
        Upos::Verb | Upos::Aux => Deprel::Parataxis,
        _ => Deprel::Obl,
    };
    part::hang(sentence, inserted, root, deprel);
}

/// Reads a participle that must be the clause's verb as a past tense: "The attack, officials said, killed six soldiers".
pub(super) fn restore_past(tokens: &mut [Token]) {
    let verb = tokens
        .iter_mut()
        .take(OPENING)
        .find(|t| t.upos == Upos::Verb || t.upos == Upos::Aux);
    if let Some(verb) = verb.filter(|v| v.xpos == Xpos::Vbn) {
        verb.xpos = Xpos::Vbd;
    }
}

/// Words among which the verb of an interrupted clause must come.
const OPENING: usize = 4;

/// The first inserted attribution, from its opening comma to its closing one, quotation marks included.
pub(super) fn find(tokens: &[Token]) -> Option<Range<usize>> {
    (1..tokens.len())
        .filter(|&i| tokens[i].xpos == Xpos::Comma)
        .find_map(|open| {
            let from = open + 1 + usize::from(is_quote(tokens.get(open + 1)));
            let close = (from..tokens.len().min(from + LONGEST + 1))
                .find(|&i| tokens[i].xpos == Xpos::Comma)?;
            let end = close + 1 + usize::from(is_quote(tokens.get(close + 1)));
            let words = &tokens[from..close];
            let fits = (attributes(words) || cites(words))
                && lacks_verb(&tokens[..open])
                && opens_with_verb(&tokens[end..]);
            fits.then_some(open..end)
        })
}

fn is_quote(token: Option<&Token>) -> bool {
    token.is_some_and(|t| matches!(t.xpos, Xpos::OpenQuote | Xpos::CloseQuote))
}

/// Whether the words are a speaker and a reporting verb, in either order, and nothing that leads on.
fn attributes(tokens: &[Token]) -> bool {
    let mut verbs = tokens
        .iter()
        .filter(|t| matches!(t.upos, Upos::Verb | Upos::Aux));
    let reports = verbs
        .next()
        .is_some_and(|v| lexicon::report(&v.lemma).is_some() && is_finite(v));
    let speaker = tokens.iter().any(|t| {
        matches!(t.upos, Upos::Noun | Upos::Propn | Upos::Pron)
            && t.xpos != Xpos::Wp
            && t.xpos != Xpos::Wdt
    });
    let leads = tokens.first().is_some_and(|t| {
        matches!(t.upos, Upos::Cconj | Upos::Sconj | Upos::Adp)
            || matches!(t.xpos, Xpos::Wp | Xpos::Wdt | Xpos::Wrb)
    });
    reports && verbs.next().is_none() && speaker && !leads
}

/// Whether the words are "according to" and a source.
fn cites(tokens: &[Token]) -> bool {
    let [first, second, source @ ..] = tokens else {
        return false;
    };
    first.lemma.starts_with("accord") && second.lemma == "to" && !source.iter().any(is_finite)
}

/// Whether no finite verb stands here: the clause still waits for its own.
fn lacks_verb(tokens: &[Token]) -> bool {
    !tokens.iter().any(is_finite)
        && tokens
            .iter()
            .any(|t| matches!(t.upos, Upos::Noun | Upos::Propn | Upos::Pron))
}

/// Whether the clause's verb follows soon.
fn opens_with_verb(tokens: &[Token]) -> bool {
    tokens
        .iter()
        .take(OPENING)
        .any(|t| is_finite(t) || t.xpos == Xpos::Vbn)
}
