//! Is it one bearer? What articles say beside a name: an age, an office that one person holds.

use std::sync::Arc;

use gainsay_syntax::Span;

use crate::article::Article;
use crate::claims::Claim;
use crate::claims::questions::WORDS;
use crate::values::Mentions;
use crate::values::entity::Kind;

use super::variant::{Variant, genders_exclude, lone, variant};

/// How sure it is that one age, or one office, and one family name make one person.
const RENAMED: f64 = 0.75;

/// What the article says beside the name, as far as another article may say it too: "age 48", "office spokesman".
pub(super) fn clues(
    article: &Article,
    index: usize,
    mentions: &Mentions,
    name: Span,
) -> Vec<String> {
    let after = article.text.get(name.end..).unwrap_or_default();
    let age = after.strip_prefix(", ").map(digits).unwrap_or_default();
    let before = article.text.get(..name.start).unwrap_or_default();
    let told_before = before
        .strip_suffix("-year-old ")
        .or_else(|| before.strip_suffix("-year - old "));
    let age_before = told_before.map(last_digits).unwrap_or_default();
    let ages = [age, age_before].into_iter().filter(|a| a.len() == 2);
    let ages = ages.map(|age| format!("age {age}"));
    let roles = mentions
        .entity_at(index, name)
        .filter(|e| e.kind == Kind::Person)
        .map(|e| e.roles.as_slice())
        .unwrap_or_default();
    let words = roles
        .iter()
        .filter_map(|role| role.words.split_whitespace().last())
        .map(str::to_lowercase)
        .filter(|word| WORDS.has("office", word))
        .map(|word| format!("office {word}"));
    ages.chain(words).collect()
}

fn digits(text: &str) -> &str {
    let end = text.bytes().take_while(u8::is_ascii_digit).count();
    &text[..end]
}

fn last_digits(text: &str) -> &str {
    let count = text.bytes().rev().take_while(u8::is_ascii_digit).count();
    &text[text.len() - count..]
}

/// How the names of two claims stand to each other, with what the articles say beside them.
///
/// Two given names before one family name are one person's where age or office is the same: "Bryant Roe, 39" and
/// "Brandon Roe, 39", but not "Ann Roe, 39" and "Paul Roe, 39".
pub fn bearers(one: &Claim, other: &Claim) -> Variant {
    let (Some(a), Some(b)) = (&one.question.subject, &other.question.subject) else {
        return Variant::Different;
    };
    match (a.name.as_slice(), b.name.as_slice()) {
        ([x], [y]) => lone(x, y),
        ([first, .., last], [other_first, .., family]) => match variant(&a.name, &b.name) {
            Variant::Different
                if last == family
                    && !genders_exclude(first, other_first)
                    && shares_clue(&one.context, &other.context) =>
            {
                Variant::Spelling(RENAMED)
            }
            told => told,
        },
        ([] | [_], _) | (_, [] | [_]) => Variant::Different,
    }
}

fn shares_clue(one: &[Arc<str>], other: &[Arc<str>]) -> bool {
    let ages = |clues: &[Arc<str>]| clues.iter().any(|c| c.starts_with("age "));
    let shared = one.iter().any(|clue| other.contains(clue));
    let same_age = one
        .iter()
        .any(|clue| clue.starts_with("age ") && other.contains(clue));
    shared && (same_age || !(ages(one) && ages(other)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Article;
    use crate::claims::Attribute;

    fn names(text: &str) -> Vec<Claim> {
        let claims = crate::read_claims(&Article::plain("a1", text)).claims;
        let is_name = |claim: &Claim| claim.question.attribute == Attribute::Name;
        claims.into_iter().filter(is_name).collect()
    }

    /// How the first names that two articles give stand to each other.
    fn compare(one: &str, other: &str) -> Variant {
        let (one, other) = (names(one), names(other));
        assert!(!one.is_empty() && !other.is_empty(), "no names");
        bearers(&one[0], &other[0])
    }

    #[test]
    fn age_or_office_makes_one_person_of_two_given_names() {
        let spelling = |v: Variant| matches!(v, Variant::Spelling(_));
        assert!(spelling(compare(
            "Police named the driver as Callum Ostrander, 43.",
            "Police named the driver as Duncan Ostrander, 43."
        )));
        assert_eq!(
            compare(
                "Police named the driver as Callum Ostrander, 43.",
                "His brother Duncan Ostrander, 39, was with him."
            ),
            Variant::Different
        );
        assert_eq!(
            compare(
                "The couple were Linda Ostrander, 43.",
                "His wife was named as Duncan Ostrander, 43."
            ),
            Variant::Different
        );
    }

    #[test]
    fn a_ship_has_one_name_in_several_spellings() {
        let (one, other) = (
            "The trawler was named the Marhaddin.",
            "Sailors boarded a boat called Marhuddin.",
        );
        assert!(matches!(compare(one, other), Variant::Spelling(_)));
    }
}
