//! Do two claims answer the same question? The features of the pair, weighed by a logistic model.

use crate::claims::questions::contact;
use crate::claims::questions::spell::is_spell;
use crate::claims::referent::{Likeness, Referent};
use crate::claims::{Answer, Attribute, Event};
use crate::comparison::Modality;
use crate::values::{Relation, time};

use super::amount;
use super::denial;
use super::described;
use super::features::features;
use super::ground;
use super::hour;
use super::moment;
use super::number;
use super::objects;
use super::opposite;
use super::people;
use super::reach;
use super::standing;
use super::stated;
use super::{Account, Rarity};

/// The probability that both claims answer one question.
pub fn probability(one: &Account, other: &Account, rarity: &Rarity) -> f64 {
    ruled(one, other, rarity).unwrap_or_else(|| {
        let of_one_time =
            moment::likeness(one, other, rarity).max(hour::likeness(one, other, rarity));
        let likeness = weigh(one, other, rarity).max(of_one_time);
        amount::corrected(likeness, one, other, rarity)
    })
}

/// Whether the model weighs the pair by its features, rather than a rule that needs none.
pub fn is_weighed(one: &Account, other: &Account, rarity: &Rarity) -> bool {
    ruled(one, other, rarity).is_none()
}

/// What a rule says of the pair, where one does: some questions tell by one thing whether they are one.
fn ruled(one: &Account, other: &Account, rarity: &Rarity) -> Option<f64> {
    let overlap = one.article == other.article && one.claim.span.overlaps(other.claim.span);
    if overlap
        || are_then_and_now(one, other)
        || happened_twice(one, other)
        || reach::ends_before(one, other, rarity)
        || ground::are_two(one, other, rarity)
    {
        return Some(0.0);
    }
    of_a_kind(one, other, rarity)
        .or_else(|| of_one_voice(one, other))
        .or_else(|| match one.claim.question.attribute {
            Attribute::State(scale) => Some(standing::likeness(one, other, scale, rarity)),
            _ => spells(one, other),
        })
        .or_else(|| {
            let headline = is_headline_of(one, other) || is_headline_of(other, one);
            headline.then_some(HEADLINE)
        })
}

/// Whether one article tells of both, the one as what was before the news; or only one is told to measure the news by.
fn are_then_and_now(one: &Account, other: &Account) -> bool {
    let (a, b) = (one.claim, other.claim);
    // "The first journey since 2004" tells when the last one was.
    let dated = matches!(a.answer, Answer::Time(_));
    let measured = a.yardstick != b.yardstick && !dated;
    one.article == other.article && a.background != b.background || measured
}

/// Whether one article dates two events in full: who "returned to prison in May 1984" and in June 1999 returned twice.
fn happened_twice(one: &Account, other: &Account) -> bool {
    match (&one.claim.answer, &other.claim.answer) {
        (Answer::Time(a), Answer::Time(b)) if one.article == other.article => {
            a.absolute && b.absolute && time::relate(&a.time, &b.time) == Relation::Disjoint
        }
        _ => false,
    }
}

/// How likely a headline tells of the event that its text tells of, where actor and kind agree.
const HEADLINE: f64 = 0.7;

/// How likely a description of somebody's age leads to the only person of the story who is about that old.
const DESCRIBED: f64 = 0.7;

/// What the rule of a kind of question says, whoever gives the answers.
fn of_a_kind(one: &Account, other: &Account, rarity: &Rarity) -> Option<f64> {
    let another = one.voice != other.voice;
    if are_two_legs(one, other) {
        return Some(0.0);
    }
    match (
        &one.claim.question.attribute,
        &other.claim.question.attribute,
    ) {
        (Attribute::Name, _) => Some(people::same_bearer(one, other, rarity)),
        (Attribute::Age, _) if rarity.ages.tell_apart(one, other) => Some(0.0),
        (Attribute::Age, _) if rarity.descriptions.lead_to_one(one, other) => Some(DESCRIBED),
        (Attribute::Age, _) if described::are_strangers(one, other) => Some(0.0),
        (Attribute::Happened, _) if objects::denies_another_kind(one, other) => Some(0.0),
        (Attribute::Number, _) if another => Some(number::likeness(one, other, rarity)),
        (Attribute::Whether, _) => {
            let denied = denial::likeness(one, other, rarity);
            Some(denied.max(opposite::likeness(one, other, rarity)))
        }
        (Attribute::Disclosed(_), _) => Some(people::same_matter(one, other)),
        (Attribute::Except, _) => Some(people::SAME_EXCEPTION),
        (Attribute::Role, _) => Some(people::same_role(one, other)),
        (Attribute::Clock, _) => Some(1.0),
        (Attribute::Contact, _) => match (&one.claim.answer, &other.claim.answer) {
            (Answer::Words(a), Answer::Words(b)) => Some(contact::likeness(&a.head, &b.head)),
            _ => None,
        },
        // "5 GB" in two cells is no copy of one sentence: what pages state keeps to its own page.
        (Attribute::Stated(a), Attribute::Stated(b)) => {
            let same = one.article == other.article;
            let apart = !same || one.claim.sentence != other.claim.sentence;
            Some(if apart {
                stated::likeness(a, b, same, rarity)
            } else {
                0.0
            })
        }
        _ => None,
    }
}

/// Whether one tells where somebody went, the other where he is to go: "was flown to Arvel", "is to fly to Dalby".
fn are_two_legs(one: &Account, other: &Account) -> bool {
    let stances = [one, other].map(|account| account.claim.stance.modality);
    one.claim.question.attribute == Attribute::To
        && stances.contains(&Modality::Planned)
        && stances.contains(&Modality::Certain)
}

/// One sentence does not contradict itself: two answers in it, or in its copy, are answers to two questions.
fn of_one_voice(one: &Account, other: &Account) -> Option<f64> {
    if one.voice != other.voice {
        return None;
    }
    let copied = one.article != other.article
        && one.claim.question.label == other.claim.question.label
        && one.claim.answer == other.claim.answer;
    Some(if copied { 1.0 } else { 0.0 })
}

/// What the features of a pair come to.
fn weigh(one: &Account, other: &Account, rarity: &Rarity) -> f64 {
    let features = features(one, other, rarity);
    let weights = rarity.weights.of(&one.claim.question.attribute);
    let score: f64 = features.iter().zip(weights).map(|(f, w)| f * w).sum();
    let likeness = 1.0 / (1.0 + (-score).exp());
    match undergone_once(one, other) {
        _ if are_two_lengths(one, other) => 0.0,
        Some(Likeness::Same) => likeness.max(ONE_DEATH),
        Some(Likeness::Different) => 0.0,
        _ => likeness,
    }
}

/// How likely two accounts of what a person undergoes only once answer one question.
const ONE_DEATH: f64 = 0.7;

/// Whether two events that a person undergoes only once, a birth or a death, are of one person, where names or the order
/// of the victims tell.
fn undergone_once(one: &Account, other: &Account) -> Option<Likeness> {
    let [x, y] = [one, other].map(|account| account.claim.question.event.as_ref());
    let (x, y) = x.zip(y)?;
    let happens_once = x
        .classes
        .iter()
        .any(|c| c.is_once() && y.classes.contains(c));
    let (a, b) = x.patient.as_ref().zip(y.patient.as_ref())?;
    let named = !a.name.is_empty() && !b.name.is_empty();
    let told = named || a.differs_in_order(b);
    (happens_once && told).then(|| a.likeness(b))
}

/// Whether two lengths are plainly those of two bearers: of two names, or of one and of several.
fn are_two_lengths(one: &Account, other: &Account) -> bool {
    let events = [one, other].map(|account| account.claim.question.event.as_deref());
    let [Some(x), Some(y)] = events.map(|event| event.and_then(bearer)) else {
        return false;
    };
    let named = !x.name.is_empty() && !y.name.is_empty();
    one.claim.question.attribute == Attribute::HowLong
        && (named && x.likeness(y) == Likeness::Different
            || x.differs_in_kind(y)
            || standing::is_several(x) != standing::is_several(y))
}

/// Whoever undergoes a deed, or else does it.
fn bearer(event: &Event) -> Option<&Referent> {
    event.patient.as_ref().or(event.agent.as_ref())
}

/// Lengths of states that a story knows by name: the state decides, but for what is told of another time.
fn spells(one: &Account, other: &Account) -> Option<f64> {
    const ONE_STATE: f64 = 0.75;
    let of_one_time = one.claim.background == other.claim.background;
    match (spell(one), spell(other)) {
        (None, None) => None,
        (a, b) if a == b && of_one_time => Some(ONE_STATE),
        _ => Some(0.0),
    }
}

/// The length of a state that an account tells.
fn spell<'a>(account: &Account<'a>) -> Option<&'a str> {
    let event = account.claim.question.event.as_ref();
    event.filter(|e| is_spell(e)).map(|e| e.lemma.as_str())
}

/// Whether one account is the headline over the other and both tell of one actor's event of one kind.
fn is_headline_of(headline: &Account, text: &Account) -> bool {
    let (a, b) = (headline.claim, text.claim);
    if headline.voice.article != text.voice.article || !a.headline || b.headline || b.background {
        return false;
    }
    let happened = a.question.attribute == Attribute::Happened;
    let events = a.question.event.as_ref().zip(b.question.event.as_ref());
    happened
        && events.is_some_and(|(x, y)| {
            let actors = x.agent.as_ref().zip(y.agent.as_ref());
            x.classes.iter().any(|c| y.classes.contains(c))
                && actors.is_some_and(|(m, n)| m.likeness(n) == Likeness::Same)
        })
}

#[cfg(test)]
mod tests {
    use crate::spec::questions;

    #[test]
    fn a_named_person_dies_once_whatever_else_is_told() {
        let one = "Maria Voss died on 3 May 2012, her publisher said.";
        let other =
            "The boat capsized near Split, and Maria Voss perished on 4 May 2012 with her dog.";
        assert_eq!(questions(one, other), ["Maria Voss died: when"]);
        let other =
            "The boat capsized near Split, and Carl Mott perished on 4 May 2012 with her dog.";
        assert_eq!(questions(one, other), <[&str; 0]>::default());
    }
}
