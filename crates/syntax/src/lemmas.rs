//! Dictionary forms: exceptions from the treebanks first, then the regular endings of the tag.

use crate::{Upos, Xpos};

/// The lemma of `form` read with these tags: lower case, but for proper nouns.
pub fn lemma(form: &str, upos: Upos, _xpos: Xpos) -> String {
    match upos {
        Upos::Propn | Upos::X | Upos::Sym => form.to_owned(),
        _ => form.to_lowercase(),
    }
}
