//! What news writes and treebanks hardly show: repairs before and after the parser.
//!
//! Before: an inserted attribution ("The dam, engineers said, will not hold") is parsed apart from the sentence it
//! interrupts. After: a clause that a reporting verb opens is parsed on its own where the parser took it for something
//! else, titles hang on the names that follow them, and "fell 4 percent" has no object. `spec.md` beside this file holds
//! the sentences that the repairs are measured by.

mod inserts;
mod lexicon;
mod measures;
mod part;
mod reports;
mod titles;

use crate::Sentence;

/// Gives every token of a tagged sentence its head and relation, mending tags and trees on the way.
pub(crate) fn attach(text: &str, sentence: &mut Sentence) {
    inserts::attach(text, sentence);
    reports::mend(text, sentence);
    titles::mend(text, sentence);
    measures::mend(text, sentence);
}
