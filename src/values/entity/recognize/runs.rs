//! Names: runs of capital words with their titles, nicknames and acronyms.

use std::rc::Rc;

use gainsay_syntax::{Deprel, Upos};

use super::extent::{is_name_at, may_begin, run_end};
use super::{Found, Scene};
use crate::lexicon::{calendar, fold};
use crate::values::entity::lexicon::{self, Known};
use crate::values::entity::{Entity, Gender, Kind, names};
use crate::values::memo::Memory;
use crate::values::naming::people::{self, Title};
use crate::values::naming::{acts, countries, is_capitalized};

/// Adds the names of one sentence.
pub(super) fn scan(scene: &Scene, found: &mut Vec<Found>) {
    let mut i = 0;
    while i < scene.len() {
        if !may_begin(scene.sentence.tokens[i].upos) {
            i += 1;
            continue;
        }
        let end = run_end(scene, i);
        if end == i {
            i += 1;
            continue;
        }
        name(scene, i, end, found);
        i = end;
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
                ..Entity::new(scene.words(start, end), Kind::Role)
            };
            found.push(scene.found(start, end, entity));
        }
        _ => untitled(scene, start, end, found),
    }
}

fn is_generation(word: &str) -> bool {
    matches!(word, "Jr" | "Jr." | "Sr" | "Sr." | "II" | "III")
}

/// A title, or a role in capitals before a given name: "National Security Adviser Jake Hale".
fn title_at(scene: &Scene, i: usize) -> Option<(Title, usize)> {
    people::title_at(scene.text, scene.sentence, i).or_else(|| {
        let role = lexicon::role_in_capitals(scene.word(i))?;
        people::given(scene.word(i + 1))?;
        Some((Title::Role(role.gender()), i + 1))
    })
}

/// "Electric Chair" ends in a title's word and is none: a body's name before it tells.
fn is_long_name(scene: &Scene, start: usize, title: usize) -> bool {
    (start..title).any(|i| lexicon::is_organization_head(scene.word(i)))
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
    let mut entity = person(scene, first, end, gender);
    if titles.iter().any(|title| matches!(title, Title::Role(_))) {
        entity
            .roles
            .push(scene.role(modifiers_start(scene, start), first));
    }
    found.push(scene.found(first, end, entity));
}

/// The first of the words that belong to a title: "former South Korean", "Apple".
fn modifiers_start(scene: &Scene, start: usize) -> usize {
    let mut first = start;
    while let Some(before) = first.checked_sub(1) {
        let word = scene.word(before);
        // "Police Chief"
        let office = scene.sentence.tokens[before].upos == Upos::Noun
            && is_capitalized(word)
            && !is_calendar(word);
        let modifies = office
            || countries::by_adjective(word).is_some()
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

fn person(scene: &Scene, start: usize, end: usize, gender: Option<Gender>) -> Entity {
    let name = scene.words(start, end);
    let gender = gender.or_else(|| names::gender(&name));
    Entity {
        gender,
        ..Entity::new(name, Kind::Person)
    }
}

fn untitled(scene: &Scene, start: usize, end: usize, found: &mut Vec<Found>) {
    let all = scene.words(start, end);
    let kind = names::kind(&all);
    let first = match kind {
        Kind::Organization => start,
        _ => without_nation(scene, start, end),
    };
    let (start, words, kind) = if first == start {
        (start, all, kind)
    } else {
        let words = scene.words(first, end);
        let kind = names::kind(&words);
        (first, words, kind)
    };
    if is_calendar(&words) {
        return;
    }
    let plain = fold(&words);
    if let Some(country) = government(scene, &plain, end) {
        let mut entity = Entity::new(country.name, Kind::Government);
        alias(&mut entity, &words);
        found.push(scene.found(start, end, entity));
        return;
    }
    if let Some(role) = shouted_role(scene, start, end) {
        found.push(scene.found(start, end, role));
        return;
    }
    let mut entity = match kind {
        Kind::Government => return,
        Kind::Other if countries::by_capital(&plain).is_some() => return,
        Kind::Other if !acts(scene.sentence, end - 1) && after_locating(scene, start) => return,
        Kind::Other if countries::by_adjective(&plain).is_some() => return,
        Kind::Other if stands_for_person(scene, start, end) => person(scene, start, end, None),
        Kind::Person if end - start == 1 && countries::by_capital(&plain).is_some() => return,
        Kind::Person if end - start == 1 && !acts(scene.sentence, start) => {
            Entity::new(words, Kind::Other)
        }
        Kind::Person => person(scene, start, end, None),
        kind => Entity::new(words, kind),
    };
    acronym(scene, end, &mut entity);
    entity.roles.extend(apposition(scene, start, end));
    found.push(scene.found(start, end, entity));
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
    let name = (start..end).find(|&i| countries::by_adjective(scene.word(i)).is_none());
    name.filter(|&i| is_name_at(scene, i)).unwrap_or(start)
}

/// The country whose government a name stands for: the Kremlin always, a capital or country only when it acts.
fn government(scene: &Scene, name: &str, end: usize) -> Option<&'static countries::Country> {
    if let Some(known) = lexicon::known(name) {
        return Known::country(known);
    }
    if !acts(scene.sentence, end - 1) {
        return None;
    }
    countries::by_name(name).or_else(|| countries::by_capital(name))
}

fn alias(entity: &mut Entity, words: &str) {
    if words != entity.name {
        entity.aliases.push(words.to_owned());
    }
}

fn after_locating(scene: &Scene, start: usize) -> bool {
    let before = |back: usize| start.checked_sub(back).map_or("", |i| scene.word(i));
    lexicon::is_locating(before(1)) || (before(1) == "the" && lexicon::is_locating(before(2)))
}

/// Days, months, zones and feasts are written as names and are none.
fn is_calendar(words: &str) -> bool {
    words.split(' ').any(calendar::is_calendar)
}

/// Whether a run of several words does or has what people do or have: speaks, has an age, is someone's relative.
fn stands_for_person(scene: &Scene, start: usize, end: usize) -> bool {
    let tokens = &scene.sentence.tokens;
    let age = scene.word(end) == ","
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
    if scene.word(end) != "," {
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
    (first <= last).then(|| scene.role(first, last + 1))
}

/// "Korean Central News Agency (KCNA)": the short form is another name of the same body.
fn acronym(scene: &Scene, end: usize, entity: &mut Entity) {
    if scene.word(end) != "(" || scene.word(end + 2) != ")" {
        return;
    }
    let short = scene.word(end + 1);
    if names::is_acronym(short, &entity.name) {
        entity.kind = Kind::Organization;
        entity.aliases.push(short.to_owned());
    }
}
