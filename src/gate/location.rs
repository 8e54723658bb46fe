//! Where a finding is shown that has room for one place only, and how machines name places.

use std::collections::{BTreeMap, BTreeSet};

use super::hold::Held;
use crate::comparison::{Finding, Side};

/// A place in a file as editors and code hosts name it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Location {
    /// The path with `/` between its parts.
    pub path: String,
    /// 1-based.
    pub line: usize,
    /// 1-based, in characters.
    pub column: usize,
    /// The line of the last character.
    pub end_line: usize,
    /// The column after the last character.
    pub end_column: usize,
    /// Whether the columns are those of the file: inside a line of JSONL they are not.
    pub exact: bool,
}

/// The side to show and the others, the same for any order of the articles: the answer that the fewest sources give is
/// the likeliest to be wrong; ties go to the first path and place.
pub fn primary<'a>(held: &Held, finding: &'a Finding) -> (Option<&'a Side>, Vec<&'a Side>) {
    let mut voices: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for side in &finding.sides {
        let sources = voices.entry(&side.value).or_default();
        sources.insert(&side.article);
    }
    let mut sides: Vec<&Side> = finding.sides.iter().collect();
    sides.sort_by_cached_key(|side| {
        let voices = voices.get(side.value.as_str()).map_or(0, BTreeSet::len);
        (voices, held.path(side), side.start, side.end)
    });
    let mut sides = sides.into_iter();
    (sides.next(), sides.collect())
}

/// Where a side stands.
pub fn location(held: &Held, side: &Side) -> Location {
    let path = held.path(side);
    if let Some((file, line)) = jsonl_line(&path) {
        return Location {
            path: file.to_owned(),
            line,
            column: 1,
            end_line: line,
            end_column: 1,
            exact: false,
        };
    }
    let breaks = side.quote.matches('\n').count();
    let last = side.quote.rsplit('\n').next().unwrap_or_default();
    let before = if breaks == 0 { side.column } else { 1 };
    Location {
        path: if path == "-" {
            "stdin".to_owned()
        } else {
            path
        },
        line: side.line,
        column: side.column,
        end_line: side.line + breaks,
        end_column: before + last.chars().count(),
        exact: true,
    }
}

/// A path as globs are written: `/` between the parts and no `./` before them.
pub fn plain_path(path: &str) -> String {
    let path = path.replace('\\', "/");
    path.strip_prefix("./").unwrap_or(&path).to_owned()
}

/// `news.jsonl:7` is line 7 of a file whose lines are articles.
fn jsonl_line(path: &str) -> Option<(&str, usize)> {
    let (file, line) = path.rsplit_once(':')?;
    let ending = file.rsplit('.').next()?;
    let lines = matches!(ending, "jsonl" | "ndjson" | "json");
    Some((file, line.parse().ok().filter(|_| lines)?))
}

#[cfg(test)]
mod tests {
    use super::super::hold::alone;
    use super::super::sample::comparison;
    use super::*;

    #[test]
    fn the_minority_is_shown_whatever_the_order_of_the_articles() {
        for line in ["dead: 12 a b, 14 c", "dead: 14 c, 12 b a"] {
            let run = comparison(&[line]);
            let held = alone(&run);
            let (first, others) = primary(&held, &run.findings[0]);
            assert_eq!(held.path(first.unwrap()), "news/c.md");
            assert_eq!(
                others
                    .iter()
                    .map(|side| held.path(side))
                    .collect::<Vec<_>>(),
                ["news/a.md", "news/b.md"]
            );
        }
    }

    #[test]
    fn a_quote_over_two_lines_ends_in_the_second() {
        let mut run = comparison(&["dead: 12 a, 14 b"]);
        run.findings[0].sides[0].quote = "twelve\ndied é".to_owned();
        run.articles[1].path = "news.jsonl:7".to_owned();
        let held = alone(&run);
        let sides = &run.findings[0].sides;
        let one = location(&held, &sides[0]);
        assert_eq!(
            (one.line, one.column, one.end_line, one.end_column),
            (1, 1, 2, 7)
        );
        let other = location(&held, &sides[1]);
        assert_eq!(
            (other.path.as_str(), other.line, other.exact),
            ("news.jsonl", 7, false)
        );
    }
}
