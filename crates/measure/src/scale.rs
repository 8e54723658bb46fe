//! How the cost of comparing grows with the number of articles, and how much of what could be linked is looked at.

use std::collections::HashSet;
use std::error::Error;
use std::num::NonZero;

use gainsay::article::Article;
use gainsay::compare::{self, Options, Reading};
use gainsay::facts::{self, Rarity, similarity};
use gainsay::{crowd, read_claims};

use crate::generate;

/// The seed of all figures.
const SEED: u64 = 20;
/// Two claims this likely to answer one question are a pair that must be looked at.
const LINKED: f64 = 0.4;

/// `generate COUNT [SEED [TELLERS]]`: made-up articles as JSON lines, so many of them a story.
pub(crate) fn generate(arguments: &[String]) -> Result<(), Box<dyn Error>> {
    let count = arguments.first().ok_or("how many?")?.parse()?;
    let seed = arguments.get(1).map_or(Ok(SEED), |seed| seed.parse())?;
    let tellers = arguments.get(2).map_or(Ok(generate::TELLERS), |n| {
        n.parse::<NonZero<usize>>().map(NonZero::get)
    })?;
    for line in generate::lines(count, seed, tellers) {
        println!("{line}");
    }
    Ok(())
}

/// `scale COUNT...`: seconds of telling stories apart and of comparing, and the exponent of their growth.
pub(crate) fn command(arguments: &[String]) -> Result<(), Box<dyn Error>> {
    let mut before: Option<(f64, f64)> = None;
    for count in arguments {
        let count: usize = count.parse()?;
        let articles = generate::articles(count, SEED);
        let begun = busy();
        let readings: Vec<Reading> = articles.iter().map(read_claims).collect();
        let extracted = busy() - begun;
        let begun = busy();
        let stories = crowd::stories(&articles);
        let told_apart = busy() - begun;
        let right = kept_together(&articles, &stories);
        let articles = articles.into_iter().zip(stories);
        let articles: Vec<Article> = articles
            .map(|(article, story)| Article { story, ..article })
            .collect();
        let begun = busy();
        let comparison = compare::compare_read(&articles, readings, &Options::default());
        let compared = busy() - begun;
        let now = (count as f64, told_apart + compared);
        let exponent = before.map_or(String::new(), |(n, seconds)| {
            let exponent = (now.1 / seconds).ln() / (now.0 / n).ln();
            format!(", exponent {exponent:.2}")
        });
        println!(
            "{count} articles: extract {extracted:.2} s, tell apart {told_apart:.2} s ({right:.3} right), compare {compared:.2} s, {} facts, {} findings{exponent}",
            comparison.facts.len(),
            comparison.findings.len()
        );
        before = Some(now);
    }
    Ok(())
}

/// Seconds that all threads of this process have been at work: what a busy machine does not stretch. Linux only.
fn busy() -> f64 {
    let threads = std::fs::read_dir("/proc/self/task").into_iter().flatten();
    let nanoseconds = threads.flatten().filter_map(|thread| {
        let told = std::fs::read_to_string(thread.path().join("schedstat")).ok()?;
        told.split(' ').next()?.parse::<f64>().ok()
    });
    nanoseconds.sum::<f64>() / 1e9
}

/// The share of neighbouring articles that are rightly in one story or in two.
fn kept_together(articles: &[Article], stories: &[String]) -> f64 {
    let told = |i: usize| {
        let id = articles[i].given_id.as_deref().unwrap_or_default();
        id.split('-').next().map(str::to_owned)
    };
    let right = (1..articles.len())
        .filter(|&i| (told(i) == told(i - 1)) == (stories[i] == stories[i - 1]))
        .count();
    right as f64 / articles.len().saturating_sub(1).max(1) as f64
}

/// `recall COUNT`: of all pairs of claims of one attribute that would be linked, the share that is looked at, in one story
/// of all articles.
pub(crate) fn recall(arguments: &[String]) -> Result<(), Box<dyn Error>> {
    let count = arguments.first().map_or(Ok(250), |count| count.parse())?;
    let articles = generate::articles(count, SEED);
    let readings: Vec<Reading> = articles.iter().map(read_claims).collect();
    let members: Vec<usize> = (0..articles.len()).collect();
    let accounts = compare::accounts(&articles, &members, &readings);
    let looked_at: HashSet<(usize, usize)> = facts::pairs(&accounts)
        .into_iter()
        .map(|pair| (pair.one, pair.other))
        .collect();
    let rarity = Rarity::of(&accounts);
    let (mut linked, mut seen) = (0_usize, 0_usize);
    for i in 0..accounts.len() {
        for j in i + 1..accounts.len() {
            let attribute = |i: usize| &accounts[i].claim.question.attribute;
            if attribute(i) == attribute(j)
                && similarity::probability(&accounts[i], &accounts[j], &rarity) >= LINKED
            {
                linked += 1;
                seen += usize::from(looked_at.contains(&(i, j)));
            }
        }
    }
    let all = accounts.len() * accounts.len().saturating_sub(1) / 2;
    println!(
        "{count} articles, {} claims: {linked} of {all} pairs are linked, {seen} of them among the {} candidates, recall {:.3}",
        accounts.len(),
        looked_at.len(),
        seen as f64 / linked.max(1) as f64
    );
    Ok(())
}
