//! In what state? "He remains at large" and "he was captured on Monday" stand at two places of one scale.

use std::borrow::Cow;

use gainsay_syntax::{Deprel, Span, Upos};

use crate::claims::frame::{self, Frame};
use crate::claims::state::{self, Mark, Match, State};
use crate::claims::{Answer, Attribute, Claim, Question, Scene};
use crate::lexicon::lower;
use crate::values::entity::Kind;

use super::held::{event, is_held};
use super::label;

/// One claim for each phrase of the lexicon that the sentence holds as its state demands.
pub fn ask(scene: &Scene) -> Vec<Claim> {
    let forms: Vec<Cow<str>> = scene
        .sentence
        .tokens
        .iter()
        .map(|t| lower(t.span.of(&scene.article.text)))
        .collect();
    let mut found = state::find(scene.sentence, &forms);
    found.retain(|m| is_held(scene, m) && has_near(scene, m, &forms));
    longest(&found)
        .into_iter()
        .filter(|m| !m.state.is_none())
        .filter_map(|m| claim(scene, &m))
        .collect()
}

/// One account of each state and bearer in an article: a body's before a headline's, a named one's before another's.
pub fn settle(claims: &mut Vec<Claim>) {
    let name = |c: &Claim| {
        let subject = c.question.subject.as_ref();
        subject.and_then(|s| s.name.last().cloned())
    };
    let own: Vec<(usize, State, Option<String>, bool)> = claims
        .iter()
        .enumerate()
        .filter_map(|(at, c)| match c.answer {
            Answer::State(state) => Some((at, state, name(c), c.headline || c.background)),
            _ => None,
        })
        .collect();
    let told_before = |(at, state, name, apart): &(usize, State, Option<String>, bool)| {
        own.iter().any(|(i, s, n, a)| {
            let same = s == state && (n == name || name.is_none());
            let first = (*a, n.is_none(), *i) < (*apart, name.is_none(), *at);
            same && first
        })
    };
    let repeated: Vec<usize> = own.iter().filter(|o| told_before(o)).map(|o| o.0).collect();
    let mut at = 0;
    claims.retain(|_| {
        at += 1;
        repeated.binary_search(&(at - 1)).is_err()
    });
}

/// Of the phrases of one scale that overlap, the longest: "not under control" is no "under control".
fn longest(found: &[Match]) -> Vec<Match> {
    let length = |m: &Match| m.last - m.first;
    let beaten = |m: &Match| {
        found.iter().enumerate().any(|(at, other)| {
            let before = found
                .iter()
                .position(|f| f == m)
                .is_some_and(|own| at < own);
            other.state.scale() == m.state.scale()
                && other.first <= m.last
                && m.first <= other.last
                && (length(other) > length(m) || (length(other) == length(m) && before))
        })
    };
    found.iter().filter(|m| !beaten(m)).copied().collect()
}

/// Whether the sentence has one of the words that the scale asks for.
fn has_near(scene: &Scene, found: &Match, forms: &[Cow<str>]) -> bool {
    let near = found.state.scale().near();
    let tokens = &scene.sentence.tokens;
    near.is_empty()
        || (0..tokens.len())
            .any(|i| near.contains(&&*forms[i]) || near.contains(&tokens[i].lemma.as_str()))
}

/// What is in the state: what the phrase names, whoever undergoes its event, its subject, or the nearest noun before.
fn bearer(scene: &Scene, found: &Match) -> Option<usize> {
    if found.bearer.is_some() {
        return found.bearer;
    }
    let sentence = scene.sentence;
    let frame = event(scene, found);
    // A murder's patient is its victim; whoever is charged with it stands in the clause.
    let over = || {
        let above = scene.sentence.ancestors(found.first).take(4);
        std::iter::once(found.first)
            .chain(above)
            .find_map(|i| scene.frames.iter().find(|f| f.head == i && f.verbal))
    };
    let parts = |f: &Frame| [f.patient, f.agent];
    // Whoever "opened fire" comes before the fire.
    let outside = |i: &usize| !(found.first..=found.last).contains(i);
    let own = frame.into_iter().flat_map(parts).flatten().filter(outside);
    let subject = (found.first..=found.last).filter_map(|i| frame::subject(sentence, i));
    // "A tanker with a crew of 20 is missing": who is with the subject is not what the state is told of.
    let beside = |i: usize| {
        let above = sentence.tokens[i].head;
        frame::preposition(sentence, i) == "with" && subject.clone().any(|s| above == Some(s))
    };
    let above = over().into_iter().flat_map(parts).flatten();
    let inside = found.first..=found.last;
    let before = (found.first.saturating_sub(12)..found.first).rev();
    let after = found.last + 1..sentence.tokens.len().min(found.last + 5);
    own.chain(subject.clone())
        .chain(inside)
        .chain(above)
        .chain(before)
        .chain(after)
        .find(|&i| fits(scene, found, i) && !beside(i))
}

/// Whether a token can be in such a state.
fn fits(scene: &Scene, found: &Match, token: usize) -> bool {
    let about = found.state.scale().about();
    let part = &scene.sentence.tokens[token];
    let lemma = lower(&part.lemma);
    let (mentions, at) = (scene.mentions, scene.index);
    let elsewhere = mentions.places_in(at).any(|m| m.span.contains(part.span))
        || mentions.times_in(at).any(|m| m.span.contains(part.span))
        || is_organization(scene, token) && about.take("he");
    match part.upos {
        Upos::Propn if elsewhere => false,
        Upos::Propn => about.take_names() || about.take(&lemma),
        Upos::Noun if about.take_names() && scene.names_a_person(token) => true,
        Upos::Noun | Upos::Pron | Upos::Adj => about.take(&lemma),
        _ => false,
    }
}

/// Whether a name is that of a company or an agency: none is charged, at large or dead.
fn is_organization(scene: &Scene, token: usize) -> bool {
    let span = scene.sentence.tokens[token].span;
    scene
        .mentions
        .entity_at(scene.index, span)
        .is_some_and(|e| matches!(e.kind, Kind::Organization | Kind::Government))
}

fn claim(scene: &Scene, found: &Match) -> Option<Claim> {
    let tokens = &scene.sentence.tokens;
    let scale = found.state.scale();
    let bearer = bearer(scene, found);
    if bearer.is_none() && !scale.has(Mark::Bare) {
        return None;
    }
    let said = tokens[found.first].span.cover(tokens[found.last].span);
    let question = Question {
        attribute: Attribute::State(scale),
        event: None,
        label: bearer.map_or_else(
            || scale.name().to_owned(),
            |b| format!("{}: {}", label::participant(scene, b), scale.name()),
        ),
        subject: bearer.map(|b| scene.referent(b)),
    };
    Some(Claim {
        span: statement(scene, found, bearer),
        background: scene.is_background() || recalls(scene, found),
        ..scene.heard(found.last, said, question, Answer::State(found.state))
    })
}

/// The phrase with its auxiliaries, and with its bearer where that stands close.
fn statement(scene: &Scene, found: &Match, bearer: Option<usize>) -> Span {
    const CLOSE: usize = 9;
    let tokens = &scene.sentence.tokens;
    let mut span = tokens[found.first].span.cover(tokens[found.last].span);
    // What is charged, missed, attacked belongs to the statement: "will miss" alone states too little.
    let object = event(scene, found).and_then(|f| {
        let object = scene.sentence.child(f.head, &[Deprel::Obj]);
        object.or_else(|| scene.sentence.child(f.head, &[Deprel::Obl]))
    });
    if let Some(object) = object.filter(|o| *o > found.last && *o <= found.last + CLOSE) {
        span = span.cover(tokens[object].span);
    }
    // "Ann Roe, who is 52, gave herself up": what stands between commas is another statement.
    let parted = |b: usize| {
        let mut between = b.min(found.last) + 1..b.max(found.first);
        between.any(|i| tokens[i].lemma == ",")
    };
    bearer
        .filter(|b| b + CLOSE >= found.first && *b <= found.last + CLOSE && !parted(*b))
        .map_or(span, |b| span.cover(tokens[b].span))
}

/// "In 2004", "earlier convictions", "previously": the sentence tells of another time than the story's.
fn recalls(scene: &Scene, found: &Match) -> bool {
    let tokens = &scene.sentence.tokens;
    let window = found.first.saturating_sub(10)..tokens.len().min(found.last + 11);
    window.into_iter().any(|i| {
        let word = tokens[i].span.of(&scene.article.text);
        let year = word.len() == 4
            && (word.starts_with("19") || word.starts_with("20"))
            && word.bytes().all(|b| b.is_ascii_digit());
        year || matches!(
            &*lower(&tokens[i].lemma),
            "previous" | "previously" | "formerly" | "once" | "decade" | "prior"
        )
    })
}

#[cfg(test)]
mod tests {
    use crate::claims::Answer;
    use crate::compare::read_claims;
    use crate::read;

    /// The states that a text tells of, by name.
    fn states(text: &str) -> Vec<&'static str> {
        let articles = read::read(text.as_bytes(), "case.txt", None).expect("plain text is read");
        let claims = read_claims(&articles[0]).claims;
        let state = |answer: &Answer| match answer {
            Answer::State(state) => Some(state.name()),
            _ => None,
        };
        claims.iter().filter_map(|c| state(&c.answer)).collect()
    }

    #[test]
    fn a_phrase_counts_only_where_the_sentence_holds_it() {
        for (text, expected) in [
            (
                "Ruth Dane was captured on Friday.",
                vec!["captured", "taken alive"],
            ),
            ("The gunman is still at large.", vec!["at large"]),
            ("The gunman is no longer at large.", vec![]),
            (
                "The barn was almost completely destroyed.",
                vec!["almost destroyed"],
            ),
            ("The house was destroyed.", vec!["destroyed"]),
            ("The house may have been destroyed.", vec![]),
            (
                "Ruth Dane pleaded not guilty.",
                vec!["before the court", "not guilty"],
            ),
            ("The audience at large was captured by the music.", vec![]),
            (
                "Ruth Dane sobbed as the judge read the sentence.",
                vec!["in tears"],
            ),
            ("The jury was unanimous.", vec!["unanimous"]),
            ("Ruth Dane broke her wrist.", vec!["wrist", "hurt"]),
            ("Ruth Dane broke the record.", vec![]),
            ("The risk was rated moderate.", vec!["moderate"]),
            ("A red Toyota van struck a tree.", vec!["red", "toyota"]),
            ("Toyota raised its forecast.", vec![]),
            ("The device contained two kilos of Semtex.", vec!["Semtex"]),
            ("The jet crashed in dense fog.", vec!["aeroplane", "fog"]),
            ("The ringside doctor stopped the bout.", vec!["doctor"]),
            ("Ruth Dane won a silver medal.", vec!["silver"]),
            ("Ruth Dane is to be charged.", vec!["not yet charged"]),
            (
                "Ruth Dane is the third mayor to be charged.",
                vec!["charged"],
            ),
            ("They found a Polish climber alive.", vec!["found alive"]),
            ("A sailor with a dog has been missing.", vec!["missing"]),
            ("A tank with 19 crew has been missing.", vec![]),
        ] {
            assert_eq!(states(text), expected, "{text}");
        }
    }
}
