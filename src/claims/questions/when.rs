//! On which day, at what time? Each point in time belongs to the event that governs it.

use gainsay_syntax::{Deprel, Sentence, Span};

use crate::claims::WORDS;
use crate::claims::attribution::{is_telling, noun_phrase};
use crate::claims::frame::{self, Frame};
use crate::claims::modality;
use crate::claims::told::Told;
use crate::claims::{Answer, Attribute, Claim, Scene};
use crate::values::Mention;
use crate::values::place::Bearing;
use crate::values::time::{Bound, Time};

use super::{clock, label};

/// One claim for each point in time with an event above it.
pub fn ask(scene: &Scene) -> Vec<Claim> {
    scene
        .mentions
        .times_in(scene.index)
        .filter(|m| m.value.is_point() && !clock::repeats(scene.article, scene.mentions, m))
        .filter_map(|m| claim(scene, m))
        .collect()
}

fn claim(scene: &Scene, mention: &Mention<Time>) -> Option<Claim> {
    let head = scene.head_of(mention.span)?;
    let frame = shown(scene, scene.frame_over(head, 4)?);
    // "said on Monday" dates the saying; its day says nothing of the event that is told.
    if is_telling(scene.sentence, frame) {
        return None;
    }
    let question = label::asked(scene, frame, Attribute::When, "when");
    let time = if modality::is_delayed(scene.sentence, frame.head) {
        told(scene, &reached(mention))
    } else {
        told(scene, mention)
    };
    Some(Claim {
        span: statement(scene, frame, mention.span),
        ..scene.told(frame, mention.span, question, Answer::Time(time))
    })
}

/// "Did not return until Wednesday" tells when it returned: on that day.
fn reached(mention: &Mention<Time>) -> Mention<Time> {
    let mut reached = mention.clone();
    if reached.value.bound == Bound::Until {
        reached.value.bound = Bound::At;
    }
    reached
}

/// The time with the words of its sentence that tell the same day: "on Sunday … at 8:15 a.m.".
fn told(scene: &Scene, mention: &Mention<Time>) -> Told {
    let day = |m: &Mention<Time>| m.value.interval.map(|i| i.start.date());
    let same_day =
        |m: &&Mention<Time>| m.span != mention.span && day(m).is_some() && day(m) == day(mention);
    let text = &scene.article.text;
    let around: Vec<&str> = scene
        .mentions
        .times_in(scene.index)
        .filter(same_day)
        .map(|m| m.span.of(text))
        .collect();
    Told::new(mention.value.clone(), mention.span.of(text), &around)
}

/// "Images showed him receiving a send-off at 9:38": what is shown, not the showing, happened then.
fn shown<'s>(scene: &'s Scene, frame: &'s Frame) -> &'s Frame {
    let complement = [Deprel::Xcomp, Deprel::Ccomp, Deprel::Acl];
    let below = |f: &&Frame| {
        let token = &scene.sentence.tokens[f.head];
        f.verbal
            && complement.contains(&token.deprel)
            && token.head.is_some_and(|h| {
                h == frame.head || scene.sentence.tokens[h].head == Some(frame.head)
            })
    };
    let shows = matches!(
        frame.lemma.as_str(),
        "show" | "depict" | "film" | "picture" | "photograph"
    );
    if shows {
        scene.frames.iter().find(below).unwrap_or(frame)
    } else {
        frame
    }
}

/// An answer with what it is counted from: "210 miles east of the coast", "half an hour before the fire broke out".
pub fn with_origin(scene: &Scene, answer: Span) -> Span {
    let origin = origin(scene.sentence, answer);
    origin.map_or(answer, |origin| answer.cover(origin))
}

/// What follows an answer and tells from where or when it counts.
fn origin(sentence: &Sentence, answer: Span) -> Option<Span> {
    let tokens = &sentence.tokens;
    let next = tokens.iter().position(|t| t.span.start >= answer.end)?;
    let word = &tokens[next];
    if !WORDS.has("counting from", &word.lemma) && Bearing::read(&word.lemma).is_none() {
        return None;
    }
    let from = match word.deprel {
        Deprel::Case | Deprel::Mark => word.head,
        _ => sentence.children(next).find(|&c| c > next),
    };
    let Some(from) = from.filter(|&from| from > next) else {
        return Some(word.span);
    };
    let particle = sentence.child(from, &[Deprel::CompoundPrt]);
    let last = particle.map_or(tokens[from].span, |p| tokens[p].span);
    Some(word.span.cover(noun_phrase(sentence, from)).cover(last))
}

/// From the event's word to the answer, with what stands between them; the answer alone if that is far.
pub fn statement(scene: &Scene, frame: &Frame, answer: Span) -> Span {
    const FAR: usize = 120;
    let whole = frame::stretch(scene.sentence, frame.head, &[answer]);
    if whole.len() <= FAR { whole } else { answer }
}

#[cfg(test)]
mod tests {
    use crate::article::Article;
    use crate::claims::Answer;

    /// What is quoted for the last length that an article tells.
    fn length(text: &str) -> String {
        let article = Article::plain("a", text);
        let claims = crate::read_claims(&article).claims;
        let is_length = |answer: &Answer| match answer {
            Answer::Quantity(quantity) => quantity.dimension().name() == "length",
            answer => matches!(answer, Answer::Length(_)),
        };
        let told = claims.iter().rfind(|claim| is_length(&claim.answer));
        told.map_or("", |claim| claim.span.of(&article.text))
            .to_owned()
    }

    #[test]
    fn a_length_is_quoted_with_what_it_counts_from() {
        assert_eq!(
            length("The ferry was boarded 40 miles east of the Omani coast."),
            "boarded 40 miles east of the Omani coast"
        );
        assert_eq!(
            length("The guest was turned away half an hour before the fire broke out."),
            "turned away half an hour before the fire broke out"
        );
        assert_eq!(
            length("The ferry was held for nine days."),
            "held for nine days"
        );
    }
}
