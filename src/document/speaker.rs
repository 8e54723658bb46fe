//! Who speaks: the reporting verb beside a quote and its subject.
//!
//! "“…,” the mayor said", "“…,” said the mayor", "the mayor said: “…”", "according to the mayor, “…”". A quote that
//! follows the sentence of another in the same paragraph has the same speaker.

use std::sync::LazyLock;

use gainsay_syntax::{Deprel, Span, Token, Upos, Xpos};
use rustc_hash::FxHashSet;

use super::{Quote, Sentence};
use crate::article::Article;
use crate::lexicon::{calendar, words};

/// A reporting verb stands at most this many tokens behind a quote …
const MAX_AFTER: usize = 12;
/// … and this many before one.
const MAX_BEFORE: usize = 7;

static CUES: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| words(include_str!("cues.tsv")));

/// A reporting verb and, where it has one, its subject.
#[derive(Clone, Copy)]
struct Attribution {
    cue: Span,
    speaker: Option<Span>,
}

/// The quotes with what the words around them tell.
pub(super) fn attribute(article: &Article, sentences: &[Sentence], spans: &[Span]) -> Vec<Quote> {
    let mut quotes: Vec<Quote> = Vec::with_capacity(spans.len());
    for (i, &span) in spans.iter().enumerate() {
        let from = if i > 0 { spans[i - 1].end } else { 0 };
        let to = spans.get(i + 1).map_or(usize::MAX, |s| s.start);
        let found =
            behind(article, sentences, span, to).or_else(|| before(article, sentences, span, from));
        let quote = match (found, quotes.last()) {
            (Some(found), _) => Quote {
                span,
                speaker: found.speaker,
                cue: Some(found.cue),
            },
            (None, Some(last)) if follows(article, sentences, last, span) => Quote {
                span,
                ..last.clone()
            },
            (None, _) => Quote {
                span,
                speaker: None,
                cue: None,
            },
        };
        quotes.push(quote);
    }
    quotes
}

/// Whether a quote begins a sentence right after the one that the last quote stands in.
fn follows(article: &Article, sentences: &[Sentence], last: &Quote, span: Span) -> bool {
    let sentence = |at: usize| sentences.partition_point(|s| s.syntax.span.end <= at);
    let (one, other) = (
        sentence(last.span.end.saturating_sub(1)),
        sentence(span.start),
    );
    let (Some(a), Some(b)) = (sentences.get(one), sentences.get(other)) else {
        return false;
    };
    let opens = article.text[b.syntax.span.start..span.start.max(b.syntax.span.start)]
        .trim()
        .is_empty();
    let goes_on = !article.text[last.span.start..last.span.end].ends_with(['"', '”', '\'', '’']);
    opens && (other <= one + 1 && a.block == b.block || goes_on && b.block == a.block + 1)
}

/// The attribution behind a quote: in the rest of the sentence that it ends in, up to the next quote.
fn behind(article: &Article, sentences: &[Sentence], span: Span, to: usize) -> Option<Attribution> {
    let sentence = &sentences
        .get(sentences.partition_point(|s| s.syntax.span.end < span.end))?
        .syntax;
    if sentence.span.start >= span.end {
        return next_sentence(article, sentences, span);
    }
    let tokens = &sentence.tokens;
    let start = tokens.partition_point(|t| t.span.start < span.end);
    let end = tokens.partition_point(|t| t.span.start < to);
    let is_comma = |t: &Token| t.span.of(&article.text) == ",";
    if ends_clause(article, span) {
        let end = end.min(start + MAX_AFTER).max(start);
        read(article, sentence, start, end).or_else(|| next_sentence(article, sentences, span))
    } else {
        // Quoted words inside a clause: whoever the whole of it is laid to, at its end.
        let comma = (start..end).rev().find(|&i| is_comma(&tokens[i]))?;
        read(article, sentence, comma + 1, end)
    }
}

/// Whether a quote is a clause of its own: a stop stands before its closing mark, or a comma behind it.
fn ends_clause(article: &Article, span: Span) -> bool {
    let inside = span
        .of(&article.text)
        .trim_end_matches(['"', '”', '’', '\'', ' ']);
    let behind = article.text[span.end..].trim_start();
    inside.ends_with([',', '.', '?', '!', '…', '—', '-']) || behind.starts_with(',')
}

/// The splitter may end a sentence with the quote: "“Who left?” | he asked." goes on in lower case or with the verb.
fn next_sentence(article: &Article, sentences: &[Sentence], span: Span) -> Option<Attribution> {
    let at = sentences.partition_point(|s| s.syntax.span.start < span.end);
    let sentence = &sentences.get(at)?.syntax;
    let gap = article.text.get(span.end..sentence.span.start)?;
    let end = sentence.tokens.len().min(4);
    let first = sentence.tokens.first()?;
    let low = first.span.of(&article.text).starts_with(char::is_lowercase);
    (gap.trim().is_empty() && !gap.contains('\n') && low)
        .then(|| read(article, sentence, 0, end))?
}

/// The first attribution among these tokens.
fn read(
    article: &Article,
    sentence: &gainsay_syntax::Sentence,
    start: usize,
    end: usize,
) -> Option<Attribution> {
    let tokens = &sentence.tokens;
    let lead = (start..end).find(|&i| !is_mark(&tokens[i], article))?;
    if let Some(found) = according_to(article, tokens, lead) {
        return Some(found);
    }
    // A new clause ends the search: what is said there is another matter.
    let clause = (lead..end)
        .find(|&i| i > lead && tokens[i].span.of(&article.text) == ".")
        .unwrap_or(end);
    let cue = (lead..clause).find(|&i| is_cue(&tokens[i]))?;
    let subject = if cue == lead {
        forward(article, tokens, cue + 1, tokens.len())
    } else {
        speaker(article, sentence, lead, cue)
    };
    Some(Attribution {
        cue: tokens[cue].span,
        speaker: subject,
    })
}

/// The attribution before a quote: the last reporting verb of its sentence, close to it.
fn before(
    article: &Article,
    sentences: &[Sentence],
    span: Span,
    from: usize,
) -> Option<Attribution> {
    let at = sentences.partition_point(|s| s.syntax.span.end <= span.start);
    let sentence = match sentences.get(at) {
        Some(s) if s.syntax.span.start < span.start => &s.syntax,
        // "The mayor said:" may be a sentence, or a line, of its own.
        _ => &sentences[at.checked_sub(1)?].syntax,
    };
    let gap = article
        .text
        .get(sentence.span.end..span.start)
        .unwrap_or("");
    let introduces = article.text[..sentence.span.end].ends_with(':') && gap.trim().is_empty();
    if sentence.span.end <= span.start && !introduces {
        return None;
    }
    let tokens = &sentence.tokens;
    let start = tokens.partition_point(|t| t.span.start < from);
    let end = tokens.partition_point(|t| t.span.end <= span.start);
    let lead = (start..end).find(|&i| !is_mark(&tokens[i], article))?;
    if let Some(found) = according_to(article, tokens, lead) {
        return Some(found);
    }
    let cue = (end.saturating_sub(MAX_BEFORE).max(lead)..end)
        .rev()
        .find(|&i| is_cue(&tokens[i]))?;
    let speaker = speaker(article, sentence, lead, cue);
    Some(Attribution {
        cue: tokens[cue].span,
        speaker,
    })
}

/// The subject of a reporting verb that stands before it: the tree's, else the nominal words next to it.
///
/// Of a participle ("…, warning that it would “pay a price”") it is the subject of the clause that it hangs on.
fn speaker(
    article: &Article,
    sentence: &gainsay_syntax::Sentence,
    lead: usize,
    cue: usize,
) -> Option<Span> {
    if sentence.tokens[cue].xpos == Xpos::Vbg {
        return std::iter::once(cue)
            .chain(sentence.ancestors(cue))
            .find_map(|verb| subject(article, sentence, verb, 0));
    }
    subject(article, sentence, cue, lead).or_else(|| backward(article, &sentence.tokens, lead, cue))
}

/// The subject that the tree gives a verb, if it stands before the verb in this stretch, with the nominal words around
/// it: the name whole, without its apposition.
fn subject(
    article: &Article,
    sentence: &gainsay_syntax::Sentence,
    cue: usize,
    lead: usize,
) -> Option<Span> {
    let tokens = &sentence.tokens;
    let head = sentence
        .child(cue, &[Deprel::Nsubj])
        .filter(|h| (lead..cue).contains(h))?;
    let first = (lead..head)
        .rev()
        .take_while(|&i| is_nominal(&tokens[i], article))
        .last()
        .unwrap_or(head);
    let last = (head..cue)
        .take_while(|&i| is_nominal(&tokens[i], article))
        .filter(|&i| is_head(&tokens[i]))
        .last()
        .unwrap_or(head);
    Some(tokens[first].span.cover(tokens[last].span))
}

/// "according to the mayor".
fn according_to(article: &Article, tokens: &[Token], lead: usize) -> Option<Attribution> {
    let word = |i: usize| tokens.get(i).map_or("", |t| t.span.of(&article.text));
    (word(lead).eq_ignore_ascii_case("according") && word(lead + 1) == "to").then(|| Attribution {
        cue: tokens[lead].span.cover(tokens[lead + 1].span),
        speaker: forward(article, tokens, lead + 2, tokens.len()),
    })
}

/// The noun phrase that begins at `start`: up to the first comma, verb, adverb, day or preposition but "of" and "for".
fn forward(article: &Article, tokens: &[Token], start: usize, end: usize) -> Option<Span> {
    let stop = (start..end)
        .find(|&i| !is_nominal(&tokens[i], article))
        .unwrap_or(end);
    let last = (start..stop).rev().find(|&i| is_head(&tokens[i]))?;
    Some(tokens[start].span.cover(tokens[last].span))
}

/// The noun phrase that ends before the verb `cue`; of "Jane Doe, the mayor, said" the name.
fn backward(article: &Article, tokens: &[Token], start: usize, cue: usize) -> Option<Span> {
    let last = (start..cue).rev().find(|&i| is_head(&tokens[i]))?;
    let first = (start..=last)
        .rev()
        .take_while(|&i| is_nominal(&tokens[i], article))
        .last()?;
    let phrase = tokens[first].span.cover(tokens[last].span);
    let apposed = tokens[last + 1..cue]
        .iter()
        .any(|t| t.span.of(&article.text) == ",");
    let comma = first
        .checked_sub(1)
        .filter(|&i| i > start && tokens[i].span.of(&article.text) == ",");
    match comma {
        Some(comma) if apposed => backward(article, tokens, start, comma).or(Some(phrase)),
        _ => Some(phrase),
    }
}

fn is_cue(token: &Token) -> bool {
    matches!(token.upos, Upos::Verb | Upos::Aux) && CUES.contains(token.lemma.as_str())
}

fn is_mark(token: &Token, article: &Article) -> bool {
    token.upos == Upos::Punct || !token.span.of(&article.text).contains(char::is_alphanumeric)
}

fn is_head(token: &Token) -> bool {
    matches!(
        token.upos,
        Upos::Noun | Upos::Propn | Upos::Pron | Upos::Num
    )
}

/// Whether a token can stand inside the name of a speaker.
fn is_nominal(token: &Token, article: &Article) -> bool {
    let word = token.span.of(&article.text);
    match token.upos {
        Upos::Propn | Upos::Noun => !is_day(word),
        Upos::Pron | Upos::Det | Upos::Adj | Upos::Num | Upos::Part => true,
        Upos::Adp => matches!(word, "of" | "for"),
        Upos::Punct => matches!(word, "-" | "."),
        Upos::Adv
        | Upos::Aux
        | Upos::Cconj
        | Upos::Intj
        | Upos::Sconj
        | Upos::Sym
        | Upos::Verb
        | Upos::X => false,
    }
}

/// "the mayor said Monday": the day is no part of the name.
fn is_day(word: &str) -> bool {
    calendar::weekdays().contains(&word) || matches!(word, "yesterday" | "today" | "tonight")
}

#[cfg(test)]
mod tests {
    use crate::article::Article;
    use crate::document::analyze;

    #[test]
    fn speakers_around_quotes() {
        let cases = [
            ("“We left early,” the mayor said.", "the mayor", "said"),
            (
                "“We left early,” said Jane Doe, the mayor.",
                "Jane Doe",
                "said",
            ),
            (
                "“We left early,” Jane Doe, the mayor, said.",
                "Jane Doe",
                "said",
            ),
            (
                "“We left early,” the mayor told reporters.",
                "the mayor",
                "told",
            ),
            ("The mayor said: “We left early.”", "The mayor", "said"),
            ("Jane Doe said, \"We left early.\"", "Jane Doe", "said"),
            (
                "The train “left early,” according to the mayor.",
                "the mayor",
                "according to",
            ),
            ("“We left early,” he added on Monday.", "he", "added"),
            (
                "The ferry “Solvei” left with 40 people on board, said the café.",
                "the café",
                "said",
            ),
            ("“We left early” , she said .", "she", "said"),
            (
                "The harbour closed on Monday, adding that late boats would “pay a price”.",
                "The harbour",
                "adding",
            ),
        ];
        for (text, speaker, cue) in cases {
            let article = Article::plain("a1", text);
            let document = analyze(&article);
            let quote = &document.quotes[0];
            assert_eq!(quote.speaker.map(|s| s.of(text)), Some(speaker), "{text}");
            assert_eq!(quote.cue.map(|s| s.of(text)), Some(cue), "{text}");
        }
    }

    #[test]
    fn a_quote_that_follows_has_the_same_speaker() {
        let text = "“We left early,” said Jane Doe. “We came back late.”\nThe “old bridge” stood.";
        let article = Article::plain("a1", text);
        let quotes = analyze(&article).quotes;
        let speakers: Vec<_> = quotes
            .iter()
            .map(|q| q.speaker.map(|s| s.of(text)))
            .collect();
        assert_eq!(speakers, [Some("Jane Doe"), Some("Jane Doe"), None]);
    }
}
