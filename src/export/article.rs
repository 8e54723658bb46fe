//! One article's claims and mentions as the contract publishes them (`gainsay/article/v1`).

use serde::{Deserialize, Serialize};

use crate::Span;
use crate::article::Article;
use crate::document::Document;

/// The name and version of the JSON shape.
pub const SCHEMA: &str = "gainsay/article/v1";

/// One article: what it claims and what values it mentions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ArticleRecord {
    /// Always [`SCHEMA`].
    pub schema: String,
    /// The input's own id where it has one, else the path.
    pub id: String,
    /// Values, in text order.
    pub mentions: Vec<MentionRecord>,
}

/// A stretch of the input that states a value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MentionRecord {
    /// Byte offset in the input file.
    pub start: usize,
    /// Byte offset in the input file, exclusive.
    pub end: usize,
    /// Exactly those bytes.
    pub text: String,
    /// What it says.
    #[serde(flatten)]
    pub value: ValueRecord,
}

/// The kinds of value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum ValueRecord {
    /// Direct speech.
    Quote {
        /// Who speaks.
        quote: QuoteRecord,
    },
}

/// Who says a quote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuoteRecord {
    /// The words that name the speaker.
    pub speaker: Option<String>,
    /// The reporting verb.
    pub cue: Option<String>,
}

/// The record of one article.
pub fn record(article: &Article, document: &Document) -> ArticleRecord {
    let mut mentions: Vec<MentionRecord> = quotes(article, document).collect();
    mentions.sort_by_key(|m| (m.start, std::cmp::Reverse(m.end)));
    ArticleRecord {
        schema: SCHEMA.to_owned(),
        id: article
            .given_id
            .clone()
            .unwrap_or_else(|| article.path.clone()),
        mentions,
    }
}

fn quotes<'a>(
    article: &'a Article,
    document: &'a Document,
) -> impl Iterator<Item = MentionRecord> + 'a {
    document.quotes.iter().map(|quote| {
        let words = |span: Option<Span>| span.map(|s| article.quote(s).to_owned());
        let record = QuoteRecord {
            speaker: words(quote.speaker),
            cue: words(quote.cue),
        };
        mention(article, quote.span, ValueRecord::Quote { quote: record })
    })
}

/// A value with its place in the file.
fn mention(article: &Article, span: Span, value: ValueRecord) -> MentionRecord {
    let place = article.place(span).span;
    MentionRecord {
        start: place.start,
        end: place.end,
        text: place.of(&article.raw).to_owned(),
        value,
    }
}
