//! How much is read at most: each limit is a flag, and what is beyond it is an error that names the flag.

use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::path::Path;

use clap::Args;
use gainsay::error::{Error, Result};
use gainsay::read::Limits;

/// Settings, templates, baselines and lists are read to this length.
const SMALL_FILE: u64 = 200_000_000;

/// What is too much.
#[derive(Clone, Debug, Args)]
#[command(next_help_heading = "Limits")]
pub(crate) struct LimitArgs {
    /// Refuse files of more bytes; K, M and G stand for thousands, millions and milliards
    #[arg(long, value_name = "SIZE", default_value = "200M", value_parser = size)]
    pub(crate) max_file_size: u64,
    /// Refuse articles of more bytes; a JSON file may hold many
    #[arg(long, value_name = "SIZE", default_value = "2M", value_parser = size)]
    pub(crate) max_article_size: u64,
    /// Refuse to read more articles in one run
    #[arg(long, value_name = "N", default_value_t = 200_000)]
    pub(crate) max_articles: usize,
    /// Refuse pages with more HTML elements inside one another
    #[arg(long, value_name = "N", default_value_t = Limits::default().nesting)]
    pub(crate) max_nesting: usize,
    /// Follow links in folders also where they lead out of the folder
    #[arg(long)]
    pub(crate) follow_links: bool,
}

impl LimitArgs {
    /// What one article may be.
    pub(crate) fn of_article(&self) -> Limits {
        Limits {
            bytes: usize::try_from(self.max_article_size).unwrap_or(usize::MAX),
            nesting: self.max_nesting,
        }
    }
}

/// The bytes of an input, or of standard input for `-`.
///
/// # Errors
/// If it can not be read, or is beyond the limit.
pub(crate) fn input(path: &Path, limits: &LimitArgs) -> Result<Vec<u8>> {
    bounded(path, limits.max_file_size).map_err(|e| {
        let mend = match e.kind() {
            ErrorKind::FileTooLarge => "split it, leave it out, or raise --max-file-size",
            _ => "make it readable, or leave it out",
        };
        let what = format!("can not be read: {e}");
        Error::new(path.display().to_string(), what, mend)
    })
}

/// Refuses more articles than the limit.
pub(crate) fn count(articles: usize, most: usize) -> Result<()> {
    if articles <= most {
        return Ok(());
    }
    let what = format!("more than {most} articles");
    let mend = "compare fewer at once, or raise --max-articles";
    Err(Error::new("command line", what, mend))
}

/// The bytes of a file that is no article: settings, a template, a baseline, a report.
pub(crate) fn file(path: &Path) -> io::Result<Vec<u8>> {
    bounded(path, SMALL_FILE)
}

/// As [`file`], for a file that must be UTF-8.
pub(crate) fn text(path: &Path) -> io::Result<String> {
    let not_utf8 = |_| io::Error::new(ErrorKind::InvalidData, "not UTF-8");
    String::from_utf8(file(path)?).map_err(not_utf8)
}

/// A device or a pipe tells no length, so that one byte more than the limit is asked for.
fn bounded(path: &Path, limit: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let room = limit.saturating_add(1);
    if path == Path::new("-") {
        io::stdin().lock().take(room).read_to_end(&mut bytes)?;
    } else {
        File::open(path)?.take(room).read_to_end(&mut bytes)?;
    }
    if bytes.len() as u64 > limit {
        let what = format!("more than {limit} bytes");
        return Err(io::Error::new(ErrorKind::FileTooLarge, what));
    }
    Ok(bytes)
}

/// `500`, `20K`, `10M`, `2G`.
fn size(text: &str) -> Result<u64> {
    let digits = text.trim_end_matches(['k', 'K', 'm', 'M', 'g', 'G']);
    let unit = match text[digits.len()..].to_ascii_uppercase().as_str() {
        "" => Some(1),
        "K" => Some(1_000),
        "M" => Some(1_000_000),
        "G" => Some(1_000_000_000),
        _ => None,
    };
    let number = digits.parse::<u64>().ok().filter(|n| *n > 0);
    number
        .zip(unit)
        .and_then(|(number, unit)| number.checked_mul(unit))
        .ok_or_else(|| Error::new(text, "no size", "write it as 500K, 10M or 2G"))
}
