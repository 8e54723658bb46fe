//! Titles before names: "Russian Defense Minister Sergei Ivanov" is one phrase, headed by the first name.
//!
//! Treebanks hang the title on the name (`nmod:desc`); the parser, which has seen few, splits the run or lets the title
//! head it.

use std::ops::RangeInclusive;

use super::{lexicon, part};
use crate::{Deprel, Sentence, Token, Upos, Xpos};

/// Mends every title that a name follows.
pub(super) fn mend(text: &str, sentence: &mut Sentence) {
    for title in 0..sentence.tokens.len() {
        if let Some(last) = name(sentence, title)
            && lexicon::is_title(&sentence.tokens[title].span.of(text).to_lowercase())
        {
            mend_run(text, sentence, title, last);
            mend_subject(sentence, title + 1);
        }
    }
}

/// The last token of the name that follows a title.
fn name(sentence: &Sentence, title: usize) -> Option<usize> {
    let tokens = &sentence.tokens;
    let is_name = |t: &&Token| t.upos == Upos::Propn && t.xpos == Xpos::Nnp;
    let count = tokens[title + 1..].iter().take_while(is_name).count();
    (count > 0 && matches!(tokens[title].upos, Upos::Noun | Upos::Propn | Upos::Adj))
        .then_some(title + count)
}

fn mend_run(text: &str, sentence: &mut Sentence, title: usize, last: usize) {
    let titles_ahead = (title + 1..=last)
        .any(|i| lexicon::is_title(&sentence.tokens[i].span.of(text).to_lowercase()));
    let first = first(sentence, title, last);
    let run = first..=last;
    let Some(top) = top(sentence, &run) else {
        return;
    };
    let name = title + 1;
    if titles_ahead || is_whole(sentence, &run, name) {
        return;
    }
    let before = sentence.tokens.clone();
    let (head, deprel) = (sentence.tokens[top].head, sentence.tokens[top].deprel);
    for i in 0..sentence.tokens.len() {
        let outside = !run.contains(&i);
        if outside && sentence.tokens[i].head.is_some_and(|h| run.contains(&h)) {
            sentence.tokens[i].head = Some(name);
        }
    }
    for i in run {
        let (to, deprel) = match i {
            _ if i == title => (name, Deprel::NmodDesc),
            _ if i > name => (name, Deprel::Flat),
            _ if sentence.tokens[i].upos == Upos::Adj => (title, Deprel::Amod),
            _ => (title, Deprel::Compound),
        };
        part::hang(sentence, i, to, deprel);
    }
    (sentence.tokens[name].head, sentence.tokens[name].deprel) = (head, deprel);
    // Two tops of one run can hang above and below each other; then nothing is known of the name.
    if !reaches_root(sentence, name) {
        sentence.tokens = before;
    }
}

fn reaches_root(sentence: &Sentence, node: usize) -> bool {
    sentence.ancestors(node).take(sentence.tokens.len()).count() < sentence.tokens.len()
}

/// A titled name before a verb that lacks a subject is one, not somebody addressed or a point in time.
fn mend_subject(sentence: &mut Sentence, name: usize) {
    let token = &sentence.tokens[name];
    let apart = matches!(
        token.deprel,
        Deprel::Vocative | Deprel::OblUnmarked | Deprel::Dislocated
    );
    let Some(verb) = token.head.filter(|&h| apart && h > name) else {
        return;
    };
    let subjects = [
        Deprel::Nsubj,
        Deprel::NsubjPass,
        Deprel::Csubj,
        Deprel::Expl,
    ];
    let parted = sentence.tokens[name..verb]
        .iter()
        .any(|t| t.xpos == Xpos::Comma);
    if sentence.child(verb, &subjects).is_none() && !parted {
        let passive = sentence.child(verb, &[Deprel::AuxPass]).is_some();
        sentence.tokens[name].deprel = if passive {
            Deprel::NsubjPass
        } else {
            Deprel::Nsubj
        };
    }
}

/// The first token of the title: adjectives and nouns before it that hang inside the phrase.
fn first(sentence: &Sentence, title: usize, last: usize) -> usize {
    let tokens = &sentence.tokens;
    let mut first = title;
    while let Some(i) = first.checked_sub(1) {
        let modifies = matches!(tokens[i].upos, Upos::Adj | Upos::Noun | Upos::Propn);
        let inside = tokens[i].head.is_some_and(|h| (first..=last).contains(&h));
        let heads = (first..=last).any(|j| tokens[j].head == Some(i));
        let marked = sentence
            .children(i)
            .any(|c| c < i && tokens[c].deprel == Deprel::Case);
        if !modifies || !(inside || heads) || marked {
            break;
        }
        first = i;
    }
    first
}

/// The first token of the run whose head lies outside.
fn top(sentence: &Sentence, run: &RangeInclusive<usize>) -> Option<usize> {
    run.clone()
        .find(|&i| sentence.tokens[i].head.is_none_or(|h| !run.contains(&h)))
}

/// Whether the name heads the run already and nothing else of it hangs outside.
fn is_whole(sentence: &Sentence, run: &RangeInclusive<usize>, name: usize) -> bool {
    run.clone().all(|i| {
        let inside = sentence.tokens[i].head.is_some_and(|h| run.contains(&h));
        inside != (i == name)
    })
}
