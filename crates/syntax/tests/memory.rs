//! What is remembered of earlier words changes no tree: a thread that has read much and a fresh one agree.

use std::thread;

use gainsay_syntax::{Sentence, Span, parse};

const TEXT: &str = include_str!("../benches/text.txt");

fn whole(text: &str) -> Vec<Sentence> {
    parse(text, Span::new(0, text.len()))
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
fn a_text_read_again_has_the_same_trees() {
    let first = fresh(TEXT);
    assert_eq!(whole(TEXT), first);
    assert_eq!(whole(TEXT), first);
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
