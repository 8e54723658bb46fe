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
mod lone_hours;
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
pub(in crate::values) use lexicon::{Entry, Leads, Word, words};
use line::{Inner, Line};

/// The times that an article states, in text order.
pub fn recognize(article: &Article, document: &Document, cut: &Cut) -> Vec<Mention<Time>> {
    let inner = Inner::default();
    let day = article
        .date
        .or_else(|| posted::day(article, document, cut, &inner));
    // Step by step for all lines: the rules of one step stay in the processor's cache.
    let mut found = Vec::new();
    let mut told = Vec::new();
    for (index, line) in lines(article, document, cut, &inner) {
        let before = found.len();
        atoms(&line, &mut found);
        if found.len() > before {
            told.push((index, line, found.len() - before));
        }
    }
    let mut joined = Vec::with_capacity(found.len());
    let mut found = found.into_iter();
    for (_, line, atoms) in &mut told {
        let before = joined.len();
        join::join(line, found.by_ref().take(*atoms), &mut joined);
        *atoms = joined.len() - before;
    }
    let mut anchor = Anchor::new(day);
    let mut mentions = Vec::with_capacity(joined.len());
    let mut rest = joined.as_slice();
    for (index, line, atoms) in &told {
        let (atoms, others) = rest.split_at(*atoms);
        anchor.tell(line, *index, atoms, &mut mentions);
        rest = others;
    }
    mentions
}

/// The sentences that may tell a time, and their indices.
fn lines<'a>(
    article: &'a Article,
    document: &'a Document,
    cut: &'a Cut,
    inner: &'a Inner,
) -> impl Iterator<Item = (usize, Line<'a>)> {
    let sentences = document.sentences.iter().enumerate();
    sentences.filter_map(move |(index, sentence)| {
        let pieces = cut.sentence(index);
        let line = || Line::new(&article.text, &sentence.syntax, pieces, inner);
        pieces.cue.then(|| (index, line()))
    })
}

/// Adds the atoms of a line, none overlapping, in order.
fn atoms(line: &Line, found: &mut Vec<Atom>) {
    // The piece after the last atom: a rule may reach back over "the", but never into the atom before.
    let mut floor = 0;
    let mut next = 0;
    for i in line.leading() {
        if i < next {
            continue;
        }
        if let Some(atom) = longest(line, i) {
            let start = atom.start.max(floor);
            let second = ranges::second_end(line, &atom);
            (floor, next) = (atom.end, atom.end.max(i + 1));
            found.push(atom.from(start));
            if let Some(second) = second {
                (floor, next) = (second.end, second.end);
                found.push(second);
            }
        }
    }
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
        Leads::AsArticle => {
            let goes_on = line.follows_article(i + 1);
            return goes_on.then(|| lengths::length(line, i)).flatten();
        }
        Leads::ToRules => &[],
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
