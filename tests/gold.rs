//! The annotations of the fixtures quote the articles word for word, and use only the labels that they explain.

use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

const LABELS: [&str; 5] = ["contradiction", "update", "tension", "precision", "agree"];

#[test]
fn gold_quotes_are_in_the_articles() {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    hold(&fixtures);
    hold(&fixtures.join("blind"));
}

fn hold(root: &Path) {
    let stories = files(&root.join("stories"));
    assert_eq!(
        stories.len(),
        files(&root.join("gold")).len(),
        "a gold file a story"
    );
    for story in stories {
        let documents = documents(&story);
        let name = stem(&story);
        let gold = fs::read_to_string(root.join("gold").join(format!("{name}.jsonl")));
        for (number, line) in gold.expect("a gold file a story").lines().enumerate() {
            let row: Value = serde_json::from_str(line).expect("a JSON object a line");
            let place = format!("gold/{name}.jsonl:{}", number + 1);
            let label = row["label"].as_str().unwrap_or("agree");
            assert!(LABELS.contains(&label), "{place}: label {label}");
            for account in accounts(&row) {
                let text = &documents[account["doc"].as_str().expect("a name")];
                let quote = account["quote"].as_str().expect("words");
                let found = text.lines().any(|line| line.contains(quote));
                assert!(found, "{place}: not in the article: {quote}");
            }
        }
    }
}

fn accounts(row: &Value) -> Vec<&Value> {
    match row["accounts"].as_array() {
        Some(accounts) => accounts.iter().collect(),
        None => vec![&row["a"], &row["b"]],
    }
}

/// The articles of a story by name; a line of JSON lines is one by its id.
fn documents(story: &Path) -> BTreeMap<String, String> {
    let mut documents = BTreeMap::new();
    for path in files(story) {
        let text = fs::read_to_string(&path).expect("fixtures are UTF-8");
        if path.extension().is_some_and(|e| e == "jsonl") {
            for line in text.lines() {
                let article: Value = serde_json::from_str(line).expect("a JSON object a line");
                let field = |name: &str| article[name].as_str().unwrap_or_default().to_owned();
                documents.insert(field("id"), field("text"));
            }
        } else {
            documents.insert(stem(&path), text);
        }
    }
    documents
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the folder is in the repository");
    let mut paths: Vec<PathBuf> = entries.map(|e| e.expect("readable").path()).collect();
    paths.sort();
    paths
}

fn stem(path: &Path) -> String {
    path.file_stem()
        .expect("a file")
        .to_string_lossy()
        .into_owned()
}
