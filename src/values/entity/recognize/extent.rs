//! How far a name goes: capital words with particles, hyphens and "of" between them.

use gainsay_syntax::Upos;

use super::Scene;
use crate::values::entity::lexicon;
use crate::values::naming::{countries, is_capitalized, is_name};
use crate::values::number;

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

pub(super) fn is_name_at(scene: &Scene, i: usize) -> bool {
    i < scene.len() && is_name(scene.text, scene.sentence, i)
}

/// Whether a name may begin with a token of that tag: the cheapest question, asked of every token.
#[inline]
pub(super) fn may_begin(tag: Upos) -> bool {
    matches!(tag, Upos::Propn | Upos::X | Upos::Adj)
}

/// A name begins with a name word, or with an adjective before one: "Korean Central News Agency".
fn begins(scene: &Scene, i: usize) -> bool {
    if !is_capitalized(scene.word(i)) || number::is_number_word(scene.word(i)) {
        return false;
    }
    let adjective = |i: usize| {
        let first = i == 0 && countries::by_adjective(scene.word(i)).is_none();
        !first && scene.sentence.tokens[i].upos == Upos::Adj && is_capital_word(scene, i)
    };
    is_name_at(scene, i) || (i < scene.len() && adjective(i) && is_capital_word(scene, i + 1))
}

/// A capital word that the tagger may take for an adjective or noun inside a name: "Central", "Agency".
fn is_capital_word(scene: &Scene, i: usize) -> bool {
    is_capitalized(scene.word(i))
        && matches!(
            scene.sentence.tokens[i].upos,
            Upos::Propn | Upos::Adj | Upos::Noun | Upos::X
        )
}

/// How many tokens from `end` on belong to the name, too.
fn step(scene: &Scene, start: usize, end: usize) -> usize {
    let is_name = |i: usize| is_name_at(scene, i);
    let next = scene.word(end);
    if is_capital_word(scene, end) {
        1
    } else if (matches!(next, "'s" | "’s") && lexicon::is_organization_head(scene.word(end + 1)))
        || (next == "-" && glued(scene, end))
        || (lexicon::is_particle(next) && is_name(end + 1))
    {
        2
    } else if lexicon::is_particle(next)
        && (lexicon::is_particle(scene.word(end + 1)) || scene.word(end + 1) == "-")
        && is_name(end + 2)
    {
        3
    } else if matches!(next, "of" | "for" | "and" | "on" | "&") && continues(scene, start, end) {
        if is_name(end + 1) { 2 } else { 3 }
    } else {
        0
    }
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
}

/// Whether a name of an organization goes on after "of": "Ministry of Defence", "University of the Arts".
fn continues(scene: &Scene, start: usize, joint: usize) -> bool {
    let is_name = |i: usize| i < scene.len() && is_capital_word(scene, i);
    let last = scene.word(joint - 1);
    let body = lexicon::is_organization_head(last)
        || matches!(
            last,
            "House" | "Bank" | "Secretary" | "Chief" | "Director" | "Doctors" | "Justice"
        );
    let of = is_name(joint + 1) || (scene.word(joint + 1) == "the" && is_name(joint + 2));
    match scene.word(joint) {
        "of" => body && of,
        "for" | "on" => lexicon::is_organization_head(last) && of,
        "&" => is_name(joint + 1),
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
