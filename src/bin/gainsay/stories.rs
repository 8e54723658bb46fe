//! Which files are meant and which story each belongs to: folders, globs and lists to paths.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use gainsay::error::{Error, Result};
use gainsay::read::Format;
use globset::{GlobBuilder, GlobMatcher};

use crate::args::{InputArgs, MessageArgs, StoryMode};
use crate::messages;
use crate::walk::{self, Links, files};

/// One file to read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Source {
    /// As the user gave it, or below the folder that the user gave; `-` for standard input.
    pub(crate) path: String,
    /// The same for the system: names need not be UTF-8.
    pub(crate) file: PathBuf,
    /// The story that it belongs to.
    pub(crate) story: String,
}

/// The files that the inputs mean, in input order; inside a folder or glob by name.
///
/// # Errors
/// One for each input that means none.
pub(crate) fn sources(
    args: &InputArgs,
    listed: &[String],
    say: &MessageArgs,
) -> std::result::Result<Vec<Source>, Vec<Error>> {
    let mut sources = Vec::new();
    let mut seen = BTreeSet::new();
    let links = if args.limits.follow_links {
        Links::All
    } else {
        Links::Inside
    };
    let walk = |root: &Path| files(root, links).map(|found| told(found, say));
    let mut errors = Vec::new();
    let folders = args.inputs.iter().filter(|i| Path::new(i).is_dir()).count();
    for input in args.inputs.iter().chain(listed) {
        match expand(input, args.story, folders > 1, &walk) {
            Ok(Found::One(source)) => {
                seen.insert(source.path.clone());
                sources.push(source);
            }
            Ok(Found::Many(found)) => {
                sources.extend(found.into_iter().filter(|s| seen.insert(s.path.clone())));
            }
            Err(error) => errors.push(error),
        }
    }
    if errors.is_empty() {
        Ok(sources)
    } else {
        Err(errors)
    }
}

/// The files below a folder.
type Walk<'a> = dyn Fn(&Path) -> Result<Vec<PathBuf>> + 'a;

/// The files found, once it is said which links were passed over.
fn told(found: walk::Found, say: &MessageArgs) -> Vec<PathBuf> {
    for link in found.passed_over {
        let what = "skipped, as this link leads out of the folder or nowhere";
        let link = link.display().to_string();
        messages::warn(say, &Error::new(link, what, "use --follow-links"));
    }
    found.files
}

fn source(file: &Path, story: String) -> Source {
    Source {
        path: file.display().to_string(),
        file: file.to_path_buf(),
        story,
    }
}

/// A file that is named, or those that a folder or glob holds.
enum Found {
    One(Source),
    Many(Vec<Source>),
}

fn expand(input: &str, mode: Option<StoryMode>, qualified: bool, walk: &Walk) -> Result<Found> {
    let path = Path::new(input);
    if input == "-" || path.is_file() {
        let story = match mode {
            Some(StoryMode::Folder) => parent_name(path),
            Some(StoryMode::All | StoryMode::Auto) | None => String::new(),
        };
        return Ok(Found::One(source(path, story)));
    }
    if path.is_dir() {
        return folder(path, mode, qualified, walk).map(Found::Many);
    }
    if path.exists() {
        // Named pipes and devices are read like files: `<(command)` is one.
        return Ok(Found::One(source(path, String::new())));
    }
    if input.contains(['*', '?', '[', '{']) {
        return glob(input, mode, walk).map(Found::Many);
    }
    Err(Error::new(
        input,
        "no such file or folder",
        "check the spelling",
    ))
}

/// The readable files of a folder; each folder below it is a story of its own.
fn folder(
    root: &Path,
    mode: Option<StoryMode>,
    qualified: bool,
    walk: &Walk,
) -> Result<Vec<Source>> {
    let files = walk(root)?;
    let sources: Vec<Source> = files
        .iter()
        .filter(|file| Format::of_path(&file.to_string_lossy()).is_some())
        .map(|file| {
            let story = match mode {
                Some(StoryMode::All | StoryMode::Auto) => String::new(),
                Some(StoryMode::Folder) | None => story_name(root, file, qualified),
            };
            source(file, story)
        })
        .collect();
    if sources.is_empty() {
        let mend = "put .txt, .md, .html, .json or .jsonl files into it, or name the files";
        return Err(Error::new(
            root.display().to_string(),
            "no article in this folder",
            mend,
        ));
    }
    Ok(sources)
}

/// The folder's path below the root, or the root's own name; with several roots, behind the root's path.
fn story_name(root: &Path, file: &Path, qualified: bool) -> String {
    let below = file
        .parent()
        .and_then(|p| p.strip_prefix(root).ok())
        .filter(|p| !p.as_os_str().is_empty());
    let top = if qualified {
        root.display().to_string()
    } else {
        own_name(root)
    };
    match below {
        Some(below) if qualified => Path::new(&top).join(below).display().to_string(),
        Some(below) => below.display().to_string(),
        None => top,
    }
}

/// The name of a folder, of "." and "stories/.." too.
fn own_name(folder: &Path) -> String {
    let name = |p: &Path| p.file_name().map(|n| n.to_string_lossy().into_owned());
    name(folder)
        .or_else(|| name(&folder.canonicalize().ok()?))
        .unwrap_or_default()
}

fn parent_name(file: &Path) -> String {
    file.parent()
        .map_or_else(String::new, |p| p.display().to_string())
}

/// The files that a glob means: `*` stays inside a folder, `**` does not.
fn glob(pattern: &str, mode: Option<StoryMode>, walk: &Walk) -> Result<Vec<Source>> {
    let invalid = |e: globset::Error| {
        Error::new(
            pattern,
            format!("invalid glob: {}", e.kind()),
            "mend or quote it",
        )
    };
    let matcher: GlobMatcher = GlobBuilder::new(pattern.strip_prefix("./").unwrap_or(pattern))
        .literal_separator(true)
        .build()
        .map_err(invalid)?
        .compile_matcher();
    let fixed: PathBuf = Path::new(pattern)
        .components()
        .take_while(|c| {
            !c.as_os_str()
                .to_string_lossy()
                .contains(['*', '?', '[', '{'])
        })
        .collect();
    let root = if fixed.as_os_str().is_empty() {
        Path::new(".")
    } else {
        &fixed
    };
    let none = || {
        Error::new(
            pattern,
            "no file matches this glob",
            "check the pattern and the folder",
        )
    };
    if !root.is_dir() {
        return Err(none());
    }
    let sources: Vec<Source> = walk(root)?
        .into_iter()
        .map(|file| {
            file.strip_prefix(".")
                .map_or_else(|_| file.clone(), Path::to_path_buf)
        })
        .filter(|file| matcher.is_match(file))
        .map(|file| {
            let story = match mode {
                Some(StoryMode::Folder) => parent_name(&file),
                Some(StoryMode::All | StoryMode::Auto) | None => String::new(),
            };
            source(&file, story)
        })
        .collect();
    if sources.is_empty() {
        Err(none())
    } else {
        Ok(sources)
    }
}
