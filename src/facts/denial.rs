//! Does one account deny what another tells? The deed and what it is done to must be the same, in whatever words.

use crate::claims::deeds::{self, go_together};
use crate::claims::referent::{Likeness, Referent, groups};
use crate::claims::{Claim, Event, opposites};
use crate::comparison::Polarity;

use super::candidates::Key;
use super::features::relate_times;
use super::objects::{is_event, objects, undergone};
use super::{Account, Rarity, odds};

/// The log odds before anything is looked at: most denials of a story deny something else.
const BEFORE: f64 = -3.5;

/// How likely the one denies what the other tells, from 0 to 1. Two that agree need no row.
pub(super) fn likeness(one: &Account, other: &Account, rarity: &Rarity) -> f64 {
    let Some((denied, told)) = parties(one, other) else {
        return 0.0;
    };
    let (a, b) = (denied.claim, told.claim);
    let Some((x, y)) = a.question.event.as_ref().zip(b.question.event.as_ref()) else {
        return 0.0;
    };
    if a.background != b.background || told.claim.headline && same_article(one, other) {
        return 0.0;
    }
    if same_article(one, other) && (a.holder == b.holder || one.voice == other.voice) {
        return 0.0;
    }
    // "No arrest had been made by Monday" and one on Tuesday are both true.
    if relate_times(x, y).1 > 0.0 {
        return 0.0;
    }
    let said = match &a.question.subject {
        // What one article says that there is none of and tells of itself is another: "no deal", "signed nine deals".
        Some(_) if same_article(one, other) => None,
        Some(thing) => of_thing(thing, x, y),
        None => of_deed(x, y),
    };
    let Some(said) = said else {
        return 0.0;
    };
    odds::likely(BEFORE, said, (one, other), (x, y), rarity)
}

/// The account that denies, and the one that tells.
pub(super) fn parties<'a, 'b>(
    one: &'b Account<'a>,
    other: &'b Account<'a>,
) -> Option<(&'b Account<'a>, &'b Account<'a>)> {
    match (is_denial(one), is_denial(other)) {
        (true, false) => Some((one, other)),
        (false, true) => Some((other, one)),
        _ => None,
    }
}

pub(super) fn is_denial(account: &Account) -> bool {
    account.claim.stance.polarity == Polarity::Negative
}

fn same_article(one: &Account, other: &Account) -> bool {
    one.voice.article == other.voice.article
}

/// "There is no such clause" against "the contract had a rematch clause".
fn of_thing(thing: &Referent, denied: &Event, told: &Event) -> Option<f64> {
    let parts = participants(told).filter(|part| part.head == thing.head);
    let found = parts.into_iter().find(|part| fits(thing, part));
    let deed = told.classes.iter().any(|c| denied.classes.contains(c));
    if found.is_none() && !deed {
        return None;
    }
    // Who looks for a thing need not have it, and who lost it has none.
    let verb = told.lemma.as_str();
    if deeds::is("verb of doubt", verb) || deeds::is("verb of loss", verb) {
        return None;
    }
    // What is signed tells whether it is the thing: "no agreement" against "a guest book was signed".
    if found.is_none() && deeds::is("verb of result", verb) {
        return None;
    }
    let of = denied.patient.as_ref();
    let shared = of.map(|of| participants(told).any(|part| part.likeness(of) >= Likeness::Similar));
    // What is said of the thing itself, and not of a deed, need not be told again: "a permit for the peak".
    let (base, other) = match found {
        Some(_) if deeds::is("verb of having", verb) => (3.7, -0.5),
        Some(_) => (2.7, -0.5),
        None => (3.5, -1.5),
    };
    Some(
        base + match shared {
            Some(true) => 1.5,
            Some(false) => other,
            None => 0.0,
        },
    )
}

/// "No serious damage" leaves room for damage.
fn fits(thing: &Referent, part: &Referent) -> bool {
    thing
        .modifiers
        .iter()
        .all(|m| part.modifiers.contains(m) || deeds::is("weak word", m))
}

/// "Never found the hammer" against "dug the hammer out": the deed, what it is done to, and who does it.
fn of_deed(denied: &Event, told: &Event) -> Option<f64> {
    let same = denied.is_same_verb(told);
    let class = denied.classes.iter().any(|c| told.classes.contains(c));
    let together = denied.lemma != told.lemma && go_together(&denied.lemma, &told.lemma);
    if !same && !class && !together || denied.lemma == told.lemma && !denied.may_be_one_verb(told) {
        return None;
    }
    let deed = if same { 1.5 } else { 1.0 };
    let alone = bearer(denied).zip(bearer(told));
    let agents = denied.agent.as_ref().zip(told.agent.as_ref());
    let agents = match agents.or(alone).map(|(x, y)| x.likeness(y)) {
        Some(Likeness::Same) => 1.8,
        Some(Likeness::Similar) => 0.5,
        Some(Likeness::Different) if !is_anybody(denied.agent.as_ref()) => -2.0,
        _ => 0.0,
    };
    let objects = objects(denied, told)?;
    let patient = denied.patient.as_ref();
    // Who sent nobody may yet have let somebody go.
    let other_deed = is_anybody(patient) && denied.agent.is_some() && !same && !class;
    if other_deed || is_of_one(denied, told) {
        return None;
    }
    // What "they deny it" denies was said before.
    if !same && patient.is_some_and(Referent::is_empty) && !is_anybody(patient) {
        return None;
    }
    // Whether somebody is needed tells nothing of what he did.
    let wanted = deeds::is("verb of doubt", &denied.lemma);
    if !same && wanted && patient.is_some_and(|p| !p.name.is_empty()) {
        return None;
    }
    // A quality has only its bearer: "he was not alone".
    let quality = told.patient.is_none() && denied.patient.is_none() && denied.around.is_empty();
    let enough = objects > 1.0 || agents > 1.0 || same && quality && agents >= 0.0;
    enough.then_some(deed + objects + agents - 2.0 * bounds(denied, told))
}

/// Whether the deed is denied of one of a kind alone: "one guest ate no fish" leaves it to the other guests.
fn is_of_one(denied: &Event, told: &Event) -> bool {
    let bearer = |event: &'_ Event| event.agent.clone().or_else(|| event.patient.clone());
    let picked = |of: &Referent| of.modifiers.iter().any(|word| word == "one");
    let alone = |of: &Referent| !of.name.is_empty() || picked(of);
    bearer(denied).is_some_and(|one| picked(&one)) && !bearer(told).is_some_and(|b| alone(&b))
}

/// Whoever does or undergoes a deed alone: sirens that "did not sound" are those that "worked".
fn bearer(event: &Event) -> Option<&Referent> {
    match (&event.agent, &event.patient) {
        (Some(bearer), None) | (None, Some(bearer)) => Some(bearer),
        _ => None,
    }
}

/// "Nobody": a denial that any one case contradicts.
pub(super) fn is_anybody(part: Option<&Referent>) -> bool {
    part.is_some_and(|p| {
        matches!(
            p.head.as_str(),
            "nobody" | "no-one" | "one" | "anyone" | "anybody"
        )
    })
}

pub(super) fn is_person(noun: &str) -> bool {
    !groups(noun).is_empty() && crate::claims::actor::kind(noun).is_some()
        || groups(noun).contains(&"person")
}

/// Where or when alone it is denied, if the other account does not speak of that: "did not play in the second half".
fn bounds(denied: &Event, told: &Event) -> f64 {
    let around = denied
        .around
        .iter()
        .filter(|(preposition, _)| preposition != "by");
    let unknown = around.filter(|(_, place)| {
        !is_event(place) && !undergone(told).any(|other| other.likeness(place) >= Likeness::Unknown)
    });
    unknown.count().min(1) as f64
}

fn participants(event: &Event) -> impl Iterator<Item = &Referent> {
    let around = event.around.iter().map(|(_, referent)| referent);
    event.agent.iter().chain(&event.patient).chain(around)
}

/// The keys under which a denial and what it denies can meet.
pub(super) fn keys(claim: &Claim) -> Vec<Key<'_>> {
    let Some(event) = &claim.question.event else {
        return vec![];
    };
    let mut keys = vec![Key::Verb(&event.lemma)];
    keys.extend(event.classes.iter().map(|&class| Key::Class(class)));
    let opposites = opposites::sides(event).into_iter();
    keys.extend(opposites.map(|(row, _)| Key::Opposites(row)));
    let groups = deeds::groups(&event.lemma).iter();
    keys.extend(groups.map(|group| Key::Deed(group)));
    let people = participants(event).chain(&claim.question.subject);
    let nouns = people.filter(|r| r.name.is_empty());
    keys.extend(nouns.map(|r| Key::Noun(&r.head)));
    keys
}

#[cfg(test)]
mod tests {
    use crate::compare::{Options, compare};
    use crate::read;

    /// The codes of the rules that two articles of one story fall under by what one of them denies.
    fn found(one: &str, other: &str) -> Vec<String> {
        let read = |text: &str, name: &str| {
            let mut articles = read::read(text.as_bytes(), name, None).expect("plain text is read");
            for article in &mut articles {
                article.story = "case".to_owned();
            }
            articles
        };
        let mut articles = read(one, "one.txt");
        articles.extend(read(other, "other.txt"));
        let comparison = compare(&articles, &Options::default());
        let whether = |f: &&crate::comparison::Finding| f.question.ends_with("so or not");
        let findings = comparison.findings.iter().filter(whether);
        findings.map(|f| f.rule.clone()).collect()
    }

    /// What both articles of a case share, so that they are of one story.
    const STORY: &str =
        "Marta Velling was beaten to death at Corran Lodge, where Otto Brandes rented a room.";

    #[test]
    fn what_one_denies_another_tells_in_other_words() {
        for (denied, told) in [
            (
                "The crowbar was never recovered.",
                "Police dug the crowbar out of a field.",
            ),
            (
                "Velling was not wearing a whistle.",
                "Velling carried a whistle.",
            ),
            (
                "The contract had no escape clause.",
                "The contract contained an escape clause.",
            ),
            (
                "Brandes denied burglary.",
                "Brandes admitted burglary on Monday.",
            ),
        ] {
            let (one, other) = (format!("{STORY} {denied}"), format!("{STORY} {told}"));
            assert_eq!(found(&one, &other).len(), 1, "{denied} × {told}");
        }
    }

    #[test]
    fn what_denies_a_part_or_another_thing_denies_nothing() {
        for (denied, told) in [
            (
                "The crowbar was not only found but tested.",
                "Police found the crowbar.",
            ),
            (
                "The crowbar was never recovered.",
                "Police recovered a coat.",
            ),
            (
                "There was no serious damage.",
                "There was damage to the door.",
            ),
            (
                "Brandes did not say why he left.",
                "Brandes said that he had left early.",
            ),
            (
                "Brandes never fired the pistol.",
                "Brandes bought the pistol in May.",
            ),
            (
                "They found no survivors.",
                "They looked for survivors until dawn.",
            ),
            (
                "No tickets will be issued.",
                "Brandes bought tickets in May.",
            ),
            ("That was no burglary.", "Brandes planned a burglary."),
            (
                "Brandes has no licence.",
                "Brandes lost his licence in May.",
            ),
            (
                "There is no agreement.",
                "Eleven guest books were signed at the lodge.",
            ),
            (
                "Police said that Velling had fled. Brandes denies it.",
                "Brandes took a train on Monday.",
            ),
            ("Velling did not need Brandes.", "Brandes flew to Oslo."),
            (
                "Velling was not called out by the union.",
                "The union called off its strike.",
            ),
            (
                "Brandes was not called out by the union.",
                "Brandes was called on by the union to stop.",
            ),
            (
                "Brandes was not accused of lying.",
                "Brandes was accused of fraud.",
            ),
        ] {
            let (one, other) = (format!("{STORY} {denied}"), format!("{STORY} {told}"));
            assert!(found(&one, &other).is_empty(), "{denied} × {told}");
        }
    }
}
