//! Who is left out stands within the subject: "All of the workers but Maria Soto escaped".
//!
//! The parser takes the one who is left out for the subject. It reads the sentence without those words, which then hang
//! on what they are left out of.

use std::ops::Range;

use super::part;
use crate::{Deprel, Sentence, Token, Upos};

/// How far before the exception the word for all may stand.
const REACH: usize = 6;

/// Where "but Maria Soto" stands, behind a word for all and right before a verb.
pub(super) fn find(tokens: &[Token]) -> Option<Range<usize>> {
    (1..tokens.len()).find_map(|but| {
        if !matches!(tokens[but].lemma.as_str(), "but" | "except" | "save") {
            return None;
        }
        let before = &tokens[but.saturating_sub(REACH)..but];
        let all = before.iter().rposition(is_all)?;
        let nominal = |t: &Token| {
            use Upos::{Adj, Adp, Det, Noun, Num, Pron, Propn};
            matches!(t.upos, Adj | Adp | Det | Noun | Num | Pron | Propn)
        };
        let named = tokens[but + 1..].iter().take_while(|t| nominal(t)).count();
        let end = but + 1 + named;
        let verb = |t: &Token| matches!(t.upos, Upos::Verb | Upos::Aux);
        let followed = tokens.get(end).is_some_and(verb);
        let whole = named > 0 && followed && before[all + 1..].iter().all(nominal);
        whole.then_some(but..end)
    })
}

fn is_all(token: &Token) -> bool {
    matches!(
        token.lemma.as_str(),
        "all" | "every" | "everyone" | "everybody"
    )
}

/// Parses the sentence without the exception, and hangs that on the noun before it.
pub(super) fn attach(text: &str, sentence: &mut Sentence, exception: Range<usize>) {
    let but = exception.start;
    let (inner, outer): (Vec<usize>, Vec<usize>) =
        (0..sentence.tokens.len()).partition(|i| exception.contains(i));
    part::attach(text, sentence, &outer);
    let Some(named) = part::attach(text, sentence, &inner[1..]) else {
        return;
    };
    let outside = |i: &usize| sentence.tokens[*i].head.is_none_or(|h| h > but);
    let of = (but.saturating_sub(REACH)..but).find(outside);
    part::hang(sentence, named, of.unwrap_or(but - 1), Deprel::Nmod);
    part::hang(sentence, but, named, Deprel::Case);
}
