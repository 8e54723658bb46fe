//! What holds for every text.

use gainsay_syntax::{Span, parse, sentences, tokens};
use proptest::prelude::*;

/// Texts of any characters, and texts of the marks and words that make trouble.
fn texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("a."),
        Just("U.S."),
        Just("6."),
        Just(" 1"),
        Just("\""),
        Just(" \" "),
        Just("'"),
        Just("’ s"),
        Just("n’ t"),
        Just("don't"),
        Just("J. "),
        Just("…"),
        Just("?!"),
        Just("\n\n"),
        Just("No. 7"),
        Just("p.m. "),
        Just("www."),
        Just("@b.co"),
        Just("Said"),
        Just(" said "),
        Just("US$"),
        Just("-"),
        Just("İ"),
        Just("\u{301}"),
        Just("ﬁ"),
        Just("\u{a0}"),
    ];
    prop_oneof![
        any::<String>(),
        prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat()),
    ]
}

/// The characters that are not blank.
fn inked(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// Whether the spans come one after the other, none of them empty, all of them on characters' boundaries.
fn is_ascending(text: &str, spans: &[Span]) -> bool {
    let sound = |span: &Span| !span.is_empty() && text.get(span.start..span.end).is_some();
    spans.iter().all(sound) && spans.windows(2).all(|pair| pair[0].end <= pair[1].start)
}

proptest! {
    #[test]
    fn sentences_and_tokens_cover_every_inked_character(text in texts()) {
        let all = sentences(&text, Span::new(0, text.len()));
        prop_assert!(is_ascending(&text, &all));
        let words: Vec<Span> = all.iter().flat_map(|&sentence| tokens(&text, sentence)).collect();
        prop_assert!(is_ascending(&text, &words));
        let covered: String = words.iter().map(|word| inked(word.of(&text))).collect();
        prop_assert_eq!(covered, inked(&text));
    }

    #[test]
    fn every_tree_has_one_root_and_no_circle(text in texts()) {
        for sentence in parse(&text, Span::new(0, text.len())) {
            let count = sentence.tokens.len();
            prop_assert!(count > 0);
            prop_assert_eq!(sentence.tokens.iter().filter(|t| t.head.is_none()).count(), 1);
            prop_assert!((0..count).all(|i| sentence.ancestors(i).take(count + 1).count() <= count));
        }
    }
}
