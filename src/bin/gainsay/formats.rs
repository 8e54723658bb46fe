//! The formats that a comparison is written in: the flag, what a file's ending stands for, one arm a format.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use gainsay::article::Article;
use gainsay::comparison::{Comparison, Verdict};
use gainsay::error::{Error, Result};
use gainsay::export::sarif::Results;
use gainsay::export::{self, csv::Mark};
use gainsay::gate::hold::alone;
use gainsay::report;

use crate::args::OutputArgs;
use crate::limits;
use crate::output::{self, Reader};

/// How the result is written.
#[derive(Debug, Args)]
#[command(next_help_heading = "Output")]
pub(crate) struct FormatArgs {
    /// Format of the result [default: by the ending of the output file, else table]
    #[arg(long, value_name = "FORMAT")]
    format: Option<ResultFormat>,
    /// Write with the Jinja template FILE; it sees the fields of --format json
    #[arg(long, value_name = "FILE", conflicts_with = "format")]
    template: Option<PathBuf>,
    /// Begin CSV with a byte order mark, which Excel needs
    #[arg(long)]
    bom: bool,
}

/// How a comparison is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ResultFormat {
    /// The table, with the quotes in place below it.
    Table,
    /// A table that renders on GitHub.
    Markdown,
    /// One self-contained page to read in a browser.
    Html,
    /// One JSON document.
    Json,
    /// One JSON object a finding.
    Jsonl,
    /// One row a side of a finding.
    Csv,
    /// Reviews in the vocabulary of schema.org, as JSON-LD.
    Claimreview,
    /// SARIF 2.1.0, for code hosts.
    Sarif,
    /// `JUnit`'s XML: a finding is a test case.
    Junit,
    /// Annotations of GitHub Actions.
    Github,
    /// GitLab's code quality report.
    Gitlab,
}

impl ResultFormat {
    /// The format that a file's ending stands for.
    fn of_path(path: &Path) -> Option<Self> {
        let name = path.file_name()?.to_str()?.to_ascii_lowercase();
        if name.ends_with(".claimreview.json") {
            return Some(Self::Claimreview);
        }
        if name.ends_with(".sarif.json") {
            return Some(Self::Sarif);
        }
        match Path::new(&name).extension()?.to_str()? {
            "txt" => Some(Self::Table),
            "md" | "markdown" => Some(Self::Markdown),
            "html" | "htm" => Some(Self::Html),
            "json" => Some(Self::Json),
            "jsonl" | "ndjson" => Some(Self::Jsonl),
            "csv" => Some(Self::Csv),
            "jsonld" => Some(Self::Claimreview),
            "sarif" => Some(Self::Sarif),
            "xml" => Some(Self::Junit),
            _ => None,
        }
    }
}

/// What the flags and the output file come to.
pub(crate) enum Chosen<'a> {
    Format(ResultFormat, Mark),
    Template(&'a Path),
}

impl FormatArgs {
    /// The template, which is read beside the articles.
    pub(crate) fn template(&self) -> Option<&Path> {
        self.template.as_deref()
    }

    /// The format asked for, else that of the output file's ending, else `otherwise`.
    pub(crate) fn chosen(&self, to: &OutputArgs, otherwise: ResultFormat) -> Chosen<'_> {
        if let Some(path) = &self.template {
            return Chosen::Template(path);
        }
        let by_ending = || ResultFormat::of_path(to.file()?);
        let mark = if self.bom {
            Mark::ByteOrder
        } else {
            Mark::None
        };
        Chosen::Format(self.format.or_else(by_ending).unwrap_or(otherwise), mark)
    }
}

/// Writes the comparison in the format that was chosen.
pub(crate) fn write(
    chosen: &Chosen,
    to: &OutputArgs,
    comparison: &Comparison,
    articles: &[Article],
    verdicts: Vec<Verdict>,
) -> Result<Reader> {
    let (format, mark) = match chosen {
        Chosen::Template(path) => {
            let text = by_template(path, comparison)?;
            return output::write(to, |out| out.write_all(text.as_bytes()));
        }
        Chosen::Format(format, mark) => (*format, *mark),
    };
    let held = || alone(comparison);
    match format {
        ResultFormat::Table => {
            let layout = output::layout(to, verdicts);
            output::write_text(to, &report::table(comparison, &layout))
        }
        ResultFormat::Markdown => output::write(to, |out| {
            export::markdown::markdown(comparison, &verdicts, out)
        }),
        ResultFormat::Html => {
            output::write(to, |out| export::html::html(comparison, articles, out))
        }
        ResultFormat::Json => output::write(to, |out| export::json::json(comparison, out)),
        ResultFormat::Jsonl => output::write(to, |out| export::json::jsonl(comparison, out)),
        ResultFormat::Csv => output::write(to, |out| export::csv::csv(comparison, mark, out)),
        ResultFormat::Claimreview => {
            output::write(to, |out| export::claimreview::claimreview(comparison, out))
        }
        ResultFormat::Sarif => output::write(to, |out| {
            export::sarif::sarif(&held(), Results::Unaccepted, out)
        }),
        ResultFormat::Junit => output::write(to, |out| export::junit::junit(&held(), out)),
        ResultFormat::Github => output::write(to, |out| export::github::github(&held(), out)),
        ResultFormat::Gitlab => output::write(to, |out| export::gitlab::gitlab(&held(), out)),
    }
}

fn by_template(path: &Path, comparison: &Comparison) -> Result<String> {
    let name = path.display().to_string();
    let source = limits::text(path).map_err(|error| {
        Error::new(
            &name,
            format!("can not be read: {error}"),
            "name a readable template file",
        )
    })?;
    export::template::template(comparison, &name, &source)
}
