//! What a noun phrase refers to, as far as another article could refer to it too.

use std::sync::LazyLock;

use gainsay_syntax::{Deprel, Sentence, Span, Upos, Xpos};

use crate::values::entity::{self, Entity, Gender, Role};
use crate::values::naming::people::{self, Title};
use crate::values::number;

use super::WORDS;
use super::actor;
use super::attribution::noun_phrase;
use super::modality;
use super::questions::name::{Variant, variant};
use crate::lexicon::{Groups, capitalized, one_word, plain};

/// A participant in words that survive from one article to the next.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Referent {
    /// The noun phrase.
    pub span: Span,
    /// Lemma of its head, in plain small letters.
    pub head: String,
    /// The words of its proper name in plain small letters, family name last; empty if it has none.
    pub name: Vec<String>,
    /// Lemmas of what modifies it, in plain small letters.
    pub modifiers: Vec<String>,
    /// The name of whoever owns it ("Kim's train"), as `name` has it; empty if nobody is told to.
    pub owner: Vec<String>,
    /// How many it speaks of.
    pub many: Many,
}

/// How many a phrase speaks of, as its grammar tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Many {
    /// Grammar does not tell.
    Untold,
    /// "The officers", and "police", who are always several.
    Several,
    /// "No officers", "none of the officers".
    Nobody,
}

/// How likely two participants are the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Likeness {
    /// They can not be the same.
    Different,
    /// Nothing tells.
    Unknown,
    /// Words of one group: gunman and suspect.
    Similar,
    /// The same name or the same noun.
    Same,
}

static GROUPS: LazyLock<Groups> = LazyLock::new(|| Groups::read(include_str!("nouns.tsv")));

/// The groups that a noun belongs to.
pub fn groups(noun: &str) -> &'static [&'static str] {
    GROUPS.of(noun)
}

/// Whether the two nouns name the same kind of participant in different words.
pub fn same_group(one: &str, other: &str) -> bool {
    one == other || GROUPS.share(one, other)
}

/// What the phrase headed by `head` refers to.
pub fn referent(sentence: &Sentence, head: usize) -> Referent {
    let mut name = Vec::new();
    let mut modifiers = Vec::new();
    let mut take = |i: usize| {
        let part = &sentence.tokens[i];
        let lemma = || plain(&part.lemma).into_owned();
        match part.upos {
            Upos::Propn => name.push(lemma()),
            Upos::Noun | Upos::Adj | Upos::Verb | Upos::Num if i != head => modifiers.push(lemma()),
            _ => {}
        }
    };
    let parts = [
        Deprel::Compound,
        Deprel::Flat,
        Deprel::Amod,
        Deprel::NmodDesc,
        Deprel::Nummod,
    ];
    let span = noun_phrase(sentence, head);
    for (i, token) in sentence.tokens.iter().enumerate() {
        let below = |i: usize| {
            parts.contains(&token.deprel) && sentence.ancestors(i).take(3).any(|a| a == head)
        };
        if span.contains(token.span) && (i == head || below(i)) {
            take(i);
        }
    }
    Referent {
        span,
        head: kind(sentence, head),
        name: without_honorific(name),
        modifiers,
        owner: vec![],
        many: many(sentence, head),
    }
}

/// A name without what is said of anyone before it: "Mrs Roe" is "Ann Roe".
fn without_honorific(mut name: Vec<String>) -> Vec<String> {
    let said_of_anyone =
        |word: &String| matches!(people::title(&capitalized(word)), Some(Title::Honorific(_)));
    if name.len() > 1 && name.first().is_some_and(said_of_anyone) {
        name.remove(0);
    }
    name
}

fn many(sentence: &Sentence, head: usize) -> Many {
    if modality::is_negative_phrase(sentence, head) {
        Many::Nobody
    } else if sentence.tokens[head].xpos == Xpos::Nns || sentence.tokens[head].lemma == "police" {
        Many::Several
    } else {
        Many::Untold
    }
}

/// The noun that tells what the phrase is of: "crew members" are crew, "none of the sailors" are sailors.
fn kind(sentence: &Sentence, head: usize) -> String {
    let lemma = |i: usize| plain(&sentence.tokens[i].lemma).into_owned();
    let own = lemma(head);
    let of = match own.as_str() {
        "member" => sentence.child(head, &[Deprel::Compound]),
        "none" => sentence.child(head, &[Deprel::Nmod]),
        _ => None,
    };
    let of = of.filter(|&of| sentence.tokens[of].upos == Upos::Noun);
    of.map_or(own, lemma)
}

/// The words of a name as referents compare them: plain small letters, hyphens cut.
pub fn name_words(name: &str) -> Vec<String> {
    let words = name
        .split(|c: char| c.is_whitespace() || c == '-')
        .filter(|w| !w.is_empty());
    words
        .map(|w| plain(w.trim_end_matches('.')).into_owned())
        .collect()
}

/// What the article says that a person is, in nouns that tell people apart: "prosecutor".
pub fn offices(person: &Entity) -> Vec<String> {
    let last = |role: &Role| Some(plain(role.words.split(' ').next_back()?).into_owned());
    let mut offices: Vec<String> = person.roles.iter().filter_map(last).collect();
    offices.retain(|noun| actor::kind(noun).is_some());
    offices.sort_unstable();
    offices.dedup();
    offices
}

/// A person whom the words at `span` name.
pub fn of_person(person: &Entity, span: Span) -> Referent {
    let name = name_words(&person.name);
    Referent {
        span,
        head: name.last().cloned().unwrap_or_default(),
        name,
        modifiers: offices(person),
        owner: vec![],
        many: Many::Untold,
    }
}

impl Referent {
    /// Whether it says nothing of its own: a pronoun or an empty noun.
    pub fn is_empty(&self) -> bool {
        self.name.is_empty() && WORDS.has("empty", &self.head)
    }

    /// Whether its words are shorter than the name that they lead back to: "Voss" for Irene Voss, but no pronoun.
    pub fn is_short(&self) -> bool {
        let letters: usize = self.name.iter().map(String::len).sum();
        self.span.len() < letters && !WORDS.has("empty", &self.head)
    }

    /// Whether the two share a name, be it as owner or as owned.
    pub fn shares_name(&self, other: &Referent) -> bool {
        let named = |word: Option<&String>| {
            let is = |last: Option<&String>| word.zip(last).is_some_and(|(x, y)| one_word(x, y));
            is(other.name.last()) || is(other.owner.last())
        };
        named(self.name.last()) || named(self.owner.last())
    }

    /// A man and a woman are two, whatever else is told of them: "a 37-year-old man" is not "Ann Roe".
    pub fn differs_in_sex(&self, other: &Referent) -> bool {
        let sexes = self.sex().zip(other.sex());
        sexes.is_some_and(|(one, two)| one != two)
    }

    /// What the noun tells ("a Seattle man"), or else a given name; a name alone may be a family's.
    fn sex(&self) -> Option<Gender> {
        entity::sex(&self.head).or_else(|| match &self.name[..] {
            [given, _, ..] => people::given(&capitalized(given))?.gender(),
            _ => None,
        })
    }

    /// Somebody and a thing are two: a freed couple and a freed tanker, Ann Roe and a brewery.
    pub fn differs_in_kind(&self, other: &Referent) -> bool {
        self.is_person() && other.is_thing() || self.is_thing() && other.is_person()
    }

    fn is_person(&self) -> bool {
        let given = self.name.first().filter(|_| self.name.len() > 1);
        actor::kind(&self.head).is_some()
            || self.names_people()
            || given.is_some_and(|given| people::given(&capitalized(given)).is_some())
    }

    /// A noun of a kind that is people's.
    pub fn names_people(&self) -> bool {
        groups(&self.head)
            .iter()
            .any(|group| WORDS.has("people", group))
    }

    /// A noun of a kind that is not people's.
    pub fn is_thing(&self) -> bool {
        !groups(&self.head).is_empty() && !self.names_people()
    }

    /// The seventh victim is not the eighth.
    pub fn differs_in_order(&self, other: &Referent) -> bool {
        let place = |of: &Referent| {
            let mut told = of.modifiers.iter();
            told.find_map(|word| number::ordinal(word))
        };
        let places = || place(self).zip(place(other));
        (self.names_people() || other.names_people())
            && places().is_some_and(|(one, two)| one != two)
    }

    /// How likely it is the same as another participant.
    pub fn likeness(&self, other: &Referent) -> Likeness {
        if self.is_empty() || other.is_empty() {
            return Likeness::Unknown;
        }
        if self.differs_in_order(other) {
            return Likeness::Different;
        }
        match (self.name.last(), other.name.last()) {
            (Some(one), Some(family)) => {
                let full = self.name.len() > 1 && other.name.len() > 1;
                let shared = self.name.iter().any(|w| other.name.contains(w));
                match (full, one_word(one, family), shared) {
                    (true, ..) => names(&self.name, &other.name),
                    (false, true, _) => Likeness::Same,
                    (false, false, true) => Likeness::Similar,
                    (false, false, false) => Likeness::Different,
                }
            }
            (None, None) if self.head == other.head => Likeness::Same,
            _ if self.differs_in_sex(other) => Likeness::Different,
            (None, None) if same_group(&self.head, &other.head) => Likeness::Similar,
            (None, None) => Likeness::Different,
            _ if self.differs_in_kind(other) => Likeness::Different,
            _ if self.modifiers.contains(&other.head) || other.modifiers.contains(&self.head) => {
                Likeness::Similar
            }
            _ => Likeness::Unknown,
        }
    }
}

/// Two full names are the same under any spelling that is close; a shared family name makes no one the same.
fn names(one: &[String], other: &[String]) -> Likeness {
    match variant(one, other) {
        Variant::Same | Variant::Spelling(_) => Likeness::Same,
        Variant::Different => Likeness::Different,
    }
}

#[cfg(test)]
mod tests {
    use super::{Likeness, Many, Referent};
    use gainsay_syntax::Span;

    fn named(head: &str, name: &[&str]) -> Referent {
        Referent {
            span: Span::new(0, 1),
            head: head.to_owned(),
            name: name.iter().map(|&word| word.to_owned()).collect(),
            modifiers: vec![],
            owner: vec![],
            many: Many::Untold,
        }
    }

    #[test]
    fn a_letter_spelled_out_makes_no_other_name() {
        let short = named("hankova", &["hankova"]);
        let full = named("haenkova", &["marta", "haenkova"]);
        assert_eq!(short.likeness(&full), Likeness::Same);
        let other = named("hankovic", &["marta", "hankovic"]);
        assert_eq!(short.likeness(&other), Likeness::Different);
    }

    #[test]
    fn what_is_said_of_anyone_is_no_part_of_a_name() {
        let name = |words: &[&str]| words.iter().map(|&word| word.to_owned()).collect();
        let without = |words: &[&str]| super::without_honorific(name(words));
        assert_eq!(without(&["mrs", "voss"]), ["voss"]);
        assert_eq!(without(&["anna", "voss"]), ["anna", "voss"]);
    }

    #[test]
    fn a_man_and_a_woman_are_two() {
        let man = named("man", &["seattle"]);
        let woman = named("woman", &[]);
        let person = named("person", &[]);
        let mark = named("mark", &["mark", "dorn"]);
        assert_eq!(man.likeness(&woman), Likeness::Different);
        assert_eq!(mark.likeness(&woman), Likeness::Different);
        assert_eq!(woman.likeness(&person), Likeness::Similar);
        assert_eq!(mark.likeness(&person), Likeness::Unknown);
    }
}
