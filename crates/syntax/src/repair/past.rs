//! Past tenses that the tagger takes for participles.
//!
//! "A quake struck the island" and "The envoy, a former judge, resigned" have no other finite verb, and a participle is
//! followed by no object and closes no insertion. "A guard said by telephone" has no auxiliary, and nothing is "said to be".
//! "After a quake killed 23 people" counts what was killed, and a passive counts nobody behind it.
//! A form that only a past has is no present: "Divers dug the anchor out of the mud".
//! In "The plane lost contact, a pilot said" the words before the attribution need a verb of their own.

use super::lexicon;
use crate::{Token, Upos, Xpos, lemmas};

/// Mends the tags of a sentence.
pub(super) fn mend(tokens: &mut [Token]) {
    for token in tokens.iter_mut() {
        mend_present(token);
    }
    for i in 1..tokens.len() {
        if tokens[i].xpos == Xpos::Vbn && (is_said(tokens, i) || counts(tokens, i)) {
            tokens[i].xpos = Xpos::Vbd;
        }
    }
    if !tokens.iter().any(is_finite) {
        restore(tokens, is_past);
    } else if let Some(end) = attribution(tokens) {
        let account = &mut tokens[..end];
        if !account.iter().any(is_finite) {
            restore(account, follows_name);
        }
    }
}

/// Makes a present a past whose form no present has: "dug".
fn mend_present(token: &mut Token) {
    let present = token.upos == Upos::Verb && matches!(token.xpos, Xpos::Vb | Xpos::Vbp);
    if let Some(base) = lemmas::only_past_of(&token.lemma).filter(|_| present) {
        token.xpos = Xpos::Vbd;
        base.clone_into(&mut token.lemma);
    }
}

/// Makes the first participle that passes a past tense.
fn restore(tokens: &mut [Token], passes: impl Fn(&[Token], usize) -> bool) {
    let verb = (1..tokens.len()).find(|&i| tokens[i].xpos == Xpos::Vbn && passes(tokens, i));
    if let Some(verb) = verb {
        tokens[verb].xpos = Xpos::Vbd;
    }
}

/// Whether the participle is "said" or "told" with a speaker before it and no auxiliary.
fn is_said(tokens: &[Token], i: usize) -> bool {
    let says = tokens[i].lemma == "say" && tokens.get(i + 1).is_none_or(|t| t.xpos != Xpos::To);
    let near = &tokens[i.saturating_sub(3)..i];
    let speaker = match near {
        [.., one, other] => is_name(other) || (one.upos == Upos::Det && other.upos == Upos::Adj),
        _ => near.last().is_some_and(is_name),
    };
    says && speaker && !near.iter().any(|t| t.upos == Upos::Aux)
}

/// Whether the participle follows a noun, no auxiliary, and counts things or people right behind it.
fn counts(tokens: &[Token], i: usize) -> bool {
    let near = &tokens[i.saturating_sub(4)..i];
    let named = near.last().is_some_and(is_name) && near.iter().all(|t| t.upos != Upos::Aux);
    let counted = match &tokens[i + 1..] {
        [number, noun, ..] if number.xpos == Xpos::Cd => {
            noun.xpos == Xpos::Nns && !lexicon::is_span(&noun.lemma)
        }
        _ => false,
    };
    named && counted
}

/// Where the comma of a closing attribution stands: ", an airline official said".
pub(super) fn attribution(tokens: &[Token]) -> Option<usize> {
    let comma = tokens.iter().rposition(|t| t.xpos == Xpos::Comma)?;
    let mut verbs = tokens[comma..].iter().filter(|t| is_finite(t));
    let verb = verbs.next()?;
    let alone = verbs.next().is_none() && lexicon::report(&verb.lemma).is_some();
    (alone && tokens[comma..].iter().any(is_name)).then_some(comma)
}

/// Whether the participle follows a name or noun and no auxiliary.
fn follows_name(tokens: &[Token], i: usize) -> bool {
    let helped = tokens[..i].iter().any(|t| t.upos == Upos::Aux);
    !helped && is_name(&tokens[i - 1])
}

/// Whether the participle must be the sentence's verb.
fn is_past(tokens: &[Token], i: usize) -> bool {
    let helped = tokens[..i].iter().any(|t| t.upos == Upos::Aux);
    let named = tokens[..i].iter().any(is_name);
    let object = tokens
        .get(i + 1)
        .is_some_and(|t| t.upos == Upos::Det || t.xpos == Xpos::PrpDollar);
    !helped && named && (object || closes_insert(&tokens[..i]))
}

/// Whether the words are a noun phrase and an insertion between two commas.
fn closes_insert(tokens: &[Token]) -> bool {
    let is_comma = |t: &Token| t.xpos == Xpos::Comma;
    let open = tokens.iter().position(is_comma);
    let closed = tokens.last().is_some_and(is_comma);
    closed && open.is_some_and(|open| open + 1 < tokens.len() && tokens[..open].iter().any(is_name))
}

pub(super) fn is_name(token: &Token) -> bool {
    matches!(
        token.upos,
        Upos::Noun | Upos::Propn | Upos::Pron | Upos::Num
    )
}

/// Whether a verb form is finite by itself.
pub(super) fn is_finite(token: &Token) -> bool {
    matches!(token.xpos, Xpos::Vbd | Xpos::Vbz | Xpos::Vbp | Xpos::Md)
}
