//! Attribution: who is reported to say what a sentence says.

use std::sync::LazyLock;

use gainsay_syntax::{Deprel, Sentence, Span, Upos, Xpos};
use rustc_hash::FxHashSet;

use crate::document::Document;
use crate::lexicon::words;

use super::WORDS;
use super::actor;
use super::frame::{self, Frame};

static REPORTS: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| words(include_str!("reports.tsv")));

/// Whether the lemma is a verb of reporting.
pub fn is_report(lemma: &str) -> bool {
    REPORTS.contains(lemma)
}

/// Whether an event only tells how somebody told the article something: its verb reports, or is one of speaking that goes
/// along with what is said ("speaking in Bergen, he …") or to the press.
pub fn is_telling(sentence: &Sentence, frame: &Frame) -> bool {
    let tokens = &sentence.tokens;
    let along = || {
        let beside = matches!(tokens[frame.head].deprel, Deprel::Advcl | Deprel::Acl);
        beside && tokens[frame.head].xpos == Xpos::Vbg
    };
    let to_the_press = || {
        let mut heard = frame.participants().map(|i| &tokens[i].lemma);
        heard.any(|lemma| actor::kind(lemma).is_some_and(|kind| kind.field == "press"))
    };
    is_report(&frame.lemma) || WORDS.has("speaking", &frame.lemma) && (along() || to_the_press())
}

/// The words that name who is reported to say what stands at token `at`; `None` if the article says it itself.
pub fn holder(document: &Document, sentence: &Sentence, at: usize) -> Option<Span> {
    governing_report(sentence, at)
        .and_then(|verb| frame::subject(sentence, verb))
        .filter(|&subject| sentence.tokens[subject].upos != Upos::Pron)
        .map(|subject| noun_phrase(sentence, subject))
        .or_else(|| according_to(sentence))
        .or_else(|| speaker(document, sentence.tokens[at].span))
}

/// The reporting verb whose content holds `at`: above it through a clausal complement, or beside it in "…, he said".
fn governing_report(sentence: &Sentence, at: usize) -> Option<usize> {
    let mut below = at;
    for above in sentence.ancestors(at) {
        let content = matches!(
            sentence.tokens[below].deprel,
            Deprel::Ccomp | Deprel::Parataxis | Deprel::Xcomp
        );
        if content && is_report(&sentence.tokens[above].lemma) {
            return Some(above);
        }
        below = above;
    }
    let root = below;
    sentence
        .children(root)
        .find(|&c| {
            c != at
                && sentence.tokens[c].deprel == Deprel::Parataxis
                && is_report(&sentence.tokens[c].lemma)
        })
        .filter(|&verb| !sentence.ancestors(at).any(|a| a == verb))
}

/// The source named by "according to …".
fn according_to(sentence: &Sentence) -> Option<Span> {
    let cue = sentence.tokens.iter().position(|t| {
        t.lemma.eq_ignore_ascii_case("accord") || t.lemma.eq_ignore_ascii_case("according")
    })?;
    let source = (cue + 1..sentence.tokens.len()).find(|&i| {
        matches!(sentence.tokens[i].upos, Upos::Noun | Upos::Propn)
            && sentence.tokens[i].deprel != Deprel::Compound
    })?;
    Some(noun_phrase(sentence, source))
}

/// The speaker of the quotation that holds the place.
fn speaker(document: &Document, place: Span) -> Option<Span> {
    document
        .quotes
        .iter()
        .find(|q| q.span.contains(place))
        .and_then(|q| q.speaker)
}

/// The words of a noun phrase without what merely hangs on it: relative clauses, appositions, further phrases.
pub fn noun_phrase(sentence: &Sentence, head: usize) -> Span {
    let near = [
        Deprel::Compound,
        Deprel::Flat,
        Deprel::Amod,
        Deprel::NmodPoss,
        Deprel::Nummod,
        Deprel::Det,
        Deprel::NmodDesc,
        Deprel::Goeswith,
    ];
    let mut span = sentence.tokens[head].span;
    for child in sentence
        .children(head)
        .filter(|&c| near.contains(&sentence.tokens[c].deprel))
    {
        span = span.cover(if sentence.tokens[child].deprel == Deprel::Amod {
            sentence.tokens[child].span
        } else {
            noun_phrase(sentence, child)
        });
    }
    span
}
