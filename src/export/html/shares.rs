//! Who copied whom: how much of one article's text stands word for word in another, by runs of eight words.

use crate::article::{Article, BlockKind};
use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

/// A run that two writers do not hit upon by chance.
const RUN: usize = 8;
/// Less than this is quotes and agency phrases.
const LEAST: usize = 20;

/// A share of one article's text that another has too.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Copy {
    pub(super) of: usize,
    pub(super) within: usize,
    pub(super) percent: usize,
}

/// The pairs with a share of a fifth at least, the greatest first; of both directions the greater.
pub(super) fn copies(articles: &[Option<&Article>]) -> Vec<Copy> {
    let runs: Vec<Vec<u64>> = articles.iter().map(|a| a.map_or(vec![], runs)).collect();
    let sets: Vec<HashSet<u64>> = runs.iter().map(|r| r.iter().copied().collect()).collect();
    let share = |of: usize, within: usize| {
        let shared = runs[of]
            .iter()
            .filter(|run| sets[within].contains(run))
            .count();
        (100 * shared).checked_div(runs[of].len()).unwrap_or(0)
    };
    let mut copies = Vec::new();
    for one in 0..runs.len() {
        for other in one + 1..runs.len() {
            let (forth, back) = (share(one, other), share(other, one));
            let (of, within, percent) = if forth >= back {
                (one, other, forth)
            } else {
                (other, one, back)
            };
            if percent >= LEAST {
                copies.push(Copy {
                    of,
                    within,
                    percent,
                });
            }
        }
    }
    copies.sort_by_key(|copy| (std::cmp::Reverse(copy.percent), copy.of, copy.within));
    copies
}

/// A hash for each run of words of the article's prose.
fn runs(article: &Article) -> Vec<u64> {
    let prose = article
        .blocks
        .iter()
        .filter(|b| b.kind != BlockKind::Furniture);
    let words: Vec<String> = prose
        .flat_map(|block| {
            block
                .span
                .of(&article.text)
                .split(|c: char| !c.is_alphanumeric())
        })
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let hash = |run: &[String]| {
        let mut hasher = DefaultHasher::new();
        run.hash(&mut hasher);
        hasher.finish()
    };
    words.windows(RUN).map(hash).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copied_text_is_one_and_a_common_phrase_is_none() {
        let wire = "The ferry left the harbour at nine in the morning with forty passengers on board, police said.";
        let one = Article::plain("a1", wire);
        let other = Article::plain("a2", &format!("From our reporter. {wire} It was raining."));
        let third = Article::plain("a3", "The ferry left the harbour at nine.");
        assert_eq!(
            copies(&[Some(&one), Some(&other), Some(&third), None]),
            [Copy {
                of: 0,
                within: 1,
                percent: 100
            }]
        );
    }
}
