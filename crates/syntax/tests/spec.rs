//! Runs the tables of spec.md.

use gainsay_syntax::{Span, Upos, Xpos, lemma, sentences, tokens};

/// The rows of the table under a heading: line number, first and second cell.
fn rows(heading: &str) -> Vec<(usize, &'static str, &'static str)> {
    let rows: Vec<_> = include_str!("../spec.md")
        .lines()
        .enumerate()
        .skip_while(|(_, line)| line.strip_prefix("## ") != Some(heading))
        .skip(1)
        .take_while(|(_, line)| !line.starts_with("## "))
        .filter_map(|(n, line)| {
            let (one, other) = line
                .strip_prefix("| ")?
                .strip_suffix(" |")?
                .split_once(" | ")?;
            Some((n + 1, one, other))
        })
        .skip(1)
        .collect();
    assert!(!rows.is_empty(), "spec.md has no table under '{heading}'");
    rows
}

/// All rows that do not hold, each with its line.
fn check(heading: &str, read: impl Fn(&str) -> String) {
    let wrong: Vec<String> = rows(heading)
        .into_iter()
        .map(|(n, text, expected)| (n, expected, read(text)))
        .filter(|(_, expected, found)| expected != found)
        .map(|(n, expected, found)| {
            format!("spec.md:{n}\n  expected {expected}\n  found    {found}")
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn whole(text: &str) -> Span {
    Span::new(0, text.len())
}

#[test]
fn tokens_are_as_specified() {
    check("Tokens", |text| {
        let words = tokens(text, whole(text));
        let shown: Vec<String> = words
            .iter()
            .map(|word| word.of(text).replace(' ', "␣"))
            .collect();
        shown.join(" ")
    });
}

#[test]
fn sentences_are_as_specified() {
    check("Sentences", |text| {
        let found = sentences(text, whole(text));
        let shown: Vec<&str> = found.iter().map(|sentence| sentence.of(text)).collect();
        shown.join(" ¶ ")
    });
}

#[test]
fn lemmas_are_as_specified() {
    let wrong: Vec<String> = rows("Lemmas")
        .into_iter()
        .filter_map(|(n, form, expected)| {
            let [upos, xpos, base] = expected.split(' ').collect::<Vec<_>>().try_into().ok()?;
            let found = lemma(form, Upos::from_name(upos)?, Xpos::from_name(xpos)?);
            (found != base).then(|| format!("spec.md:{n}: {form} is {found}, not {base}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
