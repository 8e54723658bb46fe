//! From sentences to times: pieces, atoms by families of rules, neighbours joined, then each led back to its anchor.

mod anchor;
mod atom;
mod choose;
mod dates;
mod dayparts;
mod holidays;
mod hours;
mod join;
mod lengths;
mod lexicon;
mod line;
mod numbers;
mod periods;
mod phrases;
mod posted;
mod ranges;
mod sets;
mod shifts;
mod steps;
mod tense;
mod years;

use super::Time;
use crate::article::Article;
use crate::document::Document;
use crate::values::Mention;
use crate::values::cut::Cut;
use anchor::Anchor;
use atom::Atom;
use lexicon::Leads;
pub(in crate::values) use lexicon::{Entry, Word, look_up};
use line::Line;

/// The times that an article states, in text order.
pub fn recognize(article: &Article, document: &Document, cut: &Cut) -> Vec<Mention<Time>> {
    let day = article.date.or_else(|| posted::day(article, document, cut));
    let lines: Vec<(usize, Line)> = lines(article, document, cut).collect();
    // Step by step for all lines: the rules of one step stay in the processor's cache.
    let atoms: Vec<Vec<Atom>> = lines.iter().map(|(_, line)| atoms(line)).collect();
    let joined = lines.iter().zip(atoms);
    let joined: Vec<Vec<Atom>> = joined
        .map(|((_, line), atoms)| join::join(line, atoms))
        .collect();
    let mut anchor = Anchor::new(day);
    let mut mentions = Vec::new();
    for ((index, line), atoms) in lines.iter().zip(&joined) {
        let times = anchor.times(line, atoms);
        mentions.extend(atoms.iter().zip(times).map(|(atom, time)| Mention {
            span: line.span(atom.start, atom.end),
            sentence: *index,
            value: time,
        }));
    }
    mentions
}

/// The sentences that may tell a time, and their indices.
fn lines<'a>(
    article: &'a Article,
    document: &'a Document,
    cut: &'a Cut,
) -> impl Iterator<Item = (usize, Line<'a>)> {
    let sentences = document.sentences.iter().enumerate();
    sentences.filter_map(|(index, sentence)| {
        let pieces = cut.sentence(index);
        let line = || Line::new(&article.text, &sentence.syntax, pieces);
        pieces.cue.then(|| (index, line()))
    })
}

/// The atoms of a line, none overlapping, in order.
fn atoms(line: &Line) -> Vec<Atom> {
    let mut found: Vec<Atom> = Vec::new();
    let mut i = 0;
    while i < line.pieces.len() {
        match longest(line, i) {
            Some(atom) => {
                i = atom.end.max(i + 1);
                // A rule may reach back over "the": it never reaches into the atom before.
                let floor = found.last().map_or(0, |last| last.end);
                let start = atom.start.max(floor);
                let second = ranges::second_end(line, &atom);
                found.push(atom.from(start));
                if let Some(second) = second {
                    i = second.end;
                    found.push(second);
                }
            }
            None => i += 1,
        }
    }
    found
}

/// What the rules of all families find at a piece; the longest wins, the first among equals.
fn longest(line: &Line, i: usize) -> Option<Atom> {
    let piece = &line.pieces[i].entry;
    if piece.holidays
        && let Some(day) = holidays::holiday(line, i)
    {
        return Some(day);
    }
    let phrase: &[Family] = match piece.leads {
        Leads::Nowhere | Leads::FromArticle => return None,
        Leads::AsArticle if !line.follows_article(i + 1) => return None,
        Leads::AsArticle | Leads::ToRules => &[],
        Leads::ToPhrases => &[phrases::phrase],
    };
    let mut best: Option<Atom> = None;
    for family in families(piece.word).iter().chain(phrase) {
        if let Some(atom) = family(line, i)
            && best.as_ref().is_none_or(|best| best.end < atom.end)
        {
            best = Some(atom);
        }
    }
    best
}

/// A rule, or several that look alike, for the times that begin at a piece.
type Family = fn(&Line, usize) -> Option<Atom>;

/// The families that know times which begin with a word of that class.
fn families(word: Word) -> &'static [Family] {
    match word {
        Word::Digits(..) => &[
            periods::period,
            ranges::first_end,
            hours::hour,
            dates::date,
            lengths::length,
        ],
        Word::Cardinal(_) => &[ranges::first_end, hours::hour, dates::date, lengths::length],
        Word::Ordinal(_) => &[periods::period, dates::date, lengths::length],
        Word::Plain => &[periods::period, hours::hour, sets::set, lengths::length],
        Word::Unit(_) => &[
            shifts::shift,
            periods::period,
            hours::hour,
            lengths::bare_units,
        ],
        Word::Units(_) => &[lengths::bare_units],
        Word::Deictic(_) => &[shifts::shift],
        Word::Shift(_) => &[shifts::shift, periods::period],
        Word::Weekday(_)
        | Word::ShortWeekday(_)
        | Word::Weekdays(_)
        | Word::Month(_)
        | Word::ShortMonth(_)
        | Word::DecadeName(_) => &[dates::date],
        Word::Season(_) | Word::Weekend => &[periods::period],
        Word::Part(_) | Word::Noon(_) | Word::Tonight => &[hours::hour],
        Word::Parts(_) | Word::Weekends | Word::Repeated(_) => &[sets::set],
        Word::Mark(b'\'') => &[dates::date, lengths::length],
        Word::Mark(_) | Word::Half | Word::Scale(_) => &[lengths::length],
        Word::Nothing | Word::Fortnight | Word::Seasons(_) => &[],
    }
}
