//! Clauses of reporting verbs that the parser took for something else.
//!
//! Two signs: a "that" after the verb whose clause hangs elsewhere ("said on condition of anonymity that the deal had
//! collapsed"), and a verb that takes only clauses but got an object ("said the satellite reached orbit"). The clause is
//! then parsed on its own, which also tells the parser that it needs a verb of its own.

use super::{
    lexicon::{self, Report},
    part,
};
use crate::{Deprel, Sentence, Token, Upos, Xpos};

/// Mends each reporting verb's clause, from the left.
pub(super) fn mend(text: &str, sentence: &mut Sentence) {
    for verb in 0..sentence.tokens.len() {
        if sentence.tokens[verb].upos != Upos::Verb {
            continue;
        }
        let Some(report) = lexicon::report(&sentence.tokens[verb].lemma) else {
            continue;
        };
        mark_opener(text, sentence, verb);
        if closes(sentence, verb) {
            sentence.tokens[verb].deprel = Deprel::Parataxis;
            continue;
        }
        if has_clause(sentence, verb) {
            continue;
        }
        if let Some(clause) = clause_before(sentence, verb) {
            sentence.tokens[clause].deprel = Deprel::Ccomp;
            continue;
        }
        if let Some(that) = opener(text, sentence, verb) {
            rebuild(text, sentence, verb, Some(that), that + 1);
        } else if report == Report::Clause && took_object(sentence, verb) {
            rebuild(text, sentence, verb, None, verb + 1);
        }
    }
}

fn has_clause(sentence: &Sentence, verb: usize) -> bool {
    sentence.children(verb).any(|c| {
        let complement = matches!(sentence.tokens[c].deprel, Deprel::Ccomp | Deprel::Parataxis);
        let clause = sentence.child(c, SUBJECTS).is_some() && stands_finite(sentence, c);
        complement && (c < verb || clause)
    })
}

/// Whether the verb and its subject close the sentence as an attribution that the parser took for another clause of it:
/// "Prices will fall, analysts predict", "The toll rose as crews came, the mayor said".
fn closes(sentence: &Sentence, verb: usize) -> bool {
    let token = &sentence.tokens[verb];
    let subject = sentence.child(verb, SUBJECTS).filter(|&s| s < verb);
    let parted = subject.is_some_and(|subject| {
        let first = sentence.subtree(subject)[0];
        first > 0 && sentence.tokens[first - 1].xpos == Xpos::Comma
            || sentence.tokens[first].xpos == Xpos::Comma
    });
    let joined = [Deprel::Cc, Deprel::Mark];
    let joined = sentence.child(verb, &joined).is_some() || is_asked(sentence, verb);
    let leads_on = sentence.tokens[verb + 1..]
        .iter()
        .any(|t| t.upos != Upos::Punct);
    matches!(token.deprel, Deprel::Conj | Deprel::Advcl) && parted && !joined && !leads_on
}

/// A "that" which opens the verb's clause marks it, though the parser took it for an object or a determiner: "confirmed
/// Thursday that the talks have ended".
fn mark_opener(text: &str, sentence: &mut Sentence, verb: usize) {
    let clause = sentence.children(verb).find(|&c| {
        c > verb && sentence.tokens[c].deprel == Deprel::Ccomp && stands_finite(sentence, c)
    });
    let Some(clause) = clause else {
        return;
    };
    let that = sentence.subtree(clause)[0];
    let subject = sentence.child(clause, SUBJECTS);
    let named = subject.is_some_and(|s| s != that);
    if named && sentence.tokens[that].span.of(text) == "that" && that < clause {
        sentence.tokens[that].upos = Upos::Sconj;
        sentence.tokens[that].xpos = Xpos::In;
        part::hang(sentence, that, clause, Deprel::Mark);
    }
}

/// A clause before the verb and its subject that nothing marks as a circumstance: "Three people died, police said".
fn clause_before(sentence: &Sentence, verb: usize) -> Option<usize> {
    let subject = sentence.child(verb, SUBJECTS)?;
    let clause = sentence.child(verb, &[Deprel::Advcl, Deprel::Dep, Deprel::Csubj])?;
    let own = sentence.child(clause, SUBJECTS).is_some();
    let marked = sentence.child(clause, &[Deprel::Mark]).is_some();
    let plain = own && !marked && !is_asked(sentence, clause) && stands_finite(sentence, clause);
    (clause < subject && plain).then_some(clause)
}

/// Whether "when", "where" or "how" opens the clause.
fn is_asked(sentence: &Sentence, clause: usize) -> bool {
    let mut children = sentence.children(clause);
    children.any(|c| sentence.tokens[c].xpos == Xpos::Wrb)
}

/// The "that" behind the verb and its time, place or hearer, if a finite clause follows.
fn opener(text: &str, sentence: &Sentence, verb: usize) -> Option<usize> {
    let tokens = &sentence.tokens;
    let that = (verb + 1..tokens.len().min(verb + 9))
        .take_while(|&i| {
            !matches!(tokens[i].upos, Upos::Verb | Upos::Punct | Upos::Sconj)
                || is_that(text, &tokens[i])
        })
        .find(|&i| is_that(text, &tokens[i]) && i > verb)?;
    let between = &tokens[verb + 1..that];
    let object = between
        .first()
        .is_some_and(|t| t.upos == Upos::Det || t.xpos == Xpos::PrpDollar);
    let plain =
        between.is_empty() || !object || lexicon::report(&tokens[verb].lemma) == Some(Report::Told);
    let next = tokens.get(that + 1)?;
    let clause = !matches!(next.upos, Upos::Verb | Upos::Aux) && clause_of(tokens, that + 1);
    (plain && clause).then_some(that)
}

fn is_that(text: &str, token: &Token) -> bool {
    token.span.of(text).eq_ignore_ascii_case("that") && token.upos != Upos::Det
}

/// Whether a verb that can be finite stands in the rest of the sentence.
fn clause_of(tokens: &[Token], from: usize) -> bool {
    tokens[from.min(tokens.len())..]
        .iter()
        .any(|t| can_be_finite(t.xpos))
}

fn can_be_finite(xpos: Xpos) -> bool {
    matches!(
        xpos,
        Xpos::Vbd | Xpos::Vbz | Xpos::Vbp | Xpos::Md | Xpos::Vbn
    )
}

/// Whether the subject stands before the verb, and an object that hides a clause behind it.
fn took_object(sentence: &Sentence, verb: usize) -> bool {
    let before = sentence.child(verb, SUBJECTS).is_some_and(|s| s < verb);
    let object = sentence.child(verb, &[Deprel::Obj]).filter(|&o| o > verb);
    before && object.is_some_and(|_| clause_of(&sentence.tokens, verb + 1))
}

const SUBJECTS: &[Deprel] = &[
    Deprel::Nsubj,
    Deprel::NsubjPass,
    Deprel::NsubjOuter,
    Deprel::Expl,
];

/// Parses the tokens from `start` on as a clause and hangs it on the verb, if that gives a clause with a subject.
fn rebuild(text: &str, sentence: &mut Sentence, verb: usize, that: Option<usize>, start: usize) {
    let before = sentence.tokens.clone();
    let end = end(&sentence.tokens, start);
    let clause: Vec<usize> = (start..end).collect();
    let rest: Vec<usize> = (0..start)
        .filter(|&i| Some(i) != that)
        .chain(end..before.len())
        .collect();
    if that.is_none()
        || !clause
            .iter()
            .any(|&i| can_be_finite_now(&sentence.tokens[i]))
    {
        restore_past(sentence, start, end);
    }
    let root = part::attach(text, sentence, &rest);
    let inner = part::attach(text, sentence, &clause);
    let whole = inner.is_some_and(|inner| {
        sentence.child(inner, SUBJECTS).is_some()
            && root.is_some()
            && stands_finite(sentence, inner)
    });
    match inner {
        Some(inner) if whole => {
            part::hang(sentence, inner, verb, Deprel::Ccomp);
            if let Some(that) = that {
                sentence.tokens[that].upos = Upos::Sconj;
                sentence.tokens[that].xpos = Xpos::In;
                part::hang(sentence, that, inner, Deprel::Mark);
            }
        }
        _ => sentence.tokens = before,
    }
}

fn can_be_finite_now(token: &Token) -> bool {
    token.xpos != Xpos::Vbn && can_be_finite(token.xpos)
}

/// Whether a clause's head is finite, itself or by a copula or auxiliary.
fn stands_finite(sentence: &Sentence, head: usize) -> bool {
    let helper = sentence.child(head, &[Deprel::Aux, Deprel::AuxPass, Deprel::Cop]);
    can_be_finite_now(&sentence.tokens[head]) || helper.is_some()
}

/// Where the clause ends: before the sentence's last mark.
fn end(tokens: &[Token], start: usize) -> usize {
    let marks = tokens[start..]
        .iter()
        .rev()
        .take_while(|t| t.upos == Upos::Punct);
    tokens.len() - marks.count()
}

/// Reads the first participle without auxiliary as a past tense where the stretch has no finite verb outside of
/// relative clauses: "said the satellite reached orbit".
fn restore_past(sentence: &mut Sentence, start: usize, end: usize) {
    let mut inserted = false;
    let mut helped = false;
    for i in start..end {
        let token = &sentence.tokens[i];
        match token.xpos {
            Xpos::Comma => inserted = opens_relative(sentence.tokens.get(i + 1)),
            _ if inserted => {}
            Xpos::Vbd | Xpos::Vbz | Xpos::Vbp | Xpos::Md => return,
            _ if token.upos == Upos::Aux => helped = true,
            Xpos::Vbn if !helped && i > start => {
                sentence.tokens[i].xpos = Xpos::Vbd;
                return;
            }
            _ => {}
        }
    }
}

fn opens_relative(token: Option<&Token>) -> bool {
    token.is_some_and(|t| matches!(t.xpos, Xpos::Wp | Xpos::Wdt))
}

#[cfg(test)]
mod tests {
    use crate::{Deprel, Span};

    #[test]
    fn a_clause_behind_a_place_or_hearer_is_the_verbs() {
        for text in [
            "Staff said in a statement that the ship had left the port.",
            "He told the panel that the ship had left the port.",
        ] {
            let sentence = &crate::parse(text, Span::new(0, text.len()))[0];
            let left = sentence
                .tokens
                .iter()
                .position(|t| t.span.of(text) == "left");
            assert_eq!(
                sentence.tokens[left.unwrap()].deprel,
                Deprel::Ccomp,
                "{text}"
            );
        }
    }
}
