//! Names: runs of capital words with their titles, nicknames and acronyms.

use std::borrow::Cow;
use std::rc::Rc;

use gainsay_syntax::{Deprel, Upos};

use super::Found;
use super::extent::{is_head, may_begin, run_end};
use crate::lexicon::calendar;
use crate::values::entity::lexicon::{self, Known, Part};
use crate::values::entity::names::{self, Told};
use crate::values::entity::{Entity, Gender, Kind};
use crate::values::memo::Memory;
use crate::values::naming::acts;
use crate::values::naming::people::{self, Title};
use crate::values::scene::Scene;

/// Adds the names of one sentence.
pub(super) fn scan(scene: &Scene, found: &mut Vec<Found>) {
    let mut next = 0;
    for word in scene.capitals.all() {
        let start = word.token;
        if start >= next && may_begin(&scene.sentence.tokens[start]) {
            next = run_end(scene, start);
            if next > start {
                name(scene, start, next, found);
            }
        }
    }
}

/// Reads one run: titles first, then whose name it is.
fn name(scene: &Scene, start: usize, end: usize, found: &mut Vec<Found>) {
    let titles =
        (start..end).find_map(|i| title_at(scene, i).map(|(title, after)| (i, title, after)));
    // "Martin Luther King Jr." bears a title's word as a name.
    let titles = titles.filter(|&(_, _, after)| !is_generation(scene.word(after)));
    match titles {
        Some((_, title, after)) if after < end => titled(scene, start, after, end, title, found),
        Some((at, Title::Role(gender), after))
            if after == end && !is_long_name(scene, start, at) =>
        {
            let entity = Entity {
                gender,
                ..Entity::new(scene.words((start, end)), Kind::Role)
            };
            found.push(super::found(scene, (start, end), entity));
        }
        _ => untitled(scene, start, end, found),
    }
}

fn is_generation(word: &str) -> bool {
    matches!(word, "Jr" | "Jr." | "Sr" | "Sr." | "II" | "III")
}

/// A title, or a role in capitals before a given name: "National Security Adviser Jake Hale".
fn title_at(scene: &Scene, i: usize) -> Option<(Title, usize)> {
    people::title_at(scene, i).or_else(|| {
        if !scene.is_given(i + 1) {
            return None;
        }
        let role = match scene.row(i) {
            Some(row) => row.entity.role,
            None => lexicon::role_in_capitals(scene.word(i)),
        };
        Some((Title::Role(role?.gender()), i + 1))
    })
}

/// "Electric Chair" ends in a title's word and is none: a body's name before it tells.
fn is_long_name(scene: &Scene, start: usize, title: usize) -> bool {
    (start..title).any(|i| is_head(scene, i))
}

/// A person after a title, or after several: "Foreign Minister Sheikh Khalid Omar".
fn titled(
    scene: &Scene,
    start: usize,
    after: usize,
    end: usize,
    title: Title,
    found: &mut Vec<Found>,
) {
    let (mut first, mut titles) = (after, vec![title]);
    while let Some((more, next)) = title_at(scene, first).filter(|&(_, next)| next < end) {
        titles.push(more);
        first = next;
    }
    let gender = titles
        .iter()
        .find_map(|&(Title::Honorific(told) | Title::Role(told))| told);
    let name = scene.words((first, end));
    let gender = gender.or_else(|| names::told(&name).gender);
    let mut entity = person(name, gender);
    if titles.iter().any(|title| matches!(title, Title::Role(_))) {
        entity
            .roles
            .push(super::role(scene, (modifiers_start(scene, start), first)));
    }
    found.push(super::found(scene, (first, end), entity));
}

/// The first of the words that belong to a title: "former South Korean", "Apple".
fn modifiers_start(scene: &Scene, start: usize) -> usize {
    let mut first = start;
    while let Some(before) = first.checked_sub(1) {
        let word = scene.word(before);
        // "Police Chief"
        let office = scene.sentence.tokens[before].upos == Upos::Noun
            && scene.is_capitalized(before)
            && !calendar::is_calendar(word);
        let modifies = office
            || scene.is_adjective(before)
            || matches!(
                word,
                "former"
                    | "then"
                    | "acting"
                    | "deputy"
                    | "late"
                    | "interim"
                    | "ex"
                    | "North"
                    | "South"
            );
        if !modifies {
            break;
        }
        first = before;
    }
    first
}

fn person(name: Cow<str>, gender: Option<Gender>) -> Entity {
    Entity {
        gender,
        ..Entity::new(name, Kind::Person)
    }
}

fn untitled(scene: &Scene, start: usize, end: usize, found: &mut Vec<Found>) {
    let mut words = scene.words((start, end));
    let mut told = names::told(&words);
    let mut start = start;
    if told.kind != Kind::Organization {
        let first = without_nation(scene, start, end);
        if first > start {
            start = first;
            words = scene.words((start, end));
            told = names::told(&words);
        }
    }
    if told.calendar {
        return;
    }
    let entity = government(scene, &words, &told, end)
        .or_else(|| shouted_role(scene, start, end))
        .or_else(|| named(scene, (start, end), words, &told));
    if let Some(entity) = entity {
        found.push(super::found(scene, (start, end), entity));
    }
}

/// Whom a name names that is no government's.
fn named(
    scene: &Scene,
    (start, end): (usize, usize),
    words: Cow<str>,
    told: &Told,
) -> Option<Entity> {
    let alone = end - start == 1;
    let mut entity = match told.kind {
        Kind::Government => return None,
        Kind::Other if told.capital => return None,
        Kind::Other if !acts(scene.sentence, end - 1) && after_locating(scene, start) => {
            return None;
        }
        Kind::Other if told.adjective => return None,
        Kind::Other if stands_for_person(scene, start, end) => person(words, told.gender),
        Kind::Person if alone && told.capital => return None,
        Kind::Person if alone && !acts(scene.sentence, start) => Entity::new(words, Kind::Other),
        Kind::Person => person(words, told.gender),
        kind => Entity::new(words, kind),
    };
    acronym(scene, end, &mut entity);
    entity.roles.extend(apposition(scene, start, end));
    Some(entity)
}

/// "Thieves" and "Police" that begin a headline name nobody.
fn shouted_role(scene: &Scene, start: usize, end: usize) -> Option<Entity> {
    thread_local! {
        static ROLES: Memory<Option<Rc<Entity>>> = Memory::default();
    }
    let word = (end == start + 1).then(|| scene.word(start))?;
    let role = ROLES.with(|known| known.of(word, || role_of(word).map(Rc::new)))?;
    Some(Entity::clone(&role))
}

/// What a word in capitals says that somebody is, or that several are.
fn role_of(word: &str) -> Option<Entity> {
    if people::is_surname(word) {
        return None;
    }
    let lower = word.to_lowercase();
    let singular = lower.strip_suffix("ies").map(|stem| format!("{stem}y"));
    let singular = singular.or_else(|| lower.strip_suffix("ves").map(|stem| format!("{stem}f")));
    let singular = singular.or_else(|| lower.strip_suffix('s').map(str::to_owned));
    if let Some(role) = lexicon::role(&lower) {
        return Some(Entity {
            gender: role.gender(),
            ..Entity::new(lower, Kind::Role)
        });
    }
    singular
        .is_some_and(|noun| lexicon::role(&noun).is_some())
        .then(|| Entity::new(lower, Kind::Group))
}

/// The first token of the name itself: a nation's adjective belongs only to names of organizations.
fn without_nation(scene: &Scene, start: usize, end: usize) -> usize {
    let name = (start..end).find(|&i| !scene.is_adjective(i));
    name.filter(|&i| scene.is_name(i)).unwrap_or(start)
}

/// The government that a name stands for: the Kremlin's always, a capital's or country's only when it acts.
fn government(scene: &Scene, words: &str, told: &Told, end: usize) -> Option<Entity> {
    let country = match told.known {
        Some(known) => Known::country(known)?,
        None => told.country.filter(|_| acts(scene.sentence, end - 1))?,
    };
    let mut entity = Entity::new(country.name, Kind::Government);
    if words != country.name {
        entity.aliases.push(words.to_owned());
    }
    Some(entity)
}

fn after_locating(scene: &Scene, start: usize) -> bool {
    let before = |back: usize| start.checked_sub(back).map_or("", |i| scene.word(i));
    let locates = |word: &str| lexicon::is(word, Part::Locating);
    locates(before(1)) || (before(1) == "the" && locates(before(2)))
}

/// Whether a run of several words does or has what people do or have: speaks, has an age, is someone's relative.
fn stands_for_person(scene: &Scene, start: usize, end: usize) -> bool {
    let tokens = &scene.sentence.tokens;
    let age = scene.is_mark(end, b',')
        && tokens.get(end + 1).is_some_and(|t| t.upos == Upos::Num)
        && matches!(scene.word(end + 2), "," | ".");
    let role = apposition(scene, start, end).is_some();
    let relative = (start..end).any(|i| {
        tokens[i].head.is_some_and(|h| {
            tokens[i].deprel == Deprel::Appos && lexicon::role(&tokens[h].lemma).is_some()
        })
    });
    age || (end - start > 1 && (role || relative || role_before(scene, start)))
}

fn role_before(scene: &Scene, start: usize) -> bool {
    start
        .checked_sub(1)
        .is_some_and(|i| lexicon::role(&scene.sentence.tokens[i].lemma).is_some())
}

/// What an apposition says that the name is: "Tim Hale, chief executive of Norvane,".
fn apposition(scene: &Scene, start: usize, end: usize) -> Option<super::Role> {
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

/// "Korean Central News Agency (KCNA)": the short form is another name of the same body.
fn acronym(scene: &Scene, end: usize, entity: &mut Entity) {
    if !scene.is_mark(end, b'(') || !scene.is_mark(end + 2, b')') {
        return;
    }
    let short = scene.word(end + 1);
    if names::is_acronym(short, &entity.name) {
        entity.kind = Kind::Organization;
        entity.aliases.push(short.to_owned());
    }
}
