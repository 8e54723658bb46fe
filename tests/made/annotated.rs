//! Comparisons made of the fixtures' annotations: real articles, and what a careful reader finds in them. They show
//! what the reports make of a comparison that is right.

use gainsay::article::Article;
use gainsay::comparison::{ArticleRow, Comparison, Slot, Verdict};
use serde_json::Value;
use std::fs;
use std::path::Path;

/// The story of this name below `root`, which has `stories/` (or `articles/`) and `gold/`.
pub(crate) fn annotated(root: &Path, story: &str) -> (Comparison, Vec<Article>) {
    let stories = ["stories", "articles"].map(|folder| root.join(folder).join(story));
    let folder = stories.iter().find(|folder| folder.is_dir());
    let articles = read(folder.expect("the story is there"), story);
    let mut comparison = super::comparison(articles.iter().map(ArticleRow::from).collect());
    let gold = root.join("gold").join(format!("{story}.jsonl"));
    let gold = fs::read_to_string(gold).expect("the story is annotated");
    let facts = gold
        .lines()
        .map(|line| serde_json::from_str(line).expect("a JSON object a line"));
    let mut facts: Vec<Value> = facts.filter(|row: &Value| row["kind"] != "trap").collect();
    facts.sort_by_key(|fact| verdict(fact["label"].as_str().unwrap_or_default()));
    for fact in &facts {
        add(&mut comparison, &articles, story, fact);
    }
    (comparison, articles)
}

fn read(folder: &Path, story: &str) -> Vec<Article> {
    let entries = fs::read_dir(folder).expect("the story is a folder");
    let mut paths: Vec<_> = entries.map(|e| e.expect("readable").path()).collect();
    paths.sort();
    let mut articles = Vec::new();
    for path in paths {
        let bytes = fs::read(&path).expect("readable");
        let name = path
            .file_name()
            .expect("a file")
            .to_string_lossy()
            .into_owned();
        articles.extend(
            gainsay::read::read(&bytes, &format!("{story}/{name}"), None).expect("an article"),
        );
    }
    for (i, article) in articles.iter_mut().enumerate() {
        article.id = format!("a{}", i + 1);
        story.clone_into(&mut article.story);
    }
    articles
}

fn add(comparison: &mut Comparison, articles: &[Article], story: &str, fact: &Value) {
    let word = |name: &str| fact[name].as_str().unwrap_or_default();
    let accounts = fact["accounts"].as_array().expect("a fact has accounts");
    let mut places = Vec::new();
    let mut told = Vec::new();
    for account in accounts {
        let of = |name: &str| account[name].as_str().unwrap_or_default();
        let article = articles.iter().find(|a| is(a, of("doc")));
        let Some(article) = article else { continue };
        let Some(start) = article.raw.find(of("quote")) else {
            continue;
        };
        places.push((start, &article.raw[..start]));
        told.push((article.id.as_str(), of("quote"), of("value"), of("quote")));
    }
    let slot: Slot = serde_json::from_value(fact["slot"].clone()).expect("a slot");
    super::add(
        comparison,
        word("fact"),
        verdict(word("label")),
        slot,
        word("note"),
        &told,
    );
    let (facts, findings) = (&mut comparison.facts, &mut comparison.findings);
    let added = facts.last_mut().expect("just added");
    story.clone_into(&mut added.story);
    for (account, (start, before)) in added.accounts.iter_mut().zip(&places) {
        account.end = start + account.quote.len();
        account.start = *start;
        (account.line, account.column) = position(before);
    }
    let Some(finding) = findings.last_mut().filter(|f| f.fact == added.id) else {
        return;
    };
    for (side, account) in finding.sides.iter_mut().zip(&added.accounts) {
        (side.start, side.end) = (account.start, account.end);
        (side.line, side.column) = (account.line, account.column);
    }
}

/// Line and column behind a text.
fn position(before: &str) -> (usize, usize) {
    let line = before.rsplit('\n').next().unwrap_or_default();
    (before.matches('\n').count() + 1, line.chars().count() + 1)
}

fn is(article: &Article, name: &str) -> bool {
    let stem = Path::new(&article.path).file_stem();
    article.given_id.as_deref() == Some(name)
        || article.given_id.is_none() && stem.is_some_and(|s| s.to_string_lossy() == name)
}

fn verdict(label: &str) -> Verdict {
    match label {
        "contradiction" => Verdict::Contradiction,
        "update" => Verdict::Update,
        "tension" => Verdict::Tension,
        "precision" => Verdict::Precision,
        _ => Verdict::Agreement,
    }
}
