//! Who plays which part in an article: the one who is dead, hurt or accused, where it is one and the article names them.
//!
//! "The gunman" of one sentence is the man whom another calls by name because the same man was arrested or charged.
//! Where an article tells of two dead, two accused, no description leads back to either.

use std::collections::{BTreeMap, BTreeSet};

use gainsay_syntax::{Sentence, Upos, Xpos};

use crate::document::Document;
use crate::values::Mentions;
use crate::values::entity::Kind;

use super::frame::Frame;
use super::referent::{groups, name_words};

/// A part that a person plays in the events of a story.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// Killed, found dead.
    Dead,
    /// Wounded.
    Hurt,
    /// Arrested, charged, tried.
    Accused,
}

/// Classes of event whose patient plays a part.
const UNDERGONE: [(&str, Part); 9] = [
    ("death", Part::Dead),
    ("injury", Part::Hurt),
    ("arrest", Part::Accused),
    ("charge", Part::Accused),
    ("custody", Part::Accused),
    ("capture", Part::Accused),
    ("sentence", Part::Accused),
    ("convict", Part::Accused),
    ("surrender", Part::Accused),
];

impl Part {
    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Dead => "dead",
            Self::Hurt => "hurt",
            Self::Accused => "accused",
        }
    }

    /// The names of all who play the part: they undergo its events, or are called what it is called.
    pub fn named(
        self,
        document: &Document,
        mentions: &Mentions,
        frames: &[Vec<Frame>],
    ) -> BTreeSet<String> {
        let mut names = BTreeSet::new();
        for (index, frames) in frames.iter().enumerate() {
            let sentence = &document.sentences[index].syntax;
            let patients = frames
                .iter()
                .filter(|f| part(f) == Some(self))
                .filter_map(|f| f.patient);
            let people =
                patients.filter_map(|p| mentions.entity_at(index, sentence.tokens[p].span));
            names.extend(
                people
                    .filter(|e| e.kind == Kind::Person)
                    .map(|e| e.name.clone()),
            );
            names.extend(self.presented(index, sentence, mentions));
        }
        let called = |words: &str| {
            let noun = words.rsplit(' ').next().unwrap_or_default();
            self.is_called(&noun.to_lowercase())
        };
        let entities = mentions.entities.iter().map(|m| &m.value);
        let roles =
            entities.filter(|e| e.kind == Kind::Person && e.roles.iter().any(|r| called(&r.words)));
        names.extend(roles.map(|e| e.name.clone()));
        names
    }
}

impl Part {
    /// "The victims were identified as Ann Roe", "Ann Roe and Jo Lund are the victims", "the body of Ann Roe".
    fn presented(self, index: usize, sentence: &Sentence, mentions: &Mentions) -> Vec<String> {
        use gainsay_syntax::Deprel;
        let name = |token: usize| {
            let entity = mentions.entity_at(index, sentence.tokens[token].span)?;
            (entity.kind == Kind::Person).then(|| entity.name.clone())
        };
        let mut names = Vec::new();
        for (i, token) in sentence.tokens.iter().enumerate() {
            let body = self == Self::Dead && token.lemma == "body";
            if body {
                names.extend(sentence.child(i, &[Deprel::Nmod]).and_then(name));
            }
            if !self.is_called(&token.lemma) {
                continue;
            }
            if sentence.child(i, &[Deprel::Cop]).is_some() {
                names.extend(sentence.child(i, &[Deprel::Nsubj]).and_then(name));
            }
            let naming =
                |v: &usize| matches!(sentence.tokens[*v].lemma.as_str(), "identify" | "name");
            let verb = token.head.filter(naming);
            let told = verb.and_then(|v| sentence.child(v, &[Deprel::Obl, Deprel::Xcomp]));
            names.extend(told.and_then(name));
        }
        names
    }

    /// Whether the noun is said of whoever plays the part.
    fn is_called(self, noun: &str) -> bool {
        match self {
            Self::Dead => matches!(noun, "victim" | "deceased"),
            Self::Hurt => false,
            Self::Accused => groups(noun).contains(&"attacker"),
        }
    }
}

/// The parts of one article that one person plays.
#[derive(Clone, Debug, Default)]
pub struct Cast {
    players: BTreeMap<Part, Vec<String>>,
    crowds: BTreeSet<Part>,
}

impl Cast {
    /// Reads the cast out of the frames of each sentence.
    pub fn of(document: &Document, mentions: &Mentions, frames: &[Vec<Frame>]) -> Self {
        let mut players: BTreeMap<Part, BTreeSet<Vec<String>>> = BTreeMap::new();
        let mut crowds: BTreeSet<Part> = BTreeSet::new();
        for (index, frames) in frames.iter().enumerate() {
            let sentence = &document.sentences[index].syntax;
            for frame in frames {
                let Some((part, patient)) = part(frame).zip(frame.patient) else {
                    continue;
                };
                if let Some(name) = person(mentions, index, sentence, patient) {
                    players.entry(part).or_default().insert(name);
                } else if is_crowd(sentence, patient) {
                    crowds.insert(part);
                }
            }
        }
        let several = players.iter().filter(|(_, names)| names.len() > 1);
        crowds.extend(several.map(|(part, _)| *part));
        let lone = players
            .into_iter()
            .filter(|(part, _)| !crowds.contains(part));
        let players = lone
            .filter_map(|(part, names)| Some((part, names.into_iter().next()?)))
            .collect();
        Self { players, crowds }
    }

    /// Whether nothing tells that several play the part.
    pub fn is_lone(&self, part: Part) -> bool {
        !self.crowds.contains(&part)
    }

    /// The name of whoever plays the part.
    pub fn player(&self, part: Part) -> Option<&[String]> {
        self.players.get(&part).map(Vec::as_slice)
    }

    /// Whom a definite description means: "the gunman" the accused, "the victim" the dead, or the hurt if nobody died.
    pub fn described(&self, noun: &str) -> Option<&[String]> {
        if groups(noun).contains(&"attacker") {
            return self.player(Part::Accused);
        }
        let lone = match (self.player(Part::Dead), self.player(Part::Hurt)) {
            (Some(dead), None) => Some(dead),
            (None, Some(hurt)) => Some(hurt),
            _ => None,
        };
        lone.filter(|_| noun == "victim")
    }
}

fn part(frame: &Frame) -> Option<Part> {
    let named = |class: &str| frame.classes.first().is_some_and(|c| c.name() == class);
    UNDERGONE
        .iter()
        .find(|(class, _)| named(class))
        .map(|(_, part)| *part)
}

/// The name of the person at a token.
fn person(
    mentions: &Mentions,
    index: usize,
    sentence: &Sentence,
    token: usize,
) -> Option<Vec<String>> {
    let entity = mentions.entity_at(index, sentence.tokens[token].span)?;
    (entity.kind == Kind::Person).then(|| name_words(&entity.name))
}

/// Several people: a plural, or two names joined by "and".
fn is_crowd(sentence: &Sentence, token: usize) -> bool {
    let noun = &sentence.tokens[token];
    let joined = sentence
        .children(token)
        .any(|c| sentence.tokens[c].deprel == gainsay_syntax::Deprel::Conj);
    noun.upos == Upos::Num || noun.xpos == Xpos::Nns || joined
}
