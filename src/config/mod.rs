//! `gainsay.toml`: which files are which story and source, what is looked at, and what the gate fails on.
//!
//! Nothing here touches a file: the text comes in, the settings go out. Every key is known or refused with the nearest
//! known one, because a misspelt key that is silently skipped is a gate that stands open.

mod apply;
mod print;
mod read;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::comparison::Verdict;
use crate::gate::policy::{Cause, Policy, Severity, Stale};

pub use apply::{apply, ignores};
pub use print::print;
pub use read::parse;

/// The name that is looked for from the working folder upward.
pub const FILE_NAME: &str = "gainsay.toml";

/// The JSON Schema of the file, for editors.
pub const SCHEMA: &str = include_str!("../../schema/config.v1.json");

/// What a `gainsay.toml` says; what it does not say is empty.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Config {
    /// Below it a finding is counted and not shown.
    pub min_confidence: Option<f64>,
    /// Which files belong together.
    pub stories: Vec<Story>,
    /// What is known about the source of some files.
    pub sources: Vec<Source>,
    /// Names that mean the same: the one to show, and the others.
    pub aliases: BTreeMap<String, Vec<String>>,
    /// How much a verdict weighs.
    pub verdicts: BTreeMap<Verdict, Severity>,
    /// How much a rule weighs, whatever its verdict.
    pub rules: BTreeMap<String, Severity>,
    /// What `gainsay check` does.
    pub check: Check,
    /// Findings that are not to be shown.
    pub ignores: Vec<IgnoreRule>,
}

/// Files that are about the same events.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Story {
    /// What it is called; empty for stories that are called like their folders.
    pub name: String,
    /// Globs of its files.
    pub files: Vec<String>,
    /// Globs of folders, each a story of its own.
    pub folders: Vec<String>,
}

/// What is known about the source of some files, beyond what they say themselves.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// Globs of its files.
    pub files: Vec<String>,
    /// The name that fingerprints know it by.
    pub id: Option<String>,
    /// The name that people know it by.
    pub name: Option<String>,
    /// The day of publication.
    pub date: Option<Date>,
    /// The address of publication.
    pub url: Option<String>,
}

/// What `gainsay check` does.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Check {
    /// The baseline's path, from the folder of the configuration.
    pub baseline: Option<String>,
    /// The states that fail.
    pub fail_on: Option<BTreeSet<Cause>>,
    /// What to do about entries that were not found again.
    pub stale: Option<Stale>,
}

/// Findings that are not to be shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct IgnoreRule {
    /// The line of the configuration it stands in.
    pub line: usize,
    /// The rule it is about; all if it is not there.
    pub rule: Option<String>,
    /// The glob of the files whose accounts it is about; all if it is not there.
    pub path: Option<String>,
    /// Why.
    pub reason: String,
}

impl Config {
    /// What the gate does by this configuration on that day.
    pub fn policy(&self, today: Date) -> Policy {
        let mut policy = Policy::usual(today);
        policy.verdicts.extend(self.verdicts.clone());
        policy.rules.clone_from(&self.rules);
        if let Some(fail_on) = &self.check.fail_on {
            policy.fail_on.clone_from(fail_on);
        }
        if let Some(stale) = self.check.stale {
            policy.stale = stale;
        }
        if let Some(min_confidence) = self.min_confidence {
            policy.min_confidence = min_confidence;
        }
        policy
    }
}
