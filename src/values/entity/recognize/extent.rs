//! How far a name goes: capital words with particles, hyphens and "of" between them.

use gainsay_syntax::{Token, Upos};

use crate::lexicon::calendar;
use crate::values::entity::lexicon::{self, Part};
use crate::values::scene::Scene;

/// The token after the name that begins at `start`; `start` if none does.
pub(super) fn run_end(scene: &Scene, start: usize) -> usize {
    if !begins(scene, start) {
        return start;
    }
    let mut end = start + 1;
    loop {
        let step = step(scene, start, end);
        if step == 0 || end + step > scene.len() {
            return end;
        }
        end += step;
    }
}

/// Whether token `i` ends names of organizations: "Corp", "plc".
pub(super) fn is_head(scene: &Scene, i: usize) -> bool {
    match scene.row(i) {
        Some(row) => row.entity.head,
        None => lexicon::is(scene.word(i), Part::Head),
    }
}

/// Whether a name may begin with a token so tagged: the cheapest question, asked of every token.
#[inline]
pub(super) fn may_begin(token: &Token) -> bool {
    token.is_proper() || matches!(token.upos, Upos::X | Upos::Adj | Upos::Noun)
}

/// A name begins with a name word, or with an adjective before one: "Korean Central News Agency"; inside a clause with a
/// noun before one, too: "the Public Works Ministry".
fn begins(scene: &Scene, i: usize) -> bool {
    let Some(row) = scene.row(i).filter(|row| !row.entity.number) else {
        return false;
    };
    let adjective = || {
        let first = i == 0 && !row.naming.adjective;
        !first && scene.sentence.tokens[i].upos == Upos::Adj
    };
    let noun = || {
        let tokens = &scene.sentence.tokens;
        let inside = i > 0 && tokens[i - 1].upos != Upos::Punct;
        inside && tokens[i].upos == Upos::Noun && scene.is_name(i + 1)
    };
    scene.is_name(i)
        || joins_trades(scene, i, i + 1)
        || (adjective() && is_capital_word(scene, i + 1))
        || noun()
}

/// A capital word that the tagger may take for an adjective or noun inside a name: "Central", "Agency".
fn is_capital_word(scene: &Scene, i: usize) -> bool {
    scene.is_capitalized(i) && {
        let token = &scene.sentence.tokens[i];
        token.is_proper() || matches!(token.upos, Upos::Adj | Upos::Noun | Upos::X)
    }
}

/// How many tokens from `end` on belong to the name, too.
fn step(scene: &Scene, start: usize, end: usize) -> usize {
    if is_capital_word(scene, end) {
        return usize::from(!is_day_told(scene, end));
    }
    let next = scene.word(end);
    match next {
        "'s" | "’s" if is_head(scene, end + 1) => 2,
        "-" if glued(scene, end) => 2,
        "of" | "for" | "and" | "on" | "&" if continues(scene, start, end) => {
            if scene.word(end + 1) == "the" { 3 } else { 2 }
        }
        _ if scene.is_name(end + 1) && lexicon::is(next, Part::Particle) => 2,
        _ if scene.is_name(end + 2) && lexicon::is(next, Part::Particle) => {
            let second = scene.word(end + 1);
            if second == "-" || lexicon::is(second, Part::Particle) {
                3
            } else {
                0
            }
        }
        _ => 0,
    }
}

/// Whether the word after a name tells when something was done: "arrested Lena Orr Monday", but not "Sheffield Wednesday".
fn is_day_told(scene: &Scene, i: usize) -> bool {
    let word = scene.word(i);
    let dated = || {
        let next = scene.sentence.tokens.get(i + 1);
        next.is_some_and(|next| next.upos == Upos::Num)
    };
    let day = || {
        let named = lexicon::is(scene.word(i - 1), Part::WithDay) || is_capital_word(scene, i + 1);
        calendar::weekdays().contains(&word) && !named
    };
    calendar::is_calendar(word) && (dated() || day())
}

/// Whether the small word after a hyphen makes an adjective of the name before it: "Oslo-based", "EU-funded".
fn is_compound(word: &str) -> bool {
    let small = word.starts_with(|c: char| c.is_ascii_lowercase());
    small && (lexicon::is(word, Part::Joined) || (word.len() > 4 && word.ends_with("ed")))
}

/// Whether no space parts the hyphen from the words beside it: "Jong-un".
fn glued(scene: &Scene, hyphen: usize) -> bool {
    let tokens = &scene.sentence.tokens;
    hyphen + 1 < tokens.len()
        && tokens[hyphen - 1].span.end == tokens[hyphen].span.start
        && tokens[hyphen].span.end == tokens[hyphen + 1].span.start
        && matches!(
            tokens[hyphen + 1].upos,
            Upos::Propn | Upos::Noun | Upos::X | Upos::Verb
        )
        && !is_compound(scene.word(hyphen + 1))
}

/// Whether a name of an organization goes on after "of": "Ministry of Defence", "University of the Arts".
fn continues(scene: &Scene, start: usize, joint: usize) -> bool {
    let is_name = |i: usize| is_capital_word(scene, i);
    let last = scene.word(joint - 1);
    // "Norvane Holdings of Oslo" is called "Norvane Holdings".
    let traded = || start + 1 < joint && lexicon::is(&last.to_lowercase(), Part::Trade);
    let body = || {
        (is_head(scene, joint - 1) && (last == "Bank" || !traded()))
            || matches!(
                last,
                "House" | "Bank" | "Secretary" | "Chief" | "Director" | "Doctors" | "Justice"
            )
            // "Directorate General of Shipping"
            || (last == "General" && start + 1 < joint && is_head(scene, joint - 2))
    };
    let of = || is_name(joint + 1) || (scene.word(joint + 1) == "the" && is_name(joint + 2));
    match scene.word(joint) {
        "of" => of() && body(),
        "for" | "on" => of() && is_head(scene, joint - 1) && !traded(),
        "&" => is_name(joint + 1),
        _ if joins_trades(scene, start, joint) => true,
        // "Department of Health and Human Services", but not "Apple and Google".
        _ => {
            (start..joint).any(|i| scene.word(i) == "of")
                && is_name(joint + 1)
                && (start..joint).any(|i| {
                    matches!(
                        scene.word(i),
                        "Department" | "Ministry" | "Office" | "Bureau" | "Committee"
                    )
                })
        }
    }
}

/// Whether two plurals name one body with the word after them: "Plumbers and Fitters Fund", but not "Marlin and Tarn Fund".
fn joins_trades(scene: &Scene, start: usize, joint: usize) -> bool {
    let plural = |i: usize| is_capital_word(scene, i) && scene.word(i).ends_with('s');
    let both =
        start + 1 == joint && scene.word(joint) == "and" && plural(start) && plural(joint + 1);
    both && is_head(scene, joint + 2) && !is_head(scene, joint + 1)
}
