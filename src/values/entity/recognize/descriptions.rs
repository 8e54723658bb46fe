//! Descriptions: "the South Korean president", "a gunman", "two officers", "the Russian government".

use gainsay_syntax::{Deprel, Upos, Xpos};

use std::borrow::Cow;

use super::Found;
use super::draft::Draft;
use crate::values::entity::Kind;
use crate::values::entity::lexicon::{self, Meaning, Part};
use crate::values::entity::name::Name;
use crate::values::naming::countries;
use crate::values::naming::people::Bearer;
use crate::values::number;
use crate::values::scene::Scene;

/// Adds the descriptions of one sentence; one that stands right before a name becomes a role of its bearer.
pub(super) fn scan(scene: &Scene, from: usize, found: &mut Vec<Found>) {
    let tokens = scene.sentence.tokens.iter().enumerate();
    for (i, token) in tokens.filter(|(_, token)| token.upos == Upos::Noun) {
        if let Some(noun) = lexicon::describer(scene.word(i), &token.lemma) {
            describe(scene, i, noun, from, found);
        }
    }
}

/// Adds what the noun at token `i` describes, which names a role or a ruler.
fn describe(scene: &Scene, i: usize, noun: Meaning, from: usize, found: &mut Vec<Found>) {
    if modifies(scene, i) {
        return;
    }
    let start = after_name(scene, modifiers_start(scene, i), i, &found[from..]);
    let ruler = noun.is(Part::Ruler);
    let country = ruler.then(|| governed(scene, start, i)).flatten();
    if noun.role.is_none() && country.is_none() {
        return;
    }
    let own = scene.sentence.tokens[i].span;
    let span = scene.span((start, i + 1));
    let covers =
        |f: &Found| f.span.overlaps(own) || f.draft.roles.iter().any(|r| r.span.overlaps(span));
    if found[from..].iter().any(covers) || attach(scene, start, i, from, found) {
        return;
    }
    let apposed = apposed(scene, start, i, &mut found[from..]);
    let draft = apposed.unwrap_or_else(|| described(scene, (start, i), noun.role, country));
    found.push(super::found(scene, (start, i + 1), draft));
}

/// "mother ship", "pirate attack": what modifies another noun describes nobody.
fn modifies(scene: &Scene, i: usize) -> bool {
    let tokens = &scene.sentence.tokens;
    let next = tokens.get(i + 1);
    tokens[i].deprel == Deprel::Compound && next.is_some_and(|next| next.upos == Upos::Noun)
}

/// The first modifier after a name that reaches into the modifiers: "Bank of England officials" are no England officials.
fn after_name(scene: &Scene, start: usize, i: usize, found: &[Found]) -> usize {
    let tokens = &scene.sentence.tokens;
    let reaches = |f: &&Found| {
        f.span.start < tokens[start].span.start && f.span.end > tokens[start].span.start
    };
    match found.iter().find(reaches) {
        Some(name) => (start..i)
            .find(|&j| tokens[j].span.start >= name.span.end)
            .unwrap_or(i),
        None => start,
    }
}

/// What the noun at token `i` describes with its modifiers from `start` on.
fn described(
    scene: &Scene,
    (start, i): (usize, usize),
    role: Option<Bearer>,
    country: Option<&'static str>,
) -> Draft {
    if let Some(country) = country {
        return Draft {
            aliases: vec![super::named(scene, (start, i + 1))],
            ..Draft::called(country, Kind::Government)
        };
    }
    let name = Name::of(&words(scene, start, i));
    let token = &scene.sentence.tokens[i];
    if token.xpos == Xpos::Nns || lexicon::is(&token.lemma, Part::Several) {
        return Draft::new(name, Kind::Group);
    }
    Draft {
        gender: role.and_then(Bearer::gender),
        ..Draft::new(name, Kind::Role)
    }
}

/// "the Russian government", "authorities of Iran" by the adjective before.
fn governed(scene: &Scene, start: usize, i: usize) -> Option<&'static str> {
    let before = (start < i).then(|| scene.words((start, i)))?;
    Some(countries::by_adjective(&before)?.name)
}

/// The first token of the adjectives and nouns before the noun.
fn modifiers_start(scene: &Scene, i: usize) -> usize {
    let tokens = &scene.sentence.tokens;
    let mut start = i;
    while start > 0 {
        let before = &tokens[start - 1];
        let modifies = matches!(before.upos, Upos::Adj | Upos::Noun | Upos::Propn)
            || (before.xpos == Xpos::Hyph && start > 1)
            || (before.upos == Upos::Part && start > 1 && tokens[start - 2].is_proper());
        if !modifies {
            break;
        }
        start -= 1;
    }
    while start < i && matches!(tokens[start].upos, Upos::Part | Upos::Punct) {
        start += 1;
    }
    start
}

/// The telling words: nations, nouns and the role's own; "young unarmed 20-year-old" is left out.
fn words<'a>(scene: &Scene<'a>, start: usize, i: usize) -> Cow<'a, str> {
    let telling = |j: &usize| is_telling(scene, *j) || is_own(scene, *j, i);
    let mut words = Cow::Borrowed("");
    for j in (start..i).filter(telling) {
        words += nation(scene, j);
        words += " ";
    }
    words += nation(scene, i);
    words
}

/// Whether the modifier at token `j` tells who is meant.
fn is_telling(scene: &Scene, j: usize) -> bool {
    let tokens = &scene.sentence.tokens;
    let hyphen = |j: usize| tokens.get(j).is_some_and(|t| t.upos == Upos::Punct);
    let capital = || scene.is_capitalized(j) && (j > 0 || scene.is_adjective(j));
    let plain = matches!(tokens[j].upos, Upos::Noun | Upos::Propn)
        && !number::is_number_word(scene.word(j));
    (plain || capital()) && !hyphen(j) && !hyphen(j + 1) && !(j > 0 && hyphen(j - 1))
}

/// Whether the word at token `j` and the noun `i` after it name a role together: "chief executive".
fn is_own(scene: &Scene, j: usize, i: usize) -> bool {
    let lemma = || scene.sentence.tokens[i].lemma.as_str();
    j + 1 == i && lexicon::role_of_two(scene.word(j), lemma()).is_some()
}

/// "South Korea" of "South Korea's president" stays; names of one word become their adjective.
fn nation<'a>(scene: &Scene<'a>, i: usize) -> &'a str {
    let word = scene.word(i);
    let country = scene.row(i).filter(|row| row.naming.country);
    let country = country.and_then(|_| countries::by_name(word));
    let adjective = country.and_then(|country| country.adjectives.first());
    adjective.copied().unwrap_or(word)
}

/// The bearer of the name in apposition, who has this role, too: "The victim, Benjamin Rowe,".
fn apposed(scene: &Scene, start: usize, i: usize, found: &mut [Found]) -> Option<Draft> {
    let person = |f: &Found| f.draft.kind == Kind::Person;
    if !found.iter().any(person) {
        return None;
    }
    let tokens = &scene.sentence.tokens;
    let name = tokens
        .iter()
        .find(|t| t.deprel == Deprel::Appos && t.head == Some(i))
        .map(|t| t.span);
    // Commas on both sides tell it where the tree does not.
    let between_commas = |f: &Found| {
        let after = tokens.partition_point(|t| t.span.start < f.span.end);
        scene.is_mark(i + 1, b',')
            && tokens.get(i + 2).map(|t| t.span.start) == Some(f.span.start)
            && scene.is_mark(after, b',')
    };
    let named = found.iter_mut().find(|f| {
        let apposed = name.map_or_else(|| between_commas(f), |name| f.span.contains(name));
        person(f) && apposed
    })?;
    named.draft.roles.push(super::role(scene, (start, i + 1)));
    Some(Draft {
        roles: Vec::new(),
        ..named.draft.clone()
    })
}

/// Makes the description a role of the name that follows it: "spokeswoman Jane Doe".
fn attach(scene: &Scene, start: usize, i: usize, from: usize, found: &mut [Found]) -> bool {
    let Some(next) = scene
        .sentence
        .tokens
        .get(i + 1)
        .map(|token| token.span.start)
    else {
        return false;
    };
    let Some(named) = found[from..].iter_mut().find(|f| f.span.start == next) else {
        return false;
    };
    if !matches!(named.draft.kind, Kind::Person | Kind::Other) {
        return false;
    }
    named.draft.kind = Kind::Person;
    named.draft.gender = named
        .draft
        .gender
        .or_else(|| lexicon::role(&scene.sentence.tokens[i].lemma)?.gender());
    named.draft.roles.push(super::role(scene, (start, i + 1)));
    true
}
