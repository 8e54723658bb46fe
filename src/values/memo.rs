//! Answers that are asked for more than once: about an offset of one sentence, and about a word of any text.

use std::cell::{Cell, RefCell};

use rustc_hash::FxHashMap;

/// How many offsets are remembered: who asks about one again does so soon.
const LAST: usize = 4;

/// The last answers to questions about offsets.
pub(super) struct Memo<T>([Cell<Option<(usize, T)>>; LAST]);

impl<T> Default for Memo<T> {
    fn default() -> Self {
        Self([const { Cell::new(None) }; LAST])
    }
}

impl<T: Copy> Memo<T> {
    /// The answer at `offset`, found now or before.
    pub(super) fn at(&self, offset: usize, find: impl FnOnce() -> T) -> T {
        let slot = &self.0[offset % LAST];
        if let Some((at, answer)) = slot.get()
            && at == offset
        {
            return answer;
        }
        let answer = find();
        slot.set(Some((offset, answer)));
        answer
    }
}

/// Texts whose answers a thread remembers at most.
const MOST: usize = 4096;
/// Bytes of a text that is remembered at most: longer ones do not come back.
const LONGEST: usize = 64;

/// Answers that follow from a text's own letters: names come back, in an article and from one to the next.
pub(super) struct Memory<T>(RefCell<FxHashMap<Box<str>, T>>);

impl<T> Default for Memory<T> {
    fn default() -> Self {
        Self(RefCell::default())
    }
}

impl<T: Clone> Memory<T> {
    /// The answer about `text`, found now or before.
    pub(super) fn of(&self, text: &str, find: impl FnOnce() -> T) -> T {
        if text.len() > LONGEST {
            return find();
        }
        let known = self.0.borrow().get(text).cloned();
        known.unwrap_or_else(|| {
            let answer = find();
            let mut answers = self.0.borrow_mut();
            if answers.len() == MOST {
                answers.clear();
            }
            answers.insert(text.into(), answer.clone());
            answer
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{MOST, Memo, Memory};

    #[test]
    fn an_answer_is_found_once() {
        let memo = Memo::default();
        assert_eq!(
            [memo.at(3, || 'a'), memo.at(3, || 'b'), memo.at(7, || 'c')],
            ['a', 'a', 'c']
        );
        let memory = Memory::default();
        assert_eq!((memory.of("Elm", || 1), memory.of("Elm", || 2)), (1, 1));
    }

    #[test]
    fn no_more_is_remembered_than_the_most() {
        let memory = Memory::default();
        for number in 0..2 * MOST {
            memory.of(&number.to_string(), || number);
        }
        assert!(memory.0.borrow().len() <= MOST);
    }
}
