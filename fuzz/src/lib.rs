//! What is fuzzed, one function a target: each takes any bytes, and must neither panic nor hang nor break an invariant.
//!
//! `cargo fuzz` calls them through `fuzz_targets/`; `tests/fuzz.rs` calls them on stable Rust with mutations of its own.

use gainsay::article::Article;
use gainsay::compare::Options;
use gainsay::export::csv::Mark;
use gainsay::read::{self, Format};
use gainsay::verdict::rules;
use gainsay::{Span, config, crowd, document, export, gate, values};

/// Longer inputs find nothing that shorter ones do not, and take longer.
const LONGEST: usize = 20_000;

/// Articles of at most this length go through the whole pipeline.
const LONGEST_WHOLE: usize = 4_000;

/// The first byte chooses among several; the rest is the input.
fn split(bytes: &[u8]) -> (usize, &[u8]) {
    match bytes.split_first() {
        Some((first, rest)) => (usize::from(*first), &rest[..rest.len().min(LONGEST)]),
        None => (0, bytes),
    }
}

/// Each reader: places lead back into the file, quotes are its very bytes.
pub fn read(bytes: &[u8]) {
    let (choice, rest) = split(bytes);
    let format = Format::ALL[choice % Format::ALL.len()];
    for article in read::read(rest, "fuzz", Some(format)).into_iter().flatten() {
        for block in &article.blocks {
            let place = article.place(block.span);
            assert_eq!(article.quote(block.span), place.span.of(&article.raw));
        }
    }
}

/// Sentences, tokens, tags, lemmas, trees: tokens stand in their sentence, in order, and every head exists.
pub fn tokenize(bytes: &[u8]) {
    let text = String::from_utf8_lossy(split(bytes).1);
    for sentence in gainsay_syntax::parse(&text, Span::new(0, text.len())) {
        let mut at = sentence.span.start;
        for token in &sentence.tokens {
            assert!(at <= token.span.start && token.span.end <= sentence.span.end);
            assert!(token.head.is_none_or(|head| head < sentence.tokens.len()));
            at = token.span.end;
            let _ = token.span.of(&text);
        }
    }
}

/// All kinds of value: mentions cut the text on borders of letters, and what is recognized prints.
pub fn recognize(bytes: &[u8]) {
    let text = String::from_utf8_lossy(split(bytes).1);
    let article = Article::plain("fuzz", &text);
    let document = document::analyze(&article);
    let mentions = values::recognize(&article, &document);
    for time in &mentions.times {
        let _ = (time.span.of(&text), time.value.to_string());
    }
    for quantity in &mentions.quantities {
        let _ = (quantity.span.of(&text), quantity.value.to_string());
    }
}

/// Settings, baselines, templates.
pub fn settings(bytes: &[u8]) {
    let (choice, rest) = split(bytes);
    let text = String::from_utf8_lossy(rest);
    match choice % 3 {
        0 => {
            let codes: Vec<&str> = rules::all().iter().map(|rule| rule.code).collect();
            let _ = config::parse(&text, "fuzz", &codes);
        }
        1 => {
            if let Ok(baseline) = gate::baseline::parse(rest, "fuzz") {
                let printed = gate::baseline::print(&baseline);
                let again = gate::baseline::parse(printed.as_bytes(), "fuzz");
                assert_eq!(again.ok().as_ref(), Some(&baseline));
            }
        }
        _ => {
            let none = gainsay::compare(&[], &Options::default());
            let _ = export::template::template(&none, "fuzz", &text);
        }
    }
}

/// The whole pipeline on two articles: told apart, compared, written.
pub fn whole(bytes: &[u8]) {
    let (choice, rest) = split(bytes);
    let rest = &rest[..rest.len().min(LONGEST_WHOLE)];
    let format = Format::ALL[choice % Format::ALL.len()];
    let (one, other) = rest.split_at(rest.len() / 2);
    let read = [one, other].map(|half| read::read(half, "fuzz", Some(format)));
    let mut articles: Vec<Article> = read.into_iter().flatten().flatten().collect();
    for (i, article) in articles.iter_mut().enumerate() {
        article.id = format!("a{}", i + 1);
    }
    assert_eq!(crowd::stories(&articles).len(), articles.len());
    let comparison = gainsay::compare(&articles, &Options::default());
    for side in comparison
        .findings
        .iter()
        .flat_map(|finding| &finding.sides)
    {
        let article = articles.iter().find(|article| article.id == side.article);
        let article = article.expect("a side is of an article");
        assert_eq!(
            article.raw.get(side.start..side.end),
            Some(side.quote.as_str())
        );
    }
    let mut out = Vec::new();
    export::json::json(&comparison, &mut out).expect("memory takes everything");
    export::html::html(&comparison, &articles, &mut out).expect("memory takes everything");
    export::csv::csv(&comparison, Mark::None, &mut out).expect("memory takes everything");
    export::markdown::markdown(&comparison, &[], &mut out).expect("memory takes everything");
}
