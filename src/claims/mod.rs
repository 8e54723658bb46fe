//! Claims: each sentence's answers to questions, with who says so and how sure.
//!
//! A claim is a question (what happened to whom, which attribute of it) and an answer (a value). Everything here
//! looks at one article at a time; `facts` brings the articles together.

pub mod alias;
pub mod attribution;
pub mod class;
pub mod frame;
pub mod hour;
pub mod lasting;
pub mod modality;
pub mod questions;
pub mod referent;
pub mod state;
pub mod told;

use std::fmt;

use gainsay_syntax::{Deprel, Span, Upos};
use jiff::tz::Offset;

use crate::article::{Article, BlockKind};
use crate::comparison::Slot;
use crate::document::Document;
use crate::values::Mentions;
use crate::values::place::Place;
use crate::values::quantity::Quantity;
use crate::values::time::Time;

use class::Class;
use frame::Frame;
use lasting::Lasting;
use modality::Stance;
use referent::Referent;
use state::{Scale, State};
use told::Told;

/// One answer to one question, in one place of one article.
#[derive(Clone, Debug)]
pub struct Claim {
    /// Index of its sentence in the document.
    pub sentence: usize,
    /// The smallest stretch that states it: the event's word with the answer.
    pub span: Span,
    /// The words of the answer alone.
    pub said: Span,
    /// What it answers.
    pub question: Question,
    /// What it says.
    pub answer: Answer,
    /// How sure it is.
    pub stance: Stance,
    /// Who is reported to say so; `None` for the article itself.
    pub holder: Option<String>,
    /// Whether a headline says it.
    pub headline: bool,
    /// Whether the sentence speaks of an earlier time than the article's own.
    pub background: bool,
    /// Lemmas of the content words around the answer, sorted: what the claim is said in connection with.
    pub context: Vec<String>,
}

/// What a claim answers.
#[derive(Clone, Debug)]
pub struct Question {
    /// Which attribute is asked for.
    pub attribute: Attribute,
    /// The event it is about, if it is about one.
    pub event: Option<Event>,
    /// The participant it is about: the one counted, measured, aged, named.
    pub subject: Option<Referent>,
    /// The question in the article's own words: "Kim's train left Pyongyang: when".
    pub label: String,
}

/// An event in words that survive from one article to the next.
#[derive(Clone, Debug)]
pub struct Event {
    /// What kinds of event it can be.
    pub classes: Vec<Class>,
    /// The lemma of its word.
    pub lemma: String,
    /// Whoever does it.
    pub agent: Option<Referent>,
    /// Whoever it is done to.
    pub patient: Option<Referent>,
    /// Other participants, each with its preposition.
    pub around: Vec<(String, Referent)>,
    /// What kinds of event its complement tells of: what is confirmed, denied, planned.
    pub inner: Vec<Class>,
    /// When the sentence says it happened.
    pub times: Vec<Time>,
    /// Where the sentence says it happened.
    pub places: Vec<Place>,
}

/// What can be asked of an event or a participant.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Attribute {
    /// Did it happen, will it?
    Happened,
    /// On which day, at what time?
    When,
    /// For how long, after how long?
    HowLong,
    /// Where, at which place?
    Where,
    /// From where?
    From,
    /// To where?
    To,
    /// Of which place is someone?
    Home,
    /// How many take part?
    HowMany,
    /// One, or several, as grammar alone may tell?
    Number,
    /// How much of a dimension: "magnitude", "money/EUR", "length" …
    Measure(String),
    /// How old?
    Age,
    /// Of what rank or title?
    Rank,
    /// Under what name?
    Name,
    /// What does a page state of a topic?
    Stated(questions::stated::Topic),
    /// What did the clock show?
    Clock,
    /// In what state is it?
    State(Scale),
}

/// What a claim says.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// Whether it happened.
    Stance(Stance),
    /// A point in time.
    Time(Told),
    /// A duration.
    Length(Lasting),
    /// A number, amount or measure.
    Quantity(Quantity),
    /// A place.
    Place(Place),
    /// A participant, a name or a title.
    Words(Referent),
    /// A clock, and the offset from UTC of the place it speaks of, where that is known.
    Clock(Time, Option<Offset>),
    /// Where on a scale it stands.
    State(State),
}

impl fmt::Display for Answer {
    /// The canonical form.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Stance(stance) => stance.fmt(f),
            Self::Time(told) => told.time.fmt(f),
            Self::Length(lasting) => lasting.time.fmt(f),
            Self::Clock(time, _) => time.fmt(f),
            Self::Quantity(quantity) => quantity.fmt(f),
            Self::Place(place) => place.fmt(f),
            Self::Words(referent) if referent.name.is_empty() => f.write_str(&referent.head),
            Self::Words(referent) => f.write_str(&referent.name.join(" ")),
            Self::State(state) => state.fmt(f),
        }
    }
}

impl Attribute {
    /// The contract's name for the kind of answer.
    pub fn slot(&self) -> Slot {
        match self {
            Self::Happened => Slot::Polarity,
            Self::When | Self::Clock => Slot::Time,
            Self::Stated(topic) if topic.kind == "date" => Slot::Time,
            Self::HowLong
            | Self::HowMany
            | Self::Number
            | Self::Measure(_)
            | Self::Age
            | Self::Stated(_) => Slot::Quantity,
            Self::Where | Self::From | Self::To | Self::Home => Slot::Place,
            Self::Rank | Self::Name => Slot::Entity,
            Self::State(_) => Slot::Event,
        }
    }

    /// The column of the question model that weighs it.
    pub fn column(&self) -> &str {
        match self {
            Self::Measure(_) => "measure",
            Self::Stated(_) => "stated",
            Self::State(_) => "state",
            other => other.name(),
        }
    }

    /// Its name in labels and in the JSON.
    pub fn name(&self) -> &str {
        match self {
            Self::Happened => "happened",
            Self::When => "when",
            Self::HowLong => "how long",
            Self::Where => "where",
            Self::From => "from where",
            Self::To => "to where",
            Self::Home => "home",
            Self::HowMany => "how many",
            Self::Number => "number",
            Self::Measure(dimension) => dimension.split('/').next().unwrap_or(dimension),
            Self::Stated(topic) => &topic.kind,
            Self::Age => "age",
            Self::Rank => "rank",
            Self::Name => "name",
            Self::Clock => "clocks",
            Self::State(scale) => scale.name(),
        }
    }
}

/// One sentence with everything that was found in it: what the question modules read.
pub struct Scene<'a> {
    /// The article.
    pub article: &'a Article,
    /// Its document.
    pub document: &'a Document,
    /// All values of the article.
    pub mentions: &'a Mentions,
    /// Which sentence.
    pub index: usize,
    /// The sentence's tree.
    pub sentence: &'a gainsay_syntax::Sentence,
    /// Its events.
    pub frames: Vec<Frame>,
}

/// All claims of an article, in text order.
pub fn extract(article: &Article, document: &Document, mentions: &Mentions) -> Vec<Claim> {
    let mut claims = Vec::new();
    for (index, sentence) in document.sentences.iter().enumerate() {
        let frames = frame::frames(&sentence.syntax);
        let scene = Scene {
            article,
            document,
            mentions,
            index,
            sentence: &sentence.syntax,
            frames,
        };
        claims.extend(questions::ask(&scene));
    }
    claims.extend(questions::name::ask(article, document, mentions));
    claims.extend(questions::clock::ask(article, mentions));
    claims.extend(questions::stated::ask(article, document, mentions));
    questions::stated::settle(&mut claims);
    claims.sort_by(|a, b| {
        (a.span, &a.question.attribute, &a.question.label).cmp(&(
            b.span,
            &b.question.attribute,
            &b.question.label,
        ))
    });
    claims
}

impl Scene<'_> {
    /// The token that heads a stretch of the sentence: the one whose own head lies outside.
    pub fn head_of(&self, span: Span) -> Option<usize> {
        let tokens = &self.sentence.tokens;
        let inside = |i: usize| span.overlaps(tokens[i].span);
        (0..tokens.len()).find(|&i| inside(i) && tokens[i].head.is_none_or(|h| !inside(h)))
    }

    /// The frame whose event governs `token`: the nearest event word above it (or itself), at most `reach` steps up.
    pub fn frame_over(&self, token: usize, reach: usize) -> Option<&Frame> {
        std::iter::once(token)
            .chain(self.sentence.ancestors(token).take(reach))
            .find_map(|i| self.frames.iter().find(|f| f.head == i))
    }

    /// The event of a frame, in words that survive the article.
    pub fn event(&self, frame: &Frame) -> Event {
        let referent = |i: usize| self.referent(i);
        let near = |span: Span| {
            self.head_of(span)
                .and_then(|h| self.frame_over(h, 4))
                .is_some_and(|f| f.head == frame.head)
        };
        Event {
            classes: frame.classes.clone(),
            lemma: frame.lemma.clone(),
            agent: frame.agent.map(referent),
            patient: frame.patient.map(referent),
            around: frame
                .around
                .iter()
                .map(|(p, i)| (p.clone(), referent(*i)))
                .collect(),
            inner: self.inner(frame),
            times: self
                .mentions
                .times_in(self.index)
                .filter(|m| near(m.span))
                .map(|m| m.value.clone())
                .collect(),
            places: self
                .mentions
                .places_in(self.index)
                .filter(|m| near(m.span))
                .map(|m| m.value.clone())
                .collect(),
        }
    }

    /// The kinds of event below the frame's own word.
    fn inner(&self, frame: &Frame) -> Vec<Class> {
        let below = |f: &&Frame| {
            f.head != frame.head
                && self
                    .sentence
                    .ancestors(f.head)
                    .take(4)
                    .any(|a| a == frame.head)
        };
        let mut classes: Vec<Class> = self
            .frames
            .iter()
            .filter(below)
            .flat_map(|f| f.classes.clone())
            .collect();
        classes.sort_unstable();
        classes.dedup();
        classes
    }

    /// What the phrase headed by `head` refers to, by the fullest name that the article gives it.
    pub fn referent(&self, head: usize) -> Referent {
        let head = self.antecedent(head).unwrap_or(head);
        let mut referent = referent::referent(self.sentence, head);
        if let Some(name) = self.name(head) {
            referent.name = name;
        }
        if let Some(owner) = self.sentence.child(head, &[Deprel::NmodPoss]) {
            referent.owner = self
                .name(owner)
                .unwrap_or_else(|| referent::referent(self.sentence, owner).name);
        }
        referent
    }

    /// The words of the fullest name for what a token stands for.
    fn name(&self, token: usize) -> Option<Vec<String>> {
        use crate::values::entity::Kind;
        let entity = self
            .mentions
            .entity_at(self.index, self.sentence.tokens[token].span)?;
        (!matches!(entity.kind, Kind::Role | Kind::Group))
            .then(|| referent::name_words(&entity.name))
    }

    /// For "it" that nothing else explains: the nearest noun before it, "his train as it departed".
    fn antecedent(&self, head: usize) -> Option<usize> {
        let tokens = &self.sentence.tokens;
        if tokens[head].lemma != "it" || self.name(head).is_some() {
            return None;
        }
        (0..head).rev().find(|&i| {
            tokens[i].upos == Upos::Noun
                && !matches!(tokens[i].deprel, Deprel::Compound | Deprel::Amod)
        })
    }

    /// Who is reported to say what stands at `token`.
    pub fn holder(&self, token: usize) -> Option<String> {
        attribution::holder(self.document, self.sentence, token)
            .map(|span| span.of(&self.article.text).to_owned())
    }

    /// Whether a headline or heading is speaking.
    pub fn is_headline(&self) -> bool {
        matches!(
            self.article.blocks[self.document.sentences[self.index].block].kind,
            BlockKind::Headline | BlockKind::Heading(_)
        )
    }

    /// Whether the sentence tells of something long before the article: more than a month, or a past year.
    pub fn is_background(&self) -> bool {
        const RECENT: i32 = 31;
        let intervals = self
            .mentions
            .times_in(self.index)
            .filter_map(|m| m.value.interval);
        match self.article.date {
            Some(today) => intervals
                .map(|i| (today - i.end.date()).get_days())
                .min()
                .is_some_and(|days| days > RECENT),
            None => false,
        }
    }

    /// Lemmas of the sentence's content words that lie outside `answer`, sorted.
    pub fn context(&self, answer: Span) -> Vec<String> {
        use gainsay_syntax::Upos::{Adj, Noun, Propn, Verb};
        let content =
            self.sentence.tokens.iter().filter(|t| {
                matches!(t.upos, Noun | Propn | Verb | Adj) && !answer.overlaps(t.span)
            });
        let mut lemmas: Vec<String> = content.map(|t| t.lemma.to_lowercase()).collect();
        lemmas.sort();
        lemmas.dedup();
        lemmas
    }

    /// The words of a token's noun phrase.
    pub fn words(&self, head: usize) -> &str {
        attribution::noun_phrase(self.sentence, head).of(&self.article.text)
    }
}
