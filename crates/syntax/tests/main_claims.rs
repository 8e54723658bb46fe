//! Reads `src/repair/spec.md`: the main claim of each sentence must come out of its tree.

use gainsay_syntax::{Deprel, Sentence, Span, Token, Upos, Xpos, parse};

/// The share of rows that must come out whole.
const SHARE: f64 = 0.85;

/// Words that open somebody's account of something.
const REPORTS: &[&str] = &[
    "say", "tell", "report", "confirm", "believe", "announce", "claim", "argue", "warn", "deny",
    "find", "insist", "estimate", "admit", "allege", "rule", "expect", "predict", "state", "add",
    "think", "suggest", "note",
];

#[derive(Debug, PartialEq, Eq)]
struct Claim {
    subject: String,
    verb: String,
    object: String,
    speaker: String,
}

#[test]
fn main_claims_come_out_whole() {
    let spec = include_str!("../src/repair/spec.md");
    let (mut whole, mut all) = (0, 0);
    for (number, line) in spec.lines().enumerate() {
        let Some((says, expected)) = row(line) else {
            continue;
        };
        all += 1;
        let found = claim(says);
        if found == expected {
            whole += 1;
        } else {
            println!(
                "spec.md:{}: {says}\n  expected {expected:?}\n  found    {found:?}\n{}",
                number + 1,
                drawn(says)
            );
        }
    }
    println!("{whole} of {all} main claims come out whole");
    assert!(all >= 150, "{all} rows");
    assert!(
        f64::from(whole) >= SHARE * f64::from(all),
        "{whole} of {all}"
    );
}

fn row(line: &str) -> Option<(&str, Claim)> {
    let cells: Vec<&str> = line.strip_prefix('|')?.split('|').map(str::trim).collect();
    let &[says, subject, verb, object, speaker, ""] = cells.as_slice() else {
        return None;
    };
    if says == "says" || says.starts_with("---") {
        return None;
    }
    let [subject, verb, object, speaker] = [subject, verb, object, speaker].map(str::to_owned);
    Some((
        says,
        Claim {
            subject,
            verb,
            object,
            speaker,
        },
    ))
}

/// The main claim of the last sentence that has a verb with a subject, else of the first.
fn claim(text: &str) -> Claim {
    let sentences = parse(text, Span::new(0, text.len()));
    let claims: Vec<Claim> = sentences.iter().filter_map(|s| read(text, s)).collect();
    let full = claims.iter().position(|c| c.subject != "—");
    claims.into_iter().nth(full.unwrap_or(0)).unwrap_or(Claim {
        subject: "—".into(),
        verb: "—".into(),
        object: "—".into(),
        speaker: "—".into(),
    })
}

const SUBJECTS: &[Deprel] = &[Deprel::Nsubj, Deprel::NsubjPass, Deprel::NsubjOuter];

fn read(text: &str, sentence: &Sentence) -> Option<Claim> {
    let root = sentence.root()?;
    let (speaker, clause) = account(sentence, root);
    let phrase = |node: Option<usize>| node.map_or("—".to_owned(), |n| core(text, sentence, n));
    Some(Claim {
        subject: phrase(sentence.child(clause, SUBJECTS)),
        verb: sentence.tokens[clause].span.of(text).to_owned(),
        object: phrase(sentence.child(clause, &[Deprel::Obj])),
        speaker: phrase(speaker),
    })
}

/// Who gives an account of the clause, and the clause.
fn account(sentence: &Sentence, root: usize) -> (Option<usize>, usize) {
    let reports = |i: usize| REPORTS.contains(&sentence.tokens[i].lemma.as_str());
    let subject = |i: usize| sentence.child(i, SUBJECTS);
    if reports(root)
        && let Some(clause) = sentence.child(root, &[Deprel::Ccomp, Deprel::Parataxis])
    {
        return (subject(root), clause);
    }
    let mut below = sentence.children(root);
    if let Some(verb) =
        below.find(|&i| sentence.tokens[i].deprel == Deprel::Parataxis && reports(i))
    {
        return (subject(verb), root);
    }
    let according = |i: &usize| {
        sentence
            .children(*i)
            .any(|c| sentence.tokens[c].lemma == "accord" && sentence.tokens[c].upos != Upos::Noun)
    };
    (sentence.children(root).find(according), root)
}

/// The head with its titles, names, adjectives and numbers, as written, without article.
fn core(text: &str, sentence: &Sentence, core: usize) -> String {
    let mut nodes = vec![core];
    let mut at = 0;
    while let Some(&node) = nodes.get(at) {
        nodes.extend(
            sentence
                .children(node)
                .filter(|&c| belongs(sentence, core, c)),
        );
        at += 1;
    }
    let (first, last) = (nodes.iter().min().unwrap(), nodes.iter().max().unwrap());
    let span = sentence.tokens[*first]
        .span
        .cover(sentence.tokens[*last].span);
    let phrase = span.of(text);
    ["the ", "a ", "an ", "The ", "A ", "An "]
        .iter()
        .find_map(|article| phrase.strip_prefix(article))
        .unwrap_or(phrase)
        .to_owned()
}

/// Whether a word is part of the core that `core` heads.
fn belongs(sentence: &Sentence, core: usize, child: usize) -> bool {
    use Deprel as D;
    let token = &sentence.tokens[child];
    let head = token.head.unwrap_or(child);
    let before = child < head;
    match token.deprel {
        D::Flat | D::Fixed | D::NmodDesc | D::Compound => true,
        D::Nummod => before || sentence.tokens[head].xpos == Xpos::Dollar,
        D::Amod | D::NmodPoss | D::Det | D::Advmod | D::NmodUnmarked | D::OblUnmarked | D::Obl => {
            before
        }
        // "at least 12": the marker of a measure, not that of the phrase itself.
        D::Case => token.xpos == Xpos::Pos || head != core && before,
        D::Punct => token.xpos == Xpos::Hyph,
        _ => false,
    }
}

/// The tree, a word a line, for a failure's message.
fn drawn(text: &str) -> String {
    let sentences = parse(text, Span::new(0, text.len()));
    let lines: Vec<String> = sentences
        .iter()
        .flat_map(|s| s.tokens.iter().map(|t| line(text, s, t)))
        .collect();
    lines.join("\n")
}

fn line(text: &str, sentence: &Sentence, token: &Token) -> String {
    let head = token.head.map_or("", |h| sentence.tokens[h].span.of(text));
    let word = token.span.of(text);
    format!(
        "    {word} {} {} -{}-> {head}",
        token.lemma, token.xpos, token.deprel
    )
}
