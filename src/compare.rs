//! The flow as one function: articles in, comparison out.

mod days;
mod naming;
mod options;
mod table;

use std::collections::BTreeMap;
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::article::Article;
use crate::claims::alias;
use crate::claims::{self, Attribute, Claim};
use crate::comparison::Comparison;
use crate::crowd;
use crate::document;
use crate::facts::{self, Account, Witness};
use crate::values;
use crate::verdict;
pub use options::Options;
use table::Table;

/// An article, read: its claims, and how many sentences gave none.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Reading {
    /// Its claims, in text order.
    pub claims: Vec<Claim>,
    /// A hash of the words of each of its sentences: two sentences of the same words have the same.
    pub sentences: Vec<u64>,
    /// How many of them gave no claim.
    pub unread: usize,
}

/// Reads the claims of one article.
pub fn read_claims(article: &Article) -> Reading {
    let document = document::analyze(article);
    let mentions = values::recognize(article, &document);
    let claims = claims::extract(article, &document, &mentions);
    let mut told: Vec<usize> = claims.iter().map(|c| c.sentence).collect();
    told.sort_unstable();
    told.dedup();
    let words = |s: &document::Sentence| hash_of_words(s.syntax.span.of(&article.text));
    let sentences: Vec<u64> = document.sentences.iter().map(words).collect();
    Reading {
        claims,
        unread: sentences.len() - told.len(),
        sentences,
    }
}

/// A hash that spacing and case do not change.
fn hash_of_words(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.split_whitespace()
        .for_each(|word| word.to_lowercase().hash(&mut hasher));
    hasher.finish()
}

/// The accounts that these articles of a run give, which tell one story.
pub fn accounts<'a>(
    articles: &[Article],
    members: &[usize],
    readings: &'a [Reading],
) -> Vec<Account<'a>> {
    let story: Vec<&Article> = members.iter().map(|&i| &articles[i]).collect();
    let days = days::of(&story);
    facts::accounts(members.iter().zip(days).map(|(&article, day)| Witness {
        article,
        day,
        claims: &readings[article].claims,
        sentences: &readings[article].sentences,
    }))
}

/// Compares articles, story by story.
pub fn compare(articles: &[Article], options: &Options) -> Comparison {
    let readings = articles.par_iter().map(read_claims).collect();
    compare_read(articles, readings, options)
}

/// As [`compare`], for articles that have been read: each with its reading, in the same order.
pub fn compare_read(articles: &[Article], readings: Vec<Reading>, options: &Options) -> Comparison {
    let readings: Vec<Reading> = readings
        .into_iter()
        .map(|reading| Reading {
            claims: alias::rename(reading.claims, &options.aliases),
            ..reading
        })
        .collect();
    let mut stories: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (i, article) in articles.iter().enumerate() {
        stories.entry(&article.story).or_default().push(i);
    }
    let mut table = Table::of(articles, options, &readings);
    for members in stories.values_mut() {
        // What is found must not hang on the order in which files were named.
        members.sort_by(|&a, &b| {
            let words = |i: usize| articles[i].text.split_whitespace();
            words(a).cmp(words(b))
        });
        let accounts = accounts(articles, members, &readings);
        let ties = crowd::ties(articles, members);
        let mut facts = facts::align(&accounts, &ties, &options.weights);
        // A denial in any words is told only where no rule of its own tells it: those come first.
        facts.sort_by_key(|f| f.attribute() == &Attribute::Whether);
        for fact in facts {
            table.tell(&fact, verdict::judge(&fact));
        }
    }
    table.finish(&readings)
}
