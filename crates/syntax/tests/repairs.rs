//! Reads the last table of `src/repair/spec.md`: what must come of a word after a single repair.

use gainsay_syntax::{Sentence, Span, parse};

#[test]
fn words_come_out_of_their_repairs() {
    let spec = include_str!("../src/repair/spec.md");
    let lines = spec.lines().enumerate();
    let rows: Vec<_> = lines
        .filter_map(|(number, line)| Some((number, row(line)?)))
        .collect();
    assert!(!rows.is_empty(), "spec.md has no table of single repairs");
    let wrong: Vec<String> = rows
        .into_iter()
        .filter_map(|(number, (says, word, tag, relation))| {
            let (tagged, related) = found(says, word);
            let holds = |asked: &str, found: &str| asked == "—" || asked == found;
            let told = || {
                format!(
                    "spec.md:{}: {says}\n  {word}: {tagged}, {related}",
                    number + 1
                )
            };
            (!holds(tag, &tagged) || !holds(relation, &related)).then(told)
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn row(line: &str) -> Option<(&str, &str, &str, &str)> {
    let cells: Vec<&str> = line.strip_prefix('|')?.split('|').map(str::trim).collect();
    match cells[..] {
        [says, word, tag, relation, ""] if says != "says" && !says.starts_with("---") => {
            Some((says, word, tag, relation))
        }
        _ => None,
    }
}

/// The tag and lemma of the word, and its relation and head.
fn found(text: &str, word: &str) -> (String, String) {
    let sentences = parse(text, Span::new(0, text.len()));
    let form = |sentence: &Sentence, i: usize| sentence.tokens[i].span.of(text).to_owned();
    let places = sentences
        .iter()
        .flat_map(|sentence| (0..sentence.tokens.len()).map(move |i| (sentence, i)));
    let (sentence, i) = places
        .into_iter()
        .find(|&(sentence, i)| form(sentence, i) == word)
        .expect("the sentence has the word");
    let token = &sentence.tokens[i];
    let head = token.head.map(|head| form(sentence, head));
    let relation = [Some(token.deprel.to_string()), head];
    let relation: Vec<String> = relation.into_iter().flatten().collect();
    (
        format!("{} {}", token.xpos, token.lemma),
        relation.join(" "),
    )
}
