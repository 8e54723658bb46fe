//! How a claim is made, so that every question says only what is its own: what a text states outright, what stands at a
//! word on somebody's authority, and what the frame of an event tells.

use gainsay_syntax::Span;

use super::frame::Frame;
use super::ground;
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
            yardstick: false,
            context: vec![],
            matter: None,
            ground: vec![],
        }
    }
}

impl Scene<'_> {
    /// What the sentence states outright, whoever speaks.
    pub fn claim(&self, said: Span, question: Question, answer: Answer) -> Claim {
        Claim {
            headline: self.is_headline(),
            background: self.is_background(),
            yardstick: self.is_yardstick(said),
            ..Claim::plain(self.index, said, question, answer)
        }
    }

    /// What stands at the word `at`: said by whoever is reported to say it, in the context around `said`.
    pub fn heard(&self, at: usize, said: Span, question: Question, answer: Answer) -> Claim {
        Claim {
            background: self.is_background() && !self.is_present(at),
            holder: self.holder(at),
            context: self.context(said),
            ground: ground::of(self, at),
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

#[cfg(test)]
mod tests {
    use crate::article::Article;

    /// Whether each count in a sentence of a report of 2019 is told as background.
    fn backgrounds(sentence: &str) -> Vec<bool> {
        let text = format!("A blast tore through the plant on Wednesday, police said. {sentence}");
        let article = Article {
            date: Some(jiff::civil::date(2019, 3, 15)),
            ..Article::plain("a1", &text)
        };
        let claims = crate::read_claims(&article).claims.into_iter();
        let counts = claims.filter(|c| c.question.attribute.name() == "how many");
        counts.map(|c| c.background).collect()
    }

    #[test]
    fn what_goes_on_at_the_time_of_background_is_background() {
        let then =
            "A blast in 2004 wrecked a boiler. The firm said 300 workers were moved at the time.";
        assert_eq!(backgrounds(then), [true]);
        let now = "The firm said 300 workers were in the plant at the time.";
        assert_eq!(backgrounds(now), [false]);
    }

    #[test]
    fn what_the_present_tense_tells_is_no_background() {
        let now = "The plant, which has 600 employees, opened in 1982.";
        assert_eq!(backgrounds(now), [false]);
        assert_eq!(backgrounds("The plant hired 600 workers in 1982."), [true]);
    }
}
