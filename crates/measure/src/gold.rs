//! The annotation of one story: facts with their accounts, traps, and where each quote stands.

use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;

use gainsay::article::Article;
use gainsay::comparison::Slot;
use serde::Deserialize;

/// What an annotated fact is labelled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Label {
    /// Accounts that can not all be true.
    Contradiction,
    /// Accounts of a count or state that developed.
    Update,
    /// Accounts that probably do not fit.
    Tension,
    /// Accounts of different exactness.
    Precision,
    /// The same in other words.
    Agree,
}

impl Label {
    /// Whether a comparison should flag it.
    pub(crate) fn flagged(self) -> bool {
        matches!(self, Self::Contradiction | Self::Update | Self::Tension)
    }
}

/// A quote of one article: all its stretches in the file, in bytes, and the value annotated.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    pub(crate) document: String,
    pub(crate) stretches: Vec<(usize, usize)>,
    pub(crate) value: Option<String>,
}

/// An annotated fact.
#[derive(Clone, Debug)]
pub(crate) struct Fact {
    pub(crate) name: String,
    pub(crate) slot: Slot,
    pub(crate) label: Label,
    pub(crate) places: Vec<Place>,
}

/// The annotation of a story.
#[derive(Clone, Debug, Default)]
pub(crate) struct Gold {
    pub(crate) facts: Vec<Fact>,
    pub(crate) traps: Vec<[Place; 2]>,
}

/// A story: its articles and its annotation.
pub(crate) struct Story {
    pub(crate) name: String,
    pub(crate) articles: Vec<Article>,
    pub(crate) gold: Gold,
}

#[derive(Deserialize)]
struct Line {
    kind: String,
    slot: Slot,
    label: Option<Label>,
    #[serde(default)]
    fact: String,
    #[serde(default)]
    accounts: Vec<Quoted>,
    a: Option<Quoted>,
    b: Option<Quoted>,
}

#[derive(Deserialize)]
struct Quoted {
    doc: String,
    quote: String,
    value: Option<String>,
}

impl Story {
    /// Reads a story's articles (every file of the folder but the annotation) and its annotation.
    pub(crate) fn read(name: String, gold: &Path, articles: &Path) -> Result<Self, Box<dyn Error>> {
        let mut files: Vec<_> = std::fs::read_dir(articles)?
            .map(|e| e.map(|e| e.path()))
            .collect::<Result<_, _>>()?;
        files.retain(|path| path.is_file() && path.file_name() != gold.file_name());
        files.sort();
        let mut read = Vec::new();
        for path in files {
            let bytes = std::fs::read(&path)?;
            read.extend(gainsay::read::read(&bytes, &path.to_string_lossy(), None)?);
        }
        for (i, article) in read.iter_mut().enumerate() {
            article.id = format!("a{}", i + 1);
            article.story.clone_from(&name);
        }
        let texts: BTreeMap<String, &str> =
            read.iter().map(|a| (stem(a), a.raw.as_str())).collect();
        let gold = read_gold(&std::fs::read_to_string(gold)?, &texts)?;
        Ok(Self {
            name,
            articles: read,
            gold,
        })
    }
}

/// The name by which the annotation calls an article: its own id, where it has one, else its file's stem.
pub(crate) fn stem(article: &Article) -> String {
    if let Some(id) = &article.given_id {
        return id.clone();
    }
    Path::new(&article.path)
        .file_stem()
        .map(|s| s.to_string_lossy().into_owned())
        .unwrap_or_default()
}

fn read_gold(text: &str, texts: &BTreeMap<String, &str>) -> Result<Gold, Box<dyn Error>> {
    let mut gold = Gold::default();
    let place = |q: Quoted| Place {
        stretches: texts.get(&q.doc).map_or_else(Vec::new, |t| {
            t.match_indices(&q.quote)
                .map(|(i, m)| (i, i + m.len()))
                .collect()
        }),
        document: q.doc,
        value: q.value,
    };
    for (number, line) in text
        .lines()
        .enumerate()
        .filter(|(_, l)| !l.trim().is_empty())
    {
        let line: Line = serde_json::from_str(line)
            .map_err(|e| format!("annotation, line {}: {e}", number + 1))?;
        match (line.kind.as_str(), line.a, line.b, line.label) {
            ("trap", Some(a), Some(b), _) => gold.traps.push([place(a), place(b)]),
            (_, _, _, Some(label)) => {
                let places = line.accounts.into_iter().map(place).collect();
                gold.facts.push(Fact {
                    name: line.fact,
                    slot: line.slot,
                    label,
                    places,
                });
            }
            _ => {
                return Err(
                    format!("annotation, line {}: neither a fact nor a trap", number + 1).into(),
                );
            }
        }
    }
    Ok(gold)
}

impl Place {
    /// Whether a stretch of an article is on this quote: they share half of the shorter and a fifth of the longer.
    pub(crate) fn holds(&self, document: &str, start: usize, end: usize) -> bool {
        self.document == document && self.stretches.iter().any(|&s| overlaps((start, end), s))
    }
}

fn overlaps(one: (usize, usize), other: (usize, usize)) -> bool {
    let shared = one.1.min(other.1).saturating_sub(one.0.max(other.0));
    let (short, long) = {
        let (a, b) = (one.1 - one.0, other.1 - other.0);
        (a.min(b), a.max(b))
    };
    shared > 0 && shared * 2 >= short && shared * 5 >= long
}
