//! Comparisons made by hand, for tests of the gate and of its formats.

use super::identity;
use crate::comparison::{
    ArticleRow, Comparison, Finding, NotShown, SCHEMA, Side, Slot, Tool, Verdict,
};

/// A comparison out of `question: 12 a, 14 b` lines: the letters are sources, each an article in `a.md` with one line.
pub(crate) fn comparison(lines: &[&str]) -> Comparison {
    let mut articles: Vec<ArticleRow> = Vec::new();
    let mut findings = Vec::new();
    for line in lines {
        let (question, answers) = line.split_once(": ").expect("question: answers");
        let mut sides = Vec::new();
        for answer in answers.split(", ") {
            let (value, sources) = answer.split_once(' ').expect("value sources");
            for source in sources.split(' ') {
                let article = article(&mut articles, source);
                sides.push((source, side(article, question, value)));
            }
        }
        findings.push(finding(question, sides));
    }
    Comparison {
        schema: SCHEMA.to_owned(),
        tool: Tool {
            name: "gainsay".to_owned(),
            version: "0".to_owned(),
        },
        articles,
        facts: vec![],
        findings,
        not_shown: NotShown::default(),
    }
}

fn article(articles: &mut Vec<ArticleRow>, source: &str) -> String {
    if let Some(article) = articles.iter().find(|article| article.key == source) {
        return article.id.clone();
    }
    let id = format!("a{}", articles.len() + 1);
    articles.push(ArticleRow {
        id: id.clone(),
        key: source.to_owned(),
        path: format!("./news/{source}.md"),
        source: Some(source.to_uppercase()),
        title: None,
        date: None,
        url: None,
        story: "news".to_owned(),
        claims: 1,
        sentences: 1,
        unread_sentences: 0,
    });
    id
}

fn side(article: String, question: &str, value: &str) -> Side {
    let quote = format!("{question} {value}");
    Side {
        article,
        start: 0,
        end: quote.len(),
        line: 1,
        column: 1,
        quote,
        value: value.to_owned(),
        said: value.to_owned(),
        holder: None,
    }
}

fn finding(question: &str, sides: Vec<(&str, Side)>) -> Finding {
    let pairs: Vec<(&str, &str)> = sides
        .iter()
        .map(|(source, side)| (*source, side.value.as_str()))
        .collect();
    let rule = "quantity-conflict";
    let values: Vec<&str> = pairs.iter().map(|pair| pair.1).collect();
    Finding {
        fingerprint: identity::fingerprint(None, rule, question, &pairs),
        key: identity::key(None, rule, question),
        rule: rule.to_owned(),
        verdict: Verdict::Contradiction,
        slot: Slot::Quantity,
        confidence: 0.9,
        fact: "f1".to_owned(),
        question: question.to_owned(),
        explanation: format!("the answers {} can not all be true", values.join(" and ")),
        decided_by: None,
        sides: sides.into_iter().map(|(_, side)| side).collect(),
    }
}
