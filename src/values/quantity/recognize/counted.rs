//! The noun that a number counts: "22 goals", "eight straight World Cups", "24 dead", "three other rifles".

use super::super::unit::{Noun, Unit, by_surface};
use super::context::{Context, is_common_noun, is_plural, is_proper};
use gainsay_syntax::{Token, Upos, Xpos};

/// A noun phrase after a number.
pub(super) struct CountedNoun {
    /// Offset after its head.
    pub(super) end: usize,
    /// Whether its head is a plural, or an adjective that stands for people ("24 dead").
    pub(super) plural: bool,
    noun: Noun,
}

impl CountedNoun {
    /// The counted noun, or the measure that it is: "517 rushing yards".
    pub(super) fn unit(self) -> Unit {
        match by_surface(&self.noun.lemma) {
            Some(measure) => Unit::Measure(measure),
            None => Unit::Counted(self.noun),
        }
    }
}

/// Adjectives and participles that stand for people after a number.
const PEOPLE: [&str; 8] = [
    "dead", "injured", "wounded", "missing", "killed", "hurt", "homeless", "arrested",
];

/// The noun phrase that begins after `offset` (after a blank or a hyphen), with or without "of the" before it.
pub(super) fn noun_after(context: &Context, offset: usize) -> Option<CountedNoun> {
    let after = context.after(offset);
    let hyphen = after.starts_with('-');
    let skipped = if hyphen {
        1
    } else {
        after.len() - after.trim_start_matches([' ', '\u{a0}']).len()
    };
    if skipped == 0 || skipped > 2 {
        return None;
    }
    let mut at = context.token_from(offset + skipped);
    while context
        .token(at)
        .is_some_and(|t| is_opener(context.form(t)))
    {
        at += 1;
    }
    if let Some(token) = context
        .token(at)
        .filter(|t| PEOPLE.contains(&context.form(t).to_lowercase().as_str()))
    {
        let next = context.token(at + 1);
        if next.is_none_or(|t| !is_common_noun(t)) {
            let noun = Noun::plain(context.form(token));
            return Some(CountedNoun {
                end: token.span.end,
                plural: true,
                noun,
            });
        }
    }
    phrase(context, at)
}

/// "of the", "of his": what stands between a number and the noun it takes a part of.
fn is_opener(form: &str) -> bool {
    [
        "of", "the", "his", "her", "its", "their", "our", "my", "these", "those", "all",
    ]
    .contains(&form)
}

/// The run of adjectives and nouns from token `first` on: its head is the first plural, else the last noun.
fn phrase(context: &Context, first: usize) -> Option<CountedNoun> {
    let mut head = None;
    let mut end = first;
    while let Some(token) = context
        .token(end)
        .filter(|t| continues(context, t, head.is_some()))
    {
        if end > first
            && context.text[context.token(end - 1)?.span.end..token.span.start].contains('\n')
        {
            break;
        }
        if is_common_noun(token) || is_proper(token) {
            head = Some(end);
            let closes =
                is_plural(token) && !context.token(end + 1).is_some_and(is_proper_plural_or_noun);
            if closes {
                break;
            }
        }
        end += 1;
    }
    let head = head?;
    let token = context.token(head)?;
    let modifiers = (first..head)
        .filter_map(|i| context.token(i))
        .filter(|t| narrows(t))
        .map(|t| t.lemma.to_lowercase());
    let noun = Noun {
        lemma: token.lemma.to_lowercase(),
        modifiers: modifiers.collect(),
    };
    Some(CountedNoun {
        end: token.span.end,
        plural: is_plural(token),
        noun,
    })
}

/// A plural goes on with another noun only where the tagger is sure: "sales executives".
fn is_proper_plural_or_noun(token: &Token) -> bool {
    token.xpos == Xpos::Nns
}

/// Whether a token may stand inside a counted noun phrase.
fn continues(context: &Context, token: &Token, _after_noun: bool) -> bool {
    match token.xpos {
        Xpos::Jj
        | Xpos::Jjr
        | Xpos::Jjs
        | Xpos::Nn
        | Xpos::Nns
        | Xpos::Nnp
        | Xpos::Nnps
        | Xpos::Vbn
        | Xpos::Vbg
        | Xpos::Hyph => true,
        _ => context.form(token) == "-" || token.upos == Upos::Adj,
    }
}

/// Whether a token of the phrase narrows the noun down; participles and hyphens do not.
fn narrows(token: &Token) -> bool {
    matches!(
        token.xpos,
        Xpos::Jj | Xpos::Jjr | Xpos::Jjs | Xpos::Nn | Xpos::Nns | Xpos::Nnp | Xpos::Nnps
    )
}
