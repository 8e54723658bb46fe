//! Ages of namesakes: where one article says "Voss, who was 21" of a son and names only his mother in full, another that
//! names the son tells whose age it is.

use rustc_hash::FxHashMap;

use crate::claims::questions::name::{Variant, variant};
use crate::claims::referent::Referent;
use crate::claims::{Answer, Attribute};
use crate::lexicon::capitalized;
use crate::values::naming::people;

use super::Account;

/// The ages that a story tells of people with first and last names, by the last.
#[derive(Debug, Default)]
pub(super) struct Ages(FxHashMap<String, Vec<(Vec<String>, Answer)>>);

impl Ages {
    /// Takes in an account, if it tells the age of somebody who is named in full beside it.
    pub(super) fn learn(&mut self, account: &Account) {
        if let Some(subject) = aged(account).filter(|subject| !subject.is_short())
            && let [first, .., last] = subject.name.as_slice()
            // "Mrs" is no given name.
            && people::given(&capitalized(first)).is_some()
        {
            let told = (subject.name.clone(), account.claim.answer.clone());
            self.0.entry(last.clone()).or_default().push(told);
        }
    }

    /// Whether one of two ages is rather that of a namesake, who is named in full elsewhere with just this age.
    pub(super) fn tell_apart(&self, one: &Account, other: &Account) -> bool {
        let Some((x, y)) = aged(one).zip(aged(other)) else {
            return false;
        };
        let of_namesake = |account: &Account, subject: &Referent, against: &Referent| {
            let told = subject.name.last().and_then(|last| self.0.get(last));
            let mut told = told.into_iter().flatten();
            told.any(|(name, age)| *age == account.claim.answer && !can_be(name, against))
        };
        // One article tells two ages of one name: they are of two who bear it.
        let beside = one.article == other.article;
        let apart = |account: &Account, subject: &Referent, against: &Referent| {
            subject.is_short() && (beside || of_namesake(account, subject, against))
        };
        one.claim.answer != other.claim.answer && (apart(one, x, y) || apart(other, y, x))
    }
}

/// Whether somebody may go by that name: Dan is Daniel, and a last name alone is anybody's who bears it.
fn can_be(name: &[String], person: &Referent) -> bool {
    person.name.len() < 2 || variant(name, &person.name) != Variant::Different
}

/// Whose age an account tells.
fn aged<'a>(account: &Account<'a>) -> Option<&'a Referent> {
    let question = &account.claim.question;
    let subject = question.subject.as_ref();
    subject.filter(|_| question.attribute == Attribute::Age)
}

#[cfg(test)]
mod tests {
    use crate::spec::rules;

    #[test]
    fn the_age_of_a_son_is_not_his_mothers() {
        let son = "Marek Voss, 21, was shot on Friday, police in Dalby said.";
        let mother = "Irene Voss, 49, left the court in Dalby. The shots of Friday hit her son. \
                      Three struck Voss, who was 21.";
        assert_eq!(rules(son, mother), <[&str; 0]>::default());
        let short = format!("{son} Dan Voss, 30, ran.");
        let long =
            "The man who ran was Daniel Voss, 32. The police of Dalby held Voss, 32, on Friday.";
        assert_eq!(rules(&short, long), ["age-conflict"]);
        let alone = mother.replace("Irene Voss, 49, left", "The mother left");
        assert_eq!(rules(son, &alone.replace("was 21", "was 23")).len(), 1);
    }
}
