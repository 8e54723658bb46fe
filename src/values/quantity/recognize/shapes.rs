//! Numbers whose meaning is their shape: scores ("31-24"), ratios ("one in five"), magnitudes ("magnitude 6.1"), ranks
//! ("third-largest").

use super::super::unit::Unit;
use super::WORDS;
use super::amount::Amount;
use super::context::{Context, ends_with, starts_with};
use super::counted;
use crate::values::number::{self, Kind, Number};
use gainsay_syntax::Span;

/// Reads the shape that begins with the first of these numbers.
pub(super) fn read(context: &Context, numbers: &[Number]) -> Option<Amount> {
    let first = numbers.first()?;
    match first.kind {
        Kind::Ordinal => rank(context, first),
        Kind::Cardinal => magnitude(context, first)
            .or_else(|| {
                let second = numbers.get(1)?;
                let link = &context.text[first.span.end..second.span.start];
                score(context, first, second, link).or_else(|| ratio(context, first, second, link))
            })
            .or_else(|| category(context, first)),
        Kind::Fraction | Kind::Vague => None,
    }
}

/// "third-largest city", "second lowest": a place in an order.
fn rank(context: &Context, number: &Number) -> Option<Amount> {
    let (end, word) = context.word_after(number.span.end)?;
    let superlative = word.len() > 4 && word.ends_with("est")
        || ["best", "most", "worst", "least"].contains(&word);
    let others = [
        "west", "test", "guest", "request", "interest", "protest", "contest", "quest", "arrest",
        "suggest", "invest", "forest", "harvest", "honest",
    ];
    let fits = superlative && !others.contains(&word);
    fits.then(|| {
        Amount::of(
            number,
            Span::new(number.span.start, end),
            Unit::named("rank").unwrap_or(Unit::Bare),
        )
    })
}

/// No earthquake is stronger, and what repairs a number that is greater leaves it so.
const STRONGEST: f64 = 10.5;

/// "magnitude 6.1", "6.1-magnitude", "magnitude of 6.1", "6.1 on the Richter scale"; "6. 1" is repaired.
fn magnitude(context: &Context, number: &Number) -> Option<Amount> {
    if number.value > STRONGEST {
        return None;
    }
    let repaired = repaired(context, number).or_else(|| torn(context, number));
    let number = repaired.as_ref().unwrap_or(number);
    if number.value > STRONGEST {
        return None;
    }
    let before = context.before(number.span.start);
    let before_words = [
        "magnitude ",
        "magnitude-",
        "magnitude of ",
        "magnitude of about ",
        "magnitude was ",
    ];
    let opened = before_words.iter().find(|words| ends_with(before, words));
    let after = context.after(number.span.end);
    let after_words = [
        "-magnitude",
        " magnitude",
        " -magnitude",
        " on the richter scale",
        " on the moment magnitude scale",
    ];
    let closed = after_words.iter().find(|words| starts_with(after, words));
    let start = opened.map_or(number.span.start, |words| number.span.start - words.len());
    let end = closed.map_or(number.span.end, |words| number.span.end + words.len());
    if opened.is_none() && closed.is_none() && !measures_a_quake(context, number) {
        return None;
    }
    let unit = Unit::named("magnitude")?;
    Some(Amount::of(number, Span::new(start, end), unit))
}

/// "The 7.2 quake", "the tremor measured 6.8": a decimal without a unit beside a word for an earthquake.
fn measures_a_quake(context: &Context, number: &Number) -> bool {
    let written = number.span.of(context.text);
    if number.value < 2.0 || written.len() != 3 || !written.contains('.') {
        return false;
    }
    let after = context.after(number.span.end).trim_start();
    let quake = |words: &str| {
        WORDS
            .words("quake")
            .iter()
            .any(|quake| words.starts_with(quake))
    };
    if quake(after) {
        return true;
    }
    let sentence = context.sentence.span.of(context.text).to_lowercase();
    let bare = after.is_empty()
        || !after.starts_with(|c: char| c.is_alphanumeric() || c == '%' || c == '-');
    let tells = |group| {
        WORDS
            .words(group)
            .iter()
            .any(|word| sentence.contains(word))
    };
    bare && tells("quake") && tells("measures")
}

/// The number that a stray blank has cut: "6. 1" beside the word "magnitude".
fn repaired(context: &Context, number: &Number) -> Option<Number> {
    let decimals = context.after(number.span.end).strip_prefix(". ")?;
    let len = decimals.bytes().take_while(u8::is_ascii_digit).count();
    if len != 1 {
        return None;
    }
    let whole = number.span.of(context.text);
    let joined = format!("{whole}.{}", &decimals[..len]);
    let beside = ends_with(context.before(number.span.start), "magnitude ")
        || decimals[len..]
            .trim_start_matches([' ', '-'])
            .to_lowercase()
            .starts_with("magnitude");
    let read = number::read(&joined, Span::new(0, joined.len())).filter(|_| beside)?;
    Some(Number {
        span: Span::new(number.span.start, number.span.end + 2 + len),
        ..read
    })
}

/// The same where the full stop has also ended a sentence: "A 6." and then "1 magnitude quake".
fn torn(context: &Context, number: &Number) -> Option<Number> {
    let start = context.sentence.span.start;
    if number.span.start != start || number.span.len() != 1 {
        return None;
    }
    let before = context.text[..start].trim_end().strip_suffix('.')?;
    let whole = before
        .len()
        .checked_sub(1)
        .filter(|&i| before.is_char_boundary(i))?;
    let free = !before[..whole].ends_with(|c: char| c.is_alphanumeric() || c == '.');
    let beside = context
        .after(number.span.end)
        .trim_start_matches([' ', '-'])
        .to_lowercase()
        .starts_with("magnitude");
    let joined = format!("{}.{}", &before[whole..], number.span.of(context.text));
    let read = number::read(&joined, Span::new(0, joined.len())).filter(|n| n.span.len() == 3)?;
    (free && beside && start - whole <= 3).then(|| Number {
        span: Span::new(whole, number.span.end),
        ..read
    })
}

/// "31-24", "won 3-1": two results; not "15-22 miles", "aged 15-24", "1914-18".
fn score(context: &Context, one: &Number, other: &Number, link: &str) -> Option<Amount> {
    let text = context.text;
    let digits =
        |n: &Number| n.span.of(text).bytes().all(|b| b.is_ascii_digit()) && n.value < 200.0;
    if !matches!(link, "-" | "–" | " - " | " – ") || !digits(one) || !digits(other) {
        return None;
    }
    let after = context.after(other.span.end);
    let before = context.before(one.span.start);
    let open = after.starts_with(|c: char| {
        c.is_alphanumeric() || matches!(c, '-' | '–' | '%' | '°' | '/' | '′' | '″')
    }) || before
        .ends_with(|c: char| c.is_alphanumeric() || matches!(c, '-' | '$' | '£' | '€' | '/' | '.'));
    let result = context.word_after(other.span.end).is_some_and(|(_, word)| {
        [
            "win", "loss", "victory", "defeat", "draw", "lead", "record", "tie",
        ]
        .contains(&word)
    });
    let counts = super::amount::unit_after(context, other.span.end).is_some()
        || !result && counted::noun_after(context, other.span.end).is_some_and(|noun| noun.plural);
    let sport = || {
        let sentence = context.sentence.span.of(text).to_lowercase();
        let mut cues = WORDS.words("sport").iter();
        cues.any(|cue| sentence.contains(cue))
    };
    let fits = !open && !counts && (one.value >= other.value || sport());
    let month = context
        .word_before(one.span.start)
        .is_some_and(|(_, word)| super::dates::is_month(word));
    (fits && !month).then(|| Amount {
        low: one.value.min(other.value),
        high: one.value.max(other.value),
        ..Amount::of(
            one,
            one.span.cover(other.span),
            Unit::named("score").unwrap_or(Unit::Bare),
        )
    })
}

/// "one in five Germans", "nine out of ten", "1 in every 300".
fn ratio(context: &Context, one: &Number, other: &Number, link: &str) -> Option<Amount> {
    let whole = |n: &Number| n.kind == Kind::Cardinal && n.value.fract() == 0.0 && n.value > 0.0;
    let linked = match link {
        " in " | "-in-" => one.value < 2.0 || [10.0, 100.0, 1000.0].contains(&other.value),
        " out of " | " in every " | " out of every " | " of every " => true,
        _ => false,
    };
    let year = (1000.0..2200.0).contains(&other.value) && other.value % 100.0 != 0.0;
    let measured = || super::amount::unit_after(context, other.span.end).is_some();
    if !linked || !whole(one) || !whole(other) || one.value >= other.value || year || measured() {
        return None;
    }
    let mut span = one.span.cover(other.span);
    let mut unit = Unit::named("ratio")?;
    if let Some(noun) = counted::noun_after(context, other.span.end) {
        span.end = noun.end;
        if let Unit::Counted(noun) = noun.unit(context, None) {
            unit = Unit::ShareOf(noun);
        }
    }
    let value = one.value / other.value;
    Some(Amount {
        low: value,
        high: value,
        grain: value / 10.0,
        ..Amount::of(one, span, unit)
    })
}

/// "Category 4 hurricane", "a Category-3 storm".
fn category(context: &Context, number: &Number) -> Option<Amount> {
    let before = context.before(number.span.start);
    let said = ends_with(before, "category ") || ends_with(before, "category-");
    let stormy = || {
        let storm = ["hurricane", "storm", "cyclone", "typhoon"];
        let sentence = context.sentence.span.of(context.text).to_lowercase();
        storm.iter().any(|storm| sentence.contains(storm))
    };
    (said && number.value <= 5.0 && stormy()).then(|| {
        let span = Span::new(number.span.start - 9, number.span.end);
        Amount::of(number, span, Unit::named("category").unwrap_or(Unit::Bare))
    })
}
