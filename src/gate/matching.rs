//! Which finding of this run is which one of the baseline: one to one, so that a fix and a regression never cancel out.
//!
//! Four passes from the surest sign to the weakest; what one pass pairs, no later one sees. Within a pass the order is
//! that of the fingerprints, so that the order of the articles decides nothing.

use std::collections::{BTreeMap, BTreeSet};

use super::baseline::Baseline;
use super::entry::{Entry, Status};
use super::identity;
use crate::comparison::{self, ArticleRow, Finding};

/// How a finding was recognized.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sign {
    /// The same fingerprint.
    Same,
    /// The same answers from the same sources; others came to agree with one, or left the run.
    Regrouped,
    /// The same words from a source that goes by another name now.
    Renamed,
    /// The same question, other answers.
    Changed,
}

/// The findings of a run beside those of a baseline.
#[derive(Debug)]
pub struct Pairing<'a> {
    /// For each finding, in the order given: what it is in the baseline.
    pub pairs: Vec<Option<(Sign, &'a Entry)>>,
    /// What the run did not find again, by fingerprint.
    pub left: Vec<&'a Entry>,
}

/// A finding as the baseline would hold it if it were written now.
pub fn entry_of(finding: &Finding, articles: &[ArticleRow]) -> Entry {
    let mut answers: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for side in &finding.sides {
        let source = comparison::article(articles, &side.article)
            .map_or(&side.article, |article| &article.key);
        let sources = answers.entry(side.value.clone()).or_default();
        sources.insert(source.clone());
    }
    // Reports of other makers may lack the key: then the question as people read it has to do.
    let key = if finding.key.is_empty() {
        identity::key(None, &finding.rule, &finding.question)
    } else {
        finding.key.clone()
    };
    Entry {
        fingerprint: finding.fingerprint.clone(),
        key,
        rule: finding.rule.clone(),
        question: finding.question.clone(),
        answers,
        wording: identity::wording(finding.sides.iter().map(|side| side.quote.as_str())),
        status: Status::Unreviewed,
        note: None,
    }
}

/// Pairs findings with the entries of a baseline; `present` are the sources of this run.
pub fn pair<'a>(
    findings: &[Entry],
    baseline: &'a Baseline,
    present: &BTreeSet<&str>,
) -> Pairing<'a> {
    let mut pairs = vec![None; findings.len()];
    let mut left: BTreeMap<&str, &Entry> = baseline
        .entries
        .iter()
        .map(|(name, entry)| (name.as_str(), entry))
        .collect();
    let mut order: Vec<usize> = (0..findings.len()).collect();
    order.sort_by_key(|&index| &findings[index].fingerprint);
    for sign in [Sign::Same, Sign::Regrouped, Sign::Renamed, Sign::Changed] {
        let mut alike: BTreeMap<&str, Vec<&Entry>> = BTreeMap::new();
        for &known in left.values() {
            alike.entry(mark(sign, known)).or_default().push(known);
        }
        for &index in &order {
            if pairs[index].is_some() {
                continue;
            }
            let found = &findings[index];
            let best = alike
                .get(mark(sign, found))
                .into_iter()
                .flatten()
                .copied()
                .filter(|known| left.contains_key(known.fingerprint.as_str()))
                .filter(|known| shows(sign, found, known, present))
                .max_by_key(|known| common(found, known));
            if let Some(known) = best {
                left.remove(known.fingerprint.as_str());
                pairs[index] = Some((sign, known));
            }
        }
    }
    Pairing {
        pairs,
        left: left.into_values().collect(),
    }
}

/// What two findings must share for a sign to be looked for: few others of the baseline have it.
fn mark(sign: Sign, entry: &Entry) -> &str {
    match sign {
        Sign::Same => &entry.fingerprint,
        Sign::Regrouped | Sign::Changed => &entry.key,
        Sign::Renamed => &entry.wording,
    }
}

/// Whether two findings of one mark are the same by a sign.
fn shows(sign: Sign, found: &Entry, known: &Entry, present: &BTreeSet<&str>) -> bool {
    match sign {
        Sign::Same | Sign::Changed => true,
        Sign::Regrouped => regrouped(found, known, present),
        Sign::Renamed => found.rule == known.rule && renamed(found, known, present),
    }
}

/// No answer that was not known, and every source that is in both gives what it gave. A source may leave the run or
/// join an answer, but not both at once while it is still read: that is one disagreement mended and another begun.
fn regrouped(found: &Entry, known: &Entry, present: &BTreeSet<&str>) -> bool {
    let (one, other) = (found.sources(), known.sources());
    let joined = one.difference(&other).next().is_some();
    let withdrew = other.difference(&one).any(|gone| present.contains(gone));
    kept(found, known)
        && found.answers.keys().all(|a| known.answers.contains_key(a))
        && !one.is_disjoint(&other)
        && !(joined && withdrew)
}

/// The same answers, and every name that is missing here is missing in the whole run.
fn renamed(found: &Entry, known: &Entry, present: &BTreeSet<&str>) -> bool {
    let (one, other) = (found.sources(), known.sources());
    found.answers.keys().eq(known.answers.keys())
        && kept(found, known)
        && other.difference(&one).all(|gone| !present.contains(gone))
}

/// Whether each source that is in both gives only answers that it gave before.
fn kept(found: &Entry, known: &Entry) -> bool {
    let before = known.sources();
    found.answers.iter().all(|(answer, sources)| {
        let then = known.answers.get(answer);
        sources
            .iter()
            .filter(|source| before.contains(source.as_str()))
            .all(|source| then.is_some_and(|then| then.contains(source)))
    })
}

/// How many pairs of answer and source two findings share.
fn common(one: &Entry, other: &Entry) -> usize {
    one.answers
        .iter()
        .filter_map(|(answer, sources)| {
            Some(sources.intersection(other.answers.get(answer)?).count())
        })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `quake: 12 a b, 14 c` as an entry; the quotes are the pairs themselves without the sources' names.
    fn entry(line: &str) -> Entry {
        let (question, answers) = line.split_once(": ").expect("question: answers");
        let mut sides = Vec::new();
        for answer in answers.split(", ") {
            let mut words = answer.split(' ');
            let value = words.next().expect("a value");
            sides.extend(words.map(|source| (source, value)));
        }
        let mut answers = BTreeMap::new();
        for (source, value) in &sides {
            let sources: &mut BTreeSet<String> = answers.entry((*value).to_owned()).or_default();
            sources.insert((*source).to_owned());
        }
        let quotes: Vec<String> = sides
            .iter()
            .map(|(_, v)| format!("{question} {v}"))
            .collect();
        Entry {
            fingerprint: identity::fingerprint(None, "r", question, &sides),
            key: identity::key(None, "r", question),
            rule: "r".to_owned(),
            question: question.to_owned(),
            answers,
            wording: identity::wording(quotes.iter().map(String::as_str)),
            status: Status::Unreviewed,
            note: None,
        }
    }

    fn baseline(lines: &[&str]) -> Baseline {
        let entries = lines.iter().map(|line| entry(line));
        Baseline {
            entries: entries.map(|e| (e.fingerprint.clone(), e)).collect(),
        }
    }

    /// The sign of each finding, and what is left over, when the run read `present`.
    fn signs(found: &[&str], known: &[&str], present: &str) -> (Vec<Option<Sign>>, usize) {
        let found: Vec<Entry> = found.iter().map(|line| entry(line)).collect();
        let baseline = baseline(known);
        let pairing = pair(&found, &baseline, &present.split(' ').collect());
        let signs = pairing.pairs.iter().map(|p| p.map(|(sign, _)| sign));
        (signs.collect(), pairing.left.len())
    }

    #[test]
    fn one_finding_beside_one_entry() {
        use Sign::{Changed, Regrouped, Renamed, Same};
        // found, known, the sources of the run, sign
        let cases = [
            ("q: 12 a, 14 b", "q: 12 a, 14 b", "a b", Some(Same)),
            ("q: 12 a, 14 b c", "q: 12 a, 14 b", "a b c", Some(Regrouped)),
            ("q: 12 a, 14 b", "q: 12 a, 14 b c", "a b", Some(Regrouped)),
            (
                "q: 12 a, 14 b",
                "q: 12 a, 14 b, 15 c",
                "a b c",
                Some(Regrouped),
            ),
            ("q: 12 a, 14 d", "q: 12 a, 14 b", "a d", Some(Regrouped)),
            ("q: 12 x, 14 y", "q: 12 a, 14 b", "x y", Some(Renamed)),
            ("q: 12 x, 14 y", "q: 12 a, 14 b", "a x y", Some(Changed)),
            ("q: 12 a, 14 d", "q: 12 a, 14 b", "a b d", Some(Changed)),
            ("q: 12 a, 15 b", "q: 12 a, 14 b", "a b", Some(Changed)),
            ("q: 12 b, 14 a", "q: 12 a, 14 b", "a b", Some(Changed)),
            (
                "q: 12 a, 14 b, 15 c",
                "q: 12 a, 14 b",
                "a b c",
                Some(Changed),
            ),
            ("q: 12 a c, 14 b", "q: 12 a, 14 b c", "a b c", Some(Changed)),
            ("q: 12 a, 14 b", "p: 12 a, 14 b", "a b", None),
        ];
        for (found, known, present, expected) in cases {
            let (signs, left) = signs(&[found], &[known], present);
            assert_eq!(
                signs,
                [expected],
                "{found} beside {known} in a run of {present}"
            );
            assert_eq!(left, usize::from(expected.is_none()));
        }
    }

    #[test]
    fn a_fix_and_a_regression_do_not_cancel_out() {
        let found = ["p: 5 a, 6 b"];
        assert_eq!(signs(&found, &["q: 5 a, 6 b"], "a b"), (vec![None], 1));
        let found = ["q: 12 a, 14 b", "q: 12 a, 15 c"];
        let (signs, left) = signs(&found, &["q: 12 a, 14 b"], "a b c");
        assert_eq!((signs, left), (vec![Some(Sign::Same), None], 0));
    }
}
