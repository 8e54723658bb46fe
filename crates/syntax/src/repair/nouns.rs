//! Verbs that the tagger takes for nouns.
//!
//! No list knows "struck" as a noun: "The quake struck at dawn".
//! Where a clause has no finite verb, a noun that another noun stands before and that an object follows is its verb. By
//! itself a past says so that is no base: "The quake shook Arvel". A form in -s does where an attribution tells that the
//! words are a clause: "Marlin employs 4,100 people, the union said", but "Corvane shares 3 days later".

use super::past::{attribution, is_finite, is_name};
use crate::tagger::{vocabulary, words};
use crate::{Token, Upos, Xpos, lemmas};

/// Mends the tags of a sentence.
pub(super) fn mend(tokens: &mut [Token]) {
    for i in 1..tokens.len() {
        if is_name(&tokens[i - 1]) && !is_noun(&tokens[i].lemma) {
            turn(&mut tokens[i], past);
        }
    }
    if !tokens.iter().any(is_finite) {
        restore(tokens, past);
        close_apposition(tokens);
    } else if let Some(end) = attribution(tokens) {
        let account = &mut tokens[..end];
        if !account.iter().any(is_finite) {
            restore(account, |token| past(token).or_else(|| present(token)));
        }
    }
}

/// Makes the first noun a verb that stands between a noun and an object and that `reads` as one.
fn restore(tokens: &mut [Token], reads: impl Fn(&Token) -> Option<(Xpos, String)>) {
    let helped = tokens.iter().position(|t| t.upos == Upos::Aux);
    let end = helped.unwrap_or(tokens.len());
    for i in 1..end {
        let between = is_name(&tokens[i - 1]) && is_object(&tokens[i + 1..]);
        if between && turn(&mut tokens[i], &reads) {
            return;
        }
    }
}

/// Makes the noun a verb that stands where an apposition has closed: "His deputy, Ann Roe, also leaves".
fn close_apposition(tokens: &mut [Token]) {
    let comma = |token: &Token| token.xpos == Xpos::Comma;
    let Some(opens) = tokens.iter().position(comma) else {
        return;
    };
    let Some(closes) = (opens + 1..tokens.len()).find(|&i| comma(&tokens[i])) else {
        return;
    };
    let adverbs = tokens[closes + 1..].iter();
    let verb = closes + 1 + adverbs.take_while(|t| t.upos == Upos::Adv).count();
    let named = tokens[opens + 1..closes]
        .iter()
        .all(|t| t.upos == Upos::Propn);
    let told = opens.checked_sub(1).is_some_and(|i| is_name(&tokens[i]));
    if named && told && verb < tokens.len() && is_verb(&tokens[verb].lemma) {
        turn(&mut tokens[verb], present);
    }
}

/// Makes the noun the verb that it reads as, if it does.
fn turn(token: &mut Token, reads: impl Fn(&Token) -> Option<(Xpos, String)>) -> bool {
    let Some((xpos, lemma)) = reads(token) else {
        return false;
    };
    (token.upos, token.xpos, token.lemma) = (Upos::Verb, xpos, lemma);
    true
}

/// Whether a list knows the word as a noun.
fn is_noun(word: &str) -> bool {
    vocabulary::kinds(words::key(word)) & vocabulary::NOUN != 0
}

/// Whether a list knows the word as a verb.
fn is_verb(word: &str) -> bool {
    vocabulary::kinds(words::key(word)) & vocabulary::VERB != 0
}

/// A singular noun as a past.
fn past(token: &Token) -> Option<(Xpos, String)> {
    let base = lemmas::only_past_of(&token.lemma).filter(|_| token.xpos == Xpos::Nn)?;
    Some((Xpos::Vbd, base.to_owned()))
}

/// A plural noun as a present, with what the tagger takes for its singular as the base.
fn present(token: &Token) -> Option<(Xpos, String)> {
    (token.xpos == Xpos::Nns).then(|| (Xpos::Vbz, token.lemma.clone()))
}

/// Whether the words begin a noun phrase of their own: no noun of one phrase stands before its determiner.
fn is_object(tokens: &[Token]) -> bool {
    let counted = |t: &Token| t.xpos == Xpos::Nns;
    match tokens {
        [first, next, ..] if first.xpos == Xpos::Cd => counted(next),
        [first, ..] => {
            matches!(first.upos, Upos::Det | Upos::Propn) || first.xpos == Xpos::PrpDollar
        }
        [] => false,
    }
}
