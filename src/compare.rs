//! The flow as one function: articles in, comparison out.

mod days;
mod naming;
mod options;

use std::collections::BTreeMap;
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::article::{Article, Places};
use crate::claims::alias;
use crate::claims::{self, Attribute, Claim};
use crate::comparison::{
    Account as AccountRow, ArticleRow, Comparison, FactRow, Finding, NotShown, SCHEMA, Side, Slot,
    Tool, Verdict,
};
use crate::crowd;
use crate::document;
use crate::facts::{self, Account, Fact};
use crate::gate::identity;
use crate::values;
use crate::verdict::{self, Judgement};
use naming::{explain, label, stable_question, value};
pub use options::Options;

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

/// The accounts that these articles of a run give.
pub fn accounts<'a>(members: &'a [usize], readings: &'a [Reading]) -> Vec<Account<'a>> {
    facts::accounts(members.iter().map(|&i| {
        (
            i,
            readings[i].claims.as_slice(),
            readings[i].sentences.as_slice(),
        )
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
    let days = days_of(articles, &stories);
    let mut table = Table {
        articles,
        places: articles.par_iter().map(Places::of).collect(),
        options,
        ids: claim_ids(&readings),
        facts: vec![],
        findings: vec![],
        not_shown: NotShown::default(),
    };
    for members in stories.values_mut() {
        // What is found must not hang on the order in which files were named.
        members.sort_by(|&a, &b| {
            let words = |i: usize| articles[i].text.split_whitespace();
            words(a).cmp(words(b))
        });
        let accounts = accounts(members, &readings);
        let ties = crowd::ties(articles, members);
        let mut facts = facts::align(&accounts, &ties, &options.weights);
        // A denial in any words is told only where no rule of its own tells it: those come first.
        facts.sort_by_key(|f| f.attribute() == &Attribute::Whether);
        for fact in facts {
            let judgement = verdict::judge(&fact, &days);
            let (fact, judgement) = in_order(&fact, judgement);
            // Grammar tells a number of nearly everything; it is a row of the table only where it disagrees.
            let idle = match fact.attribute() {
                Attribute::Number => judgement.rule.is_none(),
                Attribute::Whether => judgement.rule.is_none() || table.tells(&fact, &judgement),
                _ => false,
            };
            if !idle {
                table.add(&fact, &judgement);
            }
        }
    }
    table.finish(&readings)
}

/// The fact with its accounts in the order of the articles, and the pair that decided where it stands then.
fn in_order<'a>(fact: &Fact<'a>, judgement: Judgement) -> (Fact<'a>, Judgement) {
    let mut order: Vec<usize> = (0..fact.accounts.len()).collect();
    order.sort_by_key(|&i| (fact.accounts[i].article, fact.accounts[i].number));
    let place = |old: usize| order.iter().position(|&i| i == old).unwrap_or(old);
    let decided_by = judgement.decided_by.map(|(one, other)| {
        let (one, other) = (place(one), place(other));
        (one.min(other), one.max(other))
    });
    let fact = Fact {
        accounts: order.iter().map(|&i| fact.accounts[i]).collect(),
        cohesion: fact.cohesion,
    };
    let judgement = Judgement {
        decided_by,
        ..judgement
    };
    (fact, judgement)
}

/// The days of all articles, each told among those of its story.
fn days_of(articles: &[Article], stories: &BTreeMap<&str, Vec<usize>>) -> Vec<Option<i64>> {
    let mut all = vec![None; articles.len()];
    for members in stories.values() {
        let story: Vec<&Article> = members.iter().map(|&i| &articles[i]).collect();
        for (&i, day) in members.iter().zip(days::of(&story)) {
            all[i] = day;
        }
    }
    all
}

/// Number of the first claim of each article: claims are `c1`, `c2`, … through the run.
fn claim_ids(readings: &[Reading]) -> Vec<usize> {
    readings
        .iter()
        .scan(1, |next, r| {
            let first = *next;
            *next += r.claims.len();
            Some(first)
        })
        .collect()
}

/// The comparison while it is being put together.
struct Table<'a> {
    articles: &'a [Article],
    places: Vec<Places<'a>>,
    options: &'a Options,
    ids: Vec<usize>,
    facts: Vec<FactRow>,
    findings: Vec<Finding>,
    not_shown: NotShown,
}

impl Table<'_> {
    fn add(&mut self, fact: &Fact, judgement: &Judgement) {
        let id = format!("f{}", self.facts.len() + 1);
        let question = label(fact);
        let shown = judgement.rule.is_none() || judgement.confidence >= self.options.min_confidence;
        let attribute = fact.attribute();
        let slot = judgement.rule.map_or(attribute.slot(), |rule| rule.slot);
        let accounts = fact.accounts.iter();
        let row = FactRow {
            id: id.clone(),
            story: self.articles[fact.accounts[0].article].story.clone(),
            question: question.clone(),
            attribute: attribute.name().to_owned(),
            accounts: accounts.map(|a| self.account(a, fact)).collect(),
            verdict: if shown {
                judgement.verdict
            } else {
                Verdict::Single
            },
            slot: Some(slot),
            cohesion: in_hundredths(fact.cohesion),
            fingerprint: self.fingerprint(fact, judgement),
        };
        self.facts.push(row);
        match (judgement.rule, judgement.decided_by) {
            (Some(_), Some(_)) if !shown => self.not_shown.below_confidence += 1,
            (Some(rule), Some(pair)) => {
                let finding =
                    self.finding(fact, judgement, rule.code, rule.slot, pair, (id, question));
                self.findings.push(finding);
            }
            _ => {}
        }
    }

    fn finding(
        &self,
        fact: &Fact,
        judgement: &Judgement,
        rule: &str,
        slot: Slot,
        pair: (usize, usize),
        names: (String, String),
    ) -> Finding {
        let sides: Vec<Side> = fact.accounts.iter().map(|a| self.side(a, fact)).collect();
        let question_key = stable_question(fact);
        let keys: Vec<(&str, &str)> = fact
            .accounts
            .iter()
            .zip(&sides)
            .map(|(a, s)| (self.articles[a.article].key.as_str(), s.value.as_str()))
            .collect();
        Finding {
            fingerprint: identity::fingerprint(None, rule, &question_key, &keys),
            key: identity::key(None, rule, &question_key),
            rule: rule.to_owned(),
            verdict: judgement.verdict,
            slot,
            confidence: in_hundredths(judgement.confidence),
            fact: names.0,
            explanation: explain(&sides[pair.0], &sides[pair.1], judgement),
            decided_by: Some([pair.0, pair.1]),
            question: names.1,
            sides,
        }
    }

    /// Whether a finding already holds the two accounts that decided against each other.
    fn tells(&self, fact: &Fact, judgement: &Judgement) -> bool {
        let Some((one, other)) = judgement.decided_by else {
            return false;
        };
        let sides = [one, other].map(|i| self.side(&fact.accounts[i], fact));
        let on = |finding: &Finding, side: &Side| {
            finding
                .sides
                .iter()
                .any(|s| s.article == side.article && s.start < side.end && side.start < s.end)
        };
        self.findings
            .iter()
            .any(|f| sides.iter().all(|side| on(f, side)))
    }

    /// The lasting name of a fact that was compared and found to be no finding.
    fn fingerprint(&self, fact: &Fact, judgement: &Judgement) -> Option<String> {
        let relation = match judgement.verdict {
            Verdict::Precision => "precision",
            Verdict::Agreement => "agreement",
            Verdict::Contradiction | Verdict::Update | Verdict::Tension | Verdict::Single => {
                return None;
            }
        };
        let values: Vec<String> = fact
            .accounts
            .iter()
            .map(|a| a.claim.answer.to_string())
            .collect();
        let keys = fact.accounts.iter().zip(&values);
        let keys: Vec<(&str, &str)> = keys
            .map(|(a, value)| (self.articles[a.article].key.as_str(), value.as_str()))
            .collect();
        let question = stable_question(fact);
        Some(identity::fingerprint(None, relation, &question, &keys))
    }

    fn account(&self, account: &Account, fact: &Fact) -> AccountRow {
        let article = &self.articles[account.article];
        let claim = account.claim;
        let place = self.places[account.article].place(claim.span);
        AccountRow {
            claim: format!("c{}", self.ids[account.article] + account.number),
            article: article.id.clone(),
            start: place.span.start,
            end: place.span.end,
            line: place.line,
            column: place.column,
            question: claim.question.label.clone(),
            quote: place.span.of(&article.raw).to_owned(),
            value: value(account, fact),
            said: claim.said.of(&article.text).to_owned(),
            holder: claim.holder.clone(),
            modality: claim.stance.modality,
            polarity: claim.stance.polarity,
        }
    }

    fn side(&self, account: &Account, fact: &Fact) -> Side {
        let article = &self.articles[account.article];
        let claim = account.claim;
        let place = self.places[account.article].place(claim.span);
        Side {
            article: article.id.clone(),
            start: place.span.start,
            end: place.span.end,
            line: place.line,
            column: place.column,
            quote: place.span.of(&article.raw).to_owned(),
            value: value(account, fact),
            said: claim.said.of(&article.text).to_owned(),
            holder: claim.holder.clone(),
        }
    }

    /// No two facts or findings of a run have the same fingerprint, and a fact has that of its finding.
    fn name_apart(&mut self) {
        let findings = self.findings.iter_mut().map(|f| &mut f.fingerprint);
        let facts = self.facts.iter_mut().filter_map(|f| f.fingerprint.as_mut());
        identity::distinct(findings.chain(facts));
        let of_findings: BTreeMap<&str, &str> = self
            .findings
            .iter()
            .map(|f| (f.fact.as_str(), f.fingerprint.as_str()))
            .collect();
        for fact in &mut self.facts {
            if let Some(&fingerprint) = of_findings.get(fact.id.as_str()) {
                fact.fingerprint = Some(fingerprint.to_owned());
            }
        }
    }

    fn finish(mut self, readings: &[Reading]) -> Comparison {
        self.findings.sort_by(|a, b| {
            a.verdict
                .cmp(&b.verdict)
                .then(b.confidence.total_cmp(&a.confidence))
        });
        self.name_apart();
        let rows = self
            .articles
            .iter()
            .zip(readings)
            .map(|(article, reading)| ArticleRow {
                id: article.id.clone(),
                key: article.key.clone(),
                path: article.path.clone(),
                source: article.source.clone(),
                title: article.title.clone(),
                date: article.date.map(|d| d.to_string()),
                url: article.url.clone(),
                story: article.story.clone(),
                claims: reading.claims.len(),
                sentences: reading.sentences.len(),
                unread_sentences: reading.unread,
            });
        Comparison {
            schema: SCHEMA.to_owned(),
            tool: Tool {
                name: "gainsay".to_owned(),
                version: env!("CARGO_PKG_VERSION").to_owned(),
            },
            articles: rows.collect(),
            facts: self.facts,
            findings: self.findings,
            not_shown: self.not_shown,
        }
    }
}

/// A share as the published JSON has it.
fn in_hundredths(share: f64) -> f64 {
    (share * 100.0).round() / 100.0
}
