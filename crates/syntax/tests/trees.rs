//! A law: whatever words come together, the tree has one root, and every word reaches it.

use gainsay_syntax::{Span, parse};
use proptest::{collection::vec, prelude::*, sample::select};

/// Words that the repairs look for, between others.
const WORDS: &[&str] = &[
    "said",
    "told",
    "that",
    "President",
    "Minister",
    "chief",
    "Anna",
    "Holm",
    ",",
    "\"",
    ".",
    "the",
    "train",
    "left",
    "has",
    "or",
    "will",
    "supply",
    "according",
    "to",
    "fell",
    "4",
    "percent",
    "who",
    "was",
    "struck",
    "killed",
    "and",
    "on",
    "Monday",
    "of",
    "(",
    "-",
    "U.S.",
    "he",
    "reporters",
];

proptest! {
    #[test]
    fn every_word_reaches_the_one_root(words in vec(select(WORDS), 0..40)) {
        let text = words.join(" ");
        for sentence in parse(&text, Span::new(0, text.len())) {
            let count = sentence.tokens.len();
            let roots = sentence.tokens.iter().filter(|t| t.head.is_none()).count();
            prop_assert_eq!(roots, usize::from(count > 0));
            for i in 0..count {
                prop_assert!(sentence.ancestors(i).take(count).count() < count, "{}", text);
            }
        }
    }
}
