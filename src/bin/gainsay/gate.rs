//! What `check` and the `baseline` commands share: inputs and settings in, a comparison with its policy and ignores out.

use std::path::PathBuf;

use clap::Args;
use gainsay::article::Article;
use gainsay::claims::alias::Aliases;
use gainsay::compare::Options;
use gainsay::comparison::{self, Comparison, Verdict};
use gainsay::config;
use gainsay::error::{Error, Result};
use gainsay::gate::baseline::Baseline;
use gainsay::gate::entry::day;
use gainsay::gate::hold::{Held, hold};
use gainsay::gate::ignore::{Ignores, inline};
use gainsay::gate::policy::{Policy, verdict};
use gainsay::gate::text::Texts;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::args::{InputArgs, MessageArgs};
use crate::baseline_file::BaselineArgs;
use crate::exit::Failure;
use crate::settings::{self, Settings};
use crate::{cache, compare, inputs, limits, messages};

/// What is held against the baseline.
#[derive(Debug, Args)]
pub(crate) struct GateArgs {
    #[command(flatten)]
    pub(crate) input: InputArgs,
    /// Take the comparison from FILE, made by `gainsay compare --format json`, and read no article
    #[arg(
        long,
        value_name = "FILE",
        conflicts_with = "inputs",
        help_heading = "Input"
    )]
    pub(crate) report: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) baseline: BaselineArgs,
    #[command(flatten)]
    pub(crate) policy: PolicyArgs,
    #[command(flatten)]
    pub(crate) messages: MessageArgs,
}

/// What a finding must be to count.
#[derive(Clone, Debug, Args)]
#[command(next_help_heading = "Policy")]
pub(crate) struct PolicyArgs {
    /// Verdicts that fail: contradiction, tension, update, precision [default: contradiction]
    #[arg(long, value_name = "LIST", value_delimiter = ',', value_parser = verdict)]
    pub(crate) fail_verdict: Vec<Verdict>,
    /// Count findings below this confidence, from 0 to 1, and show only the others
    #[arg(long, value_name = "N", value_parser = confidence)]
    pub(crate) min_confidence: Option<f64>,
    /// The day on which acceptances are held to expire [default: today, UTC]
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(crate) today: Option<Date>,
}

/// A comparison and all that decides about it.
pub(crate) struct Run {
    pub(crate) settings: Settings,
    pub(crate) comparison: Comparison,
    pub(crate) policy: Policy,
    articles: Vec<Article>,
    ignores: Ignores,
}

/// Reads settings and articles, and compares.
pub(crate) fn run(args: &GateArgs) -> std::result::Result<Run, Failure> {
    let settings = settings::load(&args.input.config)?;
    let policy = policy(args, &settings);
    let (articles, comparison) = match &args.report {
        Some(report) => (Vec::new(), read_report(report)?),
        None => read_and_compare(args, &settings)?,
    };
    let ignores = ignores(&settings, &articles, &comparison, &args.messages);
    Ok(Run {
        settings,
        comparison,
        policy,
        articles,
        ignores,
    })
}

impl Run {
    /// The comparison beside a baseline.
    pub(crate) fn hold<'a>(&'a self, baseline: &'a Baseline) -> Held<'a> {
        hold(&self.comparison, baseline, &self.ignores, &self.policy)
    }

    /// The articles' files, to show quotes in.
    pub(crate) fn texts(&self) -> Texts<'_> {
        let texts = self
            .articles
            .iter()
            .map(|article| (article.id.as_str(), article.raw.as_str()));
        texts.collect()
    }

    /// Whether there was nothing that could be compared.
    pub(crate) fn is_empty(&self) -> bool {
        self.comparison
            .articles
            .iter()
            .all(|article| article.claims == 0)
    }
}

/// A comparison that was written as JSON.
pub(crate) fn read_report(path: &std::path::Path) -> Result<Comparison> {
    let name = path.display().to_string();
    let mend = "name a file made by `gainsay compare --format json`";
    let text = limits::text(path)
        .map_err(|error| Error::new(&name, format!("can not be read: {error}"), mend))?;
    let comparison: Comparison = serde_json::from_str(&text)
        .map_err(|error| Error::new(&name, format!("not a comparison: {error}"), mend))?;
    if comparison.schema != comparison::SCHEMA {
        let what = format!(
            "the schema is {}, and this gainsay reads {}",
            comparison.schema,
            comparison::SCHEMA
        );
        return Err(Error::new(name, what, "make it again with this gainsay"));
    }
    Ok(comparison)
}

fn read_and_compare(
    args: &GateArgs,
    settings: &Settings,
) -> std::result::Result<(Vec<Article>, Comparison), Failure> {
    let cache = cache::open(args.input.cache.as_deref())?;
    let articles = inputs::articles(&args.input, &args.messages)?;
    // What is below the confidence asked for is compared all the same: it must not be taken for mended.
    let options = Options {
        min_confidence: 0.0,
        aliases: Aliases::new(&settings.config.aliases),
        ..Options::default()
    };
    compare::compare(articles, &options, &cache, &args.messages)
}

/// Flags over settings over what is usual.
fn policy(args: &GateArgs, settings: &Settings) -> Policy {
    let today = || Timestamp::now().to_zoned(TimeZone::UTC).date();
    let flags = &args.policy;
    let mut policy = settings.config.policy(flags.today.unwrap_or_else(today));
    if !flags.fail_verdict.is_empty() {
        policy.fail_verdicts(&flags.fail_verdict.iter().copied().collect());
    }
    if let Some(min_confidence) = flags.min_confidence {
        policy.min_confidence = min_confidence;
    }
    policy
}

fn ignores(
    settings: &Settings,
    articles: &[Article],
    comparison: &Comparison,
    say: &MessageArgs,
) -> Ignores {
    let paths: Vec<(&str, String)> = comparison
        .articles
        .iter()
        .map(|row| (row.id.as_str(), settings.seen(&row.path)))
        .collect();
    let place = settings
        .file
        .as_deref()
        .map(settings::shown)
        .unwrap_or_default();
    let mut all = config::ignores(&settings.config, &paths, &place);
    for article in articles {
        let (ignores, errors) = inline(&article.id, &article.path, &article.raw);
        all.extend(ignores);
        for error in errors {
            messages::warn(say, &error);
        }
    }
    Ignores { all }
}

fn confidence(text: &str) -> std::result::Result<f64, String> {
    let number: Option<f64> = text.parse().ok();
    number
        .filter(|number| (0.0..=1.0).contains(number))
        .ok_or_else(|| format!("`{text}` is no number from 0 to 1"))
}
