//! Which group does a count count? The dead, the missing, all aboard: "212 people were on board", "carrying 212 passengers".
//!
//! An event has one such group of each kind, however an article words it, so two counts of one group meet where their
//! verbs and nouns do not.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::lexicon::{Groups, add, rows};
use crate::values::quantity::{Quantity, Unit};

use super::class::Class;
use super::referent::Referent;
use super::{Answer, Claim, Event};

/// Index of a group in the lexicon.
pub type Group = usize;

/// A sort of words around counts, a row of `counted.tsv`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// People whoever they are: what happens to them tells whom a count counts.
    Anyone,
    /// What any number of groups in a story can be: people, days.
    Generic,
    /// What games, ballots and courts count many groups of: points, votes, charges.
    Tallied,
    /// Verbs whose doer only says how much it is: puts, estimates, revises.
    Estimating,
    /// What may stand between a counted noun and the word that tells its group.
    Between,
}

impl Sort {
    /// Whether a word is of the sort.
    pub fn has(self, word: &str) -> bool {
        SORTS.has(self.name(), word)
    }

    fn name(self) -> &'static str {
        match self {
            Self::Anyone => "anyone",
            Self::Generic => "generic",
            Self::Tallied => "tallied",
            Self::Estimating => "estimating",
            Self::Between => "between",
        }
    }
}

static SORTS: LazyLock<Groups> = LazyLock::new(|| Groups::read(include_str!("counted.tsv")));

#[derive(Default)]
struct Lexicon {
    nouns: FxHashMap<&'static str, Group>,
    undergone: FxHashMap<&'static str, Group>,
    done: FxHashMap<&'static str, Group>,
    beside: FxHashMap<&'static str, Group>,
    classes: Vec<(Class, Group)>,
    deeds: Vec<Deed>,
    /// The places of the deeds that count each noun.
    deeds_of: FxHashMap<&'static str, Vec<usize>>,
    names: Vec<&'static str>,
}

/// What a count of some nouns counts by what is done to them, or by what they do: a row of `deedcounts.tsv`.
struct Deed {
    group: Group,
    undergone: Vec<&'static str>,
    classes: Vec<Class>,
    done: Vec<&'static str>,
    /// One of these must take part; empty where that tells nothing.
    objects: Vec<&'static str>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut lexicon = Lexicon::default();
    for row in rows(include_str!("headcounts.tsv")) {
        lexicon.learn(row);
    }
    for row in rows(include_str!("deedcounts.tsv")) {
        lexicon.learn_deed(row);
    }
    lexicon
});

/// The words of a cell.
fn words(cell: &'static str) -> impl Iterator<Item = &'static str> {
    cell.split(' ').filter(|word| !word.is_empty())
}

impl Lexicon {
    /// The group of that name, a new one where it is not known yet.
    fn group(&mut self, name: &'static str) -> Group {
        let known = self.names.iter().position(|n| *n == name);
        let group = known.unwrap_or(self.names.len());
        if known.is_none() {
            self.names.push(name);
        }
        group
    }

    fn learn_deed(&mut self, row: [&'static str; 5]) {
        let [name, nouns, undergone, done, objects] = row;
        let class = |word: &str| Class::named(word.strip_prefix('@')?);
        for noun in words(nouns) {
            add(&mut self.deeds_of, noun, self.deeds.len());
        }
        let deed = Deed {
            group: self.group(name),
            undergone: words(undergone).collect(),
            classes: words(undergone).filter_map(class).collect(),
            done: words(done).collect(),
            objects: words(objects).collect(),
        };
        self.deeds.push(deed);
    }

    fn learn(&mut self, row: [&'static str; 5]) {
        let [name, nouns, undergone, done, beside] = row;
        let group = self.group(name);
        self.nouns.extend(words(nouns).map(|noun| (noun, group)));
        for word in words(undergone) {
            match word.strip_prefix('@') {
                Some(class) => self.classes.extend(Class::named(class).map(|c| (c, group))),
                None => _ = self.undergone.insert(word, group),
            }
        }
        self.done.extend(words(done).map(|verb| (verb, group)));
        self.beside.extend(words(beside).map(|word| (word, group)));
    }
}

/// The group that the count of a claim counts; `None` where its words name none.
///
/// What happens to people decides before where they are, and that before what they are: "212 people aboard were saved".
pub fn group(claim: &Claim) -> Option<Group> {
    let subject = claim.question.subject.as_ref()?;
    let deed = of_deed(claim, subject);
    if deed.is_some() {
        return deed;
    }
    let noun = LEXICON.nouns.get(subject.head.as_str()).copied();
    let people = subject.name.is_empty() && (noun.is_some() || Sort::Anyone.has(&subject.head));
    let event = claim.question.event.as_ref().filter(|_| people);
    let words = subject.modifiers.iter().chain([&subject.head]);
    let beside = || {
        words
            .clone()
            .find_map(|word| LEXICON.beside.get(word.as_str()))
    };
    of_unit(claim, subject)
        .or_else(|| event.and_then(|event| of_event(event, subject)))
        .or_else(|| beside().copied())
        .or(noun)
}

/// The group that the counted noun names by itself, whatever happens to it: the firefighters among the hurt.
pub fn kind(claim: &Claim) -> Option<Group> {
    let subject = claim.question.subject.as_ref()?;
    LEXICON.nouns.get(subject.head.as_str()).copied()
}

/// Whether a noun, or a word that stands for one, names a group by itself: "the missing".
pub fn is_group(word: &str) -> bool {
    LEXICON.nouns.contains_key(word) || LEXICON.beside.contains_key(word)
}

/// Whether the count of a group grows while the news comes in.
pub fn grows(group: Group) -> bool {
    LEXICON.names[group].contains('^')
}

/// Whether the count of a group can only fall once it has been told: the missing are found, the trapped are freed.
pub fn shrinks(group: Group) -> bool {
    LEXICON.names[group].contains('_')
}

/// Whether a group is of those who come to the scene, and so but a part of its dead and hurt.
pub fn is_part(group: Group) -> bool {
    LEXICON.names[group].contains('+')
}

/// The group that the number itself counts beside the toll that governs it: the hurt in "nine are dead and dozens injured".
fn of_unit(claim: &Claim, subject: &Referent) -> Option<Group> {
    let Answer::Quantity(Quantity {
        unit: Unit::Counted(noun),
        ..
    }) = &claim.answer
    else {
        return None;
    };
    let toll = class_group(claim.question.event.as_ref()?)?;
    let own = LEXICON.beside.get(noun.lemma.as_str()).copied();
    own.filter(|&own| noun.lemma != subject.head && own != toll && grows(own) && grows(toll))
}

/// The group that an event of one of its classes befalls.
fn class_group(event: &Event) -> Option<Group> {
    let class = |c: &Class| LEXICON.classes.iter().find(|(class, _)| class == c);
    event
        .classes
        .iter()
        .find_map(class)
        .map(|(_, group)| *group)
}

/// The group of those who take part in an event as the counted ones do.
fn of_event(event: &Event, counted: &Referent) -> Option<Group> {
    let does = event.agent.as_ref().is_some_and(|a| a.span == counted.span);
    if does {
        return LEXICON.done.get(event.lemma.as_str()).copied();
    }
    let undergone = LEXICON.undergone.get(event.lemma.as_str()).copied();
    // "30,000 people protested": a verb without an object has its doer where others have whom it befalls.
    let alone = event.agent.is_none()
        && event
            .patient
            .as_ref()
            .is_some_and(|p| p.span == counted.span);
    let done = LEXICON.done.get(event.lemma.as_str()).filter(|_| alone);
    undergone.or(done.copied()).or_else(|| class_group(event))
}

/// The group that a noun and what is done to it, or what it does, make up: "1,200 jobs will be cut".
fn of_deed(claim: &Claim, counted: &Referent) -> Option<Group> {
    let event = claim.question.event.as_ref()?;
    let verb = event.lemma.as_str();
    let is_counted =
        |part: &Option<Referent>| part.as_ref().is_some_and(|p| p.span == counted.span);
    let objects = || {
        event
            .patient
            .iter()
            .chain(event.around.iter().map(|a| &a.1))
    };
    let fits = |deed: &&Deed| {
        let class = || event.classes.iter().any(|c| deed.classes.contains(c));
        let undergoes = deed.undergone.contains(&verb) || class();
        let takes_part = || objects().any(|o| deed.objects.contains(&o.head.as_str()));
        (undergoes && !is_counted(&event.agent) || deed.done.contains(&verb))
            && (deed.objects.is_empty() || takes_part())
    };
    let places = LEXICON.deeds_of.get(counted.head.as_str());
    let mut deeds = places.into_iter().flatten().map(|&at| &LEXICON.deeds[at]);
    deeds.find(fits).map(|deed| deed.group)
}

/// Which of the words behind a count tells its group: "212 people were still aboard", "40 are feared dead".
pub fn told_behind<'w>(words: impl Iterator<Item = &'w str>) -> Option<usize> {
    const REACH: usize = 5;
    for (at, word) in words.take(REACH).enumerate() {
        if LEXICON.beside.contains_key(word) {
            return Some(at);
        }
        if !Sort::Between.has(word) {
            return None;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use crate::spec::rules;

    /// How many disagreements two articles come to.
    fn found(one: &str, other: &str) -> usize {
        rules(one, other).len()
    }

    #[test]
    fn a_group_is_counted_once_whatever_the_words() {
        let aboard = "The coach was carrying 51 pilgrims when its brakes failed.";
        assert_eq!(
            found(aboard, "There were 58 people aboard, the operator said."),
            1
        );
        assert_eq!(
            found(aboard, "There were 51 people aboard, the operator said."),
            0
        );
        let dead = "Officials said 58 people had been killed in the valley.";
        assert_eq!(found(aboard, dead), 0);
    }

    #[test]
    fn a_bare_number_counts_whom_the_words_around_it_name() {
        let missing =
            "The ferry sank on Tuesday. The owners put the number of missing at 28, it was said.";
        let sailors = "The ferry sank on Tuesday. Some 34 sailors were still missing at noon.";
        assert_eq!(found(missing, sailors), 1);
        let toll = "The bus fell into a gorge. Two more died overnight, bringing the toll to 31.";
        let killed = "The bus fell into a gorge. The mayor said 26 people had been killed.";
        assert_eq!(found(toll, killed), 1);
        let hurt = "The bus fell into a gorge. Doctors said 34 had been injured.";
        assert_eq!(found(toll, hurt), 0);
    }
}
