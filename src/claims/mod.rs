//! Claims: each sentence's answers to questions, with who says so and how sure.
//!
//! A claim is a question (what happened to whom, which attribute of it) and an answer (a value). Everything here
//! looks at one article at a time; `facts` brings the articles together.

pub mod actor;
pub mod adjunct;
pub mod alias;
pub mod attribution;
pub mod cast;
pub mod class;
pub mod deeds;
mod denied;
mod earlier;
pub mod frame;
mod ground;
pub mod headcount;
pub mod hearsay;
pub mod hour;
pub mod kin;
pub mod kindred;
pub mod lasting;
pub mod matter;
mod memory;
pub mod modality;
mod offset;
pub mod opposites;
pub mod phrase;
pub mod questions;
pub mod referent;
mod scene;
mod shared;
pub mod spot;
pub mod state;
mod telling;
pub mod told;

use std::fmt;
use std::sync::{Arc, LazyLock};

use gainsay_syntax::Span;
use jiff::tz::Offset;

use crate::article::Article;
use crate::comparison::Slot;
use crate::document::Document;
use crate::lexicon::Groups;
use crate::values::Mentions;
use crate::values::place::Place;
use crate::values::quantity::Quantity;
use crate::values::time::Time;

use actor::Actor;
use cast::Cast;
use class::Class;
use frame::Frame;
use lasting::Lasting;
use matter::Matter;
use memory::Memory;
use modality::Stance;
use questions::stated::Kind;
use referent::Referent;
pub use scene::Scene;
use spot::Spot;
use state::{Scale, State};
use told::Told;

/// The words of `words.tsv`.
static WORDS: LazyLock<Groups> = LazyLock::new(|| Groups::read(include_str!("words.tsv")));

/// One answer to one question, in one place of one article.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
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
    /// Whether it tells of an earlier event only to measure that of the news by: "the worst since 30 people died in May".
    pub yardstick: bool,
    /// Lemmas of the content words around the answer, sorted: what the claim is said in connection with.
    #[serde(with = "shared::words")]
    pub context: Vec<Arc<str>>,
    /// What an amount is an amount of, where the words right around it say so.
    pub matter: Option<Matter>,
    /// The place that the text sets for it, beside those that its own event names.
    pub ground: Vec<Place>,
}

/// What a claim answers.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub struct Question {
    /// Which attribute is asked for.
    pub attribute: Attribute,
    /// The event it is about, if it is about one.
    #[serde(with = "shared::event")]
    pub event: Option<Arc<Event>>,
    /// The participant it is about: the one counted, measured, aged, named.
    pub subject: Option<Referent>,
    /// The question in the article's own words: "Kim's train left Pyongyang: when".
    pub label: String,
}

/// An event in words that survive from one article to the next.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize)]
pub struct Event {
    /// What kinds of event it can be.
    pub classes: Vec<Class>,
    /// The lemma of its word.
    pub lemma: String,
    /// The particle that makes its verb another one: "off" of "called off the strike".
    pub particle: Option<String>,
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

impl Event {
    /// Whether one verb tells both, with the same particle: "called off" a strike is not "called" one.
    pub fn is_same_verb(&self, other: &Self) -> bool {
        self.lemma == other.lemma && self.particle == other.particle
    }

    /// Whether one verb may tell both: a particle may be left out, but "called off" is not "called out".
    pub fn may_be_one_verb(&self, other: &Self) -> bool {
        let particles = self.particle.as_ref().zip(other.particle.as_ref());
        self.lemma == other.lemma && particles.is_none_or(|(x, y)| x == y)
    }
}

/// What can be asked of an event or a participant.
#[derive(
    Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
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
    /// Under which telephone number to call?
    Contact,
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
    /// In what kind of place?
    Spot,
    /// Who did it?
    Who,
    /// All but whom?
    Except,
    /// What is somebody?
    Role,
    /// Is it told or kept back: a name, a reason?
    Disclosed(String),
    /// Is it so, or denied, in whatever words?
    Whether,
}

/// What a claim says.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
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
    Clock(Time, #[serde(with = "offset")] Option<Offset>),
    /// Where on a scale it stands.
    State(State),
    /// A kind of place.
    Spot(Spot),
    /// Who someone is, by name or kind.
    Actor(Actor),
    /// Whether it is told.
    Disclosed(Disclosure),
}

/// Whether an article tells something, or says that it is kept back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Disclosure {
    /// "Has not been released."
    Withheld,
    /// It stands there.
    Given,
}

impl fmt::Display for Disclosure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Withheld => "withheld",
            Self::Given => "given",
        })
    }
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
            Self::Spot(spot) => spot.fmt(f),
            Self::Actor(actor) => actor.fmt(f),
            Self::Disclosed(told) => told.fmt(f),
        }
    }
}

impl Attribute {
    /// The contract's name for the kind of answer.
    pub fn slot(&self) -> Slot {
        match self {
            Self::Happened | Self::Whether => Slot::Polarity,
            Self::When | Self::Clock => Slot::Time,
            Self::Stated(topic) if topic.kind == Kind::Date => Slot::Time,
            Self::Stated(topic) if topic.kind.is_state() => Slot::Polarity,
            Self::HowLong
            | Self::HowMany
            | Self::Number
            | Self::Contact
            | Self::Measure(_)
            | Self::Age
            | Self::Stated(_) => Slot::Quantity,
            Self::Where | Self::From | Self::To | Self::Home | Self::Spot => Slot::Place,
            Self::State(_) => Slot::Event,
            Self::Disclosed(_) => Slot::Modality,
            Self::Rank | Self::Name | Self::Who | Self::Except | Self::Role => Slot::Entity,
        }
    }

    /// The column of the question model that weighs it.
    pub fn column(&self) -> &str {
        match self {
            Self::Measure(_) => "measure",
            Self::Stated(_) => "stated",
            Self::State(_) => "state",
            Self::Spot => "where",
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
            Self::Contact => "telephone",
            Self::Measure(dimension) => dimension.split('/').next().unwrap_or(dimension),
            Self::Stated(topic) => topic.kind.name(),
            Self::Age => "age",
            Self::Rank => "rank",
            Self::Name => "name",
            Self::Clock => "clocks",
            Self::State(scale) => scale.name(),
            Self::Spot => "in what place",
            Self::Who => "who",
            Self::Except => "all but whom",
            Self::Role => "role",
            Self::Disclosed(_) => "told",
            Self::Whether => "whether",
        }
    }
}

/// All claims of an article, in text order.
pub fn extract(article: &Article, document: &Document, mentions: &Mentions) -> Vec<Claim> {
    // A sentence of news gives some five claims.
    let mut claims = Vec::with_capacity(5 * document.sentences.len());
    let sentences = document.sentences.iter();
    let frames: Vec<Vec<Frame>> = sentences.map(|s| frame::frames(&s.syntax)).collect();
    let cast = Cast::of(document, mentions, &frames);
    claims.extend(questions::disclosed::names(
        article, document, mentions, &frames,
    ));
    for ((index, sentence), frames) in document.sentences.iter().enumerate().zip(frames) {
        let scene = Scene {
            article,
            document,
            mentions,
            index,
            sentence: &sentence.syntax,
            frames,
            cast: &cast,
            memory: Memory::default(),
        };
        claims.extend(questions::ask(&scene));
    }
    claims.extend(questions::name::ask(article, document, mentions));
    claims.extend(questions::clock::ask(article, mentions));
    questions::stated::ask(article, document, mentions).settle(&mut claims);
    questions::state::settle(&mut claims);
    in_text_order(claims)
}

/// Sorts claims by their places: claims are large, so that each is moved once.
fn in_text_order(claims: Vec<Claim>) -> Vec<Claim> {
    let key = |&i: &usize| {
        let Claim { span, question, .. } = &claims[i];
        (*span, &question.attribute, &question.label)
    };
    let mut order: Vec<usize> = (0..claims.len()).collect();
    order.sort_by(|a, b| key(a).cmp(&key(b)));
    let mut claims: Vec<Option<Claim>> = claims.into_iter().map(Some).collect();
    let mut sorted = Vec::with_capacity(claims.len());
    sorted.extend(order.into_iter().filter_map(|i| claims[i].take()));
    sorted
}
