//! Names that are read once for all who ask about them: an article gives the same ones again and again.

use std::cell::OnceCell;
use std::rc::Rc;

use super::names::Letters;
use super::told::Told;
use crate::values::memo::Memory;

/// A name, with what is known of it since somebody asked.
pub(super) struct Name {
    text: Box<str>,
    told: OnceCell<Told>,
    letters: OnceCell<Letters>,
}

impl Name {
    /// The name of those words, which all share who ask for it.
    pub(super) fn of(words: &str) -> Rc<Self> {
        thread_local! {
            static NAMES: Memory<Rc<Name>> = Memory::default();
        }
        let new = || Self {
            text: words.into(),
            told: OnceCell::new(),
            letters: OnceCell::new(),
        };
        NAMES.with(|names| names.of(words, || Rc::new(new())))
    }

    /// The words.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// What they tell by themselves.
    pub(super) fn told(&self) -> &Told {
        self.told.get_or_init(|| Told::of(&self.text))
    }

    /// What is compared of them.
    pub(super) fn letters(&self) -> &Letters {
        self.letters.get_or_init(|| Letters::of(&self.text))
    }
}

impl PartialEq for Name {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for Name {}
