//! What speaks for or against two claims answering one question: named features of the pair.
//!
//! The answers themselves are left out but for their day: whether they differ must not decide whether they are compared.

use crate::claims::class::Class;
use crate::claims::questions::how_many::PART;
use crate::claims::referent::{Likeness, Referent};
use crate::claims::{Answer, Attribute, Claim, Event};
use crate::comparison::{Modality, Polarity};
use crate::values::{Relation, number, place, time};

use super::WORDS;
use super::near;
use super::setting;
use super::{Account, Rarity};

/// The features of a pair, in the order of [`NAMES`].
pub type Features = [f64; NAMES.len()];

/// What each feature tells.
pub const NAMES: [&str; 32] = [
    "bias",
    "same word for the event",
    "same class of event",
    "no event on one side",
    "agents the same",
    "agents similar",
    "agents differ",
    "patients the same",
    "patients similar",
    "patients differ",
    "subjects the same",
    "subjects similar",
    "subjects differ",
    "modifiers shared",
    "modifiers differ",
    "other participants shared",
    "times agree",
    "times exclude each other",
    "places agree",
    "places exclude each other",
    "context",
    "background on one side",
    "answered variously in one article",
    "rare kind of question",
    "same article",
    "inner events of one class",
    "denial close by",
    "denied in another article",
    "toll of one kind",
    "answers near each other",
    "both in the opening",
    "few of their kind",
];

/// The features of a pair of claims with the same attribute.
pub fn features(one: &Account, other: &Account, rarity: &Rarity) -> Features {
    let (a, b) = (&one.claim.question, &other.claim.question);
    let events = a.event.as_deref().zip(b.event.as_deref());
    let both = |holds: fn(&Event, &Event) -> bool| truth(events.is_some_and(|(x, y)| holds(x, y)));
    let role = |part: fn(&Event) -> Option<&Referent>| {
        likeness(events.and_then(|(x, y)| part(x).zip(part(y))))
    };
    let [agents_same, agents_similar, agents_differ] = role(|e| e.agent.as_ref());
    let [patients_same, patients_similar, patients_differ] = role(|e| e.patient.as_ref());
    let subjects = a.subject.as_ref().zip(b.subject.as_ref());
    let [subjects_same, subjects_similar, subjects_differ] = likeness(subjects);
    let modifiers =
        |holds: fn(&Referent, &Referent) -> bool| truth(subjects.is_some_and(|(x, y)| holds(x, y)));
    let (times_agree, times_exclude) = times(one, other, events);
    let (places_agree, places_exclude) = places(&a.attribute, events);
    let counted = a.attribute == Attribute::HowMany;
    let varies = a.attribute != Attribute::Happened;
    [
        1.0,
        both(Event::may_be_one_verb),
        truth(rarity.setting.of_one_kind(one, other)),
        truth(events.is_none()),
        agents_same,
        agents_similar,
        agents_differ,
        patients_same,
        patients_similar,
        patients_differ,
        subjects_same,
        subjects_similar,
        subjects_differ,
        modifiers(|x, y| x.modifiers.iter().any(|m| y.modifiers.contains(m))),
        modifiers(differing_modifiers),
        events.map_or(0.0, |(x, y)| shared_participants(x, y)),
        times_agree,
        times_exclude,
        places_agree,
        places_exclude,
        rarity.context(one, other),
        truth(one.claim.background != other.claim.background),
        truth(varies && rarity.answers(one).max(rarity.answers(other)) > 1),
        1.0 / rarity.kin(one, other).saturating_sub(1).max(1) as f64,
        truth(one.voice.article == other.voice.article),
        both(|x, y| x.inner.iter().any(|c| y.inner.contains(c))),
        truth(is_denial_close_by(one, other)),
        truth(is_denied_elsewhere(one, other)),
        truth(counted)
            * both(|x, y| {
                x.classes
                    .iter()
                    .any(|c| c.is_toll() && y.classes.contains(c))
            }),
        truth(near::near(one, other)),
        truth(setting::opens(one.claim) && setting::opens(other.claim)),
        rarity.setting.few(one, other),
    ]
}

fn truth(holds: bool) -> f64 {
    f64::from(u8::from(holds))
}

/// Whether one party denies, within two sentences, what the other account holds: articles put claim and denial together.
fn is_denial_close_by(one: &Account, other: &Account) -> bool {
    let (a, b) = (one.claim, other.claim);
    let same = one.voice.article == other.voice.article;
    let close = same && one.voice.sentence.abs_diff(other.voice.sentence) <= 2;
    let denies = |c: &Claim| c.stance.polarity == Polarity::Negative && c.holder.is_some();
    close && (denies(a) != denies(b)) && a.holder != b.holder
}

/// Whether one article denies a step or a toll that another tells, and nobody and nothing in it is plainly another's:
/// early news denies what later news tells ("nobody has been arrested so far").
fn is_denied_elsewhere(one: &Account, other: &Account) -> bool {
    let certain = |c: &Claim| c.stance.modality == Modality::Certain;
    let events = [one, other].map(|account| account.claim.question.event.as_ref());
    let [Some(event), Some(told)] = events else {
        return false;
    };
    let can_be_one = |part: &Option<Referent>, its: &Option<Referent>| {
        let both = part.as_ref().zip(its.as_ref());
        both.is_none_or(|(part, its)| part.likeness(its) != Likeness::Different)
    };
    let awaited = |c: &Class| (c.is_step() || c.is_toll()) && told.classes.contains(c);
    one.voice.article != other.voice.article
        && one.claim.stance.polarity != other.claim.stance.polarity
        && certain(one.claim)
        && certain(other.claim)
        && event.classes.iter().any(awaited)
        && can_be_one(&event.agent, &told.agent)
        && can_be_one(&event.patient, &told.patient)
}

/// `[same, similar, differ]`; all 0 where nothing tells.
fn likeness(pair: Option<(&Referent, &Referent)>) -> [f64; 3] {
    match pair.map(|(one, other)| one.likeness(other)) {
        Some(Likeness::Same) => [1.0, 0.0, 0.0],
        Some(Likeness::Similar) => [0.0, 1.0, 0.0],
        Some(Likeness::Different) => [0.0, 0.0, 1.0],
        Some(Likeness::Unknown) | None => [0.0; 3],
    }
}

/// Whether the words beside a noun set its group apart from the rest, or order it among others: "the final two games".
pub(super) fn sets_apart(modifiers: &[String]) -> bool {
    modifiers
        .iter()
        .any(|m| parts(m) || WORDS.has("order", m) || m == PART)
}

/// "three other rifles" are not "seven rifles".
pub(super) fn differing_modifiers(one: &Referent, other: &Referent) -> bool {
    let only = |of: &Referent, against: &Referent| {
        let mut words = of.modifiers.iter().filter(|word| parts(word));
        words.any(|word| !against.modifiers.contains(word))
    };
    only(one, other) || only(other, one)
}

/// Whether a word beside a noun parts what it names from others: "other", "third".
fn parts(word: &str) -> bool {
    WORDS.has("apart", word) || number::ordinal(word).is_some()
}

/// How many participants the events share, whatever their roles: a name that two sentences have in common, or the
/// same noun in the same place. From 0 to 1 for two and more.
pub(super) fn shared_participants(one: &Event, other: &Event) -> f64 {
    let shares = |(_, x): &&(String, Referent)| {
        other
            .around
            .iter()
            .any(|(_, y)| x.likeness(y) == Likeness::Same)
    };
    let around = one.around.iter().filter(shares).count();
    let named = everyone(one)
        .filter(|x| everyone(other).any(|y| x.shares_name(y)))
        .count();
    around.max(named).min(2) as f64 / 2.0
}

/// All participants of an event.
fn everyone(event: &Event) -> impl Iterator<Item = &Referent> {
    let around = event.around.iter().map(|(_, referent)| referent);
    event.agent.iter().chain(&event.patient).chain(around)
}

/// Whether the times agree or exclude each other: the events' own, or, where time is asked, the day of the answers.
fn times(one: &Account, other: &Account, events: Option<(&Event, &Event)>) -> (f64, f64) {
    if let (Answer::Time(x), Answer::Time(y)) = (&one.claim.answer, &other.claim.answer) {
        return (truth(x.same_day(y)), 0.0);
    }
    let Some((one, other)) = events else {
        return (0.0, 0.0);
    };
    relate_times(one, other)
}

/// Whether the times of two events agree or exclude each other; how long two events last tells nothing of when they were.
pub(super) fn relate_times(one: &Event, other: &Event) -> (f64, f64) {
    let is_point = |time: &&time::Time| time.duration().is_none();
    let others = || other.times.iter().filter(is_point);
    let points = one.times.iter().filter(is_point);
    relate(points.flat_map(|x| others().map(move |y| time::relate(x, y))))
}

/// The same for places, where no place is asked.
fn places(attribute: &Attribute, events: Option<(&Event, &Event)>) -> (f64, f64) {
    let asked = matches!(
        attribute,
        Attribute::Where | Attribute::From | Attribute::To | Attribute::Spot
    );
    let Some((one, other)) = events.filter(|_| !asked) else {
        return (0.0, 0.0);
    };
    relate(
        one.places
            .iter()
            .flat_map(|x| other.places.iter().map(move |y| place::relate(x, y))),
    )
}

fn relate(relations: impl Iterator<Item = Relation>) -> (f64, f64) {
    let mut exclude = false;
    for relation in relations {
        match relation {
            Relation::Equal | Relation::Narrower | Relation::Wider => return (1.0, 0.0),
            Relation::Disjoint => exclude = true,
            Relation::Overlapping | Relation::Incomparable => {}
        }
    }
    (0.0, truth(exclude))
}

#[cfg(test)]
mod tests {
    use super::relate_times;
    use crate::claims::Event;
    use crate::values::time::{Calendar, Day, Kind, Length, Reading, Time, Unit};

    fn at(kind: Kind, reading: Reading) -> Event {
        Event {
            times: vec![Time::new(kind, reading, None)],
            ..Event::default()
        }
    }

    #[test]
    fn how_long_two_events_last_tells_nothing_of_when_they_were() {
        let hours = |n| {
            at(
                Kind::Duration,
                Reading::Length(Length::of(Some(n), Unit::Hour)),
            )
        };
        assert_eq!(relate_times(&hours(2), &hours(3)), (0.0, 0.0));
        let weekday = |day| {
            let calendar = Calendar {
                day: Day::Weekday(day),
                ..Calendar::default()
            };
            at(Kind::Date, Reading::Calendar(calendar))
        };
        assert_eq!(relate_times(&weekday(1), &weekday(2)), (0.0, 1.0));
    }
}
