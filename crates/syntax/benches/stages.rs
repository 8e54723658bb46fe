//! Tokens a second of each stage on one thread, over sentences of our own: `cargo bench -p gainsay-syntax`.

use divan::Bencher;
use divan::counter::ItemsCount;
use gainsay_syntax::{Span, Upos, Xpos, lemma, parse_sentence, sentences, tag, tokens};

fn main() {
    divan::main();
}

/// A report, many times over; what is remembered of whole sentences is left out of what is timed.
fn text() -> String {
    include_str!("text.txt").repeat(20)
}

fn whole(text: &str) -> Span {
    Span::new(0, text.len())
}

/// The words of each sentence.
fn cut(text: &str) -> Vec<Vec<Span>> {
    sentences(text, whole(text))
        .into_iter()
        .map(|sentence| tokens(text, sentence))
        .collect()
}

fn count(text: &str) -> ItemsCount {
    ItemsCount::new(cut(text).iter().map(Vec::len).sum::<usize>())
}

#[divan::bench]
fn sentences_and_tokens(bencher: Bencher) {
    let text = text();
    bencher.counter(count(&text)).bench(|| cut(&text));
}

#[divan::bench]
fn tags(bencher: Bencher) {
    let text = text();
    let words = cut(&text);
    bencher.counter(count(&text)).bench(|| {
        words
            .iter()
            .map(|words| tag(&text, words).len())
            .sum::<usize>()
    });
}

#[divan::bench]
fn lemmas(bencher: Bencher) {
    let text = text();
    let tagged: Vec<(&str, (Upos, Xpos))> = cut(&text)
        .iter()
        .flat_map(|words| words.iter().map(|w| w.of(&text)).zip(tag(&text, words)))
        .collect();
    bencher.counter(ItemsCount::new(tagged.len())).bench(|| {
        tagged
            .iter()
            .map(|(form, (upos, xpos))| lemma(form, *upos, *xpos).len())
            .sum::<usize>()
    });
}

#[divan::bench]
fn everything(bencher: Bencher) {
    let text = text();
    bencher.counter(count(&text)).bench(|| {
        let sentences = sentences(&text, whole(&text)).into_iter();
        sentences
            .map(|sentence| parse_sentence(&text, sentence).tokens.len())
            .sum::<usize>()
    });
}
