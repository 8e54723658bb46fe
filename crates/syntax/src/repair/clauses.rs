//! Clauses that the parser lets begin too late: "After two bridges in the valley gave way, the road was closed".
//!
//! "After" opens a phrase as well as a clause, and "in" hardly ever opens a clause; where the parser reads "after two
//! bridges" and "in the valley gave way", the bridges are the subject.

use super::lexicon::{self, Opener};
use super::part;
use crate::{Deprel, Sentence, Token, Upos, Xpos};

/// Mends every clause that a preposition seems to open.
pub(super) fn mend(sentence: &mut Sentence) {
    for marker in 1..sentence.tokens.len() {
        let token = &sentence.tokens[marker];
        if token.deprel == Deprel::Mark
            && opens_no_clause(token)
            && let Some(clause) = find(sentence, marker)
        {
            join(sentence, marker, &clause);
        }
    }
}

/// What the clause consists of.
struct Clause {
    verb: usize,
    /// What the parser took for the subject: "valley".
    place: usize,
    /// The subject: "bridges".
    subject: usize,
    /// What opens the clause: "after".
    opener: usize,
    above: usize,
}

fn find(sentence: &Sentence, marker: usize) -> Option<Clause> {
    let tokens = &sentence.tokens;
    let verb = tokens[marker].head.filter(|&v| is_finite(&tokens[v]))?;
    let place = sentence.child(verb, &[Deprel::Nsubj, Deprel::NsubjPass])?;
    let subject = marker - 1;
    let opener = sentence.child(subject, &[Deprel::Case])?;
    let above = tokens[subject].head?;
    let found = marker < place
        && place < verb
        && matches!(tokens[subject].upos, Upos::Noun | Upos::Propn)
        && lexicon::opener(&tokens[opener].lemma) == Some(Opener::Clause)
        && above != verb
        && !sentence.ancestors(above).any(|a| a == verb);
    found.then_some(Clause {
        verb,
        place,
        subject,
        opener,
        above,
    })
}

fn join(sentence: &mut Sentence, marker: usize, clause: &Clause) {
    let relation = sentence.tokens[clause.place].deprel;
    for inside in marker + 1..clause.place {
        if sentence.tokens[inside].head == Some(clause.verb) {
            sentence.tokens[inside].head = Some(clause.place);
        }
    }
    part::hang(sentence, clause.verb, clause.above, Deprel::Advcl);
    part::hang(sentence, clause.subject, clause.verb, relation);
    part::hang(sentence, clause.opener, clause.verb, Deprel::Mark);
    part::hang(sentence, clause.place, clause.subject, Deprel::Nmod);
    part::hang(sentence, marker, clause.place, Deprel::Case);
}

fn is_finite(token: &Token) -> bool {
    matches!(token.xpos, Xpos::Vbd | Xpos::Vbz | Xpos::Vbp)
}

fn opens_no_clause(token: &Token) -> bool {
    lexicon::opener(&token.lemma) == Some(Opener::Place)
}
