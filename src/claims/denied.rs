//! How far a denial reaches within its sentence: of the rest alone, of one charge, of one manner.

use gainsay_syntax::{Deprel, Sentence, Xpos};

use super::WORDS;
use super::modality::is_negative_phrase;

/// "Nobody else", "none of the other pupils": it is denied of all but those who were told of.
fn denies_of_the_rest(sentence: &Sentence, head: usize) -> bool {
    let rest = |i: usize| matches!(sentence.tokens[i].lemma.as_str(), "else" | "other");
    let part = |i: usize| {
        let deprel = sentence.tokens[i].deprel;
        let participant = [Deprel::Nsubj, Deprel::NsubjPass, Deprel::Obj].contains(&deprel);
        participant && is_negative_phrase(sentence, i)
    };
    let has_rest = |phrase: usize| {
        let below = |i: usize| sentence.ancestors(i).take(2).any(|a| a == phrase);
        (0..sentence.tokens.len()).any(|i| rest(i) && below(i))
    };
    sentence.children(head).any(|c| part(c) && has_rest(c))
}

/// "Not accused of lying": what is denied is the accusation of that, not every accusation. Nor does "nobody else was
/// accused" deny that somebody was, or "not freed by force" that anybody was freed.
pub(super) fn denies_a_part(sentence: &Sentence, head: usize) -> bool {
    let tokens = &sentence.tokens;
    let is_content = |c: &usize| {
        let clause = matches!(
            tokens[*c].deprel,
            Deprel::Advcl | Deprel::Xcomp | Deprel::Acl
        );
        let marked = |m: usize| {
            let word = tokens[m].lemma.to_lowercase();
            m < *c && matches!(word.as_str(), "of" | "with" | "for" | "from" | "in")
        };
        clause && *c > head && tokens[*c].xpos == Xpos::Vbg && sentence.children(*c).any(marked)
    };
    let part = |c: usize| is_content(&c) || is_manner(sentence, c);
    sentence.children(head).any(part) || denies_of_the_rest(sentence, head)
}

/// "By force", "by accident": how a deed is done, where "by police" would tell who does it.
fn is_manner(sentence: &Sentence, phrase: usize) -> bool {
    let mut before = sentence.children(phrase);
    let by = before
        .next()
        .is_some_and(|c| sentence.tokens[c].lemma == "by");
    by && before.next().is_none() && WORDS.has("manner", &sentence.tokens[phrase].lemma)
}
