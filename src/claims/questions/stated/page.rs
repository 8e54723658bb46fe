//! A page as statements see it: the words of each block, and which headings stand beside which.

use std::collections::BTreeSet;

use gainsay_syntax::{Sentence, Token, Xpos};

use super::topic::{self, Topic};
use crate::article::{Article, Block, BlockKind};
use crate::document::Document;

/// A page and where each of its blocks has its sentences.
pub(super) struct Page<'a> {
    /// The article.
    pub(super) article: &'a Article,
    /// Its sentences.
    pub(super) document: &'a Document,
    /// Words of the title: what the page is about.
    pub(super) title: BTreeSet<String>,
    /// Whether its sentences tell what holds; if not, only its cells and list items state anything.
    pub(super) is_reference: bool,
}

/// Whether a sentence tells what happened: it has a verb in the past tense.
pub(super) fn is_past(sentence: &Sentence) -> bool {
    sentence.tokens.iter().any(|t| t.xpos == Xpos::Vbd)
}

/// Whether the article's sentences tell what holds, not what happened: nobody is quoted and few verbs are past.
///
/// Tables, settings and lists are a sign of such a page, too: there two sentences in five may be past, under headings one.
/// Running text alone is one only where none is past.
fn is_reference(article: &Article, document: &Document) -> bool {
    use BlockKind::{Cell, Code, Heading, Item};
    let built = |b: &Block| matches!(b.kind, Cell | Code | Item);
    let headed = |b: &Block| matches!(b.kind, Heading(_));
    let past = |s: &&crate::document::Sentence| is_past(&s.syntax);
    let allowed = match () {
        () if article.blocks.iter().any(built) => 2,
        () if article.blocks.iter().any(headed) => 1,
        () => 0,
    };
    let count = document.sentences.iter().filter(past).count();
    document.quotes.iter().all(|q| q.speaker.is_none())
        && count * 5 <= document.sentences.len() * allowed
}

impl<'a> Page<'a> {
    /// The page of an article.
    pub(super) fn new(article: &'a Article, document: &'a Document) -> Self {
        let mut page = Self {
            article,
            document,
            title: BTreeSet::new(),
            is_reference: is_reference(article, document),
        };
        let named = [&article.title, &article.source];
        page.title = named
            .into_iter()
            .flatten()
            .flat_map(|t| t.split(|c: char| !c.is_alphanumeric()))
            .map(str::to_lowercase)
            .filter(|w| topic::word(w).is_some())
            .collect();
        page
    }

    /// The block of a sentence.
    pub(super) fn block(&self, sentence: usize) -> &'a Block {
        &self.article.blocks[self.document.sentences[sentence].block]
    }

    /// The sentences of a block.
    pub(super) fn sentences(&self, block: usize) -> impl Iterator<Item = &'a Sentence> {
        let sentences = &self.document.sentences;
        let start = sentences.partition_point(|s| s.block < block);
        sentences[start..]
            .iter()
            .take_while(move |s| s.block == block)
            .map(|s| &s.syntax)
    }

    /// The block that a sentence of the page stands in.
    pub(super) fn block_of(&self, sentence: &Sentence) -> Option<usize> {
        let sentences = &self.document.sentences;
        let at = sentences.partition_point(|s| s.syntax.span.start < sentence.span.start);
        sentences.get(at).map(|s| s.block)
    }

    /// The tokens of a block.
    pub(super) fn tokens(&self, block: usize) -> Vec<Token> {
        self.sentences(block)
            .flat_map(|s| s.tokens.iter().cloned())
            .collect()
    }

    /// The words of the heading right above a sentence.
    pub(super) fn heading(&self, sentence: usize) -> Option<&'a str> {
        let heading = *self.block(sentence).headings.last()?;
        Some(
            self.article.blocks[heading]
                .span
                .of(&self.article.text)
                .trim(),
        )
    }

    /// The question that the heading above a sentence asks, for the first sentence below it.
    pub(super) fn question(&self, sentence: usize) -> Option<&'a Sentence> {
        let heading = *self.block(sentence).headings.last()?;
        let sentences = &self.document.sentences;
        let before = sentence.checked_sub(1).map(|p| sentences[p].block);
        let asked = self.sentences(heading).last()?;
        let asks = asked.span.of(&self.article.text).trim_end().ends_with('?');
        (asks && before == Some(heading)).then_some(asked)
    }

    /// The words of a block.
    pub(super) fn words(&self, block: usize) -> BTreeSet<String> {
        topic::words(self.tokens(block).iter())
    }

    /// Writes into a topic what the headings above a block say: words, sections, versions.
    pub(super) fn place(&self, block: &Block, topic: &mut Topic) {
        for &heading in &block.headings {
            let words = self.words(heading);
            if self.article.blocks[heading].kind != BlockKind::Headline {
                topic.under.extend(words);
            }
        }
        let source = self.article.source.iter();
        let source = source.flat_map(|s| s.split(|c: char| !c.is_alphanumeric()));
        topic.page = source.map(str::to_lowercase).collect();
        topic.page.extend(self.title.iter().cloned());
        let Some(&own) = block.headings.last() else {
            return;
        };
        let words = self.words(own);
        let beside = self.beside(own);
        if topic.words.is_empty() {
            topic.words.clone_from(&words);
            topic.borrowed = true;
        }
        topic.section = words.difference(&beside).cloned().collect();
        topic.beside = beside.difference(&words).cloned().collect();
        if topic.versions.is_empty() {
            let named = topic::versions(&self.tokens(own), &self.article.text, &self.title);
            let product = named.into_iter().filter(|v| v.name.is_empty());
            topic.versions = product.map(|v| v.number).collect();
        }
    }

    /// The title's words go without saying on the page: they may meet another topic, they need not.
    pub(super) fn set_title_aside(&self, topic: &mut Topic) {
        let told = |w: &&String| self.title.contains(*w);
        let own: BTreeSet<String> = topic.words.iter().filter(told).cloned().collect();
        if topic.axes.is_empty() && own.len() < topic.words.len() {
            topic.words = topic.words.difference(&own).cloned().collect();
            topic.under.extend(own);
        }
    }

    /// The words of the headings that stand beside a heading: of its level, under the same ones.
    fn beside(&self, own: usize) -> BTreeSet<String> {
        let blocks = &self.article.blocks;
        let heading = &blocks[own];
        if !matches!(heading.kind, BlockKind::Heading(_)) {
            return BTreeSet::new();
        }
        (0..blocks.len())
            .filter(|&i| {
                i != own && blocks[i].kind == heading.kind && blocks[i].headings == heading.headings
            })
            .flat_map(|i| self.words(i))
            .collect()
    }
}
