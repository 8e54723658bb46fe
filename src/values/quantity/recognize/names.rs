//! Numbers that count nothing: names and labels here, dates and what touches the digits in the files beside this one.

use super::super::table;
use super::context::{Context, is_common_noun, is_plural, is_proper, last_letters, trimmed};
use super::dates::{is_date, is_ordinal_next, is_period, is_year};
use super::glue::{glued_after, glued_before, is_crossed, is_telephone, touched};
use crate::lexicon::words;
use crate::values::number::{Form, Kind, Number};
use crate::values::words::{Words, key};
use gainsay_syntax::{Token, Upos, Xpos};
use std::sync::LazyLock;

/// Whether a number is no quantity by itself.
pub(super) fn is_name(context: &Context, number: &Number) -> bool {
    if number.kind == Kind::Ordinal {
        return true;
    }
    let (left, right) = touched(context, number);
    if right && is_period(context, number) || (left || right) && is_crossed(context, number) {
        return true;
    }
    match number.form {
        Form::Words => is_idle_one(context, number),
        Form::Digits => {
            left && glued_before(context, number)
                || right && glued_after(context, number)
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

/// "called 911", "a 999 call".
fn is_emergency_call(context: &Context, number: &Number) -> bool {
    let counts =
        || super::counted::noun_after(context, number.span.end).is_some_and(|noun| noun.plural);
    ["911", "999", "112"].contains(&number.span.of(context.text)) && !counts()
}

/// Whether a unit, a percent sign or a currency makes the number an amount whatever stands before it.
pub(super) fn has_unit(context: &Context, number: &Number) -> bool {
    number.scale > 1.0
        || table::currency_before(trimmed(context.before(number.span.start))).is_some()
        || super::amount::unit_after(context, number.span.end).is_some()
}

static LABELS: LazyLock<Words<()>> = LazyLock::new(|| {
    let words = words(include_str!("../labels.tsv")).into_iter();
    Words::new(words.map(|word| (key(word), ())).collect())
});

/// "Section 427", "flight 370", "No. 5".
fn is_labelled(context: &Context, number: &Number) -> bool {
    let before = trimmed(context.before(number.span.start)).trim_end_matches('.');
    let word = last_letters(before);
    LABELS.get(key(word)).is_some()
}

/// "Boeing 737", "S&P 500", "iPhone 11", "Big 12", "737 Max", "49 Zorro Ranch Road"; not "in Iraq 12 people".
fn is_part_of_name(context: &Context, number: &Number) -> bool {
    let first = context.token_from(number.span.start);
    let after = context.token(context.token_from(number.span.end));
    let noun = super::counted::noun_after(context, number.span.end);
    let counts = noun.as_ref().is_some_and(|noun| noun.plural);
    let before = first.checked_sub(1).and_then(|i| context.token(i));
    let adjacent = |end: usize, start: usize| {
        context
            .text
            .get(end..start)
            .is_some_and(|gap| gap.trim_matches([' ', '-']).is_empty())
    };
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
