//! Finds the stories that are annotated fact by fact: the question model learns from them, the comparison is held to them.

use crate::gold::Story;

use std::error::Error;
use std::path::{Path, PathBuf};

/// The story folders below `root`: either `gold/NAME.jsonl` with `articles/NAME/*` or
/// `stories/NAME/*`, or a folder with a `gold.jsonl`
/// beside its articles.
pub(crate) fn find(root: &Path) -> Result<Vec<Story>, Box<dyn Error>> {
    let mut found: Vec<(String, PathBuf, PathBuf)> = Vec::new();
    let name = |path: &Path| {
        path.file_stem()
            .map(|s| s.to_string_lossy().into_owned())
            .unwrap_or_default()
    };
    if root.join("gold").is_dir() {
        for entry in std::fs::read_dir(root.join("gold"))? {
            let gold = entry?.path();
            let folders = ["articles", "stories"].map(|folder| root.join(folder).join(name(&gold)));
            let folder = folders.iter().find(|folder| folder.is_dir());
            let articles = folder.unwrap_or(&folders[0]).clone();
            found.push((name(&gold), gold.clone(), articles));
        }
    } else {
        for entry in std::fs::read_dir(root)? {
            let folder = entry?.path();
            if folder.join("gold.jsonl").is_file() {
                found.push((name(&folder), folder.join("gold.jsonl"), folder));
            }
        }
    }
    found.sort();
    found
        .into_iter()
        .map(|(name, gold, articles)| Story::read(name, &gold, &articles))
        .collect()
}
