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

/// Texts whose answers a thread remembers at most, of short and of long ones each.
const MOST: usize = 2048;
/// Bytes of a text that is remembered at most: longer ones do not come back.
const LONGEST: usize = 64;

/// Answers that follow from a text's own letters: names come back, in an article and from one to the next.
pub(super) struct Memory<T>(RefCell<Answers<T>>);

/// The answers by their texts: most are short, and compared as numbers.
struct Answers<T> {
    short: FxHashMap<Short, T>,
    long: FxHashMap<Box<str>, T>,
}

/// A text of no more than sixteen bytes: its first bytes and its last ones, which may be the same, and its length.
#[derive(Clone, Copy, Hash, PartialEq, Eq)]
struct Short(u64, u64, u8);

impl Short {
    #[inline]
    fn of(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        let (first, last) = match bytes.len() {
            0..4 => {
                let letter = |at: usize| bytes.get(at).map_or(0, |&byte| u64::from(byte));
                (letter(0) << 16 | letter(1) << 8 | letter(2), 0)
            }
            4..8 => {
                let four = |four: &[u8; 4]| u64::from(u32::from_le_bytes(*four));
                (four(bytes.first_chunk()?), four(bytes.last_chunk()?))
            }
            8..=16 => {
                let eight = |eight: &[u8; 8]| u64::from_le_bytes(*eight);
                (eight(bytes.first_chunk()?), eight(bytes.last_chunk()?))
            }
            _ => return None,
        };
        Some(Self(first, last, bytes.len() as u8))
    }
}

impl<T> Default for Memory<T> {
    fn default() -> Self {
        Self(RefCell::new(Answers {
            short: FxHashMap::default(),
            long: FxHashMap::default(),
        }))
    }
}

impl<T: Clone> Memory<T> {
    /// The answer about `text`, found now or before.
    pub(super) fn of(&self, text: &str, find: impl FnOnce() -> T) -> T {
        let short = Short::of(text);
        let known = match short {
            Some(short) => self.0.borrow().short.get(&short).cloned(),
            None if text.len() > LONGEST => return find(),
            None => self.0.borrow().long.get(text).cloned(),
        };
        known.unwrap_or_else(|| {
            let answer = find();
            self.0.borrow_mut().enter(short, text, answer.clone());
            answer
        })
    }
}

impl<T> Answers<T> {
    #[cold]
    fn enter(&mut self, short: Option<Short>, text: &str, answer: T) {
        if let Some(short) = short {
            if self.short.len() == MOST {
                self.short.clear();
            }
            self.short.insert(short, answer);
        } else {
            if self.long.len() == MOST {
                self.long.clear();
            }
            self.long.insert(text.into(), answer);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{MOST, Memo, Memory, Short};

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
        let answers = memory.0.borrow();
        assert!(answers.short.len() <= MOST && answers.long.len() <= MOST);
    }

    #[test]
    fn short_texts_are_told_apart() {
        let texts = [
            "",
            "a",
            "b",
            "ab",
            "a\0",
            "abc",
            "acb",
            "abcd",
            "abca",
            "abcde",
            "abcdabcd",
            "abcdabcdabcdabcd",
            "abcdabcdabcdabc",
        ];
        for (i, one) in texts.iter().enumerate() {
            for other in &texts[..i] {
                assert!(Short::of(one) != Short::of(other), "{one:?} {other:?}");
            }
        }
        assert!(Short::of("abcdefghijklmnopq").is_none());
    }
}
