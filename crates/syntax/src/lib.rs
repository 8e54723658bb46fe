//! English sentences, tokens, tags, lemmas and dependency trees, from small models that are embedded in the binary.
//!
//! [`parse`] is the whole way: text in, parsed sentences out, every token with its byte span in that text. The steps can
//! be taken alone: [`sentences`], [`tokens`], [`tag`] and [`lemma`]. Words and tags follow the English treebanks of
//! Universal Dependencies ("don't" is "do" and "n't", "year-old" is "year", "-" and "old").

mod abbreviations;
mod forms;
pub mod lemmas;
pub mod parser;
mod recall;
mod repair;
mod sentence;
mod sentences;
mod span;
pub mod tagger;
mod tags;
mod tokens;
mod vector;

pub use lemmas::lemma;
pub use sentence::{Sentence, Token};
pub use sentences::sentences;
pub use span::Span;
pub use tagger::tag;

pub use tags::{Deprel, Upos, Xpos};
pub use tokens::tokens;

/// A sentence of more words is read in pieces: nobody writes one, and the work on a sentence grows faster than it does.
const LONGEST_SENTENCE: usize = 250;

/// Sentences, tokens, tags, lemmas and trees of the text inside `within`, in text order; all spans are offsets of `text`.
pub fn parse(text: &str, within: Span) -> Vec<Sentence> {
    sentences(text, within)
        .into_iter()
        .flat_map(|span| recall::recall(text, span, || in_pieces(text, span)))
        .collect()
}

/// A sentence, in pieces if it is too long for one.
fn in_pieces(text: &str, span: Span) -> Vec<Sentence> {
    let words = tokens(text, span);
    if words.len() <= LONGEST_SENTENCE {
        return vec![parse_words(text, span, &words)];
    }
    let pieces = words.chunks(LONGEST_SENTENCE);
    let read = pieces.map(|piece| {
        let last = piece.len() - 1;
        parse_words(text, piece[0].cover(piece[last]), piece)
    });
    read.collect()
}

/// Reads one sentence whose bounds are known.
pub fn parse_sentence(text: &str, span: Span) -> Sentence {
    parse_words(text, span, &tokens(text, span))
}

/// Reads one sentence whose words are known.
pub fn parse_words(text: &str, span: Span, words: &[Span]) -> Sentence {
    let tags = tag(text, words);
    let tokens = words
        .iter()
        .zip(tags)
        .map(|(&span, (upos, xpos))| Token {
            span,
            upos,
            xpos,
            lemma: lemma(span.of(text), upos, xpos),
            head: None,
            deprel: Deprel::Root,
        })
        .collect();
    let mut sentence = Sentence { span, tokens };
    repair::attach(text, &mut sentence);
    sentence
}
