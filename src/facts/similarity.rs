//! Do two claims answer the same question? The features of the pair, weighed by a logistic model.

use crate::claims::questions::contact;
use crate::claims::questions::spell::is_spell;
use crate::claims::referent::Likeness;
use crate::claims::{Answer, Attribute};

use super::amount;
use super::denial;
use super::features::features;
use super::number;
use super::people;
use super::standing;
use super::stated;
use super::weights;
use super::{Account, Rarity};

/// The probability that both claims answer one question.
pub fn probability(one: &Account, other: &Account, rarity: &Rarity) -> f64 {
    if one.article == other.article && one.claim.span.overlaps(other.claim.span) {
        return 0.0;
    }
    if one.claim.question.attribute == Attribute::Name {
        return people::same_bearer(one, other, rarity);
    }
    if one.claim.question.attribute == Attribute::Number && one.voice != other.voice {
        return number::likeness(one, other, rarity);
    }
    if one.claim.question.attribute == Attribute::Whether {
        return denial::likeness(one, other, rarity);
    }
    if let Attribute::Disclosed(_) = one.claim.question.attribute {
        return people::SAME_MATTER;
    }
    if one.claim.question.attribute == Attribute::Except {
        return people::SAME_EXCEPTION;
    }
    if one.claim.question.attribute == Attribute::Role {
        return people::same_role(one, other);
    }
    if let (Attribute::Contact, Answer::Words(a), Answer::Words(b)) = (
        &one.claim.question.attribute,
        &one.claim.answer,
        &other.claim.answer,
    ) {
        return contact::likeness(&a.head, &b.head);
    }
    if one.claim.question.attribute == Attribute::Clock {
        return 1.0;
    }
    // "5 GB" in two cells is no copy of one sentence: what pages state keeps to its own page.
    if let (Attribute::Stated(a), Attribute::Stated(b)) = (
        &one.claim.question.attribute,
        &other.claim.question.attribute,
    ) {
        let same = one.article == other.article;
        return if same && one.claim.sentence == other.claim.sentence {
            0.0
        } else {
            stated::likeness(a, b, same, rarity)
        };
    }
    // One sentence does not contradict itself: two answers in it are answers to two questions.
    if one.voice == other.voice {
        let copied =
            one.article != other.article && one.claim.question.label == other.claim.question.label;
        return if copied && one.claim.answer == other.claim.answer {
            1.0
        } else {
            0.0
        };
    }
    if let Attribute::State(scale) = one.claim.question.attribute {
        return standing::likeness(one, other, scale, rarity);
    }
    if let Some(likeness) = spells(one, other) {
        return likeness;
    }
    if is_headline_of(one, other) || is_headline_of(other, one) {
        return 0.7;
    }
    let likeness = weigh(one, other, rarity);
    amount::corrected(likeness, one, other, rarity)
}

/// What the features of a pair come to.
fn weigh(one: &Account, other: &Account, rarity: &Rarity) -> f64 {
    let features = features(one, other, rarity);
    let weights = weights::of(&one.claim.question.attribute);
    let score: f64 = features.iter().zip(weights).map(|(f, w)| f * w).sum();
    let likeness = 1.0 / (1.0 + (-score).exp());
    match undergone_once(one, other) {
        Some(Likeness::Same) => likeness.max(ONE_DEATH),
        Some(Likeness::Different) => 0.0,
        _ => likeness,
    }
}

/// How likely two accounts of what a person undergoes only once answer one question.
const ONE_DEATH: f64 = 0.7;

/// Whether two events that a person undergoes only once, a birth or a death, are of one named person.
fn undergone_once(one: &Account, other: &Account) -> Option<Likeness> {
    let [x, y] = [one, other].map(|account| account.claim.question.event.as_ref());
    let (x, y) = x.zip(y)?;
    let happens_once = x
        .classes
        .iter()
        .any(|c| c.is_once() && y.classes.contains(c));
    let (a, b) = x.patient.as_ref().zip(y.patient.as_ref())?;
    let named = !a.name.is_empty() && !b.name.is_empty();
    (happens_once && named).then(|| a.likeness(b))
}

/// Whether the model weighs the pair by its features, rather than a rule of its own that needs none.
pub fn is_weighed(one: &Account, other: &Account) -> bool {
    let overlap = one.article == other.article && one.claim.span.overlaps(other.claim.span);
    let ruled = match one.claim.question.attribute {
        Attribute::Name
        | Attribute::Number
        | Attribute::Disclosed(_)
        | Attribute::Role
        | Attribute::Contact
        | Attribute::Clock
        | Attribute::Stated(_)
        | Attribute::State(_) => true,
        _ => spells(one, other).is_some(),
    };
    !overlap
        && !ruled
        && one.voice != other.voice
        && !is_headline_of(one, other)
        && !is_headline_of(other, one)
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
    use crate::article::Article;
    use crate::compare::{Options, compare};

    fn questions(one: &str, other: &str) -> Vec<String> {
        let articles = [Article::plain("a1", one), Article::plain("a2", other)];
        let found = compare(&articles, &Options::default()).findings.into_iter();
        found.map(|finding| finding.question).collect()
    }

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
