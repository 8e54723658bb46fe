//! The baseline on disk: found, read, and changed so that there is always a whole file, the old one or the new.
//!
//! Who writes holds a lock from before reading until after the rename, so that of two who accept a finding at once
//! neither loses the other's.

use std::fs::File;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use clap::Args;
use gainsay::error::{Error, Result};
use gainsay::gate::baseline::{self, Baseline, FILE_NAME};

use crate::limits;
use crate::settings::{self, Settings};

/// Which baseline is meant.
#[derive(Clone, Debug, Args)]
#[command(next_help_heading = "Baseline")]
pub(crate) struct BaselineArgs {
    /// Known findings stand in FILE [default: the nearest gainsay-baseline.jsonl upward]
    #[arg(long, value_name = "FILE")]
    pub(crate) baseline: Option<PathBuf>,
}

/// Whether files may be changed.
#[derive(Clone, Debug, Args)]
pub(crate) struct WriteArgs {
    /// Write even where the variable CI is set
    #[arg(long, help_heading = "Baseline")]
    pub(crate) write: bool,
}

/// Where the baseline stands, and whether somebody named it.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    pub(crate) path: PathBuf,
    pub(crate) named: bool,
}

/// The flag's file, else the settings', else the nearest upward, else the one that would be beside the settings.
pub(crate) fn locate(args: &BaselineArgs, settings: &Settings) -> Place {
    let named = |path: PathBuf| Place { path, named: true };
    if let Some(path) = &args.baseline {
        return named(path.clone());
    }
    if let Some(path) = &settings.config.check.baseline {
        return named(settings.folder().join(path));
    }
    let path = settings::upward(FILE_NAME).unwrap_or_else(|| settings.folder().join(FILE_NAME));
    Place { path, named: false }
}

/// Reads a baseline; one that nobody named and nobody made yet is empty.
pub(crate) fn read(place: &Place) -> Result<Baseline> {
    match load(&place.path)? {
        Some(baseline) => Ok(baseline),
        None if place.named => Err(missing(&place.path)),
        None => Ok(Baseline::default()),
    }
}

/// Reads a baseline; none if there is no such file.
pub(crate) fn load(path: &Path) -> Result<Option<Baseline>> {
    match limits::file(path) {
        Ok(bytes) => baseline::parse(&bytes, &settings::shown(path)).map(Some),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(failed(path, "read", &error)),
    }
}

/// That there is no baseline.
pub(crate) fn missing(path: &Path) -> Error {
    let mend = "run `gainsay baseline create`, or name another file";
    Error::new(settings::shown(path), "no such baseline", mend)
}

/// Changes the baseline, new or old; nothing is written if `edit` fails or changes nothing.
pub(crate) fn update(
    path: &Path,
    write: &WriteArgs,
    edit: impl FnOnce(Option<Baseline>) -> Result<Baseline>,
) -> Result<Baseline> {
    refuse_in_ci(path, write)?;
    // A link stays a link: what it leads to is replaced.
    let path = &path.canonicalize().unwrap_or_else(|_| path.to_path_buf());
    let folder = folder(path);
    let _lock = lock(path, folder)?;
    let before = load(path)?;
    let after = edit(before.clone())?;
    if before.as_ref() != Some(&after) {
        replace(path, folder, &baseline::print(&after))?;
    }
    Ok(after)
}

/// A CI that edits what it is held against is no gate.
fn refuse_in_ci(path: &Path, write: &WriteArgs) -> Result<()> {
    let in_ci =
        std::env::var_os("CI").is_some_and(|ci| !ci.is_empty() && ci != "false" && ci != "0");
    if in_ci && !write.write {
        let what = "not written, as the variable CI is set";
        return Err(Error::new(
            settings::shown(path),
            what,
            "run it outside of CI, or add --write",
        ));
    }
    Ok(())
}

fn folder(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// Waits until nobody else writes. The folder itself is locked, so that no file is left behind; where folders can not
/// be opened (Windows), a file beside the baseline.
fn lock(path: &Path, folder: &Path) -> Result<File> {
    let beside = || {
        let name = format!(
            ".{}.lock",
            path.file_name().unwrap_or_default().to_string_lossy()
        );
        File::create(folder.join(name))
    };
    let lock = File::open(folder).or_else(|error| match error.kind() {
        ErrorKind::NotFound => Err(error),
        _ => beside(),
    });
    let locked = lock.and_then(|file| file.lock().map(|()| file));
    locked.map_err(|error| failed(path, "locked", &error))
}

/// Written aside, on disk before it is renamed, with the rights of the file that it replaces.
fn replace(path: &Path, folder: &Path, text: &str) -> Result<()> {
    let attempt = || {
        let mut aside = tempfile::Builder::new()
            .prefix(&format!(".{FILE_NAME}."))
            .make_in(folder, |path| File::create_new(path))?;
        aside.write_all(text.as_bytes())?;
        if let Ok(old) = path.metadata() {
            aside.as_file().set_permissions(old.permissions())?;
        }
        aside.as_file().sync_all()?;
        aside.persist(path).map_err(|error| error.error)?;
        Ok(())
    };
    attempt().map_err(|error| failed(path, "written", &error))
}

fn failed(path: &Path, verb: &str, error: &std::io::Error) -> Error {
    let mend = "make the file and its folder readable and writable, or name another file";
    Error::new(
        settings::shown(path),
        format!("can not be {verb}: {error}"),
        mend,
    )
}
