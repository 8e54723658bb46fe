//! Names: runs of capital words with their titles, nicknames and acronyms.

use std::rc::Rc;

use gainsay_syntax::Upos;

use super::Found;
use super::draft::Draft;
use super::evidence::{
    after_directing, after_locating, apposition, has_article, is_compatriot, is_possessive,
    is_thing, speaks, stands_for_person,
};
use super::extent::{is_head, may_begin, run_end};
use crate::lexicon::calendar;
use crate::values::entity::lexicon::{self, Known, Part};
use crate::values::entity::name::Name;
use crate::values::entity::names;
use crate::values::entity::{Gender, Kind};
use crate::values::naming::people::{self, Title};
use crate::values::naming::{acts, countries};
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
    // "Martin Luther King Jr.", "the Dale County Sheriff's Office" and "Dale General Hospital" bear a title's word.
    let titles = titles.filter(|&(at, title, after)| {
        let body = after < end && matches!(title, Title::Role(_)) && is_head(scene, after);
        let owner = after < end && is_possessive(scene.word(after));
        // "Directorate General of Shipping"
        let office = scene.word(after) == "of" && is_long_name(scene, start, at);
        !body && !owner && !office && !is_generation(scene.word(after))
    });
    match titles {
        Some((_, title, after)) if after < end => titled(scene, start, after, end, title, found),
        Some((at, Title::Role(gender), after))
            if after == end
                && !is_long_name(scene, start, at)
                && (at == start || !after_locating(scene, start, end)) =>
        {
            let role = Draft {
                gender,
                ..Draft::new(super::named(scene, (start, end)), Kind::Role)
            };
            found.push(super::found(scene, (start, end), role));
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
        let named = scene.is_given(i + 1);
        if !named && (i > 0 || !is_full_name(scene, 1)) {
            return None;
        }
        let small = scene.row(i)?.entity.small;
        let gender = match small.role {
            Some(_) if small.is(Part::Several) => return None,
            Some(bearer) => bearer.gender(),
            None if small.is(Part::Post) && named && is_post(scene, i) => None,
            None => return None,
        };
        Some((Title::Role(gender), i + 1))
    })
}

/// Whether a word that may be a place in a team stands alone before a full name: no "Dale Center".
fn is_post(scene: &Scene, i: usize) -> bool {
    let inside = i.checked_sub(1).is_some_and(|before| scene.is_name(before));
    !inside && scene.is_name(i + 2)
}

/// Whether two words of a name begin at token `i` that are neither a body's nor a place's.
fn is_full_name(scene: &Scene, i: usize) -> bool {
    let no_person = lexicon::is(scene.word(i + 1), Part::NoPerson) || is_head(scene, i + 1);
    scene.is_name(i) && scene.is_name(i + 1) && !no_person
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
    let name = super::named(scene, (first, end));
    let gender = gender.or_else(|| name.told().gender);
    let mut person = person(name, gender);
    if titles.iter().any(|title| matches!(title, Title::Role(_))) {
        person
            .roles
            .push(super::role(scene, (modifiers_start(scene, start), first)));
    }
    found.push(super::found(scene, (first, end), person));
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

fn person(name: Rc<Name>, gender: Option<Gender>) -> Draft {
    Draft {
        gender,
        ..Draft::new(name, Kind::Person)
    }
}

fn untitled(scene: &Scene, start: usize, end: usize, found: &mut Vec<Found>) {
    let whole = super::named(scene, (start, end));
    let first = match whole.told().kind {
        Kind::Organization => start,
        Kind::Person | Kind::Role | Kind::Group | Kind::Government | Kind::Other => {
            without_nation(scene, start, end)
        }
    };
    let name = if first == start {
        whole
    } else {
        super::named(scene, (first, end))
    };
    if name.told().calendar {
        return;
    }
    let draft = government(scene, &name, end)
        .or_else(|| shouted_role(scene, &name, (first, end)))
        .or_else(|| named(scene, (first, end), name));
    if let Some(draft) = draft {
        found.push(super::found(scene, (first, end), draft));
    }
}

/// Whom a name names that is no government's.
fn named(scene: &Scene, (start, end): (usize, usize), name: Rc<Name>) -> Option<Draft> {
    let told = name.told();
    let (alone, gender) = (end - start == 1, told.gender);
    let mut draft = match told.kind {
        Kind::Government => return None,
        Kind::Other if told.capital => return None,
        Kind::Other | Kind::Person if alone && is_compatriot(scene, start) => {
            return Some(Draft::new(name, Kind::Role));
        }
        Kind::Other if !acts(scene.sentence, end - 1) && after_locating(scene, start, end) => {
            let doubtful = after_directing(scene, start);
            return doubtful.then(|| Draft::doubtful(name));
        }
        Kind::Other if told.adjective => return None,
        Kind::Other | Kind::Person if is_thing(scene, start, end) => Draft::thing(name),
        Kind::Person if has_article(scene, start, end) => Draft::thing(name),
        Kind::Other if stands_for_person(scene, start, end) => person(name, gender),
        Kind::Person if alone && told.capital => return None,
        Kind::Person if alone && !acts(scene.sentence, start) => Draft::new(name, Kind::Other),
        Kind::Person => person(name, gender),
        kind => Draft::new(name, kind),
    };
    draft.speaks = alone && speaks(scene, start);
    acronym(scene, end, &mut draft);
    draft.roles.extend(apposition(scene, start, end));
    Some(draft)
}

/// "Thieves" and "Police" that begin a headline name nobody; the "Isle of Man" is no man.
fn shouted_role(scene: &Scene, name: &Name, (start, end): (usize, usize)) -> Option<Draft> {
    let before = start.checked_sub(1).map(|i| scene.sentence.tokens[i].upos);
    let alone = end - start == 1 && before != Some(Upos::Adp);
    let role = name.told().role.as_ref().filter(|_| alone)?;
    Some(Draft {
        gender: role.gender,
        ..Draft::called(&role.words, role.kind)
    })
}

/// The first token of the name itself: a nation's adjective belongs only to names of organizations.
fn without_nation(scene: &Scene, start: usize, end: usize) -> usize {
    let name = (start..end).find(|&i| !scene.is_adjective(i));
    let first = name.filter(|&i| scene.is_name(i)).unwrap_or(start);
    // "Challenger Denis Orr", "the Spaniard Iker Sols"
    let full = first + 2 < end && scene.is_given(first + 1);
    first + usize::from(full && describes(scene, first))
}

/// Endings of nouns and adjectives that are said of people.
const SAID_OF_PEOPLE: &[&str] = &["er", "or", "ist", "ian", "man", "ess"];

/// Whether the word before a full name is no part of it: it opens the sentence and looks like no name, or it names a people.
fn describes(scene: &Scene, i: usize) -> bool {
    let word = scene.word(i);
    let named = || scene.is_given(i) || people::is_surname(word);
    let opens = || i == 0 && SAID_OF_PEOPLE.iter().any(|end| word.ends_with(end)) && !named();
    let country = scene.row(i).is_some_and(|row| row.naming.country);
    country || countries::by_people(word).is_some() || opens()
}

/// The government that a name stands for: the Kremlin's always, a capital's or country's only when it acts.
fn government(scene: &Scene, said: &Rc<Name>, end: usize) -> Option<Draft> {
    let told = said.told();
    let country = match told.known {
        Some(known) => Known::country(known)?,
        None => told.country.filter(|_| acts(scene.sentence, end - 1))?,
    };
    let mut government = Draft::called(country.name, Kind::Government);
    if *said != government.name {
        government.aliases.push(Rc::clone(said));
    }
    Some(government)
}

/// "Korean Central News Agency (KCNA)": the short form is another name of the same body.
fn acronym(scene: &Scene, end: usize, body: &mut Draft) {
    if !scene.is_mark(end, b'(') || !scene.is_mark(end + 2, b')') {
        return;
    }
    let short = scene.word(end + 1);
    if names::is_acronym(short, body.text()) {
        body.kind = Kind::Organization;
        body.aliases.push(Name::of(short));
    }
}
