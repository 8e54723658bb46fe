//! The configuration at work: stories, sources and ignores laid over the articles that were read.

use std::collections::BTreeSet;

use globset::{GlobBuilder, GlobMatcher};

use super::{Config, Story};
use crate::article::Article;
use crate::gate::ignore::{Ignore, Scope};

/// A pattern as in `.gitignore`: `*` stays inside a folder, `**` does not; none if it is no pattern.
pub(super) fn matcher(glob: &str) -> Result<GlobMatcher, globset::Error> {
    let glob = glob.strip_prefix("./").unwrap_or(glob);
    let built = GlobBuilder::new(glob).literal_separator(true).build()?;
    Ok(built.compile_matcher())
}

fn is_match(globs: &[String], path: &str) -> bool {
    let mut matchers = globs.iter().filter_map(|glob| matcher(glob).ok());
    matchers.any(|matcher| matcher.is_match(path))
}

/// An article with what the configuration says of its file; `path` is its path from the folder of the configuration.
///
/// Later entries win over earlier ones, as the more special ones stand below.
pub fn apply(config: &Config, article: Article, path: &str) -> Article {
    let mut article = article;
    if let Some(story) = config.stories.iter().rev().find_map(|s| story(s, path)) {
        article.story = story;
    }
    for source in config.sources.iter().filter(|s| is_match(&s.files, path)) {
        if let Some(url) = &source.url {
            article.url = Some(url.clone());
            if article.given_id.is_none() {
                article.key.clone_from(url);
            }
        }
        if let Some(id) = &source.id {
            article.given_id = Some(id.clone());
            article.key.clone_from(id);
        }
        article.source = source.name.clone().or(article.source);
        article.date = source.date.or(article.date);
    }
    article
}

/// The story that a file belongs to by one entry.
fn story(story: &Story, path: &str) -> Option<String> {
    if is_match(&story.files, path) {
        return Some(story.name.clone());
    }
    let parts: Vec<&str> = path.split('/').collect();
    let mut folders = (1..parts.len()).map(|n| parts[..n].join("/"));
    folders.rfind(|folder| is_match(&story.folders, folder))
}

/// The ignores of the configuration over the articles of a run, each an id and a path from the folder of the
/// configuration; `place` is the configuration's file.
pub fn ignores(config: &Config, articles: &[(&str, String)], place: &str) -> Vec<Ignore> {
    let ignores = config.ignores.iter().map(|rule| Ignore {
        place: format!("{place}:{}", rule.line),
        rules: rule.rule.iter().cloned().collect(),
        scope: match rule.path.as_deref().map(matcher) {
            Some(Ok(glob)) => {
                let meant = articles.iter().filter(|(_, path)| glob.is_match(path));
                Scope::Articles(meant.map(|(id, _)| (*id).to_owned()).collect())
            }
            Some(Err(_)) => Scope::Articles(BTreeSet::new()),
            None => Scope::Everywhere,
        },
    });
    ignores.collect()
}

#[cfg(test)]
mod tests {
    use super::super::parse;
    use super::*;

    #[test]
    fn files_get_their_story_and_source() {
        let text = r#"
            [[story]]
            folders = "stories/*"
            [[story]]
            name = "train"
            files = ["news/**/train-*.md"]
            [[source]]
            files = "**/*kcna*"
            id = "kcna"
            name = "KCNA"
            date = "2023-09-12"
            [[source]]
            files = "news/old/**"
            url = "https://old.example/"
        "#;
        let config = parse(text, "gainsay.toml", &[]).unwrap();
        // path, story, key, source
        let cases = [
            ("stories/quake/a.md", "stories/quake", "a1", None),
            ("stories/quake/deep/a.md", "stories/quake", "a1", None),
            ("stories/a.md", "", "a1", None),
            ("news/train-1.md", "train", "a1", None),
            ("news/x/train-kcna.md", "train", "kcna", Some("KCNA")),
            ("news/old/a.md", "", "https://old.example/", None),
            ("news/old/kcna.md", "", "kcna", Some("KCNA")),
        ];
        for (path, story, key, source) in cases {
            let article = apply(&config, Article::plain("a1", "One."), path);
            let found = (
                article.story.as_str(),
                article.key.as_str(),
                article.source.as_deref(),
            );
            assert_eq!(found, (story, key, source), "{path}");
        }
    }
}
