//! What is told of a fact whose accounts were compared: its finding's reason, or, where it has no finding because
//! nothing is to be mended (precision, agreement), a reason of its own.

use super::visible::visible;
use crate::comparison::{
    Account, Comparison, FactRow, Finding, Side, Slot, Verdict, distinct_answers,
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

/// The facts of a story that were compared and that `verdicts` admit: the findings in their order, worst first, then
/// what is no finding, by verdict.
pub fn differences<'a>(
    comparison: &'a Comparison,
    story: &str,
    verdicts: &[Verdict],
) -> Vec<Difference<'a>> {
    let facts = || comparison.facts.iter().filter(|fact| fact.story == story);
    let found = comparison.findings.iter().filter_map(|finding| {
        facts()
            .find(|fact| fact.id == finding.fact)
            .map(|fact| Difference {
                fact,
                finding: Some(finding),
            })
    });
    let known = |fact: &FactRow| comparison.findings.iter().any(|f| f.fact == fact.id);
    let mut others: Vec<Difference> = facts()
        .filter(|fact| !known(fact))
        .map(|fact| Difference {
            fact,
            finding: None,
        })
        .collect();
    others.sort_by_key(|other| other.fact.verdict);
    let mut all: Vec<Difference> = found.chain(others).collect();
    all.retain(|difference| verdicts.contains(&difference.verdict()));
    all
}

/// Whatever was compared and has a fingerprint that begins so.
pub fn named<'a>(comparison: &'a Comparison, beginning: &str) -> Vec<Difference<'a>> {
    let is_named = |told: &Difference| {
        told.fingerprint()
            .is_some_and(|fingerprint| fingerprint.starts_with(beginning))
    };
    super::stories(comparison)
        .into_iter()
        .flat_map(|story| differences(comparison, story, &COMPARED))
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
                told.join(", ")
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
            None => self.fact.accounts.iter().map(side).collect(),
        }
    }
}

fn side(account: &Account) -> Side {
    Side {
        article: account.article.clone(),
        start: account.start,
        end: account.end,
        line: account.line,
        column: account.column,
        quote: account.quote.clone(),
        value: account.value.clone(),
        said: account.said.clone(),
        holder: account.holder.clone(),
    }
}
