//! Dictionary forms: what the treebanks and the list of irregular verbs say, else what the regular endings of the tag say.

mod memory;
pub mod rules;

use std::{cell::RefCell, sync::LazyLock};

use rustc_hash::{FxHashMap, FxHashSet};

use crate::{Upos, Xpos};
use memory::Memory;

/// Lemmas of forms that the rules get wrong, by form.
type Exceptions = FxHashMap<&'static str, Vec<Exception>>;

/// Names of the tags, which loading leaves unread, and the lemma.
type Exception = (&'static str, &'static str, &'static str);

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
    MEMORY.with_borrow_mut(|memory| {
        memory
            .lemma(form, (upos, xpos), || look_up(form, upos, xpos))
            .to_owned()
    })
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

/// What the treebanks have for exactly this form.
fn exception(form: &str, upos: Upos, xpos: Xpos) -> Option<&'static str> {
    static EXCEPTIONS: LazyLock<Exceptions> = LazyLock::new(|| {
        let mut exceptions = Exceptions::default();
        for line in include_str!("../../../../data/lemmas.tsv").lines() {
            if let Some((form, exception)) = row(line) {
                exceptions.entry(form).or_default().push(exception);
            }
        }
        exceptions
    });
    let found = EXCEPTIONS
        .get(form)?
        .iter()
        .find(|e| (e.0, e.1) == (upos.name(), xpos.name()))?;
    Some(found.2)
}

/// One line of the table of exceptions: form, tags, lemma.
fn row(line: &'static str) -> Option<(&'static str, Exception)> {
    let mut columns = line.split('\t');
    let form = columns.next()?;
    Some((form, (columns.next()?, columns.next()?, columns.next()?)))
}

/// Whether the word is a lemma that the treebanks have.
fn is_base(word: &str) -> bool {
    static BASES: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| {
        include_str!("../../../../data/bases.tsv")
            .lines()
            .filter(|l| !l.starts_with('#'))
            .collect()
    });
    BASES.contains(word)
}
