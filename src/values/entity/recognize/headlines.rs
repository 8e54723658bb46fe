//! Names in headlines and headings in title case: only those that the running text gives, too.
//!
//! Where every word has a capital, no capital tells a name from a verb: "Kim Jong Un Meets Putin" is one run of
//! capital words. Such a line names whom the text below it names, and gives nobody a name of its own.

use gainsay_syntax::Upos;

use super::draft::Draft;
use super::link::{Linked, is_short};
use crate::article::BlockKind;
use crate::values::Mention;
use crate::values::entity::Kind;
use crate::values::entity::names;
use crate::values::naming::acts;
use crate::values::scene::Scene;

/// The most tokens that a name is looked for in.
const LONGEST: usize = 8;

/// Whether a line is a headline whose content words all have capitals: "Police Arrest Three", not "Police arrest three".
pub(super) fn is_title_case(scene: &Scene, kind: BlockKind) -> bool {
    let heads = match kind {
        BlockKind::Headline | BlockKind::Heading(_) => true,
        BlockKind::Paragraph
        | BlockKind::Item
        | BlockKind::Cell
        | BlockKind::Caption
        | BlockKind::Code
        | BlockKind::Furniture => false,
    };
    heads
        && scene.sentence.tokens.iter().enumerate().all(|(i, token)| {
            let small = scene.word(i).starts_with(char::is_lowercase);
            let tells = matches!(
                token.upos,
                Upos::Noun | Upos::Propn | Upos::Verb | Upos::Adj | Upos::Adv
            );
            // "Jong-un", "Won't"
            let inside = i > 0 && scene.sentence.tokens[i - 1].span.end == token.span.start;
            !(small && tells) || inside
        })
}

/// What a line in title case can tell of itself: roles, groups and governments, but no names.
pub(super) fn is_told(kind: Kind) -> bool {
    match kind {
        Kind::Role | Kind::Group | Kind::Government => true,
        Kind::Person | Kind::Organization | Kind::Other => false,
    }
}

/// The mentions in such a line of entities that the text names; longer names come first.
///
/// "Kim Jong Un Meets Putin" above a text on Kim Jong Un and Vladimir Putin mentions both.
pub(super) fn mentions(scene: &Scene, known: &Linked) -> Vec<Mention<usize>> {
    let bearers = bearers(known);
    let mut found = Vec::new();
    let mut i = 0;
    while i < scene.len() {
        let next = (i + 1..=scene.len().min(i + LONGEST))
            .rev()
            .find_map(|end| Some((end, bearer(scene, (i, end), known, &bearers)?)));
        i = match next {
            Some((end, entity)) => {
                found.push(Mention {
                    span: scene.span((i, end)),
                    sentence: scene.index,
                    value: entity,
                });
                end
            }
            None => i + 1,
        };
    }
    found
}

/// The entities that have mentions, in the order of these, those that bear no name left out.
pub(super) fn bearers(known: &Linked) -> Vec<usize> {
    let mut seen = vec![false; known.entities.len()];
    let mentioned = known.mentions.iter().map(|mention| mention.value);
    let first = mentioned.filter(|&at| !std::mem::replace(&mut seen[at], true));
    let named = first.filter(|&at| match known.entities[at].draft.kind {
        Kind::Person | Kind::Organization | Kind::Other | Kind::Government => true,
        Kind::Role | Kind::Group => false,
    });
    named.collect()
}

/// The only one of these entities that those tokens name.
pub(super) fn bearer(
    scene: &Scene,
    (start, end): (usize, usize),
    known: &Linked,
    bearers: &[usize],
) -> Option<usize> {
    if !scene.is_capitalized(start) {
        return None;
    }
    let initials = (start..end).fold(0, |set, i| set | names::initials(scene.word(i)));
    let entities = &known.entities;
    let alike = |at: &&usize| entities[**at].may_be(initials);
    let mut alike = bearers.iter().filter(alike).peekable();
    alike.peek()?;
    let name = Draft::called(&scene.words((start, end)), Kind::Other);
    let mut bearers = alike.filter(|&&at| bears(scene, end, &entities[at].draft, &name));
    let first = *bearers.next()?;
    let only = bearers.all(|&other| entities[other].draft.name == entities[first].draft.name);
    only.then_some(first)
}

fn bears(scene: &Scene, end: usize, bearer: &Draft, name: &Draft) -> bool {
    let key = name.key();
    let spelled = || {
        let mut aliases = bearer.aliases.iter();
        bearer.key() == key || aliases.any(|alias| alias.letters().key == key)
    };
    !key.is_empty()
        && (spelled() || is_short(name, bearer))
        && (bearer.kind != Kind::Government || acts(scene.sentence, end - 1))
}
