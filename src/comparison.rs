//! The result of a comparison, as the contract publishes it: what report, export and gate read.
//!
//! Serialized, this is the JSON of `--format json` (`gainsay/comparison/v1`), field by field.

use serde::{Deserialize, Serialize};

use crate::article::Article;

/// The name and version of the JSON shape.
pub const SCHEMA: &str = "gainsay/comparison/v1";

/// Everything that was found in one run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Comparison {
    /// The name and version of this shape.
    #[cfg_attr(test, schemars(extend("const" = SCHEMA)))]
    pub schema: String,
    /// Who made it.
    pub tool: Tool,
    /// The articles, in input order.
    pub articles: Vec<ArticleRow>,
    /// The questions that were answered, each with all accounts.
    pub facts: Vec<FactRow>,
    /// The facts whose answers differ, worst first.
    pub findings: Vec<Finding>,
    /// What was kept back.
    pub not_shown: NotShown,
}

/// The program that made a comparison.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Tool {
    /// `gainsay`.
    pub name: String,
    /// Its version.
    pub version: String,
}

/// One article of the run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ArticleRow {
    /// `a1`, `a2`, …
    pub id: String,
    /// Name that outlives the run: given id, canonical URL or file stem.
    pub key: String,
    /// As the user gave it.
    pub path: String,
    /// Who published it.
    pub source: Option<String>,
    /// Its headline.
    pub title: Option<String>,
    /// Its day, ISO 8601.
    pub date: Option<String>,
    /// Where it was published.
    #[serde(default)]
    pub url: Option<String>,
    /// The story it belongs to.
    pub story: String,
    /// How many claims it makes.
    pub claims: usize,
    /// How many sentences it has.
    pub sentences: usize,
    /// How many of them gave no claim.
    pub unread_sentences: usize,
}

impl From<&Article> for ArticleRow {
    /// What an article tells of itself, as if nothing had been read of it yet.
    fn from(article: &Article) -> Self {
        Self {
            id: article.id.clone(),
            key: article.key.clone(),
            path: article.path.clone(),
            source: article.source.clone(),
            title: article.title.clone(),
            date: article.date.map(|d| d.to_string()),
            url: article.url.clone(),
            story: article.story.clone(),
            claims: 0,
            sentences: 0,
            unread_sentences: 0,
        }
    }
}

/// One question with all the accounts of it: a row of the table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct FactRow {
    /// `f1`, `f2`, …
    pub id: String,
    /// The story it belongs to.
    pub story: String,
    /// A short label in the articles' own words: "Kim's train left Pyongyang: when".
    pub question: String,
    /// Which attribute is asked for: `when`, `killed`, `magnitude` …
    pub attribute: String,
    /// The answers, ordered by article, then place.
    pub accounts: Vec<Account>,
    /// How they stand to each other.
    pub verdict: Verdict,
    /// What kind of answer is asked for.
    #[serde(default)]
    pub slot: Option<Slot>,
    /// How sure it is that all accounts answer one question, from 0 to 1.
    #[serde(default)]
    #[cfg_attr(test, schemars(range(min = 0, max = 1)))]
    pub cohesion: f64,
    /// Identity that survives edits, moves and renames: its finding's, where it has one; `null` where nothing was
    /// compared.
    #[serde(default)]
    pub fingerprint: Option<String>,
}

/// One answer to a question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Account {
    /// `c1`, `c2`, …
    pub claim: String,
    /// The article's id.
    pub article: String,
    /// Byte offset in the input file.
    pub start: usize,
    /// Byte offset in the input file, exclusive.
    pub end: usize,
    /// The question as this account puts it: "Kim left: when".
    #[serde(default)]
    pub question: String,
    /// 1-based.
    #[serde(default)]
    pub line: usize,
    /// 1-based, in characters.
    #[serde(default)]
    pub column: usize,
    /// Exactly those bytes.
    pub quote: String,
    /// The canonical form of the answer.
    pub value: String,
    /// The answer in the article's words.
    pub said: String,
    /// Who is reported to say so, if it is not the article itself.
    pub holder: Option<String>,
    /// How sure the account is.
    pub modality: Modality,
    /// Whether it asserts or denies.
    pub polarity: Polarity,
}

/// A fact whose answers differ.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Finding {
    /// Identity that survives edits, moves and renames.
    pub fingerprint: String,
    /// Identity of its question alone: it stays when the answers change.
    #[serde(default)]
    pub key: String,
    /// The code of the rule that decided: `time-conflict` …
    pub rule: String,
    /// What was decided.
    pub verdict: Verdict,
    /// What kind of answer differs.
    pub slot: Slot,
    /// From 0 to 1.
    #[cfg_attr(test, schemars(range(min = 0, max = 1)))]
    pub confidence: f64,
    /// The id of its [`FactRow`].
    pub fact: String,
    /// The same label as the fact's.
    pub question: String,
    /// One plain sentence with both values.
    pub explanation: String,
    /// The two sides that decided, by their position among all sides, from 0.
    #[serde(default)]
    pub decided_by: Option<[usize; 2]>,
    /// All accounts of the fact, ordered by article, then place.
    pub sides: Vec<Side>,
}

/// One account of a finding, in place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Side {
    /// The article's id.
    pub article: String,
    /// Byte offset in the input file.
    pub start: usize,
    /// Byte offset in the input file, exclusive.
    pub end: usize,
    /// 1-based.
    pub line: usize,
    /// 1-based, in characters.
    pub column: usize,
    /// Exactly those bytes.
    pub quote: String,
    /// The canonical form of the answer.
    pub value: String,
    /// The answer in the article's words.
    pub said: String,
    /// Who is reported to say so.
    pub holder: Option<String>,
}

impl From<&Account> for Side {
    fn from(account: &Account) -> Self {
        Self {
            article: account.article.clone(),
            start: account.start,
            end: account.end,
            line: account.line,
            column: account.column,
            quote: account.quote.clone(),
            value: account.value.clone(),
            said: account.said.clone(),
            holder: account.holder.clone(),
        }
    }
}

/// What was kept back.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct NotShown {
    /// Findings below the confidence asked for.
    pub below_confidence: usize,
}

/// How the accounts of a fact stand to each other; the worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// They can not all be true of the same thing at the same time.
    Contradiction,
    /// A count or state that grew between the accounts.
    Update,
    /// Probably not both, but a reading exists on which they are.
    Tension,
    /// One is more exact, rounded or wider.
    Precision,
    /// The same answer from two or more sources.
    Agreement,
    /// One source only.
    Single,
}

/// What kind of answer differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Slot {
    /// When, for how long.
    Time,
    /// How many, how much.
    Quantity,
    /// Where, from where, to where.
    Place,
    /// Who or what.
    Entity,
    /// Happened or not, confirmed or denied.
    Polarity,
    /// Done, planned, possible.
    Modality,
    /// Who said it.
    Attribution,
    /// What kind of thing happened.
    Event,
}

/// How an account is put.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Modality {
    /// Stated as a fact.
    Certain,
    /// To come.
    Planned,
    /// May, could, likely.
    Possible,
    /// If …
    Conditional,
}

/// Whether an account asserts or denies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Polarity {
    /// It is so.
    Positive,
    /// It is not so.
    Negative,
}

/// The article with this id, if it is among them; ids are numbers in order, so that nearly always nothing is searched.
pub fn article<'a>(articles: &'a [ArticleRow], id: &str) -> Option<&'a ArticleRow> {
    let number: Option<usize> = id.strip_prefix('a').and_then(|number| number.parse().ok());
    let numbered = number.and_then(|number| articles.get(number.checked_sub(1)?));
    numbered
        .filter(|article| article.id == id)
        .or_else(|| articles.iter().find(|article| article.id == id))
}

/// Accounts of one value together, in the order in which the values first come.
pub fn distinct_answers<'a>(accounts: impl Iterator<Item = &'a Account>) -> Vec<Vec<&'a Account>> {
    let mut groups: Vec<Vec<&Account>> = Vec::new();
    for account in accounts {
        let same = |group: &&mut Vec<&Account>| {
            group[0].value == account.value && group[0].polarity == account.polarity
        };
        match groups.iter_mut().find(same) {
            Some(group) => group.push(account),
            None => groups.push(vec![account]),
        }
    }
    groups
}
