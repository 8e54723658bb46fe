//! The comparison while it is put together: a row for each fact, a finding where a rule speaks, under names that last.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::article::{Article, Places};
use crate::claims::Attribute;
use crate::comparison::{
    Account as AccountRow, ArticleRow, Comparison, FactRow, Finding, NotShown, SCHEMA, Side, Tool,
    Verdict,
};
use crate::facts::{Account, Fact};
use crate::gate::identity;
use crate::verdict::Judgement;
use crate::verdict::rules::Rule;

use super::naming::{explain, label, stable_question, value};
use super::{Options, Reading};

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
pub(super) struct Table<'a> {
    articles: &'a [Article],
    places: Vec<Places<'a>>,
    options: &'a Options,
    ids: Vec<usize>,
    facts: Vec<FactRow>,
    findings: Vec<Finding>,
    not_shown: NotShown,
}

impl<'a> Table<'a> {
    /// The table of some articles, with no row yet.
    pub(super) fn of(articles: &'a [Article], options: &'a Options, readings: &[Reading]) -> Self {
        Self {
            articles,
            places: articles.par_iter().map(Places::of).collect(),
            options,
            ids: claim_ids(readings),
            facts: vec![],
            findings: vec![],
            not_shown: NotShown::default(),
        }
    }

    /// Takes in a fact and what was decided about it.
    pub(super) fn tell(&mut self, fact: &Fact, judgement: Judgement) {
        let (fact, judgement) = in_order(fact, judgement);
        // Grammar tells a number of nearly everything; it is a row of the table only where it disagrees.
        let idle = match fact.attribute() {
            Attribute::Number => judgement.rule.is_none(),
            Attribute::Whether => judgement.rule.is_none() || self.is_told(&fact, &judgement),
            _ => false,
        };
        if !idle {
            self.add(&fact, &judgement);
        }
    }

    fn add(&mut self, fact: &Fact, judgement: &Judgement) {
        let shown = judgement.rule.is_none() || judgement.confidence >= self.options.min_confidence;
        let attribute = fact.attribute();
        let slot = judgement.rule.map_or(attribute.slot(), |rule| rule.slot);
        let accounts = fact.accounts.iter();
        let row = FactRow {
            id: format!("f{}", self.facts.len() + 1),
            story: self.articles[fact.accounts[0].article].story.clone(),
            question: label(fact),
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
        match (judgement.rule, judgement.decided_by) {
            (Some(_), Some(_)) if !shown => self.not_shown.below_confidence += 1,
            (Some(rule), Some(pair)) => {
                self.findings
                    .push(self.finding(fact, judgement, rule, pair, &row));
            }
            _ => {}
        }
        self.facts.push(row);
    }

    /// What a rule found in a fact, which stands in the table as that row.
    fn finding(
        &self,
        fact: &Fact,
        judgement: &Judgement,
        rule: &Rule,
        pair: (usize, usize),
        row: &FactRow,
    ) -> Finding {
        let sides: Vec<Side> = row.accounts.iter().map(Side::from).collect();
        let question_key = stable_question(fact);
        let keys: Vec<(&str, &str)> = fact
            .accounts
            .iter()
            .zip(&sides)
            .map(|(a, s)| (self.articles[a.article].key.as_str(), s.value.as_str()))
            .collect();
        Finding {
            fingerprint: identity::fingerprint(None, rule.code, &question_key, &keys),
            key: identity::key(None, rule.code, &question_key),
            rule: rule.code.to_owned(),
            verdict: judgement.verdict,
            slot: rule.slot,
            confidence: in_hundredths(judgement.confidence),
            fact: row.id.clone(),
            explanation: explain(&sides[pair.0], &sides[pair.1], judgement),
            decided_by: Some([pair.0, pair.1]),
            question: row.question.clone(),
            sides,
        }
    }

    /// Whether a finding already holds the two accounts that decided against each other.
    fn is_told(&self, fact: &Fact, judgement: &Judgement) -> bool {
        let Some((one, other)) = judgement.decided_by else {
            return false;
        };
        let decided = [one, other].map(|i| self.account(&fact.accounts[i], fact));
        let on = |finding: &Finding, account: &AccountRow| {
            let lies_on = |side: &Side| {
                side.article == account.article
                    && side.start < account.end
                    && account.start < side.end
            };
            finding.sides.iter().any(lies_on)
        };
        self.findings
            .iter()
            .any(|f| decided.iter().all(|account| on(f, account)))
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

    /// The comparison, its findings in the order of how bad they are.
    pub(super) fn finish(mut self, readings: &[Reading]) -> Comparison {
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
                claims: reading.claims.len(),
                sentences: reading.sentences.len(),
                unread_sentences: reading.unread,
                ..ArticleRow::from(article)
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

/// A share as the published JSON has it.
fn in_hundredths(share: f64) -> f64 {
    (share * 100.0).round() / 100.0
}
