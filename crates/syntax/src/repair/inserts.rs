//! Attributions that interrupt the sentence: "The dam, engineers said, will not hold."
//!
//! The parser reads the words before as the attribution's object, or the words after as its clause. Without the
//! interruption both halves are an ordinary sentence.

use std::ops::Range;

use super::{lexicon, part};
use crate::{Deprel, Sentence, Token, Upos, Xpos};

/// The longest attribution, in words.
const LONGEST: usize = 9;

/// Parses the sentence without its inserted attribution, and that on its own.
pub(super) fn attach(text: &str, sentence: &mut Sentence) {
    let all: Vec<usize> = (0..sentence.tokens.len()).collect();
    let Some(insert) = find(&sentence.tokens) else {
        part::attach(text, sentence, &all);
        return;
    };
    let outer: Vec<usize> = all
        .iter()
        .copied()
        .filter(|i| !insert.contains(i))
        .collect();
    let root = part::attach(text, sentence, &outer);
    let inner: Vec<usize> = insert.collect();
    let inserted = part::attach(text, sentence, &inner);
    if let (Some(root), Some(inserted)) = (root, inserted) {
        part::hang(sentence, inserted, root, Deprel::Parataxis);
    }
}

/// The first inserted attribution, from its opening comma to its closing one, quotation marks included.
fn find(tokens: &[Token]) -> Option<Range<usize>> {
    (1..tokens.len())
        .filter(|&i| tokens[i].xpos == Xpos::Comma)
        .find_map(|open| {
            let from = open + 1 + usize::from(is_quote(tokens.get(open + 1)));
            let close = (from..tokens.len().min(from + LONGEST + 1))
                .find(|&i| tokens[i].xpos == Xpos::Comma)?;
            let end = close + 1 + usize::from(is_quote(tokens.get(close + 1)));
            let fits = attributes(&tokens[from..close])
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

/// Whether no finite verb stands here: the clause still waits for its own.
fn lacks_verb(tokens: &[Token]) -> bool {
    !tokens.iter().any(is_finite)
        && tokens
            .iter()
            .any(|t| matches!(t.upos, Upos::Noun | Upos::Propn | Upos::Pron))
}

/// Whether the clause's verb follows soon.
fn opens_with_verb(tokens: &[Token]) -> bool {
    tokens.iter().take(4).any(is_finite)
}

fn is_finite(token: &Token) -> bool {
    matches!(token.xpos, Xpos::Vbd | Xpos::Vbz | Xpos::Vbp | Xpos::Md)
}
