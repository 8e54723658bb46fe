//! Precision and recall of the comparison over annotated stories.
//!
//! A finding hits an annotated disagreement when at least half of its sides are on accounts of it, two of them on
//! accounts that differ in value; a finding that gathers everything hits nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::path::Path;

use gainsay::Options;
use gainsay::comparison::{Finding, Verdict};

use crate::floors;
use crate::gold::{Label, Place, Story, stem};
use crate::stories;

/// Counts over one story or several.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Score {
    pub(crate) flagged: usize,
    pub(crate) right: usize,
    pub(crate) disagreements: usize,
    pub(crate) hit: usize,
    pub(crate) firm: usize,
    pub(crate) firm_hit: usize,
    pub(crate) on_traps: usize,
    pub(crate) verdicts: usize,
    pub(crate) slots: usize,
}

impl Score {
    /// Share of flagged findings that are right; 1 if nothing is flagged and nothing had to be.
    pub(crate) fn precision(&self) -> f64 {
        share(self.right, self.flagged, self.disagreements == 0)
    }

    /// Share of disagreements that are found.
    pub(crate) fn recall(&self) -> f64 {
        share(self.hit, self.disagreements, true)
    }

    /// Harmonic mean of the two.
    pub(crate) fn f1(&self) -> f64 {
        let (p, r) = (self.precision(), self.recall());
        if p + r > 0.0 {
            2.0 * p * r / (p + r)
        } else {
            0.0
        }
    }

    pub(crate) fn add(&mut self, other: &Self) {
        self.flagged += other.flagged;
        self.right += other.right;
        self.disagreements += other.disagreements;
        self.hit += other.hit;
        self.firm += other.firm;
        self.firm_hit += other.firm_hit;
        self.on_traps += other.on_traps;
        self.verdicts += other.verdicts;
        self.slots += other.slots;
    }
}

fn share(part: usize, whole: usize, of_nothing: bool) -> f64 {
    if whole == 0 {
        f64::from(u8::from(of_nothing))
    } else {
        part as f64 / whole as f64
    }
}

/// `stories [--floors FILE] ROOT…`: prints a line a story and the total; fails below the floors.
pub(crate) fn command(arguments: &[String]) -> Result<(), Box<dyn Error>> {
    let (floors, roots) = floors::given(arguments)?;
    for root in roots {
        let mut total = Score::default();
        for story in stories::find(Path::new(root))? {
            let score = score(&story, &Options::default());
            print(&story.name, &score);
            total.add(&score);
        }
        print("TOTAL", &total);
        let name = Path::new(root)
            .file_name()
            .map(|n| n.to_string_lossy().into_owned())
            .unwrap_or_default();
        let figures = [
            ("precision", total.precision()),
            ("recall", total.recall()),
            ("f1", total.f1()),
        ];
        floors.hold(&name, &figures)?;
    }
    Ok(())
}

/// Positions of the annotated disagreements that the comparison finds.
pub(crate) fn hits(story: &Story) -> BTreeSet<usize> {
    judge(story, &Options::default()).1
}

/// Compares a story's articles and holds the findings against its annotation.
pub(crate) fn score(story: &Story, options: &Options) -> Score {
    judge(story, options).0
}

fn judge(story: &Story, options: &Options) -> (Score, BTreeSet<usize>) {
    let comparison = gainsay::compare(&story.articles, options);
    let stems: BTreeMap<&str, String> = story
        .articles
        .iter()
        .map(|a| (a.id.as_str(), stem(a)))
        .collect();
    let flagged = |f: &&Finding| {
        matches!(
            f.verdict,
            Verdict::Contradiction | Verdict::Update | Verdict::Tension
        )
    };
    let mut score = Score::default();
    let mut hit = BTreeSet::new();
    for finding in comparison.findings.iter().filter(flagged) {
        let sides: Vec<(&str, usize, usize)> = finding
            .sides
            .iter()
            .map(|s| (stems[s.article.as_str()].as_str(), s.start, s.end))
            .collect();
        let facts = &story.gold.facts;
        let right: Vec<usize> = (0..facts.len())
            .filter(|&i| facts[i].label.flagged() && pairs_up(&sides, &facts[i].places, true))
            .collect();
        score.flagged += 1;
        score.right += usize::from(!right.is_empty());
        score.verdicts += usize::from(
            right
                .iter()
                .any(|&i| same_verdict(facts[i].label, finding.verdict)),
        );
        score.slots += usize::from(right.iter().any(|&i| facts[i].slot == finding.slot));
        score.on_traps += usize::from(
            right.is_empty() && story.gold.traps.iter().any(|t| pairs_up(&sides, t, false)),
        );
        hit.extend(right);
    }
    for (i, fact) in story
        .gold
        .facts
        .iter()
        .enumerate()
        .filter(|(_, f)| f.label.flagged())
    {
        let firm = fact.label != Label::Tension;
        score.disagreements += 1;
        score.firm += usize::from(firm);
        score.hit += usize::from(hit.contains(&i));
        score.firm_hit += usize::from(firm && hit.contains(&i));
    }
    (score, hit)
}

fn same_verdict(label: Label, verdict: Verdict) -> bool {
    matches!(
        (label, verdict),
        (Label::Contradiction, Verdict::Contradiction)
            | (Label::Update, Verdict::Update)
            | (Label::Tension, Verdict::Tension)
    )
}

/// Whether half of the sides and two of them lie on these places, which differ in value if they must.
fn pairs_up(sides: &[(&str, usize, usize)], places: &[Place], differing: bool) -> bool {
    let hits: Vec<(usize, usize)> = (0..sides.len())
        .flat_map(|i| (0..places.len()).map(move |j| (i, j)))
        .filter(|&(i, j)| places[j].holds(sides[i].0, sides[i].1, sides[i].2))
        .collect();
    let on: BTreeSet<usize> = hits.iter().map(|h| h.0).collect();
    2 * on.len() >= sides.len()
        && hits.iter().any(|&(i, j)| {
            hits.iter().any(|&(k, l)| {
                i < k && j != l && (!differing || places[j].value != places[l].value)
            })
        })
}

pub(crate) fn print(name: &str, s: &Score) {
    println!(
        "{name:16} precision {:.3} ({}/{}, {} on traps)  recall {:.3} ({}/{}, firm {}/{})  F1 {:.3}  verdict {:.2} slot {:.2}",
        s.precision(),
        s.right,
        s.flagged,
        s.on_traps,
        s.recall(),
        s.hit,
        s.disagreements,
        s.firm_hit,
        s.firm,
        s.f1(),
        s.verdicts as f64 / s.right.max(1) as f64,
        s.slots as f64 / s.right.max(1) as f64,
    );
}
