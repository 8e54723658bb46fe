//! Lemmas that were looked up lately: news repeats its words, and a lemma depends on nothing but the form and its tags.

use rustc_hash::FxHashMap;

use crate::{Upos, Xpos};

/// Forms that are remembered at most.
const MOST: usize = 4096;

/// Lemmas of forms, by tags.
#[derive(Debug, Default)]
pub(super) struct Memory {
    places: FxHashMap<Box<str>, usize>,
    lemmas: Vec<Vec<(Upos, Xpos, String)>>,
}

impl Memory {
    /// The lemma of a form read with these tags, as remembered, else as `look_up` has it.
    pub(super) fn lemma(
        &mut self,
        form: &str,
        (upos, xpos): (Upos, Xpos),
        look_up: impl FnOnce() -> String,
    ) -> &str {
        let place = self.place(form);
        let known = &mut self.lemmas[place];
        let found = known.iter().position(|k| (k.0, k.1) == (upos, xpos));
        let at = found.unwrap_or_else(|| {
            known.push((upos, xpos, look_up()));
            known.len() - 1
        });
        &known[at].2
    }

    fn place(&mut self, form: &str) -> usize {
        if let Some(&place) = self.places.get(form) {
            return place;
        }
        if self.lemmas.len() == MOST {
            self.places.clear();
            self.lemmas.clear();
        }
        let place = self.lemmas.len();
        self.lemmas.push(Vec::new());
        self.places.insert(form.into(), place);
        place
    }
}
