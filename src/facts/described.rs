//! Ages of somebody whom an article only describes: "the 64-year-old", "the nurse, 64" where others write "Roe, 63".
//!
//! A description names nobody, but where one person alone of a story is about that old, and the article names that
//! person, the age is told of nobody else.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::claims::actor;
use crate::claims::referent::{Referent, groups, same_group};
use crate::claims::{Answer, Attribute, Claim};

use super::Account;

/// Two ages of one person, miscounted or misheard, lie at most this many years apart.
const NEAR: f64 = 2.0;
/// Whoever is within so many years of a description can be meant by it.
const ALIKE: f64 = 4.0;

/// The ages that a story tells, and whom its articles name.
#[derive(Debug, Default)]
pub(super) struct Descriptions {
    ages: Vec<Aged>,
    /// Articles with the last names that stand in them.
    named: FxHashSet<(usize, String)>,
    /// What people are called beside their last names: "nurse", "captain".
    called: FxHashMap<String, FxHashSet<String>>,
}

/// An age, and of whom it is told.
#[derive(Debug)]
struct Aged {
    article: usize,
    /// The last word of the name; `None` for a description.
    name: Option<String>,
    years: f64,
    is_definite: bool,
}

impl Descriptions {
    /// Takes in an account: an age, or anything that names somebody.
    pub(super) fn learn(&mut self, account: &Account) {
        let article = account.voice.article;
        let question = &account.claim.question;
        let event = question.event.iter();
        let participants = event.flat_map(|e| e.agent.iter().chain(&e.patient));
        for person in participants.chain(&question.subject) {
            let Some(last) = person.name.last() else {
                continue;
            };
            self.named.insert((article, last.clone()));
            let words = person.modifiers.iter().chain([&person.head]).cloned();
            let called = self.called.entry(last.clone()).or_default();
            called.extend(words);
            if let Answer::Actor(actor) = &account.claim.answer {
                called.extend(actor.kinds.iter().map(|kind| kind.name.to_owned()));
            }
        }
        if let Some((subject, years)) = aged(account.claim) {
            let described = is_description(account.claim, subject);
            self.ages.push(Aged {
                article,
                name: subject.name.last().filter(|_| !described).cloned(),
                years,
                is_definite: described,
            });
        }
    }

    /// Whether one account tells the age of a person by name and the other, of another article, that of a description
    /// which can only be this person.
    pub(super) fn lead_to_one(&self, one: &Account, other: &Account) -> bool {
        one.voice.article != other.voice.article
            && (self.leads_to(one, other) || self.leads_to(other, one))
    }

    fn leads_to(&self, description: &Account, named: &Account) -> bool {
        let ages = aged(description.claim).zip(aged(named.claim));
        let Some(((described, years), (person, age))) = ages else {
            return false;
        };
        let Some(name) = person.name.last() else {
            return false;
        };
        let article = description.voice.article;
        // Nobody else is about that old, the article gives the person no other age, and it brings in nobody of this age:
        // "a 64-year-old man".
        let nobody_else = self.ages.iter().all(|told| {
            let here = told.article == article;
            let of_this_age = told.years.to_bits() == years.to_bits();
            match &told.name {
                Some(other) if other == name => !here || of_this_age,
                Some(other) => {
                    (told.years - years).abs() > ALIKE
                        || self.gives_another_age(article, other, years)
                }
                None => told.is_definite || !here || !of_this_age,
            }
        });
        is_description(description.claim, described)
            && self.can_mean(described, name)
            && !is_description(named.claim, person)
            && (age - years).abs() <= NEAR
            && !described.differs_in_sex(person)
            && self.named.contains(&(article, name.clone()))
            && nobody_else
    }

    /// Whether the noun of a description is no kind of people, or what the bearer of a name is called in the story: "the
    /// driver" can be anybody.
    fn can_mean(&self, described: &Referent, name: &str) -> bool {
        let noun = described.head.as_str();
        let any = groups(noun).is_empty() && actor::kind(noun).is_none();
        let kind = |noun: &str| actor::kind(noun).map(|kind| kind.name);
        let called = self.called.get(name).into_iter().flatten();
        any || called
            .into_iter()
            .any(|word| word == noun || kind(word).is_some() && kind(word) == kind(noun))
    }

    /// Whether an article tells how old somebody is, and it is not so many years.
    fn gives_another_age(&self, article: usize, name: &str, years: f64) -> bool {
        self.ages.iter().any(|told| {
            told.article == article
                && told.name.as_deref() == Some(name)
                && told.years.to_bits() != years.to_bits()
        })
    }
}

/// Whether neither names nor nouns nor events bring two ages together.
pub(super) fn are_strangers(one: &Account, other: &Account) -> bool {
    let (a, b) = (&one.claim.question, &other.claim.question);
    let subjects = a.subject.as_ref().zip(b.subject.as_ref());
    let kin = subjects.is_some_and(|(x, y)| {
        same_group(&x.head, &y.head) || !x.name.is_empty() && !y.name.is_empty()
    });
    let events = a.event.as_ref().zip(b.event.as_ref());
    let of_one_event = events.is_some_and(|(x, y)| {
        x.may_be_one_verb(y) || x.classes.iter().any(|class| y.classes.contains(class))
    });
    !kin && !of_one_event
}

/// Whose age a claim tells, and how many years it is.
fn aged(claim: &Claim) -> Option<(&Referent, f64)> {
    let subject = claim.question.subject.as_ref();
    let subject = subject.filter(|_| claim.question.attribute == Attribute::Age)?;
    match &claim.answer {
        Answer::Quantity(quantity) => Some((subject, quantity.single()?)),
        _ => None,
    }
}

/// "The 64-year-old", "the Democrat, who is 64": known to the reader.
fn is_description(claim: &Claim, subject: &Referent) -> bool {
    let label = claim.question.label.to_ascii_lowercase();
    let definite = subject.head == "old" || label.starts_with("the ");
    definite && (subject.name.is_empty() || subject.name == [subject.head.as_str()])
}

#[cfg(test)]
mod tests {
    use crate::spec::rules;

    const NAMED: &str = "Ann Roe, 63, resigned as mayor of Dalby on Monday.";

    /// An article that ends with a description, too far behind the name for a pronoun to reach it.
    fn described(opening: &str) -> String {
        format!(
            "{opening} Boxes stood in the hall. Rain fell on the square. Nobody waved. \
             The 64-year-old did it by letter."
        )
    }

    #[test]
    fn a_description_is_the_only_one_of_about_that_age() {
        let plain = described("Ann Roe has left her office in Dalby.");
        assert_eq!(rules(NAMED, &plain), ["age-conflict"]);
        let another = format!("{NAMED} Her deputy Carl Mott, 65, resigned, too.");
        assert!(rules(&another, &plain).is_empty());
        let both = described("Ann Roe, 63, has left her office in Dalby.");
        assert!(rules(NAMED, &both).is_empty());
        let nobody = described("The mayor has left her office in Dalby.");
        assert!(rules(NAMED, &nobody).is_empty());
    }

    #[test]
    fn a_description_by_a_calling_leads_to_whom_the_story_calls_so() {
        let named = "The nurse Ann Roe, 35, came home to Dalby on Monday.";
        let free =
            "Ann Roe is free. Boxes stood in the hall. Rain fell on the square. Nobody waved.";
        let nurse = format!("{free} The nurse, who is 34, was in good health.");
        assert_eq!(rules(named, &nurse), ["age-conflict"]);
        let driver = format!("{free} The driver, who is 34, was in good health.");
        assert!(rules(named, &driver).is_empty());
        let deputy = "The nurse Ann Roe, 35, was freed with Carl Mott, 31.";
        let told =
            format!("{free} Carl Mott, 31, waved. The nurse, who is 34, was in good health.");
        assert_eq!(rules(deputy, &told), ["age-conflict"]);
        assert!(rules(deputy, &nurse).is_empty());
    }

    #[test]
    fn whoever_is_brought_in_anew_is_somebody_else() {
        let other = "Ann Roe has left her office in Dalby. A 64-year-old man threw an egg.";
        assert!(rules(NAMED, &described(other)).is_empty());
    }
}
