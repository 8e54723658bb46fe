//! The `gainsay.toml` of a run: the one a flag names, or the nearest from the working folder upward.

use std::path::{Component, Path, PathBuf};

use clap::Args;
use gainsay::config::{self, Config};
use gainsay::error::{Error, Result};
use gainsay::gate::location::plain_path;
use gainsay::verdict::rules;

use crate::limits;

/// Where settings come from.
#[derive(Clone, Debug, Args)]
#[command(next_help_heading = "Configuration")]
pub(crate) struct ConfigArgs {
    /// Read the settings from FILE [default: the nearest gainsay.toml upward]
    #[arg(long, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
    /// Read no settings
    #[arg(long, conflicts_with = "config")]
    pub(crate) isolated: bool,
}

/// The settings of a run and where they stand.
#[derive(Clone, Debug)]
pub(crate) struct Settings {
    /// What the file says; nothing if there is none.
    pub(crate) config: Config,
    /// The file.
    pub(crate) file: Option<PathBuf>,
}

/// Finds and reads the settings.
pub(crate) fn load(args: &ConfigArgs) -> Result<Settings> {
    let file = match (&args.config, args.isolated) {
        (Some(file), _) => Some(file.clone()),
        (None, true) => None,
        (None, false) => upward(config::FILE_NAME),
    };
    let Some(file) = file else {
        let config = Config::default();
        return Ok(Settings { config, file: None });
    };
    let name = shown(&file);
    let text = limits::text(&file).map_err(|error| {
        let mend = "name a file that can be read, or use --isolated";
        Error::new(&name, format!("can not be read: {error}"), mend)
    })?;
    let rules: Vec<&str> = rules::all().iter().map(|rule| rule.code).collect();
    let config = config::parse(&text, &name, &rules)?;
    Ok(Settings {
        config,
        file: Some(file),
    })
}

impl Settings {
    /// The folder that paths in the settings start from.
    pub(crate) fn folder(&self) -> PathBuf {
        let folder = self.file.as_deref().and_then(Path::parent);
        match folder {
            Some(folder) if !folder.as_os_str().is_empty() => folder.to_path_buf(),
            _ => PathBuf::from("."),
        }
    }

    /// A path as the globs of the settings see it: from the folder of the settings.
    pub(crate) fn seen(&self, path: &str) -> String {
        match whole(Path::new(path)).strip_prefix(whole(&self.folder())) {
            Ok(below) => plain_path(&below.to_string_lossy()),
            Err(_) => plain_path(path),
        }
    }
}

/// A path from the root on, without `.` and `..`; links are left as they are, for globs are about names.
fn whole(path: &Path) -> PathBuf {
    let from_root = std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
    let mut whole = PathBuf::new();
    for part in from_root.components() {
        match part {
            Component::ParentDir => {
                whole.pop();
            }
            Component::CurDir => {}
            other => whole.push(other),
        }
    }
    whole
}

/// The nearest file of that name from the working folder upward, as a path from there: what is made of it stays as
/// short, and code hosts want paths from where they run.
pub(crate) fn upward(name: &str) -> Option<PathBuf> {
    let here = std::env::current_dir().ok()?;
    let steps = here.ancestors().enumerate();
    let mut found = steps.filter(|(_, folder)| folder.join(name).is_file());
    found.next().map(|(steps, _)| {
        let up: PathBuf = std::iter::repeat_n("..", steps).collect();
        up.join(name)
    })
}

/// A path for people: from the working folder where it lies below it.
pub(crate) fn shown(path: &Path) -> String {
    let here = std::env::current_dir().unwrap_or_default();
    let below = path.strip_prefix(&here).unwrap_or(path);
    let below = below.strip_prefix("./").unwrap_or(below);
    let below = if below.as_os_str().is_empty() {
        path
    } else {
        below
    };
    below.display().to_string()
}
