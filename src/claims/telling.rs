//! How a claim is made, so that every question says only what is its own: what a text states outright, what stands at a
//! word on somebody's authority, and what the frame of an event tells.

use gainsay_syntax::Span;

use super::frame::Frame;
use super::modality::Stance;
use super::{Answer, Claim, Question, Scene};

impl Claim {
    /// What the words `said` state by themselves, as the article's own plain fact.
    pub fn plain(sentence: usize, said: Span, question: Question, answer: Answer) -> Self {
        Self {
            sentence,
            span: said,
            said,
            question,
            answer,
            stance: Stance::FACT,
            holder: None,
            headline: false,
            background: false,
            context: vec![],
        }
    }
}

impl Scene<'_> {
    /// What the sentence states outright, whoever speaks.
    pub fn claim(&self, said: Span, question: Question, answer: Answer) -> Claim {
        Claim {
            headline: self.is_headline(),
            background: self.is_background(),
            ..Claim::plain(self.index, said, question, answer)
        }
    }

    /// What stands at the word `at`: said by whoever is reported to say it, in the context around `said`.
    pub fn heard(&self, at: usize, said: Span, question: Question, answer: Answer) -> Claim {
        Claim {
            background: self.is_background() && !self.is_present(at),
            holder: self.holder(at),
            context: self.context(said),
            ..self.claim(said, question, answer)
        }
    }

    /// What the event of a frame tells: as sure as the frame is.
    pub fn told(&self, frame: &Frame, said: Span, question: Question, answer: Answer) -> Claim {
        Claim {
            stance: frame.stance,
            ..self.heard(frame.head, said, question, answer)
        }
    }
}
