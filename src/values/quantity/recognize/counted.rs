//! The noun that a number counts: "22 goals", "eight straight World Cups", "24 dead", "three other rifles".

use super::super::table::by_surface;
use super::super::unit::{Noun, Unit};
use super::WORDS;
use super::context::{Context, blanks, is_common_noun, is_plural, is_proper};
use crate::lexicon::lower;
use gainsay_syntax::{Token, Xpos};

/// A noun phrase after a number; the noun itself is made where it is asked for, since most askers only look for one.
#[derive(Clone, Copy)]
pub(super) struct CountedNoun {
    /// Offset after its head.
    pub(super) end: usize,
    /// Whether its head is a plural, or an adjective that stands for people ("24 dead").
    pub(super) plural: bool,
    said: Said,
}

/// The words of a counted noun.
#[derive(Clone, Copy)]
enum Said {
    /// The tokens from the first to the head.
    Phrase(usize, usize),
    /// The lemma of one token.
    Token(usize),
    /// An adjective for people.
    People(&'static str),
}

impl CountedNoun {
    fn new(end: usize, plural: bool, said: Said) -> Self {
        Self { end, plural, said }
    }

    /// The counted noun, or the measure that it is: "517 rushing yards"; what narrows it down comes before its own
    /// modifiers: "the top three seeds" counts top seeds.
    pub(super) fn unit(self, context: &Context, narrowed: Option<&str>) -> Unit {
        let mut noun = match self.said {
            Said::Phrase(first, head) => noun(context, first, head),
            Said::Token(at) => Noun::plain(context.token(at).map_or("", |t| &t.lemma)),
            Said::People(form) => Noun::plain(form),
        };
        if let Some(measure) = by_surface(&noun.lemma) {
            return Unit::Measure(measure);
        }
        if let Some(modifier) = narrowed {
            noun.modifiers.insert(0, modifier.to_lowercase());
        }
        Unit::Counted(noun)
    }
}

/// The noun that `offset` is followed by: a phrase after a blank ("of the" may open it), one noun after a hyphen.
pub(super) fn noun_after(context: &Context, offset: usize) -> Option<CountedNoun> {
    context
        .found
        .nouns
        .at(offset, || read_noun(context, offset))
}

fn read_noun(context: &Context, offset: usize) -> Option<CountedNoun> {
    let after = context.after(offset);
    if after.starts_with('-') {
        return hyphened(context, context.token_from(offset + 1));
    }
    let skipped = blanks(after);
    if skipped == 0 || skipped > 2 {
        return None;
    }
    let first = context.token_from(offset + skipped);
    let mut at = first;
    while context
        .token(at)
        .is_some_and(|t| is_opener(context.form(t)))
    {
        at += 1;
    }
    if first == at {
        if let Some(priced) = priced(context, at) {
            let whole = phrase(context, priced)?;
            return Some(CountedNoun {
                end: offset,
                ..whole
            });
        }
        return people(context, at).or_else(|| phrase(context, at));
    }
    if at == first + 1 && is_left_out(context, at) {
        return None;
    }
    if let Some(number) = numbered(context, at) {
        // "four of its six lanes" are lanes, but the six are told on their own.
        let whole = phrase(context, number + 1)?;
        return Some(CountedNoun {
            end: offset,
            ..whole
        });
    }
    people(context, at).or_else(|| part(context, at))
}

/// The token behind a sum that tells what each of the counted costs: "two $1,000 prizes" are prizes.
fn priced(context: &Context, at: usize) -> Option<usize> {
    let is = |at: usize, xpos: Xpos| context.token(at).is_some_and(|t| t.xpos == xpos);
    let noun = |t: &Token| is_common_noun(t) && is_plural(t);
    let priced = is(at, Xpos::Dollar) && is(at + 1, Xpos::Cd);
    (priced && context.token(at + 2).is_some_and(noun)).then_some(at + 2)
}

/// "One count of theft and four of fraud": behind "of" stands what the noun that is left out is of, not what is counted.
fn is_left_out(context: &Context, at: usize) -> bool {
    let form = |at: usize| context.token(at).map_or("", |t| context.form(t));
    let number = at.checked_sub(2).and_then(|at| context.token(at));
    let exact = number.is_some_and(|t| t.xpos == Xpos::Cd);
    let whole = phrase(context, at);
    form(at - 1) == "of"
        && exact
        && whole.is_some_and(|noun| !noun.plural)
        && !form(at).starts_with(char::is_uppercase)
}

/// "six-cylinder engine" counts cylinders, "three-point range" points; "five-star", "two-way" and "third-round" too.
fn hyphened(context: &Context, at: usize) -> Option<CountedNoun> {
    let letters = |t: &&Token| context.form(t).starts_with(char::is_alphabetic);
    let token = context
        .token(at)
        .filter(|t| is_common_noun(t))
        .filter(letters)?;
    let plural = is_plural(token);
    Some(CountedNoun::new(token.span.end, plural, Said::Token(at)))
}

/// "24 dead", "15 injured", unless a noun follows: "two dead birds".
fn people(context: &Context, at: usize) -> Option<CountedNoun> {
    let token = context.token(at)?;
    let form = lower(context.form(token));
    if !WORDS.has("state", &form) {
        return None;
    }
    let people = WORDS.words("state").iter().find(|&&p| p == form)?;
    let noun_follows = context.token(at + 1).is_some_and(is_common_noun);
    (!noun_follows).then(|| CountedNoun::new(token.span.end, true, Said::People(people)))
}

/// "of the", "of his": what stands between a number and the noun it takes a part of.
fn is_opener(form: &str) -> bool {
    matches!(
        form,
        "of" | "the" | "his" | "her" | "its" | "their" | "our" | "my" | "these" | "those" | "all"
    )
}

/// The number of the whole that a part is taken of, "six lanes", be it somebody's: "of the train's 78 cars".
fn numbered(context: &Context, first: usize) -> Option<usize> {
    let is = |at: usize, xpos: Xpos| context.token(at).is_some_and(|t| t.xpos == xpos);
    if is(first, Xpos::Cd) {
        return Some(first);
    }
    let owner = context.token_from(phrase(context, first)?.end);
    (is(owner, Xpos::Pos) && is(owner + 1, Xpos::Cd)).then_some(owner + 1)
}

/// The noun that a part is taken of; what a possessive leads to: "one of the world's busiest lanes" counts lanes.
fn part(context: &Context, first: usize) -> Option<CountedNoun> {
    let whole = phrase(context, first)?;
    let after = context.token_from(whole.end);
    let owned = context.token(after).is_some_and(|t| t.xpos == Xpos::Pos);
    if owned {
        part(context, after + 1).or(Some(whole))
    } else {
        Some(whole)
    }
}

/// The run of adjectives and nouns from token `first` on: its head is the first plural, else the last noun.
fn phrase(context: &Context, first: usize) -> Option<CountedNoun> {
    let mut head = None;
    let mut at = first;
    while let Some(token) = context.token(at).filter(|_| goes_on(context, first, at)) {
        if is_common_noun(token) || is_proper(token) || token.xpos == Xpos::Vbz {
            head = Some(at);
            let next_plural = context.token(at + 1).is_some_and(|t| t.xpos == Xpos::Nns);
            if (is_plural(token) && !next_plural) || token.xpos == Xpos::Vbz {
                break;
            }
        }
        at += 1;
    }
    let head = head?;
    let token = context.token(head)?;
    let deictic = context
        .token(first)
        .is_some_and(|t| ["last", "next"].contains(&context.form(t)));
    let said = Said::Phrase(first, head);
    (!deictic).then(|| CountedNoun::new(token.span.end, is_plural(token), said))
}

/// Whether the token at `at` may stand inside a counted noun phrase that begins at `first`.
fn goes_on(context: &Context, first: usize, at: usize) -> bool {
    let (Some(token), next) = (context.token(at), context.token(at + 1)) else {
        return false;
    };
    let on_one_line = at == first || {
        let previous = context.token(at - 1).map_or(0, |t| t.span.end);
        !context.text[previous..token.span.start].contains('\n')
    };
    let names_or_describes = |t: &Token| narrows(t) || t.xpos == Xpos::Vbn;
    let fits = match token.xpos {
        _ if narrows(token) => true,
        Xpos::Vbn | Xpos::Vbg | Xpos::Hyph => true,
        // "most spectacular", "highly trained"
        // and the "ever" of "biggest ever heists"
        Xpos::Rb | Xpos::Rbs => {
            let ever = at > first && context.token(at - 1).is_some_and(|t| t.xpos == Xpos::Jjs);
            let straight = context.form(token) == "straight";
            next.is_some_and(|t| {
                matches!(t.xpos, Xpos::Jj | Xpos::Vbn) || ever && narrows(t) || straight
            })
        }
        // "digital and physical sales", "Kia and Hyundai vehicles"
        Xpos::Cc => {
            let after_next = context.token(at + 2);
            at > first
                && context.token(at - 1).is_some_and(|t| !is_plural(t))
                && next.is_some_and(names_or_describes)
                && after_next.is_some_and(is_plural)
        }
        // "two new 737 Max jets"
        Xpos::Cd => at > first && (next.is_some_and(is_proper) || is_hyphen(context, at - 1)),
        // "six carries", "eight straight defeats": no verb in -s follows a number but one.
        Xpos::Vbz => is_noun_in_s(context, first, at),
        _ => is_hyphen(context, at),
    };
    fits && on_one_line
}

/// A noun that the tagger took for a verb.
fn is_noun_in_s(context: &Context, first: usize, at: usize) -> bool {
    let form = |i: usize| context.token(i).map_or("", |t| context.form(t));
    let number = first.checked_sub(1).and_then(|i| context.token(i));
    let many = number
        .is_some_and(|t| t.xpos == Xpos::Cd && !["one", "One", "1"].contains(&context.form(t)));
    many && (at == first || form(at - 1) == "straight")
        && form(at).ends_with('s')
        && form(at) != "is"
        && form(at) != "has"
}

fn is_hyphen(context: &Context, at: usize) -> bool {
    context.token(at).is_some_and(|t| context.form(t) == "-")
}

/// Whether a token of the phrase narrows the noun down; participles and hyphens do not.
fn narrows(token: &Token) -> bool {
    matches!(
        token.xpos,
        Xpos::Jj | Xpos::Jjr | Xpos::Jjs | Xpos::Nn | Xpos::Nns | Xpos::Nnp | Xpos::Nnps
    )
}

/// Whether an adjective may be a participle, which the tagger can hardly tell apart: "damaged", but not "red".
fn is_participle(token: &Token, form: &str) -> bool {
    token.xpos == Xpos::Jj && form.len() > 4 && form.ends_with("ed")
}

/// The noun with its modifiers; what a hyphen joins to it is part of it: "seven AK-47s".
fn noun(context: &Context, first: usize, head: usize) -> Noun {
    let mut modifiers = modifiers(context, first, head);
    let Some(token) = context.token(head) else {
        return Noun::plain("");
    };
    let mut lemma = lower(&token.lemma).into_owned();
    if let Some(joined) = modifiers.pop_if(|last| last.ends_with('-')) {
        let plural = is_plural(token) && lemma.len() > 2;
        lemma = joined + lemma.strip_suffix('s').filter(|_| plural).unwrap_or(&lemma);
    }
    Noun { lemma, modifiers }
}

/// The lemmas of what narrows the head down; words that a hyphen joins stay one: "first-team".
fn modifiers(context: &Context, first: usize, head: usize) -> Vec<String> {
    let mut modifiers: Vec<String> = Vec::new();
    let mut joined = false;
    for token in (first..head).filter_map(|i| context.token(i)) {
        let form = context.form(token);
        match modifiers.last_mut() {
            Some(last) if form == "-" => {
                last.push('-');
                joined = true;
            }
            Some(last) if joined => {
                last.push_str(&form.to_lowercase());
                joined = false;
            }
            _ if narrows(token) && !is_participle(token, form) || token.xpos == Xpos::Cd => {
                modifiers.push(lower(&token.lemma).into_owned());
            }
            _ => {}
        }
    }
    modifiers
}
