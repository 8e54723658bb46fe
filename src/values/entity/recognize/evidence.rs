//! What stands around a name and tells what its bearer is: an age, a relative, an office; a preposition, marks of quotation.

use gainsay_syntax::{Deprel, Upos};

use crate::values::entity::Role;
use crate::values::entity::lexicon::{self, Part};
use crate::values::naming::countries;
use crate::values::scene::Scene;

/// Whether a word makes an owner of the name before it.
pub(super) fn is_possessive(word: &str) -> bool {
    matches!(word, "'s" | "’s")
}

/// Whether a name stands where a place does: "near Orr", but not "in Orr's house".
pub(super) fn after_locating(scene: &Scene, start: usize, end: usize) -> bool {
    let before = |back: usize| start.checked_sub(back).map_or("", |i| scene.word(i));
    let locates = |word: &str| lexicon::is(word, Part::Locating);
    let placed = locates(before(1)) || (before(1) == "the" && locates(before(2)));
    let owns = || {
        let owned = scene.sentence.tokens.get(end + 1).map(|t| t.upos);
        is_possessive(scene.word(end)) && matches!(owned, Some(Upos::Noun | Upos::Adj | Upos::Num))
    };
    placed && !owns()
}

/// Whether a name stands where a person does as often as a place: "she gave it to Orr".
pub(super) fn after_directing(scene: &Scene, start: usize) -> bool {
    let before = start.checked_sub(1).map(|i| scene.word(i));
    before.is_some_and(|word| lexicon::is(word, Part::Directing))
}

/// Whether a word is the subject of a verb of speech: "Orr said", but not "the Courier said".
pub(super) fn speaks(scene: &Scene, i: usize) -> bool {
    let token = &scene.sentence.tokens[i];
    let verb = token.head.filter(|_| token.deprel == Deprel::Nsubj);
    let says =
        verb.is_some_and(|verb| lexicon::is(&scene.sentence.tokens[verb].lemma, Part::Saying));
    says && !i.checked_sub(1).is_some_and(|i| is_article(scene.word(i)))
}

/// Whether a word names one of a people, by itself: "the Spaniard", but not "the Spaniard's wife".
pub(super) fn is_compatriot(scene: &Scene, i: usize) -> bool {
    let tokens = &scene.sentence.tokens;
    let before = i.checked_sub(1).map(|i| tokens[i].upos);
    let next = tokens.get(i + 1).map(|t| t.upos);
    matches!(before, Some(Upos::Det | Upos::Num | Upos::Adj))
        && !matches!(next, Some(Upos::Noun | Upos::Adj | Upos::Propn))
        && !scene.is_mark(i + 1, b'-')
        && countries::by_people(scene.word(i)).is_some()
}

/// Whether a name is told to be a ship's or a work's: "the tanker Elsa Roe", the song "Harbour Wall".
pub(super) fn is_thing(scene: &Scene, start: usize, end: usize) -> bool {
    let tokens = &scene.sentence.tokens;
    let before = start.checked_sub(1);
    let craft = |word: &str| lexicon::is(word, Part::Craft);
    let afloat = before.is_some_and(|i| craft(&tokens[i].lemma))
        || (end - start > 1 && craft(scene.word(start)));
    let quoted = || {
        let opened = before.is_some_and(|i| is_quote(scene.word(i)));
        let mark = end + usize::from(matches!(scene.word(end), "," | "."));
        opened && is_quote(scene.word(mark))
    };
    afloat || quoted()
}

/// Whether a name of several words, no given name first, stands after "the": "the Elsa Roe" is nobody.
pub(super) fn has_article(scene: &Scene, start: usize, end: usize) -> bool {
    let before = start.checked_sub(1).map(|i| scene.word(i));
    before.is_some_and(is_article) && end - start > 1 && !scene.is_given(start)
}

fn is_article(word: &str) -> bool {
    matches!(word, "the" | "The")
}

fn is_quote(word: &str) -> bool {
    matches!(word, "\"" | "“" | "”" | "``" | "''")
}

/// Whether a name does or has what people do or have: has an age, is someone's relative, is one "who" did something.
pub(super) fn stands_for_person(scene: &Scene, start: usize, end: usize) -> bool {
    let tokens = &scene.sentence.tokens;
    let age = scene.is_mark(end, b',')
        && tokens.get(end + 1).is_some_and(|t| t.upos == Upos::Num)
        && matches!(scene.word(end + 2), "," | ".");
    if age || is_relative(scene, start, end) {
        return true;
    }
    if end - start == 1 || lexicon::is(scene.word(end - 1), Part::NoPerson) {
        return false;
    }
    let described = || {
        (start..end).any(|i| {
            let noun = tokens[i].head.filter(|_| tokens[i].deprel == Deprel::Appos);
            noun.is_some_and(|noun| names_person(&tokens[noun].lemma))
        })
    };
    let who = || {
        let told = scene.is_mark(end, b',') && scene.word(end + 1) == "who";
        told && !has_article(scene, start, end)
    };
    role_before(scene, start) || who() || apposition(scene, start, end).is_some() || described()
}

fn role_before(scene: &Scene, start: usize) -> bool {
    let before = start.checked_sub(1).map(|i| &scene.sentence.tokens[i]);
    before.is_some_and(|t| matches!(t.upos, Upos::Noun | Upos::Propn) && names_person(&t.lemma))
}

/// Whether whom a noun describes is a person, as a "drummer" is: an "owner" may be a firm.
fn names_person(noun: &str) -> bool {
    let noun = lexicon::meaning(noun);
    (noun.role.is_some() && !noun.is(Part::Either)) || noun.is(Part::Post)
}

/// "his brother Emre", "her mother, Odile,".
fn is_relative(scene: &Scene, start: usize, end: usize) -> bool {
    let kin = |back: usize| {
        let before = start.checked_sub(back);
        before.is_some_and(|i| lexicon::is(&scene.sentence.tokens[i].lemma, Part::Kin))
    };
    let apart = || matches!(scene.word(end), "," | "." | ";" | ")");
    kin(1) || (kin(2) && scene.is_mark(start - 1, b',') && apart())
}

/// What an apposition says that the name is: "Tim Hale, chief executive of Norvane,".
pub(super) fn apposition(scene: &Scene, start: usize, end: usize) -> Option<Role> {
    let tokens = &scene.sentence.tokens;
    if !scene.is_mark(end, b',') {
        return None;
    }
    let noun = (end..scene.len().min(end + 12)).find(|&i| {
        tokens[i].deprel == Deprel::Appos
            && tokens[i].head.is_some_and(|h| (start..end).contains(&h))
    })?;
    lexicon::role(&tokens[noun].lemma)?;
    let span = scene.sentence.subtree_span(noun);
    let first = (end..=noun).find(|&i| {
        tokens[i].span.start >= span.start
            && tokens[i].upos != Upos::Punct
            && tokens[i].upos != Upos::Det
    })?;
    let last = (noun..scene.len().min(noun + 9))
        .take_while(|&i| {
            i == noun
                || (tokens[i].upos != Upos::Punct
                    && tokens[i].upos != Upos::Verb
                    && tokens[i].upos != Upos::Pron
                    && tokens[i].upos != Upos::Aux)
        })
        .last()?;
    (first <= last).then(|| super::role(scene, (first, last + 1)))
}
