//! From the inputs of a command line to articles: read, checked, named, dated.

use std::path::{Path, PathBuf};

use gainsay::article::Article;
use gainsay::error::{Error, Result};
use gainsay::read::{self, date, language};
use gainsay::{config, crowd};
use rayon::prelude::*;

use crate::args::{Assignment, InputArgs, MessageArgs, StoryMode};
use crate::exit::Failure;
use crate::guard;
use crate::limits::{self, LimitArgs};
use crate::messages;
use crate::progress;
use crate::settings::{self, Settings};
use crate::stories::{self, Source};

/// The articles of all inputs, in input order, with ids `a1`, `a2`, ….
///
/// # Errors
/// If an input can not be read or nothing is left; each line names its input.
pub(crate) fn articles(
    args: &InputArgs,
    say: &MessageArgs,
) -> std::result::Result<Vec<Article>, Failure> {
    if let Some(jobs) = args.jobs {
        // A pool can be built but once; nothing before this has built it.
        let _ = rayon::ThreadPoolBuilder::new()
            .num_threads(jobs)
            .use_current_thread()
            .build_global();
    }
    let settings = settings::load(&args.config)?;
    let sources = sources(args, &settings, say)?;
    let most = args.limits.max_articles;
    limits::count(sources.len(), most)?;
    let read = read_all(args, say, &sources);
    let articles = sort_out(args, say, read)?;
    limits::count(articles.len(), most)?;
    let articles = articles.into_iter().map(|article| {
        let path = settings.seen(&article.path);
        config::apply(&settings.config, article, &path)
    });
    let articles = assign(args, articles.collect())?;
    Ok(match args.story {
        Some(StoryMode::Auto) => told_apart(articles),
        Some(StoryMode::All | StoryMode::Folder) | None => articles,
    })
}

/// The sources that flags and settings name.
fn sources(
    args: &InputArgs,
    settings: &Settings,
    say: &MessageArgs,
) -> std::result::Result<Vec<Source>, Failure> {
    let listed = match &args.files_from {
        Some(list) => files_from(list, &args.limits)?,
        None => Vec::new(),
    };
    let listed = [listed, configured(args, settings)].concat();
    if args.inputs.is_empty() && listed.is_empty() {
        let mend = "name files, folders or -, use --files-from, or set stories in gainsay.toml";
        return Err(Error::new("command line", "no input", mend).into());
    }
    stories::sources(args, &listed, say).map_err(Failure::Broken)
}

/// All files that a run reads to find and read its articles.
pub(crate) fn files(args: &InputArgs) -> std::result::Result<Vec<PathBuf>, Failure> {
    let settings = settings::load(&args.config)?;
    let sources = sources(args, &settings, &MessageArgs::QUIET)?;
    let list = args.files_from.iter().map(PathBuf::from);
    let articles = sources.into_iter().map(|source| source.file);
    Ok(articles.chain(list).chain(settings.file).collect())
}

/// Where nothing else is named: the globs and folders of the stories in the settings.
fn configured(args: &InputArgs, settings: &Settings) -> Vec<String> {
    if !args.inputs.is_empty() || args.files_from.is_some() {
        return Vec::new();
    }
    let stories = settings.config.stories.iter();
    let globs = stories.flat_map(|story| {
        let inside = story.folders.iter().map(|folder| format!("{folder}/**"));
        story.files.iter().cloned().chain(inside)
    });
    let folder = settings.folder();
    globs
        .map(|glob| settings::shown(&folder.join(glob)))
        .collect()
}

/// The paths of a list, one a line.
fn files_from(list: &str, limits: &LimitArgs) -> Result<Vec<String>> {
    let bytes = limits::input(Path::new(list), limits)?;
    let text = String::from_utf8(bytes)
        .map_err(|_| Error::new(list, "not UTF-8", "write one path a line, in UTF-8"))?;
    Ok(text
        .lines()
        .map(str::trim)
        .filter(|l| !l.is_empty())
        .map(str::to_owned)
        .collect())
}

/// Each source's articles or what is wrong with it, in the order of the sources.
fn read_all(args: &InputArgs, say: &MessageArgs, sources: &[Source]) -> Vec<Result<Vec<Article>>> {
    let progress = progress::begin(say, "reading", sources.len());
    let read = |source: &Source| {
        let articles = read_one(args, source);
        progress.step();
        articles
    };
    sources.par_iter().map(read).collect()
}

fn read_one(args: &InputArgs, source: &Source) -> Result<Vec<Article>> {
    let format = if source.path == "-" {
        args.stdin_format
    } else {
        None
    };
    let bytes = limits::input(&source.file, &args.limits)?;
    let limits = args.limits.of_article();
    let read = guard::guarded(&source.path, || {
        read::read_within(&bytes, &source.path, format, &limits)
    });
    let articles = match read {
        Ok(articles) => articles?,
        Err(panic) => {
            messages::left_out(&panic);
            Vec::new()
        }
    };
    Ok(articles
        .into_iter()
        .map(|article| Article {
            story: match args.story {
                Some(StoryMode::All | StoryMode::Auto) => String::new(),
                Some(StoryMode::Folder) | None => source.story.clone(),
            },
            ..article
        })
        .collect())
}

/// Keeps the articles that can be worked on; warns of those in another language.
fn sort_out(
    args: &InputArgs,
    say: &MessageArgs,
    read: Vec<Result<Vec<Article>>>,
) -> std::result::Result<Vec<Article>, Failure> {
    let (mut articles, mut empty, mut broken) = (Vec::new(), Vec::new(), Vec::new());
    for result in read {
        match result {
            Ok(found) if found.is_empty() => {}
            Ok(found) => {
                for article in found {
                    if article.blocks.is_empty() {
                        let mend = "give it some text, or leave it out";
                        empty.push(Error::new(&article.path, "the article is empty", mend));
                    } else if let Some(language) = language::foreign(&article) {
                        let what = format!("skipped, as it is in {language}");
                        messages::warn(
                            say,
                            &Error::new(&article.path, what, "gainsay reads English"),
                        );
                    } else {
                        articles.push(article);
                    }
                }
            }
            Err(error) => broken.push(error),
        }
    }
    if args.allow_empty {
        for warning in empty.drain(..) {
            messages::warn(say, &warning);
        }
    }
    match (broken.is_empty(), articles.is_empty()) {
        (true, true) if args.allow_empty => Ok(articles),
        (true, true) => Err(nothing_left(empty)),
        (true, false) if empty.is_empty() => Ok(articles),
        _ => {
            broken.append(&mut empty);
            Err(Failure::Broken(broken))
        }
    }
}

/// All inputs were empty or passed over.
fn nothing_left(empty: Vec<Error>) -> Failure {
    let mend = "give at least one English article, or use --allow-empty";
    let last = Error::new("command line", "no article is left", mend);
    Failure::Empty(empty.into_iter().chain([last]).collect())
}

/// The articles by what they tell, whatever folders say.
fn told_apart(articles: Vec<Article>) -> Vec<Article> {
    let stories = crowd::stories(&articles);
    let named = articles.into_iter().zip(stories);
    named
        .map(|(article, story)| Article { story, ..article })
        .collect()
}

/// Gives ids, and the dates and sources that flags name.
fn assign(args: &InputArgs, articles: Vec<Article>) -> std::result::Result<Vec<Article>, Failure> {
    let mut articles: Vec<Article> = articles
        .into_iter()
        .enumerate()
        .map(|(i, article)| Article {
            id: format!("a{}", i + 1),
            ..article
        })
        .collect();
    for assignment in &args.dates {
        let day = date::parse(&assignment.value).ok_or_else(|| {
            let flag = format!("--date {}={}", assignment.file, assignment.value);
            Error::new(flag, "invalid date", "write it as 2024-09-03")
        })?;
        for article in named("--date", &mut articles, assignment)? {
            article.date = Some(day);
        }
    }
    for assignment in &args.sources {
        for article in named("--source", &mut articles, assignment)? {
            article.source = Some(assignment.value.clone());
        }
    }
    Ok(articles)
}

/// The articles that a flag names: by path, by the end of the path, by their own id.
fn named<'a>(
    flag: &str,
    articles: &'a mut [Article],
    assignment: &Assignment,
) -> Result<Vec<&'a mut Article>> {
    let Assignment { file, value } = assignment;
    let tail = format!("/{file}");
    let line = format!("{file}:");
    let is_named = |a: &Article| {
        a.path == *file
            || a.path.ends_with(&tail)
            || a.path.starts_with(&line)
            || a.given_id.as_ref() == Some(file)
    };
    let found: Vec<&mut Article> = articles.iter_mut().filter(|a| is_named(a)).collect();
    if found.is_empty() {
        let what = format!("no input is named {file:?}");
        return Err(Error::new(
            format!("{flag} {file}={value}"),
            what,
            "write the path as in the input",
        ));
    }
    Ok(found)
}
