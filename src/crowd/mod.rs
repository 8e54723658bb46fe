//! Which articles tell one story, where nobody says so: a flat folder, a stream of a day's news.
//!
//! Two articles are alike by the rare words and the names that they share (the cosine of their words, weighed by how
//! few articles of the run hold them), and less so the more days lie between them. Only articles that share some of
//! their weightiest words are held against each other, so that the work grows with the number of articles, not with
//! its square; average linkage gathers them, so that one chance likeness does not chain two stories together. Twins,
//! two fires or two trials told in the same words, part by their names: words of the kind of event stand in both and
//! weigh little.

mod portrait;
mod ties;
mod words;

pub use ties::ties;

use std::collections::BTreeMap;

use jiff::civil::Date;
use rayon::prelude::*;

use crate::article::Article;
use crate::facts::cluster;
use portrait::{Gallery, Portrait, cosine, weightiest};

/// Articles share one of this many of their weightiest words, or are not held against each other.
const KEYS: usize = 24;
/// A word that more articles have among their weightiest leads to the next ones only.
const LARGEST_BLOCK: usize = 60;
/// The mean likeness at which two groups are one story.
const ALIKE: f64 = 0.12;
/// Two articles that are less alike than this are not alike at all.
const LEAST: f64 = ALIKE / 4.0;
/// Likeness is halved by this many days between two articles.
const HALF_LIFE: f64 = 10.0;
/// Articles that share no name are this much alike, beside others of the same words; those whose names have a cosine of
/// [`SAME_NAMES`] are so in full.
const NO_NAME: f64 = 0.3;
const SAME_NAMES: f64 = 0.2;

/// The story of each article, by name: its three weightiest words.
pub fn stories(articles: &[Article]) -> Vec<String> {
    let gallery = Gallery::of(&articles.iter().collect::<Vec<_>>());
    let groups = groups(articles, &gallery.portraits);
    let mut names = vec![String::new(); articles.len()];
    let mut taken: BTreeMap<String, usize> = BTreeMap::new();
    for members in groups {
        let name = name(&members, &gallery);
        let count = taken.entry(name.clone()).or_default();
        *count += 1;
        let name = match *count {
            1 => name,
            again => format!("{name} {again}"),
        };
        for member in members {
            names[member].clone_from(&name);
        }
    }
    names
}

/// How alike two articles are by their words, less so where other names stand among them.
fn likeness(one: &Portrait, other: &Portrait) -> f64 {
    let names = if one.names.is_empty() || other.names.is_empty() {
        1.0
    } else {
        (cosine(&one.names, &other.names) / SAME_NAMES).min(1.0)
    };
    cosine(&one.words, &other.words) * (NO_NAME + (1.0 - NO_NAME) * names)
}

/// The stories as positions of their articles, by their first article.
fn groups(articles: &[Article], portraits: &[Portrait]) -> Vec<Vec<usize>> {
    let days: Vec<Option<i64>> = articles.iter().map(|a| a.date.map(day)).collect();
    let days = days.as_slice();
    let blocks = Blocks::of(portraits, days);
    let links = (0..articles.len()).into_par_iter().flat_map_iter(|i| {
        let alike = move |j: usize| {
            let near = nearness(days[i], days[j]);
            // Many articles share a word with this one; most of them are of another year.
            if near <= LEAST {
                return 0.0;
            }
            likeness(&portraits[i], &portraits[j]) * near
        };
        let links = blocks.later(i).into_iter().map(move |j| (i, j, alike(j)));
        links.filter(|link| link.2 > LEAST)
    });
    let gathered = cluster::gather(articles.len(), links.collect(), ALIKE);
    gathered.into_iter().map(|(members, _)| members).collect()
}

/// Which articles have which words among their weightiest, so that those which share one are found.
struct Blocks {
    /// For each word the articles that have it, by day, then by position.
    members: Vec<Vec<u32>>,
    /// For each article its words, each with the article's place in the word's block.
    places: Vec<Vec<(u32, u32)>>,
}

impl Blocks {
    fn of(portraits: &[Portrait], days: &[Option<i64>]) -> Self {
        let words = portraits.par_iter().map(|p| weightiest(&p.words, KEYS));
        let words: Vec<Vec<u32>> = words.collect();
        let count = words
            .iter()
            .flatten()
            .max()
            .map_or(0, |&last| last as usize + 1);
        let mut order: Vec<u32> = (0..portraits.len() as u32).collect();
        order.sort_by_key(|&i| days[i as usize]);
        let mut members: Vec<Vec<u32>> = vec![Vec::new(); count];
        let mut places: Vec<Vec<(u32, u32)>> = vec![Vec::new(); portraits.len()];
        for i in order {
            for &word in &words[i as usize] {
                let block = &mut members[word as usize];
                places[i as usize].push((word, block.len() as u32));
                block.push(i);
            }
        }
        Self { members, places }
    }

    /// The articles further down the run that stand near this one in the block of one of its words.
    fn later(&self, article: usize) -> Vec<usize> {
        let around = self.places[article].iter().flat_map(|&(word, place)| {
            let (block, place) = (&self.members[word as usize], place as usize);
            let first = place.saturating_sub(LARGEST_BLOCK);
            let last = (place + 1 + LARGEST_BLOCK).min(block.len());
            block[first..last].iter().map(|&other| other as usize)
        });
        let mut later: Vec<usize> = around.filter(|&other| other > article).collect();
        later.sort_unstable();
        later.dedup();
        later
    }
}

fn day(date: Date) -> i64 {
    i64::from((date - jiff::civil::date(1970, 1, 1)).get_days())
}

/// From 1 for one day to 0 for years between two articles; articles without a date may be of any day.
fn nearness(one: Option<i64>, other: Option<i64>) -> f64 {
    let (Some(one), Some(other)) = (one, other) else {
        return 1.0;
    };
    let days = (one - other).abs() as f64;
    0.5_f64.powf(days / HALF_LIFE)
}

/// The words that weigh most over all articles of a story.
fn name(members: &[usize], gallery: &Gallery) -> String {
    let mut sum: BTreeMap<u32, f64> = BTreeMap::new();
    for &(word, weight) in members.iter().flat_map(|&i| &gallery.portraits[i].words) {
        *sum.entry(word).or_default() += weight;
    }
    let words = weightiest(&sum.into_iter().collect(), 3);
    let words: Vec<&str> = words
        .iter()
        .map(|&w| gallery.alphabet[w as usize].as_str())
        .collect();
    match words.join(" ") {
        name if name.is_empty() => "no words".to_owned(),
        name => name,
    }
}

#[cfg(test)]
mod tests {
    use super::stories;
    use crate::article::Article;

    const FERRY: [&str; 2] = [
        "A ferry named Solveig sank off Bergen on Sunday after a fire broke out in its engine room.\n\
         Police in Bergen said that the Solveig went down within an hour.",
        "The fire on board the Solveig began in the engine room, the captain told the court in Bergen.\n\
         The ferry went down off Bergen.",
    ];
    const OTHER_FERRY: [&str; 2] = [
        "A ferry named Almira sank off Izmir on Sunday after a fire broke out in its engine room.\n\
         Police in Izmir said that the Almira went down within an hour.",
        "The fire on board the Almira began in the engine room, the captain told the court in Izmir.\n\
         The ferry went down off Izmir.",
    ];

    fn articles(texts: &[&str]) -> Vec<Article> {
        let numbered = texts.iter().enumerate();
        numbered
            .map(|(i, text)| Article::plain(&format!("a{i}"), text))
            .collect()
    }

    #[test]
    fn twins_part_by_their_names() {
        let articles = articles(&[FERRY[0], OTHER_FERRY[0], FERRY[1], OTHER_FERRY[1]]);
        let names = stories(&articles);
        assert_eq!((&names[0], &names[1]), (&names[2], &names[3]), "{names:?}");
        assert_ne!(names[0], names[1], "{names:?}");
        assert!(names[0].contains("solveig"), "{names:?}");
    }

    #[test]
    fn years_part_what_words_do_not() {
        let mut articles = articles(&[FERRY[0], FERRY[0]]);
        articles[0].date = Some(jiff::civil::date(2004, 3, 3));
        articles[1].date = Some(jiff::civil::date(2024, 3, 3));
        let names = stories(&articles);
        assert_ne!(names[0], names[1]);
    }

    #[test]
    fn one_article_or_none_is_a_story_or_none() {
        assert_eq!(stories(&[]), Vec::<String>::new());
        assert_eq!(stories(&articles(&["…"])), ["no words"]);
    }
}
