//! What news writes and treebanks hardly show: repairs before and after the parser.
//!
//! Before: tags are mended that no sentence can have, and "the 54-year-old" is somebody. An inserted attribution ("The dam,
//! engineers said, will not hold") is parsed apart from the sentence it interrupts, and so are who is left out of a subject
//! ("All but Ann Roe escaped") and the second count of a headline ("Storm kills 27, thousands homeless"). After: a clause
//! begins at its subject, one that a reporting verb opens is parsed on its own where the parser took it for something
//! else, titles hang on the names that follow them, "has or will supply" and "has yet to open" are one verb, "fell 4
//! percent" has no object, "killed and 18 others injured" injured those others, a day before "police said" dates what
//! they said, and a reflexive is no subject. `spec.md` beside this file holds the sentences that the repairs are measured
//! by, and words that must come out of single repairs.

mod afterthoughts;
mod ages;
mod chains;
mod clauses;
mod counts;
mod elisions;
mod exceptions;
mod headlines;
mod inserts;
mod lexicon;
mod measures;
mod names;
mod nouns;
mod numerals;
mod part;
mod past;
mod reflexives;
mod reports;
mod titles;
mod waits;

use crate::{Sentence, parser};

/// Longer sentences are lists and tables, which no repair is meant for.
const LONGEST: usize = 200;

/// Gives every token of a tagged sentence its head and relation, mending tags and trees on the way.
pub(crate) fn attach(text: &str, sentence: &mut Sentence) {
    if sentence.tokens.len() > LONGEST {
        parser::attach(text, sentence);
        return;
    }
    numerals::mend(&mut sentence.tokens);
    names::mend(text, &mut sentence.tokens);
    nouns::mend(&mut sentence.tokens);
    ages::mend(&mut sentence.tokens);
    past::mend(&mut sentence.tokens);
    if let Some(exception) = exceptions::find(&sentence.tokens) {
        exceptions::attach(text, sentence, exception);
    } else if let Some(comma) = counts::find(&sentence.tokens) {
        counts::attach(text, sentence, comma);
    } else {
        attach_parts(text, sentence);
    }
    waits::mend(sentence);
    clauses::mend(sentence);
    reflexives::mend(text, sentence);
    reports::mend(text, sentence);
    afterthoughts::mend(sentence);
    elisions::mend(sentence);
    headlines::mend(sentence);
    titles::mend(text, sentence);
    measures::mend(sentence);
}

/// Parses the sentence without what interrupts it, then puts that back.
fn attach_parts(text: &str, sentence: &mut Sentence) {
    let insert = inserts::find(&sentence.tokens).unwrap_or_default();
    let chain = chains::find(&sentence.tokens).filter(|i| !insert.contains(i));
    if !insert.is_empty() {
        inserts::restore_past(&mut sentence.tokens[insert.end..]);
    }
    let left_out = |i: &usize| insert.contains(i) || chain.is_some_and(|c| (c..c + 2).contains(i));
    let outer: Vec<usize> = (0..sentence.tokens.len())
        .filter(|i| !left_out(i))
        .collect();
    let root = part::attach(text, sentence, &outer);
    let inner: Vec<usize> = insert.collect();
    let inserted = part::attach(text, sentence, &inner);
    if let (Some(root), Some(inserted)) = (root, inserted) {
        inserts::join(sentence, inserted, root);
    }
    if let Some(first) = chain {
        chains::join(sentence, first);
    }
}
