//! Ages without a unit: "Halden, 34, said", "aged 34", "at the age of 21", "she turned 90", "he will be 35".
//! ("10-year-old" has its unit in the table.)

use super::super::unit::Unit;
use super::WORDS;
use super::amount::Amount;
use super::context::{Context, ends_with, is_proper, trimmed};
use crate::lexicon::lower;
use crate::values::number::{Kind, Number};
use gainsay_syntax::{Span, Upos};

/// Reads an age.
pub(super) fn read(context: &Context, number: &Number) -> Option<Amount> {
    let whole = number.kind == Kind::Cardinal && number.value.fract() == 0.0;
    if !whole || !(1.0..=115.0).contains(&number.value) {
        return None;
    }
    let start = said_as_age(context, number).or_else(|| {
        let before = context.word_before(number.span.start);
        let stated = after_name(context, number)
            || before.is_some_and(|before| {
                after_verb(context, number, before)
                    || of_person(context, number, before)
                    || at_death(context, number, before)
            });
        stated.then_some(number.span.start)
    })?;
    Some(Amount::of(
        number,
        Span::new(start, number.span.end),
        Unit::named("year of age")?,
    ))
}

/// "aged 34", "age 34", "the age of 21", "ages 3 to 6": where those words start.
fn said_as_age(context: &Context, number: &Number) -> Option<usize> {
    let before = trimmed(context.before(number.span.start));
    let words = match before.bytes().next_back()? {
        b'd' | b'D' => &["aged"][..],
        b'e' | b'E' => &["age"],
        b's' | b'S' => &["ages"],
        b'f' | b'F' => &["age of", "ages of", "age range of"],
        _ => return None,
    };
    words.iter().find_map(|words| {
        let said = ends_with(before, words).then(|| before.len() - words.len())?;
        let free = said == 0 || before[..said].ends_with([' ', '(', ',', '-']);
        free.then(|| context.sentence.span.start + said)
    })
}

/// "A boy of nine", "a woman of 81".
fn of_person(context: &Context, number: &Number, (start, before): (usize, &str)) -> bool {
    if before != "of" {
        return false;
    }
    let after = context.after(number.span.end).trim_start();
    let closed = after.is_empty()
        || after.starts_with(['.', ',', ';', ')'])
        || ["who", "was", "is", "had", "and", "in", "from", "with"]
            .iter()
            .any(|w| after.split(' ').next() == Some(w));
    let noun = context.word_before(start).map(|(_, noun)| noun);
    closed && noun.is_some_and(|noun| WORDS.has("aged", noun))
}

/// "Died at 36": old enough to be no hour. Ages at other turns of a life are not how old somebody is.
fn at_death(context: &Context, number: &Number, (_, before): (usize, &str)) -> bool {
    if number.value < 13.0 || !before.eq_ignore_ascii_case("at") {
        return false;
    }
    let before = context.before(number.span.start);
    let after = context.after(number.span.end).trim_start();
    let closed = after.is_empty() || after.starts_with(['.', ',', ';', ')']);
    let place = ["in the", "in a", "in an", "of", "after", "from", "when"]
        .iter()
        .any(|w| after.starts_with(w));
    (closed || place && !after.starts_with("of the"))
        && before
            .split(|c: char| !c.is_alphabetic())
            .any(|word| matches!(word, "die" | "dies" | "died"))
}

/// ", 34," and "(34)" after a name.
fn after_name(context: &Context, number: &Number) -> bool {
    let before = context.before(number.span.start);
    let after = context.after(number.span.end);
    if !after.is_empty() && !after.starts_with([',', '.', ';', ')']) {
        return false;
    }
    let before = [
        "barely ", "just ", "only ", "now ", "then ", "who is ", "who was ",
    ]
    .iter()
    .find_map(|word| before.strip_suffix(word))
    .unwrap_or(before);
    let opened = before
        .strip_suffix(", ")
        .filter(|_| after.starts_with([',', '.', ';']) || after.is_empty());
    let bracketed = before
        .strip_suffix(" (")
        .filter(|_| after.starts_with([')', ',']));
    let Some(name) = opened.or(bracketed) else {
        return false;
    };
    let lists_on = after
        .trim_start_matches([',', ' '])
        .starts_with(|c: char| c.is_ascii_digit());
    let offset = context.sentence.span.start + name.len();
    let named = context.token_before(offset).is_some_and(|t| {
        let form = context.form(t);
        let person = WORDS.has("person", form) && number.value >= 2.0;
        // A surname that is a word, too, at the head of a sentence: "Bright, 31, starts work".
        let head = t.span.start == context.sentence.span.start
            && form.starts_with(char::is_uppercase)
            && t.upos == Upos::Adj
            && after.starts_with(", ");
        (is_proper(t) || person || head) && t.span.end == offset
    });
    let month = context
        .token_before(offset)
        .is_some_and(|t| super::dates::is_month(context.form(t)));
    named && !month && !lists_on
}

/// "turned 90", "he is 35", "Roe was only 19": a person and nothing counted.
fn after_verb(context: &Context, number: &Number, before: (usize, &str)) -> bool {
    let scant = matches!(before.1, "only" | "just" | "barely" | "already");
    let further = scant.then(|| context.word_before(before.0)).flatten();
    let (start, verb) = further.unwrap_or(before);
    let verb = lower(verb);
    let person = || {
        let subject = context
            .word_before(start)
            .map(|(_, word)| word.to_lowercase());
        subject
            .is_some_and(|word| ["he", "she", "who", "i", "will", "would"].contains(&word.as_str()))
    };
    let told = match &*verb {
        "turned" | "turns" | "i'm" | "he's" | "she's" => true,
        "is" | "was" => person() || number.value >= 10.0 && is_someone(context, start),
        "be" => person(),
        _ => false,
    };
    let after = context.after(number.span.end);
    told && ends_there(after)
}

/// Whether a name or a noun for a person ends right before an offset: "Roe was 19", "the killer was 31".
fn is_someone(context: &Context, offset: usize) -> bool {
    let space = offset.saturating_sub(1);
    context.token_before(space).is_some_and(|t| {
        t.span.end == space && (is_proper(t) || WORDS.has("person", context.form(t)))
    })
}

/// Whether the words after a number count nothing.
fn ends_there(after: &str) -> bool {
    let goes_on = [
        " when", " at ", " in ", " on ", " by ", " and", " this", " next", " last", " but",
    ];
    after.trim_start().is_empty()
        || after.starts_with(['.', ',', ';', ')'])
        || goes_on.iter().any(|words| after.starts_with(words))
}
