//! Proposes every name that may be a place: names of the gazetteer, and unknown ones beside a word that types them.

use std::borrow::Cow;
use std::rc::Rc;

use gainsay_syntax::Span;

use super::borders::{begins_name, ends_name, is_common, is_nations, tagged_as_name};
use super::coasts::coast;
use super::compass;
use super::evidence::{evidence, is_doubtful};
use super::kinds::{Known, is_lands, of_that_kind};
use super::traits::bearing_at;
use super::typed::typed;
use super::{Candidate, Evidence};
use crate::document::Document;
use crate::lexicon::calendar::month;
use crate::lexicon::fold;
use crate::values::capitalized::Capitalized;
use crate::values::naming::people::Borne;
use crate::values::naming::{acts, are_spaced_singly};
use crate::values::place::gazetteer::{self, Lengths, Reading};
use crate::values::place::{Bearing, Kind};
use crate::values::scene::Scene;

/// All candidates of an article, in text order.
pub(super) fn candidates(
    text: &str,
    document: &Document,
    capitals: &Capitalized,
    borne: &Borne,
) -> Vec<Candidate> {
    let mut found = Vec::new();
    for index in 0..document.sentences.len() {
        let scene = Scene::new(text, document, capitals, index);
        let mut next = 0;
        for word in scene.capitals.all() {
            if word.token < next {
                continue;
            }
            next = propose(&scene, word.token, borne, &mut found);
        }
    }
    found
}

/// Whether token `i` follows a place and a comma: "Newton Street, Millom".
fn comma_parts(scene: &Scene, last: &Candidate, i: usize) -> bool {
    last.sentence == scene.index && last.tokens.1 + 1 == i && scene.is_mark(last.tokens.1, b',')
}

/// Adds the candidate that begins at token `i`, typed ("High Street", "Suka Makmur village") or known, and gives the
/// token to go on from. What was known and rejected is passed over: "Bedford" is no place inside "New Bedford".
fn propose(scene: &Scene, i: usize, borne: &Borne, found: &mut Vec<Candidate>) -> usize {
    if let Some(coast) = coast(scene, i) {
        let end = coast.tokens.1;
        found.push(coast);
        return end;
    }
    let typed = typed(scene, i);
    let known = known(scene, i).map(|known| of_that_kind(scene, i, known));
    let typed = typed.filter(|typed| !known.as_ref().is_some_and(|k| is_lands(typed, k)));
    let typed_end = typed.as_ref().map(|typed| typed.tokens.1);
    match (known, typed) {
        (Some((end, readings)), _) if typed_end.is_none_or(|typed_end| typed_end <= end) => {
            let last = found.last();
            let after_place = last.is_some_and(|last| comma_parts(scene, last, i));
            if let Some(candidate) = accept(scene, (i, end), readings, borne, after_place) {
                found.push(candidate);
            }
            end
        }
        (_, Some(typed)) => {
            let end = typed.tokens.1;
            found.push(typed);
            end
        }
        (_, None) => i + 1,
    }
}

/// The longest name of the gazetteer that begins at token `i`: the token after it, and what it may name.
fn known(scene: &Scene, i: usize) -> Option<Known> {
    let lengths = scene.row(i)?.place.lengths;
    let longest = lengths.most()?;
    let Ends { mut all, plain } = ends(scene, i, lengths, longest);
    let tokens = &scene.sentence.tokens;
    while let Some(more) = all.checked_ilog2() {
        let last = i + more as usize;
        let said = scene.slice(tokens[i].span.start, tokens[last].span.end);
        let readings = if opens_dateline(scene, i, said) {
            gazetteer::readings(&(said[..1].to_owned() + &tail(said).to_ascii_lowercase()))
        } else if plain >> more & 1 == 1 && !is_shouted(said) {
            gazetteer::readings(said)
        } else {
            let spaced_singly = are_spaced_singly(scene.text, &tokens[i..=last]);
            gazetteer::readings(&usual_case(said, spaced_singly))
        };
        if !readings.is_empty() {
            return Some((last + 1, readings));
        }
        all ^= 1 << more;
    }
    None
}

/// How many bytes longer than its plain letters with single spaces a name may be written.
const SLACK: usize = 4;

/// The most tokens that a name of the gazetteer has.
const LONGEST: usize = 32;

/// After how many tokens a name may end: the lowest bit stands for one.
struct Ends {
    /// All of these numbers.
    all: u32,
    /// Those up to which all is written as the tables have it, in plain letters and with single spaces.
    plain: u32,
}

/// After how many tokens from token `i` on a name of one of those lengths, the longest of which is given, may end.
///
/// Lengths tell of plain letters with single spaces; anything else may be a name of any length.
fn ends(scene: &Scene, i: usize, lengths: Lengths, longest: usize) -> Ends {
    let tokens = &scene.sentence.tokens[i..];
    let Span { start, end } = tokens[0].span;
    // Where the tokenizer cuts inside a word ("can|not"), the name's first word is not the token.
    let mut told = !goes_on(scene.text, end);
    let most = longest + SLACK;
    let bytes = scene.text.as_bytes();
    let all_ascii = bytes.get(start..start + most).is_some_and(<[u8]>::is_ascii);
    let is_ascii = |token: Span| {
        let near = all_ascii && token.end <= start + most;
        near || bytes
            .get(token.start..token.end)
            .is_some_and(<[u8]>::is_ascii)
    };
    let mut ends = Ends { all: 0, plain: 0 };
    let mut last = tokens[0].span;
    for (more, token) in tokens.iter().take(LONGEST).enumerate() {
        let length = token.span.end - start;
        if more > 0 && length > most {
            break;
        }
        told = told && follows_plainly(bytes, last.end, token.span.start) && is_ascii(token.span);
        ends.plain |= u32::from(told) << more;
        ends.all |= u32::from(!told || lengths.has(length)) << more;
        // No name goes on from a whole word that is as long as the longest.
        if told && more == 0 && length == longest {
            break;
        }
        last = token.span;
    }
    ends
}

/// Whether a letter or digit stands at an offset.
fn goes_on(text: &str, at: usize) -> bool {
    match text.as_bytes().get(at) {
        Some(byte) if byte.is_ascii() => byte.is_ascii_alphanumeric(),
        _ => text
            .get(at..)
            .is_some_and(|rest| rest.starts_with(char::is_alphanumeric)),
    }
}

/// Whether a single space or nothing parts what starts from what ended before it.
fn follows_plainly(text: &[u8], end: usize, start: usize) -> bool {
    match start.saturating_sub(end) {
        0 => true,
        1 => text.get(end) == Some(&b' '),
        _ => false,
    }
}

/// "NEW YORK" is "New York", "US" stays; letters are made plain and spaces single.
pub(super) fn usual_case(name: &str, spaced_singly: bool) -> Cow<'_, str> {
    let plain = fold(name);
    let shouted = is_shouted(&plain);
    if !shouted && spaced_singly {
        return plain;
    }
    let words: Vec<String> = plain
        .split_ascii_whitespace()
        .map(|word| {
            if shouted {
                word[..1.min(word.len())].to_owned() + &tail(word).to_ascii_lowercase()
            } else {
                word.to_owned()
            }
        })
        .collect();
    Cow::Owned(words.join(" "))
}

/// Whether all letters are capitals of ASCII, and not those of an abbreviation.
fn is_shouted(name: &str) -> bool {
    let shouted = |byte: u8| byte.is_ascii() && !byte.is_ascii_lowercase() && byte != b'.';
    name.len() > 4 && name.bytes().all(shouted)
}

/// Whether it is a short name in capitals that opens a dateline, where "OSLO" is no abbreviation.
fn opens_dateline(scene: &Scene, i: usize, said: &str) -> bool {
    let is_short = matches!(said.len(), 3 | 4) && said.bytes().all(|b| b.is_ascii_uppercase());
    i == 0 && is_short && scene.is_dateline()
}

fn tail(word: &str) -> &str {
    word.get(1..).unwrap_or_default()
}

/// Keeps a known name if neither the run it stands in nor its own kind of name speaks against a place.
fn accept(
    scene: &Scene,
    tokens: (usize, usize),
    readings: Rc<[Reading]>,
    borne: &Borne,
    after_place: bool,
) -> Option<Candidate> {
    let (start, end) = tokens;
    let name = scene.span(tokens).of(scene.text);
    let bearing = match end - start {
        1 => bearing_at(scene, start),
        _ => Bearing::read(name),
    };
    if bearing.is_some() || is_nations(scene, tokens) {
        return None;
    }
    let held = before_holder(scene, end, &readings);
    let in_region = !held && before_region(scene, end);
    if compass::is_before(scene, start) && (in_region || compass::is_town(&readings)) {
        let town = compass::town(scene, tokens);
        return (in_region || is_told(scene, town.tokens)).then_some(town);
    }
    // "Reading, England": a capital before what holds the place tells enough.
    let is_name = tagged_as_name(scene, tokens) || held && start > 0;
    if !is_name || !begins_name(scene, start) || !ends_name(scene, end) {
        return None;
    }
    if !held && end - start == 1 && (month(name).is_some() || is_common(scene, start)) {
        return None;
    }
    let borne = borne.has(name);
    let evidence = if after_place || held {
        Evidence::Located
    } else {
        evidence(scene, tokens, borne)
    };
    if evidence == Evidence::None && (borne || acts(scene.sentence, end - 1)) {
        return None;
    }
    let evidence = match evidence {
        Evidence::None if is_doubtful(name, &readings) => Evidence::Doubtful,
        other => other,
    };
    Some(Candidate {
        span: scene.span(tokens),
        sentence: scene.index,
        tokens,
        readings,
        evidence,
        offset: None,
    })
}

/// Whether the words around an unknown name say that it is a place's.
fn is_told(scene: &Scene, (start, end): (usize, usize)) -> bool {
    start == 0 && scene.is_dateline()
        || before_region(scene, end)
        || evidence(scene, (start, end), false) == Evidence::Located
}

/// Whether a comma and a country or region follow.
fn before_region(scene: &Scene, end: usize) -> bool {
    if !scene.is_mark(end, b',') || !scene.is_capitalized(end + 1) {
        return false;
    }
    let holds = |r: &Reading| matches!(r.place.kind, Kind::Country | Kind::Region);
    known(scene, end + 1).is_some_and(|(_, readings)| readings.iter().any(holds))
}

/// Whether a comma and a place follow that holds one of the readings: "Millom, Cumbria".
fn before_holder(scene: &Scene, end: usize, readings: &[Reading]) -> bool {
    if !scene.is_mark(end, b',') || !scene.is_capitalized(end + 1) {
        return false;
    }
    let Some((_, outer)) = known(scene, end + 1) else {
        return false;
    };
    readings.iter().any(|inner| {
        outer
            .iter()
            .any(|outer| inner.place.within.contains(&outer.place.name))
    })
}
