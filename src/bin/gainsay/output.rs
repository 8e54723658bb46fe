//! Results to standard output, or to a file that changes only when all is written.

use std::fs::File;
use std::io::{self, BufWriter, ErrorKind, IsTerminal, Write};
use std::path::Path;

use gainsay::comparison::Verdict;
use gainsay::error::{Error, Result};
use gainsay::report::Layout;
use gainsay::report::ink::Paint;
use gainsay::report::link::Links;
use gainsay::report::stream::write_harmless;

use crate::args::{ColorMode, OutputArgs};
use crate::terminal;

/// Whether somebody reads on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reader {
    /// As far as one can tell.
    There,
    /// Standard output leads to nobody any more (`| head`).
    Left,
}

/// Writes a result where the flags say; whatever the format let through, nothing in it acts on a terminal.
pub(crate) fn write(
    args: &OutputArgs,
    fill: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<Reader> {
    write_with(args, &Links::None, fill)
}

/// As [`write`], for what is laid out for people: places in it may be links.
pub(crate) fn write_text(args: &OutputArgs, text: &str) -> Result<Reader> {
    write_with(args, &links(args), |out| out.write_all(text.as_bytes()))
}

fn write_with(
    args: &OutputArgs,
    links: &Links,
    fill: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<Reader> {
    let allowed = (paint(args), links);
    let fill = |out: &mut dyn Write| write_harmless(&mut BufWriter::new(out), allowed, fill);
    match args.file() {
        Some(path) => replace(path, fill),
        None => print(fill),
    }
}

/// A reader that left early is no failure.
fn print(fill: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<Reader> {
    let mut out = io::stdout().lock();
    match fill(&mut out).and_then(|()| out.flush()) {
        Ok(()) => Ok(Reader::There),
        Err(e) if e.kind() == ErrorKind::BrokenPipe => Ok(Reader::Left),
        Err(e) => Err(Error::new(
            "standard output",
            e.to_string(),
            "see where it leads",
        )),
    }
}

/// Written aside, then renamed: a run that fails leaves the old file as it was.
fn replace(path: &Path, fill: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<Reader> {
    let failed = |e: &io::Error| {
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
        let device = File::create(path).and_then(|mut device| fill(&mut device));
        return device.map(|()| Reader::There).map_err(|e| failed(&e));
    }
    let mut aside = new_file_like(path)
        .tempfile_in(folder)
        .map_err(|e| failed(&e))?;
    fill(&mut aside).map_err(|e| failed(&e))?;
    aside.persist(path).map_err(|e| failed(&e.error))?;
    Ok(Reader::There)
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

/// How a table is laid out for what the flags say and for who reads it.
pub(crate) fn layout(args: &OutputArgs, verdicts: Vec<Verdict>) -> Layout {
    Layout {
        width: width(args),
        paint: paint(args),
        links: links(args),
        verdicts,
    }
}

/// How wide lines may be: the flags, the terminal, 100 in pipes and files.
pub(crate) fn width(args: &OutputArgs) -> usize {
    /// More than any table of readable cells takes.
    const UNBOUNDED: usize = 10_000;
    let terminal = || {
        let (size, _) = terminal_size::terminal_size_of(io::stdout())?;
        args.file().is_none().then_some(size.0)
    };
    if args.wide {
        return UNBOUNDED;
    }
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
            args.file().is_none() && io::stdout().is_terminal() && !dumb
        }
    };
    if painted { Paint::Ansi } else { Paint::Plain }
}

/// Whether places can be clicked: the variable that forces it, else whether a terminal that is known to do so reads.
pub(crate) fn links(args: &OutputArgs) -> Links {
    let known = terminal::has_links(&|name| std::env::var(name).ok(), io::stdout().is_terminal());
    match std::env::current_dir() {
        Ok(folder) if known && args.file().is_none() => Links::From(folder),
        _ => Links::None,
    }
}
