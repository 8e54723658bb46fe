//! Lemmas that were looked up lately: news repeats its words, and a lemma depends on nothing but the form and its tags.

use crate::{Upos, Xpos, forms::Forms};

/// Forms that are remembered at most.
const MOST: usize = 4096;

type Tags = (Upos, Xpos);

/// Lemmas of forms, by tags.
#[derive(Debug, Default)]
pub(super) struct Memory {
    forms: Forms<Vec<(Tags, String)>>,
}

impl Memory {
    /// The lemma of a form read with these tags, as remembered, else as `look_up` has it.
    pub(super) fn lemma(
        &mut self,
        form: &str,
        tags: Tags,
        look_up: impl FnOnce() -> String,
    ) -> String {
        let known = self.forms.get(form).map_or(&[][..], Vec::as_slice);
        if let Some((_, lemma)) = known.iter().find(|known| known.0 == tags) {
            return lemma.clone();
        }
        let lemma = look_up();
        self.remember(form, tags, lemma.clone());
        lemma
    }

    fn remember(&mut self, form: &str, tags: Tags, lemma: String) {
        if let Some(known) = self.forms.get_mut(form) {
            known.push((tags, lemma));
            return;
        }
        if self.forms.len() == MOST {
            self.forms.clear();
        }
        self.forms.insert(form, vec![(tags, lemma)]);
    }
}
