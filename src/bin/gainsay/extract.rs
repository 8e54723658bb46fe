//! `gainsay extract`: the claims and mentions of each article.

use clap::{Args, ValueEnum};
use gainsay::article::Article;
use gainsay::export::article;
use gainsay::export::json;
use gainsay::report;

use crate::args::{InputArgs, MessageArgs, OutputArgs};
use crate::exit::{Exit, Failure};
use crate::{cache, guard, inputs, output};

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

/// Reads, analyzes and writes; the articles keep their input order, and what is written of them is not kept.
pub(crate) fn run(args: &ExtractArgs) -> Result<Exit, Failure> {
    let cache = cache::open(args.input.cache.as_deref())?;
    let articles = inputs::articles(&args.input, &args.messages)?;
    let record = |article: &Article| cache.understand(article, || article::record(article));
    match args.format {
        ExtractFormat::Table => {
            let records = guard::each(&articles, &args.messages, record);
            let (_, records) = guard::without_broken(articles, records)?;
            let layout = output::layout(&args.output, Vec::new());
            let text = report::article::articles(&records, &layout);
            output::write_text(&args.output, &text)?;
        }
        ExtractFormat::Json => {
            let element = |article: &Article| json::element(&record(article));
            let mut elements = guard::one_by_one(articles, &args.messages, element);
            output::write(&args.output, |out| json::array(&mut elements, out))?;
        }
        ExtractFormat::Jsonl => {
            let line = |article: &Article| json::line(&record(article));
            let mut lines = guard::one_by_one(articles, &args.messages, line);
            output::write(&args.output, |out| json::lines(&mut lines, out))?;
        }
    }
    cache.tell(&args.messages);
    Ok(Exit::Success)
}
