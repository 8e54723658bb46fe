//! Numbers that count nothing: names, labels, dates, clock times, years, versions, addresses, telephone numbers.

use super::super::{Dimension, unit};
use super::context::{Context, is_common_noun, is_plural, is_proper, last_letters};
use crate::values::number::{Form, Kind, Number};
use gainsay_syntax::{Token, Upos, Xpos};
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// Whether a number is no quantity by itself.
pub(super) fn is_name(context: &Context, number: &Number) -> bool {
    if number.kind == Kind::Ordinal {
        return true;
    }
    if is_period(context, number) || is_crossed(context, number) {
        return true;
    }
    match number.form {
        Form::Words => is_idle_one(context, number),
        Form::Digits => {
            glued_before(context, number)
                || glued_after(context, number)
                || is_date(context, number)
                || is_telephone(context, number)
                || is_year(context, number) && is_ordinal_next(context, number)
                || (!has_unit(context, number)
                    && (is_labelled(context, number)
                        || is_year(context, number)
                        || is_part_of_name(context, number)
                        || is_emergency_call(context, number)
                        || is_list_mark(context, number)))
        }
    }
}

/// "a five-year award", "the 24-hour news": periods that a hyphen makes into adjectives are the time kind's.
fn is_period(context: &Context, number: &Number) -> bool {
    let period = |(measure, _): (&unit::Measure, usize)| measure.dimension == Dimension::Duration;
    let end = number.span.end;
    context.after(end).starts_with('-')
        && super::amount::unit_after(context, end).is_some_and(period)
}

/// "four-by-four": two numbers that "by" joins are a size or a kind of car.
fn is_crossed(context: &Context, number: &Number) -> bool {
    let before = context.before(number.span.start);
    let after = context.after(number.span.end);
    let sized = after
        .strip_prefix(['x', '×'])
        .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    after.starts_with("-by") || before.ends_with("by-") || sized || before.ends_with(['x', '×'])
}

/// "no one", "the same one", "one another", "one-time", "one's": only a numeral counts.
fn is_idle_one(context: &Context, number: &Number) -> bool {
    if number.value.total_cmp(&1.0).is_ne() || number.kind != Kind::Cardinal {
        return false;
    }
    let token = context.token(context.token_from(number.span.start));
    let numeral = token.is_none_or(|t| t.xpos == Xpos::Cd || t.upos == Upos::Num);
    let before = context
        .word_before(number.span.start)
        .map(|(_, word)| word.to_lowercase());
    let determined = before.is_some_and(|word| {
        [
            "the", "this", "that", "each", "every", "any", "no", "another", "which", "some", "a",
            "or", "day",
        ]
        .contains(&word.as_str())
    });
    let after = context.after(number.span.end);
    let compound =
        after.starts_with(['-', '\'', '’']) || context.before(number.span.start).ends_with('-');
    let another =
        after.trim_start().starts_with("another") || after.trim_start().starts_with("day ");
    !numeral || determined || compound || another || is_described(context, number)
}

/// "a loved one", "the new one": a pronoun with an adjective, and nothing counted.
fn is_described(context: &Context, number: &Number) -> bool {
    let at = context.token_from(number.span.start);
    let before = |back: usize| at.checked_sub(back).and_then(|i| context.token(i));
    let adjective = |t: &Token| {
        matches!(
            t.xpos,
            Xpos::Jj | Xpos::Jjr | Xpos::Jjs | Xpos::Vbn | Xpos::Vbd
        )
    };
    let determined = |t: &Token| matches!(t.xpos, Xpos::Dt | Xpos::PrpDollar);
    let described = before(1).is_some_and(adjective) && before(2).is_some_and(determined);
    described && super::counted::noun_after(context, number.span.end).is_none()
}

/// What touches the digits from the left: "AK-47", "M21", "#12", "12:30", "12/5", "x.5"; not "sub-7", "$5", "PS8".
fn glued_before(context: &Context, number: &Number) -> bool {
    let before = context.before(number.span.start);
    let Some(last) = before.chars().next_back() else {
        return false;
    };
    if last.is_whitespace() || unit::currency_before(before).is_some() {
        return false;
    }
    match last {
        '(' | '[' | '"' | '“' | '‘' | '~' | '≈' | '<' | '>' | '≤' | '≥' | '+' | '=' | '−' | '–'
        | '—' | ',' | '|' => false,
        '\'' | '’' => true,
        '-' => {
            !before
                .trim_end_matches('-')
                .chars()
                .next_back()
                .is_none_or(|c| !c.is_alphabetic())
                && !hyphen_counts(before)
        }
        '.' => !before.ends_with(". "),
        _ => true,
    }
}

/// Words that a hyphen joins to a true number: "sub-7 nanometre", "minus-5", "to-30", "mid-20".
fn hyphen_counts(before: &str) -> bool {
    let word = before.trim_end_matches('-');
    let word = last_letters(word);
    [
        "sub",
        "minus",
        "plus",
        "to",
        "and",
        "or",
        "magnitude",
        "under",
        "over",
        "now",
        "then",
    ]
    .iter()
    .any(|w| word.eq_ignore_ascii_case(w))
}

/// What touches the digits from the right: "10:30", "5am", "1990s", "5G", "3D", "737-800", "2018's"; not "5km", "10-year".
fn glued_after(context: &Context, number: &Number) -> bool {
    let after = context.after(number.span.end);
    let mut chars = after.chars();
    match chars.next() {
        Some(':') => chars.next().is_some_and(|c| c.is_ascii_digit()),
        Some('/') => chars.next().is_some_and(|c| c.is_alphanumeric()),
        Some('\'' | '’') => chars.next() == Some('s'),
        Some('-' | '–') => is_digit_chain(context, number),
        Some('_' | '@' | '#') => true,
        // "2018s best", "channel 5s": the apostrophe is lost; seconds have a blank or decimals.
        Some('s') if number.value.fract() == 0.0 => {
            !chars.next().is_some_and(char::is_alphanumeric)
        }
        Some('′') => chars.next() == Some('s'),
        Some(c) if c.is_alphabetic() => {
            let scaled = super::amount::glued_scale(context, number.span).is_some();
            !scaled && !has_unit(context, number)
        }
        _ => false,
    }
}

/// Telephone numbers, ISO dates, formations: "555-1234", "2019-07-03", "4-4-2".
fn is_digit_chain(context: &Context, number: &Number) -> bool {
    let start = context
        .before(number.span.start)
        .trim_end_matches(|c: char| c.is_ascii_digit() || c == '-')
        .len();
    let chain = &context.text[context.sentence.span.start + start..];
    let len = chain
        .find(|c: char| !c.is_ascii_digit() && c != '-')
        .unwrap_or(chain.len());
    let groups: Vec<&str> = chain[..len].split('-').filter(|g| !g.is_empty()).collect();
    groups.len() > 2 || matches!(groups[..], [area, line] if area.len() == 3 && line.len() == 4)
}

/// "0845 125 2222", "(202) 555 0100", and a whole number that begins with a zero.
fn is_telephone(context: &Context, number: &Number) -> bool {
    let said = number.span.of(context.text);
    if said.len() > 1 && said.starts_with('0') && !said.contains('.') {
        return true;
    }
    if context.before(number.span.start).ends_with('-') && is_digit_chain(context, number) {
        return true;
    }
    let dialled = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '-' | '(' | ')');
    let before = context.before(number.span.start);
    let left = &before[before.trim_end_matches(dialled).len()..];
    let after = context.after(number.span.end);
    let right = &after[..after.find(|c| !dialled(c)).unwrap_or(after.len())];
    let digits = |text: &str| text.bytes().filter(u8::is_ascii_digit).count();
    let grouped = digits(left) + digits(right) > 0;
    grouped
        && digits(left) + digits(said) + digits(right) >= 9
        && said.bytes().all(|b| b.is_ascii_digit())
}

/// "the 2006 second-overall pick": a year, and no 2006 seconds.
fn is_ordinal_next(context: &Context, number: &Number) -> bool {
    let after = context.after(number.span.end).trim_start();
    after.starts_with("second") && !after.starts_with("seconds")
}

/// "called 911", "a 999 call".
fn is_emergency_call(context: &Context, number: &Number) -> bool {
    let counts =
        super::counted::noun_after(context, number.span.end).is_some_and(|noun| noun.plural);
    ["911", "999", "112"].contains(&number.span.of(context.text)) && !counts
}

/// Words beside a number that make it a date or a clock time, by where they stand.
static DATE_WORDS: LazyLock<HashMap<&str, bool>> = LazyLock::new(|| {
    let rows = include_str!("../dates.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'));
    rows.filter_map(|row| row.split_once('\t'))
        .map(|(word, place)| (word, place == "both"))
        .collect()
});

/// "March 7", "7 March", "9.30 a.m.", "0737 GMT", "March 7 and 8".
fn is_date(context: &Context, number: &Number) -> bool {
    if number.value > 3000.0 {
        return false;
    }
    let after = context.after(number.span.end);
    let rest = after.trim_start_matches([' ', '\u{a0}']);
    let word = &rest[..rest
        .find([' ', ',', ')', ';', '\n', '-', '?'])
        .unwrap_or(rest.len())];
    let word = word
        .trim_end_matches(|c: char| matches!(c, ':' | '"' | '”'))
        .to_lowercase();
    let word = if DATE_WORDS.contains_key(word.as_str()) {
        &word
    } else {
        word.trim_end_matches('.')
    };
    let capital =
        |month: &str, said: &str| (month != "may" && month != "march") || said.starts_with('M');
    if DATE_WORDS.contains_key(word) && capital(word, rest) {
        return true;
    }
    // "1230 hours", "0600 hrs" are told by a military clock.
    let four = number.span.of(context.text).len() == 4 && number.span.len() == 4;
    if four
        && matches!(word, "hours" | "hrs" | "hr" | "local")
        && number.value % 100.0 < 60.0
        && number.value < 2400.0
    {
        return true;
    }
    let before = context.before(number.span.start);
    follows_month(before, number.value)
}

/// Whether the text before a day's number ends in a month, or in a month and another day.
fn follows_month(before: &str, value: f64) -> bool {
    let days =
        before.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, ' ' | ',' | '-' | '–'));
    let days = days
        .strip_suffix(" and")
        .or_else(|| days.strip_suffix(" to"))
        .unwrap_or(days);
    let days = days
        .trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, ' ' | ',' | '-' | '–' | '.'));
    let word = last_letters(days);
    let month = DATE_WORDS.get(word.to_lowercase().as_str()) == Some(&true);
    month
        && word.starts_with(char::is_uppercase)
        && (value <= 31.0 || (1000.0..2200.0).contains(&value))
}

/// Whether a unit, a percent sign or a currency makes the number an amount whatever stands before it.
fn has_unit(context: &Context, number: &Number) -> bool {
    unit::currency_before(context.before(number.span.start).trim_end()).is_some()
        || super::amount::unit_after(context, number.span.end).is_some()
        || number.scale > 1.0
}

static LABELS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    include_str!("../labels.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .collect()
});

/// "Section 427", "flight 370", "No. 5".
fn is_labelled(context: &Context, number: &Number) -> bool {
    let before = context
        .before(number.span.start)
        .trim_end()
        .trim_end_matches('.');
    let word = last_letters(before);
    LABELS.contains(word.to_lowercase().as_str())
}

/// Four digits that read as a year, unless a counted noun in the plural makes them a round count: "2019 review".
fn is_year(context: &Context, number: &Number) -> bool {
    let digits = number.span.of(context.text);
    let plain = digits.len() == 4 && digits.bytes().all(|b| b.is_ascii_digit());
    if !plain || !(1000.0..2200.0).contains(&number.value) {
        return false;
    }
    let before = context
        .word_before(number.span.start)
        .map(|(_, word)| word.to_lowercase());
    let dated = before.is_some_and(|word| {
        [
            "in", "since", "until", "till", "by", "from", "of", "during", "before", "after",
            "late", "early", "mid",
        ]
        .contains(&word.as_str())
    });
    let counts =
        super::counted::noun_after(context, number.span.end).is_some_and(|noun| noun.plural);
    let recent = (1600.0..2100.0).contains(&number.value);
    let round = number.value % 100.0 == 0.0;
    if counts {
        recent && !round
    } else {
        recent || dated
    }
}

/// "Boeing 737", "S&P 500", "iPhone 11", "Big 12", "737 Max", "49 Zorro Ranch Road"; not "in Iraq 12 people".
fn is_part_of_name(context: &Context, number: &Number) -> bool {
    let first = context.token_from(number.span.start);
    let after = context.token(context.token_from(number.span.end));
    let noun = super::counted::noun_after(context, number.span.end);
    let counts = noun.as_ref().is_some_and(|noun| noun.plural);
    let before = first.checked_sub(1).and_then(|i| context.token(i));
    let adjacent =
        |end: usize, start: usize| context.text[end..start].trim_matches([' ', '-']).is_empty();
    let named_before = before.is_some_and(|t| {
        is_name_like(context, t)
            && adjacent(t.span.end, number.span.start)
            && !is_weekday(context.form(t))
    });
    let named_after = after
        .is_some_and(|t| is_proper(t) && !is_plural(t) && adjacent(number.span.end, t.span.start));
    let fronted = first
        .checked_sub(2)
        .and_then(|i| context.token(i))
        .is_some_and(|t| t.xpos == Xpos::In);
    let quantified = after.is_some_and(is_common_noun) && counts;
    (named_before && !(counts && (fronted || quantified))) || (named_after && !counts)
}

/// A proper noun, or a noun or adjective that is written as one: "Big 12", "iPhone 11", "FTSE 100".
fn is_name_like(context: &Context, token: &Token) -> bool {
    let form = context.form(token);
    let capital =
        form.starts_with(char::is_uppercase) && token.span.start > context.sentence.span.start;
    let camel = form.chars().skip(1).any(char::is_uppercase);
    let nominal = matches!(
        token.xpos,
        Xpos::Nn | Xpos::Nns | Xpos::Jj | Xpos::Fw | Xpos::Cd
    );
    is_proper(token) || (nominal && (capital || camel))
}

fn is_weekday(word: &str) -> bool {
    word.ends_with("day") || word.ends_with("days")
}

/// "1. First of all" and a number that is all there is.
fn is_list_mark(context: &Context, number: &Number) -> bool {
    let opens = context.before(number.span.start).trim().is_empty();
    let after = context.after(number.span.end);
    opens && (after.trim().is_empty() || after.starts_with([')', '.', ':']))
}

/// Whether a word is a month, written as one.
pub(super) fn is_month(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
        && DATE_WORDS.get(word.trim_end_matches('.').to_lowercase().as_str()) == Some(&true)
}
