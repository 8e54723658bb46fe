//! Dictionary forms: what the treebanks and the list of irregular verbs say, else what the regular endings of the tag say.

mod memory;
pub mod rules;

use std::cell::RefCell;

use gainsay_table::Table;

use crate::{Upos, Xpos};
use memory::Memory;

/// Names of the tags and the lemma, by forms that the rules get wrong.
static EXCEPTIONS: Table = Table::new(
    include_str!("../../../../data/lemmas.tsv"),
    include_bytes!(concat!(env!("OUT_DIR"), "/lemmas.index")),
);

/// The lemmas that the treebanks have.
static BASES: Table = Table::new(
    include_str!("../../../../data/bases.tsv"),
    include_bytes!(concat!(env!("OUT_DIR"), "/bases.index")),
);

/// The lemma of `form` read with these tags: lower case, but for names and what is made of them.
///
/// ```
/// use gainsay_syntax::{Upos, Xpos, lemma};
/// assert_eq!(lemma("capsizing", Upos::Verb, Xpos::Vbg), "capsize");
/// assert_eq!(lemma("fled", Upos::Verb, Xpos::Vbd), "flee");
/// ```
pub fn lemma(form: &str, upos: Upos, xpos: Xpos) -> String {
    thread_local! {
        static MEMORY: RefCell<Memory> = RefCell::default();
    }
    MEMORY.with_borrow_mut(|memory| memory.lemma(form, (upos, xpos), || look_up(form, upos, xpos)))
}

/// The lemma, by the tables and the rules.
fn look_up(form: &str, upos: Upos, xpos: Xpos) -> String {
    if let Some(lemma) = exception(form, upos, xpos) {
        return lemma.to_owned();
    }
    if form.chars().any(|c| !c.is_ascii_lowercase())
        && let Some(lemma) = exception(&form.to_lowercase(), upos, xpos)
    {
        return lemma.to_owned();
    }
    rules::lemma(form, upos, xpos, is_base)
}

/// The base of a verb's form that can be nothing but its past: "dug", not "found".
pub(crate) fn only_past_of(form: &str) -> Option<&'static str> {
    rules::irregular(form).filter(|base| *base != form && !is_base(form))
}

/// What the treebanks have for exactly this form.
fn exception(form: &str, upos: Upos, xpos: Xpos) -> Option<&'static str> {
    EXCEPTIONS.rows(form).find_map(|row| {
        let mut columns = row.split('\t');
        let tags = [columns.next()?, columns.next()?];
        columns
            .next()
            .filter(|_| tags == [upos.name(), xpos.name()])
    })
}

/// Whether the word is a lemma that the treebanks have.
fn is_base(word: &str) -> bool {
    BASES.has(word)
}
