//! Clickable places: terminals that know OSC 8 open the article where a quote stands
//! (<https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda>).

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use crate::comparison::ArticleRow;

/// Whether places can be clicked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Links {
    /// They are text.
    #[default]
    None,
    /// They lead to the article, whose path starts from this folder.
    From(PathBuf),
}

/// Where a line of an article is opened: its file, or its address where many articles share one file.
pub(super) fn target(links: &Links, article: &ArticleRow, line: usize) -> Option<String> {
    let Links::From(folder) = links else {
        return None;
    };
    let place = Place::of(&article.path);
    let url = article.url.as_deref().and_then(web);
    let file = |path: &str| {
        let path = folder.join(path);
        format!("file://{}", escaped(&path.to_string_lossy(), b"/"))
    };
    match place {
        Place::Text(path) => Some(format!("{}#{line}", file(path))),
        Place::Record(path) => url.or_else(|| Some(file(path))),
        Place::Stream => url,
    }
}

/// What the lines of an article are lines of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place<'a> {
    /// A file of its own.
    Text(&'a str),
    /// A text inside of this file (`news.json`, `news.json#2`, `news.jsonl:3`), which has other lines.
    Record(&'a str),
    /// Standard input.
    Stream,
}

impl<'a> Place<'a> {
    fn of(path: &'a str) -> Self {
        let file = match path.rsplit_once([':', '#']) {
            Some((file, n)) if !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()) => file,
            _ => path,
        };
        let ending = Path::new(file).extension().and_then(|e| e.to_str());
        let holds_text = matches!(ending, Some("json" | "jsonl" | "ndjson"));
        match file {
            "-" => Self::Stream,
            file if holds_text => Self::Record(file),
            _ => Self::Text(path),
        }
    }
}

/// An address of the web, with what a terminal could obey percent-encoded; nothing else is opened by a click.
fn web(url: &str) -> Option<String> {
    let known = ["https://", "http://"].iter().any(|s| url.starts_with(s));
    known.then(|| escaped(url, b"/:?#[]@!$&'()*+,;=%"))
}

/// Everything but letters, digits, `-._~` and `kept` percent-encoded.
fn escaped(text: &str, kept: &[u8]) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) || kept.contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn article(path: &str, url: Option<&str>) -> ArticleRow {
        ArticleRow {
            id: "a1".to_owned(),
            key: "key".to_owned(),
            path: path.to_owned(),
            source: None,
            title: None,
            date: None,
            url: url.map(str::to_owned),
            story: String::new(),
            claims: 0,
            sentences: 0,
            unread_sentences: 0,
        }
    }

    #[test]
    fn a_place_leads_to_the_file_or_the_address() {
        let links = Links::From(PathBuf::from("/home/ed"));
        let web = Some("https://wire.example/a b\u{1b}\\");
        for (path, url, wanted) in [
            ("news/a b.md", None, Some("file:///home/ed/news/a%20b.md#9")),
            ("/n/a.md", web, Some("file:///n/a.md#9")),
            (
                "news.jsonl:3",
                web,
                Some("https://wire.example/a%20b%1B%5C"),
            ),
            ("news.json#2", None, Some("file:///home/ed/news.json")),
            ("-", web, Some("https://wire.example/a%20b%1B%5C")),
            ("-", Some("javascript:alert(1)"), None),
        ] {
            let found = target(&links, &article(path, url), 9);
            assert_eq!(found.as_deref(), wanted, "{path}");
        }
        assert_eq!(target(&Links::None, &article("a.md", web), 9), None);
    }
}
