//! One sentence and all that is known around it: what the question modules read.

use std::sync::Arc;

use gainsay_syntax::{Deprel, Span, Upos, Xpos, lemma};
use jiff::civil::Date;

use crate::article::{Article, BlockKind};
use crate::document::Document;
use crate::lexicon::{lower, plain};
use crate::values::entity::Kind;
use crate::values::time::{Reading, Time, Vague};
use crate::values::{Mention, Mentions};

use super::cast::Cast;
use super::class::Class;
use super::frame::Frame;
use super::memory::Memory;
use super::referent::{self, Many, Referent};
use super::{Event, WORDS, actor, attribution, earlier};

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
    /// Who plays which part in the article.
    pub cast: &'a Cast,
    /// What the questions share.
    pub memory: Memory,
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
    pub fn event(&self, frame: &Frame) -> Arc<Event> {
        let make = || Arc::new(self.read_event(frame));
        self.memory.events.get(frame.head, make)
    }

    fn read_event(&self, frame: &Frame) -> Event {
        let referent = |i: usize| self.referent(i);
        let near = |span: Span| {
            self.head_of(span)
                .and_then(|h| self.frame_over(h, 4))
                .is_some_and(|f| f.head == frame.head)
        };
        Event {
            classes: frame.classes.clone(),
            lemma: frame.lemma.clone(),
            particle: frame.particle.clone(),
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
        let behind = || self.name(self.close_name(head)?);
        if let Some(name) = self.name(head).or_else(behind) {
            referent.name = name;
        } else if referent.name.is_empty() && self.is_definite(head) {
            let player = self.cast.described(&referent.head);
            referent.name = player.map(<[String]>::to_vec).unwrap_or_default();
        }
        if let Some(group) = self.group(head).filter(|_| referent.name.is_empty()) {
            (referent.head, referent.many) = (group, Many::Several);
        }
        referent.modifiers.extend(self.offices(head));
        if let Some(owner) = self.sentence.child(head, &[Deprel::NmodPoss]) {
            referent.owner = self
                .name(owner)
                .unwrap_or_else(|| referent::referent(self.sentence, owner).name);
        }
        referent
    }

    /// Whom "they" are, as the noun that they were brought in by: "officers" are officers.
    fn group(&self, token: usize) -> Option<String> {
        let token = &self.sentence.tokens[token];
        let entity = self.mentions.entity_at(self.index, token.span)?;
        let noun = entity.name.split(' ').next_back()?;
        (token.upos == Upos::Pron && entity.kind == Kind::Group)
            .then(|| plain(&lemma(&noun.to_lowercase(), Upos::Noun, Xpos::Nns)).into_owned())
    }

    /// What the article says that whoever a token names is.
    fn offices(&self, token: usize) -> Vec<String> {
        let span = self.sentence.tokens[token].span;
        let entity = self.mentions.entity_at(self.index, span);
        entity.map_or(vec![], referent::offices)
    }

    /// "The suspect", not "a suspect" nor "another suspect".
    fn is_definite(&self, head: usize) -> bool {
        let determiner = self.sentence.child(head, &[Deprel::Det]);
        determiner.is_some_and(|d| self.sentence.tokens[d].lemma == "the")
    }

    /// The words of the fullest name for what a token stands for.
    fn name(&self, token: usize) -> Option<Vec<String>> {
        self.full_name(token).map(referent::name_words)
    }

    /// The fullest name that the article has for what a token stands for.
    pub fn full_name(&self, token: usize) -> Option<&str> {
        let span = self.sentence.tokens[token].span;
        let entity = self.mentions.entity_at(self.index, span)?;
        (!matches!(entity.kind, Kind::Role | Kind::Group)).then_some(entity.name.as_str())
    }

    /// Whether a noun is told with the name of its bearer: "her finance minister, Ann Roe".
    pub fn names_a_person(&self, noun: usize) -> bool {
        let tokens = &self.sentence.tokens;
        let lemma = &tokens[noun].lemma;
        let kinds = referent::groups(lemma);
        if actor::kind(lemma).is_none() && !kinds.iter().any(|kind| WORDS.has("one person", kind)) {
            return false;
        }
        let named = self.sentence.child(noun, &[Deprel::Appos, Deprel::Flat]);
        let person = |i: usize| {
            let entity = self.mentions.entity_at(self.index, tokens[i].span);
            entity.is_some_and(|e| e.kind == Kind::Person)
        };
        named.is_some_and(|i| tokens[i].upos == Upos::Propn && person(i))
    }

    /// The name right behind a noun: "her brother Nico", "Oscar winner Ann Roe".
    fn close_name(&self, noun: usize) -> Option<usize> {
        let tokens = &self.sentence.tokens;
        let behind = |c: &usize| {
            matches!(tokens[*c].deprel, Deprel::Appos | Deprel::Flat)
                && tokens[*c].upos == Upos::Propn
                && tokens[*c].span.start == tokens[noun].span.end + 1
        };
        (tokens[noun].upos == Upos::Noun).then_some(())?;
        self.sentence.children(noun).find(behind)
    }

    /// For "it" that nothing else explains: the nearest noun before it, "his train as it departed".
    fn antecedent(&self, head: usize) -> Option<usize> {
        let tokens = &self.sentence.tokens;
        if tokens[head].lemma != "it" || self.name(head).is_some() {
            return None;
        }
        // "The agency revised it": what one verb is told of are two things.
        let beside = |i: usize| tokens[i].head == tokens[head].head;
        (0..head).rev().find(|&i| {
            tokens[i].upos == Upos::Noun
                && !beside(i)
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
        *self.memory.background.get_or_init(|| self.looks_back())
    }

    /// Whether the words tell of an earlier event, only to measure the news by it.
    pub fn is_yardstick(&self, said: Span) -> bool {
        earlier::is_yardstick(self.sentence, said)
    }

    /// Whether a verb in the present governs `token`, or tells of it: "the mill, which has 600 workers, opened in
    /// 1982", but not "a stone recalls the four who died".
    pub fn is_present(&self, token: usize) -> bool {
        let tokens = &self.sentence.tokens;
        let told_of = |&c: &usize| tokens[c].deprel == Deprel::AclRelcl;
        let mut telling = std::iter::once(token)
            .chain(self.sentence.children(token).filter(told_of))
            .chain(self.sentence.ancestors(token));
        let verb = telling.find(|&i| tokens[i].upos == Upos::Verb);
        verb.is_some_and(|i| matches!(tokens[i].xpos, Xpos::Vbz | Xpos::Vbp))
    }

    fn looks_back(&self) -> bool {
        let before = self.index.checked_sub(1);
        self.is_long_ago(self.index)
            || self.is_before_the_news()
            || before.is_some_and(|before| self.resumes() && self.is_long_ago(before))
    }

    /// Whether the sentence goes on about the time of the one before it ("at the time", "that year"), or about a group
    /// that nothing but that one told of: "They have never been caught".
    fn resumes(&self) -> bool {
        let tokens = &self.sentence.tokens;
        let marked = |noun: usize, mark: &str| {
            let mut marks = self.sentence.children(noun);
            marks.any(|c| tokens[c].lemma == mark)
        };
        (0..tokens.len()).any(|i| match tokens[i].lemma.as_str() {
            "time" => marked(i, "at") && (marked(i, "the") || marked(i, "that")),
            "year" | "month" | "day" => marked(i, "that"),
            "they" => self.is_only_told_of_before(i),
            _ => false,
        })
    }

    /// Whether a pronoun leads back to a group that only the sentence before tells of.
    fn is_only_told_of_before(&self, pronoun: usize) -> bool {
        let span = self.sentence.tokens[pronoun].span;
        let entity = self.mentions.entity_at(self.index, span);
        let Some(group) = entity.filter(|entity| entity.kind == Kind::Group) else {
            return false;
        };
        let mut told = self.mentions.entities.iter().filter(|m| *m.value == *group);
        told.all(|m| m.sentence + 1 >= self.index)
    }

    /// "Has never had a spill before": what is denied is only what was before the news.
    fn is_before_the_news(&self) -> bool {
        let tokens = &self.sentence.tokens;
        let lemma = |i: usize| lower(&tokens[i].lemma);
        (0..tokens.len()).any(|i| {
            let earlier =
                tokens[i].deprel == Deprel::Advmod && matches!(&*lemma(i), "before" | "previously");
            let never = |verb| self.sentence.children(verb).any(|c| lemma(c) == "never");
            earlier && tokens[i].head.is_some_and(never)
        })
    }

    /// Whether what a sentence dates lies more than a month back, or in a past year.
    fn is_long_ago(&self, sentence: usize) -> bool {
        const RECENT: i32 = 31;
        const MONTH: i32 = 28;
        const YEAR: i32 = 365;
        let days = |from: Date, to: Date| (to - from).get_days();
        let times = self.mentions.times_in(sentence);
        if let Some(today) = self.article.date {
            return times
                .filter_map(|m| m.value.interval)
                .map(|i| days(i.end.date(), today))
                .min()
                .is_some_and(|ago| ago > RECENT);
        }
        // An article without a date gives its own news a day; a bare year, or the month of a year, is that of something
        // else.
        let is_past = |m: &Mention<Time>| {
            let words = m.span.of(&self.article.text);
            let Some(i) = m.value.interval else {
                let vague = m.value.reading == Reading::Vague(Vague::Past);
                return vague && (words.ends_with("year") || words.ends_with("month"));
            };
            let length = days(i.start.date(), i.end.date());
            let names_year = words.ends_with(|c: char| c.is_ascii_digit());
            length >= YEAR || length >= MONTH && names_year
        };
        let mut points = times.filter(|m| m.value.is_point()).peekable();
        points.peek().is_some() && points.all(is_past)
    }

    /// Lemmas of the sentence's content words that lie outside `answer`, sorted.
    pub fn context(&self, answer: Span) -> Vec<Arc<str>> {
        let content = self.memory.content.get_or_init(|| self.content()).iter();
        let outside = content.filter(|(_, span)| !answer.overlaps(*span));
        let mut lemmas: Vec<Arc<str>> = outside.map(|(lemma, _)| Arc::clone(lemma)).collect();
        lemmas.dedup();
        lemmas
    }

    /// A token as it is written, in small letters.
    pub fn form(&self, token: usize) -> String {
        let written = self.sentence.tokens[token].span.of(&self.article.text);
        written.to_lowercase()
    }

    /// The content words of the sentence: lemmas in lower case with where they stand, sorted.
    fn content(&self) -> Vec<(Arc<str>, Span)> {
        use gainsay_syntax::Upos::{Adj, Noun, Propn, Verb};
        let tokens = self.sentence.tokens.iter();
        let content = tokens.filter(|t| matches!(t.upos, Noun | Propn | Verb | Adj));
        let mut lemmas: Vec<(Arc<str>, Span)> = content
            .map(|t| (Arc::from(&*plain(&t.lemma)), t.span))
            .collect();
        lemmas.sort_unstable();
        lemmas
    }

    /// The words of a token's noun phrase.
    pub fn words(&self, head: usize) -> &str {
        attribution::noun_phrase(self.sentence, head).of(&self.article.text)
    }
}
