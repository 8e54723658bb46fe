//! Identity as a law: what changes no fact changes no fingerprint, and what changes an answer is seen.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;

use gainsay::article::Article;
use gainsay::comparison::{Comparison, Finding, Side};
use gainsay::{Options, compare, read};
use proptest::prelude::*;
use rayon::prelude::*;

/// A file of a story and the lasting name of its source.
#[derive(Clone, Debug)]
struct Page {
    key: String,
    path: String,
    text: String,
}

/// The stories of the repository that disagree about something, with what is found in them.
static STORIES: LazyLock<Vec<(Vec<Page>, Comparison)>> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/stories");
    let mut folders: Vec<_> = std::fs::read_dir(root)
        .expect("the fixtures are in the repository")
        .map(|entry| entry.expect("it can be listed").path())
        .collect();
    folders.sort();
    let stories = folders.iter().map(|folder| pages(folder));
    stories
        .chain([ferry()])
        .map(|pages| (pages.clone(), found(&pages)))
        .filter(|(_, comparison)| !comparison.findings.is_empty())
        .collect()
});

/// A story in which nearly every sentence is contradicted, so that there is enough to mutate.
fn ferry() -> Vec<Page> {
    let harbour = "# Ferry sinks off Harrow Point\n\n\
        A ferry sank off Harrow Point on Tuesday evening, killing 12 people, the coast guard's \"duty desk\" said.\n\n\
        The ship left Port Aldine at 5 p.m. with 212 passengers on board. \
        Captain Maria Lindqvist, 51, survived. The rescue cost $3 million.\n";
    let radio = "# Fourteen die in ferry disaster\n\n\
        A ferry sank off Harrow Point on Tuesday evening, killing 14 people, officials said.\n\n\
        The ship left Port Aldine at 6 p.m. with 198 passengers on board. \
        Captain Maria Lindqvist, 53, survived. The rescue cost $5 million.\n";
    let page = |key: &str, text: &str| Page {
        key: key.to_owned(),
        path: format!("{key}.md"),
        text: text.to_owned(),
    };
    vec![page("harbour", harbour), page("radio", radio)]
}

/// The Markdown and plain text files of a folder.
fn pages(folder: &Path) -> Vec<Page> {
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .expect("a story is a folder")
        .map(|entry| entry.expect("it can be listed").path())
        .filter(|path| path.extension().is_some_and(|e| e == "md" || e == "txt"))
        .collect();
    paths.sort();
    let page = |path: &std::path::PathBuf| Page {
        key: path
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned(),
        path: path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned(),
        text: std::fs::read_to_string(path).expect("fixtures are UTF-8"),
    };
    paths.iter().map(page).collect()
}

fn found(pages: &[Page]) -> Comparison {
    let mut articles: Vec<Article> = Vec::new();
    for page in pages {
        let read =
            read::read(page.text.as_bytes(), &page.path, None).expect("fixtures can be read");
        for article in read {
            let id = format!("a{}", articles.len() + 1);
            let (key, story) = (page.key.clone(), "story".to_owned());
            articles.push(Article {
                id,
                key,
                story,
                ..article
            });
        }
    }
    compare(
        &articles,
        &Options {
            min_confidence: 0.0,
            ..Options::default()
        },
    )
}

/// What identifies a run's findings, with the question for whoever reads a failure.
fn identities(comparison: &Comparison) -> BTreeSet<(String, String)> {
    let identity = |finding: &Finding| (finding.fingerprint.clone(), finding.question.clone());
    comparison.findings.iter().map(identity).collect()
}

fn fingerprints(comparison: &Comparison) -> BTreeSet<&str> {
    comparison
        .findings
        .iter()
        .map(|finding| finding.fingerprint.as_str())
        .collect()
}

/// What may happen to a file without changing what it says.
#[derive(Clone, Copy, Debug)]
enum Mutation {
    Wrap(usize),
    Reorder(usize),
    Rename(usize),
    Surround(usize),
    Quotes,
}

fn mutation() -> impl Strategy<Value = Mutation> {
    prop_oneof![
        (60usize..100).prop_map(Mutation::Wrap),
        (0usize..24).prop_map(Mutation::Reorder),
        (0usize..9).prop_map(Mutation::Rename),
        (0usize..40).prop_map(Mutation::Surround),
        Just(Mutation::Quotes),
    ]
}

fn mutate(pages: &[Page], mutation: Mutation) -> Vec<Page> {
    let each = |change: &dyn Fn(&str) -> String| -> Vec<Page> {
        let changed = |page: &Page| Page {
            text: change(&page.text),
            ..page.clone()
        };
        pages.iter().map(changed).collect()
    };
    match mutation {
        Mutation::Wrap(width) => each(&|text| {
            if has_short_lines(text) {
                text.to_owned()
            } else {
                by_paragraph(text, |p| wrap(p, width))
            }
        }),
        Mutation::Quotes => each(&|text| by_paragraph(text, curly)),
        Mutation::Surround(seed) => each(&|text| surround(text, seed)),
        Mutation::Rename(seed) => {
            let renamed = |(i, page): (usize, &Page)| Page {
                path: format!(
                    "{seed}/moved-{}-{i}.{}",
                    seed * 7,
                    page.path.rsplit('.').next().unwrap_or_default()
                ),
                ..page.clone()
            };
            pages.iter().enumerate().map(renamed).collect()
        }
        Mutation::Reorder(seed) => {
            let mut pages = pages.to_vec();
            let turn = seed % pages.len();
            pages.rotate_left(turn);
            if seed % 2 == 1 {
                pages.reverse();
            }
            pages
        }
    }
}

/// Whether a text has lines one below the other that are no paragraph, such as a byline with its date: no file has
/// both these and wrapped lines.
fn has_short_lines(text: &str) -> bool {
    let body = text.rsplit_once("\n---\n").map_or(text, |(_, body)| body);
    let mut blocks = body.split("\n\n").map(str::trim);
    blocks.any(|block| block.starts_with("By ") && block.contains('\n'))
}

/// Changes each paragraph of prose; front matter, headings, tables, lists and code stay.
fn by_paragraph(text: &str, change: impl Fn(&str) -> String) -> String {
    let (front, body) = match text
        .strip_prefix("---\n")
        .and_then(|rest| rest.split_once("\n---\n"))
    {
        Some((front, body)) => (format!("---\n{front}\n---\n"), body),
        None => (String::new(), text),
    };
    let structured = |block: &str| {
        let first = |line: &str| {
            line.trim_start()
                .starts_with(['#', '|', '-', '*', '>', '`', '<', '['])
        };
        block.lines().any(first) || block.starts_with(|c: char| c.is_ascii_digit() || c == ' ')
    };
    let blocks = body.split("\n\n").map(|block| {
        if structured(block.trim_start_matches('\n')) {
            block.to_owned()
        } else {
            change(block)
        }
    });
    front + &blocks.collect::<Vec<_>>().join("\n\n")
}

/// Lines of at most so many bytes, none of which begins like a list or a heading.
fn wrap(paragraph: &str, width: usize) -> String {
    let mut lines: Vec<String> = Vec::new();
    for word in paragraph.split_whitespace() {
        let safe = word.starts_with(|c: char| c.is_alphabetic());
        match lines.last_mut() {
            Some(line) if !safe || line.len() + word.len() < width => line.extend([" ", word]),
            _ => lines.push(word.to_owned()),
        }
    }
    let end = if paragraph.ends_with('\n') { "\n" } else { "" };
    lines.join("\n") + end
}

fn curly(paragraph: &str) -> String {
    let mut open = false;
    let turned = paragraph.chars().map(|c| match c {
        '"' => {
            open = !open;
            if open { '\u{201c}' } else { '\u{201d}' }
        }
        '\'' => '\u{2019}',
        other => other,
    });
    turned.collect()
}

/// Sentences that say nothing about anything.
const ASIDES: [&str; 4] = [
    "Readers can write to the editor.",
    "This page is part of a series.",
    "Letters are welcome, and so are photographs.",
    "Subscribers receive our newsletter by email.",
];

fn surround(text: &str, seed: usize) -> String {
    let aside = ASIDES[seed % ASIDES.len()];
    format!("{}\n\n{aside}\n", text.trim_end())
}

/// All of them, but for seeds that come to the same.
fn mutations() -> Vec<Mutation> {
    let wraps = (60..100).map(Mutation::Wrap);
    let orders = (0..6).map(Mutation::Reorder);
    let names = (0..3).map(Mutation::Rename);
    let asides = (0..ASIDES.len()).map(Mutation::Surround);
    let all = wraps.chain(orders).chain(names).chain(asides);
    all.chain([Mutation::Quotes]).collect()
}

#[test]
fn what_changes_no_fact_changes_no_fingerprint() {
    let mutations = mutations();
    STORIES.par_iter().for_each(|(pages, before)| {
        for &mutation in &mutations {
            let after = found(&mutate(pages, mutation));
            let story = &pages[0].key;
            assert_eq!(
                identities(&after),
                identities(before),
                "{mutation:?} of {story:?}"
            );
        }
    });
}

/// Several mutations at once, 100 times.
const MUTATIONS: usize = 4;

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nor_do_several_at_once(
        story in 0usize..100,
        mutations in proptest::collection::vec(mutation(), MUTATIONS),
    ) {
        let (pages, before) = &STORIES[story % STORIES.len()];
        let mutated = mutations.iter().fold(pages.clone(), |pages, &mutation| mutate(&pages, mutation));
        let after = found(&mutated);
        prop_assert_eq!(identities(&after), identities(before), "{:?} of {:?}", mutations, pages[0].key);
    }
}

/// Each answer with digits in it that its article gives but once, changed to another number, one at a time.
#[test]
fn another_answer_is_seen() {
    let mut changed = 0;
    for by in 0..40 {
        for (pages, before) in STORIES.iter() {
            for finding in &before.findings {
                for side in &finding.sides {
                    let Some(page) = pages
                        .iter()
                        .position(|page| page.text.get(side.start..side.end) == Some(&side.quote))
                    else {
                        continue;
                    };
                    let same =
                        |other: &&Side| other.article == side.article && other.value == side.value;
                    if finding.sides.iter().filter(same).count() > 1 {
                        continue;
                    }
                    let Some(quote) = other_number(&side.quote, &side.said, by) else {
                        continue;
                    };
                    let mut pages = pages.clone();
                    pages[page].text.replace_range(side.start..side.end, &quote);
                    let after = found(&pages);
                    assert!(
                        !fingerprints(&after).contains(finding.fingerprint.as_str()),
                        "`{}` became `{quote}` and nobody saw it",
                        side.quote
                    );
                    changed += 1;
                    if changed == 200 {
                        return;
                    }
                }
            }
        }
    }
    panic!("only {changed} answers could be changed");
}

/// The quote with another first number in what is said.
fn other_number(quote: &str, said: &str, by: usize) -> Option<String> {
    let at = quote.find(said)?;
    let start = at + said.find(|c: char| c.is_ascii_digit())?;
    let end = quote[start..]
        .find(|c: char| !c.is_ascii_digit())
        .map_or(quote.len(), |i| start + i);
    let number: usize = quote[start..end].parse().ok()?;
    let whole = !quote[end..].starts_with([',', '.', ':', '-']);
    // Small numbers may be hours: they stay on the clock.
    let other = if number <= 12 {
        (number + by) % 12 + 1
    } else {
        number * 2 + 3 + by
    };
    (whole && other != number).then(|| format!("{}{other}{}", &quote[..start], &quote[end..]))
}
