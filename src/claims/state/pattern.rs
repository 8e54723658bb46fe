//! Phrases that name a state, found in a sentence token by token: "bring @fire under control", "be/get charged".

use std::collections::HashMap;
use std::sync::LazyLock;

use gainsay_syntax::{Sentence, Upos};

use super::{State, bearer, rows};

/// One word of a phrase, or a gap.
#[derive(Clone, Debug)]
enum Element {
    /// One of these words, each a form or a lemma.
    Words(Vec<&'static str>),
    /// A noun of a kind of bearer.
    Bearer(&'static str),
    /// A proper name.
    Name,
    /// Up to [`GAP`] words without a comma.
    Gap,
}

/// Most words that a `*` stands for.
const GAP: usize = 4;

/// The key of phrases that begin with a name.
const ANY_NAME: &str = "@NAME";

#[derive(Debug)]
struct Phrase {
    state: State,
    elements: Vec<Element>,
}

/// A phrase found in a sentence, as token numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Match {
    /// The state that it names.
    pub state: State,
    /// Its first token.
    pub first: usize,
    /// Its last token.
    pub last: usize,
    /// What is in the state, where the phrase itself names it.
    pub bearer: Option<usize>,
}

/// Phrases under each word that can begin them.
static PHRASES: LazyLock<HashMap<&'static str, Vec<Phrase>>> = LazyLock::new(|| {
    let mut phrases: HashMap<&'static str, Vec<Phrase>> = HashMap::new();
    for (at, line) in rows(include_str!("states.tsv")).enumerate() {
        let Ok(at) = u16::try_from(at) else { break };
        let words = line.rsplit('\t').next().unwrap_or_default();
        for text in words.split('|') {
            let elements: Vec<Element> = text.split_whitespace().map(element).collect();
            for word in beginnings(&elements) {
                phrases.entry(word).or_default().push(Phrase {
                    state: State(at),
                    elements: elements.clone(),
                });
            }
        }
    }
    phrases
});

fn element(word: &'static str) -> Element {
    match word.strip_prefix('@') {
        Some("NAME") => Element::Name,
        Some(kind) => Element::Bearer(kind),
        None if word == "*" => Element::Gap,
        None => Element::Words(word.split('/').collect()),
    }
}

/// The words that a phrase can begin with.
fn beginnings(elements: &[Element]) -> Vec<&'static str> {
    match elements.first() {
        Some(Element::Words(words)) => words.clone(),
        Some(Element::Bearer(kind)) => bearer::nouns(kind).collect(),
        Some(Element::Name) => vec![ANY_NAME],
        Some(Element::Gap) | None => vec![],
    }
}

/// Every phrase in a sentence; `forms` are its words in lower case.
pub fn find(sentence: &Sentence, forms: &[String]) -> Vec<Match> {
    let mut found = Vec::new();
    for (first, form) in forms.iter().enumerate() {
        let lemma = sentence.tokens[first].lemma.as_str();
        let by_lemma = (lemma != form).then(|| PHRASES.get(lemma)).flatten();
        for phrase in PHRASES
            .get(form.as_str())
            .into_iter()
            .chain(by_lemma)
            .flatten()
        {
            let Some((last, bearer)) = fit(&phrase.elements, sentence, forms, first) else {
                continue;
            };
            let hit = Match {
                state: phrase.state,
                first,
                last,
                bearer,
            };
            if !found.contains(&hit) {
                found.push(hit);
            }
        }
    }
    found
}

/// Whether a name of two words or more begins here.
fn is_name(sentence: &Sentence, at: usize) -> bool {
    let tokens = &sentence.tokens;
    let proper = |i: usize| tokens.get(i).is_some_and(|t| t.upos == Upos::Propn);
    let title = |i: usize| {
        let lemma = tokens[i].lemma.to_lowercase();
        matches!(
            lemma.trim_end_matches('.'),
            "mr" | "ms" | "mrs" | "miss" | "dr"
        )
    };
    proper(at) && !title(at) && proper(at + 1) && (at == 0 || !proper(at - 1))
}

/// The last token of a phrase that begins at `at`, with the bearer that it names.
fn fit(
    elements: &[Element],
    sentence: &Sentence,
    forms: &[String],
    at: usize,
) -> Option<(usize, Option<usize>)> {
    let (element, rest) = elements.split_first()?;
    if matches!(element, Element::Gap) {
        return (at..=at + GAP)
            .take_while(|&next| next == at || forms.get(next - 1).is_some_and(|w| w != ","))
            .find_map(|next| fit(rest, sentence, forms, next));
    }
    let lemma = &sentence.tokens.get(at)?.lemma;
    let form = forms.get(at)?;
    let bearer = match element {
        Element::Words(words) => {
            words.iter().find(|w| *w == form || *w == lemma)?;
            None
        }
        Element::Bearer(kind) => {
            (bearer::is(kind, lemma) || bearer::is(kind, form)).then_some(at)?;
            Some(at)
        }
        Element::Name => {
            is_name(sentence, at).then_some(at)?;
            Some(at)
        }
        Element::Gap => return None,
    };
    if rest.is_empty() {
        return Some((at, bearer));
    }
    let (last, later) = fit(rest, sentence, forms, at + 1)?;
    Some((last, bearer.or(later)))
}
