//! Under which number to call? "Call police on 0845 125 2222": a digit more or less sends readers to another line.

use gainsay_syntax::Span;

use crate::claims::referent::{Many, Referent};
use crate::claims::{Answer, Attribute, Claim, Question, Scene};

use super::WORDS;

/// How many digits a telephone number has.
const DIGITS: std::ops::RangeInclusive<usize> = 7..=15;
/// How many bytes before a number may hold the word that makes a telephone number of it.
const LEAD: usize = 90;

/// Whether a telephone number follows such a word.
fn precedes(word: &str) -> bool {
    let begins = |cue: &&str| word.starts_with(cue);
    WORDS.has("phone", word) || WORDS.words("phones").iter().any(begins)
}

/// One claim for each telephone number.
pub fn ask(scene: &Scene) -> Vec<Claim> {
    let text = &scene.article.text;
    let sentence = scene.sentence.span;
    let cued = |span: &Span| {
        let mut start = span.start.saturating_sub(LEAD).max(sentence.start);
        while !text.is_char_boundary(start) {
            start += 1;
        }
        let lead = text[start..span.start].to_lowercase();
        lead.split(|c: char| !c.is_alphabetic()).any(precedes)
    };
    numbers(text, sentence)
        .into_iter()
        .filter(cued)
        .map(|span| claim(scene, span))
        .collect()
}

/// The runs of digits in a stretch that have as many as a telephone number, with what stands between them.
fn numbers(text: &str, within: Span) -> Vec<Span> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = within.start;
    while at < within.end {
        if !bytes[at].is_ascii_digit() || at > 0 && joins(bytes[at - 1]) {
            at += 1;
            continue;
        }
        let end = run(bytes, at, within.end);
        let digits = bytes[at..end].iter().filter(|b| b.is_ascii_digit()).count();
        if DIGITS.contains(&digits) {
            found.push(Span { start: at, end });
        }
        at = end;
    }
    found
}

/// What makes a digit part of something longer: a word, a sum of money, a decimal.
fn joins(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'$' | b'.' | b',' | b'#') || !byte.is_ascii()
}

/// Where a run of digits ends that single spaces, hyphens, dots and brackets hold together.
fn run(bytes: &[u8], start: usize, limit: usize) -> usize {
    let mut end = start;
    let mut at = start;
    while at < limit && at - end < 3 {
        match bytes[at] {
            b'0'..=b'9' => {
                at += 1;
                end = at;
            }
            b' ' | b'-' | b'.' | b'(' | b')' => at += 1,
            _ => break,
        }
    }
    end
}

fn claim(scene: &Scene, said: Span) -> Claim {
    let digits = said
        .of(&scene.article.text)
        .bytes()
        .filter(u8::is_ascii_digit);
    let number = Referent {
        span: said,
        head: digits.map(char::from).collect(),
        name: vec![],
        modifiers: vec![],
        owner: vec![],
        many: Many::Untold,
    };
    let question = Question {
        attribute: Attribute::Contact,
        event: None,
        subject: None,
        label: "number to call".to_owned(),
    };
    Claim {
        background: false,
        context: scene.context(said),
        ..scene.claim(said, question, Answer::Words(number))
    }
}

/// How likely two telephone numbers are one line: the same digits, or digits that one slip of the hand makes the same.
pub fn likeness(one: &str, other: &str) -> f64 {
    let national = |n: &str| n.trim_start_matches('0').to_owned();
    let (a, b) = (national(one), national(other));
    match () {
        () if same(one, other) => 0.9,
        () if strsim::damerau_levenshtein(&a, &b) <= 1 => 0.8,
        () => 0.0,
    }
}

/// Whether the digits are the same but for a country's prefix.
pub fn same(one: &str, other: &str) -> bool {
    let (a, b) = (one.trim_start_matches('0'), other.trim_start_matches('0'));
    let prefixed = |long: &str, short: &str| {
        long.len() > short.len() + 1 && short.len() >= 8 && long.ends_with(short)
    };
    a == b || prefixed(a, b) || prefixed(b, a)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_to_call_are_runs_of_digits() {
        let text = "Ring 0161 496 0812 or (555) 010-9982 by 31 December 2008.";
        let whole = Span {
            start: 0,
            end: text.len(),
        };
        let found: Vec<&str> = numbers(text, whole).iter().map(|s| s.of(text)).collect();
        assert_eq!(found, ["0161 496 0812", "555) 010-9982"]);
    }

    #[test]
    fn a_digit_less_is_one_line_misprinted() {
        assert!(likeness("01614960812", "0161496081") > 0.5);
        assert!(!same("01614960812", "0161496081"));
        assert!(same("441614960812", "01614960812"));
        assert!(likeness("01614960812", "0800555111") < 0.1);
    }
}
