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
use anchor::Anchor;
use atom::Atom;
use lexicon::Leads;
use line::Line;

/// The times that an article states, in text order.
pub fn recognize(article: &Article, document: &Document) -> Vec<Mention<Time>> {
    let day = article.date.or_else(|| posted::day(article, document));
    let mut anchor = Anchor::new(day);
    let mut mentions = Vec::new();
    for (index, sentence) in document.sentences.iter().enumerate() {
        let line = Line::new(&article.text, &sentence.syntax);
        if !line.cue {
            continue;
        }
        let atoms = join::join(&line, atoms(&line));
        let times = anchor.times(&line, &atoms);
        for (atom, time) in atoms.iter().zip(times) {
            mentions.push(Mention {
                span: line.span(atom.start, atom.end),
                sentence: index,
                value: time,
            });
        }
    }
    mentions
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
    let piece = &line.pieces[i];
    if piece.holidays
        && let Some(day) = holidays::holiday(line, i)
    {
        return Some(day);
    }
    if piece.leads == Leads::Nowhere {
        return None;
    }
    let families = [
        shifts::shift,
        periods::period,
        ranges::first_end,
        hours::hour,
        dates::date,
        sets::set,
        lengths::length,
        lengths::bare_units,
        phrases::phrase,
    ];
    let found = families.into_iter().filter_map(|family| family(line, i));
    found.fold(None, |best: Option<Atom>, atom| match best {
        Some(best) if best.end >= atom.end => Some(best),
        _ => Some(atom),
    })
}
