//! What is remembered of forms: most have less than sixteen bytes, which are hashed and compared as one number and need no
//! memory of their own.

use rustc_hash::FxHashMap;

/// Values by forms.
#[derive(Debug)]
pub(crate) struct Forms<T> {
    short: FxHashMap<u128, T>,
    long: FxHashMap<Box<str>, T>,
}

impl<T> Default for Forms<T> {
    fn default() -> Self {
        Self {
            short: FxHashMap::default(),
            long: FxHashMap::default(),
        }
    }
}

impl<T> Forms<T> {
    /// The value of a form.
    pub(crate) fn get(&self, form: &str) -> Option<&T> {
        match short(form) {
            Some(bytes) => self.short.get(&bytes),
            None => self.long.get(form),
        }
    }

    /// The same, to be changed.
    pub(crate) fn get_mut(&mut self, form: &str) -> Option<&mut T> {
        match short(form) {
            Some(bytes) => self.short.get_mut(&bytes),
            None => self.long.get_mut(form),
        }
    }

    /// Remembers the value of a form that has none.
    pub(crate) fn insert(&mut self, form: &str, value: T) {
        match short(form) {
            Some(bytes) => self.short.insert(bytes, value),
            None => self.long.insert(form.into(), value),
        };
    }

    /// How many forms have a value.
    pub(crate) fn len(&self) -> usize {
        self.short.len() + self.long.len()
    }

    /// Forgets all of them.
    pub(crate) fn clear(&mut self) {
        self.short.clear();
        self.long.clear();
    }
}

/// The bytes of a short form and their number.
fn short(form: &str) -> Option<u128> {
    let mut bytes = [0; 16];
    let (count, room) = bytes.split_last_mut()?;
    *count = form.len() as u8;
    room.get_mut(..form.len())?.copy_from_slice(form.as_bytes());
    Some(u128::from_le_bytes(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_forms_share_a_value() {
        let known = ["", "\0", "a", "a\0", "fifteen letters", "sixteen letters!"];
        let mut forms = Forms::default();
        for (value, form) in known.into_iter().enumerate() {
            assert_eq!(forms.get(form), None);
            forms.insert(form, value);
        }
        for (value, form) in known.into_iter().enumerate() {
            assert_eq!(forms.get(form), Some(&value));
        }
        assert_eq!(forms.len(), known.len());
    }
}
