//! The readable part of a page: what is chrome, and which element holds the article.
//!
//! After Readability's idea (prose gathers in one container, chrome shows by names and by links), but on a tree that
//! keeps offsets: text counts where paragraphs are, and the root is the smallest element that holds nearly all of it.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::lexicon::rows;

use super::dom::Dom;

/// An element holds the article if it holds this share of the page's prose.
const MOST: f64 = 0.75;
/// One `article` element is the article if it holds this share.
const HALF: f64 = 0.5;
/// Shorter stretches are captions, labels, teasers.
const PROSE_LEN: usize = 60;

static CHROME: LazyLock<HashMap<&'static str, Vec<&'static str>>> = LazyLock::new(|| {
    let mut names: HashMap<_, Vec<_>> = HashMap::new();
    for [name, what] in rows(include_str!("chrome.tsv")) {
        names.entry(what).or_default().push(name);
    }
    names
});

/// What is read of a page.
pub(super) struct Content {
    /// The element that holds the article.
    pub(super) root: usize,
    /// Whether an element, by index, is left out with all below it.
    pub(super) dropped: Vec<bool>,
}

/// Finds the readable part.
pub(super) fn find(dom: &Dom, raw: &str) -> Content {
    let prose = prose(dom, raw);
    let half = HALF * prose[0] as f64;
    let dropped: Vec<bool> = (0..dom.nodes.len())
        .map(|i| is_dropped(dom, i) || is_chrome(dom, i) && (prose[i] as f64) < half)
        .collect();
    let prose = without(dom, &prose, &dropped);
    let root = root(dom, &prose);
    Content { root, dropped }
}

impl Content {
    /// Whether a node and all elements around it are kept.
    pub(super) fn keeps(&self, dom: &Dom, node: usize) -> bool {
        dom.upward(node).all(|n| !self.dropped[n])
    }
}

fn is_dropped(dom: &Dom, node: usize) -> bool {
    let it = &dom.nodes[node];
    let has = |what: &str, name: &str| CHROME.get(what).is_some_and(|names| names.contains(&name));
    let hidden =
        it.attributes.contains_key("hidden") || it.attribute("aria-hidden") == Some("true");
    let styled = it
        .attribute("style")
        .is_some_and(|s| s.replace(' ', "").contains("display:none"));
    has("drop", &it.name)
        || it.attribute("role").is_some_and(|r| has("role", r))
        || hidden
        || styled
}

/// Whether an element's name or a word of its class or id is one of chrome's.
fn is_chrome(dom: &Dom, node: usize) -> bool {
    let it = &dom.nodes[node];
    let names = &CHROME["chrome"];
    ["class", "id"]
        .iter()
        .filter_map(|a| it.attribute(a))
        .flat_map(|value| value.split(|c: char| !c.is_ascii_alphanumeric()))
        .chain([it.name.as_str()])
        .any(|word| names.contains(&word.to_ascii_lowercase().as_str()))
}

/// Bytes of prose below each node: the own text of paragraphs, items, cells and divisions that is long and no link.
fn prose(dom: &Dom, raw: &str) -> Vec<usize> {
    let mut prose = vec![0; dom.nodes.len()];
    let mut linked = vec![false; dom.nodes.len()];
    // Children follow their parents, so that one pass down and one up see every node once.
    for i in 1..dom.nodes.len() {
        let parent = dom.nodes[i].parent;
        linked[i] = linked[parent] || dom.nodes[i].name == "a" || is_dropped(dom, i);
    }
    for i in (1..dom.nodes.len()).rev() {
        let it = &dom.nodes[i];
        if it.is_text() && !linked[i] {
            prose[i] = it.text.of(raw).trim().len();
        } else if !is_inline(&it.name) && own_text(dom, &prose, i) < PROSE_LEN {
            for &child in it
                .children
                .iter()
                .filter(|&&c| is_inline(&dom.nodes[c].name))
            {
                prose[i] -= prose[child].min(prose[i]);
            }
        }
        let parent = it.parent;
        prose[parent] += prose[i];
    }
    prose
}

/// Prose that stands in a node itself, not in a block below it.
fn own_text(dom: &Dom, prose: &[usize], node: usize) -> usize {
    let children = dom.nodes[node].children.iter();
    children
        .filter(|&&c| is_inline(&dom.nodes[c].name))
        .map(|&c| prose[c])
        .sum()
}

/// Text and the elements that stand inside a line; the empty name is that of texts.
pub(super) fn is_inline(name: &str) -> bool {
    matches!(
        name,
        "" | "a"
            | "abbr"
            | "acronym"
            | "b"
            | "bdi"
            | "bdo"
            | "big"
            | "cite"
            | "code"
            | "data"
            | "del"
            | "dfn"
            | "em"
            | "font"
            | "i"
            | "img"
            | "ins"
            | "kbd"
            | "mark"
            | "q"
            | "s"
            | "samp"
            | "small"
            | "span"
            | "strong"
            | "sub"
            | "sup"
            | "time"
            | "tt"
            | "u"
            | "var"
            | "wbr"
    )
}

/// The prose of each node without that of dropped elements.
fn without(dom: &Dom, prose: &[usize], dropped: &[bool]) -> Vec<usize> {
    let mut left = prose.to_vec();
    for i in (1..dom.nodes.len()).rev() {
        if dropped[i] {
            left[i] = 0;
        } else if !dom.nodes[i].is_text() {
            let lost: usize = dom.nodes[i]
                .children
                .iter()
                .map(|&c| prose[c] - left[c].min(prose[c]))
                .sum();
            left[i] = left[i].saturating_sub(lost);
        }
    }
    let lost: usize = dom.nodes[0]
        .children
        .iter()
        .map(|&c| prose[c] - left[c].min(prose[c]))
        .sum();
    left[0] = left[0].saturating_sub(lost);
    left
}

/// The element that is marked as the article and holds half the prose, else the smallest that holds most of it.
fn root(dom: &Dom, prose: &[usize]) -> usize {
    let is_marked = |i: &usize| {
        let it = &dom.nodes[*i];
        it.name == "article" || it.name == "main" || it.attribute("itemprop") == Some("articleBody")
    };
    let marked = (0..dom.nodes.len())
        .filter(is_marked)
        .filter(|&i| prose[i] as f64 >= HALF * prose[0] as f64 && prose[i] > 0)
        .max_by_key(|&i| (prose[i], std::cmp::Reverse(i)));
    let mut root = marked.unwrap_or(0);
    let enough = MOST * prose[root] as f64;
    while let Some(&child) = dom.nodes[root]
        .children
        .iter()
        .find(|&&c| !is_inline(&dom.nodes[c].name) && prose[c] as f64 >= enough && prose[c] > 0)
    {
        // A single long paragraph is not the article: what stands beside it is.
        let holds_blocks = dom.nodes[child]
            .children
            .iter()
            .any(|&c| !is_inline(&dom.nodes[c].name));
        if !holds_blocks {
            break;
        }
        root = child;
    }
    root
}
