//! What is remembered of earlier words changes no tree: a thread that has read much and a fresh one agree.

use std::thread;

use gainsay_syntax::{Sentence, Span, parse, parse_sentence, sentences};

const TEXT: &str = include_str!("../benches/text.txt");

/// Reads a text sentence by sentence, so that words are remembered, but not sentences.
fn whole(text: &str) -> Vec<Sentence> {
    let all = sentences(text, Span::new(0, text.len())).into_iter();
    all.map(|span| parse_sentence(text, span)).collect()
}

/// The trees that a thread finds that has read nothing before.
fn fresh(text: &'static str) -> Vec<Sentence> {
    let reader = thread::spawn(move || whole(text));
    reader.join().expect("reading does not panic")
}

/// Words of letters, each another.
fn made_up(count: usize) -> String {
    let letter = |n: usize| char::from(b'a' + (n % 26) as u8);
    (0..count)
        .flat_map(|n| [letter(n / 676), letter(n / 26), letter(n), 'o', ' '])
        .collect()
}

#[test]
fn sentences_of_a_text_have_the_trees_that_they_have_alone() {
    for sentence in whole(TEXT) {
        let span = sentence.span;
        let alone = thread::spawn(move || parse_sentence(TEXT, span));
        assert_eq!(alone.join().expect("reading does not panic"), sentence);
    }
}

#[test]
fn a_sentence_read_again_stands_where_it_stands() {
    const TEXT: &str = "Rain fell on the harbour. Nobody was hurt. Rain fell on the harbour.";
    let sentences = parse(TEXT, Span::new(0, TEXT.len()));
    assert_eq!(sentences, fresh(TEXT));
    let starts: Vec<usize> = sentences.iter().map(|s| s.tokens[0].span.start).collect();
    assert_eq!(starts, [0, 26, 43]);
    assert_eq!(
        (sentences[2].span.start, sentences[2].tokens.len()),
        (43, 6)
    );
}

#[test]
fn a_text_read_again_has_the_same_trees() {
    let first = fresh(TEXT);
    for _ in 0..2 {
        assert_eq!(whole(TEXT), first);
        assert_eq!(parse(TEXT, Span::new(0, TEXT.len())), first);
    }
}

#[test]
fn a_text_read_after_more_words_than_are_remembered_has_the_same_trees() {
    whole(TEXT);
    whole(&made_up(12_000));
    assert_eq!(whole(TEXT), fresh(TEXT));
}

#[test]
fn capitals_and_small_letters_are_remembered_apart() {
    const SHOUTED: &str = "FERRY SINKS OFF COAST";
    const PLAIN: &str = "The FERRY sinks off the coast.";
    let both = (fresh(SHOUTED), fresh(PLAIN));
    assert_eq!((whole(SHOUTED), whole(PLAIN)), both);
    assert_eq!((whole(SHOUTED), whole(PLAIN)), both);
}
