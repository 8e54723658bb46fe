//! What is told of a fact whose accounts were compared: its finding's reason, or, where it has no finding because
//! nothing is to be mended (precision, agreement), a reason of its own.

use rustc_hash::{FxHashMap, FxHashSet};

use super::fold;
use super::visible::visible;
use crate::comparison::{
    Account, ArticleRow, Comparison, FactRow, Finding, Side, Slot, Verdict, distinct_answers,
};

/// All verdicts on facts that two accounts answer at least.
pub const COMPARED: [Verdict; 5] = [
    Verdict::Contradiction,
    Verdict::Update,
    Verdict::Tension,
    Verdict::Precision,
    Verdict::Agreement,
];

/// A fact, and the finding about it where there is one.
#[derive(Clone, Copy, Debug)]
pub struct Difference<'a> {
    /// The question with all its accounts.
    pub fact: &'a FactRow,
    /// What was found about it.
    pub finding: Option<&'a Finding>,
}

/// A story of a run with what is told of it.
#[derive(Clone, Debug)]
pub struct StoryRows<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its articles, in input order.
    pub articles: Vec<&'a ArticleRow>,
    /// Its facts: the findings in their order, worst first, then what is no finding, by verdict.
    pub rows: Vec<Difference<'a>>,
}

/// The stories of a run, in the order of their first article, with the facts that `verdicts` admit.
pub fn stories<'a>(comparison: &'a Comparison, verdicts: &[Verdict]) -> Vec<StoryRows<'a>> {
    let mut stories: Vec<StoryRows> = Vec::new();
    let mut numbers: FxHashMap<&str, usize> = FxHashMap::default();
    for article in &comparison.articles {
        let name = article.story.as_str();
        let number = *numbers.entry(name).or_insert(stories.len());
        if number == stories.len() {
            stories.push(StoryRows {
                name,
                articles: vec![],
                rows: vec![],
            });
        }
        stories[number].articles.push(article);
    }
    for told in differences(comparison) {
        let number = numbers.get(told.fact.story.as_str());
        if let Some(&number) = number.filter(|_| verdicts.contains(&told.verdict())) {
            stories[number].rows.push(told);
        }
    }
    stories
}

/// All findings with their facts, then the facts without a finding, by verdict.
fn differences(comparison: &Comparison) -> Vec<Difference<'_>> {
    let facts: FxHashMap<&str, &FactRow> = comparison
        .facts
        .iter()
        .map(|fact| (fact.id.as_str(), fact))
        .collect();
    let found = comparison.findings.iter().filter_map(|finding| {
        Some(Difference {
            fact: facts.get(finding.fact.as_str())?,
            finding: Some(finding),
        })
    });
    let found: Vec<Difference> = found.collect();
    let known: FxHashSet<&str> = found.iter().map(|told| told.fact.id.as_str()).collect();
    let others = comparison.facts.iter();
    let mut others: Vec<Difference> = others
        .filter(|fact| !known.contains(fact.id.as_str()))
        .map(|fact| Difference {
            fact,
            finding: None,
        })
        .collect();
    others.sort_by_key(|other| other.fact.verdict);
    [found, others].concat()
}

/// Whatever was compared and has a fingerprint that begins so.
pub fn named<'a>(comparison: &'a Comparison, beginning: &str) -> Vec<Difference<'a>> {
    let is_named = |told: &Difference| {
        told.fingerprint()
            .is_some_and(|fingerprint| fingerprint.starts_with(beginning))
    };
    stories(comparison, &COMPARED)
        .into_iter()
        .flat_map(|story| story.rows)
        .filter(is_named)
        .collect()
}

impl<'a> Difference<'a> {
    /// How the answers stand to each other.
    pub fn verdict(&self) -> Verdict {
        self.finding.map_or(self.fact.verdict, |f| f.verdict)
    }

    /// What kind of answer differs.
    pub fn slot(&self) -> Option<Slot> {
        self.finding.map_or(self.fact.slot, |f| Some(f.slot))
    }

    /// Identity that survives edits; none where nothing was compared.
    pub fn fingerprint(&self) -> Option<&'a str> {
        match self.finding {
            Some(finding) => Some(&finding.fingerprint),
            None => self.fact.fingerprint.as_deref(),
        }
    }

    /// One plain sentence: why this verdict.
    pub fn explanation(&self) -> String {
        if let Some(finding) = self.finding {
            return finding.explanation.clone();
        }
        let groups = distinct_answers(self.fact.accounts.iter());
        let said = |group: &Vec<&Account>| format!("“{}”", visible(&group[0].said));
        let told: Vec<String> = groups.iter().map(said).collect();
        let one = told.first().map_or("", String::as_str);
        match (self.fact.verdict, told.as_slice()) {
            (Verdict::Precision, [one, other]) => format!(
                "{one} beside {other}: one is more exact, rounded or wider than the other, and both can be true"
            ),
            (Verdict::Precision, _) => format!(
                "{}: some are more exact, rounded or wider than others, and all can be true",
                fold::names(&told)
            ),
            (Verdict::Agreement, _) => format!("{one}: all give the same answer"),
            (Verdict::Single, _) => format!("{one}: nothing to compare it with"),
            (Verdict::Contradiction | Verdict::Update | Verdict::Tension, _) => {
                format!("{one}: below the confidence asked for")
            }
        }
    }

    /// All accounts, in place.
    pub fn sides(&self) -> Vec<Side> {
        match self.finding {
            Some(finding) => finding.sides.clone(),
            None => self.fact.accounts.iter().map(Side::from).collect(),
        }
    }
}
