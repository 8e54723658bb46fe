//! `gainsay extract`: the claims and mentions of each article.

use std::io::Write;

use clap::{Args, ValueEnum};
use gainsay::export::article::{self, ArticleRecord};
use gainsay::export::json;
use gainsay::report::{self, Layout};

use crate::args::{InputArgs, MessageArgs, OutputArgs};
use crate::exit::{Exit, Failure};
use crate::{guard, inputs, output};

/// The claims and mentions of each article
#[derive(Debug, Args)]
pub(crate) struct ExtractArgs {
    #[command(flatten)]
    input: InputArgs,
    /// Format of the result
    #[arg(
        long,
        value_name = "FORMAT",
        default_value = "table",
        help_heading = "Output"
    )]
    format: ExtractFormat,
    #[command(flatten)]
    output: OutputArgs,
    #[command(flatten)]
    messages: MessageArgs,
}

/// How claims and mentions are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum ExtractFormat {
    /// A table an article.
    Table,
    /// One JSON document, an array.
    Json,
    /// One JSON object a line, an article each.
    Jsonl,
}

/// Reads, analyzes and writes; the articles keep their input order.
pub(crate) fn run(args: &ExtractArgs) -> Result<Exit, Failure> {
    let articles = inputs::articles(&args.input, &args.messages)?;
    let records = guard::each(&articles, article::record);
    let (_, records) = guard::without_broken(articles, records)?;
    output::write(&args.output, &render(args, &records))?;
    Ok(Exit::Success)
}

fn render(args: &ExtractArgs, records: &[ArticleRecord]) -> String {
    match args.format {
        ExtractFormat::Table => {
            let layout = Layout {
                width: output::width(&args.output),
                paint: output::paint(&args.output),
                links: output::links(&args.output),
                verdicts: Vec::new(),
            };
            report::article::articles(records, &layout)
        }
        ExtractFormat::Json => text(|out| json::pretty(&records, out)),
        ExtractFormat::Jsonl => text(|out| {
            let mut lines = records.iter();
            lines.try_for_each(|record| json::compact(record, out))
        }),
    }
}

fn text(write: impl FnOnce(&mut dyn Write) -> std::io::Result<()>) -> String {
    let mut bytes = Vec::new();
    write(&mut bytes).expect("a record has text keys only, and memory takes everything");
    String::from_utf8_lossy(&bytes).into_owned()
}
