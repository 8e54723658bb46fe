//! Which words of a sentence are a name: runs of capitals, and single ones that stand where a name is given.

use gainsay_syntax::{Sentence, Span, Upos};

use crate::claims::questions::WORDS;
use crate::lexicon;
use crate::values::Mentions;
use crate::values::entity::{Entity, Kind};
use crate::values::naming::people;

/// Runs of two and more capitalized nouns that stand side by side, in words of lower case, titles before them left out.
pub(super) fn full(text: &str, sentence: &Sentence) -> Vec<(Vec<String>, Span)> {
    let mut runs: Vec<Vec<usize>> = vec![vec![]];
    for (i, token) in sentence.tokens.iter().enumerate() {
        let word = token.span.of(text);
        let capital = word.chars().next().is_some_and(char::is_uppercase)
            && word.chars().any(char::is_lowercase);
        let run = runs.last_mut().expect("there is always a last run");
        // A tagger may take the end of a name for a common noun: "Kestrel Distribution Ltd.", "Robin Mendes".
        let goes_on = !run.is_empty() && token.upos == Upos::Noun;
        // "Constant Street" begins with an adjective; so does any sentence, which is then no name.
        let next = sentence.tokens.get(i + 1);
        let begins = i > 0
            && token.upos == Upos::Adj
            && next.is_some_and(|t| is_place_head(&plain(t.span.of(text))));
        if capital && (token.upos == Upos::Propn || goes_on || begins) {
            run.push(i);
        } else if !run.is_empty() {
            runs.push(vec![]);
        }
    }
    runs.iter()
        .filter_map(|run| name(text, sentence, run))
        .collect()
}

/// The words and the place of a run without its titles and legal forms, if two words are left.
fn name(text: &str, sentence: &Sentence, run: &[usize]) -> Option<(Vec<String>, Span)> {
    let word = |i: usize| sentence.tokens[i].span.of(text);
    let titles = run.iter().take_while(|&&i| is_title(word(i))).count();
    let run = &run[titles..];
    let (first, last) = (*run.first()?, *run.last()?);
    let words: Vec<String> = run.iter().map(|&i| plain(word(i))).collect();
    let words: Vec<String> = words
        .into_iter()
        .filter(|w| !WORDS.has("legal-form", w))
        .collect();
    let span = sentence.tokens[first]
        .span
        .cover(sentence.tokens[last].span);
    (words.len() >= 2).then_some((words, span))
}

/// Whether a word tells that the name before it is a place's: "street".
pub(super) fn is_place_head(word: &str) -> bool {
    WORDS.has("place", word)
}

fn is_title(word: &str) -> bool {
    people::title(word).is_some() || people::title(word.trim_end_matches('.')).is_some()
}

fn plain(word: &str) -> String {
    lexicon::plain(word.trim_end_matches('.')).into_owned()
}

/// Single rare names that the article gives no fuller form of: "a dhow named Marhaddin".
pub(super) fn lone(
    text: &str,
    sentence: &Sentence,
    index: usize,
    mentions: &Mentions,
) -> Vec<(Vec<String>, Span)> {
    const SHORTEST: usize = 6;
    let is_rare = |word: &str| {
        let ordinary = people::given(word).is_some() || people::is_surname(word) || is_title(word);
        word.len() >= SHORTEST && word.chars().all(char::is_alphabetic) && !ordinary
    };
    let stands_alone = |entity: &Entity| {
        let kind = matches!(entity.kind, Kind::Person | Kind::Organization | Kind::Other);
        kind && !entity.name.contains(' ') && entity.aliases.is_empty()
    };
    let is_place = |span: Span| mentions.places_in(index).any(|m| m.span.overlaps(span));
    let found = sentence.tokens.iter().filter(|token| {
        token.upos == Upos::Propn
            && is_rare(token.span.of(text))
            && token.span.of(text).starts_with(char::is_uppercase)
            && !is_place(token.span)
            && mentions
                .entity_at(index, token.span)
                .is_some_and(stands_alone)
    });
    found
        .map(|token| (vec![plain(token.span.of(text))], token.span))
        .collect()
}

/// The words that give the name to its bearer: "a dhow named", "identified as", "the pirate dhow,".
pub(super) fn naming(sentence: &Sentence, head: usize) -> Option<Span> {
    const FAR: usize = 40;
    let above = sentence.tokens[head].head?;
    let verb = &sentence.tokens[above];
    let near = |span: Span| {
        let name = sentence.tokens[head].span;
        span.end <= name.start && name.start - span.start <= FAR
    };
    if !WORDS.has("naming", &verb.lemma) || !near(verb.span) {
        return None;
    }
    let bearer = verb.head.map(|h| sentence.tokens[h].span);
    Some(match bearer.filter(|span| near(*span)) {
        Some(bearer) => bearer.cover(verb.span),
        None => verb.span,
    })
}
