//! Results to standard output, or to a file that changes only when all is written.

use std::io::{ErrorKind, IsTerminal, Write};
use std::path::Path;

use gainsay::error::{Error, Result};
use gainsay::report::ink::Paint;
use gainsay::report::link::Links;
use gainsay::report::visible::harmless;

use crate::args::{ColorMode, OutputArgs};
use crate::terminal;

/// Writes a result where the flags say; whatever the format let through, nothing in it acts on a terminal.
pub(crate) fn write(args: &OutputArgs, text: &str) -> Result<()> {
    let text = harmless(text, paint(args), &links(args));
    match &args.output {
        Some(path) => replace(path, &text),
        None => print(&text),
    }
}

/// A reader that left early (`| head`) is no failure.
fn print(text: &str) -> Result<()> {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(e) if e.kind() != ErrorKind::BrokenPipe => Err(Error::new(
            "standard output",
            e.to_string(),
            "see where it leads",
        )),
        _ => Ok(()),
    }
}

/// Written aside, then renamed: a run that fails leaves the old file as it was.
fn replace(path: &Path, text: &str) -> Result<()> {
    let failed = |e: &std::io::Error| {
        let mend = "name a file in a folder that you can write to";
        Error::new(
            path.display().to_string(),
            format!("can not be written: {e}"),
            mend,
        )
    };
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    // A device or pipe (/dev/stdout) can not be replaced, only written.
    if path.exists() && !path.is_file() {
        return std::fs::write(path, text).map_err(|e| failed(&e));
    }
    let mut aside = new_file_like(path)
        .tempfile_in(folder)
        .map_err(|e| failed(&e))?;
    aside.write_all(text.as_bytes()).map_err(|e| failed(&e))?;
    aside.persist(path).map_err(|e| failed(&e.error))?;
    Ok(())
}

/// A file that others may read as they may read the old one, or any other new file: temporary files are private.
fn new_file_like<'a>(path: &Path) -> tempfile::Builder<'a, 'a> {
    let mut builder = tempfile::Builder::new();
    if let Ok(old) = path.metadata() {
        builder.permissions(old.permissions());
        return builder;
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    builder
}

/// How wide lines may be: the flag, the terminal, 100 in pipes and files.
pub(crate) fn width(args: &OutputArgs) -> usize {
    let terminal = || {
        let (size, _) = terminal_size::terminal_size_of(std::io::stdout())?;
        args.output.is_none().then_some(size.0)
    };
    args.width.or_else(terminal).map_or(100, usize::from)
}

/// Whether results are painted: the flag, then the variables that users set, then whether a terminal reads them.
pub(crate) fn paint(args: &OutputArgs) -> Paint {
    let is_set = |name: &str| std::env::var_os(name).is_some_and(|v| !v.is_empty() && v != "0");
    let painted = match args.color {
        ColorMode::Always => true,
        ColorMode::Never => false,
        ColorMode::Auto if is_set("NO_COLOR") => false,
        ColorMode::Auto if is_set("FORCE_COLOR") || is_set("CLICOLOR_FORCE") => true,
        ColorMode::Auto => {
            let dumb = std::env::var_os("TERM").is_some_and(|t| t == "dumb");
            args.output.is_none() && std::io::stdout().is_terminal() && !dumb
        }
    };
    if painted { Paint::Ansi } else { Paint::Plain }
}

/// Whether places can be clicked: the variable that forces it, else whether a terminal that is known to do so reads.
pub(crate) fn links(args: &OutputArgs) -> Links {
    let known = terminal::has_links(
        &|name| std::env::var(name).ok(),
        std::io::stdout().is_terminal(),
    );
    match std::env::current_dir() {
        Ok(folder) if known && args.output.is_none() => Links::From(folder),
        _ => Links::None,
    }
}
