//! A parsed sentence: tokens with tags, lemmas and heads, and the cheap queries that readers of trees need.

use crate::{Deprel, Span, Upos, Xpos};

/// One syntactic word: "don't" is two tokens, "do" and "n't".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands in the text.
    pub span: Span,
    /// Universal part of speech.
    pub upos: Upos,
    /// Penn Treebank part of speech.
    pub xpos: Xpos,
    /// Dictionary form; lower case, but for proper nouns.
    pub lemma: String,
    /// Index of the head within the sentence; `None` for the root.
    pub head: Option<usize>,
    /// Relation to the head.
    pub deprel: Deprel,
}

/// A sentence and its tokens, in text order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sentence {
    /// Where it stands in the text.
    pub span: Span,
    /// Its words.
    pub tokens: Vec<Token>,
}

impl Token {
    /// Whether it is a word of a name: "Rome", but also "United" in "United Nations", whose universal tag is that of a verb.
    pub fn is_proper(&self) -> bool {
        self.upos == Upos::Propn || matches!(self.xpos, Xpos::Nnp | Xpos::Nnps)
    }
}

impl Sentence {
    /// Index of the root, `None` if the sentence has no token.
    pub fn root(&self) -> Option<usize> {
        self.tokens.iter().position(|t| t.head.is_none())
    }

    /// Indices of the direct dependents of token `head`, in text order.
    pub fn children(&self, head: usize) -> impl Iterator<Item = usize> + '_ {
        (0..self.tokens.len()).filter(move |&i| self.tokens[i].head == Some(head))
    }

    /// The first dependent of `head` with one of these relations.
    pub fn child(&self, head: usize, deprels: &[Deprel]) -> Option<usize> {
        self.children(head)
            .find(|&i| deprels.contains(&self.tokens[i].deprel))
    }

    /// Heads of token `i`, from its own to the root.
    pub fn ancestors(&self, i: usize) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(self.tokens[i].head, move |&h| self.tokens[h].head)
    }

    /// Indices of `i` and of everything below it, in text order.
    pub fn subtree(&self, i: usize) -> Vec<usize> {
        (0..self.tokens.len())
            .filter(|&j| j == i || self.ancestors(j).any(|h| h == i))
            .collect()
    }

    /// The text stretch from the first to the last token of the subtree of `i`.
    pub fn subtree_span(&self, i: usize) -> Span {
        self.subtree(i)
            .into_iter()
            .fold(self.tokens[i].span, |span, j| {
                span.cover(self.tokens[j].span)
            })
    }
}
