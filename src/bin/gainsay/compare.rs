//! `gainsay compare`: the comparison table.

use std::path::Path;

use clap::Args;
use gainsay::article::Article;
use gainsay::claims::alias::Aliases;
use gainsay::compare::{self, Options};
use gainsay::comparison::{Comparison, Slot, Verdict};
use gainsay::error::Error;
use gainsay::export::select::{Selection, select};
use gainsay::report;

use crate::args::{InputArgs, MessageArgs, OutputArgs};
use crate::cache::{self, Cache};
use crate::exit::{Exit, Failure};
use crate::formats::{self, FormatArgs, ResultFormat};
use crate::output::Reader;
use crate::{guard, inputs, messages, settings, watch};

/// Compares articles: rows are questions, columns are sources, the last column is the verdict
#[derive(Debug, Args)]
pub(crate) struct CompareArgs {
    #[command(flatten)]
    input: InputArgs,
    #[command(flatten)]
    select: SelectArgs,
    #[command(flatten)]
    format: FormatArgs,
    #[command(flatten)]
    output: OutputArgs,
    /// Stay, and do it again whenever an input changes
    #[arg(long)]
    watch: bool,
    /// Exit with 0 whatever is found, as compare always does
    #[arg(long, hide = true)]
    exit_zero: bool,
    #[command(flatten)]
    messages: MessageArgs,
}

/// Which findings are shown.
#[derive(Clone, Debug, Args)]
#[command(next_help_heading = "Selection")]
pub(crate) struct SelectArgs {
    /// Show findings of at least this confidence, from 0 to 1; the others are counted [default: as in gainsay.toml, else 0.5]
    #[arg(long, value_name = "N", value_parser = confidence)]
    pub(crate) min_confidence: Option<f64>,
    /// Verdicts to show: contradiction, update, tension, precision, agreement, single, all
    /// [default: contradiction,update,tension,precision]
    #[arg(long, value_name = "LIST", value_delimiter = ',', value_parser = verdicts)]
    pub(crate) verdict: Vec<Verdicts>,
    /// Kinds of answer to show: time, quantity, place, entity, polarity, modality, attribution, event [default: all]
    #[arg(long, value_name = "LIST", value_delimiter = ',', value_parser = slot)]
    pub(crate) slot: Vec<Slot>,
    /// Only findings with a side from this source, by its name or key; may be given more than once
    #[arg(long, value_name = "NAME")]
    pub(crate) only_source: Vec<String>,
    /// Only findings of this story; may be given more than once
    #[arg(long, value_name = "NAME")]
    pub(crate) only_story: Vec<String>,
}

/// One verdict or all of them.
#[derive(Clone, Debug)]
pub(crate) struct Verdicts(Vec<Verdict>);

/// Reads, compares, selects and writes.
pub(crate) fn run(args: &CompareArgs) -> Result<Exit, Failure> {
    write(args, ResultFormat::Table)
}

/// As [`run`], in this format where neither a flag nor the output file's ending names one.
pub(crate) fn write(args: &CompareArgs, otherwise: ResultFormat) -> Result<Exit, Failure> {
    if args.watch {
        let also: Vec<&Path> = args.format.template().into_iter().collect();
        let where_to = (&args.output, &args.messages);
        return watch::run(&args.input, &also, where_to, || once(args, otherwise));
    }
    once(args, otherwise).map(|_| Exit::Success)
}

fn once(args: &CompareArgs, otherwise: ResultFormat) -> Result<Reader, Failure> {
    let cache = cache::open(args.input.cache.as_deref())?;
    let articles = inputs::articles(&args.input, &args.messages)?;
    let config = settings::load(&args.input.config)?.config;
    let min_confidence = args.select.min_confidence.or(config.min_confidence);
    let usual = Options::default();
    let options = Options {
        min_confidence: min_confidence.unwrap_or(usual.min_confidence),
        aliases: Aliases::new(&config.aliases),
        ..usual
    };
    let (articles, comparison) = compare(articles, &options, &cache, &args.messages)?;
    let claims: usize = comparison.articles.iter().map(|a| a.claims).sum();
    if claims == 0 && !args.input.allow_empty {
        let mend = "give articles that state facts, or use --allow-empty";
        let error = Error::new("command line", "no article makes a claim", mend);
        return Err(Failure::Empty(vec![error]));
    }
    messages::note(
        &args.messages,
        &format!(
            "{} articles, {claims} claims, {} facts",
            articles.len(),
            comparison.facts.len()
        ),
    );
    show(args, otherwise, comparison, &articles)
}

/// The comparison, and the articles that it is of: one that makes its reading panic is named and left out.
pub(crate) fn compare(
    articles: Vec<Article>,
    options: &Options,
    cache: &Cache,
    say: &MessageArgs,
) -> Result<(Vec<Article>, Comparison), Failure> {
    let readings = guard::each(&articles, say, |article| {
        cache.understand(article, || compare::read_claims(article))
    });
    cache.tell(say);
    let (articles, readings) = guard::without_broken(articles, readings)?;
    let comparison = guard::guarded("comparison", || {
        compare::compare_read(&articles, readings, options)
    })?;
    Ok((articles, comparison))
}

/// Writes what is asked for of the comparison.
fn show(
    args: &CompareArgs,
    otherwise: ResultFormat,
    comparison: Comparison,
    articles: &[Article],
) -> Result<Reader, Failure> {
    let verdicts: Vec<Verdict> = args
        .select
        .verdict
        .iter()
        .flat_map(|v| v.0.iter().copied())
        .collect();
    let selection = Selection {
        verdicts: verdicts.clone(),
        slots: args.select.slot.clone(),
        sources: args.select.only_source.clone(),
        stories: args.select.only_story.clone(),
        ..Selection::default()
    };
    let comparison = select(comparison, &selection);
    let shown = if verdicts.is_empty() {
        report::DIFFERENCES.to_vec()
    } else {
        verdicts
    };
    let format = args.format.chosen(&args.output, otherwise);
    Ok(formats::write(
        &format,
        &args.output,
        &comparison,
        articles,
        shown,
    )?)
}

fn confidence(text: &str) -> Result<f64, Error> {
    match text.parse() {
        Ok(n) if (0.0..=1.0).contains(&n) => Ok(n),
        _ => Err(Error::new(
            text,
            "no confidence",
            "write a number from 0 to 1",
        )),
    }
}

/// The names that the published JSON has for verdicts, and `all`.
fn verdicts(text: &str) -> Result<Verdicts, Error> {
    const ALL: [Verdict; 6] = [
        Verdict::Contradiction,
        Verdict::Update,
        Verdict::Tension,
        Verdict::Precision,
        Verdict::Agreement,
        Verdict::Single,
    ];
    if text == "all" {
        return Ok(Verdicts(ALL.to_vec()));
    }
    named(text)
        .map(|verdict| Verdicts(vec![verdict]))
        .ok_or_else(|| {
            let mend = "contradiction, update, tension, precision, agreement, single, all";
            Error::new(text, "no verdict", mend)
        })
}

fn slot(text: &str) -> Result<Slot, Error> {
    named(text).ok_or_else(|| {
        let mend = "time, quantity, place, entity, polarity, modality, attribution, event";
        Error::new(text, "no kind of answer", mend)
    })
}

/// A value by the name that the published JSON has for it.
fn named<T: serde::de::DeserializeOwned>(text: &str) -> Option<T> {
    serde_json::from_value(serde_json::Value::String(text.to_owned())).ok()
}
