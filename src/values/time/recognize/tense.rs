//! Which way a clause looks: "met on Wednesday" is the past one, "will meet on Wednesday" the coming one.

use super::atom::Atom;
use super::line::Line;
use gainsay_syntax::{Deprel, Sentence, Upos, Xpos};

/// The direction that the verb of a clause gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    /// It happened.
    Past,
    /// It is going on, or holds always.
    Present,
    /// It is to come.
    Future,
    /// No verb tells.
    Unknown,
}

/// The tense of the clause that an atom stands in.
pub(super) fn tense(line: &Line, atom: &Atom) -> Tense {
    let before = atom.start.wrapping_sub(1);
    if line.is_one(before.wrapping_sub(1), &["soon", "early", "late"]) && line.is(before, "as") {
        return Tense::Future;
    }
    let Some(token) = line.token_index(atom.start) else {
        return Tense::Unknown;
    };
    match verb_above(line.syntax, token) {
        Some(verb) => tense_of(line, verb),
        None => Tense::Unknown,
    }
}

/// The verb or copular predicate that token `i` hangs on.
fn verb_above(sentence: &Sentence, i: usize) -> Option<usize> {
    let mut ancestors = sentence.ancestors(i).take(sentence.tokens.len());
    ancestors.find(|&h| {
        matches!(sentence.tokens[h].upos, Upos::Verb)
            || sentence.child(h, &[Deprel::Cop, Deprel::Aux]).is_some()
    })
}

/// The tense of a verb from its auxiliaries, its own form, and the verb that governs its infinitive.
fn tense_of(line: &Line, verb: usize) -> Tense {
    let sentence = line.syntax;
    let word = |i: usize| sentence.tokens[i].span.of(line.text);
    let helpers = |i: usize| {
        let kinds = [Deprel::Aux, Deprel::AuxPass, Deprel::Cop, Deprel::Mark];
        sentence
            .children(i)
            .filter(move |&c| kinds.contains(&sentence.tokens[c].deprel))
    };
    let mut seen = Tense::Unknown;
    for helper in helpers(verb) {
        let token = &sentence.tokens[helper];
        match word(helper).to_ascii_lowercase().as_str() {
            "will" | "'ll" | "wo" | "shall" | "would" | "'d" | "may" | "might" | "could"
            | "can" | "should" | "must" => {
                let perfect = helpers(verb).any(|h| word(h).eq_ignore_ascii_case("have"));
                return if perfect { Tense::Past } else { Tense::Future };
            }
            "had" | "was" | "were" | "did" | "has" | "have" | "'ve" | "been" => seen = Tense::Past,
            "is" | "are" | "am" | "'s" | "'re" | "do" | "does" if seen == Tense::Unknown => {
                seen = Tense::Present
            }
            "to" if token.upos == Upos::Part => return Tense::Future,
            _ => {}
        }
    }
    if seen == Tense::Present && sentence.tokens[verb].xpos == Xpos::Vbg {
        return Tense::Future;
    }
    match (seen, sentence.tokens[verb].xpos) {
        (Tense::Unknown, Xpos::Vbd | Xpos::Vbn) => Tense::Past,
        (Tense::Unknown, Xpos::Vbz | Xpos::Vbp) => Tense::Present,
        (Tense::Unknown, Xpos::Vbg) => sentence.tokens[verb].head.map_or(Tense::Unknown, |h| {
            verb_at(sentence, h)
                .filter(|&v| v != verb && v < verb)
                .map_or(Tense::Unknown, |v| own_tense(sentence, v))
        }),
        (seen, _) => seen,
    }
}

fn verb_at(sentence: &Sentence, i: usize) -> Option<usize> {
    (sentence.tokens[i].upos == Upos::Verb)
        .then_some(i)
        .or_else(|| verb_above(sentence, i))
}

fn own_tense(sentence: &Sentence, verb: usize) -> Tense {
    match sentence.tokens[verb].xpos {
        Xpos::Vbd | Xpos::Vbn => Tense::Past,
        Xpos::Vbz | Xpos::Vbp => Tense::Present,
        _ => Tense::Unknown,
    }
}
