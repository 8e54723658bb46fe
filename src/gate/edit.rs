//! What people do to a baseline: find a finding by the start of its fingerprint, accept, add, prune, compare.

use std::collections::BTreeMap;

use super::baseline::Baseline;
use super::entry::{Acceptance, Entry, Status};
use super::hold::{Absence, Held, State};
use super::matching::entry_of;
use super::policy::Severity;
use crate::comparison::Comparison;
use crate::error::{Error, Result};

/// The shortest start of a fingerprint that is taken for one.
pub const SHORTEST: usize = 4;

/// The one name among `names` that starts with `start`.
///
/// ```
/// use gainsay::gate::edit::resolve;
/// let names = ["00aa11", "00ab22"];
/// assert_eq!(resolve("00aa", names).unwrap(), "00aa11");
/// assert!(resolve("00a", names).is_err());
/// assert!(resolve("ffff", names).is_err());
/// ```
pub fn resolve<'a>(start: &str, names: impl IntoIterator<Item = &'a str>) -> Result<&'a str> {
    let start = start.trim().to_lowercase();
    let mut names: Vec<&str> = names
        .into_iter()
        .filter(|n| n.starts_with(&start))
        .collect();
    names.sort_unstable();
    names.dedup();
    if start.len() < SHORTEST {
        let mend = format!("give at least {SHORTEST} of its digits");
        return Err(Error::new(start, "the fingerprint is too short", mend));
    }
    match names[..] {
        [name] => Ok(name),
        [] => Err(Error::new(
            start,
            "no finding has this fingerprint",
            "`gainsay check` and `gainsay baseline review --list` show them",
        )),
        _ => Err(Error::new(
            start,
            format!("{} findings start so: {}", names.len(), names.join(", ")),
            "give more digits",
        )),
    }
}

/// The baseline in which a finding stands accepted; of a changed one the earlier form goes.
pub fn accept(
    baseline: &Baseline,
    entry: &Entry,
    earlier: Option<&Entry>,
    why: Acceptance,
) -> Baseline {
    put(baseline, entry, earlier, Status::Accepted(why))
}

/// The baseline with all that this run found beside it, as unreviewed; what is only noted needs no decision.
pub fn add(baseline: &Baseline, held: &Held) -> Baseline {
    let unknown = held
        .judged
        .iter()
        .filter(|judged| judged.severity >= Severity::Warning)
        .filter(|judged| matches!(judged.state, State::New | State::Changed));
    unknown.fold(baseline.clone(), |baseline, judged| {
        put(&baseline, &judged.entry, judged.known, Status::Unreviewed)
    })
}

/// What an earlier run found, as a baseline that nobody has reviewed.
pub fn of_report(report: &Comparison) -> Baseline {
    let entries = report
        .findings
        .iter()
        .map(|finding| entry_of(finding, &report.articles));
    Baseline {
        entries: entries
            .map(|entry| (entry.fingerprint.clone(), entry))
            .collect(),
    }
}

/// The baseline without what was looked for and not found again.
pub fn prune(baseline: &Baseline, held: &Held) -> Baseline {
    let mut pruned = baseline.clone();
    for (absence, entry) in &held.absent {
        if *absence == Absence::Stale {
            pruned.entries.remove(&entry.fingerprint);
        }
    }
    pruned
}

/// The baseline without one entry, if it is there.
pub fn remove(baseline: &Baseline, entry: Option<&Entry>) -> Baseline {
    let mut after = baseline.clone();
    if let Some(entry) = entry {
        after.entries.remove(&entry.fingerprint);
    }
    after
}

/// A note that somebody wrote outlives the change of status.
fn put(baseline: &Baseline, entry: &Entry, earlier: Option<&Entry>, status: Status) -> Baseline {
    let mut after = baseline.clone();
    let earlier = earlier.and_then(|earlier| after.entries.remove(&earlier.fingerprint));
    let note = earlier.and_then(|earlier| earlier.note);
    let entry = Entry {
        status,
        note,
        ..entry.clone()
    };
    after.entries.insert(entry.fingerprint.clone(), entry);
    after
}

/// What one baseline has that another has not, for people; empty if they are equal.
pub fn diff(old: &Baseline, new: &Baseline) -> String {
    let mut lines: BTreeMap<(u8, &str), String> = BTreeMap::new();
    for (name, entry) in &new.entries {
        match old.entries.get(name) {
            None => match same_question(entry, old, new) {
                Some(before) => {
                    let text = format!("{}\n    was {}", line(entry), answers(before));
                    lines.insert((1, name), format!("changed {text}"));
                }
                None => {
                    lines.insert((0, name), format!("added   {}", line(entry)));
                }
            },
            Some(before) if before != entry => {
                let text = format!("{}\n    was {}", line(entry), status(before));
                lines.insert((2, name), format!("decided {text}"));
            }
            Some(_) => {}
        }
    }
    for (name, entry) in &old.entries {
        if !new.entries.contains_key(name) && same_question(entry, new, old).is_none() {
            lines.insert((3, name), format!("removed {}", line(entry)));
        }
    }
    lines.into_values().map(|line| line + "\n").collect()
}

/// The entry with the same question that `elsewhere` has and `here` has not.
fn same_question<'a>(entry: &Entry, elsewhere: &'a Baseline, here: &Baseline) -> Option<&'a Entry> {
    elsewhere
        .entries
        .values()
        .find(|other| other.key == entry.key && !here.entries.contains_key(&other.fingerprint))
}

/// An entry in one line of readable text and one of answers.
pub fn line(entry: &Entry) -> String {
    format!(
        "{}  {}  {}\n    {}\n    {}",
        entry.fingerprint,
        entry.rule,
        entry.question,
        answers(entry),
        status(entry)
    )
}

/// `12 (reuters) × 14 (ap, bbc)`.
pub fn answers(entry: &Entry) -> String {
    let answers = entry.answers.iter().map(|(answer, sources)| {
        let sources: Vec<&str> = sources.iter().map(String::as_str).collect();
        format!("{answer} ({})", sources.join(", "))
    });
    answers.collect::<Vec<_>>().join(" × ")
}

/// `accepted as evolving until 2026-12-31: AP is later`.
pub fn status(entry: &Entry) -> String {
    match &entry.status {
        Status::Unreviewed => "unreviewed".to_owned(),
        Status::Accepted(why) => {
            let until = why
                .expires
                .map(|day| format!(" until {day}"))
                .unwrap_or_default();
            format!("accepted as {}{until}: {}", why.kind, why.reason)
        }
    }
}
