//! Which heading of a page is the article's: the one that the page's title begins with.

use super::content::Content;
use super::dom::Dom;
use super::entities::decoded;

/// The article's heading: of those that are read, or stand outside the readable part as an `h1`, the one whose words
/// come first in the title; where none does, an `h1` outside, if the readable part has none of its own.
pub(super) fn find(dom: &Dom, raw: &str, content: &Content, title: Option<&str>) -> Option<usize> {
    let title = title.map(str::to_lowercase);
    let is_inside = |node: usize| dom.is_within(node, content.root);
    let candidates: Vec<usize> = dom
        .named("h1")
        .chain(dom.named("h2").filter(|&h| is_inside(h)))
        .filter(|&h| content.keeps(dom, h))
        .filter(|&h| dom.words(raw, h).contains(char::is_alphanumeric))
        .collect();
    let place = |h: usize| title.as_ref()?.find(&words(dom, raw, h).to_lowercase());
    let named = candidates
        .iter()
        .filter_map(|&h| Some((place(h)?, h)))
        .min();
    let is_h1 = |h: usize| dom.nodes[h].name == "h1";
    named.map(|(_, h)| h).or_else(|| {
        let own = candidates.iter().any(|&h| is_h1(h) && is_inside(h));
        let outside = candidates
            .iter()
            .copied()
            .find(|&h| is_h1(h) && h < content.root);
        outside.filter(|_| !own)
    })
}

/// A heading's words without the mark that leads to itself.
pub(super) fn words(dom: &Dom, raw: &str, heading: usize) -> String {
    let text = decoded(&dom.words(raw, heading));
    let is_mark = |c: char| c.is_whitespace() || matches!(c, '#' | '§' | '¶');
    let words: Vec<&str> = text.trim_matches(is_mark).split_whitespace().collect();
    words.join(" ")
}
