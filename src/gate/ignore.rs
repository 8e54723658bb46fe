//! Ignores: findings that stand by will of the author, said in the text itself or in the configuration.
//!
//! An ignore takes an account out of the question, not the question out of the run: when enough of the other accounts
//! still disagree, the finding stays. One without a reason is refused, and one that ignores nothing is reported.

use std::collections::BTreeSet;

use crate::comparison::{Finding, Side};
use crate::error::Error;
use crate::verdict::rules as table;

/// What opens an ignore inside a comment: `<!-- gainsay-ignore time-conflict: the agency's own clock -->`.
const OPENING: &str = "gainsay-ignore";

/// What ends a paragraph of HTML.
const CLOSING: [&str; 9] = [
    "</p>", "</li>", "</td>", "</th>", "</dd>", "</h1>", "</h2>", "</h3>", "</div>",
];

/// An account that is not to be held against others.
#[derive(Clone, Debug)]
pub struct Ignore {
    /// Where it stands, for people.
    pub place: String,
    /// The rules it is about; empty: all.
    pub rules: Vec<String>,
    /// The accounts it is about.
    pub scope: Scope,
}

/// The accounts that an ignore is about.
#[derive(Clone, Debug)]
pub enum Scope {
    /// Those of one article that start in this stretch of its file.
    Stretch {
        /// The article's id.
        article: String,
        /// First byte.
        start: usize,
        /// Byte after the last.
        end: usize,
    },
    /// Those of articles with these ids.
    Articles(BTreeSet<String>),
    /// All.
    Everywhere,
}

/// All ignores of a run.
#[derive(Clone, Debug, Default)]
pub struct Ignores {
    /// In the order of the articles and of the configuration.
    pub all: Vec<Ignore>,
}

impl Ignores {
    /// The ignores that take out a finding, as indices; none if enough accounts still disagree without them.
    pub fn covering(&self, finding: &Finding) -> Option<BTreeSet<usize>> {
        let mut used = BTreeSet::new();
        let mut answers = BTreeSet::new();
        for side in &finding.sides {
            match self.all.iter().position(|i| i.covers(finding, side)) {
                Some(index) => {
                    used.insert(index);
                }
                None => {
                    answers.insert(&side.value);
                }
            }
        }
        (!used.is_empty() && answers.len() < 2).then_some(used)
    }

    /// The places of the ignores that are not among `used`.
    pub fn idle(&self, used: &BTreeSet<usize>) -> Vec<String> {
        let idle = self
            .all
            .iter()
            .enumerate()
            .filter(|(index, _)| !used.contains(index));
        idle.map(|(_, ignore)| ignore.place.clone()).collect()
    }
}

impl Ignore {
    fn covers(&self, finding: &Finding, side: &Side) -> bool {
        let rule = self.rules.is_empty() || self.rules.contains(&finding.rule);
        rule && match &self.scope {
            Scope::Everywhere => true,
            Scope::Stretch {
                article,
                start,
                end,
            } => side.article == *article && (*start..*end).contains(&side.start),
            Scope::Articles(ids) => ids.contains(&side.article),
        }
    }
}

/// The ignores in the comments of a Markdown or HTML file, and what is wrong with those that can not be followed.
///
/// A comment on a line of its own is about the paragraph after it; one behind text about the line it stands in;
/// `gainsay-ignore-file` about the whole file. Lines of fenced code are examples, not orders.
pub fn inline(article: &str, path: &str, raw: &str) -> (Vec<Ignore>, Vec<Error>) {
    let (mut ignores, mut errors) = (Vec::new(), Vec::new());
    if !raw.contains(OPENING) {
        return (ignores, errors);
    }
    for (start, end) in comments(raw) {
        let inside = raw[start + 4..end - 3].trim();
        let Some(order) = inside.strip_prefix(OPENING) else {
            continue;
        };
        let line = raw[..start].bytes().filter(|&b| b == b'\n').count() + 1;
        let place = format!("{path}:{line}");
        let (order, (start, end)) = match order.strip_prefix("-file") {
            Some(order) => (order, (0, raw.len())),
            None => (order, stretch(raw, start, end)),
        };
        let article = article.to_owned();
        match rules(order) {
            Ok(rules) => ignores.push(Ignore {
                place,
                rules,
                scope: Scope::Stretch {
                    article,
                    start,
                    end,
                },
            }),
            Err((what, mend)) => errors.push(Error::new(place, what, mend)),
        }
    }
    (ignores, errors)
}

/// The rules that an ignore names before its reason, or what is wrong with it and the mend.
fn rules(order: &str) -> Result<Vec<String>, (String, &'static str)> {
    let Some((rules, _)) = order.split_once(':').filter(|(_, r)| !r.trim().is_empty()) else {
        let what = "this ignore gives no reason and is not followed".to_owned();
        return Err((what, "write `<!-- gainsay-ignore RULE: reason -->`"));
    };
    let rules: Vec<String> = rules
        .split([',', ' '])
        .filter(|rule| !rule.is_empty())
        .map(str::to_owned)
        .collect();
    match rules.iter().find(|rule| table::by_code(rule).is_none()) {
        Some(unknown) => {
            let what = format!("this ignore names no rule with `{unknown}` and is not followed");
            Err((what, "`gainsay rule --all` shows all"))
        }
        None => Ok(rules),
    }
}

/// Where the comments of a file stand, fenced code left out.
fn comments(raw: &str) -> Vec<(usize, usize)> {
    let fences: Vec<usize> = raw
        .split_inclusive('\n')
        .scan(0, |start, line| {
            let here = *start;
            *start += line.len();
            Some((here, line.trim_start()))
        })
        .filter(|(_, line)| line.starts_with("```") || line.starts_with("~~~"))
        .map(|(start, _)| start)
        .collect();
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = raw[from..].find("<!--").map(|i| from + i) {
        let Some(end) = raw[start + 4..].find("-->").map(|i| start + 4 + i + 3) else {
            break;
        };
        if fences.partition_point(|&fence| fence <= start) % 2 == 0 {
            found.push((start, end));
        }
        from = end;
    }
    found
}

/// What a comment is about: its own line if there is text before it, else the paragraph after it.
fn stretch(raw: &str, start: usize, end: usize) -> (usize, usize) {
    let line_start = raw[..start].rfind('\n').map_or(0, |i| i + 1);
    let before = raw[line_start..start].trim();
    if !before.is_empty() && !before.ends_with('>') {
        let line_end = raw[end..].find('\n').map_or(raw.len(), |i| end + i);
        return (line_start, line_end);
    }
    let text = raw[end..]
        .find(|c: char| !c.is_whitespace())
        .map_or(raw.len(), |i| end + i);
    let rest = &raw[text..];
    let blank = blank_line(rest).unwrap_or(rest.len());
    let closed = CLOSING
        .iter()
        .filter_map(|tag| rest[..blank].find(tag))
        .min();
    (end, text + closed.unwrap_or(blank))
}

/// Where the first line begins that holds nothing but white space.
fn blank_line(text: &str) -> Option<usize> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if line.trim().is_empty() {
            return Some(start);
        }
        start += line.len();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the only ignore of a text is about.
    fn about(raw: &str) -> (Vec<String>, &str) {
        let (ignores, errors) = inline("a1", "a.md", raw);
        assert_eq!(errors, []);
        let [
            Ignore {
                rules,
                scope: Scope::Stretch { start, end, .. },
                ..
            },
        ] = &ignores[..]
        else {
            panic!("not one ignore in {raw}: {ignores:?}");
        };
        (rules.clone(), raw[*start..*end].trim())
    }

    #[test]
    fn an_ignore_is_about_the_paragraph_after_it_or_its_own_line() {
        let raw = "One.\n\n<!-- gainsay-ignore time-conflict: own clock -->\nTwo\ntwo.\n\nThree.\n";
        assert_eq!(about(raw), (vec!["time-conflict".to_owned()], "Two\ntwo."));
        let raw = "One. <!-- gainsay-ignore: a quote -->\nTwo.\n";
        assert_eq!(
            about(raw),
            (vec![], "One. <!-- gainsay-ignore: a quote -->")
        );
        let raw = "<div><!-- gainsay-ignore time-conflict, age-conflict: why --><p>One</p><p>Two</p></div>";
        assert_eq!(
            about(raw),
            (
                vec!["time-conflict".to_owned(), "age-conflict".to_owned()],
                "<p>One"
            )
        );
        let raw = "One.\n\n<!-- gainsay-ignore-file age-conflict: why -->\n\nTwo.";
        assert_eq!(about(raw), (vec!["age-conflict".to_owned()], raw));
        let raw = "<!-- gainsay-ignore: why -->";
        assert_eq!(about(raw).1, "");
    }

    #[test]
    fn examples_in_code_and_ignores_without_reason_are_not_followed() {
        let (ignores, errors) = inline("a1", "a.md", "```\n<!-- gainsay-ignore a: why -->\n```\n");
        assert!(ignores.is_empty() && errors.is_empty());
        let (ignores, errors) = inline(
            "a1",
            "a.md",
            "One.\n<!-- gainsay-ignore time-conflict -->\nTwo.",
        );
        assert!(ignores.is_empty());
        assert!(
            errors[0]
                .to_string()
                .starts_with("a.md:2: this ignore gives no reason")
        );
    }

    #[test]
    fn a_rule_that_does_not_exist_is_named() {
        let (_, errors) = inline(
            "a1",
            "a.md",
            "<!-- gainsay-ignore time-conflit: why -->\nOne.",
        );
        let error = errors[0].to_string();
        assert!(
            error.starts_with("a.md:1: this ignore names no rule with `time-conflit`"),
            "{error}"
        );
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_it_panic(parts in proptest::collection::vec("(<!--|-->|gainsay-ignore|-file|:|é|\n|```|</p>|[ a>-]){0,3}", 0..12)) {
            let raw = parts.concat();
            for ignore in inline("a1", "a.md", &raw).0 {
                let Scope::Stretch { start, end, .. } = ignore.scope else { unreachable!("inline ignores have a stretch") };
                proptest::prop_assert!(raw.get(start..end).is_some());
            }
        }
    }
}
