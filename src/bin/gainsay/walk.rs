//! The files below a folder. A link that leads out of the folder is passed over unless that is asked for: who compares
//! a folder of somebody else's files must not find files of their own in the report.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use gainsay::error::{Error, Result};

/// Which links are followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Links {
    /// Those that lead to something in the folder.
    Inside,
    /// All.
    All,
}

/// What a folder holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Found {
    /// All files by name, hidden ones left out; a folder's stand where its name does.
    pub(crate) files: Vec<PathBuf>,
    /// The links that were passed over.
    pub(crate) passed_over: Vec<PathBuf>,
}

/// All files below `root`.
///
/// # Errors
/// If a folder can not be read.
pub(crate) fn files(root: &Path, links: Links) -> Result<Found> {
    let inside = root.canonicalize().map_err(|e| unreadable(root, &e))?;
    let mut seen = BTreeSet::from([inside.clone()]);
    let mut found = Found::default();
    below(root, &mut seen, &mut found, &|place| {
        links == Links::All || place.starts_with(&inside)
    })?;
    Ok(found)
}

/// Adds what is below `folder`. Each folder is entered once, whatever leads to it, so that links can make no circle.
fn below(
    folder: &Path,
    seen: &mut BTreeSet<PathBuf>,
    found: &mut Found,
    may_follow: &dyn Fn(&Path) -> bool,
) -> Result<()> {
    for path in entries(folder).map_err(|e| unreadable(folder, &e))? {
        let leads_to = match (path.is_symlink(), path.is_dir()) {
            (false, false) => path.clone(),
            // A link to nothing is one that nobody can follow.
            _ => path.canonicalize().unwrap_or_default(),
        };
        if path.is_symlink() && !may_follow(&leads_to) {
            found.passed_over.push(path);
        } else if leads_to.is_dir() {
            if seen.insert(leads_to) {
                below(&path, seen, found, may_follow)?;
            }
        } else if leads_to.is_file() {
            found.files.push(path);
        }
    }
    Ok(())
}

/// What stands in a folder by name, hidden entries left out.
fn entries(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut names = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let name = entry?.file_name();
        if !name.as_encoded_bytes().starts_with(b".") {
            names.push(name);
        }
    }
    names.sort_unstable();
    Ok(names.into_iter().map(|name| folder.join(name)).collect())
}

fn unreadable(folder: &Path, error: &std::io::Error) -> Error {
    let what = format!("can not be read: {error}");
    let mend = "make it readable, or leave it out";
    Error::new(folder.display().to_string(), what, mend)
}
