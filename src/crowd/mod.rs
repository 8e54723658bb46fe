//! Which articles tell one story, where nobody says so: a flat folder, a stream of a day's news.
//!
//! Two articles are alike by the rare words and the names that they share (the cosine of their words, weighed by how
//! few articles of the run hold them), and less so the more days lie between them. Only articles that share some of
//! their weightiest words are held against each other, so that the work grows with the number of articles, not with
//! its square; average linkage gathers them, so that one chance likeness does not chain two stories together. Twins,
//! two fires or two trials told in the same words, part by their names: words of the kind of event stand in both and
//! weigh little.

mod ties;
mod words;

pub use ties::ties;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use rayon::prelude::*;
use words::Profile;

use crate::article::Article;
use crate::facts::cluster;

/// Articles share one of this many of their weightiest words, or are not held against each other.
const KEYS: usize = 24;
/// A word that more articles have among their weightiest leads to the next ones only.
const LARGEST_BLOCK: usize = 60;
/// The mean likeness at which two groups are one story.
const ALIKE: f64 = 0.12;
/// Likeness is halved by this many days between two articles.
const HALF_LIFE: f64 = 10.0;
/// Articles that share no name are this much alike, beside others of the same words; those whose names have a cosine of
/// [`SAME_NAMES`] are so in full.
const NO_NAME: f64 = 0.3;
const SAME_NAMES: f64 = 0.2;
/// A run is weighed as if it held this many articles more, none with its words: in a small run all words are common.
const OTHERS: f64 = 30.0;

/// The story of each article, by name: its three weightiest words.
pub fn stories(articles: &[Article]) -> Vec<String> {
    let portraits = portraits(&articles.iter().collect::<Vec<_>>());
    let groups = groups(articles, &portraits);
    let mut names = vec![String::new(); articles.len()];
    let mut taken: BTreeMap<String, usize> = BTreeMap::new();
    for members in groups {
        let name = name(&members, &portraits);
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

/// The words of an article with their weights; the sum of their squares is 1.
type Vector = BTreeMap<String, f64>;

/// An article as it is held against others.
struct Portrait {
    words: Vector,
    /// The names among the words.
    names: Vector,
}

fn portraits(articles: &[&Article]) -> Vec<Portrait> {
    let profiles: Vec<Profile> = articles
        .par_iter()
        .map(|article| words::profile(article))
        .collect();
    let mut holders: HashMap<&str, f64> = HashMap::new();
    for word in profiles.iter().flat_map(|profile| profile.counts.keys()) {
        *holders.entry(word).or_default() += 1.0;
    }
    let all = articles.len() as f64 + OTHERS;
    let weighed = |profile: &Profile| {
        let weights = profile.counts.iter().map(|(word, count)| {
            let rarity = (all / holders.get(word.as_str()).unwrap_or(&1.0)).ln();
            (word.clone(), count * rarity)
        });
        let words = scaled(weights.collect());
        let names = words
            .iter()
            .filter(|(word, _)| profile.names.contains(*word));
        let names = scaled(names.map(|(word, w)| (word.clone(), *w)).collect());
        Portrait { words, names }
    };
    profiles.par_iter().map(weighed).collect()
}

fn scaled(weights: Vector) -> Vector {
    let length = weights.values().map(|w| w * w).sum::<f64>().sqrt();
    let weights = weights.into_iter();
    weights
        .map(|(word, w)| (word, w / length.max(f64::MIN_POSITIVE)))
        .collect()
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
    let pairs: Vec<(usize, usize)> = candidates(portraits).into_iter().collect();
    let links = pairs.into_par_iter().map(|(i, j)| {
        let alike = likeness(&portraits[i], &portraits[j]) * nearness(&articles[i], &articles[j]);
        (i, j, alike)
    });
    let links = links.filter(|link| link.2 > ALIKE / 4.0).collect();
    let gathered = cluster::gather(articles.len(), links, ALIKE);
    gathered.into_iter().map(|(members, _)| members).collect()
}

/// Pairs of articles that share one of their weightiest words, of which another article has any.
fn candidates(portraits: &[Portrait]) -> BTreeSet<(usize, usize)> {
    let mut blocks: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (i, portrait) in portraits.iter().enumerate() {
        for word in weightiest(&portrait.words, KEYS) {
            blocks.entry(word).or_default().push(i);
        }
    }
    let mut pairs = BTreeSet::new();
    for members in blocks.values() {
        for (at, &i) in members.iter().enumerate() {
            let next = members[at + 1..].iter().take(LARGEST_BLOCK);
            pairs.extend(next.map(|&j| (i, j)));
        }
    }
    pairs
}

/// The words of the greatest weight, ties by the alphabet.
fn weightiest(vector: &Vector, count: usize) -> Vec<&str> {
    let mut words: Vec<(&str, f64)> = vector.iter().map(|(word, w)| (word.as_str(), *w)).collect();
    words.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(other.0)));
    words.truncate(count);
    words.into_iter().map(|(word, _)| word).collect()
}

fn cosine(one: &Vector, other: &Vector) -> f64 {
    let (few, many) = if one.len() <= other.len() {
        (one, other)
    } else {
        (other, one)
    };
    let shared = few.iter().filter_map(|(word, w)| Some(w * many.get(word)?));
    shared.sum()
}

/// From 1 for one day to 0 for years between two articles; articles without a date may be of any day.
fn nearness(one: &Article, other: &Article) -> f64 {
    let (Some(one), Some(other)) = (one.date, other.date) else {
        return 1.0;
    };
    let days = f64::from((one - other).get_days().abs());
    0.5_f64.powf(days / HALF_LIFE)
}

/// The words that weigh most over all articles of a story.
fn name(members: &[usize], portraits: &[Portrait]) -> String {
    let mut sum = Vector::new();
    for (word, weight) in members.iter().flat_map(|&i| &portraits[i].words) {
        *sum.entry(word.clone()).or_default() += weight;
    }
    match weightiest(&sum, 3).join(" ") {
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
