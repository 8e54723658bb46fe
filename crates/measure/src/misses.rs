//! Why annotated disagreements are missed: no claim on an account, no pair, too little likeness, or values that agree.

use std::error::Error;
use std::path::Path;

use gainsay::compare::{self, Reading};
use gainsay::facts::features::{self, NAMES};
use gainsay::facts::similarity;
use gainsay::facts::{Account, Rarity};
use gainsay::verdict;

use crate::gold::{Fact, Story, stem};
use crate::{score, stories};

/// `misses ROOT [STORY…]`: one paragraph for each missed disagreement.
pub(crate) fn command(arguments: &[String]) -> Result<(), Box<dyn Error>> {
    let [root, wanted @ ..] = arguments else {
        return Err("usage: misses ROOT [STORY…]".into());
    };
    for story in stories::find(Path::new(root))?
        .iter()
        .filter(|s| wanted.is_empty() || wanted.contains(&s.name))
    {
        let hit = score::hits(story);
        for (i, fact) in story
            .gold
            .facts
            .iter()
            .enumerate()
            .filter(|(_, f)| f.label.flagged())
        {
            if !hit.contains(&i) {
                explain(story, fact);
            }
        }
    }
    Ok(())
}

fn explain(story: &Story, fact: &Fact) {
    println!(
        "{} {:?}/{:?}: {}",
        story.name, fact.label, fact.slot, fact.name
    );
    let readings: Vec<Reading> = story.articles.iter().map(gainsay::read_claims).collect();
    let members: Vec<usize> = (0..readings.len()).collect();
    let accounts = compare::accounts(&story.articles, &members, &readings);
    let rarity = Rarity::of(&accounts);
    let on: Vec<Vec<usize>> = fact
        .places
        .iter()
        .map(|p| claims_on(story, p, &accounts))
        .collect();
    for (place, claims) in fact.places.iter().zip(&on) {
        let words: Vec<String> = claims
            .iter()
            .map(|&c| describe(story, &accounts[c]))
            .collect();
        println!(
            "    {} ({}): {}",
            place.document,
            place.value.as_deref().unwrap_or("-"),
            if words.is_empty() {
                "no claim".to_owned()
            } else {
                words.join(" · ")
            }
        );
    }
    let mut best: Option<(f64, usize, usize)> = None;
    for (i, one) in on.iter().enumerate() {
        for (j, other) in on
            .iter()
            .enumerate()
            .skip(i + 1)
            .filter(|(j, _)| fact.places[i].value != fact.places[*j].value)
        {
            let _ = j;
            for (&a, &b) in one.iter().flat_map(|a| other.iter().map(move |b| (a, b))) {
                let (a, b) = (a.min(b), a.max(b));
                if accounts[a].claim.question.attribute == accounts[b].claim.question.attribute
                    && a != b
                {
                    let p = similarity::probability(&accounts[a], &accounts[b], &rarity);
                    if best.is_none_or(|(q, ..)| p > q) {
                        best = Some((p, a, b));
                    }
                }
            }
        }
    }
    match best {
        None => println!("  -> no two claims with one attribute"),
        Some((p, a, b)) => {
            let f = features::features(&accounts[a], &accounts[b], &rarity);
            let named: Vec<String> = NAMES
                .iter()
                .zip(f)
                .filter(|(_, v)| *v != 0.0)
                .map(|(n, v)| format!("{n} {v:.2}"))
                .collect();
            let disagree = verdict::disagree(&accounts[a], &accounts[b]);
            println!(
                "  -> p {p:.2}, disagree {disagree}: {} × {}\n     {}",
                describe(story, &accounts[a]),
                describe(story, &accounts[b]),
                named.join(", ")
            );
        }
    }
}

fn claims_on(story: &Story, place: &crate::gold::Place, accounts: &[Account]) -> Vec<usize> {
    let lies = |a: &Account| {
        let article = &story.articles[a.article];
        let span = article.place(a.claim.span).span;
        place.holds(&stem(article), span.start, span.end)
    };
    (0..accounts.len())
        .filter(|&i| lies(&accounts[i]))
        .collect()
}

fn describe(story: &Story, account: &Account) -> String {
    let text = &story.articles[account.article].text;
    format!(
        "{}“{}”={}",
        account.claim.question.attribute.name(),
        account.claim.span.of(text),
        account.claim.answer
    )
}
